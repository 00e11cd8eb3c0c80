"""Hands live results to other programs while the settings ask for it."""

from PySide6.QtCore import QObject, Signal

from fer_desktop.core.errors import SettingsError
from fer_desktop.core.settings import Settings
from fer_desktop.export.streams.live_output import LiveOutput
from fer_desktop.export.streams.targets import Target, target_of
from fer_desktop.gui.common.chosen import Chosen
from fer_desktop.gui.shell.live_mode import LiveMode
from fer_desktop.gui.shell.main_window import MainWindow
from fer_desktop.sessions.new_session import model_of


def targets_of(settings: Settings) -> tuple[Target, ...]:
    """Return where live results go, each place once."""
    kinds = {"lsl": settings.send_lsl, "osc": settings.send_osc, "ws": settings.send_ws}
    texts = [*settings.send.split(), *(kind for kind, is_on in kinds.items() if is_on)]
    return tuple(dict.fromkeys(target_of(text) for text in texts))


class Sending(QObject):
    """Opens live output when the settings ask for it, and closes it when they do no more."""

    _failed = Signal(str)
    """Brings what a sender's thread says into the window's."""

    def __init__(self, window: MainWindow, chosen: Chosen, live: LiveMode) -> None:
        """Begin with the settings of now."""
        super().__init__(window)
        self._window, self._chosen, self._live = window, chosen, live
        self.output: LiveOutput | None = None
        chosen.changed.connect(self._compare)
        self._failed.connect(self._show)
        self._open(chosen.settings)

    def close(self) -> None:
        """Send nothing more."""
        self._live.send_to(None)
        output, self.output = self.output, None
        if output is not None:
            output.close()

    def _compare(self, before: Settings, now: Settings) -> None:
        try:
            is_same = targets_of(before) == targets_of(now)
        except SettingsError:
            is_same = False
        if not is_same or model_of(before) != model_of(now):
            self.close()
            self._open(now)

    def _open(self, settings: Settings) -> None:
        try:
            targets = targets_of(settings)
            if not targets:
                return
            self.output = LiveOutput(
                *targets, model=model_of(settings), source="live", tell=self._failed.emit
            )
        except SettingsError as error:
            self._show(str(error))
            return
        self._live.send_to(self.output.put, self.output.mark)

    def _show(self, problem: str) -> None:
        self._window.banner.show_message(problem, is_problem=True)
