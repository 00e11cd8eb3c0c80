"""What users give in the wrong way most often, told with what is right."""

import operator
import os
from collections.abc import Sequence
from numbers import Real
from typing import cast

import numpy as np


def check_crops(images: object) -> None:
    """Make sure that crops are a list, or one array of several.

    Raises:
        TypeError: They are no list.
        ValueError: They are one picture.
    """
    if isinstance(images, str | os.PathLike) or not isinstance(images, Sequence | np.ndarray):
        raise TypeError(f"crops are a list of pictures, not {type(images).__name__}")
    if isinstance(images, np.ndarray) and images.ndim < 4:
        raise ValueError("crops are a list, also for one picture: analyze_crops([image])")


def check_pictures(images: Sequence[object]) -> None:
    """Make sure that a list is one of pictures, and no picture as nested lists of numbers.

    Raises:
        ValueError: It is not.
    """
    for position, image in enumerate(images):
        if image is None or isinstance(image, list | tuple | int | float):
            raise ValueError(
                f"picture {position} of the list is {type(image).__name__}: a list holds arrays, "
                "paths or Pillow pictures; numpy.asarray makes an array of numbers in lists"
            )


def whole(value: object) -> int | None:
    """Return a whole number, also one of NumPy; None for anything else, True and False too."""
    is_number = isinstance(value, int | np.integer) and not isinstance(value, bool)
    return operator.index(cast("int", value)) if is_number else None


def check_patience(seconds: object) -> None:
    """Make sure that a time is one.

    Raises:
        ValueError: It is none.
    """
    # Not a number is not from 0 either.
    if isinstance(seconds, bool) or not isinstance(seconds, Real) or not float(seconds) >= 0:
        raise ValueError(f"patience_s is a number of seconds from 0, not {seconds!r}")


def model_text(model: object) -> str:
    """Return the name or the path of a model.

    Raises:
        TypeError: It is neither.
    """
    if not isinstance(model, str | os.PathLike):
        raise TypeError(f"a model is a name or a path, not {model!r}")
    return os.fspath(model)


def source_text(source: str | os.PathLike[str] | int) -> str:
    """Return a source as the command line names it.

    Raises:
        TypeError: It can be none.
    """
    number = whole(source)
    if number is not None and number >= 0:
        return f"camera:{number}"
    if not isinstance(source, str | os.PathLike):
        raise TypeError(
            f"a source is a camera's number from 0, 'camera', 'demo', an address or a path, not "
            f"{source!r}"
        )
    return os.fspath(source)
