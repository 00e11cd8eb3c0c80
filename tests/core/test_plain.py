"""Values as JSON has them, and back by their types alone."""

import json
import math
from dataclasses import dataclass

import pytest

from fer_desktop.core.geometry import BoundingBox, Square
from fer_desktop.core.plain import from_plain, to_plain


@dataclass(frozen=True)
class Part:
    box: BoundingBox
    place: Square | None


@dataclass(frozen=True)
class Whole:
    parts: tuple[Part, ...]
    size: tuple[int, int]
    time_s: float
    name: str = ""
    is_seen: bool = False


WHOLE = Whole(
    (Part(BoundingBox(1, 2, 3, 4), None), Part(BoundingBox(0, 0, 1, 1), Square(0.1, 1 / 3, 2e-17))),
    (640, 480),
    -math.inf,
    "ä",
    is_seen=True,
)


def test_a_value_comes_back_to_the_last_bit():
    assert from_plain(Whole, json.loads(json.dumps(to_plain(WHOLE)))) == WHOLE


@pytest.mark.parametrize(
    "change",
    [
        {"size": [640]},
        {"size": [640, 480, 1]},
        {"size": [640, 480.0]},
        {"size": 640},
        {"time_s": 1},
        {"time_s": None},
        {"is_seen": 1},
        {"name": 5},
        {"more": 1},
        {"parts": [{"box": [1, 2, 3], "place": None}]},
        {"parts": [{"box": [1, 2, 3, 4]}]},
        {"parts": {}},
    ],
)
def test_what_is_no_such_value_is_refused(change):
    with pytest.raises(ValueError, match="expected"):
        from_plain(Whole, {**to_plain(WHOLE), **change})


def test_what_json_does_not_know_is_refused():
    with pytest.raises(TypeError, match="bytes"):
        to_plain((1, b""))
