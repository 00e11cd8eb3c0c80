"""The first page: what the program does and keeps, what it is used for, and what is forbidden."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRect, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from fer_desktop.gui.common.icons import icon
from fer_desktop.gui.common.marking import QT_TRANSLATE_NOOP
from fer_desktop.gui.common.placement import fit
from fer_desktop.gui.common.reasons import allow_part
from fer_desktop.gui.common.theme import GRID
from fer_desktop.gui.common.widgets import Scrolling
from fer_desktop.gui.help.purpose import PurposeChoice

EDITION: Final = 2
"""Goes up when the page says something new that everybody should read once."""

_WIDTH: Final = 62 * GRID
_ICON: Final = 3 * GRID
_MOST_PX: Final = 16777215
"""Qt's own limit of a size, which stands for none."""

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


def show_welcome(parent: QWidget, *, is_first: bool = False, purpose: str = "") -> "WelcomePage":
    """Open the page beside the window and return it; its button starts the program or closes it."""
    page = WelcomePage(parent, is_first=is_first, purpose=purpose)
    page.open()  # never exec
    return page


class WelcomePage(QDialog):
    """The page; accepted only with a purpose that the law allows, where it is the first one."""

    def __init__(self, parent: QWidget, *, is_first: bool, purpose: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = _tr("Welcome to FER Desktop")
        self.setWindowTitle(title)
        self._is_first = is_first
        self.choice = PurposeChoice(purpose)
        # Screen readers read this as the dialog opens; the lines never have the focus.
        words = [*(_tr(text) for _, text in _LINES), self.choice.spoken()]
        self.setAccessibleDescription(" ".join(words))
        self.button = QPushButton(_tr("&Start") if is_first else _tr("&Close"))
        self.button.setDefault(True)
        self.button.clicked.connect(self.accept)
        content = QWidget()
        self._lines = QGridLayout(content)
        self._area = Scrolling(content)
        self._fill(title)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(4 * GRID, 4 * GRID, 4 * GRID, 3 * GRID)
        whole.setSpacing(2 * GRID)
        whole.addWidget(self._area, 1)
        whole.addWidget(self.button, 0, Qt.AlignmentFlag.AlignRight)
        self.choice.changed.connect(self._refresh)
        self._refresh()
        self.choice.first.installEventFilter(self)
        (self.button if self.button.isEnabled() else self.choice.first).setFocus()

    @property
    def purpose(self) -> str:
        """What the program is used for, as the settings keep it; "" where nothing was chosen."""
        return self.choice.chosen

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show where the keyboard is from the start: Fusion would only after the first key."""
        if event.type() == QEvent.Type.FocusIn:
            self.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        return super().eventFilter(watched, event)

    def _fill(self, title: str) -> None:
        layout = self._lines
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
        layout.addWidget(self.choice, len(_LINES) + 1, 1)

    def _refresh(self) -> None:
        """Let the answer decide whether it goes on, and the page have room for what it says."""
        choice = self.choice
        is_open = not (self._is_first or choice.is_forbidden)
        can_go_on = is_open or bool(choice.chosen)
        allow_part(self.button, "" if can_go_on else _tr("Say first what you use it for."))
        self._lines.invalidate()
        # The answers stand on one line each, and in some languages they are long; on a low screen
        # the bar that scrolls them stands beside them.
        width = max(_WIDTH, self._area.minimumSizeHint().width())
        height = self._lines.totalHeightForWidth(width) + self.button.sizeHint().height()
        self.setMinimumSize(0, 0)
        self.setMaximumSize(_MOST_PX, _MOST_PX)
        fit(self, QSize(width + 8 * GRID, height + 9 * GRID))
        self.setFixedSize(self.size())


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
