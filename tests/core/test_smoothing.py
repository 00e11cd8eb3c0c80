"""What is shown calms down over seconds, not over frames; a true change is not held up."""

import math
from itertools import pairwise

import numpy as np
import pytest

from fer_desktop.core.labels import INDEX, LABELS, UNCERTAIN
from fer_desktop.core.settings import Settings
from fer_desktop.core.smoothing import Smoother
from fer_desktop.core.types import Expression
from tests.fakes import probabilities

HAPPY, SAD = Expression(probabilities("happiness")), Expression(probabilities("sadness"))
I_SAD = INDEX["sadness"]
RATES = [10, 15, 30, 60]
DEFAULT_S = Settings.smoothing_s


def mixed(threshold=0.0, **values):
    """Return an expression with these probabilities and the rest spread over the others."""
    rest = (1 - sum(values.values())) / (len(LABELS) - len(values))
    row = np.array([values.get(label, rest) for label in LABELS], np.float32)
    return Expression(row, threshold)


def shown_labels(frames, response_s=DEFAULT_S):
    """Return the label shown after each (time, expression)."""
    smoother = Smoother(response_s)
    return [smoother.update(1, raw, time_s).label for time_s, raw in frames]


def changes(labels):
    return sum(a != b for a, b in pairwise(labels))


def steady(raw, seconds, rate, start_s=0.0):
    return [(start_s + n / rate, raw) for n in range(round(seconds * rate))]


def reaction_s(before, after, rate, response_s=DEFAULT_S):
    """Return when a new label is shown after a switch between frames, in seconds."""
    frames = steady(before, 3, rate) + steady(after, 3, rate, start_s=3.0)
    smoother = Smoother(response_s)
    for time_s, raw in frames:
        if smoother.update(1, raw, time_s).label == after.label:
            return time_s - 3.0
    return math.inf


# --- probabilities


def test_the_first_value_is_shown_as_it_is():
    assert Smoother(0.25).update(1, HAPPY, 5.0) is HAPPY


def test_after_the_response_time_63_percent_of_a_step_is_shown():
    smoother = Smoother(0.25)
    smoother.update(1, HAPPY, 0.0)
    shown = smoother.update(1, SAD, 0.25).probabilities
    before, after = HAPPY.probabilities[I_SAD], SAD.probabilities[I_SAD]
    assert (shown[I_SAD] - before) / (after - before) == pytest.approx(1 - math.exp(-1), abs=1e-5)


@pytest.mark.parametrize("rate", [5, 30, 60])
def test_probabilities_act_alike_at_any_frame_rate(rate):
    smoother = Smoother(0.25)
    smoother.update(1, HAPPY, 0.0)
    for n in range(1, rate + 1):
        shown = smoother.update(1, SAD, n / rate)
    step = 1 - math.exp(-1 / 0.25)
    expected = HAPPY.probabilities + step * (SAD.probabilities - HAPPY.probabilities)
    assert shown.probabilities == pytest.approx(expected, abs=1e-4)


def test_smoothed_values_stay_probabilities():
    smoother, random = Smoother(0.25), np.random.default_rng(0)
    for n in range(50):
        values = random.dirichlet(np.full(8, 0.1)).astype(np.float32)
        shown = smoother.update(1, Expression(values), n / 15).probabilities
        assert shown.dtype == np.float32
        assert shown.sum() == pytest.approx(1, abs=1e-4)
        assert shown.min() >= 0


def test_raw_values_are_not_changed():
    smoother, raw = Smoother(0.25), mixed(sadness=0.6)
    kept = raw.probabilities.copy()
    for n in range(5):
        smoother.update(1, raw if n % 2 else HAPPY, n / 10)
    assert np.array_equal(raw.probabilities, kept)
    assert raw.steady_label is None
    assert raw.label == "sadness"


def test_the_threshold_goes_along():
    smoother = Smoother(0.25)
    smoother.update(1, mixed(0.4, sadness=0.6), 0.0)
    assert smoother.update(1, mixed(0.4, sadness=0.7), 0.1).threshold == 0.4


def test_no_response_time_shows_raw_values():
    smoother = Smoother(0.0)
    smoother.update(1, HAPPY, 0.0)
    assert smoother.update(1, SAD, 0.01) is SAD


# --- labels: a true change


@pytest.mark.parametrize("rate", RATES)
@pytest.mark.parametrize("p", [0.7, 0.8, 0.99])
def test_a_true_change_shows_within_04_s(rate, p):
    before, after = mixed(0.4, neutral=0.99), mixed(0.4, happiness=p)
    assert reaction_s(before, after, rate) <= 0.4 + 1e-9
    assert reaction_s(mixed(0.4, happiness=p), before, rate) <= 0.4 + 1e-9


@pytest.mark.parametrize("rate", RATES)
def test_being_sure_again_shows_within_04_s_and_doubt_within_a_second(rate):
    sure, unsure = mixed(0.4, neutral=0.9), mixed(0.4)
    assert reaction_s(unsure, sure, rate) <= 0.4 + 1e-9
    assert reaction_s(sure, unsure, rate) <= 1.0 + 1e-9


def test_the_reaction_takes_alike_at_any_frame_rate():
    times = [reaction_s(mixed(neutral=0.95), mixed(happiness=0.7), rate) for rate in (20, 30, 60)]
    assert max(times) - min(times) <= 1 / 20


def test_a_slower_setting_reacts_more_slowly():
    before, after = mixed(neutral=0.95), mixed(happiness=0.9)
    assert reaction_s(before, after, 60, 1.0) > 2 * reaction_s(before, after, 60, 0.25)


def test_a_slight_but_lasting_lead_is_shown_too_only_later():
    before, after = mixed(neutral=0.95), mixed(happiness=0.5, neutral=0.3)
    assert 0.4 < reaction_s(before, after, 30) < 2.0


@pytest.mark.parametrize("rate", RATES)
def test_changes_that_follow_each_other_show_within_04_s_each(rate):
    expressions = [mixed(0.4, neutral=0.9), mixed(0.4, happiness=0.9), mixed(0.4, sadness=0.8)]
    frames = [(n / rate, expressions[int(2 * n / rate) % 3]) for n in range(6 * rate)]
    wrong_s = 0.0
    for (time_s, raw), label in zip(frames, shown_labels(frames), strict=True):
        wrong_s = 0.0 if label == raw.label else wrong_s + 1 / rate
        assert wrong_s <= 0.3 + 1e-9, time_s


def test_from_one_label_to_another_there_is_no_third_between():
    frames = steady(mixed(0.4, neutral=0.95), 1, 30) + steady(
        mixed(0.4, happiness=0.95), 1, 30, start_s=1.0
    )
    assert list(dict.fromkeys(shown_labels(frames))) == ["neutral", "happiness"]


# --- labels: no change


def noisy(seed, rate, centre, spread, threshold=0.4, seconds=20):
    """Return frames whose logits have noise of each frame and a slow swing, as flicker gives."""
    random = np.random.default_rng(seed)
    logits = np.log(centre.probabilities)
    swings = random.uniform(-1, 1, 8)
    frames = []
    for n in range(seconds * rate):
        wave = math.sin(2 * math.pi * 0.4 * n / rate)
        row = np.exp(logits + spread * (random.standard_normal(8) + 0.3 * wave * swings))
        raw = Expression((row / row.sum()).astype(np.float32), threshold)
        frames.append((n / rate, raw))
    return frames


@pytest.mark.parametrize("rate", [10, 15, 30])
@pytest.mark.parametrize(
    "centre",
    [
        mixed(neutral=0.48, sadness=0.42),
        mixed(neutral=0.45, sadness=0.45),
        mixed(neutral=0.4, sadness=0.2, anger=0.2),
        mixed(neutral=0.34, sadness=0.33, anger=0.23),
    ],
    ids=["nearly a tie", "tie", "at the threshold", "three"],
)
def test_noise_on_a_still_face_changes_nothing_for_long(rate, centre):
    for seed in range(2):
        frames = noisy(seed, rate, centre, 0.3)
        assert changes([raw.label for _, raw in frames]) > 20
        assert changes(shown_labels(frames)) <= 1


@pytest.mark.parametrize("rate", RATES)
def test_a_single_wrong_frame_is_not_shown(rate):
    frames = steady(mixed(0.4, neutral=0.9), 2, rate)
    frames[rate] = frames[rate][0], mixed(0.4, happiness=1.0)
    assert set(shown_labels(frames)) == {"neutral"}


def test_single_wrong_frames_do_not_add_up():
    frames = steady(mixed(0.4, neutral=0.9), 10, 30)
    for n in range(5, 300, 4):
        frames[n] = frames[n][0], mixed(0.4, happiness=0.99)
    assert set(shown_labels(frames)) == {"neutral"}


def test_a_new_label_begins_without_what_spoke_against_the_old_one():
    frames = steady(mixed(neutral=0.9), 1, 30)
    frames += steady(mixed(sadness=0.5, anger=0.42), 1 / 3, 30, start_s=1.0)
    frames += steady(mixed(sadness=0.36, anger=0.56), 1 / 2, 30, start_s=4 / 3)
    assert list(dict.fromkeys(shown_labels(frames))) == ["neutral", "sadness"]


def test_a_label_that_is_hardly_ahead_never_replaces_the_shown_one():
    frames = steady(mixed(neutral=0.5, sadness=0.44), 1, 30)
    frames += steady(mixed(neutral=0.44, sadness=0.5), 20, 30, start_s=1.0)
    assert set(shown_labels(frames)) == {"neutral"}


@pytest.mark.parametrize(
    ("first", "then", "label"),
    [
        (0.9, 0.36, "neutral"),  # a little below the threshold: still named
        (0.9, 0.2, UNCERTAIN),
        (0.3, 0.44, UNCERTAIN),  # a little above it: not yet named
        (0.3, 0.6, "neutral"),
    ],
)
def test_uncertain_has_two_thresholds_of_its_own(first, then, label):
    frames = steady(mixed(0.4, neutral=first), 1, 30)
    frames += steady(mixed(0.4, neutral=then), 10, 30, start_s=1.0)
    assert shown_labels(frames)[-1] == label


@pytest.mark.parametrize("threshold", [0.0, 0.4, 0.95, 1.0])
def test_any_threshold_can_be_reached_from_both_sides(threshold):
    weak, strong = mixed(threshold), Expression(probabilities("anger", 1.0), threshold)
    frames = steady(weak, 1, 30) + steady(strong, 2, 30, 1.0) + steady(weak, 2, 30, 3.0)
    labels = shown_labels(frames)
    assert labels[80] == ("anger" if threshold < 1 else UNCERTAIN)
    assert labels[-1] == (UNCERTAIN if threshold > 0 else "anger")


# --- labels: who talks


def talk(seed, rate, seconds, *, closed, opened, start_s=0.0):
    """Return frames of a face that opens and shuts its mouth in syllables, phrases and pauses.

    Args:
        seed: Of the speech, which is the same at any rate.
        rate: Frames a second.
        seconds: How long it talks.
        closed: The expression with the mouth shut.
        opened: The expression with the mouth wide open.
        start_s: Time of the first frame.
    """
    random = np.random.default_rng(seed)
    times, openings, time_s = [0.0], [0.0], 0.0
    while time_s < seconds:
        end_s = time_s + random.uniform(1.0, 3.0)
        while time_s < end_s:
            syllable_s = random.uniform(1 / 6, 1 / 3)
            times += [time_s + syllable_s / 2, time_s + syllable_s]
            openings += [random.uniform(0.3, 1.0), random.uniform(0.0, 0.3)]
            time_s += syllable_s
        pause_s = random.uniform(0.25, 0.9)
        times.append(time_s + pause_s)
        openings.append(0.0)
        time_s += pause_s
    low, high = np.log(closed.probabilities), np.log(opened.probabilities)
    frames = []
    for n in range(round(seconds * rate)):
        opening = np.interp(n / rate, times, openings)
        noise = 0.2 * random.standard_normal(8)
        row = np.exp(low + opening * (high - low) + noise)
        frames.append((start_s + n / rate, Expression((row / row.sum()).astype(np.float32), 0.4)))
    return frames


TALKS = {
    "into surprise": (mixed(neutral=0.85), mixed(surprise=0.9)),
    "between two": (mixed(happiness=0.6, neutral=0.25), mixed(neutral=0.6, surprise=0.3)),
    "sure both ways": (mixed(sadness=0.97), mixed(happiness=0.97)),
    "into doubt": (mixed(neutral=0.7), mixed(anger=0.3, fear=0.3, surprise=0.3)),
}


@pytest.mark.parametrize("rate", [10, 30, 60])
@pytest.mark.parametrize("kind", TALKS)
def test_who_talks_keeps_a_label(rate, kind):
    closed, opened = TALKS[kind]
    for seed in range(3):
        frames = talk(seed, rate, 60, closed=closed, opened=opened)
        assert changes([raw.label for _, raw in frames]) > 80
        assert changes(shown_labels(frames)) <= 20


@pytest.mark.parametrize("rate", [10, 30])
def test_a_sure_change_shows_in_the_midst_of_talking(rate):
    closed, opened = TALKS["into surprise"]
    for seed in range(5):
        frames = talk(seed, rate, 10, closed=closed, opened=opened)
        frames += steady(mixed(0.4, happiness=0.95), 3, rate, start_s=10.0)
        labels = shown_labels(frames)
        assert labels[10 * rate - 1] != "happiness"
        assert "happiness" in labels[: round(11.2 * rate)], seed


def test_what_lasts_is_shown_while_talking_too_however_slight():
    frames = talk(0, 30, 10, closed=mixed(neutral=0.8), opened=mixed(surprise=0.6, neutral=0.3))
    frames += talk(
        1,
        30,
        20,
        closed=mixed(happiness=0.6, neutral=0.35),
        opened=mixed(happiness=0.5, surprise=0.4),
        start_s=10.0,
    )
    labels = shown_labels(frames)
    assert "happiness" not in labels[:300]
    assert set(labels[450:]) == {"happiness"}


@pytest.mark.parametrize("rate", RATES)
def test_a_quick_expression_of_a_calm_face_is_shown_and_goes(rate):
    calm, quick = mixed(0.4, neutral=0.9), mixed(0.4, happiness=0.8)
    frames = steady(calm, 3, rate) + steady(quick, 0.5, rate, 3.0) + steady(calm, 2, rate, 3.5)
    labels = shown_labels(frames)
    assert list(dict.fromkeys(labels)) == ["neutral", "happiness"]
    assert set(labels[round(3.9 * rate) :]) == {"neutral"}


def test_some_seconds_after_talking_a_change_shows_as_soon_as_on_a_calm_face():
    closed, opened = TALKS["into surprise"]
    calm, happy = mixed(0.4, neutral=0.9), mixed(0.4, happiness=0.8)
    frames = talk(0, 30, 10, closed=closed, opened=opened)
    frames += steady(calm, 8, 30, start_s=10.0) + steady(happy, 1, 30, start_s=18.0)
    labels = shown_labels(frames)
    assert labels[18 * 30 - 1] == "neutral"
    assert "happiness" in labels[: round(18.4 * 30) + 1]


# --- labels and what is shown beside them


def test_the_shown_label_comes_with_its_own_probability():
    smoother = Smoother(DEFAULT_S)
    smoother.update(1, mixed(0.4, neutral=0.5, sadness=0.45), 0.0)
    for n in range(1, 60):
        shown = smoother.update(1, mixed(0.4, neutral=0.45, sadness=0.5), n / 30)
    assert (shown.label, shown.best) == ("neutral", "sadness")
    assert shown.confidence == pytest.approx(0.45, abs=1e-3)
    assert not shown.is_uncertain


# --- time


def test_irregular_frames_act_as_regular_ones():
    random = np.random.default_rng(3)
    before, after = mixed(0.4, neutral=0.9), mixed(0.4, happiness=0.9)
    for _ in range(20):
        times = np.cumsum(random.choice([0.016, 0.033, 0.07, 0.1], 100))
        switch_s = times[60]
        smoother = Smoother(DEFAULT_S)
        for time_s in times:
            shown = smoother.update(1, after if time_s >= switch_s else before, float(time_s))
            if time_s < switch_s:
                assert shown.label == "neutral"
            elif time_s >= switch_s + 0.25:
                assert shown.label == "happiness"


def test_two_frames_of_the_same_moment_change_nothing():
    smoother = Smoother(DEFAULT_S)
    smoother.update(1, HAPPY, 1.0)
    shown = smoother.update(1, SAD, 1.0)
    assert shown.label == "happiness"
    assert np.array_equal(shown.probabilities, HAPPY.probabilities)


def test_after_a_gap_the_new_expression_shows_at_once():
    smoother = Smoother(DEFAULT_S)
    smoother.update(1, HAPPY, 1.0)
    shown = smoother.update(1, SAD, 3.0)
    assert shown.label == "sadness"
    assert shown.probabilities == pytest.approx(SAD.probabilities, abs=1e-3)


def test_a_long_gap_harms_no_steady_face():
    smoother = Smoother(DEFAULT_S)
    smoother.update(1, HAPPY, 1.0)
    shown = smoother.update(1, HAPPY, 1e6)
    assert shown.label == "happiness"
    assert shown.probabilities == pytest.approx(HAPPY.probabilities)


# --- faces


def test_faces_do_not_mix():
    smoother = Smoother(0.25)
    smoother.update(1, HAPPY, 0.0)
    assert smoother.update(2, SAD, 0.1) is SAD
    for n in range(1, 60):
        labels = [smoother.update(face, raw, n / 30).label for face, raw in ((1, HAPPY), (2, SAD))]
        assert labels == ["happiness", "sadness"]


def test_after_a_rewind_it_begins_anew():
    smoother = Smoother(0.25)
    smoother.update(1, HAPPY, 9.0)
    assert smoother.update(1, SAD, 3.0) is SAD


def test_a_forgotten_face_begins_anew_and_a_known_one_goes_on():
    smoother = Smoother(0.25)
    smoother.update(1, HAPPY, 0.0)
    smoother.update(2, HAPPY, 0.0)
    smoother.forget_all_but(frozenset({2}))
    assert smoother.update(1, SAD, 0.1) is SAD
    assert smoother.update(2, SAD, 0.1) is not SAD
