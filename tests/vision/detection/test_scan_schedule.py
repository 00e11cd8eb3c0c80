"""The look over the whole picture is spread evenly over time, and leaves nothing out."""

import itertools
from collections import Counter

import pytest

from fer_desktop.vision.detection.scan_schedule import DENSE, SPARSE, ScanSchedule

TILTS = (25.0, -25.0)


def parts(schedule, seconds, rate=30, start_s=0.0):
    return [schedule.due(start_s + n / rate) for n in range(round(seconds * rate) + 1)]


@pytest.fixture(params=[DENSE, SPARSE], ids=["dense", "sparse"])
def sizes(request):
    return request.param


@pytest.fixture
def begun(sizes):
    schedule = ScanSchedule(TILTS, 0.5, sizes)
    schedule.due(0.0)
    return schedule


def test_at_first_all_is_due_each_part_once(sizes):
    due = ScanSchedule(TILTS, 0.5, sizes).due(7.0)
    assert len(due) == len(set(due)) == 12
    assert Counter(part.tilt_deg for part in due) == {0.0: 6, 25.0: 3, -25.0: 3}


@pytest.mark.parametrize("rate", [10, 30, 60])
def test_upright_faces_of_every_size_are_due_twice_a_second_and_tilted_ones_every_three(
    begun, rate
):
    counts = Counter(part for due in parts(begun, 6, rate) for part in due)
    upright = {part: n for part, n in counts.items() if not part.tilt_deg}
    assert sorted(upright.values()) == pytest.approx([6] * 6, abs=1), "two zooms in turn"
    tilted = {part: n for part, n in counts.items() if part.tilt_deg}
    assert sorted(tilted.values()) == pytest.approx([2] * 6, abs=1)


def test_a_look_leaves_no_size_out(begun):
    bands = sorted(
        {
            (part.least_px, part.most_px)
            for due in parts(begun, 3)
            for part in due
            if part.zoom == 1 and not part.tilt_deg
        }
    )
    assert bands[0][0] == 20
    assert all(most + 1 == least for (_, most), (least, _) in itertools.pairwise(bands))
    assert bands[-1][1] > 2000


def test_every_other_look_is_at_sizes_between(begun, sizes):
    zooms = {part.zoom for due in parts(begun, 3) for part in due if not part.tilt_deg}
    assert max(zooms) / min(zooms) == pytest.approx(sizes.step**0.5)


def test_no_frame_has_much_to_do(begun):
    assert max(len(due) for due in parts(begun, 6)) == 1


def test_after_a_pause_all_is_due_once_not_for_every_missed_second(begun):
    assert len(begun.due(3600.0)) == 12


def test_where_time_goes_backwards_it_begins_anew(begun):
    begun.due(9.0)
    assert len(begun.due(1.0)) == 12
    assert begun.due(1.001) == []


def test_without_tilts_only_upright_faces_are_looked_for(sizes):
    assert {part.tilt_deg for part in ScanSchedule((), 0.5, sizes).due(0.0)} == {0.0}


def test_in_a_hurry_large_faces_are_looked_for_in_half_the_view(sizes):
    for part in ScanSchedule(TILTS, 0.5, sizes).due(0.0):
        hurried = part.hurried
        if part.least_px < 36:
            assert hurried == part
        else:
            assert hurried.zoom == part.zoom / 2
            assert hurried.least_px / hurried.zoom == part.least_px / part.zoom
