"""The recorded sessions as Qt's table model."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QByteArray,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QImage

from fer_desktop.core.natural import natural
from fer_desktop.gui.common.marking import QT_TRANSLATE_NOOP
from fer_desktop.gui.common.numbers import count, moment
from fer_desktop.gui.common.session_words import clock
from fer_desktop.gui.common.words import name_of
from fer_desktop.sessions.library import Glance, Listed

COLUMNS: Final = ("picture", "name", "started", "length", "faces", "strip", "note")
SORT_ROLE: Final = Qt.ItemDataRole.UserRole
PARTS_ROLE: Final = SORT_ROLE + 1
"""Labels of the strip."""
_HEADS: Final = {
    "picture": "",
    "name": QT_TRANSLATE_NOOP("Library", "Name"),
    "started": QT_TRANSLATE_NOOP("Library", "Date"),
    "length": QT_TRANSLATE_NOOP("Library", "Length"),
    "faces": QT_TRANSLATE_NOOP("Library", "Faces"),
    "strip": QT_TRANSLATE_NOOP("Library", "How it went"),
    "note": QT_TRANSLATE_NOOP("Library", "Note"),
}

_Index = QModelIndex | QPersistentModelIndex


def _tr(text: str) -> str:
    return QCoreApplication.translate("Library", text)


class LibraryModel(QAbstractTableModel):
    """One row a session."""

    def __init__(self) -> None:
        super().__init__()
        self._sessions: list[Listed] = []

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return how many sessions there are."""
        return 0 if parent.isValid() else len(self._sessions)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(COLUMNS)

    def session(self, row: int) -> Listed:
        """Return a session."""
        return self._sessions[row]

    def show(self, sessions: Sequence[Listed]) -> None:
        """Show these sessions."""
        self.beginResetModel()
        self._sessions = list(sessions)
        self.endResetModel()

    def show_glance(self, folder: Path, glance: Glance) -> None:
        """Put in how a session went."""
        for row, each in enumerate(self._sessions):
            if each.folder == folder:
                self._sessions[row] = replace(each, glance=glance)
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(COLUMNS) - 1))

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return what is shown in a cell, told of it, or what it sorts by."""
        session, column = self._sessions[index.row()], COLUMNS[index.column()]
        words = _words(session, column)
        tips = {"name": str(session.folder), "note": session.note}
        glance, side = session.glance, Qt.AlignmentFlag.AlignLeft
        if column in ("length", "faces"):
            side = Qt.AlignmentFlag.AlignRight
        values: dict[int, Any] = {
            Qt.ItemDataRole.DisplayRole: "" if column == "strip" else words,
            Qt.ItemDataRole.AccessibleTextRole: words,
            Qt.ItemDataRole.ToolTipRole: tips.get(column) or words,
            Qt.ItemDataRole.TextAlignmentRole: side | Qt.AlignmentFlag.AlignVCenter,
            SORT_ROLE: _sort_key(session, column),
            PARTS_ROLE: glance.parts if glance is not None else (),
        }
        has_picture = column == "picture" and glance is not None and bool(glance.thumbnail)
        if role == Qt.ItemDataRole.DecorationRole and glance is not None and has_picture:
            return QImage.fromData(QByteArray(glance.thumbnail))
        return values.get(int(role))

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:  # noqa: ANN401
        """Return the name of a column."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            text = _HEADS[COLUMNS[section]]
            return _tr(text) if text else ""
        return None


def _words(session: Listed, column: str) -> str:
    glance = session.glance
    if column == "started":
        return moment(session.started) if session.started is not None else ""
    if column in ("name", "note"):
        return session.name if column == "name" else session.note.replace("\n", " ")
    if glance is None or column == "picture":
        return ""
    if column == "length":
        return clock(glance.length_s, 0)
    if column == "faces":
        return count(glance.n_faces)
    return _strip_words(glance)


def _strip_words(glance: Glance) -> str:
    """Return the labels of a strip, the most frequent first."""
    seen = [part for part in glance.parts if part]
    labels = sorted(set(seen), key=lambda label: -seen.count(label))
    if not labels:
        return _tr("no face")
    return ", ".join(name_of(label) for label in labels)


def _sort_key(session: Listed, column: str) -> str | float:
    glance = session.glance
    if column == "started":
        return session.started.timestamp() if session.started is not None else 0.0
    if column == "length":
        return glance.length_s if glance is not None else -1.0
    if column == "faces":
        return float(glance.n_faces) if glance is not None else -1.0
    return natural(_words(session, column))
