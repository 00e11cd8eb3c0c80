"""Light and position: what is told of a face before a recording, one fault for each aspect."""

from dataclasses import replace
from typing import get_args

import numpy as np
import pytest

from fer_desktop.core.geometry import BoundingBox
from fer_desktop.core.quality import ChipQuality, Issue
from fer_desktop.core.types import Expression, Face, RecognizedFace
from fer_desktop.core.view_check import ASPECTS, FAULTS, fault_of, faults

GOOD = ChipQuality(face_px=140, brightness=0.5, contrast=0.2, white=0.0, sharpness=0.9)
EVEN = Expression(np.full(8, 0.125, np.float32))


def face(x=250, y=170, **quality):
    """Return a face of 140 px in a frame of 640x480, in its middle unless told otherwise."""
    box = BoundingBox(x, y, x + 140, y + 140)
    return RecognizedFace(Face(box, 1.0), EVEN, EVEN, quality=replace(GOOD, **quality))


def test_a_good_view_in_the_middle_has_no_fault():
    assert faults(face(), 640, 480) == ()
    assert all(fault_of(aspect, ()) is None for aspect in ASPECTS)


@pytest.mark.parametrize("place", [{"x": 10}, {"x": 490}, {"y": 0}, {"y": 340}])
def test_a_face_near_an_edge_is_aside(place):
    found = faults(face(**place), 640, 480)
    assert found == ("aside",)
    assert fault_of("place", found) == "aside"
    assert fault_of("light", found) is None


def test_of_several_faults_of_an_aspect_the_weightiest_is_told():
    found = faults(face(x=10, cut=0.5, brightness=0.001, white=0.9), 640, 480)
    assert found == ("dark", "cut")


def test_every_issue_belongs_to_one_aspect():
    assert sorted(fault for some in FAULTS.values() for fault in some) == sorted(
        [*get_args(Issue), "aside"]
    )
