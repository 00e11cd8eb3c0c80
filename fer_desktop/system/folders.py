"""A folder of one's own in the system's temporary one, which everybody may write to."""

import os
import stat
import tempfile
from functools import cache
from pathlib import Path


def private_folder(name: str) -> Path:
    """Return a folder that only this user can look into; the same at each start, if that can be.

    The name can be guessed, so somebody else may have made something of that name: such is passed
    over, and the folder is a new one for as long as the program runs.

    Raises:
        OSError: There is no room for a folder.
    """
    return _private(name, tempfile.gettempdir())


@cache
def _private(name: str, parent: str) -> Path:
    folder = Path(parent, f"{name}-{os.getuid()}" if hasattr(os, "getuid") else name)
    try:
        folder.mkdir(mode=0o700)
    except OSError:
        if not is_own(folder):
            return Path(tempfile.mkdtemp(prefix=f"{name}-", dir=parent))
    return folder


def is_own(folder: Path) -> bool:
    """Return whether something is a folder, no link, of this user, and closed to all others."""
    try:
        found = folder.lstat()
    except OSError:
        return False
    if not stat.S_ISDIR(found.st_mode):
        return False
    if not hasattr(os, "getuid"):
        return True  # the temporary folder itself belongs to the user there
    return found.st_uid == os.getuid() and not stat.S_IMODE(found.st_mode) & 0o077
