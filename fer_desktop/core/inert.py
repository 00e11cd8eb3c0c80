"""Text from anywhere, made such that it does nothing but be read, and tells no secret."""

import re
import unicodedata
from typing import Final

_DRIVES: Final = frozenset({"Cc", "Cs", "Zl", "Zp"})
"""Kinds of signs that a terminal obeys, or that end a line."""
_TURNS: Final = frozenset(
    "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
    "\u206a\u206b\u206c\u206d\u206e\u206f\ufff9\ufffa\ufffb\ufeff"
)
"""Signs that let what follows be read in another order than it is."""
_FORMULA: Final = frozenset("=+-@\uff1d\uff0b\uff0d\uff20")
_ADDRESS: Final = re.compile(
    r"([a-z][a-z0-9+.-]+:/{1,3})(?:\S*@)?([^\s?#&]*)([?#&]\S*)?", re.IGNORECASE
)
_AFTER: Final = re.compile(r"[.,:;!)\]}'\"\u2026]*$")


def inert(text: str, keep: str = "") -> str:
    """Return a text with its control signs as escapes that are read and not obeyed.

    Args:
        text: The text.
        keep: Control signs that stay, such as the ends of lines.
    """
    if text.isprintable():
        return text
    return "".join(
        sign if sign in keep or not _acts(sign) else sign.encode("unicode_escape").decode()
        for sign in text
    )


def without_secrets(text: str) -> str:
    """Return a text whose addresses have neither a user's name and password nor a query."""
    if ":/" not in text:
        return text
    return _ADDRESS.sub(_hidden, text)


def is_formula(text: str, quote: str = "") -> bool:
    """Return whether a spreadsheet could take a cell for a formula.

    Args:
        text: What is in the cell.
        quote: A sign that the spreadsheet takes away first, where cells are not quoted.
    """
    if text == "-":
        return False  # as people write for "nothing"
    for sign in text:
        if sign in _FORMULA:
            return True
        if not (sign in quote or sign.isspace() or _is_unseen(sign)):
            return False
    return False


def _acts(sign: str) -> bool:
    return (
        unicodedata.category(sign) in _DRIVES
        or sign in _TURNS
        or "\U000e0000" <= sign < "\U000e0080"
    )


def _is_unseen(sign: str) -> bool:
    return unicodedata.category(sign) in ("Cc", "Cf")


def _hidden(found: re.Match[str]) -> str:
    scheme, place, query = found.groups()
    if not query:
        return f"{scheme}{place}"
    after = _AFTER.search(query)
    return f"{scheme}{place}{query[0]}\u2026{after.group() if after else ''}"
