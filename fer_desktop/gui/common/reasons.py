"""What is impossible just now is greyed, and its tip says why."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

_REASON = "reason"


def allow(action: QAction, reason: str = "") -> None:
    """Let an action be possible, or say in a sentence why it is not."""
    action.setProperty(_REASON, reason)
    action.setEnabled(not reason)
    # A menu shows the tips that were set, and no others.
    action.setToolTip(reason)


def reason_of(part: QAction | QWidget) -> str:
    """Return why something is impossible; "" where it is possible, or nothing was said."""
    return "" if part.isEnabled() else str(part.property(_REASON) or "")


def allow_part(part: QWidget, reason: str = "") -> None:
    """Let a button, a field or a group of them be used, or say in a sentence why it can't be.

    The sentence stands below the tip that the part has else; its own parts show it too, where they
    have no tips. Screen readers read it.
    """
    before = str(part.property(_REASON) or "")
    usual = part.toolTip()
    if before and usual.endswith(before):
        usual = usual.removesuffix(before).removesuffix("\n")
    part.setProperty(_REASON, reason)
    part.setToolTip("\n".join(filter(None, (usual, reason))))
    part.setEnabled(not reason)
