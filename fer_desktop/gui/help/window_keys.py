"""What keys and mouse do in each window besides the menus, as a table; a test compares them all."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QKeySequence

from fer_desktop.gui.common.marking import QT_TRANSLATE_NOOP

_Key = QKeySequence.StandardKey


@dataclass(frozen=True)
class KeyRow:
    """Something that keys or the mouse do.

    Attributes:
        what: What is done, not yet translated.
        keys: What does it, as Qt writes it; empty where no shortcut does.
        how: What is told instead of the keys, not yet translated.
    """

    what: str
    keys: tuple[str | QKeySequence.StandardKey, ...] = ()
    how: str = ""


PICTURE: Final = QT_TRANSLATE_NOOP("Keyboard", "In the picture")
CORRECTING: Final = QT_TRANSLATE_NOOP("Keyboard", "While correcting")
REVIEW: Final = QT_TRANSLATE_NOOP("Keyboard", "In a review")
RECORDINGS: Final = QT_TRANSLATE_NOOP("Keyboard", "In the list of recordings")
CORRECTIONS: Final = QT_TRANSLATE_NOOP("Keyboard", "In the list of corrections")

WINDOW_KEYS: Final[dict[str, tuple[KeyRow, ...]]] = {
    PICTURE: (
        KeyRow(
            QT_TRANSLATE_NOOP("Keyboard", "Choose a face"),
            how=QT_TRANSLATE_NOOP("Keyboard", "Click"),
        ),
        KeyRow(
            QT_TRANSLATE_NOOP("Keyboard", "Enlarge or shrink"),
            how=QT_TRANSLATE_NOOP("Keyboard", "Turn the wheel"),
        ),
        KeyRow(
            QT_TRANSLATE_NOOP("Keyboard", "Move an enlarged picture"),
            how=QT_TRANSLATE_NOOP("Keyboard", "Drag, or arrow keys"),
        ),
        KeyRow(
            QT_TRANSLATE_NOOP("Keyboard", "Go through opened pictures"),
            how=QT_TRANSLATE_NOOP("Keyboard", "Arrow keys in the row below"),
        ),
        KeyRow(
            QT_TRANSLATE_NOOP("Keyboard", "Go through a video in its bar"),
            how=QT_TRANSLATE_NOOP("Keyboard", "Arrow keys, Page up, Page down"),
        ),
        KeyRow(
            QT_TRANSLATE_NOOP("Keyboard", "Leave full screen and mini view"),
            how=QT_TRANSLATE_NOOP("Keyboard", "Esc"),
        ),
        KeyRow(
            QT_TRANSLATE_NOOP("Keyboard", "Go from control to control"),
            how=QT_TRANSLATE_NOOP("Keyboard", "Tab"),
        ),
    ),
    CORRECTING: (
        KeyRow(
            QT_TRANSLATE_NOOP("Keyboard", "Say what the chosen face looks like"),
            ("1", "2", "3", "4", "5", "6", "7", "8"),
            QT_TRANSLATE_NOOP("Keyboard", "1 to 8"),
        ),
        KeyRow(QT_TRANSLATE_NOOP("Keyboard", "Undo the last correction"), ("0",)),
    ),
    REVIEW: (
        KeyRow(
            QT_TRANSLATE_NOOP("Keyboard", "Play or pause"),
            ("Space",),
            QT_TRANSLATE_NOOP("Keyboard", "Space"),
        ),
        KeyRow(
            QT_TRANSLATE_NOOP("Keyboard", "A frame back or on"),
            ("Left", "Right"),
            QT_TRANSLATE_NOOP("Keyboard", "Left, Right"),
        ),
        KeyRow(
            QT_TRANSLATE_NOOP("Keyboard", "To the marker before or after"),
            ("PgUp", "PgDown", "Ctrl+Left", "Ctrl+Right"),
            QT_TRANSLATE_NOOP("Keyboard", "Page up, Page down"),
        ),
        KeyRow(
            QT_TRANSLATE_NOOP("Keyboard", "To the start or the end"),
            ("Home", "End"),
            QT_TRANSLATE_NOOP("Keyboard", "Home, End"),
        ),
        KeyRow(QT_TRANSLATE_NOOP("Keyboard", "Start or end a range here"), ("I", "O")),
        KeyRow(QT_TRANSLATE_NOOP("Keyboard", "Undo the last change of a range"), ("Ctrl+Z",)),
        KeyRow(
            QT_TRANSLATE_NOOP("Keyboard", "Zoom the timeline"),
            ("Ctrl++", "Ctrl+=", "Ctrl+-", "Ctrl+0"),
            QT_TRANSLATE_NOOP("Keyboard", "Ctrl and +, - or 0, or the wheel"),
        ),
        KeyRow(QT_TRANSLATE_NOOP("Keyboard", "Switch correcting on or off"), ("C",)),
        KeyRow(QT_TRANSLATE_NOOP("Keyboard", "Show this page"), ("F1",)),
        KeyRow(
            QT_TRANSLATE_NOOP("Keyboard", "Close the review"),
            (_Key.Close,),
            QT_TRANSLATE_NOOP("Keyboard", "Ctrl+W, Esc"),
        ),
    ),
    RECORDINGS: (
        KeyRow(QT_TRANSLATE_NOOP("Keyboard", "Rename a recording"), ("F2",)),
        KeyRow(QT_TRANSLATE_NOOP("Keyboard", "Write a note about it"), ("Ctrl+N",)),
        KeyRow(QT_TRANSLATE_NOOP("Keyboard", "Export it"), ("Ctrl+E",)),
        KeyRow(QT_TRANSLATE_NOOP("Keyboard", "Erase it, after a question"), (_Key.Delete,)),
    ),
    CORRECTIONS: (
        KeyRow(QT_TRANSLATE_NOOP("Keyboard", "Remove what is selected"), (_Key.Delete,)),
        KeyRow(QT_TRANSLATE_NOOP("Keyboard", "Bring back what was removed"), (_Key.Undo,)),
    ),
}


def sequences(row: KeyRow) -> list[QKeySequence]:
    """Return the shortcuts of a row; a standard key may be several, or none."""
    found: list[QKeySequence] = []
    for key in row.keys:
        if isinstance(key, QKeySequence.StandardKey):
            found += QKeySequence.keyBindings(key)
        else:
            found.append(QKeySequence(key))
    return found
