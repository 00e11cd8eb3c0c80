"""Video: faces are found at once and followed in every frame; looks are few, boxes steady."""

from dataclasses import replace

import cv2
import numpy as np
import pytest

from fer_desktop.core.errors import ModelError
from fer_desktop.core.geometry import BoundingBox, Square, iou
from fer_desktop.core.tracker import Expected, Tracker
from fer_desktop.core.types import Face, Frame
from fer_desktop.vision.detection.decide import SURE_SCORE, WEAK_SCORE, Sighting
from fer_desktop.vision.detection.detector import BALANCED, THOROUGH
from fer_desktop.vision.detection.live_detector import LOOK_S, HaarLiveDetector
from model.noisy_camera import NoisyCamera
from tests.fake_check import FakeCheck
from tests.fakes import picture

FACE = BoundingBox(176, 66, 274, 163)  # in the astronaut's picture


@pytest.fixture
def live(cascade, make_check):
    return HaarLiveDetector(cascade, make_check, BALANCED)


def known(box, tilt_deg=0.0, number=1):
    return Expected(Face(box, 0.9, number, tilt_deg=tilt_deg), box)


def shifted_box(box, x):
    return BoundingBox(box.x1 + x, box.y1, box.x2 + x, box.y2)


def shifted(image, x):
    move = np.array([[1.0, 0.0, x], [0.0, 1.0, 0.0]])
    size = image.shape[1], image.shape[0]
    return cv2.warpAffine(image, move, size, borderMode=cv2.BORDER_REPLICATE)


class CountedCheck:
    """The real check; `looks` are the boxes of known faces that were given to it."""

    def __init__(self, make_check):
        self.looks, self._real = [], make_check()

    def check(self, image, boxes, tilts_deg=None, *, in_mirror=False):
        if not in_mirror:
            self.looks.append(np.asarray(boxes))
        return self._real.check(image, boxes, tilts_deg, in_mirror=in_mirror)


@pytest.fixture
def counted(cascade, make_check, monkeypatch):
    """Return a live detector that looks for nobody new after the first frame, and its check."""
    made = []

    def make():
        made.append(CountedCheck(make_check))
        return made[-1]

    live = HaarLiveDetector(cascade, make, BALANCED)
    return live, made[0]


def followed(live, images, rate=30):
    """Return the faces of each frame, with their numbers."""
    tracker, seen = Tracker(), []
    for n, image in enumerate(images):
        time_s = n / rate
        faces = live.look(Frame(image, n, time_s), tracker.expected(time_s))
        seen.append(tracker.update(faces, time_s, (image.shape[1], image.shape[0])))
    return seen


def test_a_face_is_found_in_the_first_frame(live, astronaut):
    (face,) = live.look(Frame(astronaut), [])
    assert iou(face.box, FACE) > 0.7
    assert face.detection_score > SURE_SCORE
    assert not face.is_held


@pytest.mark.parametrize("rate", [2, 10, 60])
@pytest.mark.parametrize("in_background", [False, True])
def test_a_new_face_is_found_soon_at_any_rate(cascade, make_check, astronaut, rate, in_background):
    live = HaarLiveDetector(cascade, make_check, BALANCED, in_background=in_background)
    images = [picture(512, 512)] * 3 * rate + [astronaut] * rate
    seen = followed(live, images, rate)
    assert not any(seen[: 3 * rate])
    assert len(seen[-1]) == 1


@pytest.mark.parametrize("in_background", [False, True])
def test_a_second_face_that_moves_is_found_too(cascade, make_check, astronaut, in_background):
    live = HaarLiveDetector(cascade, make_check, BALANCED, in_background=in_background)
    head = astronaut[30:200, 140:310]
    room = picture(640, 480)
    room[20:190, 20:190] = head

    def image(n):
        both, x = room.copy(), 230 + 4 * n
        both[260:430, x : x + 170] = head
        return both

    seen = followed(live, [room] * 15 + [image(n) for n in range(45)])
    assert [len(faces) for faces in seen[:15]] == [1] * 15
    assert [len(faces) for faces in seen[-10:]] == [2] * 10


def test_a_face_is_checked_a_few_times_a_second_and_followed_in_between(counted, astronaut):
    (live, check), n_frames = counted, 91
    seen = followed(live, [shifted(astronaut, 2 * n) for n in range(n_frames)])
    assert all(len(faces) == 1 for faces in seen)
    assert not any(face.is_held for faces in seen for face in faces)
    assert {face.track_id for faces in seen for face in faces} == {1}
    for n, (face,) in enumerate(seen):
        true = BoundingBox(FACE.x1 + 2 * n, FACE.y1, FACE.x2 + 2 * n, FACE.y2)
        assert iou(face.box, true) > 0.75, n
    # One that lies elsewhere than it was followed to is checked once more.
    n_looks = 3 / max(LOOK_S, 5 / 30)
    assert n_looks - 4 <= len(check.looks) <= 2 * n_looks


def test_at_a_low_rate_every_frame_is_looked_at(counted, astronaut):
    live, check = counted
    followed(live, [astronaut] * 10, rate=5)
    assert len(check.looks) >= 9


def test_the_box_of_a_still_face_stands_still(live, astronaut):
    room = cv2.resize(astronaut, (640, 480))
    camera = NoisyCamera(640, 480, seed=0)
    seen = followed(live, [camera.frame(room).image for _ in range(90)])
    boxes = np.array([face.box for faces in seen for face in faces], np.float64)
    assert len(boxes) == 90
    width = boxes[:, 2] - boxes[:, 0]
    middle = (boxes[:, 0] + boxes[:, 2]) / 2
    # The camera shakes by 2 px: a deviation of 1.15 px is the face's own.
    assert middle.std() < 1.5
    assert width.std() < 0.015 * width.mean()


def test_a_tilted_face_is_followed(live, astronaut):
    turn = cv2.getRotationMatrix2D((225, 114.5), 30, 1.0)
    tilted = cv2.warpAffine(astronaut, turn, (512, 512), borderMode=cv2.BORDER_REPLICATE)
    seen = followed(live, [tilted] * 12)
    for (face,) in seen:
        assert abs(face.tilt_deg - 30) <= 15
        assert iou(face.box, FACE) > 0.7


def test_a_face_that_is_missed_is_carried_on(cascade, astronaut):
    check = FakeCheck(FACE)
    live = HaarLiveDetector(cascade, lambda: check, BALANCED)
    (face,) = live.look(Frame(astronaut), [])
    check.faces, last, way = check.faces[:0], replace(face, track_id=7), 0
    for n in range(1, 10):
        way = 2 * n
        (last,) = live.look(Frame(shifted(astronaut, way), n, n / 30), [Expected(last, last.box)])
    assert last.is_held
    assert (last.track_id, last.detection_score) == (7, 0.0)
    assert last.box.x1 == pytest.approx(face.box.x1 + way, abs=4)


def test_a_face_that_comes_back_is_seen_again(cascade, astronaut):
    check, tracker, seen = FakeCheck(FACE), Tracker(), []
    own, live = check.faces, HaarLiveDetector(cascade, lambda: check, BALANCED)
    for n in range(24):
        check.faces = own[:0] if 6 <= n < 16 else own
        faces = live.look(Frame(astronaut, n, n / 30), tracker.expected(n / 30))
        seen.append(tracker.update(faces, n / 30, (512, 512)))
    assert [face.is_held for face in seen[14]] == [True]
    assert [(face.is_held, face.track_id) for face in seen[-1]] == [(False, 1)]


def test_what_hides_a_face_does_not_carry_it_away(live, astronaut):
    (front,) = live.look(Frame(astronaut), [])
    box = front.box
    behind = BoundingBox(box.x1 + 30, box.y1 + 10, box.x2 + 60, box.y2 + 20)
    expected = [Expected(replace(front, track_id=1), box), known(behind, number=2)]
    (face,) = live.look(Frame(astronaut, 1, 1 / 30), expected)
    assert not face.is_held
    assert iou(face.box, box) > 0.8


def test_one_face_in_front_of_another_is_looked_at_in_every_frame(counted, astronaut):
    live, check = counted
    (front,) = live.look(Frame(astronaut), [])
    box = front.box
    beside = known(BoundingBox(box.x2 - 10, box.y1, box.x2 + 90, box.y2), number=2)
    for n in range(1, 4):
        check.looks.clear()
        live.look(Frame(astronaut, n, n / 30), [Expected(front, box), beside])
        assert check.looks


@pytest.mark.parametrize("score", [WEAK_SCORE - 0.01, WEAK_SCORE, SURE_SCORE])
@pytest.mark.parametrize("is_alone", [True, False])
def test_what_is_left_of_a_hidden_face_does_not_lead_its_box_astray(
    cascade, astronaut, score, is_alone
):
    check = FakeCheck(FACE, probability=score)
    live = HaarLiveDetector(cascade, lambda: check, BALANCED)
    live.look(Frame(picture(512, 512)), [])
    expected = [known(FACE)]
    if not is_alone:
        expected.append(known(shifted_box(FACE, 60), number=2))
    found = live.look(Frame(astronaut, 1, 0.001), expected)
    assert bool(found) == (score >= (WEAK_SCORE if is_alone else SURE_SCORE))


@pytest.mark.parametrize("is_alone", [True, False])
def test_a_sure_part_of_a_hidden_face_is_not_taken_for_the_face(cascade, astronaut, is_alone):
    x, y = FACE.x1 + 20, FACE.y1
    part = BoundingBox(x, y, x + round(0.8 * FACE.width), y + round(0.8 * FACE.width))
    check = FakeCheck(part)
    live = HaarLiveDetector(cascade, lambda: check, BALANCED)
    live.look(Frame(picture(512, 512)), [])
    expected = [known(FACE)]
    if not is_alone:
        expected.append(known(shifted_box(FACE, -80), number=2))
    found = live.look(Frame(astronaut, 1, 0.001), expected)
    assert bool(found) == is_alone


def test_what_is_found_in_a_followed_face_is_a_part_of_it(live, astronaut, monkeypatch):
    (face,) = live.look(Frame(astronaut), [])
    x, y = face.box.x1 + 10, face.box.y1 + 40
    mouth = Sighting(Square(x + 20, y + 20, 40), score=0.86)
    elsewhere = Sighting(Square(400, 400, 40), score=0.86)
    monkeypatch.setattr(live, "_new", lambda *_: [mouth, elsewhere])
    expected = [Expected(replace(face, track_id=1), face.box)]
    faces = live.look(Frame(astronaut, 1, 1 / 30), expected)
    assert [one.track_id for one in faces] == [1, None]
    assert iou(faces[1].box, elsewhere.box) == 1


def test_a_known_face_lies_where_the_check_sees_it(cascade, astronaut):
    check = FakeCheck(FACE, tilt_deg=7.0, covered=0.9)
    live = HaarLiveDetector(cascade, lambda: check, BALANCED)
    (face,) = live.look(Frame(astronaut), [])
    assert iou(face.box, FACE) > 0.97
    assert (face.tilt_deg, face.covered) == (7.0, 0.9)
    check.faces += (12.0, 0.0, 12.0, 0.0)
    expected = [Expected(replace(face, track_id=1), face.box)]
    (moved,) = live.look(Frame(astronaut, 1, 0.2), expected)
    assert moved.box.x1 == pytest.approx(FACE.x1 + 6, abs=1), "the mean of two checks"


def test_what_the_check_does_not_see_is_not_shown_as_seen(cascade, astronaut):
    check = FakeCheck(FACE)
    live = HaarLiveDetector(cascade, lambda: check, BALANCED)
    (face,) = live.look(Frame(astronaut), [])
    check.faces = check.faces[:0]
    (held,) = live.look(Frame(astronaut, 1, 0.2), [Expected(replace(face, track_id=1), face.box)])
    assert (held.is_held, held.detection_score) == (True, 0.0)


def test_a_face_that_is_not_where_it_is_expected_is_looked_for_nearby(live, astronaut):
    live.look(Frame(picture(512, 512)), [])
    expected = [known(shifted_box(FACE, 50))]
    found = [live.look(Frame(astronaut, n, n / 30), expected) for n in range(1, 16)]
    assert any(iou(face.box, FACE) > 0.8 for faces in found for face in faces)


def test_who_leaves_the_picture_is_not_followed(live, astronaut):
    head = astronaut[30:200, 140:310]

    def image(n):
        wide = picture(900, 480)
        x = 400 + 12 * n
        wide[150:320, x : x + 170] = head
        return np.ascontiguousarray(wide[:, :640])

    seen = followed(live, [image(n) for n in range(25)])
    assert all(seen[:10])
    assert seen[-1] == []
    assert all(face.box.width > 50 for faces in seen for face in faces)


def test_a_rewound_video_is_looked_at_anew(live, astronaut):
    live.look(Frame(picture(512, 512), 0, 9.0), [])
    assert len(live.look(Frame(astronaut, 1, 1.0), [])) == 1


def test_a_picture_of_another_size_carries_nothing(live, astronaut):
    (face,) = live.look(Frame(astronaut), [])
    known_face = Expected(replace(face, track_id=1), face.box)
    assert live.look(Frame(picture(300, 300), 1, 0.001), [known_face]) == []


def test_a_video_file_gives_the_same_boxes_each_time(cascade, make_check, astronaut):
    camera = NoisyCamera(512, 512, seed=1)
    images = [camera.frame(astronaut).image for _ in range(20)]
    runs = [
        followed(
            HaarLiveDetector(cascade, make_check, THOROUGH, 0.2, in_background=in_background),
            images,
        )
        for in_background in (False, False, True, True)
    ]
    assert runs[0] == runs[1]
    assert runs[2] == runs[3]


def test_without_its_cascades_there_is_no_detector(tmp_path):
    with pytest.raises(ModelError, match="the face cascade can't be read"):
        HaarLiveDetector(tmp_path / "gone.xml", FakeCheck, BALANCED)
