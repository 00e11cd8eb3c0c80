"""A page for the people in view, on the full screen or on a second one: what happens here."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from fer_desktop.gui.common.theme import GRID


def _tr(text: str) -> str:
    return QCoreApplication.translate("Notice", text)


def show_notice(parent: QWidget) -> QDialog:
    """Open the page and return it; Esc closes it, and it can be dragged to another screen."""
    dialog = QDialog(parent)
    dialog.setWindowFlags(Qt.WindowType.Window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    title = _tr("Facial expressions are analyzed here")
    dialog.setWindowTitle(title)
    texts = (
        title,
        _tr(
            "A program on this computer looks at the faces in front of the camera and guesses what "
            "their expressions look like: not what you feel, and it can be wrong."
        ),
        _tr(
            "No picture leaves this computer. Ask who runs it whether something is recorded. You "
            "can say no, and step out of the picture."
        ),
    )
    dialog.setAccessibleDescription(" ".join(texts))
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(8 * GRID, 6 * GRID, 8 * GRID, 6 * GRID)
    layout.setSpacing(4 * GRID)
    layout.addStretch(1)
    for number, text in enumerate(texts):
        line = QLabel(text)
        line.setWordWrap(True)
        line.setAlignment(Qt.AlignmentFlag.AlignCenter)
        font = line.font()
        font.setPointSizeF(font.pointSizeF() * (3.2 if number == 0 else 2))
        font.setBold(number == 0)
        line.setFont(font)
        layout.addWidget(line)
    layout.addStretch(1)
    way_out = QLabel(_tr("Esc closes this page."))
    way_out.setObjectName("quiet")
    way_out.setAlignment(Qt.AlignmentFlag.AlignCenter)
    layout.addWidget(way_out)
    dialog.showFullScreen()
    return dialog
