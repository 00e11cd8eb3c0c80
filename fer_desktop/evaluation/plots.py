"""Pictures of a measurement: the confusion matrix and the calibration curve, as PNG files.

Matplotlib is an extra and loaded only here and only when asked for. No pyplot: its figures are
global, and it would look for a screen.
"""

import tempfile
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from fer_desktop.core.errors import SettingsError
from fer_desktop.core.labels import LABELS, N_LABELS
from fer_desktop.evaluation.metrics import Figures
from fer_desktop.system.files import Draft, reason

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

CONFUSION_FILE: Final = "confusion.png"
CALIBRATION_FILE: Final = "calibration.png"

_DPI: Final = 120
_LONGEST_NAME: Final = 45
_BARS: Final = "#8fb8de"
_POINTS: Final = "#c2560c"


def prepare_plots(folder: Path) -> None:
    """Make sure, before a long measurement, that its pictures can be drawn and written.

    Raises:
        SettingsError: Matplotlib is not installed, or the folder can't be made or written to.
    """
    try:
        import matplotlib.figure  # noqa: F401
    except ImportError as error:
        raise SettingsError(
            f"--plots needs matplotlib ({error}); install 'fer-desktop[plots]'."
        ) from error
    try:
        folder.mkdir(parents=True, exist_ok=True)
        tempfile.TemporaryFile(dir=folder).close()
    except OSError as error:
        raise SettingsError(f"{folder}: can't be written ({error.strerror}).") from error


def write_plots(folder: Path, found: Figures, data: str, split: str) -> None:
    """Draw `confusion.png` and `calibration.png`.

    Args:
        folder: Where they go; what has these names there is replaced.
        found: The figures.
        data: Name of the data set, for the titles.
        split: Its part that was measured.

    Raises:
        SettingsError: A file can't be written.
    """
    measured = f"{_shown(data)}, {split}"
    drawings: dict[str, Callable[[Figures, str], Figure]] = {
        CONFUSION_FILE: _draw_confusion,
        CALIBRATION_FILE: _draw_calibration,
    }
    from matplotlib import style

    # The user's own settings of matplotlib could make the text LaTeX or the ground black.
    with style.context("default"), warnings.catch_warnings():
        # A letter in the data set's name that the font has not is drawn as a box.
        warnings.filterwarnings("ignore", message="Glyph")
        for name, draw in drawings.items():
            try:
                with Draft(folder / name) as draft:
                    draw(found, measured).savefig(draft.path, dpi=_DPI, format="png")
                    draft.commit()
            except OSError as error:
                words = f"{folder / name}: can't be written ({reason(error)})."
                raise SettingsError(words) from error


def _shown(name: str) -> str:
    # A file's name may be long, and hold bytes that are no letters at all.
    name = name.encode("utf-8", "replace").decode()
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…"


def _figure(width: float, height: float) -> "Figure":
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(width, height), layout="constrained")
    FigureCanvasAgg(figure)
    return figure


def _draw_confusion(found: Figures, measured: str) -> "Figure":
    """Draw the matrix: colours and percentages are shares of a row, above them the counts."""
    lost = found.confusion[:, N_LABELS].any()
    counts = found.confusion if lost else found.confusion[:, :N_LABELS]
    columns = [*LABELS, "no face"] if lost else [*LABELS]
    shares = counts / np.maximum(counts.sum(axis=1, keepdims=True), 1)
    figure = _figure(10.4 if lost else 9.6, 8.4)
    axes = figure.subplots()
    image = axes.imshow(shares, cmap="Blues", vmin=0, vmax=1)
    axes.set_xticks(range(len(columns)), columns, rotation=35, ha="right", rotation_mode="anchor")
    rows = [f"{label}\nn = {row.n:,}" for label, row in found.per_class.items()]
    axes.set_yticks(range(N_LABELS), rows)
    axes.set_xlabel("named")
    axes.set_ylabel("true class")
    axes.set_title(
        f"{measured}\naccuracy {found.accuracy:.3f}, balanced {found.balanced_accuracy:.3f}, "
        f"macro-F1 {found.macro_f1:.3f} ({found.n:,} pictures)",
        parse_math=False,
    )
    _write_cells(axes, counts, shares)
    bar = figure.colorbar(image, ax=axes, fraction=0.04, pad=0.02)
    bar.set_label("share of the true class")
    return figure


def _write_cells(axes: "Axes", counts: NDArray[np.int64], shares: NDArray[np.float64]) -> None:
    # White lines between the cells, drawn as a grid of the small ticks.
    axes.set_xticks(np.arange(counts.shape[1] + 1) - 0.5, minor=True)
    axes.set_yticks(np.arange(counts.shape[0] + 1) - 0.5, minor=True)
    axes.grid(which="minor", color="white", linewidth=1.5)
    axes.tick_params(which="both", length=0)
    for (row, column), count in np.ndenumerate(counts):
        share = shares[row, column]
        text = f"{count:,}\n{share * 100:.1f} %" if count else "0"
        # From 0.65 on white stands out more from "Blues" than dark letters do.
        color = "white" if share > 0.65 else "#102a43" if count else "#6b7a89"
        weight = "bold" if row == column else "normal"
        axes.text(
            column, row, text, ha="center", va="center", color=color, weight=weight, fontsize=9
        )


def _draw_calibration(found: Figures, measured: str) -> "Figure":
    """Draw how often answers of a given confidence are right, and below how many there are."""
    from matplotlib.ticker import MaxNLocator

    curve = found.calibration
    figure = _figure(7.2, 8.0)
    upper, lower = figure.subplots(2, 1, sharex=True, height_ratios=[3, 1])
    bars = {"width": 1 / len(curve), "align": "edge", "color": _BARS, "edgecolor": "white"}
    lefts, counts = [row.low for row in curve], [row.n for row in curve]
    upper.bar(lefts, [row.accuracy or 0 for row in curve], label="right answers of the bin", **bars)
    upper.plot([0, 1], [0, 1], "--", color="#222222", label="perfectly calibrated")
    points = [(row.confidence, row.accuracy) for row in curve if row.n]
    (line,) = upper.plot(
        [confidence for confidence, _ in points],
        [accuracy for _, accuracy in points],
        "o",
        color=_POINTS,
        clip_on=False,  # those at 0 and 1 stay whole
        markeredgecolor="white",
        label="at the bin's mean confidence",
    )
    line.set_in_layout(False)  # without any point it would push the axes apart
    upper.set(xlim=(0, 1), ylim=(0, 1), ylabel="share of right answers")
    figure.legend(loc="outside lower center", ncols=3, frameon=False)
    upper.set_title(
        f"{measured}\ncalibration error (ECE) {found.ece:.3f} ({sum(counts):,} answers)",
        pad=10,
        parse_math=False,
    )
    drawn = lower.bar(lefts, counts, **bars)
    lower.bar_label(drawn, [f"{n:,}" if n else "" for n in counts], fontsize=8, padding=2)
    lower.set(xlabel="confidence", ylabel="answers")
    lower.set_ylim(0, 1.2 * max(1, *counts))  # room for the counts
    lower.yaxis.set_major_locator(MaxNLocator(4, integer=True))
    for axes in (upper, lower):
        axes.grid(axis="y", color="#dddddd")
        axes.set_axisbelow(True)
        axes.spines[["top", "right"]].set_visible(False)
    return figure
