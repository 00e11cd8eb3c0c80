"""Erases a recorded session: its own files, and its folder once nothing else is in it."""

from pathlib import Path
from typing import Final

from fer_desktop.core.errors import SessionError
from fer_desktop.sessions.consent import CONSENT_FILE
from fer_desktop.sessions.exclusion_file import EXCLUSIONS_FILE
from fer_desktop.sessions.files import (
    FACES_FILE,
    INFO_FILE,
    MARKERS_FILE,
    VIDEO_FILE,
    read_info,
)
from fer_desktop.sessions.writer import RESERVE_FILE
from fer_desktop.system.files import drafts_of

_OLD_STREAM: Final = "video.m4v"
"""Of which earlier versions made drafts while they made a video playable."""
# The video first: where a player has it open, Windows deletes nothing, and the rows stay with it.
# `session.json` goes last: as long as it is there, the rest can be erased in another try.
_OWN: Final = (
    *(VIDEO_FILE, FACES_FILE, MARKERS_FILE, EXCLUSIONS_FILE, RESERVE_FILE),
    # Who has agreed is erased with what they agreed to.
    CONSENT_FILE,
    # What a kill left of earlier versions.
    *("video.part.m4v", "video.part.mp4", f"{EXCLUSIONS_FILE}.part", f"{INFO_FILE}.part"),
    INFO_FILE,
)


def erase_session(folder: Path) -> bool:
    """Delete what was recorded; return False where other files keep the folder in being.

    Raises:
        SessionError: The folder is no session, or something in it can't be deleted.
    """
    if folder.is_symlink():
        raise SessionError(f"{folder} is a link and no session; nothing was erased.")
    read_info(folder)
    try:
        for name in (*_OWN, _OLD_STREAM):
            for draft in drafts_of(folder / name):
                draft.unlink(missing_ok=True)
        for name in _OWN:
            (folder / name).unlink(missing_ok=True)
        if any(folder.iterdir()):
            return False
        folder.rmdir()
    except OSError as error:
        raise SessionError(f"{folder} can't be erased ({error.strerror}).") from error
    return True
