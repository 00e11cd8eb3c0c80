"""The first page: what the program does, what it keeps, and where the law forbids its use."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from fer_desktop.gui.common.icons import icon
from fer_desktop.gui.common.marking import QT_TRANSLATE_NOOP
from fer_desktop.gui.common.placement import fit
from fer_desktop.gui.common.theme import GRID
from fer_desktop.gui.common.widgets import Scrolling

EDITION: Final = 1
"""Goes up when the page says something new that everybody should read once."""

_WIDTH: Final = 62 * GRID
_ICON: Final = 3 * GRID

_LINES: Final = (
    (
        "eye",
        QT_TRANSLATE_NOOP(
            "Welcome",
            "It names the expression that a face shows: live from a camera, in pictures and in "
            "videos.",
        ),
    ),
    (
        "computer",
        QT_TRANSLATE_NOOP(
            "Welcome",
            "Everything runs on this computer. No picture leaves it, and none is kept unless you "
            "save it.",
        ),
    ),
    (
        "info",
        QT_TRANSLATE_NOOP(
            "Welcome",
            "A result is a guess about the expression that is shown, not about what somebody "
            "feels. It can be wrong.",
        ),
    ),
    (
        "warning",
        QT_TRANSLATE_NOOP(
            "Welcome",
            "In the European Union, reading emotions at work or in education is forbidden, except "
            "for medical or safety reasons (AI Act, Article 5(1)(f)).",
        ),
    ),
    (
        "people",
        QT_TRANSLATE_NOOP(
            "Welcome",
            "Where it is allowed, the people in the picture must be told that their expressions "
            "are analyzed, before it begins (Article 50(3)).",
        ),
    ),
)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Welcome", text)


def show_welcome(parent: QWidget, *, is_first: bool = False) -> QDialog:
    """Open the page beside the window and return it; its button starts the program or closes it."""
    dialog = QDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    title = _tr("Welcome to FER Desktop")
    dialog.setWindowTitle(title)
    # Screen readers read this as the dialog opens; the lines never have the focus.
    dialog.setAccessibleDescription(" ".join(_tr(text) for _, text in _LINES))
    content = QWidget()
    layout = QGridLayout(content)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setHorizontalSpacing(2 * GRID)
    layout.setVerticalSpacing(2 * GRID)
    layout.setColumnStretch(1, 1)
    heading = QLabel(title)
    font = heading.font()
    font.setPointSizeF(font.pointSizeF() * 1.6)
    font.setBold(True)
    heading.setFont(font)
    heading.setWordWrap(True)
    layout.addWidget(heading, 0, 0, 1, 2)
    for row, (picture, text) in enumerate(_LINES, 1):
        words = QLabel(_tr(text))
        words.setWordWrap(True)
        layout.addWidget(_Pictogram(icon(picture)), row, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(words, row, 1)
    button = QPushButton(_tr("&Start") if is_first else _tr("&Close"))
    button.setDefault(True)
    button.clicked.connect(dialog.accept)
    whole = QVBoxLayout(dialog)
    whole.setContentsMargins(4 * GRID, 4 * GRID, 4 * GRID, 3 * GRID)
    whole.setSpacing(2 * GRID)
    whole.addWidget(Scrolling(content), 1)
    whole.addWidget(button, 0, Qt.AlignmentFlag.AlignRight)
    height = layout.totalHeightForWidth(_WIDTH) + button.sizeHint().height() + 9 * GRID
    fit(dialog, QSize(_WIDTH + 8 * GRID, height))
    dialog.setFixedSize(dialog.size())
    button.setFocus()
    dialog.open()  # never exec
    return dialog


class _Pictogram(QWidget):
    """An icon beside words that say the same; painted anew, so that it follows the theme."""

    def __init__(self, picture: QIcon) -> None:
        super().__init__()
        self._picture = picture
        self.setFixedSize(QSize(_ICON, _ICON))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the icon."""
        del event
        painter = QPainter(self)
        self._picture.paint(painter, QRect(0, 0, _ICON, _ICON))
        painter.end()
