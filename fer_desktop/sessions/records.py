"""Results as plain values: the JSON objects, and the columns of the tables."""

from typing import Any, Final

from fer_desktop.core.inert import is_formula
from fer_desktop.core.labels import LABELS
from fer_desktop.core.types import AnalyzedFrame, RecognizedFace
from fer_desktop.vision.recognition.classifier import Classifier
from fer_desktop.vision.recognition.model_spec import LITERT_FILE

SCHEMA: Final = 1

CSV_COLUMNS: Final = (
    "path",
    "frame",
    "time_s",
    "face",
    "track_id",
    "x1",
    "y1",
    "x2",
    "y2",
    "detection_score",
    "label",
    "confidence",
    "uncertain",
    "valence",
    *LABELS,
    "error",
)


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


def csv_rows(path: str, analyzed: AnalyzedFrame) -> list[list[object]]:
    """Return one row a face; a frame without a face is one row with empty face cells."""
    frame = analyzed.frame
    start: list[object] = [as_cell(path), frame.index, round(frame.time_s, 6)]
    if not analyzed.faces:
        return [start + [""] * (len(CSV_COLUMNS) - len(start))]
    rows = []
    for number, face in enumerate(analyzed.faces):
        record = face_record(face)
        rows.append(
            [
                *start,
                number,
                "" if face.track_id is None else face.track_id,
                *face.box,
                record["detection_score"],
                record["label"],
                record["confidence"],
                int(record["uncertain"]),
                record["valence"],
                *record["probabilities"].values(),
                "",
            ]
        )
    return rows


def as_cell(text: str) -> str:
    """Return a text as a cell that no spreadsheet takes for a formula."""
    return f"'{text}" if is_formula(text) or text.startswith(("\t", "\r", "\n")) else text


def from_cell(text: str) -> str:
    """Return a text as it was before `as_cell`."""
    return text[1:] if text.startswith("'") and as_cell(text[1:]) == text else text
