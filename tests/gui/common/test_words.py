"""The wording: what a face looks like, never what it is, and no guess below the threshold."""

import pytest

from fer_desktop.core.labels import LABELS, UNCERTAIN
from fer_desktop.core.overlay import OverlayStyle
from fer_desktop.core.types import Expression
from fer_desktop.gui.common.words import looks_like, name_of, overlay_words, short_caption, spoken
from tests.fakes import probabilities

HAPPY = Expression(probabilities("happiness", 0.71), 0.4)
UNSURE = Expression(probabilities("happiness", 0.3), 0.4)


def test_every_label_has_a_name(qapp):
    names = [name_of(label) for label in (*LABELS, UNCERTAIN)]
    assert names == [*LABELS, "not sure"]


def test_the_sentence(qapp):
    assert looks_like(HAPPY) == "looks like happiness, 71 %"
    assert looks_like(HAPPY, with_confidence=False) == "looks like happiness"
    assert short_caption(HAPPY) == "happiness, 71 %"


def test_not_sure_is_shown_as_such(qapp):
    assert looks_like(UNSURE) == looks_like(UNSURE, with_confidence=False) == "not sure"
    assert short_caption(UNSURE) == "not sure"


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        (OverlayStyle(), ("looks like happiness, 71 %", "happiness, 71 %", "happiness")),
        (OverlayStyle(confidence=False), ("looks like happiness", "happiness")),
        (OverlayStyle(labels=False), ("",)),
    ],
)
def test_the_words_over_the_picture_follow_the_style(qapp, style, expected):
    assert overlay_words(HAPPY, style) == expected


def test_where_it_is_not_sure_there_is_nothing_shorter(qapp):
    assert overlay_words(UNSURE, OverlayStyle()) == ("not sure",)


@pytest.mark.parametrize(
    ("expression", "of", "expected"),
    [
        (HAPPY, 1, "Looks like happiness"),
        (HAPPY, 2, "Face 7 looks like happiness"),
        (UNSURE, 1, "Not sure"),
        (UNSURE, 2, "Face 7: not sure"),
    ],
)
def test_what_is_spoken_has_no_percentages(qapp, expression, of, expected):
    assert spoken(expression, 7, of) == expected
