"""The analysis thread: it alone owns the detector and the network."""

import logging
import threading
from collections.abc import Callable

from fer_desktop.core.errors import FerError
from fer_desktop.core.settings import Settings
from fer_desktop.core.types import AnalyzedFrame, Frame
from fer_desktop.live.events import AnalysisFailed, AnalysisReady
from fer_desktop.live.slot import LatestSlot
from fer_desktop.vision.analyzer import FrameAnalyzer

log = logging.getLogger(__name__)

MakeAnalyzer = Callable[[Settings], FrameAnalyzer]
Report = Callable[[AnalysisFailed | AnalysisReady], None]


class AnalysisThread:
    """Takes frames out of one slot and puts analyzed ones into another.

    While no model can be loaded, frames go through without faces, so the picture stays live.
    """

    def __init__(
        self,
        make_analyzer: MakeAnalyzer,
        settings: Settings,
        frames: LatestSlot[Frame],
        analyzed: LatestSlot[AnalyzedFrame],
        report: Report,
    ) -> None:
        self._make_analyzer, self._settings, self._report = make_analyzer, settings, report
        self._frames, self._analyzed = frames, analyzed
        self._stop = threading.Event()
        self.n_done = 0
        self._thread = threading.Thread(target=self._run, name="analysis", daemon=True)

    @property
    def is_alive(self) -> bool:
        """Whether the thread runs."""
        return self._thread.is_alive()

    def start(self) -> None:
        """Start to analyze."""
        self._thread.start()

    def apply(self, settings: Settings) -> None:
        """Use other settings from the next frame on."""
        self._settings = settings  # one reference, swapped whole

    def request_stop(self) -> None:
        """Ask the thread to end."""
        self._stop.set()

    def join(self, timeout_s: float) -> bool:
        """Wait for the end; return False when it did not come in time."""
        self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def _run(self) -> None:
        used: Settings | None = None
        analyzer: FrameAnalyzer | None = None
        while not self._stop.is_set():
            if used is not self._settings:
                used = self._settings
                analyzer = self._load(used)
            frame = self._frames.take(timeout_s=0.1)
            if frame is None:
                continue
            try:
                result = analyzer.analyze(frame) if analyzer else AnalyzedFrame(frame, ())
            except Exception as error:  # noqa: BLE001 - the top of a thread
                analyzer = None
                self._fail(error)
                result = AnalyzedFrame(frame, ())
            self._analyzed.put(result)
            self.n_done += 1

    def _load(self, settings: Settings) -> FrameAnalyzer | None:
        try:
            analyzer = self._make_analyzer(settings)
        except Exception as error:  # noqa: BLE001 - the top of a thread
            self._fail(error)
            return None
        classifier = analyzer.classifier
        self._report(AnalysisReady(classifier.spec.name, classifier.engine_name))
        return analyzer

    def _fail(self, error: Exception) -> None:
        if isinstance(error, FerError):
            self._report(AnalysisFailed(str(error)))
        else:
            log.error("the analysis failed", exc_info=error)
            self._report(AnalysisFailed("The analysis failed; the log file says why."))
