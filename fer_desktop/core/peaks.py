"""Min/max downsampling of long series for plots, or means in its place."""

import numpy as np
from numpy.typing import NDArray


def peaks(
    times: NDArray[np.float64], rows: NDArray[np.float32], step_s: float
) -> tuple[NDArray[np.float64], NDArray[np.float32]]:
    """Return the least and the greatest value of each step of time, (m,) and (m, C).

    The steps begin at whole multiples of `step_s`, so that a line that moves keeps its form. In
    each step first comes the one of both ends that the step began nearer to. A row of NaN breaks
    the line, also within a step. Series with up to two rows a step come back as they are.
    """
    if times.size < 3:
        return times, rows
    steps = np.floor(times / step_s)
    starts = np.flatnonzero(np.diff(steps, prepend=-np.inf))
    if times.size <= 2 * starts.size:
        return times, rows
    low, high = np.fmin.reduceat(rows, starts), np.fmax.reduceat(rows, starts)
    lasts = np.append(starts[1:], times.size) - 1
    falls = rows[lasts] < rows[starts]
    both = np.stack([np.where(falls, high, low), np.where(falls, low, high)], axis=1)
    # The last step is still filling up: nothing of it lies ahead of its last row.
    moments = np.minimum((steps[starts, None] + (0.25, 0.75)) * step_s, times[-1])
    is_broken = np.maximum.reduceat(np.isnan(rows[:, 0]), starts)
    after = np.flatnonzero(is_broken) * 2 + 2
    ends = np.minimum((steps[starts][is_broken] + 1) * step_s, times[-1])
    return (
        np.insert(moments.ravel(), after, ends),
        np.insert(both.reshape(-1, rows.shape[1]), after, np.float32(np.nan), axis=0),
    )


def means(
    times: NDArray[np.float64], rows: NDArray[np.float32], step_s: float
) -> tuple[NDArray[np.float64], NDArray[np.float32]]:
    """Return the mean of each step of time, at its middle, (m,) and (m, C).

    A row of NaN makes its whole step a gap.
    """
    if not times.size:
        return times, rows
    steps = np.floor(times / step_s)
    starts = np.flatnonzero(np.diff(steps, prepend=-np.inf))
    counts = np.diff(np.append(starts, times.size))
    # A sum with NaN is NaN, so a step with a gap becomes one.
    sums = np.add.reduceat(rows, starts, dtype=np.float64)
    return (steps[starts] + 0.5) * step_s, (sums / counts[:, None]).astype(np.float32)
