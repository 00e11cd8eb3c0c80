"""Actions that are impossible just now are greyed, and their tips say why."""

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QAbstractButton

from fer_desktop.gui.shell.action_table import without_mnemonic

_REASON = "reason"


def allow(action: QAction, reason: str = "") -> None:
    """Let an action be possible, or say in a sentence why it is not."""
    action.setProperty(_REASON, reason)
    action.setEnabled(not reason)
    # A menu shows the tips that were set, and no others.
    action.setToolTip(reason)


def reason_of(action: QAction) -> str:
    """Return why an action is impossible; "" where it is possible, or nothing was said."""
    return "" if action.isEnabled() else str(action.property(_REASON) or "")


def explain(button: QAbstractButton, action: QAction) -> None:
    """Say in the tip, which screen readers read too, what a button does and by which key.

    One whose action is impossible is greyed and says why.
    """
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    name, reason = without_mnemonic(action.text()), reason_of(action)
    words = f"{name} ({keys})" if keys else name
    button.setToolTip(f"{words}\n{reason}" if reason else words)
    button.setEnabled(action.isEnabled())
