"""Watching: how changes, reactions and their figures are counted."""

import math

import pytest

from model.watching import Shown, bar_s, calm_of, middle_and_end, reaction_figures, reaction_s


def shown(*values, rate=10):
    """Return what is shown frame by frame: (track, label), or None for no face."""
    return [
        Shown(n / rate, None, "", "") if value is None else Shown(n / rate, *value, value[1])
        for n, value in enumerate(values)
    ]


A, B = (1, "anger"), (1, "neutral")


@pytest.mark.parametrize(
    ("values", "changes"),
    [
        ([A, A, A], 0),
        ([A, A, B], 1),
        ([A, B, A], 2),
        ([A, (1, "uncertain")], 1),
        ([A, (2, "anger")], 1),  # another face
        ([A, None, A], 2),  # gone and back
        ([None, None, A], 0),  # not found yet
        ([None, None], 0),
    ],
)
def test_every_change_of_what_is_shown_counts(values, changes):
    assert calm_of("x", shown(*values)).changes == changes


def test_calm_tells_how_long_a_face_was_seen_and_what_was_shown():
    calm = calm_of("x", shown(None, A, B, A))
    assert (calm.name, calm.seen, calm.labels) == ("x", 0.75, ["anger", "neutral"])


def test_raw_changes_are_counted_beside():
    frames = [Shown(0.0, 1, "anger", "anger"), Shown(0.1, 1, "anger", "fear")]
    calm = calm_of("x", frames)
    assert (calm.changes, calm.raw_changes) == (0, 1)


def test_the_reaction_is_timed_from_the_switch():
    frames = shown(A, B, A, A, A, B, B)
    assert reaction_s(frames, 0.2, "neutral") == pytest.approx(0.3)
    assert reaction_s(frames, 0.5, "neutral") == 0
    assert reaction_s(frames, 0.2, "fear") == math.inf


def test_figures_of_reactions_tell_which_never_came():
    figures = reaction_figures([0.1, 0.2, 0.4, 0.5, math.inf], 30)
    assert (figures["n"], figures["never"], figures["in_time"]) == (5, 1, 0.6)
    assert figures["seconds"] == {"median": 0.4, "p95": None, "max": None}
    assert reaction_figures([], 30)["in_time"] is None


def test_a_change_may_take_a_little_longer_where_there_are_few_frames():
    assert [bar_s(rate) for rate in (60, 30, 15, 10)] == [0.4, 0.4, 0.4, 0.5]
    assert reaction_figures([0.5], 10)["in_time"] == 1.0


def test_figures_are_measured_values_never_between_two():
    assert middle_and_end([1, 2]) == {"median": 2, "p95": 2, "max": 2}
    assert middle_and_end([]) == {"median": None, "p95": None, "max": None}
