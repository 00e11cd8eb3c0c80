"""The model card as a page: what the networks can do, for whom they are, and what they must not."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

_STYLE = "td, th { padding: 2px 8px; } table { border-collapse: collapse; }"


def show_model_card(parent: QWidget, markdown: str) -> QDialog:
    """Open the card beside the running window and return the dialog."""
    dialog = QDialog(parent)
    dialog.setWindowTitle(QCoreApplication.translate("ModelCard", "Model Card"))
    page = QTextBrowser(dialog)
    page.setOpenExternalLinks(True)
    # Through HTML, because a style sheet does not reach what is set as Markdown.
    document = QTextDocument()
    document.setMarkdown(markdown)
    page.document().setDefaultStyleSheet(_STYLE)
    page.setHtml(document.toHtml())
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, dialog)
    buttons.rejected.connect(dialog.reject)
    layout = QVBoxLayout(dialog)
    layout.addWidget(page)
    layout.addWidget(buttons)
    dialog.resize(900, 700)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()  # never exec: the live picture goes on behind it
    return dialog
