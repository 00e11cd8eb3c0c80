"""Calibration to a person: what is collected, how it corrects, and whom it belongs to."""

import threading

import numpy as np
import pytest

from fer_desktop.core.baseline import (
    LEAST,
    LEAST_FRAMES,
    SECONDS,
    TYPICAL,
    Baseline,
    BaselineCollector,
    Baselines,
    corrected,
    factors,
    log_mean,
)
from fer_desktop.core.geometry import BoundingBox
from fer_desktop.core.labels import INDEX, LABELS
from fer_desktop.core.smoothing import Smoother
from fer_desktop.core.types import AnalyzedFrame, Expression, Face, Frame, RecognizedFace
from tests.fakes import picture, probabilities

NEUTRAL, SADNESS, HAPPINESS = (INDEX[name] for name in ("neutral", "sadness", "happiness"))


def mixed(**values):
    """Return (8,) probabilities with these values and the rest spread over the others."""
    rest = (1 - sum(values.values())) / (len(LABELS) - len(values))
    return np.array([values.get(label, rest) for label in LABELS], np.float32)


SAD_LOOKING = Baseline(mixed(neutral=0.4, sadness=0.55, happiness=0.001))


def odds(row, label=SADNESS):
    return row[label] / row[NEUTRAL]


# --- the correction


def test_what_the_neutral_face_shows_is_taken_off():
    raw = mixed(neutral=0.42, sadness=0.53)
    shown = corrected(raw, SAD_LOOKING)
    assert Expression(raw).label == "sadness"
    assert Expression(shown).label == "neutral"


def test_an_expression_that_the_neutral_face_does_not_show_is_kept():
    raw = mixed(neutral=0.3, happiness=0.5)
    shown = corrected(raw, SAD_LOOKING)
    assert Expression(shown).label == "happiness"
    assert odds(shown, HAPPINESS) / odds(raw, HAPPINESS) > 2 * odds(shown) / odds(raw)


def test_a_corrected_row_is_probabilities_and_raw_stays():
    random = np.random.default_rng(0)
    for _ in range(50):
        raw, own = random.dirichlet(np.full(8, 0.1), 2).astype(np.float32)
        kept = raw.copy()
        shown = corrected(raw, Baseline(own))
        assert (shown.dtype, shown.shape) == (np.float32, (8,))
        assert shown.sum() == pytest.approx(1, abs=1e-5)
        assert shown.min() >= 0
        assert np.array_equal(raw, kept)


def test_a_typical_neutral_face_changes_nothing():
    typical = np.array(TYPICAL, np.float32)
    raw = mixed(neutral=0.3, sadness=0.5)
    assert corrected(raw, Baseline(typical / typical.sum())) == pytest.approx(raw, abs=1e-4)


def test_the_formula():
    answer, typical = mixed(neutral=0.4, sadness=0.5), mixed(neutral=0.8, sadness=0.1)
    expected = ((0.1 / 0.8) / (0.5 / 0.4)) ** 0.5
    found = factors(answer, typical, 0.5, 0.0)
    assert found[SADNESS] == pytest.approx(expected, rel=1e-5)
    assert found[NEUTRAL] == 1
    assert np.array_equal(factors(answer, typical, 0.0, 0.0), np.ones(8))


def test_a_very_neutral_face_makes_no_expression_stronger():
    assert np.array_equal(factors(probabilities("neutral", 0.9999)), np.ones(8))


def test_no_factor_is_extreme():
    grin = probabilities("happiness", 1.0)
    found = factors(grin)
    assert np.isfinite(found).all()
    assert found.min() == pytest.approx(LEAST)
    assert Expression(corrected(grin, Baseline(grin))).best == "happiness"


@pytest.mark.parametrize("row", [np.full(8, 0.2, np.float32), np.full(7, 1 / 7, np.float32)])
def test_a_baseline_is_probabilities(row):
    with pytest.raises(ValueError, match="probabilities"):
        Baseline(row)


def test_one_wild_frame_hardly_moves_the_mean():
    rows = np.stack([*[mixed(neutral=0.9)] * 29, mixed(happiness=0.99)])
    mean = log_mean(rows)
    assert mean.sum() == pytest.approx(1, abs=1e-5)
    assert mean[HAPPINESS] < rows.mean(axis=0)[HAPPINESS] / 1.5
    assert log_mean(rows[:1]) == pytest.approx(rows[0], abs=1e-6)


# --- collecting


def analyzed(time_s, *faces):
    """Return a frame with faces of (number, probabilities[, is_held])."""
    return AnalyzedFrame(
        Frame(picture(), time_s=time_s),
        tuple(
            RecognizedFace(
                Face(BoundingBox(0, 0, 9, 9), 0.9, number, bool(held)),
                Expression(row),
                Expression(probabilities("fear")),  # what is shown is never collected
            )
            for number, row, *held in faces
        ),
    )


ROW = mixed(neutral=0.7, sadness=0.2)


def watched(collector, times, *faces):
    for time_s in times:
        collector.watch(analyzed(time_s, *(faces or [(1, ROW)])))
    return collector


@pytest.mark.parametrize("rate", [5, 15, 30, 60])
def test_it_is_done_after_three_seconds_at_any_frame_rate(rate):
    collector = BaselineCollector(1)
    n = round(SECONDS * rate)
    watched(collector, np.arange(n) / rate)
    assert (collector.state, collector.baseline) == ("collecting", None)
    assert collector.progress == pytest.approx(1 - 1 / n)
    watched(collector, [n / rate])
    assert (collector.state, collector.progress) == ("done", pytest.approx(1))
    assert collector.baseline.probabilities == pytest.approx(ROW, abs=1e-5)


def test_a_slow_camera_has_to_show_some_frames():
    collector = watched(BaselineCollector(1), range(LEAST_FRAMES - 1))
    assert collector.state == "collecting"
    assert collector.progress == pytest.approx(1 - 1 / LEAST_FRAMES)
    assert watched(collector, [LEAST_FRAMES]).state == "done"


def test_a_hanging_camera_shows_no_face():
    collector = watched(BaselineCollector(1), [*np.arange(12) / 10, 30.0])
    assert collector.progress == pytest.approx((1.1 + 0.5) / SECONDS)


def test_it_is_the_raw_answers_of_the_one_face_that_are_averaged():
    collector = BaselineCollector(2)
    others = [(1, probabilities("anger")), (None, probabilities("anger"))]
    for n in range(100):
        row = mixed(neutral=0.6) if n % 2 else mixed(neutral=0.8)
        collector.watch(analyzed(n / 30, *others, (2, row)))
    rows = np.stack([mixed(neutral=0.8), mixed(neutral=0.6)])
    assert collector.baseline.probabilities == pytest.approx(log_mean(rows), abs=0.01)


def test_held_frames_do_not_count_and_neither_does_their_time():
    collector = watched(BaselineCollector(1), np.arange(31) / 30)
    before = collector.progress
    watched(collector, 1 + np.arange(1, 16) / 30, (1, probabilities("anger"), True))
    assert (collector.state, collector.progress) == ("collecting", before)
    watched(collector, [1.55])
    assert collector.progress == before
    watched(collector, 1.55 + np.arange(1, 61) / 30)
    assert collector.state == "done"
    assert collector.baseline.probabilities == pytest.approx(ROW, abs=1e-5)


def test_a_face_that_is_unseen_for_long_is_lost():
    collector = watched(BaselineCollector(1), [0, 0.1, 0.2])
    watched(collector, [1.0, 2.1], (2, ROW))
    assert collector.state == "collecting"
    watched(collector, [2.3], (1, ROW, True))
    assert collector.state == "lost"
    watched(collector, 3 + np.arange(200) / 30)
    assert (collector.state, collector.baseline) == ("lost", None)


def test_a_face_that_comes_back_in_time_goes_on():
    collector = watched(BaselineCollector(1), np.arange(31) / 30)
    for start in (2, 4, 6):  # unseen for more than two seconds in all, but never at a stretch
        watched(collector, [start - 0.5], (2, ROW))
        watched(collector, start + np.arange(31) / 30)
    assert collector.state == "done"


def test_a_rewound_video_has_lost_the_face():
    assert watched(BaselineCollector(1), [5.0, 5.1, 4.0]).state == "lost"


def test_the_same_frame_again_does_not_count():
    collector = watched(BaselineCollector(1), range(7))
    before = collector.progress
    assert watched(collector, [6] * 50).progress == before == 0.7
    assert collector.state == "collecting"


def test_what_comes_after_it_is_done_changes_nothing():
    collector = watched(BaselineCollector(1), np.arange(100) / 30)
    kept = collector.baseline.probabilities
    watched(collector, [9.0, 0.0], (1, probabilities("anger")))
    assert collector.state == "done"
    assert np.array_equal(collector.baseline.probabilities, kept)


# --- whose it is


def test_only_the_face_with_a_baseline_is_corrected():
    baselines = Baselines()
    raw = Expression(mixed(neutral=0.42, sadness=0.53), 0.3)
    assert baselines.apply(1, raw) is raw
    baselines.put(1, SAD_LOOKING)
    assert baselines.apply(2, raw) is raw
    assert baselines.apply(None, raw) is raw
    shown = baselines.apply(1, raw)
    assert (shown.label, shown.threshold) == ("neutral", 0.3)
    assert np.array_equal(shown.probabilities, corrected(raw.probabilities, SAD_LOOKING))
    assert raw.label == "sadness"


def test_the_label_follows_from_the_corrected_probabilities():
    baselines = Baselines()
    baselines.put(1, SAD_LOOKING)
    raw = mixed(neutral=0.42, sadness=0.53)
    assert baselines.apply(1, Expression(raw, 0.3, steady_label="sadness")).label == "neutral"
    assert baselines.apply(1, Expression(raw, 0.99)).label == "uncertain"


def test_a_label_over_time_is_decided_from_corrected_values():
    baselines, smoother = Baselines(), Smoother(0.25)
    raw = Expression(mixed(neutral=0.42, sadness=0.53), 0.3)
    labels = []
    for n in range(60):
        if n == 20:
            baselines.put(1, SAD_LOOKING)
        labels.append(smoother.update(1, baselines.apply(1, raw), n / 20).label)
    assert list(dict.fromkeys(labels)) == ["sadness", "neutral"]
    assert labels[20] == "sadness"


def test_baselines_are_dropped_and_forgotten():
    baselines = Baselines()
    for number in (1, 2, 3):
        baselines.put(number, SAD_LOOKING)
    baselines.drop(2)
    baselines.drop(2)
    assert baselines.tracks == {1, 3}
    baselines.forget_all_but({2, 3, 4})
    assert baselines.tracks == {3}
    baselines.clear()
    assert baselines.tracks == frozenset()


def test_nothing_is_lost_where_one_sets_while_the_other_forgets():
    baselines = Baselines()
    numbers = range(1, 3000)
    known = frozenset(numbers[::2])
    stop = threading.Event()

    def forget():
        while not stop.is_set():
            baselines.forget_all_but(known)

    thread = threading.Thread(target=forget)
    thread.start()
    for number in numbers:
        baselines.put(number, SAD_LOOKING)
    stop.set()
    thread.join()
    baselines.forget_all_but(known)
    assert baselines.tracks == known
