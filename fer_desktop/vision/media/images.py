"""Reads and writes picture files, on every path a system allows and with a reason when it can't.

Bytes go through NumPy, because OpenCV's own file calls fail on non-ASCII paths on Windows.
"""

import os
import struct
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from fer_desktop.core.errors import ImageError
from fer_desktop.core.types import ImageBGR
from fer_desktop.system.files import reason, write_bytes
from fer_desktop.system.native_noise import overheard
from fer_desktop.vision import MAX_PICTURE_PIXELS
from fer_desktop.vision.media.avif_turn import upright_avif
from fer_desktop.vision.media.bmp_masks import decoded as decoded_by_masks
from fer_desktop.vision.media.gif_canvas import clear_around, with_room
from fer_desktop.vision.media.heic import HeicError, is_heic, is_picture_brand
from fer_desktop.vision.media.heic import decoded as decoded_heic
from fer_desktop.vision.media.picture_extras import Extras, extras_of, without_clear_level
from fer_desktop.vision.media.picture_levels import finished, with_clear_level
from fer_desktop.vision.media.picture_size import (
    BrokenHeaderError,
    PictureSize,
    main_first,
    size_of,
    start_of_scan,
)
from fer_desktop.vision.media.pillow_reader import PillowError
from fer_desktop.vision.media.pillow_reader import decoded as decoded_by_pillow
from fer_desktop.vision.media.tiff_levels import TiffError
from fer_desktop.vision.media.tiff_levels import decoded as decoded_tiff

MAX_FILE_BYTES = 300_000_000
MAX_BYTES = 650_000_000
"""Of memory that a picture may need while it is read."""
_REDUCED: Final = {
    2: cv2.IMREAD_REDUCED_COLOR_2,
    4: cv2.IMREAD_REDUCED_COLOR_4,
    8: cv2.IMREAD_REDUCED_COLOR_8,
}
_TURNED_HERE: Final = ("PNG", "WebP", "AVIF")
"""Kinds whose turn is looked for here: OpenCV knows it not everywhere, and not of what moves."""
_SLOW: Final = frozenset({"HEIC", "AVIF"})
"""What can't be read small, nor quickly."""
_CHEAP_PIXELS: Final = 2_000_000
"""A picture of so many is decoded within some hundredths of a second."""
_NOT_WHOLE = "premature end of"
"""What libjpeg says of a picture whose data end before it does, behind which it paints gray."""

IMAGE_SUFFIXES = frozenset(
    {".jpg", ".jpeg", ".jpe", ".jfif", ".jif", ".pjpeg", ".pjp", ".png", ".apng", ".bmp", ".dib"}
    | {".webp", ".tif", ".tiff", ".gif", ".avif", ".heic", ".heif", ".hif"}
)

_SIGNATURES: tuple[tuple[bytes, int, str], ...] = (
    (b"\xff\xd8\xff", 0, "JPEG"),
    (b"\x89PNG\r\n\x1a\n", 0, "PNG"),
    (b"BM", 0, "BMP"),
    (b"WEBP", 8, "WebP"),
    (b"II*\x00", 0, "TIFF"),
    (b"MM\x00*", 0, "TIFF"),
    (b"GIF8", 0, "GIF"),
    (b"II+\x00", 0, "TIFF"),  # for more than 4 GB
    (b"MM\x00+", 0, "TIFF"),
    (b"ftypavif", 4, "AVIF"),
    (b"ftypavis", 4, "AVIF"),  # moving
)
PICTURE_KINDS = (*dict.fromkeys(kind for _, _, kind in _SIGNATURES), "HEIC")
"""What can be read."""
_HEAD_BYTES = 64


def read_image(path: str | os.PathLike[str]) -> ImageBGR:
    """Return the picture as (H, W, 3) uint8 BGR, turned upright as its EXIF orientation says.

    Gray, 16-bit, float and CMYK pictures become 8-bit BGR; what is transparent lies over gray, a
    colour profile and numbers that tell of colours are brought to sRGB; of an animation the first
    picture.

    Raises:
        ImageError: With one sentence that names the file and the reason.
    """
    return _read(Path(path), 0)[0]


def read_view(path: str | os.PathLike[str], least_side: int) -> tuple[ImageBGR, tuple[int, int]]:
    """Return a picture to look at, and the width and height that it has itself.

    Args:
        path: The file.
        least_side: A JPEG may be read at a half, a quarter or an eighth of its size, which takes a
            third of the time, as long as its longer side has so many pixels.

    Raises:
        ImageError: As `read_image`.
    """
    return _read(Path(path), least_side)


def read_small(path: str | os.PathLike[str], least_side: int) -> ImageBGR | None:
    """Return a small copy of a picture, (H, W, 3) uint8 BGR; None where that would take long.

    Args:
        path: The file.
        least_side: A JPEG is read at a half, a quarter or an eighth of its size, as long as its
            longer side has so many pixels.

    Raises:
        ImageError: As `read_image`.
    """
    path = Path(path)
    data = _read_bytes(path)
    kind = _kind_of(path, data)
    size = None if kind in _SLOW else _size_in_header(path, kind, data)
    if size is None:
        return None
    longer = max(size.width, size.height)
    shrink = max((n for n in _REDUCED if longer >= n * least_side), default=1)
    n_pixels = size.width * size.height // (shrink**2 if kind == "JPEG" else 1)
    return _read(path, least_side)[0] if n_pixels <= _CHEAP_PIXELS else None


def _read(path: Path, least_side: int) -> tuple[ImageBGR, tuple[int, int]]:
    """Return a picture, shrunk where that is allowed, and its own width and height."""
    data = _read_bytes(path)
    kind = _kind_of(path, data)
    if _is_cut_short(kind, data):
        raise ImageError(f"{path}: the {kind} file is cut short; copy or download it again.")
    if kind == "TIFF":
        data = main_first(data)
    elif kind == "GIF":
        data = with_room(data)
    extras = extras_of(kind, data)
    size = _check_size(path, kind, data, extras)
    if kind == "HEIC":
        image = _read_heic(path, data)
        return image, (image.shape[1], image.shape[0])
    shrink, how = _way(kind, extras, size, least_side)
    decoded, extras = _levels(path, kind, data, extras, how)
    image = finished(decoded, extras)
    if kind == "AVIF":
        image = upright_avif(image, data)
    elif kind == "GIF":
        image = clear_around(image, data)
    height, width = image.shape[:2]
    if size is not None and shrink > 1:
        is_turned = (width < height) != (size[0] < size[1])
        whole = size[::-1] if is_turned else size
    else:
        whole = (width, height)
    return np.ascontiguousarray(image, dtype=np.uint8), whole


def _levels(
    path: Path, kind: str, data: bytes, extras: Extras, how: int
) -> tuple[NDArray[np.generic], Extras]:
    """Return the levels of a picture, and what of its extras is still to be done."""
    if extras.is_deep:
        with suppress(TiffError):
            return decoded_tiff(data), extras
    if kind == "BMP":
        with suppress(struct.error, ValueError):
            masked = decoded_by_masks(data)
            if masked is not None:
                return masked, extras
    if extras.clear_level is not None:
        # OpenCV takes another level of those that are not of 8 bits.
        data, how = without_clear_level(data), cv2.IMREAD_UNCHANGED
    ignored = cv2.IMREAD_IGNORE_ORIENTATION if kind in _TURNED_HERE else 0
    decoded = None if extras.is_deep else _decoded(path, kind, data, how | ignored)
    is_lost = (
        extras.has_alpha
        and extras.clear_level is None
        and decoded is not None
        and decoded.ndim == 2
    )
    is_wrong = extras.has_inks or extras.is_faint or is_lost
    if is_wrong or (decoded is None and kind == "TIFF"):
        decoded = _decoded_by_pillow(path, kind, data)
        extras = replace(extras, orientation=1, is_premultiplied=False)
    if decoded is None:
        raise ImageError(f"{path}: the {kind} file is damaged or of a kind that can't be read.")
    if extras.clear_level is not None and decoded.ndim == 2:
        decoded = with_clear_level(decoded, extras.clear_level, data[24])
    return decoded, extras


def _way(
    kind: str, extras: Extras, size: tuple[int, int] | None, least_side: int
) -> tuple[int, int]:
    """Return by how much a picture is shrunk, and how OpenCV is to read it."""
    if extras.has_inks:
        return 1, _REDUCED[8]  # only to see what is damaged
    if extras.has_alpha or extras.is_long:
        return 1, cv2.IMREAD_UNCHANGED
    if kind == "JPEG" and size is not None and least_side:
        shrink = max((n for n in _REDUCED if max(size) >= n * least_side), default=1)
        return shrink, _REDUCED.get(shrink, cv2.IMREAD_COLOR)
    return 1, cv2.IMREAD_COLOR


def _decoded(path: Path, kind: str, data: bytes, how: int) -> NDArray[np.generic] | None:
    """Return what OpenCV makes of a picture; None where it knows nothing of the kind."""
    try:
        with overheard() as said:
            decoded = cv2.imdecode(np.frombuffer(data, np.uint8), how)
    except (cv2.error, MemoryError) as error:
        if isinstance(error, MemoryError) or "pixels" in str(error).lower():
            raise ImageError(
                f"{path}: the picture is larger than {MAX_PICTURE_PIXELS // 1_000_000} megapixels; "
                "shrink it first."
            ) from error
        raise ImageError(f"{path}: the {kind} file is damaged.") from error
    if any(_NOT_WHOLE in line for line in said):
        raise ImageError(f"{path}: the {kind} file is damaged; a part of the picture is missing.")
    return decoded


def _decoded_by_pillow(path: Path, kind: str, data: bytes) -> NDArray[np.generic]:
    try:
        with overheard():
            return decoded_by_pillow(kind, data)
    except PillowError as error:
        raise ImageError(
            f"{path}: the {kind} file is damaged or of a kind that can't be read."
        ) from error


def _read_heic(path: Path, data: bytes) -> ImageBGR:
    try:
        return decoded_heic(data)
    except HeicError as error:
        raise ImageError(f"{path}: {error}.") from error


def write_image(
    path: str | os.PathLike[str],
    image: ImageBGR,
    *,
    chosen: bool = False,
    mark: Callable[[bytes], bytes] = lambda data: data,
) -> None:
    """Write a (H, W, 3) uint8 BGR picture; the suffix chooses the format, JPEG at quality 95.

    The file appears whole or not at all.

    Args:
        path: The file.
        image: The picture.
        chosen: The user named this very file, so a link is followed.
        mark: Makes of the file's bytes those that are written.

    Raises:
        ImageError: The suffix is unknown, or the place can't be written.
    """
    path = Path(path)
    parameters = [cv2.IMWRITE_JPEG_QUALITY, 95] if path.suffix.lower() in (".jpg", ".jpeg") else []
    try:
        done, data = cv2.imencode(path.suffix.lower(), image, parameters)
    except cv2.error:
        done = False
    if not done:
        raise ImageError(f"{path}: pictures can't be written as '{path.suffix}'; use .png or .jpg.")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_bytes(path, mark(data.tobytes()), chosen=chosen)
    except OSError as error:
        raise ImageError(f"{path}: can't be written ({reason(error)}).") from error


def looks_like_picture(head: bytes) -> bool:
    """Return whether a file's first bytes are a picture's; the two of a BMP prove nothing."""
    signs = [(sign, at) for sign, at, _ in _SIGNATURES if len(sign) > 2]
    return is_heic(head) or any(head.startswith(*each) for each in signs)


def _read_bytes(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise ImageError(f"{path}: this is a folder, not a picture.")
        size = path.stat().st_size
        if not path.is_file():
            # A pipe would be waited for, a device never end.
            raise ImageError(f"{path}: this is no ordinary file.")
        if size > MAX_FILE_BYTES:
            raise ImageError(f"{path}: larger than {MAX_FILE_BYTES // 1_000_000} MB; shrink it.")
        data = path.read_bytes()
    except FileNotFoundError:
        raise ImageError(f"{path}: there is no such file.") from None
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        raise ImageError(f"{path}: can't be opened ({why}).") from error
    if not data:
        raise ImageError(f"{path}: the file is empty.")
    return data


def _kind_of(path: Path, data: bytes) -> str:
    # OpenCV decodes some twenty formats; only those that people have are let in.
    for signature, offset, kind in _SIGNATURES:
        if data.startswith(signature, offset):
            return kind
    if is_picture_brand(data):
        return "HEIC" if is_heic(data[:_HEAD_BYTES]) else "AVIF"
    raise ImageError(f"{path}: not a picture (known are {', '.join(PICTURE_KINDS)}).")


def _size_in_header(path: Path, kind: str, data: bytes) -> PictureSize | None:
    """Return the size as the file has it, not turned; None where it does not say."""
    try:
        return size_of(kind, data)
    except BrokenHeaderError as error:
        raise ImageError(f"{path}: the {kind} file is damaged.") from error


def _check_size(path: Path, kind: str, data: bytes, extras: Extras) -> tuple[int, int] | None:
    """Refuse what would unpack to gigabytes, whatever OpenCV's own limit was set to.

    Returns:
        Width and height as the file has them, not turned; None where it does not say.
    """
    size = _size_in_header(path, kind, data)
    if size is None:
        return None
    n_pixels = size.width * size.height
    if n_pixels > MAX_PICTURE_PIXELS:
        raise ImageError(
            f"{path}: the picture is larger than {MAX_PICTURE_PIXELS // 1_000_000} megapixels; "
            "shrink it first."
        )
    # A TIFF may be one piece, which is there beside the picture that is made of it; a HEIC picture
    # is there as it was stored, as colors, and as what is handed over; a GIF with all that an
    # animation needs (docs/picture_memory.py).
    n_bytes = {"TIFF": size.n_bytes + 3, "HEIC": 8.0, "GIF": 8.0}.get(kind, 0.0)
    if extras.has_inks:
        n_bytes = 17.0 if kind == "TIFF" else 13.0
    elif extras.is_deep:
        n_bytes = 2 * size.n_bytes + 14.0
    elif extras.has_alpha:
        n_bytes = max(n_bytes, 7.0)
    if extras.profile is not None or extras.code is not None:
        n_bytes = max(n_bytes, 13.0 if extras.has_alpha else 12.0 if extras.is_long else 6.0)
    if n_pixels * n_bytes > MAX_BYTES:
        raise ImageError(
            f"{path}: the picture needs more than {MAX_BYTES // 1_000_000} MB of memory; shrink it "
            "first, or save it as JPEG."
        )
    return size.width, size.height


def _is_cut_short(kind: str, data: bytes) -> bool:
    # OpenCV fills what is missing with gray or black and says nothing.
    if kind == "JPEG":
        scan = start_of_scan(data)
        return scan is None or data.find(b"\xff\xd9", scan) < 0
    if kind == "PNG":
        return b"IEND\xaeB`\x82" not in data  # with its checksum; more may follow
    if kind == "WebP":
        return len(data) < int(struct.unpack_from("<I", data, 4)[0]) + 8
    if kind == "BMP":
        return len(data) < 26 or len(data) < int(struct.unpack_from("<I", data, 2)[0])
    return False
