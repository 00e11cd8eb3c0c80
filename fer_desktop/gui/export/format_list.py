"""The list of the formats of exports: what each is called, and what reads it."""

from typing import Final

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from fer_desktop.export.formats import FORMATS, Format
from fer_desktop.gui.common.retranslated import Retranslated
from fer_desktop.gui.common.theme import GRID
from fer_desktop.gui.export.words import description_of, title_of, why_missing

_PADDING: Final = GRID // 2
_FIRST: Final = ("csv", "xlsx", "html", "statistics")
"""What most people want stands above what other programs want."""
_WRAPPED: Final = Qt.TextFlag.TextWordWrap
_Index = QModelIndex | QPersistentModelIndex
_Role = QPalette.ColorRole


class FormatList(Retranslated, QListWidget):
    """A title and a line a format; one that can't be written here says why, and can't be chosen.

    Attributes:
        names: Of the formats, in the order of the list.

    Signals:
        chosen: Another format is chosen.
    """

    chosen = Signal()

    def __init__(
        self, form: str, parent: QWidget | None = None, *, is_stills: bool = False
    ) -> None:
        """List all formats.

        Args:
            form: Is chosen, or the first where that can't be written.
            parent: The dialog.
            is_stills: Leave those out that tell of times, which single pictures have not.
        """
        super().__init__(parent)
        fitting = {n: each for n, each in FORMATS.items() if not (is_stills and each.needs_time)}
        first = [name for name in _FIRST if name in fitting]
        self.names = list(dict.fromkeys((*first, *fitting)))
        self._missing = {name: why_missing(each) for name, each in fitting.items()}
        self.setItemDelegate(_Lines(self))
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for name in self.names:
            item = QListWidgetItem(self)
            if self._missing[name]:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
        usable = [name for name in self.names if not self._missing[name]]
        self.setCurrentRow(self.names.index(form if form in usable else usable[0]))
        self.currentRowChanged.connect(lambda _: self.chosen.emit())
        self.retranslate()

    @property
    def form(self) -> Format:
        """The format that is chosen."""
        return FORMATS[self.names[self.currentRow()]]

    def retranslate(self) -> None:
        """Write all lines in the language of now."""
        with QSignalBlocker(self):
            for row, name in enumerate(self.names):
                form = FORMATS[name]
                second = self._missing[name] or description_of(form)
                self.item(row).setText(f"{title_of(form)}\n{second}")


class _Lines(QStyledItemDelegate):
    """Paints an item's first line as a title, and under it the rest in as many as it needs."""

    def __init__(self, view: FormatList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return room for all of the words."""
        _, words = _parts(index)
        width = self._view.viewport().width()
        room = QRect(0, 0, width - 2 * GRID, 0)
        height = QFontMetrics(option.font).boundingRect(room, _WRAPPED, words).height()
        return QSize(width, QFontMetrics(_bold(option.font)).height() + height + 2 * _PADDING)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint the ground as every list has it, and the words over it."""
        title, words = _parts(index)
        whole = QStyleOptionViewItem(option)
        self.initStyleOption(whole, index)
        whole.text = ""
        self._view.style().drawControl(
            QStyle.ControlElement.CE_ItemViewItem, whole, painter, self._view
        )
        painter.save()
        room = whole.rect.adjusted(GRID, _PADDING, -GRID, -_PADDING)
        is_chosen = bool(whole.state & QStyle.StateFlag.State_Selected)
        quiet = _Role.HighlightedText if is_chosen else _Role.PlaceholderText
        is_usable = bool(whole.state & QStyle.StateFlag.State_Enabled)
        strong = quiet if is_chosen or not is_usable else _Role.Text
        for font, role, text in ((_bold(whole.font), strong, title), (whole.font, quiet, words)):
            painter.setFont(font)
            painter.setPen(whole.palette.color(role))
            painter.drawText(room, _WRAPPED, text)
            room.setTop(room.top() + QFontMetrics(font).height())
        painter.restore()


def _parts(index: _Index) -> tuple[str, str]:
    title, _, words = str(index.data()).partition("\n")
    return title, words


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setBold(True)
    return bold
