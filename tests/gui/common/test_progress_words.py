"""How far the analysis is, in words."""

import pytest

from fer_desktop.core.progress import TimeLeft
from fer_desktop.gui.common.progress_words import progress_words, summary_words, time_left_words


@pytest.mark.parametrize(
    ("left_s", "is_stopped", "words"),
    [
        (None, False, "312 of 1,000 pictures"),
        (120.0, False, "312 of 1,000 pictures, about 2 minutes left"),
        (120.0, True, "312 of 1,000 pictures, stopped"),
    ],
)
def test_progress(qapp, left_s, is_stopped, words):
    assert progress_words(312, 1000, left_s, is_stopped=is_stopped) == words


@pytest.mark.parametrize(
    ("n", "n_failed", "words"),
    [
        (1, 0, "1 picture"),
        (1000, 0, "1,000 pictures"),
        (4, 1, "4 pictures, 1 can't be read"),
    ],
)
def test_summary(qapp, n, n_failed, words):
    assert summary_words(n, n_failed) == words


@pytest.mark.parametrize(
    ("left", "words"),
    [
        (TimeLeft(10, "seconds"), "about 10 seconds left"),
        (TimeLeft(1, "minutes"), "about a minute left"),
        (TimeLeft(80, "minutes"), "about 80 minutes left"),
        (TimeLeft(1, "hours"), "about an hour left"),
        (TimeLeft(3, "hours"), "about 3 hours left"),
    ],
)
def test_time_left(qapp, left, words):
    assert time_left_words(left) == words
