"""What no output may be: an input, a picture, a video, or a part of a recorded session.

All of it is looked at before anything is opened, and by what a file is, not by what it is called: a
link and a second name of a file are that file.
"""

import os
import stat
from collections.abc import Callable, Iterable
from functools import cached_property
from pathlib import Path
from typing import Final

from fer_desktop.core.errors import SettingsError
from fer_desktop.sessions.consent import CONSENT_FILE
from fer_desktop.sessions.exclusion_file import EXCLUSIONS_FILE
from fer_desktop.sessions.files import FACES_FILE, INFO_FILE, MARKERS_FILE, VIDEO_FILE
from fer_desktop.sessions.writer import RESERVE_FILE
from fer_desktop.vision.media.images import IMAGE_SUFFIXES, looks_like_picture
from fer_desktop.vision.media.video_kinds import VIDEO_SUFFIXES, looks_like_video

SESSION_PARTS: Final = (
    *(INFO_FILE, FACES_FILE, MARKERS_FILE, VIDEO_FILE),
    *(EXCLUSIONS_FILE, RESERVE_FILE, CONSENT_FILE),
)
_MEDIA: Final = IMAGE_SUFFIXES | VIDEO_SUFFIXES

Identity = tuple[int, int]


class InputFiles:
    """The files that a run reads; they are looked at when an output is there to be compared."""

    def __init__(self, paths: Callable[[], Iterable[str | Path]]) -> None:
        """Take what yields files and sessions' folders; of these, all parts count."""
        self._paths = paths

    def has(self, path: Path) -> bool:
        """Return whether a path is one of the files, under whatever name."""
        found = identity(path)
        return found is not None and found in self._identities

    @cached_property
    def _identities(self) -> frozenset[Identity]:
        found = set()
        for text in self._paths():
            path = Path(text)
            is_session = os.path.lexists(path / INFO_FILE)
            for file in (path / name for name in SESSION_PARTS) if is_session else (path,):
                if (one := identity(file)) is not None:
                    found.add(one)
        return frozenset(found)


def spare(outputs: Iterable[Path], inputs: InputFiles, *, is_picture: bool = False) -> None:
    """Make sure that these files may be written.

    Args:
        outputs: The files with all that are written beside them.
        inputs: What is read meanwhile.
        is_picture: They are pictures, so another picture may be replaced.

    Raises:
        SettingsError: One of them is something that must not be written over.
    """
    for output in outputs:
        if not output.name or "\0" in output.name:
            raise SettingsError(f"{str(output)!r} can't be the name of a file; choose another one.")
        spare_session(output)
        if inputs.has(output):
            raise SettingsError(
                f"{output} is one of the inputs and would be destroyed; choose another name."
            )
        if not is_picture and _is_media(output):
            raise SettingsError(
                f"{output} is a picture's or a video's name, and no picture is written there; "
                "choose another name."
            )


def spare_session(output: Path) -> None:
    """Make sure that a file is no part of a recorded session, nor a link to one.

    Raises:
        SettingsError: It is.
    """
    real = Path(os.path.realpath(output))
    for path in (output, real):
        folder = path.parent
        if os.path.lexists(folder / INFO_FILE):
            parts = {identity(folder / name) for name in SESSION_PARTS} - {None}
            if _plain(path.name) in SESSION_PARTS or identity(path) in parts:
                raise SettingsError(
                    f"{output} is a part of a recorded session; choose another name or folder."
                )


def identity(path: Path) -> Identity | None:
    """Return what tells a file from all others; None where there is none, and for devices."""
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return (found.st_dev, found.st_ino) if stat.S_ISREG(found.st_mode) else None


def _is_media(path: Path) -> bool:
    real = Path(os.path.realpath(path))
    return any(Path(_plain(each.name)).suffix in _MEDIA for each in (path, real)) or _holds_media(
        real
    )


def _holds_media(path: Path) -> bool:
    if identity(path) is None:
        return False
    try:
        with path.open("rb") as file:
            head = file.read(16)
    except OSError:
        return False
    # A table that begins with a G would be taken for a transport stream.
    is_video = looks_like_video(head) and b"G" not in (head[:1], head[4:5])
    return is_video or looks_like_picture(head)


def _plain(name: str) -> str:
    """Return a name as those systems see it that know no capitals, and pass over dots at its end.

    On Windows, what follows a colon is a stream of the same file.
    """
    return name.partition(":")[0].rstrip(" .").casefold()
