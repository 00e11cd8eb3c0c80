"""Pictures of inks and of rare kinds have the colors that they mean: CMYK, tiles, deep levels."""

import io
import struct
import zlib

import cv2
import numpy as np
import pytest
from PIL import Image, ImageCms, TiffImagePlugin

from fer_desktop.core.errors import ImageError
from fer_desktop.vision.media import images
from fer_desktop.vision.media.images import read_image, read_view
from tests.heic import heic

WIDTH, HEIGHT = 182, 130
RGB = np.full((HEIGHT, WIDTH, 3), (200, 190, 60), np.uint8)
RGB[:65, :91], RGB[:65, 91:], RGB[65:, :91] = (220, 60, 40), (40, 200, 80), (50, 70, 210)
BGR = np.ascontiguousarray(RGB[:, :, ::-1])
ALPHA = np.full((HEIGHT, WIDTH), 255, np.uint8)
ALPHA[:65, :91], ALPHA[65:, 91:] = 0, 128
SHARE = ALPHA[:, :, np.newaxis] / 255
OVER_GRAY = np.rint(BGR * SHARE + 128 * (1 - SHARE)).astype(np.uint8)
INKS = Image.fromarray(RGB).convert("CMYK")
GRAY = np.asarray(Image.fromarray(RGB).convert("L"))


def assert_shows(path, expected, within=8):
    """Compare the middles of the four quarters."""
    found = read_image(path)
    assert found.shape == (*expected.shape[:2], 3)
    assert found.flags.c_contiguous
    height, width = expected.shape[:2]
    for y in (height // 4, 3 * height // 4):
        for x in (width // 4, 3 * width // 4):
            apart = np.abs(found[y, x].astype(int) - expected[y, x].astype(int))
            assert apart.max() <= within, (y, x)


# JPEG and TIFF of inks.


def inks_profile():
    """Return an ICC profile of inks that is its own: black is weak, and magenta is blue."""
    grid = np.stack(np.meshgrid(*[np.linspace(0, 1, 3)] * 4, indexing="ij"), -1).reshape(-1, 4)
    cyan, magenta, yellow, black = grid.T
    light = 100 * (1 - 0.4 * cyan) * (1 - 0.6 * magenta) * (1 - 0.1 * yellow) * (1 - 0.7 * black)
    lab = np.stack([light, -40 * cyan, 60 * yellow - 50 * magenta], -1)
    table = np.rint(np.clip(lab * (2.55, 1, 1) + (0, 128, 128), 0, 255)).astype(np.uint8)
    curve = bytes(range(256))
    body = struct.pack(">4s4x4B", b"mft1", 4, 3, 3, 0)
    body += struct.pack(">9i", 65536, 0, 0, 0, 65536, 0, 0, 0, 65536)
    body += curve * 4 + table.tobytes() + curve * 3
    tags = {
        b"desc": struct.pack(">4sII", b"desc", 0, 1) + bytes(90),
        b"wtpt": struct.pack(">4sI3i", b"XYZ ", 0, 63190, 65536, 54061),
        b"A2B0": body,
    }
    start, data, index = 132 + 12 * len(tags), b"", b""
    for name, value in tags.items():
        index += struct.pack(">4sII", name, start + len(data), len(value))
        data += value + bytes(-len(value) % 4)
    head = struct.pack(">I4sI4s4s4s", start + len(data), b"", 0x02400000, b"prtr", b"CMYK", b"Lab ")
    head += bytes(12) + b"acsp" + bytes(28) + struct.pack(">3i", 63190, 65536, 54061)
    return head.ljust(128, b"\0") + struct.pack(">I", len(tags)) + index + data


def by_profile(inks, profile):
    """Return what LittleCMS makes of inks, BGR."""
    source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
    found = ImageCms.profileToProfile(
        inks, source, ImageCms.createProfile("sRGB"), outputMode="RGB"
    )
    return np.asarray(found)[:, :, ::-1]


def turned(orientation):
    tags = TiffImagePlugin.ImageFileDirectory_v2()
    tags[274] = orientation
    exif = Image.Exif()
    exif[274] = orientation
    return {".tif": {"tiffinfo": tags}, ".jpg": {"exif": exif.tobytes()}}


@pytest.mark.parametrize("orientation", [1, 2, 6, 7])
@pytest.mark.parametrize("suffix", [".jpg", ".tif"])
@pytest.mark.parametrize("has_profile", [True, False])
def test_inks_have_the_colors_of_their_profile(tmp_path, suffix, has_profile, orientation):
    profile = inks_profile() if has_profile else None
    path = tmp_path / f"a{suffix}"
    more = {"icc_profile": profile} if has_profile else {}
    INKS.save(path, quality=97, **more, **turned(orientation)[suffix])
    upright = by_profile(INKS, profile) if has_profile else BGR
    expected = {
        1: upright,
        2: upright[:, ::-1],
        6: np.rot90(upright, -1),
        7: np.rot90(upright.swapaxes(0, 1), 2),
    }[orientation]
    assert_shows(path, expected)


def test_the_profile_of_the_test_is_not_the_usual_mixing():
    assert np.abs(by_profile(INKS, inks_profile()).astype(int) - BGR).mean() > 20


def test_a_damaged_profile_of_inks_is_as_none(tmp_path):
    path = tmp_path / "a.jpg"
    INKS.save(path, quality=97, icc_profile=inks_profile()[:600])
    assert_shows(path, BGR)


def adobe_mark(data):
    """Return where the segment begins that says which way round the inks are, and its length."""
    at = data.index(b"\xff\xee")
    return at, 2 + int.from_bytes(data[at + 2 : at + 4], "big")


def test_inks_of_jpegs_are_the_other_way_round_only_with_adobes_mark(tmp_path):
    path = tmp_path / "a.jpg"
    # Pillow writes all of them inverted, with the mark.
    Image.fromarray(255 - np.asarray(INKS), "CMYK").save(path, quality=97)
    data = path.read_bytes()
    at, length = adobe_mark(data)
    path.write_bytes(data[:at] + data[at + length :])
    assert_shows(path, BGR)


def test_inks_whose_colors_are_kept_as_brightness_and_difference(tmp_path):
    # YCCK, as Photoshop writes it: the three colors as in other JPEGs, black beside, all inverted.
    stored = 255 - np.asarray(INKS).astype(np.uint8)
    cyan = np.ascontiguousarray(255 - stored[:, :, :3])
    y, cr, cb = cv2.split(cv2.cvtColor(cyan, cv2.COLOR_RGB2YCrCb))
    parts = np.dstack([y, cb, cr, stored[:, :, 3]])
    path = tmp_path / "a.jpg"
    Image.fromarray(255 - parts, "CMYK").save(path, quality=97)
    data = bytearray(path.read_bytes())
    at, length = adobe_mark(data)
    data[at + length - 1] = 2
    path.write_bytes(data)
    assert_shows(path, BGR)


def test_inks_that_end_too_early_are_damaged(tmp_path):
    path = tmp_path / "a.jpg"
    INKS.resize((800, 600)).save(path, quality=97)
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2] + b"\xff\xd9")
    with pytest.raises(ImageError, match="damaged; a part of the picture is missing"):
        read_image(path)


def test_inks_for_the_view(tmp_path):
    path = tmp_path / "a.jpg"
    INKS.resize((1600, 1200)).save(path, quality=97)
    image, size = read_view(path, 200)
    assert size == (1600, 1200)
    assert np.abs(image[image.shape[0] // 4, image.shape[1] // 4].astype(int) - BGR[0, 0]).max() < 8


def test_inks_need_more_memory_than_other_pictures(tmp_path, monkeypatch):
    for name, picture in (("inks.jpg", INKS), ("a.jpg", Image.fromarray(RGB))):
        picture.save(tmp_path / name)
    monkeypatch.setattr(images, "MAX_BYTES", 10 * WIDTH * HEIGHT)
    assert read_image(tmp_path / "a.jpg").shape == BGR.shape
    with pytest.raises(ImageError, match="of memory"):
        read_image(tmp_path / "inks.jpg")


# HEIC and AVIF.


@pytest.mark.parametrize("codec", ["hevc", "av1"])
@pytest.mark.parametrize("tile", [(64, 64), (96, 80)])
@pytest.mark.parametrize(("rotation", "mirror"), [(0, None), (1, None), (2, 1), (3, 0)])
def test_a_picture_of_tiles_is_whole_and_upright(tmp_path, codec, tile, rotation, mirror):
    brand = b"heic" if codec == "hevc" else b"avif"
    path = tmp_path / f"a.{brand.decode()}"
    path.write_bytes(
        heic(BGR, codec=codec, brand=brand, tile=tile, rotation=rotation, mirror=mirror)
    )
    expected = np.rot90(BGR, rotation)
    assert_shows(path, expected if mirror is None else np.flip(expected, mirror))


@pytest.mark.parametrize("codec", ["hevc", "av1"])
@pytest.mark.parametrize("tile", [None, (64, 64)])
@pytest.mark.parametrize("is_premultiplied", [False, True])
@pytest.mark.parametrize("rotation", [0, 1])
def test_what_is_transparent_lies_over_gray(tmp_path, codec, tile, is_premultiplied, rotation):
    brand = b"heic" if codec == "hevc" else b"avif"
    path = tmp_path / f"a.{brand.decode()}"
    image = np.rint(BGR * SHARE).astype(np.uint8) if is_premultiplied else BGR
    more = {"alpha": ALPHA, "tile": tile, "is_premultiplied": is_premultiplied}
    path.write_bytes(heic(image, codec=codec, brand=brand, rotation=rotation, **more))
    assert_shows(path, np.rot90(OVER_GRAY, rotation))


@pytest.mark.parametrize("n_bits", [8, 10, 12])
@pytest.mark.parametrize("has_alpha", [False, True])
def test_an_avif_of_more_bits_is_as_bright(tmp_path, n_bits, has_alpha):
    image = np.dstack([BGR, ALPHA]) if has_alpha else BGR
    if n_bits > 8:
        image = np.rint(image / 255 * (2**n_bits - 1)).astype(np.uint16)
    options = [cv2.IMWRITE_AVIF_DEPTH, n_bits, cv2.IMWRITE_AVIF_QUALITY, 95]
    path = tmp_path / "a.avif"
    path.write_bytes(cv2.imencode(".avif", image, options)[1].tobytes())
    assert_shows(path, OVER_GRAY if has_alpha else BGR)


def test_gray_of_more_than_8_bits_in_a_heic(tmp_path, monkeypatch):
    pi_heif = pytest.importorskip("pi_heif", reason="pi-heif is not installed")

    levels = GRAY.astype(np.uint16) << 8

    class Picture:
        mode, info, size = "I;16", {}, levels.shape[::-1]
        __array_interface__ = levels.__array_interface__

    monkeypatch.setattr(pi_heif, "open_heif", lambda *_, **__: Picture())
    path = tmp_path / "a.heic"
    path.write_bytes(heic(BGR))
    assert_shows(path, np.dstack([GRAY] * 3), within=1)


# Rare kinds.


@pytest.mark.parametrize("compression", ["lzma", "zstd", "packbits", "tiff_lzw"])
def test_a_tiff_is_read_however_it_is_packed(tmp_path, compression):
    path = tmp_path / "a.tif"
    Image.fromarray(RGB).save(path, compression=compression)
    assert_shows(path, BGR, within=0)


@pytest.mark.parametrize("orientation", [1, 6])
def test_a_tiff_that_opencv_does_not_know_is_upright(tmp_path, orientation):
    path = tmp_path / "a.tif"
    Image.fromarray(RGB).save(path, compression="lzma", **turned(orientation)[".tif"])
    assert_shows(path, BGR if orientation == 1 else np.rot90(BGR, -1), within=0)


@pytest.mark.parametrize("name", ["a.png", "a.tif"])
def test_transparent_gray(tmp_path, name):
    path = tmp_path / name
    if name == "a.png":  # one of its levels is glass
        Image.fromarray(GRAY).save(path, transparency=int(GRAY[0, 0]))
        expected = np.where(GRAY[0, 0] == GRAY, 128, GRAY)
    else:
        Image.fromarray(np.dstack([GRAY, ALPHA]), "LA").save(path)
        expected = np.rint(GRAY * SHARE[:, :, 0] + 128 * (1 - SHARE[:, :, 0]))
    assert_shows(path, np.dstack([expected] * 3), within=1)


@pytest.mark.parametrize("has_alpha", [True, False])
def test_a_bmp_with_transparency_of_its_own(tmp_path, has_alpha):
    pixels = np.dstack([BGR, ALPHA])[::-1].tobytes()
    masks = struct.pack("<4I", 0xFF0000, 0xFF00, 0xFF, 0xFF000000 if has_alpha else 0)
    head = struct.pack("<IiiHHIIiiII", 124, WIDTH, HEIGHT, 1, 32, 3, len(pixels), 0, 0, 0, 0)
    head = (head + masks).ljust(124, b"\0")
    path = tmp_path / "a.bmp"
    start = 14 + len(head)
    path.write_bytes(b"BM" + struct.pack("<IHHI", start + len(pixels), 0, 0, start) + head + pixels)
    assert_shows(path, OVER_GRAY if has_alpha else BGR, within=1)


@pytest.mark.parametrize("n_bits", [1, 2, 4, 8, 16])
def test_the_clear_level_of_a_gray_png_is_that_level_and_no_other(tmp_path, n_bits):
    most = 2**n_bits - 1
    levels = np.arange(40 * 64, dtype=np.int64).reshape(40, 64) * most // (40 * 64 - 1)
    level = int(levels[20, 32])
    bits = (levels[:, :, np.newaxis] >> np.arange(n_bits)[::-1] & 1).astype(np.uint8)
    rows = np.packbits(bits.reshape(40, -1), axis=1)

    def chunk(name, body):
        end = struct.pack(">I", zlib.crc32(name + body))
        return struct.pack(">I", len(body)) + name + body + end

    (tmp_path / "a.png").write_bytes(
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", struct.pack(">IIBBBBB", 64, 40, n_bits, 0, 0, 0, 0))
        + chunk(b"tRNS", struct.pack(">H", level))
        + chunk(b"IDAT", zlib.compress(b"".join(b"\0" + row.tobytes() for row in rows)))
        + chunk(b"IEND", b"")
    )
    expected = np.where(levels == level, 128, levels * 255 / most)
    found = read_image(tmp_path / "a.png")
    assert np.abs(found - expected[:, :, np.newaxis]).max() <= 1


def rgb_of_lab(lab):
    """Return what CIE's formulas make of L, a and b as Pillow holds them, under ICC's light."""
    light, a, b = (np.asarray(lab, np.float64)[:, :, channel] for channel in range(3))
    a, b = a - 128, b - 128
    y = (light * 100 / 255 + 16) / 116
    parts = np.stack([y + a / 500, y, y - b / 200], axis=-1)
    xyz = np.where(parts > 6 / 29, parts**3, 3 * (6 / 29) ** 2 * (parts - 4 / 29))
    xyz *= (0.9642, 1.0, 0.8249)
    to_rgb = [
        (3.1338561, -1.6168667, -0.4906146),
        (-0.9787684, 1.9161415, 0.0334540),
        (0.0719453, -0.2289914, 1.4052427),
    ]
    linear = np.clip(xyz @ np.array(to_rgb).T, 0, 1)
    curved = np.where(linear > 0.0031308, 1.055 * linear ** (1 / 2.4) - 0.055, 12.92 * linear)
    return np.rint(curved * 255)


@pytest.mark.parametrize("compression", [None, "tiff_lzw", "tiff_adobe_deflate"])
def test_colors_told_as_the_eye_sees_them(tmp_path, compression):
    srgb, lab = ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB")
    seen = ImageCms.profileToProfile(Image.fromarray(RGB), srgb, lab, outputMode="LAB")
    seen.save(tmp_path / "a.tif", compression=compression)
    with Image.open(tmp_path / "a.tif") as saved:
        assert saved.tag_v2[262] == 8
    # The 8 bits themselves cost strong colours some levels.
    stored = np.dstack([np.asarray(band) for band in seen.split()])
    expected = rgb_of_lab(stored)
    assert np.abs(expected - RGB).mean() < 4
    assert np.abs(read_image(tmp_path / "a.tif")[:, :, ::-1] - expected).max() <= 4
