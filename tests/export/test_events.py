"""Events are in the order of time, and their words are careful."""

from fer_desktop.export.events import by_start, marker_text, words
from tests.export.recordings import small


def test_the_order_is_that_of_the_starts():
    assert [round(each.start_s, 6) for each in by_start(small())] == [0.0, 0.5, 1.0, 2.5]


def test_words():
    assert words("happiness") == "looks like happiness"
    assert words("uncertain") == "not sure"
    assert (marker_text(""), marker_text("door")) == ("marker", "door")
