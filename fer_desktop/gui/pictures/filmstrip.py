"""The opened pictures in a row, each with what was found on it."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from fer_desktop.gui.common.retranslated import Retranslated
from fer_desktop.gui.common.theme import GRID
from fer_desktop.gui.pictures.filmstrip_model import PATH_ROLE, FilmstripModel
from fer_desktop.gui.pictures.filmstrip_order import FilmstripOrder
from fer_desktop.live.pictures import PictureResult

_SIDE: Final = 12 * GRID
_WIDTH: Final = _SIDE + 7 * GRID

_Index = QModelIndex | QPersistentModelIndex


class Filmstrip(Retranslated, QListView):
    """Thumbnails with captions; the arrow keys go from one to the next.

    Signals:
        chosen: Path of the picture to show.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pictures = FilmstripModel()
        self.order = FilmstripOrder(self.pictures)
        self.setModel(self.order)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setItemDelegate(_PictureDelegate(self))
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        # All items are of one size, so that ten thousand are laid out without asking each.
        self.setUniformItemSizes(True)
        self.setHorizontalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Room for the bar from the start, or the strip would move when it appears.
        bar = self.horizontalScrollBar().sizeHint().height()
        self.setFixedHeight(_item_size(self).height() + bar + GRID)
        self.retranslate()
        self.selectionModel().currentChanged.connect(self._on_current)

    def paths(self) -> list[Path]:
        """Return the pictures in the order in which they were opened."""
        return self.pictures.paths()

    @property
    def n_pictures(self) -> int:
        """How many pictures are open."""
        return self.pictures.rowCount()

    @property
    def n_shown(self) -> int:
        """How many of them are shown in the strip."""
        return self.order.rowCount()

    @property
    def current_row(self) -> int:
        """Where the picture that is shown stands among those in the strip; -1 where none does."""
        return self.currentIndex().row()

    @property
    def current_path(self) -> Path | None:
        """The picture that is chosen."""
        index = self.currentIndex()
        return index.data(PATH_ROLE) if index.isValid() else None

    def holds(self, path: Path) -> bool:
        """Return whether a picture is open."""
        return self.pictures.row_of(path) >= 0

    def remove(self, paths: Iterable[Path]) -> None:
        """Take pictures out; the one behind the shown one is chosen, if that goes."""
        self.pictures.remove(paths)

    def add(self, paths: Iterable[Path]) -> list[Path]:
        """Add pictures and return those that were not there yet."""
        return self.pictures.add(paths)

    def show_result(self, result: PictureResult, thumbnail: bytes = b"") -> None:
        """Put a picture's caption in, and its thumbnail, a small JPEG file."""
        self.pictures.show_result(result, thumbnail)

    def choose(self, path: Path) -> None:
        """Make a picture the current one; one that is not shown in the strip stays there."""
        row = self.pictures.row_of(path)
        if row < 0:
            return
        index = self.order.mapFromSource(self.pictures.index(row))
        if index.isValid():
            self.setCurrentIndex(index)
        else:
            self.clearSelection()
            self.chosen.emit(path)

    def keep_one_chosen(self) -> None:
        """Choose the first picture where the chosen one is not in the strip any more."""
        if self.current_row < 0 and self.n_shown:
            self.setCurrentIndex(self.order.index(0, 0))

    def step(self, by: int) -> None:
        """Go so many pictures on, or back, as far as there are any."""
        row = self.current_row + by
        if 0 <= row < self.n_shown:
            self.setCurrentIndex(self.order.index(row, 0))

    def empty(self) -> None:
        """Take all pictures out."""
        self.pictures.clear()

    def dataChanged(self, first: _Index, last: _Index, roles: Sequence[int] = ()) -> None:
        """Paint what has changed. Qt would lay all pictures out anew, but none changes its size."""
        del roles
        if first == last:
            self.update(first)
        else:
            self.viewport().update()

    def retranslate(self) -> None:
        """Write the fixed words in the language of now."""
        self.setAccessibleName(self.tr("Opened pictures"))
        self.pictures.tell_all()

    def _on_current(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(index.data(PATH_ROLE))


class _PictureDelegate(QStyledItemDelegate):
    """Paints a thumbnail with its caption; all captions stand on one line."""

    def __init__(self, strip: QWidget) -> None:
        super().__init__(strip)
        self._strip = strip

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the one size that all have."""
        del option, index
        return _item_size(self._strip)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one picture."""
        painter.save()
        rect: QRect = option.rect
        palette: QPalette = option.palette
        state: QStyle.StateFlag = option.state
        color = palette.color(QPalette.ColorRole.Text)
        if state & QStyle.StateFlag.State_Selected:
            _paint_ground(painter, rect, palette.color(QPalette.ColorRole.Highlight))
            color = palette.color(QPalette.ColorRole.HighlightedText)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(color, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(5, 5, -5, -5), GRID / 2, GRID / 2)
        place = QRect(rect.center().x() - _SIDE // 2, rect.top() + GRID, _SIDE, _SIDE)
        picture = index.data(Qt.ItemDataRole.DecorationRole)
        if isinstance(picture, QIcon):
            sign = QRect(0, 0, 3 * GRID, 3 * GRID)
            sign.moveCenter(place.center())
            picture.paint(painter, sign)
        else:
            _paint_thumbnail(painter, place, picture)
        words = rect.adjusted(GRID // 2, GRID + _SIDE, -GRID // 2, -GRID // 2)
        painter.setPen(QPen(color))
        text = str(index.data(Qt.ItemDataRole.DisplayRole))
        text = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, int(Qt.AlignmentFlag.AlignCenter), text)
        painter.restore()


def _item_size(widget: QWidget) -> QSize:
    return QSize(_WIDTH, _SIDE + 2 * GRID + widget.fontMetrics().height())


def _paint_ground(painter: QPainter, rect: QRect, color: QColor) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawRoundedRect(rect.adjusted(2, 2, -2, -2), GRID / 2, GRID / 2)


def _paint_thumbnail(painter: QPainter, place: QRect, image: QImage) -> None:
    if image.isNull():
        return
    size = image.size().scaled(place.size(), Qt.AspectRatioMode.KeepAspectRatio)
    if size.width() > image.width():
        size = image.size()  # a tiny picture is not blown up
    target = QRect(0, 0, max(1, size.width()), max(1, size.height()))
    target.moveCenter(place.center())
    target.moveBottom(place.bottom())
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(target, image)
