"""The analysis threads: each alone owns the detector and the network that it has loaded."""

import logging
import threading
from collections.abc import Callable
from typing import Self

from fer_desktop.core.errors import FerError
from fer_desktop.core.settings import Settings
from fer_desktop.core.types import AnalyzedFrame, Frame
from fer_desktop.live.events import AnalysisFailed, AnalysisReady
from fer_desktop.live.slot import LatestSlot
from fer_desktop.system.memory import give_back
from fer_desktop.system.shutdown import Worker
from fer_desktop.vision.analyzer import FrameAnalyzer

log = logging.getLogger(__name__)

MakeAnalyzer = Callable[[Settings], FrameAnalyzer]
Report = Callable[[AnalysisFailed | AnalysisReady], None]

_WAIT_S = 0.1


class AnalysisThread:
    """Takes frames out of one slot and puts analyzed ones into another.

    While no model can be loaded, frames go through without faces, so the picture stays live.

    A thread that is to follow another one loads its model beside it, says `is_ready`, and takes
    frames when it is told to `take_over` and the other one has ended: never both. One that can't
    load its model tells so and ends, and the other one goes on.
    """

    def __init__(
        self,
        make_analyzer: MakeAnalyzer,
        settings: Settings,
        frames: LatestSlot[Frame],
        analyzed: LatestSlot[AnalyzedFrame],
        report: Report,
        *,
        before: Self | None = None,
    ) -> None:
        self._make_analyzer, self._report = make_analyzer, report
        self._frames, self._analyzed = frames, analyzed
        self._before = before
        self._stop = threading.Event()
        # What both threads change is changed under this lock.
        self._news = threading.Condition()
        self._settings = settings
        self._loaded: Settings | None = None
        self._is_its_turn = before is None
        self._has_failed = False
        self.is_well = True
        """Whether it analyzes, as far as is known; False where frames go through without faces."""
        self.n_done = 0
        self._thread = Worker(self._run, "analysis", self.request_stop)

    @property
    def is_alive(self) -> bool:
        """Whether the thread runs."""
        return self._thread.is_alive()

    @property
    def is_ready(self) -> bool:
        """Whether the model of the newest settings is loaded."""
        with self._news:
            return self._loaded is self._settings

    @property
    def settings(self) -> Settings:
        """What is used, or loaded."""
        return self._settings

    def start(self) -> None:
        """Start to load the model."""
        self._thread.start()

    def apply(self, settings: Settings) -> bool:
        """Load other settings; return False where it is too late: it takes frames, or has failed.

        Those that are being loaded are given up.
        """
        with self._news:
            has_begun = self._is_its_turn and self._loaded is not None
            if has_begun or self._has_failed:
                return False
            self._settings = settings
            self._news.notify_all()
        return True

    def take_over(self) -> None:
        """Take the frames, once the thread before has ended."""
        with self._news:
            self._is_its_turn = True
            self._news.notify_all()

    def request_stop(self) -> None:
        """Ask the thread to end."""
        self._stop.set()
        with self._news:
            self._news.notify_all()

    def join(self, timeout_s: float) -> bool:
        """Wait for the end; return False when it did not come in time."""
        self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def _run(self) -> None:
        while not self._stop.is_set():
            used = self._settings
            analyzer, ready = self._load(used)
            try:
                if self._may_begin(used, ready):
                    self._await_end_of_the_one_before()
                    self._report(ready)
                    self._analyze(analyzer)
                    return
            finally:
                # Its thread would live until it is collected, and with it what both hold.
                if analyzer is not None:
                    analyzer.close()
                    # A large network leaves a hole of 100 MB, above which other things lie by now.
                    analyzer = None
                    give_back()
            if isinstance(ready, AnalysisFailed) and self._has_failed:
                self._report(AnalysisFailed(ready.message, self._kept()))
                return

    def _load(
        self, settings: Settings
    ) -> tuple[FrameAnalyzer | None, AnalysisReady | AnalysisFailed]:
        try:
            analyzer = self._make_analyzer(settings)
        except Exception as error:  # noqa: BLE001 - the top of a thread
            return None, _failure(error)
        classifier = analyzer.classifier
        return analyzer, AnalysisReady(classifier.spec.name, classifier.engine_name)

    def _may_begin(self, used: Settings, ready: AnalysisReady | AnalysisFailed) -> bool:
        """Wait for its turn; return False when other settings are chosen, or it is to end."""
        with self._news:
            if self._settings is not used:
                return False
            self.is_well = isinstance(ready, AnalysisReady)
            if not self.is_well and self._before is not None:
                self._has_failed = True
                return False
            self._loaded = used
            self._news.wait_for(
                lambda: self._is_its_turn or self._settings is not used or self._stop.is_set()
            )
            return self._settings is used and not self._stop.is_set()

    def _kept(self) -> Settings | None:
        before = self._before
        return before.settings if before is not None and before.is_well else None

    def _await_end_of_the_one_before(self) -> None:
        if self._before is not None:
            while not self._before.join(_WAIT_S) and not self._stop.is_set():
                pass
            self.n_done = self._before.n_done
            self._before = None

    def _analyze(self, analyzer: FrameAnalyzer | None) -> None:
        while not self._stop.is_set():
            frame = self._frames.take(timeout_s=_WAIT_S)
            if frame is None:
                continue
            try:
                result = analyzer.analyze(frame) if analyzer else AnalyzedFrame(frame, ())
            except Exception as error:  # noqa: BLE001 - the top of a thread
                analyzer, self.is_well = None, False
                self._report(_failure(error))
                result = AnalyzedFrame(frame, ())
            self._analyzed.put(result)
            self.n_done += 1


def _failure(error: Exception) -> AnalysisFailed:
    if isinstance(error, FerError):
        return AnalysisFailed(str(error))
    log.error("the analysis failed", exc_info=error)
    return AnalysisFailed("The analysis failed; the log file says why.")
