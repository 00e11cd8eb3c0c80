"""The tables: all figures are there, lines can be copied, and it says while it counts."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from fer_desktop.gui.review.statistics import ReviewStatistics
from fer_desktop.sessions.statistics import statistics_of
from tests.recorded import session_rows


@pytest.fixture
def statistics(qtbot):
    statistics = ReviewStatistics()
    qtbot.addWidget(statistics)
    statistics.resize(600, 500)
    statistics.show()
    return statistics


@pytest.fixture
def figures():
    return next(each for each in statistics_of(session_rows()).faces if each.face_id == 1)


def test_nothing_before_there_are_figures(statistics):
    assert statistics.labels.rowCount() == 0
    assert not statistics.copy.isEnabled()
    assert statistics.valence.text() == "Counting…"
    statistics.show_figures(None, n_left_out=0)
    assert statistics.valence.text() == "No face was found."


def test_all_columns_are_seen(statistics, figures):
    statistics.show_figures(figures, n_left_out=0)
    table = statistics.labels
    assert table.rowCount() == 9
    assert table.horizontalHeader().length() <= table.viewport().width()
    assert not any(table.item(row, 0).icon().isNull() for row in range(9))


def test_room_that_the_expressions_do_not_need_goes_to_the_transitions(statistics, figures, qtbot):
    statistics.resize(600, 900)
    statistics.show_figures(figures, n_left_out=0)
    qtbot.waitUntil(lambda: statistics.labels.height() == statistics.labels.whole_height())
    table = statistics.labels
    last = table.visualItemRect(table.item(8, 0)).bottom()
    assert last <= table.viewport().height() <= last + 4
    assert statistics.transitions.height() > table.height()


def test_all_of_it_fits_beside_the_picture_at_its_first_size(statistics, figures):
    statistics.show_figures(figures, n_left_out=0)
    assert statistics.heightForWidth(560) <= 430


def test_it_says_that_there_were_no_transitions(statistics, figures):
    statistics.show_figures(figures, n_left_out=0)
    assert statistics.transitions_title.text() == "Transitions"
    calm = replace(figures, transitions={})
    statistics.show_figures(calm, n_left_out=0)
    assert statistics.transitions_title.text() == "No transitions"


def test_it_says_what_is_left_out(statistics, figures):
    statistics.show_figures(figures, n_left_out=2)
    assert statistics.note.text().startswith("Ranges that are left out of these figures: 2.")
    statistics.show_figures(figures, n_left_out=0)
    assert "left out" not in statistics.note.text()


def test_while_it_counts_old_figures_cannot_be_copied(statistics, figures):
    statistics.show_figures(figures, n_left_out=0)
    statistics.show_counting()
    assert statistics.valence.text() == "Counting…"
    assert not statistics.copy.isEnabled()


def test_lines_are_copied_with_tabs(statistics, figures, qtbot):
    statistics.show_figures(figures, n_left_out=0)
    statistics.labels.selectRow(4)
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(statistics.labels, Qt.Key.Key_C, control)
    assert QGuiApplication.clipboard().text().startswith("happiness\t57.1 %\t2\t")
