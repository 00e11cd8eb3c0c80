"""A page for the people in view, on the full screen or on a second one: what happens here."""

from typing import Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from fer_desktop.gui.common.theme import GRID

_SIZES: Final = (3.2, 2.0, 2.0, 1.0)
"""How much larger than usual the words of each line are, where there is room."""
_LEAST: Final = 0.3
_STEP: Final = 0.95


def _tr(text: str) -> str:
    return QCoreApplication.translate("Notice", text)


class NoticePage(QDialog):
    """Words that are read from afar: as large as the screen allows, but all of them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowFlags(Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        texts = (
            _tr("Facial expressions are analyzed here"),
            _tr(
                "A program on this computer looks at the faces in front of the camera and guesses "
                "what their expressions look like: not what you feel, and it can be wrong."
            ),
            _tr(
                "No picture leaves this computer. Ask who runs it whether something is recorded. "
                "You can say no, and step out of the picture."
            ),
        )
        self.setWindowTitle(texts[0])
        self.setAccessibleDescription(" ".join(texts))
        self._lines = [QLabel(text) for text in (*texts, _tr("Esc closes this page."))]
        self._lines[-1].setObjectName("quiet")
        self._usual = QFont(self.font())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8 * GRID, 6 * GRID, 8 * GRID, 6 * GRID)
        layout.setSpacing(4 * GRID)
        layout.addStretch(1)
        for line in self._lines:
            line.setWordWrap(True)
            line.setAlignment(Qt.AlignmentFlag.AlignCenter)
            if line is self._lines[-1]:
                layout.addStretch(1)
            layout.addWidget(line)
        self._write(_LEAST)  # the page may be as small as its smallest words

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Write as large as there is room for: the page may be dragged to another screen."""
        super().resizeEvent(event)
        scale = 1.0
        self._write(scale)
        while scale > _LEAST and not self._has_room():
            scale *= _STEP
            self._write(scale)

    def _has_room(self) -> bool:
        layout = self.layout()
        if layout is None:
            return True
        margins = layout.contentsMargins()
        inner = self.width() - margins.left() - margins.right()
        words = all(line.minimumSizeHint().width() <= inner for line in self._lines)
        return words and layout.totalHeightForWidth(self.width()) <= self.height()

    def _write(self, scale: float) -> None:
        for line, size in zip(self._lines, _SIZES, strict=True):
            font = QFont(self._usual)
            font.setPointSizeF(max(1.0, self._usual.pointSizeF() * max(size * scale, min(size, 1))))
            font.setBold(line is self._lines[0])
            line.setFont(font)


def show_notice(parent: QWidget) -> QDialog:
    """Open the page and return it; Esc closes it, and it can be dragged to another screen."""
    page = NoticePage(parent)
    page.showFullScreen()
    return page
