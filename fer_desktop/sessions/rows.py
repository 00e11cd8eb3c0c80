"""One face in one frame as a row: what sessions keep, and what every export is made of."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final, Literal, get_args

from fer_desktop.core.geometry import BoundingBox
from fer_desktop.core.labels import LABELS
from fer_desktop.core.types import AnalyzedFrame, Expression, RecognizedFace

Status = Literal[
    "OK", "UNSURE", "LOW_QUALITY", "HELD", "FIND_FAILED", "DROPPED", "LOST", "UNREADABLE"
]
"""What a row is.

OK is a face with a label; UNSURE one whose strongest probability is below the threshold;
LOW_QUALITY one that is seen badly (see `quality`), with a label all the same; HELD a known face
that was not seen in this frame: its box is where it should be, its probabilities are of that place.
The others are frames without a face: FIND_FAILED was looked at; DROPPED came while the analysis was
busy; LOST stands for the time in which the source gave no picture; UNREADABLE is a file that can't
be read.
"""
STATUSES: Final[tuple[str, ...]] = get_args(Status)
FACE_STATUSES: Final = frozenset({"OK", "UNSURE", "LOW_QUALITY", "HELD"})

COLUMNS: Final = (
    *("path", "frame", "time_s", "wall_time_utc", "status", "face_id"),
    *("x1", "y1", "x2", "y2", "detection_score", "quality"),
    *("label", "label_shown", "confidence", "valence"),
    *(f"p_{label}" for label in LABELS),
    *(f"s_{label}" for label in LABELS),
)
"""Of `faces.csv` and all tidy tables."""

DESCRIPTIONS: Final = {
    "path": "picture or video that the row is from; empty for a camera",
    "frame": "number of the frame in its source, from 0",
    "time_s": "seconds since the start of the session, or in the video's own time",
    "wall_time_utc": "time of day of the frame, ISO 8601 in UTC; empty for files",
    "status": "one of " + ", ".join(STATUSES),
    "face_id": "number of the face from 1, which stays with it through the recording; in single "
    "pictures the largest face is 1; it is no identity",
    "x1": "left edge of the face's box, in pixels of the frame",
    "y1": "top edge",
    "x2": "right edge, the first column that is not in the box",
    "y2": "bottom edge, the first row that is not in the box",
    "detection_score": "the detector's confidence, 0 to 1",
    "quality": (
        "what is wrong with the view, joined by +: small, cut, covered, dark, pale, bright, "
        "blurred, turned"
    ),
    "label": "the strongest expression of this frame alone, or uncertain",
    "label_shown": "the label that was on the screen, decided over time",
    "confidence": "raw probability of the label, of the strongest expression where uncertain",
    "valence": "raw happiness minus the strongest of sadness, anger, fear and disgust, -1 to 1",
    **{f"p_{label}": f"raw probability of {label}, as the network gave it" for label in LABELS},
    **{
        f"s_{label}": f"probability of {label} as shown: calmed, and corrected by a neutral face "
        "where one was kept"
        for label in LABELS
    },
}
"""What each column means, for the dictionary beside the data."""


@dataclass(frozen=True)
class Row:
    """One face in one frame, or a frame without a face.

    Attributes:
        frame: Number of the frame in its source, from 0.
        time_s: Seconds since the start of the session, or in the file's own time.
        status: What the row is.
        path: Picture or video; "" for a camera.
        wall_time_utc: ISO 8601 with milliseconds and "Z"; "" for files.
        face_id: Number of the face, from 1; in single pictures, the largest is 1. None for frames
            without a face.
        box: Half-open, in pixels of the frame; None without a face.
        detection_score: In [0, 1]; None without a face.
        quality: What is wrong with the view; empty where it is good.
        raw: As the network gave it; None without a face.
        shown: As it was on the screen; None without a face.
    """

    frame: int
    time_s: float
    status: Status
    path: str = ""
    wall_time_utc: str = ""
    face_id: int | None = None
    box: BoundingBox | None = None
    detection_score: float | None = None
    quality: tuple[str, ...] = ()
    raw: Expression | None = None
    shown: Expression | None = None


def rows_of(
    analyzed: AnalyzedFrame, *, time_s: float | None = None, path: str = "", wall_time_utc: str = ""
) -> Iterator[Row]:
    """Yield a row for each face of a frame, or one that says that there is none.

    Args:
        analyzed: The frame.
        time_s: What the rows say; None takes the frame's own time.
        path: Picture or video that it is from.
        wall_time_utc: Time of day.
    """
    frame, index = analyzed.frame, analyzed.frame.index
    seconds = frame.time_s if time_s is None else time_s
    if not analyzed.faces:
        yield Row(index, seconds, "FIND_FAILED", path, wall_time_utc)
    for position, face in enumerate(analyzed.faces):
        row = row_of(face, position, frame=index, time_s=seconds, path=path)
        yield replace(row, wall_time_utc=wall_time_utc) if wall_time_utc else row


def row_of(
    face: RecognizedFace, position: int, *, frame: int = 0, time_s: float = 0.0, path: str = ""
) -> Row:
    """Return the row of one face.

    Args:
        face: The face.
        position: Its place among the faces of its frame, from 0. Where it has no number, its
            number is one more.
        frame: Number of that frame.
        time_s: Time of that frame.
        path: Picture or video that it is from.
    """
    return Row(
        frame,
        time_s,
        _status(face),
        path,
        face_id=position + 1 if face.track_id is None else face.track_id,
        box=face.box,
        detection_score=face.face.detection_score,
        quality=face.quality.issues if face.quality is not None else (),
        raw=face.raw,
        shown=face.smoothed,
    )


def _status(face: RecognizedFace) -> Status:
    if face.face.is_held:
        return "HELD"
    if face.raw.is_uncertain:
        return "UNSURE"
    return "LOW_QUALITY" if face.quality is not None and face.quality.issues else "OK"


def cells(row: Row) -> list[object]:
    """Return a row's values in the order of `COLUMNS`; "" where there is none.

    Probabilities have nine digits, which is all that float32 has.
    """
    face = row.raw is not None and row.shown is not None and row.box is not None
    start = [row.path, row.frame, round(row.time_s, 6), row.wall_time_utc, row.status]
    if not face:
        return [*start, *[""] * (len(COLUMNS) - len(start))]
    assert row.raw is not None
    assert row.shown is not None
    assert row.box is not None
    return [
        *start,
        "" if row.face_id is None else row.face_id,
        *row.box,
        "" if row.detection_score is None else _digits(row.detection_score),
        "+".join(row.quality),
        row.raw.label,
        row.shown.label,
        _digits(row.raw.confidence),
        _digits(row.raw.valence),
        *(_digits(float(p)) for p in row.raw.probabilities),
        *(_digits(float(p)) for p in row.shown.probabilities),
    ]


def _digits(value: float) -> str:
    return f"{value:.9g}"
