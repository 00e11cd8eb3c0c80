"""Ranges that do not count: what they leave out of the figures, and undo."""

import pytest

from fer_desktop.sessions.exclusions import Exclusion, Exclusions, figures_without, is_excluded
from tests.recorded import session_rows


@pytest.mark.parametrize(("start_s", "end_s"), [(-1, 2), (2, 2), (3, 2), (float("nan"), 1)])
def test_a_range_that_is_none(start_s, end_s):
    with pytest.raises(ValueError, match="a range goes"):
        Exclusion(start_s, end_s)


def test_a_moment_in_a_range():
    ranges = [Exclusion(1, 2), Exclusion(5, 6)]
    assert [is_excluded(ranges, t) for t in (0.9, 1.0, 1.9, 2.0, 5.5)] == [0, 1, 1, 0, 1]


def test_ranges_are_in_order_and_can_be_undone():
    first, second = Exclusion(4, 5, "b"), Exclusion(1, 2, "a")
    exclusions = Exclusions([first])
    assert not exclusions.can_undo
    exclusions.add(second)
    assert exclusions.ranges == (second, first)
    exclusions.restore(4.5, 4.5)
    assert exclusions.ranges == (second,)
    exclusions.undo()
    assert exclusions.ranges == (second, first)
    exclusions.undo()
    exclusions.undo()
    assert exclusions.ranges == (first,)


def test_what_touches_nothing_changes_nothing():
    exclusions = Exclusions([Exclusion(4, 5)])
    exclusions.restore(5.0, 6.0)
    assert not exclusions.can_undo


def face(figures, face_id=1):
    return next(each for each in figures.faces if each.face_id == face_id)


def test_figures_of_the_whole():
    figures = face(figures_without(session_rows(), []))
    assert figures.labels["happiness"].n_episodes == 2
    assert figures.labels["happiness"].total_s == pytest.approx(4.0)
    assert figures.transitions[("happiness", "neutral")] == 1
    assert figures.n_lost == 10


def test_frames_in_a_range_do_not_count():
    figures = face(figures_without(session_rows(), [Exclusion(0, 2), Exclusion(2.95, 3.95)]))
    assert figures.labels["happiness"].n_episodes == 1
    assert figures.labels["happiness"].total_s == pytest.approx(2.0)
    assert ("happiness", "neutral") not in figures.transitions
    assert figures.n_lost == 0


def test_a_short_range_ends_episodes_and_no_transition_goes_through_it():
    figures = face(figures_without(session_rows(), [Exclusion(1.85, 2.15)]))
    assert ("happiness", "neutral") not in figures.transitions
    assert figures.labels["happiness"].longest_s == pytest.approx(2.0)
    split = face(figures_without(session_rows(), [Exclusion(0.95, 1.25)]))
    assert split.labels["happiness"].n_episodes == 3
    assert split.labels["happiness"].total_s == pytest.approx(3.7)
