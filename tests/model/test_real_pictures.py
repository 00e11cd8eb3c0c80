"""Real pictures with reference boxes beside them: what is counted, and in which group."""

import json

import cv2
import pytest

from fer_desktop.core.errors import DataError
from fer_desktop.core.geometry import BoundingBox
from model.real_pictures import (
    assigned,
    is_same,
    measure_folder,
    measure_pictures,
    read_truth,
)
from tests.fake_check import FakeCheck
from tests.fakes import FixedDetector, picture

TRUTH = BoundingBox(100, 100, 180, 200)


@pytest.mark.parametrize(
    ("box", "expected"),
    [
        ((100, 100, 180, 180), True),
        ((60, 60, 200, 200), True),
        ((181, 100, 281, 200), False),
        ((120, 120, 150, 150), False),
        ((30, 30, 240, 240), False),
    ],
)
def test_a_box_is_of_a_face_where_its_middle_lies_in_it_and_it_is_about_as_wide(box, expected):
    assert is_same(BoundingBox(*box), TRUTH) is expected


def test_each_box_serves_one_face():
    assert assigned([TRUTH], [TRUTH, TRUTH]) == {0: 0}
    assert assigned([TRUTH, TRUTH], [TRUTH]) == {0: 0}
    assert assigned([], [TRUTH]) == {}


def test_faces_are_counted_by_size_turn_and_cover():
    image = picture(1280, 960)
    faces = [BoundingBox(100, 100, 200, 200), BoundingBox(600, 100, 660, 160)]
    check = FakeCheck(faces[1], covered=0.9)
    found = measure_pictures(FixedDetector(faces[0]).detect, check, iter([(image, faces)]))
    few = found["few"]
    assert (few["faces"], few["recall"], few["precision"], few["false"]) == (2, 0.5, 1.0, 0)
    assert few["recall_of"]["size, px: from 40"] == {"faces": 1, "recall": 1.0}
    assert few["recall_of"]["size, px: from 24"] == {"faces": 1, "recall": 0.0}
    assert few["recall_of"]["covered"] == {"faces": 1, "recall": 0.0}
    assert few["recall_of"]["turned, degrees: below 20"]["faces"] == 2
    assert found["crowds"]["recall"] is None


def test_many_faces_are_a_crowd_and_boxes_without_a_face_are_false():
    faces = [BoundingBox(40 * n, 0, 40 * n + 30, 30) for n in range(13)]
    detector = FixedDetector(faces[0], (300, 300, 400, 400))
    found = measure_pictures(detector.detect, FakeCheck(), iter([(picture(640, 480), faces)]))
    assert found["crowds"]["faces"] == 13
    assert (found["crowds"]["precision"], found["crowds"]["false"]) == (0.5, 1)
    assert found["few"]["precision"] is None


def test_a_folder_is_measured(tmp_path, astronaut):
    cv2.imwrite(str(tmp_path / "a.png"), astronaut)
    (tmp_path / "truth.json").write_text(json.dumps({"a.png": [[185, 70, 80, 95]]}))
    found = measure_folder(FixedDetector((176, 66, 274, 163)), FakeCheck(), tmp_path)
    assert (found["few"]["faces"], found["few"]["recall"]) == (1, 1.0)


@pytest.mark.parametrize("text", [None, "no json", "[]", '{"a.png": [[1, 2, 3]]}', '{"a": 1}'])
def test_without_good_reference_boxes_it_says_so(tmp_path, text):
    if text is not None:
        (tmp_path / "truth.json").write_text(text)
    with pytest.raises(DataError, match=r"truth\.json: no file of reference boxes"):
        read_truth(tmp_path)
