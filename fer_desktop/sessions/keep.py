"""Keeps a session that was made for a review only."""

import shutil
from pathlib import Path

from fer_desktop.core.errors import SessionError, one_line
from fer_desktop.sessions.writer import new_folder


def keep_session(folder: Path, parent: Path, name: str) -> Path:
    """Copy a session's folder into another, and return where it is; nothing half-copied stays.

    Args:
        folder: Of the session.
        parent: Where it is kept; made if it is not there.
        name: Of the copy; followed by a number where there is something of that name.

    Raises:
        SessionError: It can't be copied.
    """
    kept = None
    try:
        kept = new_folder(parent / name)
        shutil.copytree(folder, kept, dirs_exist_ok=True)
    except (OSError, shutil.Error) as error:
        if kept is not None:
            shutil.rmtree(kept, ignore_errors=True)
        raise SessionError(f"{parent / name}: can't be written ({one_line(error)}).") from error
    return kept
