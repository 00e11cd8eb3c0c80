"""The order in which pictures are analyzed. Not safe for threads: its owner holds a lock."""

from collections.abc import Iterable
from pathlib import Path


class PictureQueue:
    """Files that wait for their analysis, each once; the one that the user looks at comes first.

    Attributes:
        is_paused: Only what the user looks at is handed out.
    """

    def __init__(self) -> None:
        # A dictionary keeps the order and finds a file at once, also among ten thousand.
        self._waiting: dict[Path, None] = {}
        self._first: Path | None = None
        self.is_paused = False

    def add(self, paths: Iterable[Path]) -> None:
        """Put files at the end."""
        for path in paths:
            self._waiting.setdefault(path)

    def put_first(self, path: Path) -> None:
        """Hand out this file next; one that was first before goes back to where it waited."""
        self._first = path

    def take(self) -> Path | None:
        """Return the next file and take it out; None when there is none to analyze now."""
        path = self._first
        if path is None and not self.is_paused:
            path = next(iter(self._waiting), None)
        if path is not None:
            self._waiting.pop(path, None)
            self._first = None
        return path

    def remove(self, paths: Iterable[Path]) -> None:
        """Take files out."""
        for path in paths:
            self._waiting.pop(path, None)
            if path == self._first:
                self._first = None

    def clear(self) -> None:
        """Forget all files."""
        self._waiting.clear()
        self._first = None
