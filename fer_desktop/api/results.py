"""Results as users hand them back: faces of a picture, frames of a video, or one of either."""

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from fer_desktop.core.types import AnalyzedFrame, RecognizedFace

Faces: TypeAlias = AnalyzedFrame | RecognizedFace | Iterable[RecognizedFace]
"""The faces of one picture: those of a frame, some, or a single one."""
Results: TypeAlias = AnalyzedFrame | RecognizedFace | Iterable[AnalyzedFrame | RecognizedFace]


def each_result(results: Results, what: str) -> Iterator[AnalyzedFrame | RecognizedFace]:
    """Yield frames and faces one by one, as they come.

    Args:
        results: What was given.
        what: Which function it was given to, for messages.

    Raises:
        TypeError: Something else is among them.
    """
    if isinstance(results, AnalyzedFrame | RecognizedFace):
        yield results
        return
    given: object = results
    if not isinstance(given, Iterable) or isinstance(given, str | bytes):
        raise TypeError(_refusal(given, what))
    for one in results:
        if not isinstance(one, AnalyzedFrame | RecognizedFace):
            raise TypeError(_refusal(one, what))
        yield one


def faces_in(results: Faces, what: str) -> tuple[RecognizedFace, ...]:
    """Return the faces of one picture; arguments and errors are those of `each_result`."""
    if isinstance(results, AnalyzedFrame):
        return results.faces
    found = []
    for one in each_result(results, what):
        if isinstance(one, AnalyzedFrame):
            raise TypeError(f"{what} takes one frame at a time: call it for each")
        found.append(one)
    return tuple(found)


def _refusal(given: object, what: str) -> str:
    if isinstance(given, list | tuple):
        return f"{what} takes the faces of one picture at a time: call it for each of the list"
    return f"{what} takes what analyze or analyze_video gave, not {given!r}"
