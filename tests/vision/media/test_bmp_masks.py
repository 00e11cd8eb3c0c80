"""BMP pictures with masks: wherever in a pixel the colours lie, they are as they were saved."""

import struct

import numpy as np
import pytest

from fer_desktop.core.errors import ImageError
from fer_desktop.vision.media.images import read_image

LEVELS = np.arange(256, dtype=np.uint32).reshape(16, 16)
BGR = np.dstack([LEVELS, 255 - LEVELS, LEVELS * 7 % 256]).astype(np.uint8)[:, :15]


def bmp(masks, n_bits, *, image=BGR, alpha=None, is_top_down=False, head=None, cut=0):
    """Return a picture whose masks are those of red, green, blue and what is to be seen."""
    height, width = image.shape[:2]
    planes = [image[:, :, 2], image[:, :, 1], image[:, :, 0]]
    planes += [] if alpha is None else [alpha]
    pixels = np.zeros((height, width), np.uint32)
    for mask, plane in zip(masks, planes, strict=True):
        shift = (mask & -mask).bit_length() - 1
        most = mask >> shift
        pixels |= np.rint(plane * (most / 255)).astype(np.uint32) << np.uint32(shift)
    step = (width * n_bits + 31) // 32 * 4
    rows = np.zeros((height, step), np.uint8)
    stored = np.ascontiguousarray(pixels.astype(f"<u{n_bits // 8}"))
    rows[:, : width * n_bits // 8] = stored.view(np.uint8).reshape(height, -1)
    data = (rows if is_top_down else rows[::-1]).tobytes()
    head = head or (40 if alpha is None else 56)
    more = struct.pack(f"<{len(masks)}I", *masks).ljust(max(12, head - 40), b"\0")
    start = 14 + 40 + len(more)
    shown = -height if is_top_down else height
    info = struct.pack("<IiiHHIIiiII", head, width, shown, 1, n_bits, 3, len(data), 0, 0, 0, 0)
    whole = b"BM" + struct.pack("<IHHI", start + len(data), 0, 0, start) + info + more + data
    return whole[: len(whole) - cut] if cut else whole


@pytest.mark.parametrize("is_top_down", [False, True])
@pytest.mark.parametrize(
    ("masks", "n_bits", "within"),
    [
        ((0xFF0000, 0xFF00, 0xFF), 32, 0),
        ((0xFF00, 0xFF0000, 0xFF000000), 32, 0),
        ((0xFF, 0xFF00, 0xFF0000), 32, 0),
        ((0x3FF << 20, 0x3FF << 10, 0x3FF), 32, 0),
        ((0xF800, 0x7E0, 0x1F), 16, 4.2),
        ((0x7C00, 0x3E0, 0x1F), 16, 4.2),
        ((0x1F, 0x7E0, 0xF800), 16, 4.2),
        ((0xF00, 0xF0, 0xF), 16, 8.6),
    ],
)
def test_colors_lie_where_the_masks_say(tmp_path, masks, n_bits, within, is_top_down):
    (tmp_path / "a.bmp").write_bytes(bmp(masks, n_bits, is_top_down=is_top_down))
    found = read_image(tmp_path / "a.bmp")
    assert np.abs(found.astype(int) - BGR).max() <= within


@pytest.mark.parametrize(
    "masks", [(0xFF00, 0xFF0000, 0xFF000000, 0xFF), (0xF00, 0xF0, 0xF, 0xF000)]
)
def test_what_is_transparent_lies_over_gray(tmp_path, masks):
    n_bits = 32 if masks[3] == 0xFF else 16
    alpha = np.where(np.arange(15) < 7, 255, 0)[np.newaxis].repeat(16, axis=0)
    (tmp_path / "a.bmp").write_bytes(bmp(masks, n_bits, alpha=alpha))
    found = read_image(tmp_path / "a.bmp").astype(int)
    assert np.abs(found[:, :7] - BGR[:, :7]).max() <= 8.6
    assert (found[:, 7:] == 128).all()


def test_a_picture_of_which_nothing_would_be_seen_is_seen_as_browsers_do(tmp_path):
    masks = (0xFF0000, 0xFF00, 0xFF, 0xFF000000)
    (tmp_path / "a.bmp").write_bytes(bmp(masks, 32, alpha=np.zeros((16, 15)), head=124))
    assert np.array_equal(read_image(tmp_path / "a.bmp"), BGR)


@pytest.mark.parametrize("masks", [(0, 0xFF00, 0xFF), (0xA50000, 0xFF00, 0xFF)])
def test_masks_that_are_none_leave_it_to_others(tmp_path, masks):
    data = bytearray(bmp((0xFF0000, 0xFF00, 0xFF), 32))
    struct.pack_into("<III", data, 54, *masks)
    (tmp_path / "a.bmp").write_bytes(data)
    try:
        assert read_image(tmp_path / "a.bmp").shape == BGR.shape
    except ImageError as error:
        assert "BMP" in str(error)  # noqa: PT017 - it may be read as well


def test_one_that_is_cut_is_told(tmp_path):
    data = bytearray(bmp((0xFF, 0xFF00, 0xFF0000), 32, cut=100))
    struct.pack_into("<I", data, 2, len(data))
    (tmp_path / "a.bmp").write_bytes(data)
    with pytest.raises(ImageError, match="BMP"):
        read_image(tmp_path / "a.bmp")
