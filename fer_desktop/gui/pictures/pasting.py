"""Pictures from the clipboard: files that were copied, or a picture that has no file."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QMimeData
from PySide6.QtGui import QImage

from fer_desktop.core.types import ImageBGR
from fer_desktop.gui.view.overlay_copy import to_bgr
from fer_desktop.live.pictures import THUMBNAIL_SIDE_PX
from fer_desktop.vision.media.images import read_image, read_small, read_view

_LEAST_SIDE: Final = 1600
"""Pixels of a picture that is read quickly: as many as most windows show of it."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Pasting", text)


def can_be_pasted(data: QMimeData | None) -> bool:
    """Return whether there are files or a picture on the clipboard; some systems give None."""
    return data is not None and bool(
        data.hasImage() or any(url.isLocalFile() for url in data.urls())
    )


class PastedPictures:
    """Keeps pasted pictures in memory under names of their own; nothing is written to the disk."""

    def __init__(self) -> None:
        self._images: dict[Path, ImageBGR] = {}

    def take(self, data: QMimeData | None) -> list[Path]:
        """Return what is on the clipboard as paths: files, or the name of a kept picture."""
        if data is None:
            return []
        files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        if files or not data.hasImage():
            return files
        image = data.imageData()
        if not isinstance(image, QImage) or image.isNull():
            return []
        path = self._free_name()
        self._images[path] = to_bgr(image)
        return [path]

    def holds(self, path: Path) -> bool:
        """Return whether a path is the name of a pasted picture."""
        return path in self._images

    def read(self, path: Path) -> ImageBGR:
        """Return a pasted picture, or that of a file; raises ImageError as `read_image`."""
        image = self._images.get(path)
        return read_image(path) if image is None else image

    def view(self, path: Path) -> tuple[ImageBGR, tuple[int, int]]:
        """Return a picture to look at, and its own width and height; raises as `read`."""
        image = self._images.get(path)
        if image is None:
            return read_view(path, _LEAST_SIDE)
        return image, (image.shape[1], image.shape[0])

    def small(self, path: Path) -> ImageBGR | None:
        """Return a picture for a thumbnail, None where reading takes long; raises as `read`."""
        image = self._images.get(path)
        return read_small(path, THUMBNAIL_SIDE_PX) if image is None else image

    def clear(self) -> None:
        """Forget all pictures."""
        self._images.clear()

    def _free_name(self) -> Path:
        name = Path(_tr("Pasted picture"))
        number = 1
        while name in self._images:
            number += 1
            name = Path(_tr("Pasted picture {n}").format(n=number))
        return name
