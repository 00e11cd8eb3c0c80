"""The row below a review's picture: play, steps, markers, the slider, and the time."""

from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QSlider, QWidget

from fer_desktop.gui.common.icons import icon
from fer_desktop.gui.common.reasons import allow_part
from fer_desktop.gui.common.retranslated import Retranslated
from fer_desktop.gui.common.session_words import clock
from fer_desktop.gui.common.theme import GRID
from fer_desktop.gui.common.widgets import PushButton
from fer_desktop.gui.review.player import ReviewPlayer
from fer_desktop.sessions.table import SessionTable

_KEYS = {
    "play": ("Space",),
    "step_back": ("Left",),
    "step_on": ("Right",),
    "marker_back": ("Ctrl+Left", "PgUp"),
    "marker_on": ("Ctrl+Right", "PgDown"),
    "begin": ("Home",),
    "end": ("End",),
}
_ICONS = {
    "play": "play",
    "step_back": "step-back",
    "step_on": "step-on",
    "marker_back": "marker-back",
    "marker_on": "marker-on",
}

_LEAST_SLIDER = 12 * GRID


class ReviewTransport(Retranslated, QWidget):
    """Moves a player by buttons, keys and a slider, and shows where it is."""

    def __init__(self, player: ReviewPlayer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._player = player
        self.actions_ = {name: self._action(name) for name in _KEYS}
        self.buttons = {name: PushButton() for name in _ICONS}
        self.slider, self.clock = QSlider(Qt.Orientation.Horizontal), QLabel()
        self._connect()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        for name, button in self.buttons.items():
            button.setIcon(icon(_ICONS[name]))
            button.setAutoDefault(False)
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            button.clicked.connect(self.actions_[name].trigger)
            row.addWidget(button)
        self.slider.setMinimumWidth(_LEAST_SLIDER)
        row.addWidget(self.slider, 1)
        row.addWidget(self.clock)
        self.retranslate()

    def retranslate(self) -> None:
        """Write the words in the language of now."""
        playing = self._player.is_playing
        words = {
            "play": self.tr("Pause") if playing else self.tr("Play"),
            "step_back": self.tr("A frame back"),
            "step_on": self.tr("A frame on"),
            "marker_back": self.tr("Previous marker"),
            "marker_on": self.tr("Next marker"),
            "begin": self.tr("To the start"),
            "end": self.tr("To the end"),
        }
        for name, action in self.actions_.items():
            action.setText(words[name])
        for name, button in self.buttons.items():
            keys = self.actions_[name].shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            button.setAccessibleName(words[name])
            button.setToolTip(f"{words[name]} ({keys})")
            no_markers = "" if self.actions_[name].isEnabled() else self.tr("It has no markers.")
            allow_part(button, no_markers)
        self.buttons["play"].setIcon(icon("pause" if playing else "play"))
        self.slider.setAccessibleName(self.tr("Moment of the session"))
        self._show_time(self._player.position_s)

    def show_session(self, table: SessionTable, *, has_markers: bool) -> None:
        """Let the slider have the session's length."""
        with QSignalBlocker(self.slider):
            self.slider.setRange(0, round(table.duration_s * 1000))
        self.slider.setSingleStep(max(1, round(table.step_s * 1000)))
        self.slider.setPageStep(max(1, round(table.duration_s * 50)))
        for name in ("marker_back", "marker_on"):
            self.actions_[name].setEnabled(has_markers)
        self.retranslate()
        # The clock's room is that of its longest words, or all beside it would move.
        longest = self._words(table.duration_s)
        self.clock.setMinimumWidth(self.clock.fontMetrics().horizontalAdvance(longest) + GRID)

    def _connect(self) -> None:
        player = self._player
        self.actions_["play"].triggered.connect(player.toggle)
        for name, n_frames in (("step_back", -1), ("step_on", 1)):
            self.actions_[name].triggered.connect(partial(self._step, n_frames))
        for name, direction in (("marker_back", -1), ("marker_on", 1)):
            self.actions_[name].triggered.connect(partial(self._to_marker, direction))
        self.actions_["begin"].triggered.connect(lambda: player.seek(0.0))
        self.actions_["end"].triggered.connect(lambda: player.seek(player.end_s))
        self.slider.valueChanged.connect(lambda value: player.seek(value / 1000))
        player.moved.connect(self._show_time)
        player.changed.connect(self.retranslate)

    def _action(self, name: str) -> QAction:
        action = QAction(self)
        action.setShortcuts([QKeySequence(key) for key in _KEYS[name]])
        self.addAction(action)
        return action

    def _step(self, n_frames: int) -> None:
        self._player.step(n_frames)

    def _to_marker(self, direction: int) -> None:
        self._player.to_marker(direction)

    def _show_time(self, time_s: float) -> None:
        with QSignalBlocker(self.slider):
            self.slider.setValue(round(time_s * 1000))
        self.clock.setText(self._words(time_s))

    def _words(self, time_s: float) -> str:
        return self.tr("{now} of {whole}").format(
            now=clock(time_s), whole=clock(self._player.end_s)
        )
