"""The status line: the model, and how well the live picture does."""

import pytest
from PySide6.QtCore import QCoreApplication

from fer_desktop.gui.common.translation import install_language
from fer_desktop.gui.shell.status_line import StatusLine
from fer_desktop.live.pipeline import Statistics


@pytest.fixture
def line(qtbot):
    line = StatusLine()
    qtbot.addWidget(line)
    line.show()
    return line


def test_it_starts_empty(line):
    assert line.text.strip() == ""


def test_the_model_is_named(line):
    line.show_model("seed", "litert")
    assert "seed" in line.text
    assert "litert" in line.text


def test_the_rates_are_rounded_for_people(line):
    line.show_rates(Statistics(29.6, 12.0, 7), 41.4)
    assert "30 frames/s" in line.text
    assert "latency 41 ms" in line.text
    assert "7 dropped" in line.text


@pytest.mark.parametrize("statistics", [None, Statistics(0.0, 0.0, 3)])
def test_no_figures_are_left_while_nothing_is_live(line, statistics):
    line.show_rates(Statistics(29.6, 12.0, 7), 41.4)
    line.show_rates(statistics, 41.4)
    assert "frames/s" not in line.text
    assert "dropped" not in line.text


def test_the_model_stays_when_the_rates_go(line):
    line.show_model("seed", "litert")
    line.show_rates(None, 0)
    assert "seed" in line.text


def test_long_figures_are_not_cut(qtbot):
    line = StatusLine()
    qtbot.addWidget(line)
    line.resize(600, 24)
    line.show()
    line.show_rates(Statistics(119.0, 0.0, 12345), 1234.0)
    rates = line._rates
    # At once, not only after the next round of the event loop.
    assert rates.width() >= rates.fontMetrics().horizontalAdvance(rates.text())


def test_the_rates_are_in_the_new_language_at_once(line, qapp):
    line.show_rates(Statistics(29.7, 12.0, 3), 26.2)
    install_language(qapp, "es")
    try:
        QCoreApplication.sendPostedEvents()
        assert "30 fotogramas" in line.text
        assert "frames/s" not in line.text
        assert "26 ms" in line.text
    finally:
        install_language(qapp, "en")
