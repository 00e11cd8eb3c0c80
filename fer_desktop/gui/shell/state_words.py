"""What the line above the picture says of a source: one clear state, and the colour of its dot."""

from PySide6.QtCore import QCoreApplication

from fer_desktop.gui.shell.live_mode import LiveMode
from fer_desktop.live.events import PipelineState


def _tr(text: str) -> str:
    return QCoreApplication.translate("Presenter", text)


def source_words(live: LiveMode) -> tuple[str, str]:
    """Return the state of what is live, or was, in words, and "on", "trouble" or "off"."""
    if not live.is_running or live.state is PipelineState.ENDED:
        words, lamp = _stopped(live), "off"
    elif live.trouble:
        words, lamp = _trouble(live), "trouble"
    elif live.is_held:
        words, lamp = _tr("Paused: {name}"), "off"
    elif live.is_frozen:
        words, lamp = _tr("On, picture paused: {name}"), "on"
    else:
        words, lamp = _running(live), "on"
    return words.format(name=live.source_name), lamp


def _running(live: LiveMode) -> str:
    if live.source.startswith("camera"):
        return _tr("Camera on: {name}")
    return _tr("Stream on: {name}") if "://" in live.source else _tr("Playing: {name}")


def _trouble(live: LiveMode) -> str:
    if live.trouble == "black":
        return _tr("{name}: black picture")
    if live.trouble == "frozen":
        return _tr("{name}: the picture stands still")
    return _tr("{name}: no picture")


def _stopped(live: LiveMode) -> str:
    if live.is_running and live.video is not None:
        return _tr("At the end: {name}")
    return _tr("Camera off") if live.source.startswith("camera") else _tr("Stopped: {name}")
