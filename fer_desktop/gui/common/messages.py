"""The one door for dialogs, so that tests can listen at it."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication, QIcon, QTextDocumentFragment
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QPlainTextEdit,
    QWidget,
)

from fer_desktop import __version__
from fer_desktop.gui.common.page import Page
from fer_desktop.gui.common.placement import fit
from fer_desktop.gui.common.theme import GRID
from fer_desktop.gui.common.widgets import Scrolling

_WIDTH: Final = 60 * GRID
_SIGN: Final = 8 * GRID


def _tr(text: str) -> str:
    return QCoreApplication.translate("Messages", text)


def show_about(parent: QWidget) -> Page:
    """Open the About dialog beside the running window and return it."""
    text = _tr(
        "<h3>FER Desktop {version}</h3>"
        "<p>Names the expression that a face shows: anger, contempt, disgust, fear, happiness, "
        "neutral, sadness or surprise, and says when it is not sure.</p>"
        "<p>Pictures stay on this computer; nothing is stored unless you save it. The results are "
        "guesses about expressions, not about feelings. In the European Union, reading emotions "
        "at work or in education is forbidden, with few exceptions.</p>"
        "<p>MIT licence. Face detection: OpenCV. Window: Qt for Python (LGPL). Networks: "
        "LiteRT.</p>"
    ).format(version=__version__)
    return _told(parent, _tr("About FER Desktop"), text, parent.windowIcon())


def show_valence(parent: QWidget) -> Page:
    """Open the definition of valence and return the dialog."""
    text = _tr(
        "<h3>Valence</h3>"
        "<p>The probability of happiness minus the strongest of sadness, anger, fear and disgust: "
        "from minus 1, an unpleasant expression, to plus 1, a pleasant one. Neutral, surprise and "
        "contempt do not count.</p>"
        "<p>It sums up the eight bars and knows no more than they do. It says nothing about how "
        "somebody feels.</p>"
    )
    return _told(parent, _tr("Valence"), text)


def show_report(parent: QWidget, report: str) -> Page:
    """Open the doctor's report, with a button that copies it, and return the dialog."""
    text = QPlainTextEdit()
    text.setReadOnly(True)
    text.setTabChangesFocus(True)
    text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
    text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
    text.setAccessibleName(_tr("What this program found on this computer:"))
    text.setPlainText(report)
    page = Page(parent, _tr("Doctor Report"), text, QSize(880, 640), "doctor report")
    copy = page.buttons.addButton(_tr("Copy"), QDialogButtonBox.ButtonRole.ActionRole)
    copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(report))
    page.open()  # never exec: the live picture goes on behind it
    return page


def ask_erase(parent: QWidget, folder: str) -> QMessageBox:
    """Ask whether a recording is to be erased and return the dialog; accepted is yes."""
    text = _tr("Erase this recording? All that was recorded is deleted and can't be brought back.")
    box = QMessageBox(QMessageBox.Icon.Question, _tr("Erase Recording"), text, parent=parent)
    box.setInformativeText(folder)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.addButton(_tr("Erase"), QMessageBox.ButtonRole.AcceptRole)
    box.setDefaultButton(box.addButton(_tr("Keep"), QMessageBox.ButtonRole.RejectRole))
    return _opened(box)


def ask_to_lose(parent: QWidget, losses: list[str], yes: str, no: str = "") -> QMessageBox:
    """Ask whether something may be ended or lost and return the dialog; accepted is yes.

    Args:
        parent: The window that it is asked in.
        losses: What would happen, a sentence each.
        yes: Words of the button that does it.
        no: Words of the button that does nothing.
    """
    first, *more = losses
    box = QMessageBox(QMessageBox.Icon.Question, parent.windowTitle(), first, parent=parent)
    box.setInformativeText("\n".join(more))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
    cancel = box.addButton(no or _tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(cancel)
    box.setEscapeButton(cancel)
    return _opened(box)


def ask_keep(
    parent: QWidget, what: str, keep: Callable[[], object], discard: Callable[[], object]
) -> QMessageBox:
    """Ask what becomes of something that is kept nowhere yet and return the dialog."""
    box = QMessageBox(QMessageBox.Icon.Question, parent.windowTitle(), what, parent=parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    yes = box.addButton(_tr("Keep"), QMessageBox.ButtonRole.AcceptRole)
    no = box.addButton(_tr("Discard"), QMessageBox.ButtonRole.DestructiveRole)
    cancel = box.addButton(_tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(yes)
    box.setEscapeButton(cancel)
    yes.clicked.connect(keep)
    no.clicked.connect(discard)
    return _opened(box)


def ask_replace(parent: QWidget, files: list[str]) -> QMessageBox:
    """Ask whether files may be written over and return the dialog; accepted is yes."""
    text = _tr("There is such a file already. Replace it? What is in it now is lost.")
    if len(files) > 1:
        text = _tr("There are such files already. Replace them? What is in them now is lost.")
    box = QMessageBox(QMessageBox.Icon.Question, _tr("Replace Files"), text, parent=parent)
    box.setInformativeText("\n".join(files))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.addButton(_tr("Replace"), QMessageBox.ButtonRole.AcceptRole)
    box.setDefaultButton(box.addButton(_tr("Keep"), QMessageBox.ButtonRole.RejectRole))
    return _opened(box)


def _told(parent: QWidget, title: str, text: str, picture: QIcon | None = None) -> Page:
    """Open a dialog with some paragraphs, which scroll where the screen is small."""
    content, words = QWidget(), QLabel(text)
    words.setWordWrap(True)
    words.setAlignment(Qt.AlignmentFlag.AlignTop)
    row = QHBoxLayout(content)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(2 * GRID)
    if picture is not None:
        sign = QLabel()
        sign.setPixmap(picture.pixmap(_SIGN, _SIGN))
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(words, 1)
    page = Page(parent, title, Scrolling(content), QSize(), "")
    page.setAccessibleDescription(QTextDocumentFragment.fromHtml(text).toPlainText())
    height = row.heightForWidth(_WIDTH) + page.buttons.sizeHint().height() + 7 * GRID
    fit(page, QSize(_WIDTH + 5 * GRID, height))
    page.open()  # never exec: the live picture goes on behind it
    return page


def _opened(box: QMessageBox) -> QMessageBox:
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()  # never exec: the live picture goes on behind it
    return box
