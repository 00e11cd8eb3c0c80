"""Results as supervision's own class has them."""

import sys

import numpy as np
import pytest

from fer_desktop import LABELS, SettingsError, to_supervision
from fer_desktop.api.supervision_detections import detections_of
from tests.export.test_writers import analyzed, recognized

FACES = [
    recognized("anger", track_id=3),
    recognized("happiness", 0.3, track_id=5, threshold=0.5),
]


def test_arrays_are_as_its_documentation_says():
    found = detections_of(analyzed(*FACES))
    assert found["xyxy"].tolist() == [[4, 5, 24, 35]] * 2
    assert found["confidence"] == pytest.approx([0.75, 0.3])
    assert found["class_id"].tolist() == [LABELS.index("anger"), len(LABELS)]
    assert found["tracker_id"].tolist() == [3, 5]
    assert found["data"]["class_name"].tolist() == ["anger", "uncertain"]
    assert found["data"]["probabilities"].shape == (2, 8)


def test_faces_without_numbers_have_none_and_no_faces_are_empty_arrays():
    assert detections_of([recognized()])["tracker_id"] is None
    empty = detections_of([])
    assert empty["xyxy"].shape == (0, 4)
    assert empty["data"]["probabilities"].shape == (0, 8)


def test_it_is_its_own_class():
    supervision = pytest.importorskip("supervision", reason="supervision is not installed")
    found = to_supervision(FACES)
    assert isinstance(found, supervision.Detections)
    assert len(found) == 2
    assert found[found.confidence > 0.5].data["class_name"].tolist() == ["anger"]
    assert len(to_supervision([])) == 0
    scene = np.zeros((64, 64, 3), np.uint8)
    assert supervision.BoxAnnotator().annotate(scene, found).any()


def test_without_it_one_sentence_says_how_to_get_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "supervision", None)
    with pytest.raises(SettingsError, match="pip install supervision"):
        to_supervision([])
