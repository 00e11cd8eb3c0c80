"""TIFF pictures of rare numbers have the brightness that they mean, and are upright."""

import struct
import zlib
from contextlib import suppress

import numpy as np
import pytest
from PIL import Image

from fer_desktop.core.errors import ImageError
from fer_desktop.vision.media import images, tiff_levels
from fer_desktop.vision.media.images import read_image

WIDTH, HEIGHT = 90, 60
RGB = np.full((HEIGHT, WIDTH, 3), (200, 190, 60), np.uint8)
RGB[:30, :45], RGB[:30, 45:], RGB[30:, :45] = (220, 60, 40), (40, 200, 80), (50, 70, 210)
GRAY = RGB[:, :, 1]
ALPHA = np.full((HEIGHT, WIDTH, 1), 128, np.uint8)
OVER_GRAY = RGB * (128 / 255) + 128 * (127 / 255)
TURNS = {
    2: lambda image: image[:, ::-1],
    3: lambda image: image[::-1, ::-1],
    6: np.rot90,
    7: lambda image: np.rot90(image, 2).swapaxes(0, 1),
}
FLOAT, SIGNED = 3, 2


def packed(levels, bits, order):
    """Return the rows of (rows, columns, samples) numbers, without gaps."""
    if bits in (8, 16, 32, 64):
        return levels.astype(levels.dtype.newbyteorder(order)).tobytes()
    if bits == 24:
        places = (16, 8, 0) if order == ">" else (0, 8, 16)
        parts = [levels >> place & 255 for place in places]
        return np.stack(parts, -1).astype(np.uint8).tobytes()
    numbers = levels.reshape(len(levels), -1, 1)
    apart = numbers >> np.arange(bits - 1, -1, -1) & 1
    return np.packbits(apart.reshape(len(levels), -1).astype(np.uint8), axis=1).tobytes()


def tiff(levels, bits, **more):
    """Return a TIFF of levels (H, W) or (H, W, samples).

    Args:
        levels: The numbers.
        bits: Of each.
        more: `form`, `meaning`, `order`, `tile`, `planes`, `pack`, `packing`, `big`, and `tags` as
            numbers by their tags.
    """
    order, is_big = more.get("order", "<"), more.get("big", False)
    levels = levels[..., np.newaxis] if levels.ndim == 2 else levels
    height, width, n = levels.shape
    parts = np.split(levels, n, axis=2) if more.get("planes") else [levels]
    wide, high = more.get("tile") or (width, 16)
    pieces = []
    for part in parts:
        for y in range(0, height, high):
            for x in range(0, width, wide):
                piece = part[y : y + high, x : x + wide]
                if "tile" in more:
                    gaps = ((0, high - len(piece)), (0, wide - piece.shape[1]), (0, 0))
                    piece = np.pad(piece, gaps)
                pieces.append(more.get("pack", bytes)(packed(piece, bits, order)))
    tags = {256: width, 257: height, 258: [bits] * n, 259: more.get("packing", 1), 277: n}
    tags |= {262: more.get("meaning", 2 if n > 2 else 1), 339: [more.get("form", 1)] * n}
    tags |= {284: 2} if more.get("planes") else {}
    where, lengths = (324, 325) if "tile" in more else (273, 279)
    tags |= {322: wide, 323: high} if "tile" in more else {278: high}
    tags |= {where: [0] * len(pieces), lengths: [len(piece) for piece in pieces]}
    tags |= more.get("tags", {})
    data, places = b"", []
    start = 16
    for piece in pieces:
        places.append(start + len(data))
        data += piece
    tags[where] = places
    kind, size, letter = (16, 8, "Q") if is_big else (4, 4, "I")
    at, entries, longer = start + len(data), b"", b""
    end = at + (8 if is_big else 2) + (20 if is_big else 12) * len(tags) + size
    for tag, value in sorted(tags.items()):
        values = value if isinstance(value, list) else [value]
        body = struct.pack(f"{order}{len(values)}{letter}", *values)
        if len(body) > size:
            place, longer = end + len(longer), longer + body
            body = struct.pack(order + letter, place)
        entries += struct.pack(f"{order}HH{letter}", tag, kind, len(values)) + body
    mark = b"II" if order == "<" else b"MM"
    if is_big:
        head = mark + struct.pack(order + "HHHQ", 43, 8, 0, at)
        count = struct.pack(order + "Q", len(tags))
    else:
        head = mark + struct.pack(order + "HI", 42, at)
        count = struct.pack(order + "H", len(tags))
    return head.ljust(16, b"\0") + data + count + entries + bytes(size) + longer


def assert_shows(folder, data, expected, within=2):
    path = folder / "a.tif"
    path.write_bytes(data)
    found = read_image(path)[:, :, ::-1].astype(int)
    expected = np.dstack([expected] * 3) if expected.ndim == 2 else expected
    assert found.shape == expected.shape
    assert np.abs(found - expected).max() <= within


def scaled(levels, top, kind):
    if kind.startswith("f"):
        return (levels / 255 * top).astype(kind)
    return np.floor(levels / 255 * float(top) * (1 - 1e-7)).astype(kind)


KINDS = [
    *((f"float{bits}", bits, FLOAT, top) for bits in (16, 32, 64) for top in (1, 255)),
    ("uint32", 32, 1, 2**32 - 1),
    ("uint32", 32, 1, 65535),
    ("uint32", 32, 1, 255),
    ("int32", 32, SIGNED, 2**31 - 1),
    ("int16", 16, SIGNED, 2**15 - 1),
    ("int8", 8, SIGNED, 127),
    ("uint64", 64, 1, 2**64 - 1),
    *(("uint32", bits, 1, 2**bits - 1) for bits in (6, 10, 12, 14, 24)),
]


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize(("kind", "bits", "form", "top"), KINDS)
def test_numbers_of_each_kind_are_as_bright_as_they_mean(tmp_path, kind, bits, form, top, order):
    within = 5 if bits in (6, 8) else 2
    for picture in (RGB, GRAY):
        levels = scaled(picture, top, kind)
        assert_shows(tmp_path, tiff(levels, bits, form=form, order=order), picture, within)


@pytest.mark.parametrize("is_big", [False, True])
@pytest.mark.parametrize("more", [{}, {"planes": True}, {"tile": (32, 16)}])
@pytest.mark.parametrize(
    ("bits", "form", "kind"), [(32, FLOAT, "f4"), (12, 1, "u2"), (16, 2, "i2")]
)
def test_pieces_lie_where_they_belong(tmp_path, bits, form, kind, more, is_big):
    top = {"f4": 1, "u2": 4095, "i2": 32767}[kind]
    wide = (np.add.outer(np.arange(HEIGHT), np.arange(WIDTH))[..., np.newaxis] + RGB) % 256
    data = tiff(scaled(wide, top, kind), bits, form=form, big=is_big, **more)
    assert_shows(tmp_path, data, wide)


@pytest.mark.parametrize("number", TURNS)
@pytest.mark.parametrize("more", [{}, {"tile": (32, 16), "big": True}])
@pytest.mark.parametrize(("bits", "form", "kind"), [(8, 1, "u1"), (16, 1, "u2"), (32, FLOAT, "f4")])
def test_it_is_upright(tmp_path, number, bits, form, kind, more):
    top = {"u1": 255, "u2": 65535, "f4": 1}[kind]
    stored = np.ascontiguousarray(TURNS[number](scaled(RGB, top, kind)))
    assert_shows(tmp_path, tiff(stored, bits, form=form, tags={274: number}, **more), RGB)


def test_other_meanings(tmp_path):
    light = GRAY.astype(np.float32) / 255
    assert_shows(tmp_path, tiff(light, 32, form=FLOAT, meaning=0), 255 - GRAY)
    assert_shows(tmp_path, tiff(scaled(GRAY, 4095, "u2"), 12, meaning=0), 255 - GRAY)
    share = ALPHA / 255
    for extra, colors in ((2, RGB / 255), (1, RGB / 255 * share)):
        levels = np.dstack([colors, share]).astype(np.float32)
        assert_shows(tmp_path, tiff(levels, 32, form=FLOAT, tags={338: extra}), OVER_GRAY)
    levels = np.dstack([GRAY, ALPHA]).astype(np.uint16) * 257
    data = tiff(levels, 16, tags={338: 2})
    assert_shows(tmp_path, data, OVER_GRAY[:, :, 1])
    more = np.dstack([RGB, ALPHA, ALPHA]).astype(np.uint16) * 257
    assert_shows(tmp_path, tiff(more, 16, tags={338: [0, 0]}), RGB)


def test_what_is_no_number_or_brighter_than_white(tmp_path):
    light = GRAY.astype(np.float32) / 255
    light[0, :3] = np.nan, np.inf, -5
    expected = GRAY.copy()
    expected[0, :3] = 0
    assert_shows(tmp_path, tiff(light, 32, form=FLOAT), expected)
    # Few lights do not make the rest dark, but numbers of another scale are no lights.
    light[0, :3] = 20
    expected[0, :3] = 255
    assert_shows(tmp_path, tiff(light, 32, form=FLOAT), expected)
    data = tiff(GRAY.astype(np.float32) / 255 * 4, 32, form=FLOAT)
    assert_shows(tmp_path, data, np.rint(GRAY * (255 / 200)))


def by_pillow(compression):
    """Return what packs bytes, one piece at a time, as Pillow writes them."""

    def pack(data):
        import io

        file = io.BytesIO()
        Image.frombytes("L", (len(data), 1), data).save(file, "TIFF", compression=compression)
        with Image.open(file) as picture:
            (start,), (length,) = picture.tag_v2[273], picture.tag_v2[279]
        return file.getvalue()[start : start + length]

    return pack


PACKED = {
    8: zlib.compress,
    32946: zlib.compress,
    5: by_pillow("tiff_lzw"),
    32773: by_pillow("packbits"),
    34925: by_pillow("lzma"),
    50000: by_pillow("zstd"),
}


@pytest.mark.parametrize("packing", PACKED)
def test_it_is_read_however_it_is_packed(tmp_path, packing):
    for levels, bits, form in (
        (RGB / np.float32(255), 32, FLOAT),
        (scaled(RGB, 4095, "u2"), 12, 1),
    ):
        data = tiff(levels, bits, form=form, packing=packing, pack=PACKED[packing])
        assert_shows(tmp_path, data, RGB)


def test_it_is_read_where_only_differences_are_stored(tmp_path):
    light = RGB.astype(np.float32) / 255
    # The bytes of each row apart, the highest ones first, and then how much they grow.
    apart = light.astype(">f4").view(np.uint8).reshape(HEIGHT, -1, 4).swapaxes(1, 2)
    flat = apart.reshape(HEIGHT, -1, 3)
    grown = np.diff(flat, axis=1, prepend=np.zeros((HEIGHT, 1, 3), np.uint8))
    stored = grown.reshape(HEIGHT, WIDTH, 3, 4).view("<f4")[..., 0]
    data = tiff(stored, 32, form=FLOAT, packing=8, pack=zlib.compress, tags={317: 3})
    assert_shows(tmp_path, data, RGB)
    whole = scaled(RGB, 2**32 - 1, "u4")
    steps = np.diff(whole, axis=1, prepend=np.zeros((HEIGHT, 1, 3), np.uint32))
    data = tiff(steps, 32, packing=8, pack=zlib.compress, tags={317: 2})
    assert_shows(tmp_path, data, RGB)


def test_a_small_copy_before_the_picture_is_left_out(tmp_path):
    for order in "<>":
        small = tiff(RGB[:8, :8], 8, order=order, tags={254: 1})
        whole = tiff(RGB, 8, order=order)
        (at,) = struct.unpack_from(order + "I", small, 4)
        n = len(small)
        # The directory of the second file, moved behind the first one.
        first, second = bytearray(small), bytearray(whole)
        (there,) = struct.unpack_from(order + "I", second, 4)
        (n_tags,) = struct.unpack_from(order + "H", second, there)
        for place in range(there + 2, there + 2 + 12 * n_tags, 12):
            tag, _, count = struct.unpack_from(order + "HHI", second, place)
            (value,) = struct.unpack_from(order + "I", second, place + 8)
            if count > 1:
                struct.pack_into(order + "I", second, place + 8, value + n)
                if tag == 273:
                    for each in range(count):
                        (start,) = struct.unpack_from(order + "I", second, value + 4 * each)
                        struct.pack_into(order + "I", second, value + 4 * each, start + n)
        (n_small,) = struct.unpack_from(order + "H", first, at)
        struct.pack_into(order + "I", first, at + 2 + 12 * n_small, n + there)
        assert_shows(tmp_path, bytes(first + second), RGB, within=0)


@pytest.mark.parametrize("share", [0.02, 0.3, 0.7, 0.99])
def test_what_is_cut_is_damaged(tmp_path, share):
    for more in ({}, {"tile": (32, 16)}, {"packing": 8, "pack": zlib.compress}):
        data = tiff(
            np.random.default_rng(0).random((HEIGHT, WIDTH), np.float32), 32, form=FLOAT, **more
        )
        path = tmp_path / "a.tif"
        path.write_bytes(data[: int(len(data) * share)])
        with pytest.raises(ImageError, match="damaged"):
            read_image(path)


def test_made_up_tags_are_told_and_need_no_memory(tmp_path):
    whole = tiff(RGB.astype(np.float32), 32, form=FLOAT, tile=(32, 16))
    values = np.random.default_rng(1)
    path = tmp_path / "a.tif"
    (at,) = struct.unpack_from("<I", whole, 4)
    for _ in range(300):
        data = bytearray(whole)
        for place in values.integers(at, len(data), 4):
            data[place] = values.integers(0, 256)
        path.write_bytes(data)
        with suppress(ImageError):
            assert read_image(path).ndim == 3
    for tags in ({322: 10**9}, {323: 10**9}, {256: 10**6}, {258: [32, 16, 8]}, {262: 9}):
        with pytest.raises(tiff_levels.TiffError):
            tiff_levels.decoded(
                tiff(RGB.astype(np.float32), 32, form=FLOAT, tile=(32, 16), tags=tags)
            )


def test_floats_of_a_large_picture_are_refused_before_they_are_read(tmp_path, monkeypatch):
    path = tmp_path / "a.tif"
    path.write_bytes(tiff(RGB.astype(np.float32), 32, form=FLOAT))
    monkeypatch.setattr(images, "MAX_BYTES", 30 * WIDTH * HEIGHT)
    with pytest.raises(ImageError, match="of memory"):
        read_image(path)


def test_a_piece_that_is_too_large_to_unpack_is_a_sentence(tmp_path, monkeypatch):
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 1000)
    Image.fromarray(GRAY.astype(np.float32)).save(tmp_path / "a.tif", compression="tiff_lzw")
    with pytest.raises(ImageError, match=r"a\.tif: the TIFF file is damaged or of a kind"):
        read_image(tmp_path / "a.tif")


def test_a_place_behind_all_memory_is_a_sentence(tmp_path):
    head = b"II" + struct.pack("<HHHQ", 43, 8, 0, 2**64 - 8)
    (tmp_path / "a.tif").write_bytes(head + bytes(3000))
    with pytest.raises(ImageError, match=r"a\.tif: "):
        read_image(tmp_path / "a.tif")
