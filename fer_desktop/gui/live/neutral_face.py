"""Calibration to a person from the window: three seconds of a neutral face, for one face number."""

from collections.abc import Callable
from datetime import datetime
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject

from fer_desktop.core.baseline import SECONDS, BaselineCollector
from fer_desktop.core.types import AnalyzedFrame, Expression
from fer_desktop.gui.common.in_force import InForce, NeutralTaken
from fer_desktop.gui.common.words import short_caption
from fer_desktop.gui.shell.live_mode import LiveMode
from fer_desktop.gui.shell.main_window import MainWindow

_SURE: Final = 0.6
"""From so much on a face that was taken as neutral is said to have looked otherwise."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("NeutralFace", text)


class NeutralFace(QObject):
    """Connects the two actions of the calibration.

    Attributes:
        in_force: The neutral faces that hold now.
    """

    def __init__(
        self, window: MainWindow, live: LiveMode, now: Callable[[], datetime] = datetime.now
    ) -> None:
        """Connect the actions; `now` tells when a neutral face was taken."""
        super().__init__(window)
        self._window, self._live, self._now = window, live, now
        self.in_force = InForce(self)
        self.in_force.unwanted.connect(self._drop)
        self._collector: BaselineCollector | None = None
        window.actions_.set_neutral.triggered.connect(self._begin)
        window.actions_.forget_neutral.triggered.connect(self._forget)
        live.analyzed.connect(self._watch)
        live.changed.connect(self._on_changed)
        self._on_changed()

    def _begin(self) -> None:
        face = self._live.chosen_face()
        if face is None or face.track_id is None:
            self._window.status.note(_tr("There is no face to take as neutral."))
            return
        self._collector = BaselineCollector(face.track_id)
        self._say_progress(self._collector)

    def _watch(self, analyzed: AnalyzedFrame) -> None:
        self.in_force.keep(self._live.baselines.tracks)
        collector = self._collector
        if collector is None:
            return
        collector.watch(analyzed)
        if collector.state == "collecting":
            self._say_progress(collector)
            return
        self._end()
        baseline = collector.baseline
        if baseline is None:
            self._window.banner.show_message(
                _tr("The face was lost. Keep it in the picture for three seconds and try again."),
                is_problem=True,
            )
            return
        seen = Expression(baseline.probabilities)
        self._live.baselines.put(collector.track_id, baseline)
        self.in_force.put(NeutralTaken(collector.track_id, self._now(), seen))
        self._on_changed()
        if seen.label == "neutral" or seen.confidence < _SURE:
            self._window.status.note(
                _tr("What is shown of this face is now corrected by its neutral face.")
            )
            return
        words = _tr("The face that was taken as neutral looked like {what}. Was it neutral?")
        self._window.banner.show_message(
            words.format(what=short_caption(seen)),
            is_problem=True,
            choices=(
                (_tr("Take It Again"), self._begin),
                (_tr("Forget It"), lambda: self._drop(collector.track_id)),
            ),
        )

    def _drop(self, track_id: int) -> None:
        self._live.baselines.drop(track_id)
        self.in_force.keep(self._live.baselines.tracks)
        self._window.status.note(_tr("This face is shown uncorrected again."))

    def _forget(self) -> None:
        face = self._live.chosen_face()
        if face is not None and face.track_id is not None:
            self._drop(face.track_id)

    def _on_changed(self) -> None:
        """A source that stops ends what was begun, and all neutral faces: numbers begin anew."""
        if self._live.is_running:
            return
        self._live.baselines.clear()
        self.in_force.keep(frozenset())
        if self._collector is not None:
            self._end()

    def _end(self) -> None:
        self._collector = None
        self._window.banner.clear()

    def _say_progress(self, collector: BaselineCollector) -> None:
        left = max(1, round(SECONDS * (1 - collector.progress)))
        self._window.banner.show_message(
            _tr("Keep a neutral face and look at the camera: {seconds} s").format(seconds=left),
            is_problem=False,
            action=_tr("Cancel"),
            act=self._end,
        )
