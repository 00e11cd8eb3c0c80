"""Says at the start that the program did not end as it should the last time, and what there is."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from fer_desktop.core.settings import Settings
from fer_desktop.gui.common.banner import Choice
from fer_desktop.gui.help.menu import open_log_folder
from fer_desktop.gui.shell.main_window import MainWindow
from fer_desktop.sessions.new_session import chosen_directory
from fer_desktop.sessions.unfinished import unfinished_sessions
from fer_desktop.system.crashes import LastEnd


def _tr(text: str) -> str:
    return QCoreApplication.translate("LastEnd", text)


def tell_last_end(
    window: MainWindow, end: LastEnd, settings: Settings, review: Callable[[Path], object]
) -> None:
    """Tell it above the picture, with the log and the recording that was under way.

    Args:
        window: The window.
        end: How it ended.
        settings: Say where recordings are.
        review: Opens a session's folder for review.
    """
    words = _tr("The program crashed the last time. The log file has the trace.")
    if not end.trace:
        words = _tr("The program was ended from outside the last time, or the computer was.")
    choices: list[Choice] = [(_tr("Show Log"), lambda: open_log_folder(window))]
    sessions = unfinished_sessions(chosen_directory(settings), end.begun_s)
    if sessions:
        words += " " + _tr("What was recorded until then is in {folder}").format(folder=sessions[0])
        choices.insert(0, (_tr("Review"), partial(_open, review, sessions[0])))
    window.note.show_message(words, is_problem=True, choices=choices)


def _open(review: Callable[[Path], object], session: Path) -> None:
    review(session)
