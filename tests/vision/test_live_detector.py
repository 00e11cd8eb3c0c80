"""Video: faces are found at once, followed in every frame, and new ones within half a second."""

import itertools
from dataclasses import replace

import cv2
import numpy as np
import pytest

from fer_desktop.core.errors import ModelError
from fer_desktop.core.geometry import BoundingBox, iou
from fer_desktop.core.tracker import Expected
from fer_desktop.core.types import Face, Frame
from fer_desktop.vision.cascade import Cascade
from fer_desktop.vision.detector import BALANCED, SURE_SCORE
from fer_desktop.vision.live_detector import TOUR_S, HaarLiveDetector
from tests.fakes import picture

FACE = BoundingBox(176, 66, 274, 163)  # in the astronaut's picture


@pytest.fixture
def live(cascade):
    return HaarLiveDetector(cascade, BALANCED)


def known(box, tilt_deg=0.0, number=1):
    return Expected(Face(box, 0.9, number, tilt_deg=tilt_deg), box)


def shifted(image, x):
    move = np.array([[1.0, 0.0, x], [0.0, 1.0, 0.0]])
    size = image.shape[1], image.shape[0]
    return cv2.warpAffine(image, move, size, borderMode=cv2.BORDER_REPLICATE)


@pytest.fixture
def looks(live, monkeypatch):
    """Return the views that the cascade for candidates was shown."""
    seen, real = [], Cascade.squares

    def squares(self, view, *options):
        if self is live._detector._candidates:
            seen.append((view.turned_deg, *options[1:]))
        return real(self, view, *options)

    monkeypatch.setattr(Cascade, "squares", squares)
    return seen


def test_a_face_is_found_in_the_first_frame(live, astronaut):
    (face,) = live.look(Frame(astronaut), [])
    assert iou(face.box, FACE) > 0.8
    assert face.detection_score > SURE_SCORE
    assert not face.is_held


def test_between_the_looks_over_the_picture_a_known_face_is_found(live, astronaut, looks):
    live.look(Frame(astronaut), [])
    looks.clear()
    (face,) = live.look(Frame(shifted(astronaut, 10), time_s=0.001), [known(FACE)])
    assert iou(face.box, BoundingBox(FACE.x1 + 10, FACE.y1, FACE.x2 + 10, FACE.y2)) > 0.8
    assert looks == []


def test_upright_faces_of_every_size_are_looked_for_twice_a_second(live, astronaut, looks):
    for n in range(91):
        live.look(Frame(astronaut, n, n / 30), [known(FACE)])
        if n == 0:
            looks.clear()
    upright = [sizes for turn, *sizes in looks if turn == 0]
    tilted = [turn for turn, *_ in looks if turn]
    per_second = 1 / TOUR_S
    assert len(upright) == pytest.approx(3 * 3 * per_second, abs=3)
    assert min(upright)[0] == round(28 * 480 / 512), "28 px of the picture"
    bands = sorted({tuple(sizes) for sizes in upright})
    assert all(most == least for (_, most), (least, _) in itertools.pairwise(bands))
    assert bands[-1][1] >= 480
    assert set(tilted) == {25, -25}
    assert len(tilted) == pytest.approx(3 * 3 * 2 * per_second / 2, abs=3)


@pytest.mark.parametrize("rate", [2, 10, 60])
def test_a_new_face_is_found_in_half_a_second_at_any_rate(live, astronaut, rate):
    empty = picture(512, 512)
    for n in range(5 * rate):
        assert live.look(Frame(empty, n, n / rate), []) == []
    start = 5 * rate
    found = [
        bool(live.look(Frame(astronaut, n, n / rate), []))
        for n in range(start, start + max(1, round(TOUR_S * rate)) + 1)
    ]
    assert any(found)


def test_no_frame_has_to_do_the_whole_work(live, astronaut, looks):
    counts = []
    for n in range(60):
        live.look(Frame(astronaut, n, n / 30), [known(FACE)])
        counts.append(len(looks))
        looks.clear()
    assert counts[0] == 12
    assert max(counts[1:]) == 1


def test_after_a_pause_the_picture_is_looked_at_once_not_for_every_missed_second(
    live, astronaut, looks
):
    live.look(Frame(astronaut), [])
    looks.clear()
    live.look(Frame(astronaut, 1, 3600.0), [])
    assert len(looks) == 12


def test_a_rewound_video_is_looked_at_anew(live, astronaut, looks):
    live.look(Frame(astronaut, 0, 9.0), [])
    looks.clear()
    assert len(live.look(Frame(astronaut, 1, 1.0), [])) == 1
    assert len(looks) == 12


def test_a_tilted_face_is_followed(live, astronaut):
    turn = cv2.getRotationMatrix2D((225, 114.5), 30, 1.0)
    tilted = cv2.warpAffine(astronaut, turn, (512, 512), borderMode=cv2.BORDER_REPLICATE)
    (face,) = live.look(Frame(tilted), [])
    assert abs(face.tilt_deg - 30) <= 15
    expected = [Expected(replace(face, track_id=1), face.box)]
    (again,) = live.look(Frame(tilted, 1, 0.001), expected)
    assert iou(again.box, FACE) > 0.7


def test_a_face_that_is_missed_is_carried_on(live, astronaut):
    live.look(Frame(astronaut), [])
    hidden = astronaut.copy()
    # Eyes and mouth are gone, hair and collar move on.
    cv2.ellipse(hidden, (225, 120), (36, 40), 0, 0, 360, (120, 140, 190), -1)
    live.look(Frame(hidden, 1, 0.001), [known(FACE)])
    (face,) = live.look(Frame(shifted(hidden, 9), 2, 0.002), [known(FACE, number=7)])
    assert face.is_held
    assert (face.track_id, face.detection_score) == (7, 0.0)
    assert face.box.x1 == pytest.approx(FACE.x1 + 9, abs=3)


def test_what_hides_a_face_does_not_carry_it_away(live, astronaut):
    live.look(Frame(astronaut), [])
    behind = BoundingBox(FACE.x1 + 30, FACE.y1 + 10, FACE.x2 + 60, FACE.y2 + 20)
    faces = live.look(Frame(astronaut, 1, 0.001), [known(FACE), known(behind, number=2)])
    assert [face.is_held for face in faces] == [False]


def test_a_picture_of_another_size_carries_nothing(live, astronaut):
    live.look(Frame(astronaut), [])
    assert live.look(Frame(picture(300, 300), 1, 0.001), [known(FACE)]) == []


def test_without_its_cascades_there_is_no_detector(tmp_path):
    with pytest.raises(ModelError, match="the face cascade can't be read"):
        HaarLiveDetector(tmp_path / "gone.xml", BALANCED)


def test_the_cascade_for_faces_from_the_side_is_not_read_where_it_is_not_used(cascade, monkeypatch):
    read, real = [], Cascade.__init__
    monkeypatch.setattr(
        Cascade, "__init__", lambda self, file: read.append(file.name) or real(self, file)
    )
    HaarLiveDetector(cascade, BALANCED)
    assert sorted(read) == ["haarcascade_frontalface_alt.xml", "haarcascade_frontalface_alt2.xml"]
