"""The submenu of what was opened last: files, folders, sessions and streams."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QMenu

from fer_desktop.gui.camera.stream_dialog import RECENT as STREAMS
from fer_desktop.gui.common.icons import icon
from fer_desktop.gui.common.reasons import allow
from fer_desktop.gui.shell.main_window import MainWindow
from fer_desktop.system import window_memory
from fer_desktop.vision.camera.stream_address import parsed, with_kept_password

FILES: Final = "files"
_LONGEST: Final = 48


def _tr(text: str) -> str:
    return QCoreApplication.translate("Recent", text)


class RecentMenu(QObject):
    """Fills the submenu when the File menu opens, so that it is always true."""

    def __init__(
        self,
        window: MainWindow,
        open_files: Callable[[list[Path]], None],
        open_stream: Callable[[str], None],
    ) -> None:
        """Connect the menu with what opens files and streams."""
        super().__init__(window)
        self._window, self._open_files, self._open_stream = window, open_files, open_stream
        self.menu: QMenu = window.actions_.recent_menu()
        window.actions_.menus["&File"].aboutToShow.connect(self.fill)
        self.menu.aboutToShow.connect(self.fill)
        self.fill()

    def note(self, paths: list[Path]) -> None:
        """Remember what was opened: a file or folder, or the folder of several files."""
        folders = {path.parent for path in paths}
        if len(paths) == 1:
            window_memory.note_recent(FILES, os.path.abspath(paths[0]))  # noqa: PTH100 - no links followed
        elif len(folders) == 1:
            window_memory.note_recent(FILES, os.path.abspath(folders.pop()))  # noqa: PTH100 - nor here

    def note_source(self, source: str) -> None:
        """Remember a video or a stream that is shown; cameras and the demo have their own menu."""
        if "://" in source:
            window_memory.note_recent(STREAMS, parsed(source).plain)
        elif source != "demo" and not source.startswith("camera"):
            self.note([Path(source)])

    def fill(self) -> None:
        """List what was opened."""
        self.menu.clear()
        files, streams = window_memory.recent(FILES), window_memory.recent(STREAMS)
        for text in files:
            action = self.menu.addAction(_short(text))
            action.setToolTip(text)
            action.triggered.connect(lambda _=False, text=text: self._open(text))
        if files and streams:
            self.menu.addSeparator()
        for text in streams:
            action = self.menu.addAction(icon("stream"), _short(text))
            action.setToolTip(text)
            action.triggered.connect(
                lambda _=False, text=text: self._open_stream(with_kept_password(text).whole)
            )
        if files or streams:
            self.menu.addSeparator()
            self.menu.addAction(_tr("Clear This List")).triggered.connect(self._clear)
        self.menu.setToolTipsVisible(True)
        self.menu.setEnabled(bool(files or streams))
        allow(self.menu.menuAction(), "" if files or streams else _tr("Nothing was opened yet."))

    def _open(self, text: str) -> None:
        path = Path(text)
        if os.path.exists(path):  # noqa: PTH110 - Path.exists raises for a name that is too long
            self._open_files([path])
            return
        window_memory.forget_recent(FILES, text)
        words = _tr("{file} is not there any more.").format(file=text)
        self._window.banner.show_message(words, is_problem=True)

    def _clear(self) -> None:
        window_memory.forget_recent(FILES)
        window_memory.forget_recent(STREAMS)
        self.fill()


def _short(text: str) -> str:
    """Return a path or address as a menu shows it: its end, and no mnemonic."""
    text = text.replace("&", "&&")
    return text if len(text) <= _LONGEST else f"…{text[-_LONGEST:]}"
