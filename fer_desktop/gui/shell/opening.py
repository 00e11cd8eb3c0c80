"""Opens files and folders: asks for them, looks through them beside the window, passes them on."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

import platformdirs
from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from fer_desktop.batch.input_scan import InputScan
from fer_desktop.batch.inputs import Input
from fer_desktop.gui.shell.main_window import MainWindow
from fer_desktop.system import window_memory
from fer_desktop.vision.media.images import IMAGE_SUFFIXES
from fer_desktop.vision.media.video_kinds import VIDEO_SUFFIXES

_LOOK_MS: Final = 30
_MOST: Final = 500
"""Files that are taken at one look."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Opening", text)


class Opening(QObject):
    """Finds out what files and folders are.

    Signals:
        pictures: Paths of pictures as they are known, and whether they are the first ones; again
            and again for a large folder.
        video: Path of a video, after all else is known and where there are no pictures.
        ended: All that was given is known.
        given: Paths that were given to be opened.
    """

    pictures = Signal(list, bool)
    video = Signal(str)
    ended = Signal()
    given = Signal(list)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.gate: Callable[[Callable[[], None]], None] = lambda go: go()
        """Lets files be opened at once, later, or never."""
        self._scan: InputScan | None = None
        self._waiting: list[list[Path]] = []
        self._n_pictures, self._videos, self._problem = 0, list[str](), ""
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        actions = window.actions_
        actions.open_images.triggered.connect(self._ask_for_images)
        actions.open_folder.triggered.connect(self._ask_for_folder)
        actions.open_video.triggered.connect(self._ask_for_video)

    @property
    def is_busy(self) -> bool:
        """Whether not all is known yet of what was given."""
        return self._scan is not None

    def open(self, paths: list[Path]) -> None:
        """Open files and what lies in folders, after those that are being looked through."""
        if paths:
            self.gate(lambda: self._take_in(paths))

    def _take_in(self, paths: list[Path]) -> None:
        self.given.emit(paths)
        self._waiting.append(paths)
        if self._scan is None:
            self._begin()

    def stop(self) -> None:
        """Look no further."""
        self._timer.stop()
        self._waiting.clear()
        if self._scan is not None:
            self._scan.stop()
            self._scan = None

    def _begin(self) -> None:
        self._n_pictures, self._videos, self._problem = 0, [], ""
        self._scan = InputScan([str(path) for path in self._waiting.pop(0)])
        self._timer.start(_LOOK_MS)

    def _look(self) -> None:
        scan = self._scan
        if scan is None:
            return
        items = scan.poll(_MOST)
        is_over = scan.is_over
        self._take(items)
        # What was found may have led elsewhere, and ended the search.
        if is_over and self._scan is scan:
            self._end()

    def _take(self, items: list[Input]) -> None:
        for item in items:
            self._problem = self._problem or item.error or ""
        known = [item for item in items if not item.error]
        self._videos += [item.path for item in known if item.kind == "video"]
        pictures = [Path(item.path) for item in known if item.kind == "image"]
        if pictures:
            self._n_pictures += len(pictures)
            self.pictures.emit(pictures, self._n_pictures == len(pictures))

    def _end(self) -> None:
        self._scan = None
        self._timer.stop()
        has_pictures, videos, problem = self._n_pictures > 0, self._videos, self._problem
        if videos and not has_pictures:
            self.video.emit(videos[0])
        banner = self._window.banner
        if len(videos) > (0 if has_pictures else 1):
            words = _tr("One video is shown at a time; open the others one by one.")
            banner.show_message(words, is_problem=False)
        if problem:
            banner.show_message(problem, is_problem=True)
        if self._waiting:
            self._begin()
        self.ended.emit()

    def _ask_for_images(self) -> None:
        chosen, _ = QFileDialog.getOpenFileNames(
            self._window,
            _tr("Open Images"),
            _start("pictures"),
            _tr("Pictures ({patterns})").format(patterns=_patterns(IMAGE_SUFFIXES))
            + ";;"
            + _tr("All files (*)"),
        )
        if chosen:
            window_memory.use_folder("pictures", Path(chosen[0]).parent)
        self.open([Path(name) for name in chosen])

    def _ask_for_folder(self) -> None:
        title = _tr("Open Folder")
        chosen = QFileDialog.getExistingDirectory(self._window, title, _start("pictures"))
        if chosen:
            window_memory.use_folder("pictures", Path(chosen))
        self.open([Path(chosen)] if chosen else [])

    def _ask_for_video(self) -> None:
        chosen = ask_for_video(self._window)
        if chosen:
            self.video.emit(chosen)


def ask_for_video(window: QWidget) -> str:
    """Ask which video to open, and return its path; "" for none."""
    chosen, _ = QFileDialog.getOpenFileName(
        window,
        _tr("Open Video"),
        _start("videos"),
        _tr("Videos ({patterns})").format(patterns=_patterns(VIDEO_SUFFIXES))
        + ";;"
        + _tr("All files (*)"),
    )
    if chosen:
        window_memory.use_folder("videos", Path(chosen).parent)
    return chosen


def _start(kind: str) -> str:
    """Return where a dialog starts: in the folder of last time, else where people keep such."""
    usual = {
        "pictures": platformdirs.user_pictures_path,
        "videos": platformdirs.user_videos_path,
    }
    return str(window_memory.last_folder(kind, usual[kind]()))


def _patterns(suffixes: frozenset[str]) -> str:
    return " ".join(f"*{suffix}" for suffix in sorted(suffixes))
