"""Where the parts of a review's window lie. It knows of each only that it is a widget."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from fer_desktop.gui.common.theme import GRID
from fer_desktop.gui.common.widgets import Scrolling


def assemble(
    window: QWidget,
    *,
    top: Sequence[QWidget],
    left: Sequence[QWidget],
    right: Sequence[QWidget],
    lower: Sequence[QWidget],
) -> None:
    """Lay out columns: one on top, two beside each other, one below; edges can be dragged.

    Args:
        window: Gets the layout, and a size in which all has room.
        top: Stays as high as it needs to be.
        left: The first grows, as of the next two.
        right: As wide as it needs to be.
        lower: Below both.
    """
    upper, parts = QSplitter(Qt.Orientation.Horizontal), QSplitter(Qt.Orientation.Vertical)
    upper.addWidget(_column(left))
    upper.addWidget(_column(right))
    parts.addWidget(upper)
    parts.addWidget(_column(lower))
    for splitter in (upper, parts):
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(2 * GRID)
        splitter.setStretchFactor(0, 1)
    whole = QVBoxLayout(window)
    whole.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
    whole.setSpacing(GRID)
    for part in top:
        whole.addWidget(part)
    # With a message and the correction bar it may be higher than a low screen.
    whole.addWidget(Scrolling(parts), 1)
    window.resize(150 * GRID, 100 * GRID)


def _column(parts: Sequence[QWidget]) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(GRID)
    for number, part in enumerate(parts):
        column.addWidget(part, 1 if number == 0 else 0)
    return whole
