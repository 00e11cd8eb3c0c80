"""Inputs anywhere: files by path, and by address what fsspec reads (s3://, https://, sftp://...).

Needs the extra `cluster`.
"""

import contextlib
import re
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import Any, Final

import fsspec

from fer_desktop.batch.inputs import Input, Kind, expanding
from fer_desktop.core.errors import ImageError, SourceError, one_line
from fer_desktop.vision.media.images import IMAGE_SUFFIXES
from fer_desktop.vision.media.video_kinds import VIDEO_SUFFIXES

_ADDRESS: Final = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)


def is_address(text: str) -> bool:
    """Return whether a text is an address and no path."""
    return _ADDRESS.match(text) is not None


def expanding_anywhere(given: Sequence[str]) -> Iterator[Input]:
    """Yield the inputs that stand for what was given, as `expanding` does; addresses too."""
    for text in given:
        if is_address(text):
            yield from _at(text)
        else:
            yield from expanding([text])


@contextlib.contextmanager
def local_copy(address: str, kind: Kind) -> Iterator[str]:
    """Give the path of a copy of what lies at an address; it is removed afterwards.

    Raises:
        ImageError: It can't be read; SourceError where it is a video.
    """
    with tempfile.TemporaryDirectory(prefix="fer-desktop-") as folder:
        copy = Path(folder) / f"input{_suffix(address)}"
        try:
            with fsspec.open(address, "rb") as file, copy.open("wb") as ours:
                shutil.copyfileobj(file, ours, 1 << 20)
        except Exception as error:  # each kind of storage has errors of its own
            reason = one_line(error) or type(error).__name__
            failure = SourceError if kind == "video" else ImageError
            raise failure(f"{address}: can't be read ({reason}).") from error
        yield str(copy)


def _at(address: str) -> Iterator[Input]:
    kind = _kind(address)
    if _suffix(address) in IMAGE_SUFFIXES | VIDEO_SUFFIXES:
        yield Input(address, kind)
        return
    try:
        storage, path = fsspec.url_to_fs(address)
        names = _media_in(storage, path) if storage.isdir(path) else None
    except Exception as error:  # noqa: BLE001 - each kind of storage has errors of its own
        reason = one_line(error) or type(error).__name__
        yield Input(address, kind, f"{address}: can't be read ({reason}).")
        return
    if names is None:
        yield Input(address, kind)
    elif not names:
        yield Input(address, kind, f"{address}: no pictures or videos in this folder.")
    for name in names or ():
        yield Input(f"{address.rstrip('/')}/{name}", _kind(name))


def _media_in(storage: Any, path: str) -> list[str]:  # noqa: ANN401 - fsspec has no types
    listed = storage.ls(path, detail=True)
    files = [entry["name"] for entry in listed if entry["type"] == "file"]
    names = (PurePosixPath(name.partition("?")[0]).name for name in files)
    return sorted(name for name in names if _suffix(name) in IMAGE_SUFFIXES | VIDEO_SUFFIXES)


def _suffix(address: str) -> str:
    return PurePosixPath(address.partition("?")[0]).suffix.lower()


def _kind(address: str) -> Kind:
    return "video" if _suffix(address) in VIDEO_SUFFIXES else "image"
