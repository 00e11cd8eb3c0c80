"""All faces of the opened pictures as Qt's table model: one row a face, texts made when shown."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)

from fer_desktop.core.labels import INDEX, LABELS
from fer_desktop.core.natural import natural
from fer_desktop.core.types import RecognizedFace
from fer_desktop.gui.common.marking import QT_TRANSLATE_NOOP
from fer_desktop.gui.common.words import name_of
from fer_desktop.gui.pictures.filmstrip_model import caption_of
from fer_desktop.live.pictures import PictureResult

SORT_ROLE: Final = Qt.ItemDataRole.UserRole
"""A value that sorts as people expect: numbers by size, not by their digits."""

COLUMNS: Final = ("file", "face", "label", "confidence", "valence", *LABELS, "box", "score")
_WORDS: Final = {
    "file": QT_TRANSLATE_NOOP("FaceTable", "File"),
    "face": QT_TRANSLATE_NOOP("FaceTable", "Face"),
    "label": QT_TRANSLATE_NOOP("FaceTable", "Looks like"),
    "confidence": QT_TRANSLATE_NOOP("FaceTable", "Confidence %"),
    "valence": QT_TRANSLATE_NOOP("FaceTable", "Valence"),
    "box": QT_TRANSLATE_NOOP("FaceTable", "Box"),
    "score": QT_TRANSLATE_NOOP("FaceTable", "Detection %"),
}
_NUMBERS: Final = ("confidence", "valence", *LABELS, "score")
_EMPTY: Final = -1e9
"""Cells without a value sort before all others."""

_Index = QModelIndex | QPersistentModelIndex


def _tr(text: str) -> str:
    return QCoreApplication.translate("FaceTable", text)


@dataclass(frozen=True, eq=False)
class FaceRow:
    """A face of a picture; a picture without a face, or that can't be read, has one row too.

    Attributes:
        result: The picture, `image` left out.
        position: Of the face among those of the picture, from 0; -1 where there is none.
    """

    result: PictureResult
    position: int

    @property
    def path(self) -> Path:
        """The file."""
        return self.result.path

    @property
    def face(self) -> RecognizedFace | None:
        """The face, if there is one."""
        return self.result.faces[self.position] if self.position >= 0 else None

    @cached_property
    def sort_keys(self) -> dict[str, str | float]:
        """What the columns sort by but the label, whose words are those of the language."""
        keys: dict[str, str | float] = dict.fromkeys(COLUMNS, _EMPTY)
        if self.face is not None:
            keys |= {name: _number(self.face, name) for name in _NUMBERS}
            keys |= {"face": self.position, "box": self.face.box.area}
        return keys | {"file": natural(str(self.path))}


class FaceTableModel(QAbstractTableModel):
    """The rows, in the order in which the pictures were analyzed."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[FaceRow] = []

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return what is shown in a cell, or what it sorts by."""
        row, column = self._rows[index.row()], COLUMNS[index.column()]
        if role == SORT_ROLE:
            return _text(row, column).casefold() if column == "label" else row.sort_keys[column]
        if role == Qt.ItemDataRole.DisplayRole:
            return _text(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.result.error or (str(row.path) if column == "file" else None)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignLeft
            if column not in ("file", "label", "box"):
                side = Qt.AlignmentFlag.AlignRight
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:  # noqa: ANN401
        """Return the name of a column."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return header(COLUMNS[section])
        return None

    def row(self, number: int) -> FaceRow:
        """Return a row."""
        return self._rows[number]

    def add(self, results: Iterable[PictureResult]) -> None:
        """Put the faces of pictures at the end."""
        rows = [
            FaceRow(result, position)
            for result in results
            for position in (range(len(result.faces)) if result.faces else (-1,))
        ]
        if rows:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
            self._rows += rows
            self.endInsertRows()

    def remove(self, paths: Iterable[Path]) -> None:
        """Take the rows of some pictures out."""
        gone = set(paths)
        self.beginResetModel()
        self._rows = [row for row in self._rows if row.path not in gone]
        self.endResetModel()

    def find(self, path: Path, position: int) -> int:
        """Return the row of a face; of a picture without one, its only row; -1 for none."""
        for number, row in enumerate(self._rows):
            if row.path == path and row.position in (position, -1):
                return number
        return -1

    def clear(self) -> None:
        """Take all rows out."""
        self.beginResetModel()
        self._rows.clear()
        self.endResetModel()


def header(column: str) -> str:
    """Return the name of a column in the language of the window."""
    if column in INDEX:
        return _tr("{name} %").format(name=name_of(column))
    return _tr(_WORDS[column])


def _text(row: FaceRow, column: str) -> str:
    face = row.face
    if column == "file":
        return row.path.name
    if face is None:
        return caption_of(row.result) if column == "label" else ""
    if column == "label":
        return name_of(face.label)
    if column == "face":
        return str(row.position + 1)
    return _number_text(face, column)


def _number_text(face: RecognizedFace, column: str) -> str:
    box = face.box
    if column == "box":
        return f"{box.x1}, {box.y1}, {box.width} × {box.height}"  # noqa: RUF001 - the sign is meant
    value = _number(face, column)
    if column == "valence":
        return QLocale().toString(value, "f", 2)
    return QLocale().toString(value * 100, "f", 1)


def _number(face: RecognizedFace, column: str) -> float:
    """Return one of the values that are numbers, in its own unit."""
    if column == "confidence":
        return face.confidence
    if column == "valence":
        return face.raw.valence
    if column == "score":
        return face.face.detection_score
    return float(face.raw.probabilities[INDEX[column]])
