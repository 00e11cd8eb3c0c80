"""The log file: small, rotating, without pictures. Python's warnings and crashes go there too."""

import logging
import logging.handlers
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
    threading.excepthook = _log_thread_crash


class _Formatter(logging.Formatter):
    """Writes no password of an address, and nothing that a terminal obeys."""

    def format(self, record: logging.LogRecord) -> str:
        return inert(without_secrets(super().format(record)), keep="\n\t")


def log_crash(
    kind: type[BaseException], error: BaseException, traceback: TracebackType | None
) -> None:
    """Write an exception that nobody caught into the log; made for `sys.excepthook`."""
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, traceback)
        return
    log.critical("an error that nobody caught", exc_info=(kind, error, traceback))


def _log_thread_crash(arguments: threading.ExceptHookArgs) -> None:
    if arguments.exc_value is not None:
        log_crash(arguments.exc_type, arguments.exc_value, arguments.exc_traceback)
