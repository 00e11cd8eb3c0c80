"""Brings pictures with a colour profile to sRGB, with LittleCMS, which Pillow brings."""

import io
from collections.abc import Callable, Iterator
from typing import Any, Final

import cv2
import numpy as np

from fer_desktop.core.types import ImageBGR

_BAND: Final = 1 << 20
"""So many pixels are worked on at a time, so that memory does not grow with the picture."""
_SEEN: Final = 2
"""Profiles by which no colour changes more than that are sRGB by another name."""


def to_srgb(image: ImageBGR, profile: bytes | None) -> ImageBGR:
    """Return a picture, (H, W, 3) uint8 BGR, in sRGB; the same one where it is, or nobody knows.

    Args:
        image: The picture.
        profile: ICC profile of its colours; one of inks, or a damaged one, changes nothing.
    """
    change = _change(profile) if profile is not None else None
    if change is None:
        return image
    cube = np.stack(np.meshgrid(*[np.arange(0, 256, 51, dtype=np.uint8)] * 3), -1).reshape(1, -1, 3)
    sample = np.ascontiguousarray(cube)
    if np.abs(change(sample).astype(int) - sample).max() <= _SEEN:
        return image
    result = np.empty_like(image)
    for band in _bands(*image.shape[:2]):
        result[band] = change(image[band])
    return result


def inks_to_srgb(picture: Any, profile: bytes | None, *, is_inverted: bool) -> ImageBGR:  # noqa: ANN401 - Pillow has no types
    """Return a picture of four inks as (H, W, 3) uint8 BGR, in sRGB.

    Args:
        picture: Pillow's, of mode CMYK.
        profile: ICC profile of its inks; without one, or where it is damaged, each ink takes its
            share of the light away.
        is_inverted: Its numbers say how much light is left, not how much ink there is.
    """
    from PIL import ImageChops

    transform = None if profile is None else _transform(profile, b"CMYK", "CMYK")
    width, height = picture.size
    result = np.empty((height, width, 3), np.uint8)
    for band in _bands(height, width):
        part = picture.crop((0, band.start, width, min(band.stop, height)))
        part = ImageChops.invert(part) if is_inverted else part
        mixed = part.convert("RGB") if transform is None else transform.apply(part)
        result[band] = np.asarray(mixed)[:, :, ::-1]
    return result


def lab_to_srgb(picture: Any) -> ImageBGR:  # noqa: ANN401
    """Return a picture of Pillow's mode LAB as (H, W, 3) uint8 BGR, in sRGB."""
    from PIL import ImageCms

    source, target = ImageCms.createProfile("LAB"), ImageCms.createProfile("sRGB")
    # The short cut is up to ten levels off in strong colours.
    exact = ImageCms.Flags.NOOPTIMIZE
    transform = ImageCms.buildTransform(source, target, "LAB", "RGB", flags=exact)
    width, height = picture.size
    result = np.empty((height, width, 3), np.uint8)
    for band in _bands(height, width):
        part = picture.crop((0, band.start, width, min(band.stop, height)))
        result[band] = np.asarray(transform.apply(part))[:, :, ::-1]
    return result


def _bands(height: int, width: int) -> Iterator[slice]:
    n_rows = max(1, _BAND // max(1, width))
    for start in range(0, height, n_rows):
        yield slice(start, start + n_rows)


def _change(profile: bytes) -> Callable[[ImageBGR], ImageBGR] | None:
    """Return what brings (H, W, 3) uint8 BGR pictures to sRGB; None where nothing does."""
    from PIL import Image

    if profile[16:20] == b"GRAY":
        curve = _transform(profile, b"GRAY", "L")
        if curve is None:
            return None
        levels = Image.fromarray(np.arange(256, dtype=np.uint8).reshape(1, 256))
        table = np.ascontiguousarray(np.asarray(curve.apply(levels))[:, :, ::-1])
        return lambda image: np.asarray(cv2.LUT(np.ascontiguousarray(image), table), np.uint8)
    transform = _transform(profile, b"RGB ", "RGB")
    if transform is None:
        return None

    def change(image: ImageBGR) -> ImageBGR:
        rgb = Image.fromarray(np.ascontiguousarray(image[:, :, ::-1]))
        return np.ascontiguousarray(np.asarray(transform.apply(rgb))[:, :, ::-1])

    return change


def _transform(profile: bytes, space: bytes, mode: str) -> Any:  # noqa: ANN401
    """Return what brings Pillow's pictures to sRGB; None where the profile is no use.

    Args:
        profile: As it lies in the file.
        space: What its colours have to be.
        mode: Pillow's name of that.
    """
    if profile[16:20] != space:
        return None
    from PIL import ImageCms

    # For few levels the way without short cuts: these are wrong where levels are light itself.
    flags = ImageCms.Flags.NOOPTIMIZE if mode == "L" else ImageCms.Flags.NONE
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        target = ImageCms.createProfile("sRGB")
        return ImageCms.buildTransform(source, target, mode, "RGB", flags=flags)
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return None  # damaged, or of a kind that has no way there
