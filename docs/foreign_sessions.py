"""Sessions of made-up values with awkward names, for the readers of exports to open."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import numpy as np

from fer_desktop.core.geometry import BoundingBox
from fer_desktop.core.labels import LABELS
from fer_desktop.core.types import Expression
from fer_desktop.sessions.rows import Row

NAMES: Final = (
    "sub-01_task-film",
    "sub-Jörg_task-Straßenfilm",
    "=1+1; 'said' (2)",
    "two  blanks, a comma",
    "sub-05_task-nobody",
)
N_FRAMES: Final = 240
RATE_HZ: Final = 10


def made(parent: Path, name: str, seed: int) -> list[Row]:
    """Make a session's folder and return its rows; the last name's has no face."""
    from fer_desktop.sessions.writer import SessionWriter

    random = np.random.default_rng(seed)
    info = {
        "started_utc": "2026-11-25T14:03:22.000Z",
        "source": {"kind": "camera", "name": name},
        "model": {"name": "made up", "version": "0", "sha256": "0" * 64, "engine": "litert"},
        "settings": {},
        "options": {"video": False, "blur_faces": False, "chosen_face_only": False},
    }
    writer = SessionWriter(parent / name, info)
    rows = list(rows_of_session(random, has_faces=name != NAMES[-1]))
    frames: dict[int, list[Row]] = {}
    for row in rows:
        frames.setdefault(row.frame, []).append(row)
    for each in frames.values():
        writer.write(tuple(each))
    writer.mark(3.05, 30, "", 'Question 1: "why?"')
    writer.mark(9.0, 90, "", "")
    writer.end("stopped by the user")
    return rows


def rows_of_session(random: np.random.Generator, *, has_faces: bool) -> Iterator[Row]:
    """Yield the rows: labels that last, a face lost now and then, a second one for a while."""
    label = "neutral"
    for frame in range(N_FRAMES):
        if random.random() < 0.08:
            label = LABELS[random.integers(len(LABELS))]
        if not has_faces or random.random() < 0.05:
            yield Row(frame, frame / RATE_HZ, "FIND_FAILED")
            continue
        yield face(random, frame, 1, label)
        if 50 <= frame < 90:
            yield face(random, frame, 2, "anger")


def face(random: np.random.Generator, frame: int, face_id: int, label: str) -> Row:
    """Return a row of a face that is shown with this label."""
    raw, shown = random.dirichlet(np.ones(len(LABELS)), 2).astype(np.float32)
    return Row(
        frame,
        frame / RATE_HZ,
        "OK",
        face_id=face_id,
        box=BoundingBox(10 * face_id, 20, 10 * face_id + 60 // face_id, 90),
        detection_score=0.9,
        raw=Expression(raw),
        shown=Expression(shown, steady_label=label),
    )
