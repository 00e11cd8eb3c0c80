"""Tables that are only read, the shares in them, and the room for them in a dialog."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHeaderView, QTableWidget, QTableWidgetItem

from fer_desktop.core.overlay import percent
from fer_desktop.gui.common import placement


def fill_table(
    table: QTableWidget, columns: list[str], rows: list[str], cells: list[list[str]]
) -> None:
    """Fill a table that is only read, as high as its rows."""
    table.clear()
    table.setColumnCount(len(columns))
    table.setRowCount(len(rows))
    table.setHorizontalHeaderLabels(columns)
    table.setVerticalHeaderLabels(rows)
    table.setTabKeyNavigation(False)
    for row, texts in enumerate(cells):
        for column, text in enumerate(texts):
            item = QTableWidgetItem(text)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled)
            item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
            table.setItem(row, column, item)
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    height = sum(table.rowHeight(row) for row in range(len(rows)))
    table.setFixedHeight(height + table.horizontalHeader().sizeHint().height() + 4)


def make_room(dialog: QDialog) -> None:
    """Let a dialog grow to what is in it now, as far as its screen goes."""
    layout = dialog.layout()
    if layout is not None:
        layout.activate()
        wanted = max(layout.totalHeightForWidth(dialog.width()), layout.totalSizeHint().height())
        place = dialog.geometry()
        place.setHeight(max(dialog.height(), wanted))
        # Its buttons stay in reach.
        dialog.setGeometry(placement.placed(place, placement.screens()))


def share(value: float) -> str:
    """Return a share that was counted, so that it may be all or nothing, on one line."""
    words = "100 %" if value == 1 else percent(value)
    return words.replace(" ", "\u00a0")
