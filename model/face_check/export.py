"""Exports the trained face check: model.keras, model.tflite and model.json of one directory."""

import hashlib
import json
from pathlib import Path
from typing import Any

import keras
import numpy as np
from numpy.typing import NDArray

from fer_desktop.core.errors import ModelError
from fer_desktop.system.files import write_text
from fer_desktop.system.paths import SPEC_FILE
from fer_desktop.vision.detection.check_chips import AROUND, CHIP_PX
from fer_desktop.vision.detection.check_spec import ANSWERS, SCHEMA
from fer_desktop.vision.detection.face_check import FaceCheck
from fer_desktop.vision.recognition.model_spec import LITERT_FILE
from model.face_check.cases import Cases
from model.model_files import Release, round_to_half, to_litert
from model.networks import multiply_adds

TOLERANCE = 1e-3
"""In logits and parts; both engines round differently."""
_N_COMPARED = 64
_STEPS, _RATE = 400, 0.1


def fitted(logits: NDArray[np.float64], is_face: NDArray[np.bool_]) -> tuple[float, float]:
    """Return slope and offset that make probabilities of logits honest (Platt, 1999).

    Faces and others count alike in sum, for how many candidates are faces depends on the picture.
    """
    weight = np.where(is_face, 0.5 / max(is_face.sum(), 1), 0.5 / max((~is_face).sum(), 1))
    design = np.stack([logits, np.ones_like(logits)], axis=1)
    found = np.array([1.0, 0.0])
    for _ in range(_STEPS):
        p = 1 / (1 + np.exp(-design @ found))
        curved = design.T @ (design * (weight * p * (1 - p) + 1e-12)[:, np.newaxis])
        step = np.linalg.solve(curved + 1e-6 * np.eye(2), design.T @ (weight * (p - is_face)))
        found = found - np.clip(step, -0.5, 0.5)
        if np.abs(step).max() < 1e-6:
            break
    return float(found[0]), float(found[1])


def export(weights: Path, held_back: Cases, release: Release, out: Path) -> None:
    """Write the model directory; the calibration is fitted on the cases.

    Raises:
        ModelError: LiteRT answers otherwise than Keras.
    """
    model = keras.models.load_model(weights, compile=False)
    round_to_half(model)
    content = to_litert(model, (CHIP_PX, CHIP_PX, 1))
    out.mkdir(parents=True, exist_ok=True)
    (out / LITERT_FILE).write_bytes(content)
    spec = {
        "schema": SCHEMA,
        "name": release.name,
        "version": release.version,
        "description": "Decides whether a box holds a face, where exactly, how turned and covered.",
        "answers": list(ANSWERS),
        "input": {"side": CHIP_PX, "around": AROUND},
        "calibration": {"slope": 1.0, "offset": 0.0},
        "sha256": {LITERT_FILE: hashlib.sha256(content).hexdigest()},
        "parameters": int(sum(np.prod(v.shape) for v in model.trainable_weights)),
        "multiply_adds": multiply_adds(model),
        "licence": release.licence,
        "training_data": list(release.training_data),
        "training": release.training,
    }
    _write(out, spec)
    check = FaceCheck(out)
    some = held_back.chips[:_N_COMPARED]
    own = np.asarray(model(some[..., np.newaxis].astype(np.float32)))
    difference = float(np.abs(check.answers(some) - own).max())
    if difference > TOLERANCE * max(1.0, float(np.abs(own).max())):
        raise ModelError(f"{out}: LiteRT answers otherwise than Keras, by {difference:.2g}.")
    known = held_back.weights[:, 0] > 0
    logits = check.answers(held_back.chips[known])[:, 0]
    slope, offset = fitted(logits, held_back.targets[known, 0] > 0.5)
    spec["calibration"] = {"slope": round(slope, 4), "offset": round(offset, 4)}
    _write(out, spec)


def _write(out: Path, spec: dict[str, Any]) -> None:
    write_text(out / SPEC_FILE, json.dumps(spec, indent=1) + "\n")
