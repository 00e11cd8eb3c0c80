"""A report as one HTML file: plots, statistics, and what it was made with. It loads nothing."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from typing import Any, Final

from fer_desktop.core.inert import inert
from fer_desktop.core.labels import UNCERTAIN
from fer_desktop.export.events import marker_text
from fer_desktop.export.export_info import NOTE, ExportInfo
from fer_desktop.export.series import Series
from fer_desktop.export.svg_plot import color_of, plot
from fer_desktop.sessions.episodes import Episode, frames_of
from fer_desktop.sessions.rows import Row
from fer_desktop.sessions.statistics import (
    SHOWN_LABELS,
    FaceFigures,
    Statistics,
    StatisticsCollector,
)

MOST_FACES: Final = 12
"""So many faces have a part of their own: those that were seen longest."""
NONE: Final = "-"

_STYLE: Final = """
:root { color-scheme: light; }
body { font: 16px/1.5 sans-serif; color: #1a1f26; background: #ffffff; max-width: 60rem;
  margin: 2rem auto; padding: 0 1rem; }
h1 { line-height: 1.2; overflow-wrap: anywhere; }
h2 { margin-top: 2.5rem; border-top: 1px solid #c3c9d1; padding-top: 1rem;
  overflow-wrap: anywhere; }
table { border-collapse: collapse; margin: 1rem 0; }
caption { text-align: left; font-weight: bold; padding-bottom: 0.25rem; }
th, td { padding: 0.25rem 0.75rem; border-bottom: 1px solid #dfe3e8; text-align: right;
  white-space: nowrap; }
th:first-child, .words td, .words th { text-align: left; }
.words td { white-space: normal; overflow-wrap: anywhere; }
.key { display: inline-block; width: 0.75rem; height: 0.75rem; margin-right: 0.5rem; }
.note { border-left: 5px solid #d55e00; padding-left: 1rem; }
.scroll { overflow-x: auto; }
svg { width: 100%; height: auto; }
@media print {
  body { font-size: 11px; margin: 0; }
  h2, caption { break-after: avoid; }
  th, td { padding: 1px 6px; }
  svg, .scroll { break-inside: avoid; overflow: visible; }
}
"""
_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'"


@dataclass
class _Gathered:
    """What is left of the rows when they have passed."""

    series: dict[tuple[str, int | None], Series] = field(default_factory=dict)
    episodes: dict[tuple[str, int | None], list[Episode]] = field(default_factory=dict)

    def keep(self, over: list[Episode]) -> None:
        for episode in over:
            self.episodes.setdefault((episode.path, episode.face_id), []).append(episode)

    def see(self, row: Row) -> None:
        if row.raw is not None and row.status != "HELD":
            series = self.series.setdefault((row.path, row.face_id), Series())
            series.add(row.time_s, row.raw.probabilities)


def write(rows: Iterable[Row], path: Path, info: ExportInfo) -> None:
    """Write the report; the rows pass once and are not kept."""
    collector, gathered = StatisticsCollector(stills=info.stills, end_of=info.end_of), _Gathered()
    for frame in frames_of(rows):
        gathered.keep(collector.add(frame))
        for row in () if info.stills else frame:
            gathered.see(row)
    gathered.keep(collector.end())
    parts = _parts(collector.statistics(), gathered, info)
    with path.open("w", encoding="utf-8", errors="xmlcharrefreplace", newline="") as file:
        file.writelines(f"{part}\n" for part in parts)


def _parts(found: Statistics, gathered: _Gathered, info: ExportInfo) -> Iterator[str]:
    yield from head(info.title)
    yield f'<p class="note">{escape(NOTE)}</p>'
    yield from (f"<p>{escape(letters(problem))}</p>" for problem in info.problems)
    what = "pictures" if info.stills else "frames"
    yield (
        f"<p>{found.n_frames} {what}; {_percent(found.lost)} of them without a face that could "
        "be measured.</p>"
    )
    for face in found.faces[:MOST_FACES]:
        yield from _face(face, gathered, info)
    if len(found.faces) > MOST_FACES:
        yield (
            f"<p>{len(found.faces) - MOST_FACES} more faces were seen for shorter; the format "
            "“statistics” has them all.</p>"
        )
    yield from _markers(info)
    yield "<h2>Made with</h2>"
    yield from words_table(info.as_dict())
    yield "</body></html>"


def head(title: str) -> Iterator[str]:
    """Yield what such a file begins with."""
    title = escape(letters(title))
    yield "<!DOCTYPE html>"
    yield f'<html lang="en"><head><meta charset="utf-8"><title>{title}</title>'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<style>{_STYLE}</style></head><body>"
    yield f"<h1>{title}</h1>"


def _face(face: FaceFigures, gathered: _Gathered, info: ExportInfo) -> Iterator[str]:
    name = "All faces" if face.face_id is None else f"Face {face.face_id}"
    if face.path and face.path != info.title:
        name += f" in {letters(face.path)}"
    yield f"<h2>{escape(name)}</h2>"
    key = (face.path, face.face_id)
    if key in gathered.series:
        yield (
            "<p>Above, the eight raw probabilities as the network gave them, with breaks where "
            "the face was not seen. Below, the label as it was shown.</p>"
        )
        times = [marker.time_s for marker in info.markers]
        words = f"{name}: probabilities over time and the shown label"
        yield plot(gathered.series[key].points(), gathered.episodes.get(key, []), times, words)
    yield from _label_table(face, stills=info.stills)
    mean, deviation = face.valence_mean, face.valence_deviation
    yield (
        f"<p>Valence: mean {_number(mean)}, standard deviation {_number(deviation)} "
        f"({_lost(face)}). It is raw happiness minus the strongest of sadness, anger, fear and "
        "disgust, from -1 to 1.</p>"
    )
    if face.transitions:
        yield from _transition_table(face)


def _label_table(face: FaceFigures, *, stills: bool) -> Iterator[str]:
    of_what = "faces" if stills else "time"
    yield f'<div class="scroll"><table><caption>Shown labels ({_lost(face)})</caption><tr>'
    columns = ["looks like", f"share of the {of_what}", "frames", "lost"]
    if not stills:
        columns[2:2] = ["seconds", "episodes", "mean s", "longest s"]
    yield "".join(f'<th scope="col">{column}</th>' for column in columns) + "</tr>"
    for label, figures in face.labels.items():
        share = NONE if figures.share is None else _percent(figures.share)
        cells = [share, str(figures.n_frames), _percent(face.lost)]
        if not stills:
            lengths = [_number(figures.mean_s), _number(figures.longest_s)]
            cells[1:1] = [_number(figures.total_s), str(figures.n_episodes), *lengths]
        yield f"<tr>{_label_head(label)}" + "".join(f"<td>{c}</td>" for c in cells) + "</tr>"
    yield "</table></div>"


def _transition_table(face: FaceFigures) -> Iterator[str]:
    used = [label for label in SHOWN_LABELS if any(label in pair for pair in face.transitions)]
    yield (
        f'<div class="scroll"><table><caption>What followed what, without a gap ({_lost(face)})'
        '</caption><tr><th scope="col">from \\ to</th>'
    )
    yield "".join(f'<th scope="col">{name_of(label)}</th>' for label in used) + "</tr>"
    for before in used:
        counts = (face.transitions.get((before, after), 0) for after in used)
        cells = "".join(f"<td>{count or NONE}</td>" for count in counts)
        yield f"<tr>{_label_head(before)}{cells}</tr>"
    yield "</table></div>"


def _markers(info: ExportInfo) -> Iterator[str]:
    if not info.markers:
        return
    yield '<h2>Markers</h2><table class="words"><tr><th>no.</th><th>second</th><th>text</th></tr>'
    for number, marker in enumerate(info.markers, 1):
        text = escape(letters(marker_text(marker.text)))
        yield f"<tr><td>{number}</td><td>{marker.time_s:.2f}</td><td>{text}</td></tr>"
    yield "</table>"


def words_table(values: dict[str, Any]) -> Iterator[str]:
    """Yield a table of names and values."""
    yield '<table class="words">'
    for name, value in values.items():
        if name in ("note", "title", "problems") or value in (None, {}, []):
            continue
        pairs = value.items() if isinstance(value, dict) else [("", value)]
        for key, each in pairs:
            head = f"{name.replace('_', ' ')} {key}".strip()
            yield f"<tr><th>{escape(letters(head))}</th><td>{escape(letters(str(each)))}</td></tr>"
    yield "</table>"


def _label_head(label: str) -> str:
    key = f'<span class="key" style="background:{color_of(label)}"></span>'
    return f'<th scope="row">{key}{name_of(label)}</th>'


def name_of(label: str) -> str:
    """Return a label as people read it."""
    return "not sure" if label == UNCERTAIN else label


def _lost(face: FaceFigures) -> str:
    return f"{_percent(face.lost)} of its {face.n_frames} frames lost"


def _percent(share: float) -> str:
    return f"{share * 100:.1f} %"


def _number(value: float | None) -> str:
    return NONE if value is None else f"{value:.2f}"


def letters(text: str) -> str:
    """Return a text whose bytes that are no letters, and signs that act, are written out."""
    return inert(text.encode("utf-8", "backslashreplace").decode())
