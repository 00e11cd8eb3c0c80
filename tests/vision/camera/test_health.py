"""The judgement over a camera's pictures, by the clock of the frames alone."""

import dataclasses

import numpy as np
import pytest

from fer_desktop.core.types import Frame
from fer_desktop.vision.camera.health import HealthMonitor, Look, Verdict, look_at
from tests.fakes import picture


def looks(seconds, rate=30.0, every=1, start_s=100.0, first=0, **values):
    """Return the looks at a camera's frames, each picture another one unless it is given."""
    fixed = {"mean": 90.0, "spread": 40.0, "size": (640, 480), **values}
    return [
        Look(**{"digest": 7 * index, "index": index, "time_s": start_s + index / rate, **fixed})
        for index in range(first, first + round(seconds * rate) + 1, every)
    ]


def judged(entries, later_s=0.0):
    """Return the verdict just after the last look."""
    monitor = HealthMonitor()
    for look in entries:
        monitor.add_look(look)
    return monitor.verdict(entries[-1].time_s + later_s)


BLACK = {"mean": 0.4, "spread": 0.6}


def test_nothing_is_told_before_enough_is_seen():
    assert HealthMonitor().verdict(5.0) is None
    assert HealthMonitor().size is None
    assert judged(looks(2.8)) is None
    assert judged(looks(1.9, **BLACK)) is None
    assert judged(looks(1.8, digest=1)) is None


@pytest.mark.parametrize("every", [1, 15])  # all frames, or two a second
def test_a_camera_that_is_well(every):
    assert judged(looks(4.0, every=every)) is Verdict.WELL


@pytest.mark.parametrize("every", [1, 15])
def test_a_black_picture(every):
    # A covered lens gives some noise, so its pictures differ; a blocked camera none.
    assert judged(looks(2.5, every=every, **BLACK)) is Verdict.BLACK
    assert judged(looks(2.5, every=every, digest=1, **BLACK)) is Verdict.BLACK


def test_a_picture_that_has_just_become_black_is_not_called_well():
    assert judged([*looks(4.0), *looks(5.0, first=121, **BLACK)[:30]]) is None


@pytest.mark.parametrize("values", [{"mean": 1.5, "spread": 9.0}, {"mean": 4.0, "spread": 0.5}])
def test_a_dark_room_is_no_black_picture(values):
    assert judged(looks(4.0, **values)) is Verdict.WELL


@pytest.mark.parametrize("every", [1, 15])
def test_a_frozen_picture(every):
    assert judged(looks(2.5, every=every, digest=1)) is Verdict.FROZEN


def test_one_other_picture_ends_a_streak():
    entries = looks(6.2, digest=1)
    entries[120] = dataclasses.replace(entries[120], digest=2)
    assert judged(entries[:150]) is Verdict.WELL
    assert judged(entries) is Verdict.FROZEN


@pytest.mark.parametrize("rate", [0.25, 0.5, 1.0, 4.5])
def test_a_camera_that_is_too_slow(rate):
    assert judged(looks(12.0, rate=rate)) is Verdict.SLOW


def test_a_slow_camera_with_the_same_picture_is_slow_above_all():
    assert judged(looks(6.0, rate=1.0, digest=1)) is Verdict.SLOW


def test_five_a_second_are_enough():
    assert judged(looks(6.0, rate=5.5)) is Verdict.WELL


@pytest.mark.parametrize(("rate", "every"), [(30.0, 1), (29.97, 15), (7.5, 4), (1.0, 1)])
def test_the_rate_is_right_however_few_frames_are_seen(rate, every):
    monitor = HealthMonitor()
    assert monitor.rate() == 0
    for look in looks(9.0, rate=rate, every=every):
        monitor.add_look(look)
    assert monitor.rate() == pytest.approx(rate)
    assert monitor.size == (640, 480)


def test_the_rate_is_that_of_the_last_seconds():
    monitor = HealthMonitor()
    fast = looks(4.0)
    slow = [
        dataclasses.replace(look, index=look.index + 200, time_s=look.time_s + 5)
        for look in looks(9.0, rate=2.0)
    ]
    for look in [*fast, *slow]:
        monitor.add_look(look)
    assert monitor.rate() == pytest.approx(2.0)
    assert monitor.verdict(slow[-1].time_s) is Verdict.SLOW


def test_silence_is_not_judged():
    assert judged(looks(4.0, **BLACK), later_s=2.0) is Verdict.BLACK
    assert judged(looks(4.0, **BLACK), later_s=4.0) is None


@pytest.mark.parametrize("change", [{"first": 0}, {"first": 500, "size": (320, 240)}])
def test_a_camera_that_was_opened_anew_is_judged_anew(change):
    monitor = HealthMonitor()
    for look in [*looks(4.0, **BLACK), *looks(1.0, start_s=200.0, **change)]:
        monitor.add_look(look)
    assert monitor.verdict(201.0 + change["first"] / 30) is None


def test_clear_forgets():
    monitor = HealthMonitor()
    for look in looks(4.0):
        monitor.add_look(look)
    monitor.clear()
    assert (monitor.verdict(104.0), monitor.rate(), monitor.size) == (None, 0.0, None)


def test_the_same_frame_again_changes_nothing():
    monitor = HealthMonitor()
    for second in range(5):
        frame = Frame(picture(value=50), second, captured_s=float(second))
        for _ in range(10):
            monitor.add(frame)
    # Ten looks at each of one frame a second: slow, but not frozen.
    assert monitor.verdict(4.1) is Verdict.SLOW


def test_what_is_kept_of_a_frame():
    image = picture(1280, 720, 0)
    image[:, 640:] = 200
    look = look_at(Frame(image, 7, captured_s=3.0))
    assert (look.index, look.time_s, look.size) == (7, 3.0, (1280, 720))
    assert look.mean == pytest.approx(100, abs=0.5)
    assert look.spread == pytest.approx(100, abs=0.5)
    assert not look.is_black
    assert look_at(Frame(picture(value=1))).is_black
    assert look_at(Frame(image)).digest == look.digest
    noisy = image.copy()
    noisy[::3, ::3] ^= np.uint8(1)
    assert look_at(Frame(noisy)).digest != look.digest
