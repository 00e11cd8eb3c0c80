"""Contrast after WCAG 2, and colours that are moved until they have enough of it."""

import pytest

from fer_desktop.core.contrast import contrast, luminance, readable
from fer_desktop.core.overlay import COLORS

WHITE, BLACK, NIGHT = (255, 255, 255), (0, 0, 0), (21, 24, 29)


def test_the_ends_of_the_scale():
    assert luminance(BLACK) == 0
    assert luminance(WHITE) == pytest.approx(1)
    assert contrast(BLACK, WHITE) == contrast(WHITE, BLACK) == pytest.approx(21)
    assert contrast((90, 20, 30), (90, 20, 30)) == 1


def test_known_values():
    # The examples that people quote: the lightest gray on white for large and for small text.
    assert contrast((148, 148, 148), WHITE) == pytest.approx(3.03, abs=0.01)
    assert contrast((118, 118, 118), WHITE) == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("ground", [WHITE, NIGHT], ids=["light", "dark"])
@pytest.mark.parametrize("label", COLORS)
def test_every_colour_gets_enough_contrast_and_no_more_than_it_needs(label, ground):
    color = readable(COLORS[label], ground)
    assert contrast(color, ground) >= 3
    if contrast(COLORS[label], ground) >= 3:
        assert color == COLORS[label]
    else:
        assert contrast(color, ground) < 3.2


def test_the_hue_stays():
    red, green, blue = readable(COLORS["happiness"], WHITE)
    assert red == pytest.approx(green, abs=20)
    assert blue < green / 2


def test_what_can_not_be_had_ends_at_black_or_white():
    assert readable((120, 120, 120), (128, 128, 128), least=21) == BLACK
    assert readable((60, 60, 60), (50, 50, 50), least=21) == WHITE
