"""Pictures that tell their colours by numbers look as they should: PNG, AVIF and HEIC."""

import io
import struct
import zlib

import numpy as np
import pytest
from PIL import Image

from fer_desktop.core.errors import ImageError
from fer_desktop.vision.media.color_code import SRGB, coded, of_gamma
from fer_desktop.vision.media.images import read_image
from tests import heic as made_heic

WIDTH, HEIGHT = 90, 60
RGB = np.full((HEIGHT, WIDTH, 3), (200, 190, 60), np.uint8)
RGB[:30, :45], RGB[:30, 45:], RGB[30:, :45] = (220, 60, 40), (40, 200, 80), (50, 70, 210)
P3 = (0.3127, 0.329, 0.68, 0.32, 0.265, 0.69, 0.15, 0.06)
WIDE = (0.3127, 0.329, 0.708, 0.292, 0.17, 0.797, 0.131, 0.046)


def light_of(levels):
    """Return the light of sRGB's levels."""
    part = levels / 255
    return np.where(part <= 0.04045, part / 12.92, ((part + 0.055) / 1.055) ** 2.4)


def levels_of(light):
    """Return sRGB's levels of light."""
    light = np.clip(light, 0, 1)
    return 255 * np.where(light <= 0.0031308, light * 12.92, 1.055 * light ** (1 / 2.4) - 0.055)


def mixed(light, places):
    """Return light of other primaries as that of sRGB's."""

    def to_xyz(places):
        points = [(x / y, 1, (1 - x - y) / y) for x, y in np.reshape(places, (4, 2))]
        colors = np.array(points[1:]).T
        return colors * np.linalg.solve(colors, np.array(points[0]))

    return light @ (np.linalg.inv(to_xyz(SRGB)) @ to_xyz(places)).T


LIGHT = light_of(RGB)
AS_P3 = levels_of(mixed(LIGHT, P3))
AS_WIDE = levels_of(mixed(LIGHT, WIDE))


def assert_shows(path, expected, within=4):
    found = read_image(path)[:, :, ::-1].astype(int)
    assert found.shape == expected.shape
    for y, x in ((15, 22), (15, 67), (45, 22), (45, 67)):
        assert np.abs(found[y, x] - expected[y, x]).max() <= within, (y, x, found[y, x])


def png(levels, *chunks, more=b""):
    """Return a PNG of gray or RGB levels, of 8 or 16 bits."""

    def chunk(name, body):
        return (
            struct.pack(">I4s", len(body), name) + body + struct.pack(">I", zlib.crc32(name + body))
        )

    bits = 8 * levels.dtype.itemsize
    big = levels.astype(f">u{bits // 8}")
    head = struct.pack(
        ">IIBBBBB", *levels.shape[1::-1], bits, 2 if levels.ndim == 3 else 0, 0, 0, 0
    )
    rows = b"".join(b"\0" + row.tobytes() for row in big)
    parts = [(b"IHDR", head), *chunks, (b"IDAT", zlib.compress(rows)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(*part) for part in parts) + more


def gamma(value):
    return b"gAMA", struct.pack(">I", round(value * 100_000))


def places(values):
    return b"cHRM", struct.pack(">8I", *(round(value * 100_000) for value in values))


def numbers(primaries, transfer, is_full=1):
    return b"cICP", bytes([primaries, transfer, 0, is_full])


LINEAR_16 = np.rint(LIGHT * 65535).astype(np.uint16)
LINEAR_8 = np.rint(LIGHT * 255).astype(np.uint8)
NARROW = np.rint(16 + RGB * (219 / 255)).astype(np.uint8)
GRAY_16 = np.rint(light_of(RGB[:, :, 1]) * 65535).astype(np.uint16)
PNGS = {
    "light itself": (png(LINEAR_8, gamma(1)), RGB),
    "light itself, 16 bits": (png(LINEAR_16, gamma(1)), RGB),
    "light itself, gray": (png(GRAY_16, gamma(1)), np.dstack([RGB[:, :, 1]] * 3)),
    "an old Macintosh": (png(RGB, gamma(1 / 1.8)), levels_of((RGB / 255) ** 1.8)),
    "the usual gamma": (png(RGB, gamma(0.45455)), RGB),
    "the usual gamma and colours": (png(RGB, gamma(0.45455), places(SRGB)), RGB),
    "sRGB counts first": (png(RGB, (b"sRGB", b"\0"), gamma(1)), RGB),
    "wide colours": (
        png(RGB, gamma(0.45455), places(P3)),
        levels_of(mixed((RGB / 255) ** 2.2, P3)),
    ),
    "no triangle": (png(RGB, gamma(0.45455), places((0.3, 0.3) * 4)), RGB),
    "no gamma": (png(RGB, gamma(0)), RGB),
    "Display P3": (png(RGB, numbers(12, 13)), AS_P3),
    "BT.2020": (png(RGB, numbers(9, 13)), AS_WIDE),
    "numbers count first": (png(RGB, numbers(1, 13), gamma(1), places(P3)), RGB),
    "numbers of light": (png(LINEAR_16, numbers(1, 8)), RGB),
    "not all levels": (png(NARROW, numbers(1, 13, 0)), RGB),
    "unknown numbers": (png(RGB, numbers(2, 2)), RGB),
    "cut numbers": (png(RGB, (b"cICP", b"\1")), RGB),
}


@pytest.mark.parametrize("name", PNGS)
def test_a_png_has_the_colors_that_it_tells(tmp_path, name):
    data, expected = PNGS[name]
    (tmp_path / "a.png").write_bytes(data)
    assert_shows(tmp_path / "a.png", expected)


def test_what_shines_brighter_than_paper_is_cut_off():
    for code, white in ((coded(9, 16), 0.5807), (coded(9, 18), 0.75)):
        table = code.table(65535)
        assert table[0] == 0
        assert table[-1] == 255
        # ITU-R BT.2408: the level of paper.
        assert table[round(white * 65535)] == pytest.approx(255, abs=3)
        assert 40 < table[round(0.5 * white * 65535)] < 160
        assert (np.diff(table.astype(int)) >= 0).all()
    assert coded(1, 13).table(255) is None
    assert coded(1, 13).profile() is None
    assert of_gamma(0.45455).table(255) is None


def by_numbers(data, primaries, transfer):
    """Return an AVIF that tells other colours of the same levels."""
    data = bytearray(data)
    struct.pack_into(">HH", data, data.index(b"colrnclx") + 8, primaries, transfer)
    return bytes(data)


def avif(image, **options):
    file = io.BytesIO()
    Image.fromarray(image).save(file, "AVIF", quality=98, **options)
    return file.getvalue()


@pytest.mark.parametrize("levels", ["full", "limited"])
@pytest.mark.parametrize("colors", ["4:2:0", "4:4:4"])
def test_an_avif_has_the_colors_that_it_tells(tmp_path, levels, colors):
    data = avif(RGB, range=levels, subsampling=colors)
    for name, numbers_of_it, expected in (
        ("p3", (12, 13), AS_P3),
        ("wide", (9, 1), AS_WIDE),
        ("same", (1, 13), RGB),
    ):
        path = tmp_path / f"{name}.avif"
        path.write_bytes(by_numbers(data, *numbers_of_it))
        assert_shows(path, expected, within=8)


@pytest.mark.parametrize("levels", ["full", "limited"])
def test_a_gray_avif_is_as_bright_and_upright(tmp_path, levels):
    gray = np.dstack([RGB[:, :, 1]] * 3)
    exif = Image.Exif()
    exif[274] = 6
    stored = np.ascontiguousarray(np.rot90(gray))
    data = avif(stored, range=levels, subsampling="4:0:0", exif=exif.tobytes())
    (tmp_path / "a.avif").write_bytes(data)
    assert_shows(tmp_path / "a.avif", gray)


def test_transparent_colors_are_changed_before_they_are_mixed(tmp_path):
    share = np.full((HEIGHT, WIDTH, 1), 128, np.uint8)
    data = avif(np.dstack([RGB, share]), subsampling="4:4:4")
    (tmp_path / "a.avif").write_bytes(by_numbers(data, 12, 13))
    assert_shows(tmp_path / "a.avif", AS_P3 * 128 / 255 + 128 * 127 / 255, within=6)


@pytest.mark.parametrize(
    ("told", "expected"),
    [((12, 13), AS_P3), ((9, 13), AS_WIDE), ((1, 13), RGB), ((2, 2), RGB)],
)
def test_a_heic_has_the_colors_that_it_tells(tmp_path, monkeypatch, told, expected):
    body = b"nclx" + struct.pack(">HHHB", *told, 6, 0)
    box = struct.pack(">I4s", 8 + len(body), b"colr") + body
    whole = made_heic._add
    monkeypatch.setattr(
        made_heic,
        "_add",
        lambda items, links, image, parts, *rest, **more: whole(
            items, links, image, [*parts, box], *rest, **more
        ),
    )
    image = np.ascontiguousarray(RGB[:, :, ::-1])
    (tmp_path / "a.heic").write_bytes(made_heic.heic(image))
    assert_shows(tmp_path / "a.heic", expected, within=8)


# The turn.

XMP = (
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:Description '
    b'xmlns:tiff="http://ns.adobe.com/tiff/1.0/" tiff:Orientation="6"/></x:xmpmeta>'
)
EXIF = Image.Exif()
EXIF[274] = 6
TURNED = np.ascontiguousarray(np.rot90(RGB))


def as_text():
    data = EXIF.tobytes()
    return b"\nexif\n%8d\n" % len(data) + data.hex().encode() + b"\n"


@pytest.mark.parametrize(
    "chunk",
    [
        (b"eXIf", EXIF.tobytes().removeprefix(b"Exif\0\0")),
        (b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + XMP),
        (b"tEXt", b"Raw profile type exif\0" + as_text()),
        (b"zTXt", b"Raw profile type exif\0\0" + zlib.compress(as_text())),
    ],
)
def test_a_png_is_upright_wherever_it_says_how(tmp_path, chunk):
    (tmp_path / "a.png").write_bytes(png(TURNED, chunk))
    assert_shows(tmp_path / "a.png", RGB, within=0)
    # EXIF data count before what texts say.
    first = (b"eXIf", b"MM\0*" + struct.pack(">IHHHIHHI", 8, 1, 274, 3, 1, 1, 0, 0))
    (tmp_path / "b.png").write_bytes(png(RGB, first, chunk if chunk[0] != b"eXIf" else gamma(0)))
    assert_shows(tmp_path / "b.png", RGB, within=0)


@pytest.mark.parametrize("body", [b"Raw profile type exif\0\0x", b"Raw profile type exif\0", b""])
def test_a_broken_text_of_a_png_is_no_harm(tmp_path, body):
    (tmp_path / "a.png").write_bytes(png(RGB, (b"zTXt", body)))
    assert_shows(tmp_path / "a.png", RGB, within=0)


@pytest.mark.parametrize("is_moving", [False, True])
@pytest.mark.parametrize("where", ["exif", "xmp"])
def test_a_webp_is_upright_wherever_it_says_how(tmp_path, where, is_moving):
    more = {"exif": EXIF.tobytes()} if where == "exif" else {"xmp": XMP}
    if is_moving:
        more |= {"save_all": True, "append_images": [Image.fromarray(255 - TURNED)]}
    Image.fromarray(TURNED).save(tmp_path / "a.webp", lossless=True, **more)
    assert_shows(tmp_path / "a.webp", RGB)


def test_a_damaged_gray_avif_is_a_sentence(tmp_path):
    data = bytearray(avif(RGB[:, :, 0], range="limited", subsampling="4:0:0"))
    start = data.index(b"mdat") + 8
    data[start : start + 8] = b"nan nan "
    (tmp_path / "a.avif").write_bytes(data)
    with pytest.raises(ImageError, match=r"a\.avif: the AVIF file is damaged"):
        read_image(tmp_path / "a.avif")
