"""Opens recorded sessions for review: from the menu, and when their folders are dropped."""

import shutil
import tempfile
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QFileDialog

from fer_desktop.batch import video_review
from fer_desktop.core.errors import SessionError
from fer_desktop.core.overlay import style_of
from fer_desktop.gui.common.chosen import Chosen
from fer_desktop.gui.review.window import ReviewWindow
from fer_desktop.gui.shell.main_window import MainWindow
from fer_desktop.gui.shell.opening import ask_for_video
from fer_desktop.sessions import review as session_review
from fer_desktop.sessions.files import INFO_FILE, looks_like_session, read_info
from fer_desktop.sessions.keep import keep_session
from fer_desktop.sessions.new_session import chosen_directory
from fer_desktop.sessions.review import LoadedSession
from fer_desktop.system import window_memory
from fer_desktop.system.background import Background
from fer_desktop.system.shutdown import Entry


def _tr(text: str) -> str:
    return QCoreApplication.translate("Review", text)


class _Begun:
    """The analysis of a video that is not kept: its folder, and how far it is."""

    def __init__(self, video: Path) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="fer-desktop-review-"))
        self.so_far = video_review.SoFar()
        self._remove = partial(shutil.rmtree, self.folder, ignore_errors=True)
        self._entry = Entry(f"session of {video.name}", drop=self._remove)

    def remove(self) -> None:
        """Delete all of it."""
        self._remove()
        self._entry.release()


class ReviewMenu(QObject):
    """Connects what opens reviews in the File menu. `close` closes all reviews.

    Signals:
        opened: A review, and the session's folder or the video that it shows.
    """

    opened = Signal(ReviewWindow, Path)

    def __init__(self, window: MainWindow, chosen: Chosen) -> None:
        super().__init__(window)
        self._window, self._chosen = window, chosen
        self.open_windows: dict[Path, ReviewWindow] = {}
        self._begun: dict[Path, _Begun] = {}
        self._is_closing = False
        window.actions_.open_session.triggered.connect(self._ask)
        window.actions_.review_video.triggered.connect(self._ask_for_video)
        chosen.changed.connect(lambda *_: self._restyle())

    @property
    def usual_folder(self) -> Path:
        """Where the user wants sessions."""
        return chosen_directory(self._chosen.settings)

    def take_sessions(self, paths: list[Path]) -> list[Path]:
        """Open those of the paths that are sessions' folders, and return the others."""
        sessions = [path for path in paths if path.is_dir() and looks_like_session(path)]
        for path in sessions:
            self.open(path)
        return [path for path in paths if path not in sessions]

    def open(self, folder: Path, wanted_video: Path | None = None) -> ReviewWindow:
        """Open a session in a window of its own, or raise the one that shows it already.

        Args:
            folder: Of the session.
            wanted_video: The user has just looked at this one, so it is shown without a question
                wherever it lies.
        """
        shown = self.open_windows.get(folder)
        if shown is None:
            shown = self._show(folder, session_review.load(folder))
            shown.wanted_video = wanted_video
            return shown
        shown.raise_()
        shown.activateWindow()
        return shown

    def open_video(self, video: Path) -> ReviewWindow:
        """Analyze a video and show it; what is not kept is deleted with the window.

        What was found until a stop is there until the program ends, and the analysis goes on.
        """
        shown = self.open_windows.get(video)
        if shown is not None:
            shown.raise_()
            return shown
        begun = self._begun.pop(video, None) or _Begun(video)
        settings = self._chosen.settings
        job = video_review.analyze(video, settings, begun.folder / "session", begun.so_far)
        shown = self._show(video, job, is_analysis=True)
        shown.finished.connect(lambda _: self._end(video, shown, begun))
        shown.progress.succeeded.connect(lambda _: shown.head.offer_to_keep())
        shown.head.keep.clicked.connect(lambda: self._keep(shown, video))
        return shown

    def _end(self, video: Path, shown: ReviewWindow, begun: "_Begun") -> None:
        """Delete what was found, but of an analysis that was stopped and may go on."""
        if shown.session is None and begun.so_far.has_rows and not self._is_closing:
            self._begun[video] = begun
        else:
            begun.remove()

    def _keep(self, shown: ReviewWindow, video: Path) -> None:
        """Keep the session of a video among the recorded ones, and go on with that."""
        if shown.session is None:
            return
        parent = chosen_directory(self._chosen.settings)
        try:
            kept = keep_session(shown.session.files.folder, parent, video.stem)
        except SessionError as error:
            shown.banner.show_message(str(error), is_problem=True)
            return
        words = _tr("The session is kept in {folder}").format(folder=kept)
        shown.done(0)
        self.open(kept, video).banner.show_message(words, is_problem=False)

    def _show(
        self, path: Path, job: Background[LoadedSession], *, is_analysis: bool = False
    ) -> ReviewWindow:
        shown = ReviewWindow(path.name, job, self._window, is_analysis=is_analysis)
        shown.set_style(style_of(self._chosen.settings))
        shown.finished.connect(lambda: self.open_windows.pop(path, None))
        self.open_windows[path] = shown
        shown.show()
        self.opened.emit(shown, path)
        return shown

    def close(self) -> None:
        """Close all reviews; what was not kept is deleted."""
        self._is_closing = True
        for shown in list(self.open_windows.values()):
            shown.done(0)
        for begun in self._begun.values():
            begun.remove()
        self._begun.clear()

    def unkept(self) -> list[str]:
        """Return of each analysis that is kept nowhere a sentence that says so."""
        words = _tr("The analysis of {name} is not kept yet.")
        unkept = [path for path, shown in self.open_windows.items() if shown.is_unkept]
        return [words.format(name=path.name) for path in unkept]

    def _ask(self) -> None:
        folder = ask_for_session(self._window, _tr("Open Session"), self.usual_folder)
        if folder is not None:
            self.open(folder)

    def _ask_for_video(self) -> None:
        chosen = ask_for_video(self._window)
        if chosen:
            self.open_video(Path(chosen))

    def _restyle(self) -> None:
        for shown in self.open_windows.values():
            shown.set_style(style_of(self._chosen.settings))


def ask_for_session(window: MainWindow, title: str, usual: Path) -> Path | None:
    """Return the folder of a session that the user chose; of another it is told, and is None.

    Args:
        window: Tells it.
        title: Of the dialog.
        usual: Where the sessions lie as a rule.
    """
    start = str(window_memory.last_folder("sessions", usual))
    chosen = QFileDialog.getExistingDirectory(window, title, start)
    if not chosen:
        return None
    folder = Path(chosen)
    window_memory.use_folder("sessions", folder.parent)
    if not (folder / INFO_FILE).exists():
        words = _tr("{folder} holds no session. Choose a folder with the file session.json.")
        window.banner.show_message(words.format(folder=folder), is_problem=True)
        return None
    try:
        read_info(folder)
    except SessionError as error:
        window.banner.show_message(str(error), is_problem=True)
        return None
    return folder
