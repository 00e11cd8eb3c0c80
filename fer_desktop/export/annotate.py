"""Annotated copies of what was analyzed: pictures as pictures, videos as videos."""

import os
from pathlib import Path
from typing import Final

from fer_desktop.core.errors import ImageError
from fer_desktop.core.overlay import overlay_items
from fer_desktop.core.types import AnalyzedFrame, ImageBGR
from fer_desktop.export.annotated_video import AnnotatedVideo
from fer_desktop.export.copy_mark import is_own, marked_png
from fer_desktop.export.output_check import InputFiles
from fer_desktop.system.files import remove_drafts
from fer_desktop.vision.media.images import write_image
from fer_desktop.vision.render import annotated

_LONGEST: Final = 200
"""Bytes of a copy's name; file systems take 255, and `-annotated.part.mp4` and numbers follow."""


class CopyNames:
    """Gives each input the name of its copy, in the order of the inputs; none twice.

    Attributes:
        in_the_way: What the last copy gave way to, which is there and not this program's.
    """

    in_the_way: Path | None = None

    def __init__(self, folder: Path = Path(), inputs: InputFiles | None = None) -> None:
        """Take the folder of the copies, and what must not be written over there."""
        self._folder, self._inputs = folder, inputs
        self._used: set[str] = set()

    def of(self, path: str) -> str:
        """Return the next input's: its file's name without suffix, with a number where taken."""
        stem, number = _short(Path(path).stem), 1
        name, self.in_the_way = stem, None
        while name.lower() in self._used or self._is_input(name) or self._is_foreign(name):
            number += 1
            name = f"{stem}-{number}"
        self._used.add(name.lower())  # Windows and macOS take P and p for the same
        return name

    def _is_input(self, name: str) -> bool:
        copies = (_picture_copy(self._folder, name), video_copy(self._folder, name))
        return self._inputs is not None and any(self._inputs.has(copy) for copy in copies)

    def _is_foreign(self, name: str) -> bool:
        copies = (_picture_copy(self._folder, name), video_copy(self._folder, name))
        found = next((copy for copy in copies if _is_foreign(copy)), None)
        self.in_the_way = self.in_the_way or found
        return found is not None


def copy_name(path: str, name: str, kind: str) -> str:
    """Return the file's name of a copy that has not the usual one; else ""."""
    if name in ("", _short(Path(path).stem)):
        return ""
    make = _picture_copy if kind == "image" else video_copy
    return make(Path(), name).name


def _is_foreign(path: Path) -> bool:
    return os.path.lexists(path) and not is_own(path)


def _spare(path: Path) -> Path:
    if _is_foreign(path):
        raise ImageError(f"{path}: is there already and was not written by this program.")
    return path


def _short(stem: str) -> str:
    """Return a name that is short enough for the ends that copies get."""
    data = os.fsencode(stem)
    return stem if len(data) <= _LONGEST else data[:_LONGEST].decode("utf-8", "ignore")


class Annotator:
    """Writes `NAME-annotated.png` or `.mp4` files into a folder; of what lies there only its own.

    A video has each analyzed frame once, at the time that it has in its source, and its sound.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._name = ""
        self._video: AnnotatedVideo | None = None
        self._kind = ""
        self._source: Path | None = None

    def begin(self, name: str, kind: str, source: Path | None = None) -> None:
        """Start an input.

        Args:
            name: Of its copy, as `CopyNames` gave it.
            kind: Of the input: "image" or "video".
            source: The input itself, whose sound goes into the copy of a video.

        Raises:
            ImageError: The folder can't be made.
        """
        self._kind, self._name, self._source = kind, name, source
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise ImageError(f"{self._folder}: can't be made ({error.strerror}).") from error

    def frame(self, analyzed: AnalyzedFrame) -> None:
        """Write a picture, or a frame of the video.

        Raises:
            ImageError: The file can't be written, or another one that is not ours has its name.
        """
        if self._kind == "image":
            path = _spare(_picture_copy(self._folder, self._name))
            write_image(path, _drawn(analyzed), mark=marked_png)
            return
        if self._video is None:
            path = _spare(video_copy(self._folder, self._name))
            self._video = AnnotatedVideo(path, self._source)
        self._video.write(_drawn(analyzed), analyzed.frame.time_s)

    def end(self) -> None:
        """Finish the video, if one is open; what was written until then plays.

        Raises:
            ImageError: Frames are missing in it.
        """
        video, self._video = self._video, None
        if video is not None:
            video.close()


def video_copy(folder: Path, name: str) -> Path:
    """Return where the copy of a video lies."""
    return folder / f"{name}-annotated.mp4"


def remove_unfinished_copy(folder: Path, name: str, process_id: int) -> None:
    """Remove what a process that was killed has left of an input's copy, if anything."""
    for path in (video_copy(folder, name), _picture_copy(folder, name)):
        remove_drafts(path, process_id)


def _picture_copy(folder: Path, name: str) -> Path:
    return folder / f"{name}-annotated.png"


def _drawn(analyzed: AnalyzedFrame) -> ImageBGR:
    return annotated(analyzed.frame.image, overlay_items(analyzed, smoothed=False))
