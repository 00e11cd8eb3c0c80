"""Another model is loaded beside the running one, which goes on with the frames until then."""

import threading
import time
import weakref
from dataclasses import replace

import pytest

from fer_desktop.core.errors import ModelError
from fer_desktop.core.settings import Settings
from fer_desktop.live.events import AnalysisFailed, AnalysisReady, PipelineState
from fer_desktop.live.pipeline import LivePipeline, has_hanging_threads
from fer_desktop.vision.analyzer import FrameAnalyzer
from tests.fakes import PATIENCE_S, FixedClassifier, FixedDetector, ScriptedSource, wait_until
from tests.live.test_pipeline import Watched, numbered

OLD, SLOW, NEW, BAD = (Settings(model=name) for name in ("old", "slow", "new", "bad"))
LABELS = {"old": "anger", "slow": "sadness", "new": "happiness"}


class Detector(FixedDetector):
    """Knows in which thread it was made, and is used there and by one at a time only."""

    busy = threading.Lock()

    def __init__(self):
        super().__init__((10, 10, 30, 30))
        self.thread = threading.get_ident()

    def detect(self, image):
        assert threading.get_ident() == self.thread
        assert self.busy.acquire(blocking=False)
        time.sleep(0.002)  # long enough to be met by another one
        self.busy.release()
        return super().detect(image)


class Loader:
    """Makes analyzers; the slow one waits until the gate is open."""

    def __init__(self):
        self.gate, self.begun = threading.Event(), threading.Event()
        self.made = []

    def __call__(self, settings):
        self.made.append(settings)
        if settings.model == "slow":
            self.begun.set()
            assert self.gate.wait(PATIENCE_S)
        if settings.model == "bad":
            raise ModelError("bad: not loaded.")
        return FrameAnalyzer(Detector(), FixedClassifier(LABELS[settings.model]), threshold=0.4)


def threads():
    return [thread for thread in threading.enumerate() if thread.name == "analysis"]


@pytest.fixture
def loader():
    return Loader()


@pytest.fixture
def watched(loader):
    """Return a session that analyzes with the old model."""
    source = ScriptedSource([*numbered(1), 0.005], repeats=True)
    session = LivePipeline(lambda: source, loader, OLD)
    watched = Watched(session)
    session.start()
    watched.until(lambda: labels(watched)[-1:] == ["anger"])
    yield watched
    loader.gate.set()
    session.stop()
    assert not threads()
    assert not has_hanging_threads()


def labels(watched):
    return [face.label for result in watched.results for face in result.faces]


def more(watched, n=5):
    """Wait for more results."""
    wanted = len(watched.results) + n
    watched.until(lambda: len(watched.results) >= wanted)


def test_the_old_model_goes_on_while_the_new_one_is_loaded(watched, loader):
    watched.session.apply(SLOW)
    assert loader.begun.wait(PATIENCE_S)
    more(watched, 10)
    assert set(labels(watched)) == {"anger"}
    assert len(watched.told(AnalysisReady)) == 1
    loader.gate.set()
    watched.until(lambda: labels(watched)[-1] == "sadness")
    more(watched)
    found = labels(watched)
    first = found.index("sadness")
    assert set(found[:first]) == {"anger"}
    assert set(found[first:]) == {"sadness"}
    assert len(watched.told(AnalysisReady)) == 2
    assert len(threads()) == 1, "the old one is kept"
    assert all(result.faces for result in watched.results)


def test_of_several_choices_the_newest_wins(watched, loader):
    watched.session.apply(SLOW)
    assert loader.begun.wait(PATIENCE_S)
    watched.session.apply(BAD)
    watched.session.apply(NEW)
    assert len(threads()) == 2, "one runs, one loads"
    loader.gate.set()
    watched.until(lambda: labels(watched)[-1] == "happiness")
    assert set(labels(watched)) == {"anger", "happiness"}
    assert loader.made == [OLD, SLOW, NEW]
    assert not watched.told(AnalysisFailed)


def test_a_choice_that_is_loaded_already_but_not_used_yet_is_given_up_too(watched, loader):
    watched.session.apply(NEW)
    wait_until(lambda: watched.session._next.is_ready)  # not polled, so not taken over
    loader.gate.set()
    watched.session.apply(SLOW)
    watched.until(lambda: labels(watched)[-1] == "sadness")
    assert "happiness" not in labels(watched)


def test_what_is_loaded_and_waits_for_its_turn_ends_at_a_stop(watched):
    watched.session.apply(NEW)
    wait_until(lambda: watched.session._next.is_ready)  # not polled, so not taken over
    watched.session.stop()
    wait_until(lambda: not threads())


def test_where_the_new_model_fails_the_old_one_goes_on_and_it_is_told(watched, loader):
    watched.session.apply(BAD)
    watched.until(lambda: watched.told(AnalysisFailed))
    assert watched.told(AnalysisFailed) == [AnalysisFailed("bad: not loaded.", kept=OLD)]
    more(watched)
    assert set(labels(watched)) == {"anger"}
    wait_until(lambda: len(threads()) == 1)
    watched.session.apply(NEW)
    watched.until(lambda: labels(watched)[-1] == "happiness")


def test_back_to_what_runs_after_a_failure_loads_nothing(watched, loader):
    watched.session.apply(BAD)
    watched.until(lambda: watched.told(AnalysisFailed))
    watched.session.apply(OLD)
    watched.session.apply(replace(OLD, mirror=False))
    more(watched)
    assert loader.made == [OLD, BAD]


def test_while_nothing_could_be_loaded_yet_a_failure_keeps_nothing(loader):
    source = ScriptedSource([*numbered(1), 0.005], repeats=True)
    session = LivePipeline(lambda: source, loader, BAD)
    watched = Watched(session)
    session.start()
    watched.until(lambda: watched.told(AnalysisFailed) and watched.results)
    session.apply(replace(BAD, smoothing_s=1))
    watched.until(lambda: len(watched.told(AnalysisFailed)) == 2)
    assert {event.kept for event in watched.told(AnalysisFailed)} == {None}
    more(watched)
    session.apply(NEW)
    watched.until(lambda: labels(watched)[-1:] == ["happiness"])
    session.stop()


def test_a_choice_before_the_first_model_is_loaded_is_the_first(loader):
    source = ScriptedSource([*numbered(1), 0.005], repeats=True)
    session = LivePipeline(lambda: source, loader, SLOW)
    watched = Watched(session)
    session.start()
    assert loader.begun.wait(PATIENCE_S)
    session.apply(NEW)
    assert len(threads()) == 1
    loader.gate.set()
    watched.until(lambda: labels(watched))
    assert set(labels(watched)) == {"happiness"}
    session.stop()


def test_no_frame_of_a_file_is_lost_or_analyzed_twice_at_the_change(loader):
    source = ScriptedSource(numbered(*range(45)), live=False)
    session = LivePipeline(lambda: source, loader, OLD)
    watched = Watched(session)
    session.start()
    watched.until(lambda: len(watched.results) >= 5)
    session.apply(NEW)
    watched.until(lambda: session.state is PipelineState.ENDED and session.is_over)
    watched.poll()
    assert session._analysis.n_done == 45
    assert "happiness" in labels(watched)
    assert watched.numbers == sorted(set(watched.numbers))
    session.stop()


def test_memory_goes_back_once_the_old_model_is_gone(monkeypatch):
    alive, left = weakref.WeakSet(), []

    def load(settings):
        analyzer = FrameAnalyzer(Detector(), FixedClassifier(LABELS[settings.model]), threshold=0.4)
        alive.add(analyzer.classifier)
        return analyzer

    monkeypatch.setattr("fer_desktop.live.analysis.give_back", lambda: left.append(len(alive)))
    source = ScriptedSource([*numbered(1), 0.005], repeats=True)
    session = LivePipeline(lambda: source, load, OLD)
    watched = Watched(session)
    session.start()
    watched.until(lambda: labels(watched)[-1:] == ["anger"])
    assert left == []
    session.apply(NEW)
    watched.until(lambda: labels(watched)[-1] == "happiness")
    assert left == [1], "only the new one"
    session.stop()


def test_stop_while_a_model_is_loaded(watched, loader):
    watched.session.apply(SLOW)
    assert loader.begun.wait(PATIENCE_S)
    watched.session.stop()
    assert has_hanging_threads()
    watched.session.apply(NEW)
    assert NEW not in loader.made
    loader.gate.set()
    wait_until(lambda: not has_hanging_threads())
