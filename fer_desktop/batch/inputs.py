"""Analyzes files: pictures and videos by path, folders of them; one bad file stops nothing."""

import contextlib
import os
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal
from urllib.parse import unquote_to_bytes
from urllib.request import url2pathname

from fer_desktop.core.errors import ImageError, SourceError
from fer_desktop.core.settings import Settings
from fer_desktop.core.types import AnalyzedFrame, Frame
from fer_desktop.system.paths import SPEC_FILE
from fer_desktop.vision import assembly
from fer_desktop.vision.analyzed_video import Places, Told, analyzed_frames
from fer_desktop.vision.camera.sources import is_picture_file, is_video_file
from fer_desktop.vision.media.images import IMAGE_SUFFIXES, read_image
from fer_desktop.vision.media.video_kinds import VIDEO_SUFFIXES
from fer_desktop.vision.recognition.classifier import Classifier
from fer_desktop.vision.recognition.model_spec import KERAS_FILE, LITERT_FILE

Kind = Literal["image", "video"]

_SUFFIXES: Final = IMAGE_SUFFIXES | VIDEO_SUFFIXES
"""Of what is taken from a folder."""
_ADDRESS: Final = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)
_NO_ADDRESSES: Final = (
    "{text}: files at an address are read on a cluster only (--scheduler); download it first."
)


@dataclass(frozen=True)
class Input:
    """A file to analyze: `path` as it was given, or why nothing can be done with it."""

    path: str
    kind: Kind
    error: str | None = None


def expand(given: Sequence[str]) -> list[Input]:
    """Return the files to analyze: files as given, folders as the pictures and videos in them."""
    return list(expanding(given))


def expanding(given: Sequence[str]) -> Iterator[Input]:
    """Yield what `expand` returns, one by one as it is known: slow disks and folders take time."""
    for text in map(local_path, given):
        if _is_folder(text):
            yield from _files_of(text, Path(text))
        elif _ADDRESS.match(text) and not os.path.lexists(text):
            yield Input(text, "image", _NO_ADDRESSES.format(text=text))
        else:
            yield Input(text, _kind(Path(text)))


def local_path(text: str) -> str:
    """Return the path that a `file:` address means, and any other text as it is."""
    if not text.lower().startswith("file:/") or os.path.lexists(text):
        return text
    host, slash, path = text[7:].partition("/") if text[5:7] == "//" else ("", "/", text[6:])
    if host.lower() not in ("", "localhost"):
        return text
    # Names of other systems may hold bytes that are no text, and come back as they are.
    return (
        url2pathname(slash + path)
        if os.name == "nt"
        else os.fsdecode(unquote_to_bytes(slash + path))
    )


def paths_of(given: Sequence[str]) -> Iterator[str]:
    """Yield the paths that `expanding` yields; no file is opened."""
    for text in given:
        if not text or not Path(text).is_dir():
            yield text
            continue
        with contextlib.suppress(OSError), os.scandir(text) as entries:
            yield from (entry.path for entry in entries if _may_be_media(entry))


def all_read(settings: Settings, given: Sequence[str]) -> Iterator[str | Path]:
    """Yield all files that a run reads: inputs, sessions' folders, an own model and detector."""
    yield from given
    yield from paths_of(given)
    if settings.detector_model:
        yield settings.detector_model
    yield from (Path(settings.model, name) for name in (SPEC_FILE, LITERT_FILE, KERAS_FILE))


def count_inputs(given: Sequence[str]) -> int:
    """Return how many inputs `expanding` yields now; no file is opened."""
    return sum(_n_files(Path(text)) if _is_folder(text) else 1 for text in map(local_path, given))


def left_out(given: Sequence[str]) -> Iterator[str]:
    """Yield a sentence for each folder that holds files which `expanding` leaves out."""
    for text in map(local_path, given):
        try:
            names = _names_in(Path(text), _is_other) if _is_folder(text) else []
        except OSError:
            continue  # told when its turn comes
        if names:
            kinds = Counter(Path(name).suffix.lower() or "no suffix" for name in names)
            counts = ", ".join(f"{kind} {n}" for kind, n in sorted(kinds.items()))
            files = "1 file is" if len(names) == 1 else f"{len(names)} files are"
            yield f"{text}: {files} left out, of kinds that are not read ({counts})."


def _is_folder(text: str) -> bool:
    # Not Path.is_dir, which raises where a folder above may not be looked into.
    return bool(text) and os.path.isdir(text)  # noqa: PTH112


def _n_files(folder: Path) -> int:
    try:
        return max(1, len(_names_in(folder, _may_be_media)))
    except OSError:
        return 1


def _files_of(text: str, folder: Path) -> Iterator[Input]:
    try:
        names = _names_in(folder, _may_be_media)
    except OSError as error:
        yield Input(text, "image", f"{text}: the folder can't be read ({error.strerror}).")
        return
    if not names:
        yield Input(text, "image", f"{text}: no pictures or videos in this folder.")
    for name in names:
        yield Input(os.path.join(text, name), _kind(folder / name))  # noqa: PTH118 - `./a` stays `./a`


def _names_in(folder: Path, wanted: Callable[[os.DirEntry[str]], bool]) -> list[str]:
    with os.scandir(folder) as entries:
        # The entries know their kind: no file is touched before its turn.
        return sorted(entry.name for entry in entries if wanted(entry))


def _may_be_media(entry: os.DirEntry[str]) -> bool:
    return Path(entry.name).suffix.lower() in _SUFFIXES and _may_be_file(entry)


def _is_other(entry: os.DirEntry[str]) -> bool:
    is_hidden = entry.name.startswith(".")
    return not is_hidden and Path(entry.name).suffix.lower() not in _SUFFIXES and _is_file(entry)


def _may_be_file(entry: os.DirEntry[str]) -> bool:
    """Return whether it is a file, or a link of which only opening will tell what is wrong."""
    try:
        return entry.is_file() or (entry.is_symlink() and not entry.is_dir())
    except OSError:
        return True


def _is_file(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_file()
    except OSError:
        return False


def _kind(path: Path) -> Kind:
    # The content counts. An empty or unreadable video is told by its suffix, so that its error
    # speaks of a video.
    is_named_video = path.suffix.lower() in VIDEO_SUFFIXES and not is_picture_file(path)
    is_video = is_named_video or is_video_file(path)
    return "video" if is_video else "image"


class FileAnalyzer:
    """Analyzes files one after the other with one loaded model."""

    def __init__(self, settings: Settings, classifier: Classifier | None = None) -> None:
        self._settings = settings
        self.classifier = classifier or assembly.make_classifier(settings)
        self._still = assembly.still_analyzer(settings, self.classifier)

    def frames(
        self,
        item: Input,
        every: int = 1,
        told: Told | None = None,
        places: Places | None = None,
    ) -> Iterator[AnalyzedFrame]:
        """Yield the analyzed frames of a file: one of a picture, every N-th of a video.

        Faces that the detector missed are not made up: held boxes are left out.

        Args:
            item: The file.
            every: Of a video, the first and then every N-th frame.
            told: Learns how far a video is.
            places: Where a video begins, and who keeps how far it is.

        Raises:
            ImageError: The picture can't be read.
            SourceError: The video can't be opened, or is damaged; frames before that were given.
        """
        if item.error is not None:
            raise ImageError(item.error)
        if item.kind == "image":
            yield self._still.analyze(Frame(read_image(item.path)))
            return
        analyzer = assembly.video_analyzer(self._settings, self.classifier)
        yield from analyzed_frames(Path(item.path), analyzer, every, told, places)


READ_ERRORS = (ImageError, SourceError)
"""What one bad file raises, and the next file does not feel."""
