"""The one door for dialogs, so that tests can listen at it."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from fer_desktop import __version__


def _tr(text: str) -> str:
    return QCoreApplication.translate("Messages", text)


def show_about(parent: QWidget) -> QMessageBox:
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
    box = QMessageBox(QMessageBox.Icon.NoIcon, _tr("About FER Desktop"), text, parent=parent)
    box.setIconPixmap(parent.windowIcon().pixmap(64, 64))
    return _opened(box)


def show_valence(parent: QWidget) -> QMessageBox:
    """Open the definition of valence and return the dialog."""
    text = _tr(
        "<h3>Valence</h3>"
        "<p>The probability of happiness minus the strongest of sadness, anger, fear and disgust: "
        "from minus 1, an unpleasant expression, to plus 1, a pleasant one. Neutral, surprise and "
        "contempt do not count.</p>"
        "<p>It sums up the eight bars and knows no more than they do. It says nothing about how "
        "somebody feels.</p>"
    )
    return _opened(QMessageBox(QMessageBox.Icon.NoIcon, _tr("Valence"), text, parent=parent))


def show_report(parent: QWidget, report: str) -> QMessageBox:
    """Open the doctor's report, with a button that copies it, and return the dialog."""
    box = QMessageBox(QMessageBox.Icon.NoIcon, _tr("Doctor Report"), "", parent=parent)
    box.setText(_tr("What this program found on this computer:"))
    box.setInformativeText(f"<pre>{report.replace('&', '&amp;').replace('<', '&lt;')}</pre>")
    box.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    copy = box.addButton(_tr("Copy"), QMessageBox.ButtonRole.AcceptRole)
    box.addButton(QMessageBox.StandardButton.Close)
    copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(report))
    return _opened(box)


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


def _opened(box: QMessageBox) -> QMessageBox:
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()  # never exec: the live picture goes on behind it
    return box
