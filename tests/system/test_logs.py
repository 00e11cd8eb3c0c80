"""The log file gets records, warnings and crashes."""

import logging
import logging.handlers
import sys
import threading
import warnings

import pytest

from fer_desktop.system import logs, paths


@pytest.fixture(autouse=True)
def logging_as_before():
    """Take the log file out of the process again."""
    root, level, hook = logging.getLogger(), logging.getLogger().level, threading.excepthook
    before = list(root.handlers)
    yield
    for handler in [h for h in root.handlers if h not in before]:
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)
    logging.captureWarnings(False)
    threading.excepthook = hook


def log_text():
    return paths.log_file().read_text(encoding="utf-8")


def test_records_go_to_the_file_once_however_often_it_is_asked_for():
    logs.log_to_file()
    logs.log_to_file()
    logging.getLogger("fer_desktop.test").info("hello ü")
    assert log_text().count("hello ü") == 1
    assert "INFO fer_desktop.test" in log_text()


def test_pythons_warnings_go_there(caplog):
    logs.log_to_file()
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        logging.captureWarnings(False)
        logging.captureWarnings(True)
        warnings.warn("old ways", UserWarning, stacklevel=1)
    assert "old ways" in log_text()
    caplog.clear()


def test_a_crash_goes_there_with_its_traceback(caplog):
    logs.log_to_file()
    try:
        int("boom")
    except ValueError as error:
        logs.log_crash(type(error), error, error.__traceback__)
    assert "ValueError: invalid literal" in log_text()
    assert "test_logs.py" in log_text()
    caplog.clear()


def test_a_crash_of_a_thread_goes_there(caplog, monkeypatch):
    for hook in ((sys, "excepthook"), (threading, "excepthook"), (sys, "unraisablehook")):
        monkeypatch.setattr(*hook, getattr(*hook))  # put back in the end
    logs.log_to_file()
    logs.log_all_crashes()
    thread = threading.Thread(target=lambda: 1 / 0)
    thread.start()
    thread.join()
    assert "ZeroDivisionError" in log_text()
    caplog.clear()


def test_ctrl_c_is_no_crash(monkeypatch):
    seen = []
    monkeypatch.setattr(sys, "__excepthook__", lambda *details: seen.append(details[0]))
    logs.log_crash(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert seen == [KeyboardInterrupt]


def test_the_file_stays_small():
    logs.log_to_file()
    root = logging.getLogger()
    (handler,) = [h for h in root.handlers if isinstance(h, logging.handlers.RotatingFileHandler)]
    assert 0 < handler.maxBytes * (handler.backupCount + 1) <= 10_000_000


def test_a_log_that_cannot_be_written_stops_nothing_and_says_nothing(capsys):
    paths.log_file().mkdir()
    logs.log_to_file()
    logging.getLogger("fer_desktop.test").info("hello")
    assert capsys.readouterr().err == ""
