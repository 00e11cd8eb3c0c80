"""The window's part of the doctor's report."""

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QWidget

from fer_desktop.core.settings import Settings
from fer_desktop.gui.help.window_report import window_report


def test_it_tells_what_is_asked_after_a_problem_with_the_window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(640, 400)
    lines = window_report(window, Settings(theme="dark", language="de")).splitlines()
    size = window.screen().size()
    assert lines[0] == f"Qt {qVersion()}, platform offscreen"
    assert f"screen: {size.width()} x {size.height()} at scale 1, " in lines[1]
    assert "window 640 x 400" in lines[1]
    assert lines[2] == "theme: dark, shown dark"
    assert lines[3].startswith("language: de, system ")
    assert lines[4].startswith("assistive technology: ")


def test_a_theme_that_follows_the_system_tells_what_is_shown(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    assert "theme: system, shown light" in window_report(window, Settings(theme="system"))
