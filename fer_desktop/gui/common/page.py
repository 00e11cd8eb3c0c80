"""A dialog with one page to read, beside the running window."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from fer_desktop.gui.common.theme import GRID


class Page(QDialog):
    """A title, something to read, and a button that closes it; gone for good once it is closed."""

    def __init__(self, parent: QWidget, title: str, content: QWidget, size: QSize) -> None:
        """Make the dialog; `open` shows it.

        Args:
            parent: The window that it belongs to.
            title: What it is about.
            content: What there is to read.
            size: How large the dialog is in the beginning.
        """
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        layout.setSpacing(2 * GRID)
        layout.addWidget(content, 1)
        layout.addWidget(buttons)
        self.resize(size)
        content.setFocus()
