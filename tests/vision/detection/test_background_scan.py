"""New faces are found, beside the frames too, and at the same frame however fast the computer."""

import threading
from concurrent.futures import Future
from dataclasses import replace

import numpy as np
import pytest

from fer_desktop.core.errors import ModelError
from fer_desktop.core.geometry import BoundingBox, Square, iou
from fer_desktop.core.types import Frame
from fer_desktop.vision.detection import background_scan
from fer_desktop.vision.detection.background_scan import LAG_S, BackgroundScan
from fer_desktop.vision.detection.candidates import Candidates
from fer_desktop.vision.detection.cascade import Cascade
from fer_desktop.vision.detection.decide import Place
from fer_desktop.vision.detection.detector import BALANCED
from fer_desktop.vision.detection.scan_schedule import DENSE, SPARSE
from tests.fake_check import FakeCheck
from tests.fakes import PATIENCE_S, picture

FACE = BoundingBox(176, 66, 274, 163)  # in the astronaut's picture
KNOWN = [Place(Square(225.0, 114.5, 98.0))]
ELSEWHERE = [Place(Square(60.0, 400.0, 50.0))]


def make_check():
    """Return a check that knows where the astronaut's face is."""
    return FakeCheck(FACE)


@pytest.fixture(params=[False, True], ids=["in the frames", "beside them"])
def scan(request, cascade):
    return BackgroundScan(cascade, make_check, BALANCED, 0.5, in_background=request.param)


@pytest.fixture
def beside(cascade):
    begun = BackgroundScan(cascade, make_check, BALANCED, 0.5, in_background=True)
    yield begun
    begun.close()


@pytest.fixture
def threads(monkeypatch):
    """Return the threads that look for candidates."""
    used, real = [], Candidates.in_view

    def in_view(self, *arguments, **options):
        used.append(threading.current_thread())
        return real(self, *arguments, **options)

    monkeypatch.setattr(Candidates, "in_view", in_view)
    return used


def first_found(scan, image, known, start=0, n=40):
    """Return in which frame the face is told, and what is told; the frames before are empty."""
    empty = picture(512, 512)
    for index in range(start):
        assert scan.look(Frame(empty, index, index / 30), known) == []
    for index in range(start, start + n):
        found = scan.look(Frame(image, index, index / 30), known)
        if found:
            return index, found
    return None, []


def test_a_face_of_the_first_frame_is_found_in_it(scan, astronaut):
    index, (found,) = first_found(scan, astronaut, [])
    assert index == 0
    assert iou(found.sighting.box, FACE) > 0.8


@pytest.mark.parametrize("known", [[], ELSEWHERE], ids=["nobody", "somebody"])
def test_a_new_face_is_found_within_a_second(scan, astronaut, known):
    index, (found,) = first_found(scan, astronaut, known, start=30)
    assert 30 <= index < 60
    assert iou(found.sighting.box, FACE) > 0.8
    assert np.array_equal(found.image, astronaut)


def test_what_is_known_is_not_found_again(scan, astronaut):
    assert first_found(scan, astronaut, KNOWN, n=60) == (None, [])


def test_while_faces_are_known_the_frames_wait_for_nothing(beside, astronaut, threads):
    beside.look(Frame(astronaut), KNOWN)
    beside.look(Frame(astronaut, 1, LAG_S), KNOWN)
    threads.clear()
    for n in range(2, 62):
        beside.look(Frame(np.roll(astronaut, 4 * n, axis=1), n, LAG_S + n / 30), KNOWN)
    assert threads
    assert threading.current_thread() not in threads


def test_what_did_not_change_is_not_looked_at_again_beside_the_frames(beside, astronaut, threads):
    for n in range(95):  # one round
        beside.look(Frame(astronaut, n, n / 30), KNOWN)
    beside.look(Frame(astronaut, 95, 95 / 30 + LAG_S), KNOWN)
    threads.clear()
    for n in range(110, 145):
        beside.look(Frame(astronaut, n, n / 30), KNOWN)
    assert not threads
    for n in range(145, 240):
        beside.look(Frame(astronaut, n, n / 30), KNOWN)
    beside.close()
    assert threads, "but all of it once more in a while"


def test_a_face_that_is_known_no_more_is_found_though_nothing_moved(beside, astronaut):
    for n in range(30):
        assert beside.look(Frame(astronaut, n, n / 30), KNOWN) == []
    index, (found,) = first_found(beside, astronaut, [], start=0, n=30)
    assert index < 30
    assert iou(found.sighting.box, FACE) > 0.8


def test_while_nobody_is_known_faces_are_found_in_their_frame(beside, astronaut, threads):
    empty = picture(512, 512)
    for n in range(30):
        beside.look(Frame(empty, n, n / 30), [])
    threads.clear()
    for n in range(30, 60):
        beside.look(Frame(np.roll(astronaut, 4 * n, axis=1), n, n / 30), [])
    assert set(threads) == {threading.current_thread()}


def test_a_part_that_is_late_is_waited_for(beside, astronaut, monkeypatch):
    """It is ready only once it is waited for, so without the wait nothing would be told."""
    empty = picture(512, 512)
    for n in range(30):
        beside.look(Frame(empty, n, n / 30), ELSEWHERE)
    is_waited_for, real_result, real_view = threading.Event(), Future.result, Candidates.in_view

    def in_view(self, *arguments, **options):
        is_waited_for.wait(PATIENCE_S)
        return real_view(self, *arguments, **options)

    def result(self, *arguments):
        is_waited_for.set()
        return real_result(self, *arguments)

    monkeypatch.setattr(Candidates, "in_view", in_view)
    monkeypatch.setattr(Future, "result", result)
    try:
        told = [
            beside.look(Frame(astronaut, 30 + n, 1 + n / 30), ELSEWHERE)
            for n in range(round(30 * (LAG_S + 0.5)))
        ]
    finally:
        is_waited_for.set()
    (found,) = [one for some in told for one in some]
    assert iou(found.sighting.box, FACE) > 0.8
    assert all(not some for some in told[: round(30 * LAG_S)]), "not before its time"


def test_what_the_check_does_not_take_for_a_face_is_none(cascade, astronaut):
    scan = BackgroundScan(cascade, FakeCheck, BALANCED, 0.5, in_background=False)
    assert first_found(scan, astronaut, []) == (None, [])


def test_each_thread_has_a_check_of_its_own(cascade, astronaut):
    made = []

    def make():
        made.append((threading.current_thread(), FakeCheck(FACE)))
        return made[-1][1]

    scan = BackgroundScan(cascade, make, BALANCED, 0.5, in_background=True)
    first_found(scan, astronaut, ELSEWHERE)
    first_found(scan, astronaut, ELSEWHERE, start=30, n=15)
    threads = [thread for thread, _ in made]
    assert len(threads) == len(set(threads)) == 2
    scan.close()


def test_a_rewound_video_is_looked_at_anew(scan, astronaut):
    scan.look(Frame(picture(512, 512), 0, 9.0), ELSEWHERE)
    (found,) = scan.look(Frame(astronaut, 1, 1.0), ELSEWHERE)
    assert iou(found.sighting.box, FACE) > 0.8


def test_what_goes_wrong_beside_the_frames_is_told(beside, astronaut, monkeypatch):
    beside.look(Frame(astronaut), [])
    monkeypatch.setattr(Cascade, "squares", lambda *_: 1 / 0)
    beside.look(Frame(astronaut, 1, 0.15), ELSEWHERE)
    with pytest.raises(ZeroDivisionError):
        beside.look(Frame(astronaut, 2, 0.15 + LAG_S), ELSEWHERE)


def test_its_thread_ends_with_it(cascade, astronaut):
    before = set(threading.enumerate())
    scan = BackgroundScan(cascade, make_check, BALANCED, 0.5, in_background=True)
    scan.look(Frame(astronaut), [])
    (thread,) = set(threading.enumerate()) - before
    del scan
    thread.join(PATIENCE_S)
    assert not thread.is_alive()


def test_in_a_picture_as_small_as_a_face_none_is_found(scan):
    assert first_found(scan, picture(40, 30), [], n=5) == (None, [])


def test_without_its_cascades_there_is_none(tmp_path):
    with pytest.raises(ModelError, match="the face cascade can't be read"):
        BackgroundScan(tmp_path / "gone.xml", FakeCheck, BALANCED, 0.5, in_background=False)


def test_a_hit_counts_for_as_much_as_the_steps_of_its_look_are_wide(
    cascade, astronaut, monkeypatch
):
    weights = []

    def found(check, image, places, weight):
        weights.append(weight)
        return []

    monkeypatch.setattr(background_scan, "found_among", found)
    scan = BackgroundScan(cascade, make_check, BALANCED, 0.5, in_background=True)
    for n in range(16):
        scan.look(Frame(astronaut, n, n / 30), [])
    scan.close()
    dense, sparse = (
        replace(BALANCED, scale_factor=each.step).hit_weight for each in (DENSE, SPARSE)
    )
    assert weights[0] == dense
    assert weights[-1] == sparse != dense
