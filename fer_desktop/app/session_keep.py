"""Keeps a session that was made for a review only."""

import shutil
from contextlib import suppress
from pathlib import Path

from fer_desktop.core.errors import SessionError, one_line

_PART = ".part"


def keep_session(folder: Path, parent: Path, name: str) -> Path:
    """Copy a session's folder into another, and return where it is; nothing half-copied stays.

    Args:
        folder: Of the session.
        parent: Where it is kept; made if it is not there.
        name: Of the copy; followed by a number where there is something of that name.

    Raises:
        SessionError: It can't be copied.
    """
    kept, number = parent / name, 1
    while kept.exists():
        number += 1
        kept = parent / f"{name} ({number})"
    part = kept.with_name(kept.name + _PART)
    try:
        shutil.copytree(folder, part)
        part.rename(kept)
    except (OSError, shutil.Error) as error:
        with suppress(OSError):
            shutil.rmtree(part)
        raise SessionError(f"{kept}: can't be written ({one_line(error)}).") from error
    return kept
