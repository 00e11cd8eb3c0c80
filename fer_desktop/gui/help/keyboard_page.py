"""A page with all keys, as the menus have them now, and what the mouse does in the picture."""

import html
from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QMenu, QTextBrowser, QWidget

from fer_desktop.gui.common.page import Page
from fer_desktop.gui.common.theme import GRID
from fer_desktop.gui.help.window_keys import WINDOW_KEYS, sequences
from fer_desktop.gui.shell.action_table import without_mnemonic
from fer_desktop.gui.shell.actions import Actions

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
        rows = [(without_mnemonic(action.text()), _native(action.shortcuts())) for action in own]
        if rows:
            groups.append((without_mnemonic(menu.title()), rows))
    for heading, own_keys in WINDOW_KEYS.items():
        told = [
            (_tr(row.what), _tr(row.how) if row.how else _native(sequences(row)))
            for row in own_keys
        ]
        groups.append((_tr(heading), told))
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


def _native(keys: list[QKeySequence]) -> str:
    """Return keys as the system and the language of the window write them."""
    native = QKeySequence.SequenceFormat.NativeText
    # Qt binds special keys too, such as one that says Open; who has them reads them there.
    return ", ".join(each.toString(native) for each in keys if not is_rare(_first(each)))


def is_rare(key: int) -> bool:
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
