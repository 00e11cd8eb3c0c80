"""The model card as a page: what the networks can do, for whom they are, and what they must not."""

import html
from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QDialog, QTextBrowser, QWidget

from fer_desktop.gui.common.page import Page
from fer_desktop.gui.common.theme import GRID
from fer_desktop.vision.recognition.model_spec import ModelSpec

_STYLE = "td, th { padding: 2px 8px; } table { border-collapse: collapse; }"


def _tr(text: str) -> str:
    return QCoreApplication.translate("ModelCard", text)


def page_of(spec: ModelSpec) -> str:
    """Return a page, in Markdown, of what a user's own model says about itself."""
    rows = {
        _tr("Version"): spec.version,
        _tr("Licence"): spec.licence or _tr("not told"),
        _tr("Training data"): ", ".join(spec.training_data) or _tr("not told"),
        _tr("Folder"): str(spec.directory),
    }
    lines = [f"# {_plain(spec.name)}", "", _plain(spec.description), "", "| | |", "|---|---|"]
    lines += [f"| {_plain(what)} | {_plain(value)} |" for what, value in rows.items()]
    lines += ["", "## " + _tr("Figures"), ""]
    figures = list(_figures(spec.metrics))
    if figures:
        lines += ["| " + _tr("Figure") + " | " + _tr("Value") + " |", "|---|---:|"]
        lines += [f"| {_plain(name)} | {_plain(value)} |" for name, value in figures]
        lines += ["", _tr("They are what its folder says; this program did not measure them.")]
    else:
        lines.append(_tr("It tells none."))
    lines += ["", "## " + _tr("Limits"), ""]
    lines.append(
        _tr(
            "Unknown: this model did not come with the program. Try it on pictures that you know "
            "before you rely on it. Whatever it says is a guess about an expression, not about a "
            "feeling."
        )
    )
    return "\n".join(lines)


def _figures(values: dict[str, Any], before: str = "") -> Iterator[tuple[str, str]]:
    """Give the numbers of nested figures by their path, those of single expressions left out."""
    for name, value in values.items():
        path = f"{before}, {name}" if before else str(name)
        if isinstance(value, dict) and name != "per_class" and path.count(",") < 4:
            yield from _figures(value, path)
        elif isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 1e15:
            yield path, f"{value:.4g}"


def _plain(text: str) -> str:
    """Return a foreign text with nothing in it that Markdown or HTML would act on."""
    escaped = html.escape(text)
    return "".join(f"\\{sign}" if sign in "\\`*_[]|#!~" else sign for sign in escaped)


def show_model_card(parent: QWidget, markdown: str) -> QDialog:
    """Open the card beside the running window and return the dialog."""
    title = _tr("Model Card")
    page = QTextBrowser()
    page.setAccessibleName(title)
    page.setOpenExternalLinks(True)
    # Through HTML, because a style sheet does not reach what is set as Markdown.
    document = QTextDocument()
    document.setMarkdown(markdown)
    page.document().setDefaultStyleSheet(_STYLE)
    page.document().setDocumentMargin(GRID)
    page.setHtml(document.toHtml())
    dialog = Page(parent, title, page, QSize(900, 700), "model card")
    dialog.open()  # never exec: the live picture goes on behind it
    return dialog
