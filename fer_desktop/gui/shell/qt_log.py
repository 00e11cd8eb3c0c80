"""Sends Qt's own messages to the log."""

import logging

from PySide6.QtCore import QMessageLogContext, QtMsgType

log = logging.getLogger("qt")

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def log_qt_message(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    """Log a message of Qt; made for `qInstallMessageHandler`."""
    log.log(_LEVELS.get(kind, logging.INFO), "%s (%s)", text, context.category)
