"""The log file: small, rotating, without pictures. Python's warnings and crashes go there too."""

import logging
import logging.handlers
import os
import sys
import threading
from types import TracebackType

from fer_desktop.core.inert import inert, without_secrets
from fer_desktop.system import paths

log = logging.getLogger(__name__)


def log_to_file() -> None:
    """Send the program's log records to the log file from now on."""
    root = logging.getLogger()
    if any(isinstance(h, logging.handlers.RotatingFileHandler) for h in root.handlers):
        return
    try:
        file = paths.log_file()
        if file.exists() and not file.is_file():
            return  # a pipe would be waited for
        handler = logging.handlers.RotatingFileHandler(
            file, maxBytes=1_000_000, backupCount=3, encoding="utf-8"
        )
    except OSError:
        return  # no log is no reason not to run
    handler.setFormatter(_Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    logging.captureWarnings(True)


def log_all_crashes() -> None:
    """Write exceptions that nobody caught into the log from now on, wherever they were raised."""
    sys.excepthook = log_crash
    threading.excepthook = _log_thread_crash
    sys.unraisablehook = _log_unraisable


class _Formatter(logging.Formatter):
    """Writes no password of an address, no name of the user, and nothing that a terminal obeys."""

    def format(self, record: logging.LogRecord) -> str:
        return inert(without_home(without_secrets(super().format(record))), keep="\n\t")


def without_home(text: str) -> str:
    """Return a text with "~" for the user's own folder, whose name is mostly the user's."""
    home = os.path.expanduser("~").rstrip(os.sep)  # noqa: PTH111 - a name, wherever it leads
    return text.replace(home, "~") if len(home) > 1 else text


def log_crash(
    kind: type[BaseException], error: BaseException, traceback: TracebackType | None
) -> None:
    """Write an exception that nobody caught into the log; made for `sys.excepthook`."""
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, traceback)
        return
    log.critical("an error that nobody caught", exc_info=(kind, error, traceback))


def _log_unraisable(arguments: "sys.UnraisableHookArgs") -> None:
    # In a destructor or a callback of native code, where nobody could have caught it.
    error, what = arguments.exc_value, arguments.err_msg or "an error that nobody could catch"
    trace = (arguments.exc_type, error, arguments.exc_traceback) if error is not None else None
    log.error("%s: %r", what, arguments.object, exc_info=trace)


def _log_thread_crash(arguments: threading.ExceptHookArgs) -> None:
    if arguments.exc_value is not None:
        log_crash(arguments.exc_type, arguments.exc_value, arguments.exc_traceback)
