"""Times and figures in words, with the share of lost frames beside every figure."""

from datetime import datetime

import pytest

from fer_desktop.core.wall_time import utc
from fer_desktop.gui.common.session_words import (
    about_words,
    clock,
    figures_text,
    label_cells,
    label_header,
    moment_words,
    seconds,
    share,
    signed,
    transition_cells,
    transition_header,
    valence_words,
)
from fer_desktop.sessions.statistics import SHOWN_LABELS, statistics_of
from tests.recorded import session_rows, table_of


@pytest.fixture
def figures(qapp):
    return next(each for each in statistics_of(session_rows()).faces if each.face_id == 1)


@pytest.mark.parametrize(
    ("time_s", "digits", "words"),
    [
        *((0, 1, "0:00.0"), (62.34, 1, "1:02.3"), (59.96, 1, "1:00.0"), (3661, 0, "1:01:01")),
        *((0.25, 2, "0:00.25"), (-1, 1, "0:00.0")),
    ],
)
def test_moments(time_s, digits, words):
    assert clock(time_s, digits) == words


def test_figures_that_are_not_there_are_a_dash():
    assert {share(None), seconds(None), signed(None)} == {"\u2013"}
    assert (share(0.125), seconds(1.5)) == ("12.5 %", "1.50 s")
    assert (signed(0.5), signed(-0.25), signed(-0.001)) == ("+0.50", "\u22120.25", "0.00")


def test_a_line_for_each_expression(figures):
    lines = label_cells(figures)
    assert [line[0] for line in lines][-1] == "not sure"
    assert len(lines) == len(SHOWN_LABELS) == 9
    assert lines[4] == ["happiness", "57.1 %", "2", "2.00 s", "2.00 s", "12.5 %"]
    assert all(len(line) == len(label_header()) for line in lines)


def test_transitions(figures):
    assert transition_cells(figures) == [
        ["happiness", "neutral", "1", "12.5 %"],
        ["happiness", "not sure", "1", "12.5 %"],
    ]
    assert len(transition_header()) == 4


def test_valence(figures):
    assert valence_words(figures).startswith("Valence: mean +0.4")
    assert valence_words(figures).endswith("Lost frames: 12.5 % of 80.")


def test_all_as_text(figures):
    text = figures_text(figures, "Without 1 range.")
    assert text.startswith("Face 1\nWithout 1 range.\nValence")
    assert "happiness\t57.1 %\t2\t2.00 s\t2.00 s\t12.5 %\n" in text
    assert text.endswith("happiness\tnot sure\t1\t12.5 %\n")


def test_what_a_session_is(qapp):
    table = table_of(session_rows())
    begin = datetime(2026, 11, 25, 14, 3, 22)
    written = utc(begin.timestamp())
    info = {"source": {"name": "Front"}, "started_utc": written}
    words = about_words(info, table).split("  \u00b7  ")
    assert words[:2] == ["Front", "2026-11-25 14:03:22"]
    assert words[2] == "length 0:07.9, faces: 2, frames: 80"
    assert about_words({"source": "?"}, table) == words[2]
    assert about_words({"started_utc": "noon"}, table).split("  \u00b7  ")[0] == "noon"


def test_what_a_face_looks_like_at_a_moment(qapp):
    table = table_of(session_rows())
    face = table.faces[0]
    assert moment_words(table, face, 2.04) == "looks like neutral, strongest 90 %"
    assert moment_words(table, face, 3.5) == moment_words(table, None, 2.0)
    assert moment_words(table_of([]), None, 0.0) == "the face is not seen"
