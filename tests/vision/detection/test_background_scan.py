"""New faces are found, beside the frames too, and at the same frame however fast the computer."""

import threading
import time

import numpy as np
import pytest

from fer_desktop.core.errors import ModelError
from fer_desktop.core.geometry import BoundingBox, iou
from fer_desktop.core.types import Frame
from fer_desktop.vision.detection.background_scan import LAG_S, Lookout
from fer_desktop.vision.detection.cascade import Cascade, Hit
from fer_desktop.vision.detection.detector import BALANCED, HaarDetector
from tests.fakes import picture

FACE = BoundingBox(176, 66, 274, 163)  # in the astronaut's picture
ELSEWHERE = [Hit(60.0, 400.0, 50.0, 0)]


@pytest.fixture(params=[False, True], ids=["in the frames", "beside them"])
def lookout(request, cascade):
    return Lookout(cascade, BALANCED, 0.5, in_background=request.param)


@pytest.fixture
def beside(cascade):
    return Lookout(cascade, BALANCED, 0.5, in_background=True)


@pytest.fixture
def threads(monkeypatch):
    """Return the threads that look for candidates."""
    used, real = [], HaarDetector.candidates

    def candidates(self, *options):
        used.append(threading.current_thread())
        return real(self, *options)

    monkeypatch.setattr(HaarDetector, "candidates", candidates)
    return used


def first_found(lookout, image, known, start=0, n=40):
    """Return in which frame the face is told, and what is told; the frames before are empty."""
    empty = picture(512, 512)
    for index in range(start):
        assert lookout.look(Frame(empty, index, index / 30), known) == []
    for index in range(start, start + n):
        found = lookout.look(Frame(image, index, index / 30), known)
        if found:
            return index, found
    return None, []


def test_a_face_of_the_first_frame_is_found_in_it(lookout, astronaut):
    index, (found,) = first_found(lookout, astronaut, [])
    assert index == 0
    assert iou(found.hit.box, FACE) > 0.8


@pytest.mark.parametrize("known", [[], ELSEWHERE], ids=["nobody", "somebody"])
def test_a_new_face_is_found_within_a_second(lookout, astronaut, known):
    index, (found,) = first_found(lookout, astronaut, known, start=30)
    assert 30 <= index < 60
    assert iou(found.hit.box, FACE) > 0.8
    assert np.array_equal(found.image, astronaut)


def test_what_is_known_is_not_found_again(lookout, astronaut):
    known = [Hit(225.0, 114.5, 98.0, 0)]
    assert first_found(lookout, astronaut, known, n=60) == (None, [])


def test_while_faces_are_known_the_frames_wait_for_nothing(beside, astronaut, threads):
    known = [Hit(225.0, 114.5, 98.0, 0)]
    beside.look(Frame(astronaut), known)
    beside.look(Frame(astronaut, 1, LAG_S), known)
    threads.clear()
    for n in range(2, 62):
        beside.look(Frame(astronaut, n, LAG_S + n / 30), known)
    assert threads
    assert threading.current_thread() not in threads


def test_while_nobody_is_known_faces_are_found_in_their_frame(beside, astronaut, threads):
    empty = picture(512, 512)
    for n in range(30):
        beside.look(Frame(empty, n, n / 30), [])
    threads.clear()
    for n in range(30, 60):
        beside.look(Frame(empty, n, n / 30), [])
    assert set(threads) == {threading.current_thread()}


def test_a_slow_computer_tells_the_same_in_the_same_frame(cascade, astronaut, monkeypatch):
    def told():
        lookout = Lookout(cascade, BALANCED, 0.5, in_background=True)
        index, (found,) = first_found(lookout, astronaut, ELSEWHERE, start=30)
        return index, found.hit

    real, quick = HaarDetector.candidates, told()

    def slow(self, *options):
        if threading.current_thread() is not threading.main_thread():
            time.sleep(0.1)
        return real(self, *options)

    monkeypatch.setattr(HaarDetector, "candidates", slow)
    assert told() == quick


def test_a_rewound_video_is_looked_at_anew(lookout, astronaut):
    lookout.look(Frame(picture(512, 512), 0, 9.0), ELSEWHERE)
    (found,) = lookout.look(Frame(astronaut, 1, 1.0), ELSEWHERE)
    assert iou(found.hit.box, FACE) > 0.8


def test_what_goes_wrong_beside_the_frames_is_told(beside, astronaut, monkeypatch):
    beside.look(Frame(astronaut), [])
    monkeypatch.setattr(Cascade, "squares", lambda *_: 1 / 0)
    beside.look(Frame(astronaut, 1, 0.15), ELSEWHERE)
    with pytest.raises(ZeroDivisionError):
        beside.look(Frame(astronaut, 2, 0.15 + LAG_S), ELSEWHERE)


def test_its_thread_ends_with_it(cascade, astronaut):
    before = set(threading.enumerate())
    lookout = Lookout(cascade, BALANCED, 0.5, in_background=True)
    lookout.look(Frame(astronaut), [])
    (thread,) = set(threading.enumerate()) - before
    del lookout
    thread.join(5)
    assert not thread.is_alive()


def test_in_a_picture_as_small_as_a_face_none_is_found(lookout):
    assert first_found(lookout, picture(40, 30), [], n=5) == (None, [])


def test_without_its_cascades_there_is_none(tmp_path):
    with pytest.raises(ModelError, match="the face cascade can't be read"):
        Lookout(tmp_path / "gone.xml", BALANCED, 0.5, in_background=False)
