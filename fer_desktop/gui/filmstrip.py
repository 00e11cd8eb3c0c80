"""The opened pictures in a row, each with what was found on it."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem, QWidget

from fer_desktop.core.overlay import caption
from fer_desktop.gui.image_view import thumbnail
from fer_desktop.live.pictures import PictureResult

_SIDE = 96


class Filmstrip(QListWidget):
    """Thumbnails with captions; the arrow keys go from one to the next.

    Signals:
        chosen: Path of the picture to show.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setMovement(QListView.Movement.Static)
        self.setIconSize(QSize(_SIDE, _SIDE))
        self.setGridSize(QSize(_SIDE + 56, _SIDE + 36))
        self.setFixedHeight(_SIDE + 60)
        self.setHorizontalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Opened pictures"))
        self._items: dict[Path, QListWidgetItem] = {}
        self.currentItemChanged.connect(self._on_current)

    def paths(self) -> list[Path]:
        """Return the pictures in order."""
        return list(self._items)

    def add(self, paths: list[Path]) -> list[Path]:
        """Add pictures and return those that were not there yet."""
        new = [path for path in dict.fromkeys(paths) if path not in self._items]
        for path in new:
            item = QListWidgetItem(self.tr("…"))
            blank = QPixmap(_SIDE, _SIDE)
            blank.fill(Qt.GlobalColor.transparent)
            item.setIcon(QIcon(blank))
            item.setSizeHint(QSize(_SIDE + 48, _SIDE + 28))
            item.setToolTip(str(path))
            item.setData(Qt.ItemDataRole.UserRole, path)
            self._items[path] = item
            self.addItem(item)
        return new

    def show_result(self, result: PictureResult) -> None:
        """Put a picture's thumbnail and caption in."""
        item = self._items.get(result.path)
        if item is None:
            return
        if result.image is None:
            words = self.tr("can't be read")
            item.setToolTip(result.error)
        else:
            item.setIcon(_squared(thumbnail(result.image, _SIDE)))
            words = self._caption(result)
        item.setText(words)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{result.path.name}: {words}")

    def choose(self, path: Path) -> None:
        """Make a picture the current one."""
        if path in self._items:
            self.setCurrentItem(self._items[path])

    def empty(self) -> None:
        """Take all pictures out."""
        self.blockSignals(True)
        self.clear()
        self._items.clear()
        self.blockSignals(False)

    def _caption(self, result: PictureResult) -> str:
        if not result.faces:
            return self.tr("no face")
        text = caption(result.faces[0].raw)
        more = len(result.faces) - 1
        return self.tr("{text}, +{more}").format(text=text, more=more) if more else text

    def _on_current(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))


def _squared(small: QImage) -> QIcon:
    """Return the picture at the bottom of a clear square, so that all captions stand on a line."""
    square = QPixmap(_SIDE, _SIDE)
    square.fill(Qt.GlobalColor.transparent)
    painter = QPainter(square)
    painter.drawImage((_SIDE - small.width()) // 2, _SIDE - small.height(), small)
    painter.end()
    return QIcon(square)
