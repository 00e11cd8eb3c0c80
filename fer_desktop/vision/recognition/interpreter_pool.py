"""Runs a model in several threads: for the faces of a frame, and beside the detection of others."""

import threading
import time
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np

from fer_desktop.vision.recognition.classifier import Chips, Classifier, Probabilities

_MOST_THREADS: Final = 2
"""More would take the cores of who uses the computer meanwhile."""


@dataclass(frozen=True)
class Answer:
    """Probabilities that are being computed, in parts; the time is that of all parts together."""

    parts: Sequence[Future[tuple[Probabilities, float]]]

    def get(self) -> tuple[Probabilities, float]:
        """Wait for what `Classifier.classify` gives, and for how many ms that took.

        Raises:
            ModelError: The network gave no probabilities.
        """
        rows, times_ms = zip(*(part.result() for part in self.parts), strict=True)
        return np.concatenate(rows), sum(times_ms)


class SideBySide:
    """A model that is there several times; its threads begin with the first faces."""

    def __init__(self, classifier: Classifier) -> None:
        self._classifier = classifier
        self._of_thread = threading.local()
        # In processes that share the cores with others of theirs OpenCV has one thread as well.
        self.n_threads = min(_MOST_THREADS, cv2.getNumThreads())
        self._threads = ThreadPoolExecutor(self.n_threads, "network")

    def submit(self, chips: Chips) -> Answer:
        """Begin to name faces, one at least.

        Args:
            chips: As `Classifier.classify` takes them; they are not changed until that is done.
        """
        parts = np.array_split(chips, min(self.n_threads, len(chips)))
        return Answer([self._begun(part) for part in parts])

    def close(self) -> None:
        """End the threads; what has begun is waited for."""
        self._threads.shutdown(cancel_futures=True)

    def _begun(self, part: Chips) -> "Future[tuple[Probabilities, float]]":
        try:
            return self._threads.submit(self._classify, part)
        except RuntimeError:
            # Python itself is ending and begins no work in threads any more.
            done: Future[tuple[Probabilities, float]] = Future()
            done.set_result(self._classify(part))
            return done

    def _classify(self, chips: Chips) -> tuple[Probabilities, float]:
        if not hasattr(self._of_thread, "classifier"):
            self._of_thread.classifier = self._classifier.twin()
        start = time.perf_counter()
        rows = self._of_thread.classifier.classify(chips)
        return rows, (time.perf_counter() - start) * 1e3
