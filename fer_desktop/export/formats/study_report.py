"""The figures of a study as one HTML file: tables, and a figure a label. It loads nothing."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from pathlib import Path
from typing import Final

from fer_desktop.export.export_info import NOTE, ExportInfo
from fer_desktop.export.formats.html_report import NONE, head, letters, name_of, words_table
from fer_desktop.export.formats.study_table import figures_of
from fer_desktop.export.svg_plot import color_of
from fer_desktop.sessions.rows import Row
from fer_desktop.sessions.statistics import SHOWN_LABELS
from fer_desktop.sessions.study import Condition, Figure

_HOW: Final = (
    "Each figure is a mean over participants, each of whom counts once, with a 95 % interval: "
    "participants were drawn again and again (bootstrap). Of several faces in a recording, the one "
    "that was measured longest counts. No test of significance is made; with few participants the "
    "intervals say little."
)
_WIDTH, _ROW, _LEFT = 640, 26, 190


def write(rows: Iterable[Row], path: Path, info: ExportInfo) -> None:
    """Write the report; the rows pass once and are not kept."""
    parts = _parts(figures_of(rows, info), info)
    with path.open("w", encoding="utf-8", errors="xmlcharrefreplace", newline="") as file:
        file.writelines(f"{part}\n" for part in parts)


def _parts(found: Sequence[Condition], info: ExportInfo) -> Iterator[str]:
    yield from head("Study")
    yield f'<p class="note">{escape(NOTE)}</p><p>{_HOW}</p>'
    yield from _overview(found)
    for label in SHOWN_LABELS:
        yield f"<h2>{name_of(label)}</h2>"
        yield from _figure(label, found)
        yield from _table(label, found)
    yield "<h2>Made with</h2>"
    yield from words_table(
        {name: value for name, value in info.as_dict().items() if name != "inputs"}
    )
    yield "</body></html>"


def _overview(found: Sequence[Condition]) -> Iterator[str]:
    yield '<div class="scroll"><table><caption>Conditions</caption><tr>'
    counts = ("participants", "recordings", "without a face")
    columns = ("condition", *counts, "valence", "lost frames")
    yield "".join(f'<th scope="col">{column}</th>' for column in columns) + "</tr>"
    for each in found:
        cells = [
            *(str(each.n_participants), str(each.n_recordings), str(each.n_faceless)),
            _words(each.valence),
            _words(each.lost, percent=True),
        ]
        yield _line(each.name, cells)
    yield "</table></div>"


def _table(label: str, found: Sequence[Condition]) -> Iterator[str]:
    yield '<div class="scroll"><table><tr>'
    columns = ("condition", "share of the time", "episodes a minute", "lost frames")
    yield "".join(f'<th scope="col">{column}</th>' for column in columns) + "</tr>"
    for each in found:
        share = _words(each.shares[label], percent=True)
        cells = [share, _words(each.episodes[label]), _words(each.lost, percent=True)]
        yield _line(each.name, cells)
    yield "</table></div>"


def _line(name: str, cells: Sequence[str]) -> str:
    return (
        f'<tr><th scope="row">{escape(letters(name))}</th>'
        + "".join(f"<td>{cell}</td>" for cell in cells)
        + "</tr>"
    )


def _figure(label: str, found: Sequence[Condition]) -> Iterator[str]:
    """Yield bars of the shares of a label, with their intervals."""
    height, scale = _ROW * len(found) + 4, _WIDTH - _LEFT - 10
    words = f"Share of the time that looked like {name_of(label)}, by condition"
    yield f'<svg viewBox="0 0 {_WIDTH} {height}" role="img" aria-label="{words}">'
    for row, each in enumerate(found):
        figure, y = each.shares[label], row * _ROW + 4
        name = escape(letters(each.name)[:24])
        yield f'<text x="{_LEFT - 8}" y="{y + 14}" text-anchor="end" font-size="13">{name}</text>'
        if figure.mean is None:
            continue
        yield (
            f'<rect x="{_LEFT}" y="{y}" width="{figure.mean * scale:.1f}" height="18" '
            f'fill="{color_of(label)}"/>'
        )
        if figure.low is not None and figure.high is not None:
            low, high = (_LEFT + value * scale for value in (figure.low, figure.high))
            yield (
                f'<path d="M{low:.1f} {y + 9}H{high:.1f}'
                f'M{low:.1f} {y + 4}v10M{high:.1f} {y + 4}v10" '
                'stroke="#1a1f26" stroke-width="1.5" fill="none"/>'
            )
    yield "</svg>"


def _words(figure: Figure, *, percent: bool = False) -> str:
    if figure.mean is None:
        return NONE

    def told(value: float) -> str:
        return f"{value * 100:.1f} %" if percent else f"{value:.2f}"

    if figure.low is None or figure.high is None:
        return told(figure.mean)
    return f"{told(figure.mean)} [{told(figure.low)}, {told(figure.high)}]"
