"""A page with all keys, as the menus have them now, and what the mouse does in the picture."""

import html
from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QMenu, QTextBrowser, QWidget

from fer_desktop.gui.common.marking import QT_TRANSLATE_NOOP
from fer_desktop.gui.common.page import Page
from fer_desktop.gui.common.theme import GRID
from fer_desktop.gui.shell.action_table import without_mnemonic
from fer_desktop.gui.shell.actions import Actions

_PICTURE: Final = (
    (QT_TRANSLATE_NOOP("Keyboard", "Choose a face"), QT_TRANSLATE_NOOP("Keyboard", "Click")),
    (
        QT_TRANSLATE_NOOP("Keyboard", "Enlarge or shrink"),
        QT_TRANSLATE_NOOP("Keyboard", "Turn the wheel"),
    ),
    (
        QT_TRANSLATE_NOOP("Keyboard", "Move an enlarged picture"),
        QT_TRANSLATE_NOOP("Keyboard", "Drag, or arrow keys"),
    ),
    (
        QT_TRANSLATE_NOOP("Keyboard", "Go through opened pictures"),
        QT_TRANSLATE_NOOP("Keyboard", "Arrow keys in the row below"),
    ),
    (
        QT_TRANSLATE_NOOP("Keyboard", "Leave full screen and mini view"),
        QT_TRANSLATE_NOOP("Keyboard", "Esc"),
    ),
    (
        QT_TRANSLATE_NOOP("Keyboard", "Go from control to control"),
        QT_TRANSLATE_NOOP("Keyboard", "Tab"),
    ),
)

_REVIEW: Final = (
    (QT_TRANSLATE_NOOP("Keyboard", "Play or pause"), QT_TRANSLATE_NOOP("Keyboard", "Space")),
    (
        QT_TRANSLATE_NOOP("Keyboard", "A frame back or on"),
        QT_TRANSLATE_NOOP("Keyboard", "Left, Right"),
    ),
    (
        QT_TRANSLATE_NOOP("Keyboard", "To the marker before or after"),
        QT_TRANSLATE_NOOP("Keyboard", "Page up, Page down"),
    ),
    (
        QT_TRANSLATE_NOOP("Keyboard", "To the start or the end"),
        QT_TRANSLATE_NOOP("Keyboard", "Home, End"),
    ),
    (
        QT_TRANSLATE_NOOP("Keyboard", "Zoom the timeline"),
        QT_TRANSLATE_NOOP("Keyboard", "Ctrl and +, - or 0, or the wheel"),
    ),
    (
        QT_TRANSLATE_NOOP("Keyboard", "Close the review"),
        QT_TRANSLATE_NOOP("Keyboard", "Ctrl+W, Esc"),
    ),
)

_STYLE: Final = "td { padding: 2px 16px 2px 0; } h3 { margin: 12px 0 4px 0; }"

Group = tuple[str, list[tuple[str, str]]]
"""A heading, and what is done by which keys."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Keyboard", text)


def key_groups(actions: Actions) -> list[Group]:
    """Return the menus with those of their actions that have keys, and the picture's own."""
    groups: list[Group] = []
    listed: set[QAction] = set()
    for menu in actions.menus.values():
        own = [action for action in _all(menu) if action.shortcuts() and action not in listed]
        listed.update(own)  # one that stands in two menus is told once
        rows = [(without_mnemonic(action.text()), _keys(action)) for action in own]
        if rows:
            groups.append((without_mnemonic(menu.title()), rows))
    groups.append((_tr("In the picture"), [(_tr(what), _tr(how)) for what, how in _PICTURE]))
    groups.append((_tr("In a review"), [(_tr(what), _tr(how)) for what, how in _REVIEW]))
    return groups


def show_keyboard(parent: QWidget, actions: Actions) -> QDialog:
    """Open the page beside the running window and return the dialog."""
    page = QTextBrowser()
    page.setAccessibleName(_tr("Keys and mouse"))
    page.document().setDefaultStyleSheet(_STYLE)
    page.document().setDocumentMargin(GRID)
    page.setHtml(_as_html(key_groups(actions)))
    dialog = Page(parent, _tr("Keyboard"), page, QSize(880, 720), "keyboard")
    dialog.open()  # never exec: the live picture goes on behind it
    return dialog


def _all(menu: QMenu) -> Iterator[QAction]:
    """Give the actions of a menu and of those in it."""
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            yield from _all(inner)
        else:
            yield action


def _keys(action: QAction) -> str:
    native = QKeySequence.SequenceFormat.NativeText
    # Qt binds special keys too, such as one that says Open; who has them reads them there.
    shown = [keys for keys in action.shortcuts() if not _is_rare(_first(keys))]
    return ", ".join(keys.toString(native) for keys in shown)


def _is_rare(key: int) -> bool:
    """Return whether hardly any keyboard has this key."""
    return Qt.Key.Key_F13 <= key <= Qt.Key.Key_F35 or key >= Qt.Key.Key_Back


def _first(keys: QKeySequence) -> int:
    return keys[0].key()  # type: ignore[index, no-any-return] # PySide's stubs don't know


def _as_html(groups: list[Group]) -> str:
    """Return two columns of about the same length."""
    columns, n_rows = ["", ""], sum(len(rows) + 2 for _, rows in groups)
    n_before = 0
    for heading, rows in groups:
        lines = "".join(
            f'<tr><td width="56%">{html.escape(what)}</td><td><b>{html.escape(how)}</b></td></tr>'
            for what, how in rows
        )
        side = 0 if n_before + len(rows) / 2 < n_rows / 2 else 1
        columns[side] += f'<h3>{html.escape(heading)}</h3><table width="100%">{lines}</table>'
        n_before += len(rows) + 2
    left, right = columns
    return f'<table width="100%"><tr><td width="50%">{left}</td><td>{right}</td></tr></table>'
