"""Times, shares and figures of a session in words, as the tables and the clipboard have them."""

import math
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import QCoreApplication

from fer_desktop.core.overlay import percent
from fer_desktop.core.progress import rounded
from fer_desktop.gui.common import numbers
from fer_desktop.gui.common.progress_words import time_left_words
from fer_desktop.gui.common.words import name_of
from fer_desktop.sessions.statistics import SHOWN_LABELS, FaceFigures, LabelFigures
from fer_desktop.sessions.table import FaceColumns, SessionTable

NONE = "\u2013"
"""Stands where there is no figure."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Review", text)


def clock(time_s: float, digits: int = 1) -> str:
    """Return a moment such as "1:02.3" or "1:00:02.3"."""
    scaled = round(max(0.0, time_s) * 10**digits)
    whole, rest = divmod(scaled, 10**digits)
    minutes, seconds = divmod(whole, 60)
    hours, minutes = divmod(minutes, 60)
    start = f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"
    return f"{start}{numbers.point()}{rest:0{digits}}" if digits else start


def share(value: float | None) -> str:
    """Return a share such as "12.5 %"."""
    return (
        NONE if value is None else _tr("{number} %").format(number=numbers.decimal(value * 100, 1))
    )


def seconds(value: float | None) -> str:
    """Return a length such as "1.25 s"."""
    return NONE if value is None else _tr("{number} s").format(number=numbers.decimal(value, 2))


def signed(value: float | None) -> str:
    """Return a valence with its sign, and a true minus."""
    if value is None or not math.isfinite(value):
        return NONE
    return numbers.signed(value)


def label_header() -> list[str]:
    """Return the heads of the table of expressions."""
    return [
        _tr("Expression"),
        _tr("Share of time"),
        _tr("Episodes"),
        _tr("Mean length"),
        _tr("Longest"),
        _tr("Lost frames"),
    ]


def label_cells(figures: FaceFigures) -> list[list[str]]:
    """Return a line for each expression."""
    lost = share(figures.lost)
    return [_label_line(label, figures.labels[label], lost) for label in SHOWN_LABELS]


def transition_header() -> list[str]:
    """Return the heads of the table of transitions."""
    return [_tr("From"), _tr("To"), _tr("How often"), _tr("Lost frames")]


def transition_cells(figures: FaceFigures) -> list[list[str]]:
    """Return a line for each transition, the most frequent first."""
    lost = share(figures.lost)
    found = sorted(figures.transitions.items(), key=lambda item: (-item[1], item[0]))
    return [[name_of(a), name_of(b), str(n), lost] for (a, b), n in found]


def valence_words(figures: FaceFigures) -> str:
    """Return the sentence about valence."""
    words = _tr("Valence: mean {mean}, spread {spread}. Lost frames: {lost} of {n}.")
    deviation = figures.valence_deviation
    return words.format(
        mean=signed(figures.valence_mean),
        spread=NONE if deviation is None else numbers.decimal(deviation, 2),
        lost=share(figures.lost),
        n=figures.n_frames,
    )


def face_words(face_id: int) -> str:
    """Return what a face is called."""
    return _tr("Face {number}").format(number=face_id)


def about_words(info: dict[str, Any], table: SessionTable) -> str:
    """Return a session's source, begin, length and faces on one line."""
    source = info.get("source")
    name = str(source.get("name", "")) if isinstance(source, dict) else ""
    words = _tr("length {length}, faces: {n_faces}, frames: {n_frames}")
    parts = [
        name,
        _begin(str(info.get("started_utc") or "")),
        words.format(
            length=clock(table.duration_s), n_faces=len(table.faces), n_frames=table.times.size
        ),
    ]
    return "  \u00b7  ".join(part for part in parts if part)


def moment_words(table: SessionTable, face: FaceColumns | None, time_s: float) -> str:
    """Return what a face looks like at a moment."""
    row = None
    if face is not None:
        row = face.row_at(float(table.times[table.frame_at(time_s)]))
    if face is None or row is None:
        return _tr("the face is not seen")
    return _tr("looks like {name}, strongest {percent}").format(
        name=name_of(SHOWN_LABELS[face.labels[row]]),
        percent=percent(float(face.probabilities[row].max())),
    )


def frame_words(n_done: int, n_expected: int, left_s: float | None) -> str:
    """Return how far the reading is, such as "120 of 900, about 10 seconds left"."""
    if not n_expected:
        return _tr("{n} read").format(n=numbers.count(n_done))
    words = _tr("{n} of {total}").format(n=numbers.count(n_done), total=numbers.count(n_expected))
    return words if left_s is None else f"{words}, {time_left_words(rounded(left_s))}"


def figures_text(figures: FaceFigures, note: str = "") -> str:
    """Return all figures of a face as text, the tables with tabs between their cells."""
    parts = [face_words(figures.face_id)] if figures.face_id is not None else []
    parts += [note] if note else []
    parts += [valence_words(figures), "", _table([label_header(), *label_cells(figures)])]
    parts += ["", _table([transition_header(), *transition_cells(figures)])]
    return "\n".join(parts) + "\n"


def _begin(started_utc: str) -> str:
    """Return a begin by the clock of this computer, by which the session's folder is named too."""
    try:
        begin = datetime.fromisoformat(started_utc)
    except ValueError:
        return started_utc  # written by another program, or by hand
    return f"{begin.astimezone():%Y-%m-%d %H:%M:%S}"


def _label_line(label: str, figures: LabelFigures, lost: str) -> list[str]:
    return [
        name_of(label),
        share(figures.share),
        str(figures.n_episodes),
        seconds(figures.mean_s),
        seconds(figures.longest_s),
        lost,
    ]


def _table(lines: Sequence[Sequence[str]]) -> str:
    return "\n".join("\t".join(line) for line in lines)
