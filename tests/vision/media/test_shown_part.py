"""What of a stored picture is seen, and where: canvases of GIFs, clean apertures, turns in XMP."""

import io
import struct

import cv2
import numpy as np
import pytest
from PIL import Image, ImageOps

from fer_desktop.vision.media.images import read_image
from tests import heic as made_heic

RED, GREEN, BLUE = (255, 0, 0), (0, 255, 0), (0, 0, 255)
GRAY = (128, 128, 128)


def gif(canvas, frame, at, *, background=1, transparent=None, before=b""):
    """Return a GIF of one blue picture, the upper left quarter red, somewhere on its canvas."""
    levels = np.full((frame[1], frame[0]), 2, np.uint8)
    levels[: frame[1] // 2, : frame[0] // 2] = 0
    picture = Image.fromarray(levels, "P")
    picture.putpalette([*RED, *GREEN, *BLUE, *[0] * 759])
    file = io.BytesIO()
    more = {} if transparent is None else {"transparency": transparent}
    picture.save(file, "GIF", optimize=False, **more)
    data = bytearray(file.getvalue())
    struct.pack_into("<HH", data, 6, *canvas)
    data[11] = background
    start = 13 + 3 * 256
    data[start:start] = before
    place = data.index(b"\x2c" + struct.pack("<HHHH", 0, 0, *frame), start)
    struct.pack_into("<HH", data, place + 1, *at)
    return bytes(data)


def rgb_of(path):
    return read_image(path)[:, :, ::-1]


def on_gray(canvas, frame, at, top_left=RED):
    shown = np.full((canvas[1], canvas[0], 3), 128, np.uint8)
    x, y = at
    shown[y : y + frame[1], x : x + frame[0]] = BLUE
    shown[y : y + frame[1] // 2, x : x + frame[0] // 2] = top_left
    return shown


@pytest.mark.parametrize("transparent", [None, 0])
def test_around_the_first_picture_of_a_gif_is_nothing_as_browsers_show_it(tmp_path, transparent):
    (tmp_path / "a.gif").write_bytes(gif((60, 40), (20, 10), (5, 7), transparent=transparent))
    expected = on_gray((60, 40), (20, 10), (5, 7), RED if transparent is None else GRAY)
    assert np.array_equal(rgb_of(tmp_path / "a.gif"), expected)


@pytest.mark.parametrize(
    ("canvas", "frame", "at", "shown"),
    [
        ((60, 40), (20, 10), (50, 35), (70, 45)),
        ((10, 10), (20, 10), (0, 0), (20, 10)),
        ((0, 0), (20, 10), (0, 0), (20, 10)),
    ],
)
def test_a_gif_is_as_large_as_its_first_picture_needs(tmp_path, canvas, frame, at, shown):
    (tmp_path / "a.gif").write_bytes(gif(canvas, frame, at))
    assert np.array_equal(rgb_of(tmp_path / "a.gif"), on_gray(shown, frame, at))


def test_a_comment_that_looks_like_a_mark_of_transparency_is_none(tmp_path):
    comment = b"\x21\xfe\x06\x21\xf9\x04\x01aa\x00"
    (tmp_path / "a.gif").write_bytes(gif((20, 10), (20, 10), (0, 0), before=comment))
    assert np.array_equal(rgb_of(tmp_path / "a.gif"), on_gray((20, 10), (20, 10), (0, 0)))


PARTS = np.zeros((64, 96, 3), np.uint8)
PARTS[:32, :48], PARTS[:32, 48:] = (200, 40, 20), (30, 210, 60)
PARTS[32:, :48], PARTS[32:, 48:] = (20, 60, 220), (220, 220, 220)


def with_aperture(monkeypatch, width, height, right=0, down=0, *, codec="hevc", **more):
    """Return a picture of which a part is to be seen: its size, and how far off the middle."""
    numbers = struct.pack(">IIIIiIiI", width, 1, height, 1, 2 * right, 2, 2 * down, 2)
    box = struct.pack(">I4s", 8 + len(numbers), b"clap") + numbers
    whole = made_heic._add

    def add(items, links, image, parts, *rest, **others):
        return whole(items, links, image, [box, *parts], *rest, **others)

    monkeypatch.setattr(made_heic, "_add", add)
    brand = b"avif" if codec == "av1" else b"heic"
    return made_heic.heic(PARTS, codec=codec, brand=brand, **more)


@pytest.mark.parametrize("codec", ["hevc", "av1"])
@pytest.mark.parametrize("rotation", [0, 1])
def test_what_lies_outside_the_clean_aperture_is_not_seen(tmp_path, monkeypatch, codec, rotation):
    # 48 x 32 around a point 8 to the right of the middle, and 4 above it.
    data = with_aperture(monkeypatch, 48, 32, 8, -4, codec=codec, rotation=rotation)
    (tmp_path / "a").write_bytes(data)
    expected = np.rot90(PARTS[12:44, 32:80], rotation)
    found = read_image(tmp_path / "a")
    assert found.shape == expected.shape
    assert np.abs(found.astype(int) - expected).mean() < 6


@pytest.mark.parametrize("size", [(0, 32), (96, 80), (400, 32)])
def test_an_aperture_that_can_not_be_leaves_an_avif_whole(tmp_path, monkeypatch, size):
    (tmp_path / "a").write_bytes(with_aperture(monkeypatch, *size, codec="av1"))
    assert read_image(tmp_path / "a").shape == PARTS.shape


def xmp(number, *, is_element=False):
    said = f'tiff:Orientation="{number}"/>'
    if is_element:
        said = f"><tiff:Orientation>{number}</tiff:Orientation></rdf:Description>"
    text = (
        '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description '
        f'xmlns:tiff="http://ns.adobe.com/tiff/1.0/" {said}</rdf:RDF></x:xmpmeta>'
    )
    body = b"http://ns.adobe.com/xap/1.0/\0" + text.encode()
    return b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body


def exif(number, tag=274):
    """Return EXIF data with one number in them: the orientation, or something else."""
    body = b"Exif\0\0MM\0*" + struct.pack(">IHHHIHHI", 8, 1, tag, 3, 1, number, 0, 0)
    return b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body


def jpeg(*parts):
    data = cv2.imencode(".jpg", PARTS, [cv2.IMWRITE_JPEG_QUALITY, 95])[1].tobytes()
    return data[:2] + b"".join(parts) + data[2:]


@pytest.mark.parametrize("number", range(1, 9))
@pytest.mark.parametrize("others", [(), (exif(300, 282),)])
def test_a_jpeg_is_upright_where_only_its_xmp_says_how(tmp_path, number, others):
    path = tmp_path / "a.jpg"
    path.write_bytes(jpeg(*others, xmp(number, is_element=number == 3)))
    # As Windows and Pillow show it; browsers look at EXIF only.
    expected = np.asarray(ImageOps.exif_transpose(Image.open(path)).convert("RGB"))
    found = rgb_of(path)
    assert found.shape == expected.shape
    assert np.abs(found.astype(int) - expected).mean() < 3


@pytest.mark.parametrize("parts", [(exif(6), xmp(3)), (xmp(3), exif(6))])
def test_of_a_jpeg_exif_counts_before_xmp(tmp_path, parts):
    (tmp_path / "a.jpg").write_bytes(jpeg(*parts))
    expected = np.rot90(PARTS, -1)
    assert np.abs(read_image(tmp_path / "a.jpg").astype(int) - expected).mean() < 3
    (tmp_path / "b.jpg").write_bytes(jpeg(exif(1), xmp(6)))
    assert np.abs(read_image(tmp_path / "b.jpg").astype(int) - PARTS).mean() < 3
