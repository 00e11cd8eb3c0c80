"""How good the face check is, on people and pictures that it was not trained with."""

import time
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fer_desktop.vision.detection.check_spec import ROLL_DEG, TURN_DEG
from fer_desktop.vision.detection.face_check import FaceCheck
from model.face_check.cases import KINDS, Cases

_BINS = 10
_TIMED = 512
Values = NDArray[np.float64]


def figures(check: FaceCheck, cases: Cases) -> dict[str, Any]:
    """Return recall, precision, calibration, errors of place and turn, and right covers."""
    answers = check.answers(cases.chips)
    probability = 1 / (1 + np.exp(-(check.spec.slope * answers[:, 0] + check.spec.offset)))
    known = cases.weights[:, 0] > 0
    is_face, said = cases.targets[:, 0] > 0.5, probability > 0.5
    faces, others = known & is_face, known & ~is_face
    right_place = faces & (cases.weights[:, 1] > 0)
    off = np.abs(answers - cases.targets)
    return {
        "n": len(cases.chips),
        "faces": int(faces.sum()),
        "recall": _share(said[faces]),
        "refused": _share(~said[others]),
        "recall_of": {
            kind: _share(said[faces & (cases.kinds == i)])
            for i, kind in enumerate(KINDS)
            if (faces & (cases.kinds == i)).any()
        },
        "refused_of": {
            kind: _share(~said[others & (cases.kinds == i)])
            for i, kind in enumerate(KINDS)
            if (others & (cases.kinds == i)).any()
        },
        "refused_at_recall_095": _refused_at(probability, faces, others, 0.95),
        "ece": round(_ece(probability[known], is_face[known]), 4),
        "place_off": {
            "before": _quantiles(np.hypot(*cases.targets[right_place, 1:3].T)),
            "after": _quantiles(
                np.hypot(*(answers - cases.targets)[right_place, 1:3].T.astype(np.float64))
            ),
        },
        "size_off": {
            "before": _quantiles(np.abs(cases.targets[right_place, 3])),
            "after": _quantiles(off[right_place, 3]),
        },
        "roll_off_deg": _quantiles(ROLL_DEG * off[faces & (cases.weights[:, 4] > 0), 4]),
        "turn_off_deg": _quantiles(TURN_DEG * off[faces & (cases.weights[:, 5] > 0), 5]),
        "lower_right": _balanced(answers[:, 6] > 0, cases, 6),
        "upper_right": _balanced(answers[:, 7] > 0, cases, 7),
        "ms_a_chip": round(_milliseconds(check, cases), 4),
    }


def _share(values: NDArray[np.bool_]) -> float:
    return round(float(values.mean()), 4) if len(values) else float("nan")


def _refused_at(
    probability: Values, faces: NDArray[np.bool_], others: NDArray[np.bool_], recall: float
) -> float:
    limit = np.quantile(probability[faces], 1 - recall)
    return _share(probability[others] < limit)


def _ece(probability: Values, is_face: NDArray[np.bool_]) -> float:
    """Return the expected calibration error where faces and others are equally many."""
    weight = np.where(is_face, 0.5 / max(is_face.sum(), 1), 0.5 / max((~is_face).sum(), 1))
    bins = np.minimum((probability * _BINS).astype(int), _BINS - 1)
    gaps = [abs(float((weight * (probability - is_face))[bins == i].sum())) for i in range(_BINS)]
    return float(np.sum(gaps))


def _quantiles(values: Values) -> dict[str, float]:
    if not len(values):
        return {}
    return {
        "median": round(float(np.median(values)), 4),
        "p90": round(float(np.quantile(values, 0.9)), 4),
    }


def _balanced(said: NDArray[np.bool_], cases: Cases, column: int) -> float:
    """Return the mean of the shares of covered and of open faces that are told right."""
    known, is_so = cases.weights[:, column] > 0, cases.targets[:, column] > 0.5
    shares = [_share(said[known & is_so]), _share(~said[known & ~is_so])]
    return round(float(np.mean(shares)), 4)


def _milliseconds(check: FaceCheck, cases: Cases) -> float:
    chips = cases.chips[:_TIMED]
    times = []
    for _ in range(5):
        start = time.process_time()
        check.answers(chips)
        times.append(time.process_time() - start)
    return float(np.median(times)) * 1000 / len(chips)
