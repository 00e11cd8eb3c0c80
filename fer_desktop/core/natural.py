"""Names in the order in which people count: "face 2" before "face 10"."""

import re
from typing import Final

_MOST_DIGITS: Final = 20


def natural(name: str) -> str:
    """Return what a name sorts by: its words as they read, its numbers by their size.

    >>> sorted(["b10.jpg", "B2.jpg", "a.jpg"], key=natural)
    ['a.jpg', 'B2.jpg', 'b10.jpg']
    """
    return re.sub(r"[0-9]+", lambda found: found[0].zfill(_MOST_DIGITS), name.casefold())
