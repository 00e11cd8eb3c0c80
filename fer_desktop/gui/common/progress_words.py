"""How far the analysis of pictures is, in the language of the window."""

from PySide6.QtCore import QCoreApplication

from fer_desktop.core.progress import TimeLeft, rounded
from fer_desktop.gui.common.numbers import count


def _tr(text: str) -> str:
    return QCoreApplication.translate("Progress", text)


def progress_words(n_done: int, n: int, seconds_left: float | None, *, is_stopped: bool) -> str:
    """Return such as "312 of 1,000 pictures, about 2 minutes left"."""
    words = _tr("{done} of 1 picture") if n == 1 else _tr("{done} of {total} pictures")
    words = words.format(done=count(n_done), total=count(n))
    if is_stopped:
        return _tr("{words}, stopped").format(words=words)
    if seconds_left is None:
        return words
    left = time_left_words(rounded(seconds_left))
    return _tr("{words}, {left}").format(words=words, left=left)


def summary_words(n: int, n_failed: int) -> str:
    """Return such as "1,000 pictures, 3 can't be read"."""
    words = _tr("1 picture") if n == 1 else _tr("{n} pictures").format(n=count(n))
    if not n_failed:
        return words
    return _tr("{words}, {failed} can't be read").format(words=words, failed=count(n_failed))


def time_left_words(left: TimeLeft) -> str:
    """Return such as "about 2 minutes left"."""
    if left.unit == "seconds":
        return _tr("about {n} seconds left").format(n=left.n)
    if left.unit == "minutes":
        one, many = _tr("about a minute left"), _tr("about {n} minutes left")
    else:
        one, many = _tr("about an hour left"), _tr("about {n} hours left")
    return one if left.n == 1 else many.format(n=count(left.n))
