"""Results as plain values: the JSON objects."""

from typing import Any, Final

from fer_desktop.core.inert import is_formula
from fer_desktop.core.types import AnalyzedFrame, RecognizedFace
from fer_desktop.sessions.row_values import values
from fer_desktop.sessions.rows import rows_of
from fer_desktop.vision.recognition.classifier import Classifier
from fer_desktop.vision.recognition.model_spec import LITERT_FILE

SCHEMA: Final = 1

OF_FRAME: Final = ("path", "frame", "time_s", "wall_time_utc")
"""Columns of the tables that all faces of a frame share."""


def model_record(classifier: Classifier) -> dict[str, Any]:
    """Return which model made the results."""
    spec = classifier.spec
    return {
        "name": spec.name,
        "version": spec.version,
        "sha256": spec.sha256[LITERT_FILE]
        if classifier.engine_name == "litert"
        else spec.sha256["model.keras"],
        "engine": classifier.engine_name,
    }


def face_record(face: RecognizedFace) -> dict[str, Any]:
    """Return a face as JSON values: the network's raw probabilities, nothing smoothed."""
    return {
        "box": list(face.box),
        "detection_score": round(face.face.detection_score, 4),
        "track_id": face.track_id,
        "label": face.label,
        "confidence": face.confidence,
        "uncertain": face.raw.is_uncertain,
        "valence": face.raw.valence,
        "probabilities": face.probabilities,
    }


def frame_record(analyzed: AnalyzedFrame) -> dict[str, Any]:
    """Return a frame with its faces as JSON values."""
    return {
        "index": analyzed.frame.index,
        "time_s": round(analyzed.frame.time_s, 6),
        "faces": [face_record(face) for face in analyzed.faces],
    }


def frame_line(path: str, analyzed: AnalyzedFrame, wall_time_utc: str = "") -> dict[str, Any]:
    """Return a frame as JSON values that hold all that a table's rows hold.

    Each face has the values of `face_record` and, by the names of the columns, those of its row.
    `frame` is `index`, and `status` says of a frame without faces why it has none.
    """
    rows = [values(row) for row in rows_of(analyzed, path=path, wall_time_utc=wall_time_utc)]
    faces = [
        {**face_record(face), **{name: row[name] for name in row if name not in OF_FRAME}}
        for face, row in zip(analyzed.faces, rows, strict=False)
    ]
    return {
        "index": analyzed.frame.index,
        "frame": analyzed.frame.index,
        "time_s": rows[0]["time_s"],
        "wall_time_utc": wall_time_utc or None,
        "status": "OK" if faces else rows[0]["status"],
        "faces": faces,
    }


def as_cell(text: str) -> str:
    """Return a text as a cell that no spreadsheet takes for a formula."""
    return f"'{text}" if is_formula(text) or text.startswith(("\t", "\r", "\n")) else text


def from_cell(text: str) -> str:
    """Return a text as it was before `as_cell`."""
    return text[1:] if text.startswith("'") and as_cell(text[1:]) == text else text
