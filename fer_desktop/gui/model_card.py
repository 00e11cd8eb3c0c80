"""The model card as a page: what the networks can do, for whom they are, and what they must not."""

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QDialog, QTextBrowser, QWidget

from fer_desktop.gui.page import Page
from fer_desktop.gui.theme import GRID

_STYLE = "td, th { padding: 2px 8px; } table { border-collapse: collapse; }"


def show_model_card(parent: QWidget, markdown: str) -> QDialog:
    """Open the card beside the running window and return the dialog."""
    title = QCoreApplication.translate("ModelCard", "Model Card")
    page = QTextBrowser()
    page.setAccessibleName(title)
    page.setOpenExternalLinks(True)
    # Through HTML, because a style sheet does not reach what is set as Markdown.
    document = QTextDocument()
    document.setMarkdown(markdown)
    page.document().setDefaultStyleSheet(_STYLE)
    page.document().setDocumentMargin(GRID)
    page.setHtml(document.toHtml())
    dialog = Page(parent, title, page, QSize(900, 700))
    dialog.open()  # never exec: the live picture goes on behind it
    return dialog
