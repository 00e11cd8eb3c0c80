"""Reads and writes picture files, on every path a system allows and with a reason when it can't.

Bytes go through NumPy, because OpenCV's own file calls fail on non-ASCII paths on Windows.
"""

import contextlib
import os
import struct
from pathlib import Path

import cv2
import numpy as np

from fer_desktop.core.errors import ImageError
from fer_desktop.core.types import ImageBGR
from fer_desktop.vision import MAX_PICTURE_PIXELS
from fer_desktop.vision.native_noise import silenced

MAX_FILE_BYTES = 300_000_000

IMAGE_SUFFIXES = frozenset(
    {".jpg", ".jpeg", ".jpe", ".jfif", ".jif", ".pjpeg", ".pjp", ".png", ".apng", ".bmp", ".dib"}
    | {".webp", ".tif", ".tiff", ".gif", ".avif"}
)

_SIGNATURES: tuple[tuple[bytes, int, str], ...] = (
    (b"\xff\xd8\xff", 0, "JPEG"),
    (b"\x89PNG\r\n\x1a\n", 0, "PNG"),
    (b"BM", 0, "BMP"),
    (b"WEBP", 8, "WebP"),
    (b"II*\x00", 0, "TIFF"),
    (b"MM\x00*", 0, "TIFF"),
    (b"GIF8", 0, "GIF"),
    (b"ftypavif", 4, "AVIF"),
)
HEIC_BRANDS = (b"ftypheic", b"ftypheix", b"ftypmif1", b"ftypmsf1")


def read_image(path: str | os.PathLike[str]) -> ImageBGR:
    """Return the picture as (H, W, 3) uint8 BGR, turned upright as its EXIF orientation says.

    Gray, 16-bit, CMYK and alpha pictures become 8-bit BGR; of an animation the first picture.

    Raises:
        ImageError: With one sentence that names the file and the reason.
    """
    path = Path(path)
    data = _read_bytes(path)
    kind = _kind_of(path, data)
    if _is_cut_short(kind, data):
        raise ImageError(f"{path}: the {kind} file is cut short; copy or download it again.")
    try:
        with silenced():
            image = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_COLOR)
    except (cv2.error, MemoryError) as error:
        if isinstance(error, MemoryError) or "pixels" in str(error).lower():
            raise ImageError(
                f"{path}: the picture is larger than {MAX_PICTURE_PIXELS // 1_000_000} megapixels; "
                "shrink it first."
            ) from error
        raise ImageError(f"{path}: the {kind} file is damaged.") from error
    if image is None:
        raise ImageError(f"{path}: the {kind} file is damaged or of a kind that can't be read.")
    return np.ascontiguousarray(image, dtype=np.uint8)


def write_image(path: str | os.PathLike[str], image: ImageBGR) -> None:
    """Write a (H, W, 3) uint8 BGR picture; the suffix chooses the format, JPEG at quality 95.

    The file appears whole or not at all.

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
    part = path.with_name(path.name + ".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(data.tobytes())
        part.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            part.unlink()
        raise ImageError(f"{path}: can't be written ({error.strerror}).") from error


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
        reason = getattr(error, "strerror", None) or error
        raise ImageError(f"{path}: can't be opened ({reason}).") from error
    if not data:
        raise ImageError(f"{path}: the file is empty.")
    return data


def _kind_of(path: Path, data: bytes) -> str:
    # OpenCV decodes some twenty formats; only those that people have are let in.
    for signature, offset, kind in _SIGNATURES:
        if data.startswith(signature, offset):
            return kind
    if data[4:12] in HEIC_BRANDS:
        raise ImageError(f"{path}: HEIC pictures can't be read; export it as JPEG.")
    raise ImageError(f"{path}: not a picture (known are JPEG, PNG, WebP, TIFF, BMP, GIF, AVIF).")


def _is_cut_short(kind: str, data: bytes) -> bool:
    # OpenCV fills what is missing with gray or black and says nothing.
    if kind == "JPEG":
        scan = _start_of_scan(data)
        return scan is None or data.find(b"\xff\xd9", scan) < 0
    if kind == "PNG":
        return b"IEND\xaeB`\x82" not in data  # with its checksum; more may follow
    if kind == "WebP":
        return len(data) < int(struct.unpack_from("<I", data, 4)[0]) + 8
    if kind == "BMP":
        return len(data) < 26 or len(data) < int(struct.unpack_from("<I", data, 2)[0])
    return False


def _start_of_scan(data: bytes) -> int | None:
    """Return where a JPEG's picture data begin, past the headers with their own thumbnails."""
    at = 2
    while at + 4 <= len(data):
        if data[at] != 0xFF:
            return None
        marker = data[at + 1]
        if marker == 0xFF:  # fill byte
            at += 1
        elif marker == 0xDA:
            return at
        else:
            at += 2 + int(struct.unpack_from(">H", data, at + 2)[0])
    return None
