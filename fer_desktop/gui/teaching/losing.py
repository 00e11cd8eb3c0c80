"""What is asked before a window of teaching closes over something that is kept nowhere."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog

from fer_desktop.gui.common.messages import ask_keep, ask_to_lose

LEAST_PICTURES: Final = 10
"""What was found in fewer is had again in a moment."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Teaching", text)


def unfinished(dialog: QDialog) -> str:
    """Return that something still runs, as a sentence."""
    return _tr("{window}: it is not finished, and what was found so far would be lost.").format(
        window=dialog.windowTitle()
    )


def unkept(dialog: QDialog) -> str:
    """Return that a result is kept nowhere, as a sentence."""
    return _tr("{window}: the result is not kept yet.").format(window=dialog.windowTitle())


def leave(
    dialog: QDialog,
    loss: str,
    is_busy: bool,
    keep: Callable[[], object],
    close: Callable[[], object],
) -> None:
    """Close a dialog; where something would be lost, ask first.

    Args:
        dialog: The dialog.
        loss: What would be lost, as a sentence; "" for nothing.
        is_busy: It is being made just now, so it can't be kept.
        keep: Keeps it.
        close: Closes the dialog without a question.
    """
    if not loss:
        close()
    elif is_busy:
        ask_to_lose(dialog, [loss], _tr("Stop")).accepted.connect(close)
    else:
        ask_keep(dialog, loss, keep, close)
