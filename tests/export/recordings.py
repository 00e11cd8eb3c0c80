"""A small recording whose figures can be counted on fingers, and one of random values."""

import numpy as np

from fer_desktop.core.geometry import BoundingBox
from fer_desktop.core.types import Expression
from fer_desktop.export.export_info import ExportInfo
from fer_desktop.sessions.files import Marker
from fer_desktop.sessions.rows import Row
from tests.fakes import probabilities

INFO = ExportInfo(
    title="2026-11-25 14-03-22",
    started_utc="2026-11-25T14:03:22.000Z",
    source={"kind": "camera", "name": "Loopback"},
    model={"name": "fixed", "version": "0", "sha256": "0" * 64, "engine": "litert"},
    settings={"smoothing_s": 0.25},
    versions={"fer-desktop": "0"},
    markers=(
        Marker(0.65, 6, "", "=1+1\tdoor"),
        Marker(1.05, 10, "", ""),
    ),
)


def face_row(frame, label, *, face_id=1, status="OK", path="", time_s=None, random=None):
    """Return a row at ten frames a second; raw and shown values differ."""
    raw = shown = probabilities("fear" if label == "uncertain" else label, 0.9)
    if random is not None:
        raw, shown = random.dirichlet(np.ones(8), 2).astype(np.float32)
    return Row(
        frame,
        frame / 10 if time_s is None else time_s,
        status,
        path,
        face_id=face_id,
        box=BoundingBox(1 + frame, 2, 31 + frame, 42),
        detection_score=0.87654321,
        quality=("small", "dark") if status == "LOW_QUALITY" else (),
        raw=Expression(raw),
        shown=Expression(shown, steady_label=label),
    )


def empty_row(frame, status="FIND_FAILED", *, path="", time_s=None):
    """Return a row without a face."""
    return Row(frame, frame / 10 if time_s is None else time_s, status, path)


def small(path="", random=None):
    """Return three seconds at ten frames a second.

    Face 1: ten frames of happiness, ten of neutral, five not found, five of happiness. Face 2: ten
    frames of sadness from 0.5 s on. Frame 3 was dropped.
    """
    rows = []
    for frame in range(30):
        if frame == 3:
            rows.append(empty_row(frame, "DROPPED", path=path))
            continue
        if frame < 20 or frame >= 25:
            label = "neutral" if 10 <= frame < 20 else "happiness"
            rows.append(face_row(frame, label, path=path, random=random))
        else:
            rows.append(empty_row(frame, path=path))
        if 5 <= frame < 15:
            rows.append(face_row(frame, "sadness", face_id=2, path=path, random=random))
    return rows


def varied(path=""):
    """Return the same with random values and every status."""
    rows = small(path, np.random.default_rng(3))
    rows[5] = face_row(5, "uncertain", status="UNSURE", path=path, random=np.random.default_rng(4))
    rows.append(face_row(30, "fear", status="LOW_QUALITY", path=path))
    rows.append(face_row(31, "fear", status="HELD", path=path))
    rows.append(empty_row(31, "LOST", path=path, time_s=3.2))
    return rows
