"""Connects the actions and the bar of a video with what plays it."""

from functools import partial
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, QSignalBlocker, QTimer

from fer_desktop.core.settings import Settings
from fer_desktop.gui.common.chosen import Chosen
from fer_desktop.gui.common.reasons import allow, allow_part
from fer_desktop.gui.live.seek_bar import Stretch
from fer_desktop.gui.shell.live_mode import LiveMode
from fer_desktop.gui.shell.main_window import MainWindow
from fer_desktop.live.kept_results import STRETCH_S, KeptResults
from fer_desktop.live.play_control import SPEEDS, PlayControl

_TICK_MS: Final = 40
_STRETCHES_TICKS: Final = 10
"""What was analyzed is painted anew in every so manieth tick."""
_JUMP_S: Final = 5.0
_NEAR_S: Final = 0.25
"""Nobody clicks more exactly than that into a bar; frame by frame there are the steps."""
_MOST_STRETCHES: Final = 400

_MOVES: Final = ("step_back", "step_on", "jump_back", "jump_on", "to_start", "to_end")
_SPEEDS: Final = ("slower", "faster", "usual_speed")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Transport", text)


class Transport(QObject):
    """Shows the bar while a video is played, and does what is asked for there."""

    def __init__(self, window: MainWindow, chosen: Chosen, live: LiveMode) -> None:
        super().__init__(window)
        self._window, self._chosen, self._live = window, chosen, live
        self._bar, actions = window.transport, window.actions_
        self._seen: tuple[object, ...] = ()
        self._n_ticks = 0
        self._is_bound = False
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._bar.seek.sought.connect(self._seek_near)
        self._bar.seek.stepped.connect(self.step)
        actions.step_back.triggered.connect(lambda: self.step(-1))
        actions.step_on.triggered.connect(lambda: self.step(1))
        actions.jump_back.triggered.connect(lambda: self._jump(-_JUMP_S))
        actions.jump_on.triggered.connect(lambda: self._jump(_JUMP_S))
        actions.to_start.triggered.connect(lambda: self.seek(0.0))
        actions.to_end.triggered.connect(self._to_end)
        actions.slower.triggered.connect(lambda: self._change_speed(-1))
        actions.faster.triggered.connect(lambda: self._change_speed(1))
        actions.usual_speed.triggered.connect(lambda: self._set_speed(1.0))
        for speed, action in self._bar.speeds.items():
            action.triggered.connect(partial(self._set_speed, speed))
        actions.every_frame.setChecked(chosen.settings.video_every_frame)
        actions.every_frame.toggled.connect(self._set_every_frame)
        chosen.changed.connect(self._on_settings)
        live.changed.connect(self._on_live)
        window.retranslated.connect(self._on_live)
        self._on_live()

    def bind(self, on: bool) -> None:
        """Let a video only be held and go on, each of its frames analyzed: it is recorded."""
        self._is_bound = on
        control = self._control
        if control is not None:
            control.is_bound = on
            control.set_every_frame(on or self._chosen.settings.video_every_frame)
        self._on_live()

    def seek(self, time_s: float) -> None:
        """Go to a moment."""
        control = self._control
        if control is not None:
            control.seek(time_s)
            self._tick()

    def _seek_near(self, time_s: float) -> None:
        """Go to a moment of the bar, or to one beside it of which is known what was found."""
        video = self._live.video
        known_s = video.kept.nearest(time_s, _NEAR_S) if video is not None else None
        self.seek(time_s if known_s is None else known_s)

    def step(self, n_frames: int) -> None:
        """Hold, and go so many frames on, or back."""
        control = self._control
        if control is not None and not self._is_bound:
            self._live.hold()
            control.step(n_frames)

    @property
    def _control(self) -> PlayControl | None:
        video = self._live.video
        return video.control if video is not None else None

    def _jump(self, seconds: float) -> None:
        control = self._control
        if control is not None:
            self.seek(control.state.position_s + seconds)

    def _to_end(self) -> None:
        control = self._control
        if control is not None and control.state.length_s:
            self.seek(control.state.length_s)

    def _change_speed(self, steps: int) -> None:
        control = self._control
        if control is not None:
            place = SPEEDS.index(control.state.speed) + steps
            self._set_speed(SPEEDS[min(max(0, place), len(SPEEDS) - 1)])

    def _set_speed(self, speed: float, *_: object) -> None:
        control = self._control
        if control is not None:
            control.set_speed(speed)
            self._tick()

    def _set_every_frame(self, on: bool) -> None:
        self._chosen.change(video_every_frame=on)

    def _on_settings(self, before: Settings, now: Settings) -> None:
        with QSignalBlocker(self._window.actions_.every_frame):
            self._window.actions_.every_frame.setChecked(now.video_every_frame)
        control = self._control
        if control is not None and before.video_every_frame != now.video_every_frame:
            control.set_every_frame(now.video_every_frame or self._is_bound)

    def _on_live(self) -> None:
        is_there, actions = self._control is not None, self._window.actions_.by_name()
        self._window.show_transport(is_there)
        if is_there and not self._timer.isActive():
            self._timer.start()
            self._seen = ()
        elif not is_there:
            self._timer.stop()
            self._bar.seek.show_stretches(())
        none = "" if is_there else _tr("No video is open.")
        bound = _tr("A video plays straight on while it is recorded.") if self._is_bound else ""
        for name in _MOVES:
            allow(actions[name], none or bound)
        for name in _SPEEDS:
            allow(actions[name], none)
        allow(
            actions["every_frame"],
            _tr("While a video is recorded, every frame is analyzed.") if bound else "",
        )
        allow_part(self._bar.seek, bound)
        allow_part(self._bar.speed, none)
        self._tick()

    def _tick(self) -> None:
        video = self._live.video
        if video is None:
            return
        self._bar.show_state(video.control.state)
        self._n_ticks += 1
        state = (video.kept.version, self._live.chosen_track, video.control.state.length_s)
        if state != self._seen and (not self._seen or self._n_ticks % _STRETCHES_TICKS == 0):
            self._seen = state
            number, step_s = self._live.chosen_track, video.control.state.step_s
            self._bar.seek.show_stretches(labelled(video.kept, number, step_s))


def labelled(kept: KeptResults, number: int | None, step_s: float) -> list[Stretch]:
    """Return what was analyzed of a video, cut where the label of a face becomes another one.

    Args:
        kept: What was found.
        number: Of the face; None for the largest.
        step_s: How long a frame lasts.
    """
    found: list[Stretch] = []
    stretches = kept.stretches(step_s)
    whole_s = sum(end_s - start_s for start_s, end_s in stretches)
    look_s = max(step_s, STRETCH_S / 8, whole_s / _MOST_STRETCHES)
    for start_s, end_s in stretches:
        at_s = start_s
        while at_s < end_s:
            next_s = min(at_s + look_s, end_s)
            label = kept.label_at(at_s, number)
            if found and found[-1].label == label and found[-1].end_s == at_s:
                found[-1] = found[-1]._replace(end_s=next_s)
            else:
                found.append(Stretch(at_s, next_s, label))
            at_s = next_s
    return found
