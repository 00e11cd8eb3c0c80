"""Finds recordings that a crash, a kill or a power cut has ended."""

from pathlib import Path
from typing import Final

from fer_desktop.core.errors import SessionError
from fer_desktop.sessions.files import INFO_FILE, read_info

_MOST_FILES: Final = 20


def unfinished_sessions(folder: Path, since_s: float) -> list[Path]:
    """Return the sessions in a folder that were begun since a time and not ended, newest first."""
    try:
        infos = [path / INFO_FILE for path in folder.iterdir() if (path / INFO_FILE).is_file()]
        times = {info.parent: info.stat().st_mtime for info in infos}
    except OSError:
        return []
    newest = sorted(times, key=lambda path: -times[path])[:_MOST_FILES]
    return [path for path in newest if times[path] >= since_s and _is_unfinished(path)]


def _is_unfinished(folder: Path) -> bool:
    try:
        return bool(read_info(folder).get("state") == "recording")
    except SessionError:
        return False
