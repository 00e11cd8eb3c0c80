"""Analyzes files: pictures and videos by path, folders of them; one bad file stops nothing."""

import contextlib
import logging
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from fer_desktop.app import bootstrap
from fer_desktop.app.session_video import make_file_playable
from fer_desktop.app.video_frames import Told, analyzed_frames
from fer_desktop.core.errors import ImageError, SourceError
from fer_desktop.core.settings import Settings
from fer_desktop.core.types import AnalyzedFrame, Frame
from fer_desktop.vision.classifier import Classifier
from fer_desktop.vision.images import IMAGE_SUFFIXES, read_image
from fer_desktop.vision.media.video_kinds import VIDEO_SUFFIXES
from fer_desktop.vision.model_spec import KERAS_FILE, LITERT_FILE, SPEC_FILE
from fer_desktop.vision.sources import is_video_file

log = logging.getLogger(__name__)

Kind = Literal["image", "video"]


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
    for text in given:
        path = Path(text)
        if text and path.is_dir():
            yield from _files_of(text, path)
        else:
            yield Input(text, _kind(path))


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
    return sum(_n_files(Path(text)) if text and Path(text).is_dir() else 1 for text in given)


def _n_files(folder: Path) -> int:
    try:
        with os.scandir(folder) as entries:
            return max(1, sum(map(_may_be_media, entries)))
    except OSError:
        return 1


def _files_of(text: str, folder: Path) -> Iterator[Input]:
    try:
        with os.scandir(folder) as entries:
            # The entries know their kind: no file is touched before its turn.
            names = sorted(entry.name for entry in entries if _may_be_media(entry))
    except OSError as error:
        yield Input(text, "image", f"{text}: the folder can't be read ({error.strerror}).")
        return
    if not names:
        yield Input(text, "image", f"{text}: no pictures or videos in this folder.")
    for name in names:
        yield Input(os.path.join(text, name), _kind(folder / name))  # noqa: PTH118 - `./a` stays `./a`


def _may_be_media(entry: os.DirEntry[str]) -> bool:
    suffix = Path(entry.name).suffix.lower()
    return suffix in IMAGE_SUFFIXES | VIDEO_SUFFIXES and entry.is_file()


def _kind(path: Path) -> Kind:
    # An empty or unreadable video is told by its suffix, so that its error speaks of a video.
    is_video = path.suffix.lower() in VIDEO_SUFFIXES or is_video_file(path)
    return "video" if is_video else "image"


class FileAnalyzer:
    """Analyzes files one after the other with one loaded model."""

    def __init__(self, settings: Settings, classifier: Classifier | None = None) -> None:
        self._settings = settings
        self.classifier = classifier or bootstrap.make_classifier(settings)
        self._still = bootstrap.still_analyzer(settings, self.classifier)

    def frames(
        self, item: Input, every: int = 1, told: Told | None = None
    ) -> Iterator[AnalyzedFrame]:
        """Yield the analyzed frames of a file: one of a picture, every N-th of a video.

        Faces that the detector missed are not made up: held boxes are left out. The video of a
        session whose recording was killed is made playable first.

        Args:
            item: The file.
            every: Of a video, the first and then every N-th frame.
            told: Learns how far a video is.

        Raises:
            ImageError: The picture can't be read.
            SourceError: The video can't be opened, or is damaged; frames before that were given.
        """
        if item.error is not None:
            raise ImageError(item.error)
        if item.kind == "image":
            yield self._still.analyze(Frame(read_image(item.path)))
            return
        saved = make_file_playable(Path(item.path))
        if saved:
            log.info("%s: %s", item.path, saved)
        analyzer = bootstrap.video_analyzer(self._settings, self.classifier)
        yield from analyzed_frames(Path(item.path), analyzer, every, told)


READ_ERRORS = (ImageError, SourceError)
"""What one bad file raises, and the next file does not feel."""
