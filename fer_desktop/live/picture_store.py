"""What was found on the opened pictures, and the pictures themselves as long as there is room."""

from collections import OrderedDict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from fer_desktop.live.pictures import PictureResult


class PictureStore:
    """Keeps all results, but only the last used pictures; the others are read again.

    Attributes:
        n_failed: How many pictures have no result but a reason.
    """

    def __init__(self, most_bytes: int) -> None:
        """Keep pictures of so many bytes in all, and one in any case."""
        self._most_bytes = most_bytes
        self._results: dict[Path, PictureResult] = {}
        self._whole: OrderedDict[Path, PictureResult] = OrderedDict()
        self._n_bytes = 0
        self.n_failed = 0

    def __len__(self) -> int:
        """Return how many pictures have their result."""
        return len(self._results)

    def __iter__(self) -> Iterator[PictureResult]:
        """Go through the results, without the pictures, in the order in which they came."""
        return iter(self._results.values())

    def put(self, result: PictureResult) -> PictureResult | None:
        """Keep a result; return it, the picture left out, where it is the first of its picture."""
        path, new = result.path, None
        if path not in self._results:
            # What the network saw is shown with the picture only; in thousands it would add up.
            faces = tuple(replace(face, chip=None) for face in result.faces)
            new = self._results[path] = replace(result, image=None, thumbnail=b"", faces=faces)
            self.n_failed += bool(result.error)
        if result.image is not None:
            self._drop(path)
            self._whole[path] = result
            self._n_bytes += result.image.nbytes
            while self._n_bytes > self._most_bytes and len(self._whole) > 1:
                self._drop(next(iter(self._whole)))
        return new

    def get(self, path: Path | None) -> PictureResult | None:
        """Return a result, with its picture where that is in memory; None before the analysis."""
        if path is None:
            return None
        if path in self._whole:
            self._whole.move_to_end(path)
            return self._whole[path]
        return self._results.get(path)

    def remove(self, paths: Iterable[Path]) -> None:
        """Forget some pictures."""
        for path in paths:
            self._drop(path)
            result = self._results.pop(path, None)
            if result is not None:
                self.n_failed -= bool(result.error)

    def clear(self) -> None:
        """Forget everything."""
        self._results.clear()
        self._whole.clear()
        self._n_bytes = self.n_failed = 0

    def _drop(self, path: Path) -> None:
        old = self._whole.pop(path, None)
        if old is not None and old.image is not None:
            self._n_bytes -= old.image.nbytes
