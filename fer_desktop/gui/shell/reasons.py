"""Buttons of actions: greyed where the action is impossible, with its reason in the tip."""

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QAbstractButton

from fer_desktop.gui.common.reasons import allow_part, reason_of
from fer_desktop.gui.shell.action_table import without_mnemonic


def explain(button: QAbstractButton, action: QAction) -> None:
    """Say in the tip, which screen readers read too, what a button does and by which key.

    One whose action is impossible is greyed and says why.
    """
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    name = without_mnemonic(action.text())
    button.setToolTip(f"{name} ({keys})" if keys else name)
    allow_part(button, reason_of(action))
