"""How well a colour stands out from its ground, after WCAG 2."""

from typing import Final

from fer_desktop.core.overlay import RGB

LINE: Final = 3.0
"""Least contrast of a line that carries meaning (WCAG 2.2, 1.4.11)."""


def luminance(color: RGB) -> float:
    """Return the relative luminance in [0, 1]."""
    shares = (value / 255 for value in color)
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(a: RGB, b: RGB) -> float:
    """Return the contrast of two colours, from 1 to 21."""
    dark, bright = sorted((luminance(a), luminance(b)))
    return (bright + 0.05) / (dark + 0.05)


def readable(color: RGB, ground: RGB, least: float = LINE) -> RGB:
    """Return the colour, moved towards black or white no further than the contrast needs.

    On a ground of medium gray the most that can be had may be less than `least`.
    """
    end = 0 if luminance(ground) > 0.18 else 255
    for percent in range(101):
        red, green, blue = (round(c + (end - c) * percent / 100) for c in color)
        if contrast((red, green, blue), ground) >= least:
            break
    return red, green, blue
