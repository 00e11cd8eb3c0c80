"""Widgets as the window needs them: a label that shortens its words, a button for the keys."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)

_NARROWER = 14
"""So much less room the style leaves at the sides of a button with its icon alone."""
_BESIDE = 4
"""Between an icon and words."""
_ICON = QSize(22, 16)
"""Wider than the drawings, which so have a little room beside them."""


class ElidedLabel(QLabel):
    """Plain words on one line, shortened where there is no room for all: paths in the middle."""

    def __init__(self, where: Qt.TextElideMode = Qt.TextElideMode.ElideMiddle) -> None:
        super().__init__()
        self._where = where
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def setText(self, text: str) -> None:
        """Show words; all of them in the tooltip and for screen readers."""
        super().setText(text)
        self.setToolTip(text)
        self.setAccessibleName(text)

    def minimumSizeHint(self) -> QSize:
        """Return a size that never widens the window."""
        return QSize(40, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint as many of the words as fit."""
        del event
        words = self.fontMetrics().elidedText(self.text(), self._where, self.width())
        painter = QPainter(self)
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignVCenter), words)
        painter.end()


class PushButton(QPushButton):
    """A button that the space bar presses while it has the focus, whatever else the bar does.

    One with an icon may become so narrow that only the icon is shown.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_narrow = False
        self.setIconSize(_ICON)

    def set_narrow(self, on: bool) -> None:
        """Ask for room for the icon alone, where there is one; the tip has the words."""
        if on != self._is_narrow:
            self._is_narrow = on
            self.setProperty("icon-only", on)  # the style gives it less room at its sides
            self.style().unpolish(self)
            self.style().polish(self)
            self.updateGeometry()

    def full_width(self) -> int:
        """Return the room that icon and words need together, at their usual distance."""
        return super().sizeHint().width() + (_NARROWER if self._is_narrow else 0)

    def icon_width(self) -> int:
        """Return the room that the button needs where only its icon is shown."""
        if self.icon().isNull() or not self.text():
            return self.full_width()
        words = self.fontMetrics().horizontalAdvance(self.text())
        return self.full_width() - words - _BESIDE - _NARROWER

    def sizeHint(self) -> QSize:
        """Return the size that the button has best."""
        return self.minimumSizeHint() if self._is_narrow else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return room for the icon alone, where there is one."""
        least = super().sizeHint()  # Qt's own least size is asked of `sizeHint`
        if not self.icon().isNull() and self.text():
            words = self.fontMetrics().horizontalAdvance(self.text())
            sides = _BESIDE if self._is_narrow else _BESIDE + _NARROWER
            least.setWidth(max(least.height(), least.width() - words - sides))
        return least

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the button, without its words where they would be cut."""
        if self.icon().isNull() or self.width() >= self.full_width():
            super().paintEvent(event)
            return
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        painter.end()

    def event(self, event: QEvent) -> bool:
        """Keep the space bar from the window's shortcuts."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Space
        ):
            event.accept()
            return True
        return super().event(event)


class Scrolling(QScrollArea):
    """As large as what is in it where there is room; where it is low, a bar scrolls it."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        content.installEventFilter(self)
        self._content = content

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the content's size; Qt does so only within the area."""
        if event.type() == QEvent.Type.LayoutRequest and watched is self.widget():
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll by keys that the content does not want; those to the side mean something else."""
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Return the size that the content has best."""
        return self._content.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return the content's least width; it may be as low as people can still scroll."""
        least = self._content.minimumSizeHint()
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(least.width() + bar, min(least.height(), 6 * self.fontMetrics().height()))
