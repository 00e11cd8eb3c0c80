"""Plots as inline SVG: eight probabilities over time, and below them the shown label in lanes.

Colour is never alone: lines differ in their dashes and stand in a legend, a label has its lane.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise
from statistics import median
from typing import Final

import numpy as np
from numpy.typing import NDArray

from fer_desktop.core.contrast import readable
from fer_desktop.core.labels import LABELS, UNCERTAIN
from fer_desktop.core.overlay import COLORS, PATTERNS
from fer_desktop.sessions.episodes import Episode
from fer_desktop.sessions.statistics import SHOWN_LABELS

Points = Sequence[tuple[float, NDArray[np.float64]]]

WIDTH: Final = 960
_LEFT, _RIGHT, _TOP, _PLOT, _AXIS = 96, 112, 16, 200, 40
_LANE, _BAR = 20, 12
_GROUND: Final = (255, 255, 255)
_QUIET: Final = "#59626e"
_RULE: Final = "#dfe3e8"
_STEPS_S: Final = (0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200)
_MOST_TICKS: Final = 9
_LEAST_GAP_S: Final = 0.5


@dataclass(frozen=True)
class TimeScale:
    """Where times lie between the left and the right edge of a plot."""

    start_s: float
    end_s: float

    def x(self, time_s: float) -> float:
        """Return the place of a time in pixels of the drawing."""
        length_s = max(self.end_s - self.start_s, 1e-6)
        share = min(1.0, max(0.0, (time_s - self.start_s) / length_s))
        return _LEFT + share * (WIDTH - _LEFT - _RIGHT)

    def ticks(self) -> list[tuple[float, str]]:
        """Return times at even distances, and how they are written."""
        length_s = self.end_s - self.start_s
        step = next((s for s in _STEPS_S if length_s / s <= _MOST_TICKS), length_s / _MOST_TICKS)
        first = math.ceil(self.start_s / step)
        last = math.floor(self.end_s / step + 1e-9)
        return [(n * step, _time(n * step, step, self.end_s)) for n in range(first, last + 1)]


def plot(points: Points, episodes: Sequence[Episode], markers: Sequence[float], name: str) -> str:
    """Return the drawing of one face.

    Args:
        points: Times and (8,) raw probabilities in [0, 1], in the order of time.
        episodes: When which label was shown.
        markers: Times that the user marked; they are numbered from 1.
        name: What is drawn, for those who can't see it.
    """
    times = [time_s for time_s, _ in points]
    times += [time_s for each in episodes for time_s in (each.start_s, each.end_s)]
    scale = TimeScale(min(times, default=0.0), max(times, default=1.0))
    lanes_top = _TOP + _PLOT + 24
    height = lanes_top + len(SHOWN_LABELS) * _LANE + _AXIS
    parts = [
        f'<svg viewBox="0 0 {WIDTH} {height}" role="img" aria-label="{escape(name)}" '
        'xmlns="http://www.w3.org/2000/svg" font-family="sans-serif" font-size="12">',
        *_time_axis(scale, lanes_top + len(SHOWN_LABELS) * _LANE),
        *_percent_axis(),
        *_lines(points, scale),
        *_legend(),
        *_lanes(episodes, scale, lanes_top),
        *_marks(markers, scale, lanes_top + len(SHOWN_LABELS) * _LANE),
        "</svg>",
    ]
    return "\n".join(parts)


def color_of(label: str) -> str:
    """Return a label's colour on white as "#rrggbb"."""
    return "#{:02x}{:02x}{:02x}".format(*readable(COLORS[label], _GROUND))


def _time(time_s: float, step: float, end_s: float) -> str:
    if end_s <= 60:
        return f"{time_s:.{1 if step < 1 else 0}f} s"
    minutes, rest = divmod(round(time_s), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"


def _text(x: float, y: float, text: str, anchor: str = "start", color: str = _QUIET) -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{color}">{escape(text)}</text>'
    )


def _line(x1: float, y1: float, x2: float, y2: float, color: str, dash: str = "") -> str:
    dashes = f' stroke-dasharray="{dash}"' if dash else ""
    return (
        f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="{color}"{dashes}/>'
    )


def _time_axis(scale: TimeScale, bottom: float) -> Iterator[str]:
    for time_s, words in scale.ticks():
        x = scale.x(time_s)
        yield _line(x, _TOP, x, bottom, _RULE)
        yield _text(x, bottom + 16, words, "middle")


def _percent_axis() -> Iterator[str]:
    for percent in (0, 25, 50, 75, 100):
        y = _TOP + _PLOT * (1 - percent / 100)
        yield _line(_LEFT, y, WIDTH - _RIGHT, y, _RULE)
        yield _text(_LEFT - 8, y + 4, f"{percent} %", "end")


def _lines(points: Points, scale: TimeScale) -> Iterator[str]:
    """Yield a path for each expression, with a break where the face was not seen for long."""
    steps = [after - before for (before, _), (after, _) in pairwise(points)]
    gap_s = max(_LEAST_GAP_S, 5 * median(steps)) if steps else 0.0
    for position, label in enumerate(LABELS):
        path, before_s = [], -math.inf
        for time_s, values in points:
            command = "M" if time_s - before_s > gap_s else "L"
            y = _TOP + _PLOT * (1 - values[position])
            path.append(f"{command}{scale.x(time_s):.1f} {y:.1f}")
            before_s = time_s
        dash = " ".join(str(length) for length in PATTERNS[label])
        yield (
            f'<path d="{"".join(path)}" fill="none" stroke="{color_of(label)}" stroke-width="1.5" '
            f'stroke-dasharray="{dash}"><title>{label}</title></path>'
        )


def _legend() -> Iterator[str]:
    x = WIDTH - _RIGHT + 12
    for position, label in enumerate(LABELS):
        y = _TOP + 12 + position * 24
        dash = " ".join(str(length) for length in PATTERNS[label])
        yield _line(x, y, x + 24, y, color_of(label), dash).replace("/>", ' stroke-width="2"/>')
        yield _text(x + 30, y + 4, label)


def _lanes(episodes: Sequence[Episode], scale: TimeScale, top: float) -> Iterator[str]:
    for position, label in enumerate(SHOWN_LABELS):
        y = top + position * _LANE
        yield _text(_LEFT - 8, y + 14, _name(label), "end")
        yield _line(_LEFT, y + _LANE, WIDTH - _RIGHT, y + _LANE, _RULE)
    for each in episodes:
        x, y = scale.x(each.start_s), top + SHOWN_LABELS.index(each.label) * _LANE
        told = f"{_name(each.label)}: {each.start_s:.2f} s to {each.end_s:.2f} s"
        yield (
            f'<rect x="{x:.1f}" y="{y + (_LANE - _BAR) / 2:.1f}" '
            f'width="{max(1.0, scale.x(each.end_s) - x):.1f}" height="{_BAR}" '
            f'fill="{color_of(each.label)}"><title>{escape(told)}</title></rect>'
        )
    yield _text(WIDTH - _RIGHT + 12, top + 14, "shown label")


def _marks(markers: Sequence[float], scale: TimeScale, bottom: float) -> Iterator[str]:
    for number, time_s in enumerate(markers, 1):
        if scale.start_s <= time_s <= scale.end_s:
            x = scale.x(time_s)
            yield _line(x, _TOP, x, bottom, "#1a1f26", "1 3")
            yield _text(x, _TOP - 4, str(number), "middle", "#1a1f26")


def _name(label: str) -> str:
    return "not sure" if label == UNCERTAIN else label
