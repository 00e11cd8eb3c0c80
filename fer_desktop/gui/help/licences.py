"""The licences of all that is inside: a list at the left, the text of the chosen one beside it."""

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QPlainTextEdit, QWidget

from fer_desktop.gui.common.page import Page
from fer_desktop.gui.common.theme import GRID
from fer_desktop.system.licences import Licence, licences


def _tr(text: str) -> str:
    return QCoreApplication.translate("Licences", text)


def show_licences(parent: QWidget) -> QDialog:
    """Open the list beside the running window and return the dialog."""
    dialog = Page(parent, _tr("Licences"), _Licences(licences()), QSize(1024, 640), "licences")
    dialog.open()  # never exec: the live picture goes on behind it
    return dialog


class _Licences(QWidget):
    """The list and the text."""

    def __init__(self, found: list[Licence]) -> None:
        super().__init__()
        self._found = found
        self._names, self._text = QListWidget(), QPlainTextEdit()
        self._names.setAccessibleName(_tr("Parts of the program"))
        self._names.setFixedWidth(28 * GRID)
        self._names.setSpacing(GRID // 4)
        self._names.addItems([_title(part) for part in found])
        self._text.setAccessibleName(_tr("Text of the licence"))
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self._names)
        layout.addWidget(self._text, 1)
        self.setFocusProxy(self._names)
        self._names.currentRowChanged.connect(self._show)
        self._names.setCurrentRow(0)

    def _show(self, row: int) -> None:
        part = self._found[row]
        terms = _tr("Licence: {terms}").format(terms=part.terms or "?")
        text = part.text or _tr("This part comes without the text of its licence.")
        self._text.setPlainText(f"{_title(part)}\n{terms}\n\n{text}")


def _title(part: Licence) -> str:
    return f"{part.name} {part.version}".strip()
