"""Numbers on the screen, all as the language of the window writes them."""

from datetime import datetime

from PySide6.QtCore import QDateTime, QLocale

_MINUS = "\u2212"


def decimal(value: float, digits: int) -> str:
    """Return a number with so many digits behind the point, such as "12.50" or "12,50"."""
    return QLocale().toString(float(value), "f", digits)


def short(value: float) -> str:
    """Return a number with as many digits as it needs, six at most, such as "7.5"."""
    return QLocale().toString(float(value), "g", 6)


def signed(value: float) -> str:
    """Return a value with two digits and its sign: a true minus, and no "-0.00"."""
    rounded = round(value, 2) + 0.0
    sign = "" if not rounded else "+" if rounded > 0 else _MINUS
    return sign + decimal(abs(rounded), 2)


def count(n: int) -> str:
    """Return how many, with the language's own sign between the thousands."""
    locale = QLocale()
    locale.setNumberOptions(QLocale.NumberOption.DefaultNumberOptions)
    return locale.toString(n)


def point() -> str:
    """Return what stands before the digits of a fraction."""
    return QLocale().decimalPoint()


def moment(when: datetime) -> str:
    """Return a moment by this computer's clock, as the language writes it."""
    at = QDateTime.fromMSecsSinceEpoch(round(1000 * when.timestamp()))
    return QLocale().toString(at, QLocale.FormatType.ShortFormat)
