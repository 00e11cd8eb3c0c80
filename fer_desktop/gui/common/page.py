"""A dialog with one page to read, beside the running window."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from fer_desktop.gui.common.placement import keep_place
from fer_desktop.gui.common.theme import GRID


class Page(QDialog):
    """A title, something to read, and a button that closes it; gone for good once it is closed."""

    def __init__(
        self, parent: QWidget, title: str, content: QWidget, size: QSize, name: str
    ) -> None:
        """Make the dialog; `open` shows it.

        Args:
            parent: The window that it belongs to.
            title: What it is about.
            content: What there is to read.
            size: How large the dialog is at first, where the screen has room for it.
            name: Under which its place is kept; "" keeps none.
        """
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        layout.setSpacing(2 * GRID)
        layout.addWidget(content, 1)
        layout.addWidget(self.buttons)
        self.resize(size)
        if name:
            keep_place(self, name)
        if content.focusPolicy() != Qt.FocusPolicy.NoFocus or content.focusProxy() is not None:
            content.setFocus()
