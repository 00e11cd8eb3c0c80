"""Networks side by side give the same answers, each thread with a network of its own."""

import threading

import cv2
import numpy as np
import pytest

from fer_desktop.core.errors import ModelError
from fer_desktop.vision.recognition.interpreter_pool import SideBySide
from tests.fakes import PATIENCE_S, FixedClassifier, probabilities

CHIPS = np.zeros((1, 16, 16, 3), np.float32)


class Watched(FixedClassifier):
    """Knows in which threads it and its twins are used, and waits until all are at work."""

    def __init__(self, together=None):
        super().__init__()
        self.twins, self.threads, self.together = [], set(), together

    def twin(self):
        self.twins.append(Watched(self.together))
        return self.twins[-1]

    def classify(self, chips):
        self.threads.add(threading.current_thread())
        if self.together is not None:
            self.together.wait(PATIENCE_S)
        return super().classify(chips)


@pytest.fixture
def two_cores(monkeypatch):
    monkeypatch.setattr(cv2, "getNumThreads", lambda: 8)


@pytest.fixture
def make(two_cores):
    made = []

    def make(classifier):
        made.append(SideBySide(classifier))
        return made[-1]

    yield make
    for each in made:
        each.close()


@pytest.mark.parametrize("n", [1, 2, 5])
def test_the_answer_is_the_models_own(make, seed_classifier, n):
    chips = np.random.default_rng(0).random((n, *seed_classifier.spec.chip_format.shape))
    chips = chips.astype(np.float32)
    rows, ms = make(seed_classifier).submit(chips).get()
    assert np.array_equal(rows, seed_classifier.classify(chips))
    assert ms > 0


def test_the_faces_of_a_frame_are_shared_and_stay_in_order(make):
    light = np.linspace(0, 1, 5, dtype=np.float32)
    chips = light[:, None, None, None] * np.ones((16, 16, 3), np.float32)
    classifier = FixedClassifier(by_mean=lambda mean: probabilities("fear", 0.2 + mean / 2))
    rows, _ = make(classifier).submit(chips).get()
    assert classifier.n_calls == 2
    assert np.all(np.diff(rows.max(axis=1)) > 0)


def test_two_work_at_once_each_with_a_model_of_its_own(make):
    classifier = Watched(threading.Barrier(2))
    networks = make(classifier)
    for answer in [networks.submit(CHIPS) for _ in range(6)]:
        answer.get()
    assert not classifier.threads
    assert len(classifier.twins) == 2
    used = [twin.threads for twin in classifier.twins]
    assert all(len(threads) == 1 for threads in used)
    assert len(set.union(*used)) == 2


def test_its_threads_begin_with_the_first_face_and_end_with_it(two_cores):
    before = set(threading.enumerate())
    networks = SideBySide(Watched())
    assert set(threading.enumerate()) == before
    networks.submit(CHIPS).get()
    assert set(threading.enumerate()) - before
    networks.close()
    assert set(threading.enumerate()) == before


def test_where_the_cores_are_shared_it_has_one_thread(monkeypatch):
    monkeypatch.setattr(cv2, "getNumThreads", lambda: 1)
    networks = SideBySide(Watched())
    assert networks.n_threads == 1
    networks.close()


def test_a_model_that_fails_is_told(make):
    class Failing(FixedClassifier):
        def twin(self):
            raise ModelError("gone")

    with pytest.raises(ModelError, match="gone"):
        make(Failing()).submit(CHIPS).get()
