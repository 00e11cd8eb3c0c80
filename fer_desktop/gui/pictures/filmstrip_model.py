"""The opened pictures as Qt's list model: captions and thumbnails are made when they are shown."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QImage

from fer_desktop.gui.common.icons import icon
from fer_desktop.gui.common.words import short_caption
from fer_desktop.live.pictures import PictureResult

PATH_ROLE: Final = Qt.ItemDataRole.UserRole
RESULT_ROLE: Final = PATH_ROLE + 1
"""What was found, as a PictureResult without its picture; None before the analysis."""

_Index = QModelIndex | QPersistentModelIndex


def _tr(text: str) -> str:
    return QCoreApplication.translate("Filmstrip", text)


class FilmstripModel(QAbstractListModel):
    """One row a picture. Thumbnails are kept as small JPEG files, a few thousand bytes each.

    Signals:
        thumbnail_wanted: Path of a picture that is seen without one, again and again.
    """

    thumbnail_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._paths: list[Path] = []
        self._rows: dict[Path, int] = {}
        self._results: dict[Path, PictureResult] = {}
        self._thumbnails: dict[Path, bytes] = {}

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return how many pictures there are."""
        return 0 if parent.isValid() else len(self._paths)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return what is shown, or told to screen readers, of a picture."""
        path = self._paths[index.row()]
        result = self._results.get(path)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            words = caption_of(result)
            return words if role == Qt.ItemDataRole.DisplayRole else f"{path.name}: {words}"
        if role == Qt.ItemDataRole.DecorationRole:
            if result is not None and result.error:
                return icon("warning")
            if path not in self._thumbnails:
                self.thumbnail_wanted.emit(path)
            return QImage.fromData(QByteArray(self._thumbnails.get(path, b"")))
        if role == Qt.ItemDataRole.ToolTipRole:
            return result.error if result is not None and result.error else str(path)
        return {int(PATH_ROLE): path, int(RESULT_ROLE): result}.get(int(role))

    def paths(self) -> list[Path]:
        """Return the pictures in order."""
        return list(self._paths)

    def row_of(self, path: Path) -> int:
        """Return where a picture stands; -1 where it is not open."""
        return self._rows.get(path, -1)

    def add(self, paths: Iterable[Path]) -> list[Path]:
        """Add pictures at the end and return those that were not there yet."""
        new = [path for path in dict.fromkeys(paths) if path not in self._rows]
        if new:
            first = len(self._paths)
            self.beginInsertRows(QModelIndex(), first, first + len(new) - 1)
            self._rows.update((path, first + i) for i, path in enumerate(new))
            self._paths += new
            self.endInsertRows()
        return new

    def remove(self, paths: Iterable[Path]) -> None:
        """Take pictures out."""
        for path in paths:
            row = self.row_of(path)
            if row < 0:
                continue
            self.beginRemoveRows(QModelIndex(), row, row)
            del self._paths[row]
            self._rows = {each: number for number, each in enumerate(self._paths)}
            self._results.pop(path, None)
            self._thumbnails.pop(path, None)
            self.endRemoveRows()

    def show_result(self, result: PictureResult, thumbnail: bytes) -> None:
        """Put in what was found on a picture, without the picture, and its thumbnail."""
        row = self.row_of(result.path)
        if row >= 0:
            self._results[result.path] = result
            self._thumbnails[result.path] = thumbnail
            self.dataChanged.emit(self.index(row), self.index(row))

    def show_thumbnail(self, path: Path, thumbnail: bytes) -> None:
        """Put in a picture's thumbnail before anything is found on it."""
        row = self.row_of(path)
        if row >= 0 and path not in self._thumbnails:
            self._thumbnails[path] = thumbnail
            self.dataChanged.emit(self.index(row), self.index(row))

    def forget_results(self) -> None:
        """Show that nothing is analyzed yet; the thumbnails stay."""
        self._results.clear()
        self.tell_all()

    def tell_all(self) -> None:
        """Let everything be shown anew, as in another language."""
        if self._paths:
            self.dataChanged.emit(self.index(0), self.index(len(self._paths) - 1))

    def clear(self) -> None:
        """Take all pictures out."""
        self.beginResetModel()
        self._paths.clear()
        self._rows.clear()
        self._results.clear()
        self._thumbnails.clear()
        self.endResetModel()


def caption_of(result: PictureResult | None) -> str:
    """Return what is written below a picture; None before its analysis."""
    if result is None:
        return _tr("…")
    if result.error:
        return _tr("can't be read")
    if not result.faces:
        return _tr("no face")
    text, more = short_caption(result.faces[0].raw), len(result.faces) - 1
    return _tr("{text}, +{more}").format(text=text, more=more) if more else text
