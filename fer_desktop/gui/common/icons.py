"""Icons and the small faces of the expressions: in the theme's colours, sharp on every screen."""

from functools import cache, lru_cache
from math import hypot
from pathlib import Path
from typing import ClassVar, Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QIcon,
    QIconEngine,
    QImage,
    QPainter,
    QPalette,
    QPixmap,
)
from PySide6.QtSvg import QSvgRenderer

from fer_desktop.system import paths

_OF_THE_APP: Final = "fer-desktop"
"""The program's own icon: it has colours of its own and belongs to the window, not to the set."""


def icon(name: str) -> QIcon:
    """Return an icon of the set in the colour of buttons' words, quiet while disabled.

    It follows the theme by itself: the colour is looked up whenever it is painted.

    Raises:
        KeyError: There is no such icon; the text lists those there are.
    """
    return QIcon(_Engine(_file("icon", name), QPalette.ColorRole.ButtonText))


def glyph(label: str) -> QIcon:
    """Return the small face of an expression, or of "uncertain", in the colour of words.

    Raises:
        KeyError: There is no such label; the text lists those there are.
    """
    return QIcon(_Engine(_file("glyph", label), QPalette.ColorRole.WindowText))


def paint_glyph(painter: QPainter, rect: QRectF, label: str, color: QColor) -> None:
    """Paint the small face of an expression into the middle of a rectangle, in any colour.

    Raises:
        KeyError: There is no such label; the text lists those there are.
    """
    _paint(painter, rect, _file("glyph", label), color)


def paint_icon(painter: QPainter, rect: QRectF, name: str, color: QColor) -> None:
    """Paint an icon of the set into the middle of a rectangle, in any colour.

    Raises:
        KeyError: There is no such icon; the text lists those there are.
    """
    _paint(painter, rect, _file("icon", name), color)


class _Engine(QIconEngine):
    """Paints one drawing at the size and in the colour that are wanted at this moment."""

    # PySide leaves a clone with Python while Qt believes to own it: without a reference it would
    # die under Qt's hands. Qt clones only when somebody changes a copy of an icon.
    _clones: ClassVar[list["_Engine"]] = []

    def __init__(self, file: Path, role: QPalette.ColorRole) -> None:
        super().__init__()
        self._file, self._role = file, role

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Paint into the middle of a rectangle."""
        del state
        _paint(painter, QRectF(rect), self._file, self._color(mode))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Return a pixmap; its size is in pixels of the screen."""
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, pixmap.rect(), mode, state)
        painter.end()
        return pixmap

    def clone(self) -> QIconEngine:
        """Return another one of the same drawing."""
        copy = _Engine(self._file, self._role)
        self._clones.append(copy)
        return copy

    def _color(self, mode: QIcon.Mode) -> QColor:
        palette, group, role = QGuiApplication.palette(), QPalette.ColorGroup.Active, self._role
        if mode == QIcon.Mode.Disabled:
            group = QPalette.ColorGroup.Disabled
        elif mode == QIcon.Mode.Selected:
            role = QPalette.ColorRole.HighlightedText
        return palette.color(group, role)


@cache
def _files(kind: str) -> dict[str, Path]:
    folder = paths.resources() / "icons"
    if kind == "glyph":
        folder /= "expressions"
    return {file.stem: file for file in folder.glob("*.svg") if file.stem != _OF_THE_APP}


def _file(kind: str, name: str) -> Path:
    found = _files(kind)
    if name not in found:
        raise KeyError(f"There is no {kind} {name!r}; there are {', '.join(sorted(found))}.")
    return found[name]


def _paint(painter: QPainter, rect: QRectF, file: Path, color: QColor) -> None:
    screen = painter.deviceTransform()
    zoom = hypot(screen.m11(), screen.m12())
    pixels = max(1, round(min(rect.width(), rect.height()) * zoom))
    # As many pixels as the screen has there, so Qt copies them and blurs nothing.
    side = pixels / zoom
    corner = rect.center() - QPointF(side / 2, side / 2)
    painter.drawImage(QRectF(corner, QSizeF(side, side)), _image(file, pixels, color.rgba()))


@lru_cache(maxsize=512)
def _image(file: Path, pixels: int, rgba: int) -> QImage:
    # An image, not a pixmap: it may outlive the application.
    image = QImage(pixels, pixels, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(file)).render(painter)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(image.rect(), QColor.fromRgba(rgba))
    painter.end()
    return image
