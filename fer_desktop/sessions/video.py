"""Makes the video of a session playable before it is used: a killed recording had no time to."""

import os
from pathlib import Path

from fer_desktop.core.errors import SessionError, SourceError
from fer_desktop.sessions.files import INFO_FILE, VIDEO_FILE
from fer_desktop.sessions.video_salvage import Counted, salvage_video


def make_playable(folder: Path, counted: Counted = iter) -> str:
    """Return what was done with a session's video, as a sentence; "" where nothing was to do.

    Args:
        folder: Of the session.
        counted: Is given the pictures, which take a while.

    Raises:
        SessionError: The folder is no session, it is still being recorded, or nothing can be saved.
    """
    n_pictures = salvage_video(folder, counted)
    if not n_pictures:
        return ""
    return f"The video had no end; its {n_pictures} pictures are saved, and it can be played."


def is_made_playable(path: str) -> bool:
    """Return whether a file is the video of a session, the one kind that is ever changed."""
    video = Path(path)
    # Not Path.is_file, which raises where the folder may not be looked into.
    return video.name == VIDEO_FILE and os.path.isfile(video.with_name(INFO_FILE))  # noqa: PTH113


def make_file_playable(video: Path, counted: Counted = iter) -> str:
    """Do the same for any video; only one in a session's folder is ever changed.

    Raises:
        SourceError: It is that of a session, and can't be played.
    """
    if not is_made_playable(str(video)):
        return ""
    try:
        return make_playable(video.parent, counted)
    except SessionError as error:
        raise SourceError(str(error)) from error
