"""Qt's messages go to the log with their weight."""

import logging

import pytest
from PySide6.QtCore import (
    QMessageLogContext,
    QtMsgType,
    qInstallMessageHandler,
    qWarning,
)

from fer_desktop.gui.shell.qt_log import log_qt_message


@pytest.mark.parametrize(
    ("kind", "level"),
    [
        (QtMsgType.QtDebugMsg, logging.DEBUG),
        (QtMsgType.QtInfoMsg, logging.INFO),
        (QtMsgType.QtWarningMsg, logging.WARNING),
        (QtMsgType.QtCriticalMsg, logging.ERROR),
        (QtMsgType.QtFatalMsg, logging.CRITICAL),
    ],
)
def test_each_kind_has_its_level(caplog, kind, level):
    with caplog.at_level(logging.DEBUG, "qt"):
        log_qt_message(kind, QMessageLogContext(), "100 % of %s")
    (record,) = caplog.records
    assert (record.name, record.levelno) == ("qt", level)
    assert record.getMessage().startswith("100 % of %s")
    caplog.clear()


def test_qt_itself_can_call_it(caplog):
    before = qInstallMessageHandler(log_qt_message)
    try:
        qWarning("a plugin is missing")
    finally:
        qInstallMessageHandler(before)
    (record,) = caplog.records
    assert record.levelno == logging.WARNING
    assert "a plugin is missing" in record.getMessage()
    caplog.clear()
