"""What to try with something that is no picture as the analysis takes it."""

import re
from collections.abc import Callable, Iterable
from io import IOBase
from numbers import Real
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from fer_desktop.core.types import AnalyzedFrame, Face, Frame, RecognizedFace

if TYPE_CHECKING:
    from numpy.typing import NDArray

WHAT: Final = "an array, (H, W, 3) uint8, a path or a Pillow picture"


def named(given: object) -> str:
    """Return what kind of thing was given."""
    return "None" if given is None else type(given).__name__


def hint_of(given: object) -> str:
    """Return what to try with something that is no picture at all."""
    return next((hint for is_it, hint in _HINTS if is_it(given)), "")


_HINTS: Final[tuple[tuple[Callable[[object], bool], str], ...]] = (
    (lambda it: it is None, " (cv2.imread gives None for a file that it can't read)"),
    (
        lambda it: isinstance(it, bytes | bytearray),
        " (numpy.frombuffer and cv2.imdecode make an array of a file's bytes)",
    ),
    (lambda it: isinstance(it, IOBase), " (PIL.Image.open opens a file object)"),
    (lambda it: isinstance(it, Frame), " (say frame.image)"),
    (lambda it: isinstance(it, AnalyzedFrame), " (say analyzed.frame.image)"),
    (lambda it: type(it).__name__ == "UMat", " (say image.get())"),
    # As PyTorch, JAX and TensorFlow have them: which channels are where, nobody says.
    (
        lambda it: hasattr(it, "__array__"),
        " (say numpy.asarray(image), of (H, W, 3) uint8, and color='rgb' where it is RGB)",
    ),
    (lambda it: isinstance(it, Iterable), "; several pictures are a list"),
)


def hint_of_box(given: object) -> str:
    """Return what to try with something that is no box; "" where there is nothing."""
    if isinstance(given, RecognizedFace | Face):
        return "; say boxes=[face.box for face in faces]"
    if isinstance(given, dict) and given.keys() >= {"x", "y", "w", "h"}:
        return "; say (x, y, x + w, y + h)"
    return "; boxes are a list, also for one face" if isinstance(given, Real) else ""


_LONGEST: Final = 1000
_BASE64: Final = re.compile(r"[A-Za-z0-9+/=_\s-]+")


def no_path(text: str) -> str:
    """Return why a text is no path of a picture, in a sentence; "" where it may be one."""
    if text.startswith("data:") or (len(text) > _LONGEST and _BASE64.fullmatch(text)):
        return (
            f"{text[:20]}... is a picture as text, no path: base64.b64decode makes bytes of what "
            "follows the comma, numpy.frombuffer and cv2.imdecode an array of those."
        )
    if not text:
        return "'' names no picture; give the path of one."
    return f"{text}: this is an address; fetch the picture first." if "://" in text else ""


def hint_of_array(image: "NDArray[Any]", *, is_flat: bool, is_right: bool) -> str:
    """Return what to try with an array of another kind; "" where there is nothing.

    Args:
        image: The array.
        is_flat: Whether its shape is that of a gray picture.
        is_right: Whether its shape is that of a picture of the wanted colours.
    """
    if is_right and image.size:
        hint = _hint_of_type(image)
    elif is_flat:
        hint = "color='gray' for a gray one"
    elif image.ndim == 3 and image.shape[0] in (1, 3) and image.shape[2] != 3:
        hint = "numpy.moveaxis(image, 0, 2), for the channels come last"
    elif image.ndim == 3 and image.shape[2] == 4:
        hint = "image[:, :, :3], without its transparency"
    elif image.ndim == 3 and image.shape[2] == 3:
        hint = "color='bgr' or color='rgb' for one with colours"
    elif image.ndim == 4:
        hint = "list(images) for several"
    else:
        hint = ""
    return f" (say {hint})" if hint else ""


def _hint_of_type(image: "NDArray[Any]") -> str:
    """Return what makes uint8 of a picture of numbers of another kind."""
    if image.dtype.kind == "b":
        return "image.astype('uint8') * 255"
    if image.dtype.kind == "f" and np.isfinite(image).all():
        if image.min() < 0:
            return "(image * 127.5 + 127.5).round().astype('uint8')"
        return f"(image{' * 255' if image.max() <= 1 else ''}).round().astype('uint8')"
    if image.dtype.kind in "ui":
        if image.min() >= 0 and image.max() <= 255 and image.dtype != np.uint16:
            return "image.astype('uint8')"
        return "(image // 256).astype('uint8')" if image.dtype.kind == "u" else ""
    return ""
