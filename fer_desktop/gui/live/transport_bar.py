"""The row below the picture of a video: play, steps, the bar, the time, the speed, every frame."""

from typing import Final

from PySide6.QtCore import QLocale, QSize
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSizePolicy, QWidget

from fer_desktop.gui.common.icons import icon
from fer_desktop.gui.common.retranslated import Retranslated
from fer_desktop.gui.common.session_words import clock
from fer_desktop.gui.common.theme import GRID
from fer_desktop.gui.common.widgets import PushButton
from fer_desktop.gui.live.seek_bar import SeekBar
from fer_desktop.gui.shell.actions import Actions
from fer_desktop.gui.shell.reasons import explain
from fer_desktop.live.play_control import SPEEDS, PlayState

_LEAST_FOR_ALL: Final = 58 * GRID
_STEPS: Final = ("step_back", "step_on")
_ICONS: Final = {"freeze": "pause", "step_back": "step-back", "step_on": "step-on"}


class TransportBar(Retranslated, QWidget):
    """Shows where a video stands; its buttons trigger the window's actions.

    Attributes:
        seek: The bar.
        speeds: An action for each speed, in the menu of the speed's button.
    """

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self._actions = actions
        self._state, self._is_narrow = PlayState(), False
        self.seek, self.clock = SeekBar(), QLabel()
        self.buttons = {name: PushButton() for name in _ICONS}
        self.speed, self.every_frame = PushButton(), PushButton()
        self._menu = QMenu(self)
        self.speeds = {speed: self._menu.addAction("") for speed in SPEEDS}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        by_name = actions.by_name()
        for name, button in self.buttons.items():
            button.setIcon(icon(_ICONS[name]))
            self._connect(button, by_name[name])
            row.addWidget(button)
        self._connect(self.every_frame, actions.every_frame)
        self.every_frame.setCheckable(True)
        self.every_frame.setIcon(icon("every-frame"))
        self.speed.setMenu(self._menu)
        self.speed.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        for speed, action in self.speeds.items():
            action.setCheckable(True)
            action.setData(speed)
        row.addWidget(self.seek, 1)
        for part in (self.clock, self.speed, self.every_frame):
            row.addWidget(part)
        self.retranslate()

    def retranslate(self) -> None:
        """Write the words in the language of now."""
        self.seek.setAccessibleName(self.tr("Moment of the video"))
        self.speed.setAccessibleName(self.tr("Speed"))
        for speed, action in self.speeds.items():
            action.setText(speed_words(speed))
        self.show_state(self._state)

    def show_state(self, state: PlayState) -> None:
        """Show where the video stands."""
        before, self._state = self._state, state
        self.seek.show_length(max(state.length_s, state.position_s))
        self.seek.show_time(state.position_s)
        self.clock.setText(self._clock_words(state.position_s))
        self.clock.setMinimumWidth(self._clock_width())
        self.speed.setText(speed_words(state.speed))
        self.speed.setToolTip(self.tr("Speed: {speed}").format(speed=speed_words(state.speed)))
        for speed, action in self.speeds.items():
            action.setChecked(speed == state.speed)
        if before.is_playing != state.is_playing or not self.buttons["freeze"].toolTip():
            play = self.buttons["freeze"]
            play.setIcon(icon("pause" if state.is_playing else "play"))
            words = self.tr("Pause") if state.is_playing else self.tr("Play")
            play.setAccessibleName(words)
            play.setToolTip(f"{words} ({self._actions.freeze.shortcut().toString()})")

    def _connect(self, button: PushButton, action: QAction) -> None:
        button.setProperty("icon-only", True)
        button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        button.clicked.connect(action.trigger)
        if action is self._actions.freeze:
            return

        def follow() -> None:
            explain(button, action)
            button.setAccessibleName(button.toolTip().partition("\n")[0])
            button.setChecked(action.isChecked())

        action.changed.connect(follow)
        follow()

    def minimumSizeHint(self) -> QSize:
        """Return a size in which the length and the steps are left out."""
        least = super().minimumSizeHint()
        if not self._is_narrow:
            less = self._clock_width() - self._clock_width(whole=False)
            less += sum(self.buttons[name].sizeHint().width() + GRID for name in _STEPS)
            least.setWidth(least.width() - less)
        return least

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what has keys, and the length, where the bar would have no room beside it."""
        super().resizeEvent(event)
        is_narrow = self.width() < _LEAST_FOR_ALL
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            for name in _STEPS:
                self.buttons[name].setVisible(not is_narrow)
            self.show_state(self._state)

    def _clock_width(self, *, whole: bool | None = None) -> int:
        """Return room for the longest time from the start: nothing beside it may move."""
        longest_s = max(self._state.length_s, self._state.position_s)
        words = self._clock_words(longest_s, whole=whole)
        digits = "".join("0" if letter.isdigit() else letter for letter in words)
        return self.clock.fontMetrics().horizontalAdvance(digits) + 2

    def _clock_words(self, time_s: float, *, whole: bool | None = None) -> str:
        if self._is_narrow if whole is None else not whole:
            return clock(time_s)
        return self.tr("{now} / {whole}").format(
            now=clock(time_s), whole=clock(max(self._state.length_s, time_s))
        )


def speed_words(speed: float) -> str:
    """Return how many times as fast, in the numbers of the window's language."""
    return f"{QLocale().toString(speed, 'g', 3)}\u00d7"
