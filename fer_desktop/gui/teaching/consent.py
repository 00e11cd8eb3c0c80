"""What is asked before anything is kept, and before all of it is erased."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from fer_desktop.gui.common.numbers import count


def _tr(text: str) -> str:
    return QCoreApplication.translate("Teaching", text)


def ask_to_keep(parent: QWidget, folder: Path) -> QMessageBox:
    """Ask whether corrected faces may be kept and return the dialog; accepted is yes."""
    text = _tr(
        "Keep the faces that you correct on this computer?\n\n"
        "Of each face that you name are kept: the face cut out of its picture, your label, what "
        "the model said, the name of the picture, video or camera, the person if you write one, "
        "and the time. Nothing else is kept, and nothing leaves this computer.\n\n"
        "Pictures of faces are personal data. Correct only faces of people who have agreed to it, "
        "tell them what it is for, and erase what is not needed any more: Model > Corrections "
        "shows, exports and erases everything."
    )
    box = QMessageBox(QMessageBox.Icon.Question, _tr("Keep Corrections"), text, parent=parent)
    box.setInformativeText(str(folder))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.addButton(_tr("Keep Corrections"), QMessageBox.ButtonRole.AcceptRole)
    box.setDefaultButton(box.addButton(_tr("Cancel"), QMessageBox.ButtonRole.RejectRole))
    return _opened(box)


def ask_to_erase(parent: QWidget, n: int) -> QMessageBox:
    """Ask whether all corrections are to be erased and return the dialog; accepted is yes."""
    one = _tr("Erase the only correction? It can't be brought back.")
    many = _tr("Erase all {n} corrections? They can't be brought back.")
    text = one if n == 1 else many.format(n=count(n))
    box = QMessageBox(QMessageBox.Icon.Question, _tr("Erase Corrections"), text, parent=parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.addButton(_tr("Erase"), QMessageBox.ButtonRole.AcceptRole)
    box.setDefaultButton(box.addButton(_tr("Keep"), QMessageBox.ButtonRole.RejectRole))
    return _opened(box)


def ask_to_remove(parent: QWidget, name: str) -> QMessageBox:
    """Ask whether a taught model is to be deleted and return the dialog; accepted is yes."""
    text = _tr("Remove the model {name}? Its folder is deleted.").format(name=name)
    box = QMessageBox(QMessageBox.Icon.Question, _tr("Remove Taught Model"), text, parent=parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.addButton(_tr("Remove"), QMessageBox.ButtonRole.AcceptRole)
    box.setDefaultButton(box.addButton(_tr("Keep"), QMessageBox.ButtonRole.RejectRole))
    return _opened(box)


def _opened(box: QMessageBox) -> QMessageBox:
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()  # never exec: the live picture goes on behind it
    return box
