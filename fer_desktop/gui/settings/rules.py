"""Which choices of the settings dialog can't work together, in a sentence each."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from fer_desktop.core.settings import Settings


def _tr(text: str) -> str:
    return QCoreApplication.translate("SettingsDialog", text)


def problems_of(settings: Settings) -> dict[str, str]:
    """Return why settings can't work, by name; nothing where all can."""
    problems = {}
    file = settings.detector_model
    if file and not _is_file(file):
        problems["detector_model"] = _tr("There is no such file.")
    if settings.detector == "yunet" and not file:
        problems["detector_model"] = _tr("The detector YuNet needs its file.")
    if settings.detector == "yunet" and "detector_model" in problems:
        problems["detector"] = _tr("YuNet needs its file; choose it below.")
    for name in ("snapshot_folder", "record_folder"):
        folder = getattr(settings, name)
        if folder and not Path(folder).is_absolute():
            problems[name] = _tr("Give the whole path, from the top folder on.")
        elif folder and _is_file(folder):
            problems[name] = _tr("This is a file, not a folder.")
    return problems


def _is_file(path: str) -> bool:
    try:
        return Path(path).is_file()
    except (OSError, ValueError):  # too long a name, or one that the system can't have
        return False
