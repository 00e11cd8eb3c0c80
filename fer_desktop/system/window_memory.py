"""What the window remembers beside the settings: places, last folders, what was opened."""

import json
import logging
from pathlib import Path
from typing import Any, Final

from fer_desktop.system import paths
from fer_desktop.system.files import write_text
from fer_desktop.system.reading import read_whole

log = logging.getLogger(__name__)

_FILE: Final = "window.json"
_MOST_BYTES: Final = 200_000
MOST_RECENT: Final = 10


def recall(name: str) -> Any:  # noqa: ANN401 - JSON
    """Return what is remembered under a name; None where that is nothing."""
    return _all().get(name)


def remember(name: str, value: Any) -> None:  # noqa: ANN401 - JSON
    """Remember a JSON value; where it can't be kept it is forgotten with the window."""
    known = _all()
    if known.get(name) == value:
        return
    try:
        text = json.dumps({**known, name: value}, indent=1) + "\n"
        write_text(_file(), text)
    except OSError as error:
        log.info("what the window remembers can't be kept: %s", error)


def last_folder(kind: str, usual: Path | None = None) -> Path:
    """Return the folder that was used last for a kind of files.

    Args:
        kind: Such as "pictures".
        usual: Taken where none was used yet, or where that is gone; it need not be there.
    """
    folders = recall("folders")
    kept = folders.get(kind) if isinstance(folders, dict) else None
    for wanted in (Path(kept) if isinstance(kept, str) and kept else None, usual):
        if wanted is not None and (folder := _nearest(wanted)) is not None:
            return folder
    return Path.home()


def use_folder(kind: str, folder: Path) -> None:
    """Remember the folder that was used for a kind of files."""
    folders = recall("folders")
    known = folders if isinstance(folders, dict) else {}
    remember("folders", {**known, kind: str(folder)})


def recent(kind: str) -> list[str]:
    """Return what was opened of a kind, the last one first."""
    found = recall(f"recent {kind}")
    return [text for text in found if isinstance(text, str)] if isinstance(found, list) else []


def note_recent(kind: str, text: str) -> None:
    """Remember that something was opened."""
    others = [each for each in recent(kind) if each != text]
    remember(f"recent {kind}", [text, *others][:MOST_RECENT])


def forget_recent(kind: str, text: str | None = None) -> None:
    """Forget something that was opened; None forgets all of its kind."""
    left = [] if text is None else [each for each in recent(kind) if each != text]
    remember(f"recent {kind}", left)


def _nearest(wanted: Path) -> Path | None:
    """Return a folder, or the one that it lies in; None where only the top one is there."""
    for folder in (wanted, *wanted.parents):
        if _is_folder(folder):
            return folder if folder != Path(folder.anchor) else None
    return None


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):  # too long a name, or one that may not be looked at
        return False


def _file() -> Path:
    return paths.settings_file().with_name(_FILE)


def _all() -> dict[str, Any]:
    try:
        values = json.loads(read_whole(_file(), _MOST_BYTES).decode("utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, RecursionError) as error:
        log.info("what the window remembers can't be read: %s", error)
        return {}
    return values if isinstance(values, dict) else {}
