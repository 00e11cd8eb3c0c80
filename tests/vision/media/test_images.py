"""Reading and writing picture files: every kind that people have, and every way to be broken."""

import io
import os
import struct
import subprocess
import sys
import threading
import zlib
from pathlib import Path

import cv2
import numpy as np
import psutil
import pytest
from PIL import Image, ImageOps

from fer_desktop.core.errors import ImageError
from fer_desktop.vision.media import images
from fer_desktop.vision.media.images import read_image, read_view, write_image
from tests.fakes import n_lines_run, wait_until
from tests.heic import heic

ROOT = Path(__file__).parents[3]
BGR = np.zeros((40, 60, 3), np.uint8)
BGR[:, :30] = (200, 40, 20)
BGR[:20, 30:] = (20, 220, 90)


def encoded(suffix, image=BGR, *parameters):
    """Return the bytes of a picture."""
    done, data = cv2.imencode(suffix, image, parameters)
    assert done
    return data.tobytes()


def saved(folder, data, name="a.png"):
    """Return the path of a file with these bytes."""
    path = folder / name
    path.write_bytes(data)
    return path


def error_of(path):
    """Return the text of the error that reading gives: one sentence that names the file."""
    with pytest.raises(ImageError) as caught:
        read_image(path)
    text = str(caught.value)
    assert text.startswith(f"{path}: ")
    assert text.endswith(".")
    assert "\n" not in text
    return text


@pytest.mark.parametrize("suffix", [".png", ".jpg", ".webp", ".bmp", ".tiff", ".gif", ".avif"])
def test_every_kind_is_read(tmp_path, suffix):
    image = read_image(saved(tmp_path, encoded(suffix), f"a{suffix}"))
    assert (image.shape, image.dtype) == ((40, 60, 3), np.uint8)
    assert image.flags.c_contiguous
    assert np.abs(image[20, 10].astype(int) - BGR[20, 10]).max() < 40
    assert np.abs(image[8, 50].astype(int) - BGR[8, 50]).max() < 40


def test_the_content_counts_not_the_suffix(tmp_path):
    assert read_image(saved(tmp_path, encoded(".jpg"), "a.png")).shape == (40, 60, 3)


def test_a_path_may_be_a_text(tmp_path):
    path = saved(tmp_path, encoded(".png"))
    assert np.array_equal(read_image(str(path)), BGR)


def test_16_bits_keep_their_upper_eight(tmp_path):
    path = saved(tmp_path, encoded(".png", BGR.astype(np.uint16) * 257))
    assert np.abs(read_image(path).astype(int) - BGR).max() <= 1


def test_gray_becomes_three_channels(tmp_path):
    gray = cv2.cvtColor(BGR, cv2.COLOR_BGR2GRAY)
    image = read_image(saved(tmp_path, encoded(".png", gray)))
    assert np.array_equal(image, np.dstack([gray] * 3))


def test_16_bit_gray(tmp_path):
    gray = cv2.cvtColor(BGR, cv2.COLOR_BGR2GRAY)
    image = read_image(saved(tmp_path, encoded(".png", gray.astype(np.uint16) * 257)))
    assert image.shape == (40, 60, 3)
    assert np.abs(image.astype(int) - gray[..., np.newaxis]).max() <= 1


SHARES = np.repeat([0, 128, 255], [10, 10, 20]).astype(np.uint8)[:, np.newaxis]


def over_gray(image):
    share = SHARES[..., np.newaxis].astype(int)
    return (image * share + 128 * (255 - share)) / 255


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("a.png", {}),
        ("a.tif", {}),
        ("a.webp", {"quality": 95}),
        ("b.webp", {"lossless": True}),
        ("a.avif", {"quality": 95}),
    ],
)
@pytest.mark.parametrize(
    ("orientation", "stored"),
    [
        (1, lambda image: image),
        (6, np.rot90),
        (7, lambda image: image[::-1, ::-1].transpose(1, 0, 2)),
    ],
)
def test_what_is_transparent_lies_over_gray_and_upright(
    tmp_path, name, options, orientation, stored
):
    rgba = np.dstack([BGR[:, :, ::-1], np.broadcast_to(SHARES, BGR.shape[:2])])
    exif_data = Image.Exif()
    exif_data[0x0112] = orientation
    picture = Image.fromarray(np.ascontiguousarray(stored(rgba)))
    picture.save(tmp_path / name, exif=exif_data, **options)
    image = read_image(tmp_path / name)
    assert image.shape == BGR.shape
    assert np.abs(image - over_gray(BGR))[3:-3, 3:-3].mean() < 6


def test_transparent_levels_of_16_bits_and_of_gray(tmp_path):
    alpha = np.broadcast_to(SHARES, BGR.shape[:2])
    gray = np.ascontiguousarray(BGR[:, :, 1])
    cv2.imwrite(str(tmp_path / "16.png"), np.dstack([BGR, alpha]).astype(np.uint16) * 257)
    Image.fromarray(np.dstack([gray, alpha]), "LA").save(tmp_path / "la.png")
    assert np.abs(read_image(tmp_path / "16.png") - over_gray(BGR)).max() <= 1
    assert np.abs(read_image(tmp_path / "la.png") - over_gray(np.dstack([gray] * 3))).max() <= 1


@pytest.mark.parametrize(
    ("kind", "top", "is_gray"),
    [
        (np.float32, 1, True),
        (np.float32, 255, False),
        (np.float64, 1, False),
        (np.float32, 65535, True),
        (np.int32, 65535, True),
    ],
)
def test_floats_and_long_numbers_are_scaled(tmp_path, kind, top, is_gray):
    image = np.ascontiguousarray(BGR[:, :, 1]) if is_gray else BGR
    values = (image.astype(np.float64) * top / 255).astype(kind)
    values[-1, -1] = top
    path = saved(tmp_path, encoded(".tif", values))
    found = read_image(path)[:-1]
    expected = np.dstack([image] * 3)[:-1] if is_gray else image[:-1]
    assert np.abs(found.astype(int) - expected).max() <= 1


def test_black_and_white_and_palette(tmp_path):
    rgb = Image.fromarray(np.ascontiguousarray(BGR[:, :, ::-1]))
    rgb.quantize(8).save(tmp_path / "palette.png")
    rgb.convert("1").save(tmp_path / "bits.png")
    assert np.abs(read_image(tmp_path / "palette.png").astype(int) - BGR).max() < 8
    assert set(np.unique(read_image(tmp_path / "bits.png"))) == {0, 255}


def test_cmyk(tmp_path):
    path = tmp_path / "a.jpg"
    rgb = Image.fromarray(np.ascontiguousarray(BGR[:, :, ::-1]))
    rgb.convert("CMYK").save(path, quality=95)
    image = read_image(path)
    assert image.shape == (40, 60, 3)
    assert np.abs(image[20, 10].astype(int) - BGR[20, 10]).max() < 30


def test_an_animation_gives_its_first_picture(tmp_path):
    first, second = (Image.new("RGB", (60, 40), color) for color in ("red", "blue"))
    for name in ("a.gif", "a.webp"):
        first.save(tmp_path / name, save_all=True, append_images=[second])
        blue, _, red = read_image(tmp_path / name)[20, 30]
        assert red > 200
        assert blue < 50


def exif(orientation):
    """Return an APP1 segment with nothing but the orientation."""
    tiff = b"MM\x00*" + struct.pack(">IHHHIHHI", 8, 1, 0x0112, 3, 1, orientation, 0, 0)
    body = b"Exif\x00\x00" + tiff
    return b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body


@pytest.mark.parametrize(
    ("orientation", "turn"),
    [
        (1, lambda image: image),
        (2, lambda image: image[:, ::-1]),
        (3, lambda image: image[::-1, ::-1]),
        (6, lambda image: np.rot90(image, -1)),
        (8, np.rot90),
    ],
)
def test_exif_orientation_is_applied(tmp_path, orientation, turn):
    jpeg = encoded(".jpg", BGR, cv2.IMWRITE_JPEG_QUALITY, 95)
    image = read_image(saved(tmp_path, jpeg[:2] + exif(orientation) + jpeg[2:]))
    expected = turn(read_image(saved(tmp_path, jpeg)))
    assert image.shape == expected.shape
    assert np.array_equal(image, expected)
    assert image.flags.c_contiguous


@pytest.mark.parametrize("share", [0.98, 0.6, 0.2, 0.02])
@pytest.mark.parametrize("suffix", [".jpg", ".png", ".webp", ".bmp", ".gif", ".avif"])
def test_a_file_that_is_cut_short_is_refused(tmp_path, astronaut, suffix, share, capfd):
    data = encoded(suffix, astronaut[:200, :200])
    path = saved(tmp_path, data[: int(len(data) * share)], f"a{suffix}")
    assert ("cut short" in error_of(path)) or suffix in {".gif", ".avif"}


def test_every_length_of_a_cut_jpeg_is_refused(tmp_path):
    data = encoded(".jpg")
    for length in range(4, len(data) - 1, 3):
        assert "cut short" in error_of(saved(tmp_path, data[:length]))


def with_thumbnail(jpeg, thumbnail):
    """Return a JPEG that carries a whole small JPEG in its header, as those of cameras do."""
    body = b"Exif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x00\x00\x00\x00\x00" + thumbnail
    return jpeg[:2] + b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body + jpeg[2:]


def test_the_thumbnails_end_is_not_taken_for_the_pictures_end(tmp_path, astronaut):
    thumbnail = encoded(".jpg", astronaut[:60, :80])
    whole = with_thumbnail(encoded(".jpg", astronaut), thumbnail)
    assert whole.count(b"\xff\xd9") == 2
    assert read_image(saved(tmp_path, whole)).shape == astronaut.shape
    cut = saved(tmp_path, whole[: len(whole) // 2])
    assert b"\xff\xd9" in cut.read_bytes()
    assert "cut short" in error_of(cut)


def test_a_progressive_jpeg(tmp_path, astronaut):
    data = encoded(".jpg", astronaut, cv2.IMWRITE_JPEG_PROGRESSIVE, 1)
    assert read_image(saved(tmp_path, data)).shape == astronaut.shape
    assert "cut short" in error_of(saved(tmp_path, data[: len(data) // 2]))


@pytest.mark.parametrize("suffix", [".jpg", ".png", ".webp"])
def test_what_follows_the_picture_is_no_harm(tmp_path, suffix):
    # Phones put a short video behind a motion photo.
    data = encoded(suffix) + b"\x00\x00\x00\x18ftypmp42" + bytes(range(256)) * 40
    assert read_image(saved(tmp_path, data)).shape == (40, 60, 3)


def test_much_behind_a_png_is_no_harm(tmp_path):
    data = encoded(".png") + b"\x00\x00\x00\x18ftypmp42" + bytes(2_000_000)
    assert np.array_equal(read_image(saved(tmp_path, data)), BGR)


@pytest.mark.parametrize("suffix", [".png", ".gif", ".avif"])
def test_damaged_data_are_refused(tmp_path, astronaut, suffix, capfd):
    data = bytearray(encoded(suffix, astronaut[:200, :200]))
    data[len(data) // 2 : len(data) // 2 + 50] = b"\x55" * 50
    assert "damaged" in error_of(saved(tmp_path, data, f"a{suffix}"))


def test_an_empty_file(tmp_path):
    assert "empty" in error_of(saved(tmp_path, b""))


def test_a_folder(tmp_path):
    assert "folder" in error_of(tmp_path)


def test_no_such_file(tmp_path):
    assert "no such file" in error_of(tmp_path / "gone.png")


@pytest.mark.parametrize("name", ["x" * 5000, "a\0b.png"])
def test_an_impossible_name(name):
    assert "can't be opened" in error_of(Path(name))


def test_a_file_that_is_refused(tmp_path, monkeypatch):
    def refuse(path):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert "can't be opened (Permission denied)" in error_of(saved(tmp_path, encoded(".png")))


def test_a_file_that_is_far_too_large(tmp_path):
    path = tmp_path / "a.png"
    with path.open("wb") as file:
        file.truncate(images.MAX_FILE_BYTES + 1)  # sparse
    assert "larger than 300 MB" in error_of(path)


@pytest.mark.parametrize(
    "data",
    [b"hello, this is a text", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"\x00" * 64, b"\xff"],
)
def test_what_is_no_picture(tmp_path, data):
    assert "not a picture" in error_of(saved(tmp_path, data))


WIDE = np.full((128, 192, 3), 60, np.uint8)
WIDE[:64, :96], WIDE[:64, 96:] = (200, 40, 20), (20, 220, 90)


def test_a_video_is_no_damaged_picture(tmp_path):
    head = struct.pack(">I4s4sI4s", 24, b"ftyp", b"isom", 512, b"isom") + bytes(200)
    assert "not a picture" in error_of(saved(tmp_path, head, "a.jpg"))


@pytest.mark.parametrize("brand", [b"heic", b"heix", b"mif1", b"msf1"])
def test_heic_is_read_with_its_colors(tmp_path, brand):
    image = read_image(saved(tmp_path, heic(WIDE, brand=brand), "IMG_1.HEIC"))
    assert (image.shape, image.dtype) == ((128, 192, 3), np.uint8)
    assert image.flags.c_contiguous
    assert np.abs(image.astype(int) - WIDE).mean() < 3


def test_the_memory_of_a_heic_is_its_own(tmp_path):
    large = cv2.resize(WIDE, (2048, 1536), interpolation=cv2.INTER_NEAREST)
    image = read_image(saved(tmp_path, heic(large), "IMG_1.HEIC"))
    # What the library freed is likely to be used for these.
    others = [np.full(large.shape, 3, np.uint8) for _ in range(4)]
    assert np.abs(image.astype(int) - large).mean() < 3
    assert len(others) == 4


@pytest.mark.parametrize("mirror", [None, 0, 1])
@pytest.mark.parametrize("rotation", range(4))
def test_heic_is_upright_and_mirrored_as_its_boxes_say(tmp_path, rotation, mirror):
    expected = np.rot90(WIDE, rotation)
    expected = expected if mirror is None else np.flip(expected, mirror)
    image = read_image(saved(tmp_path, heic(WIDE, rotation=rotation, mirror=mirror), "a.heic"))
    assert image.shape == expected.shape
    assert np.abs(image.astype(int) - expected).mean() < 3


@pytest.mark.parametrize("share", [0.05, 0.3, 0.9])
def test_a_heic_that_is_cut_is_damaged(tmp_path, share):
    data = heic(WIDE)
    assert "damaged" in error_of(saved(tmp_path, data[: int(len(data) * share)], "a.heic"))


def test_a_heic_without_its_library_says_what_to_do(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "pi_heif", None)
    assert "pip install pi-heif" in error_of(saved(tmp_path, heic(WIDE), "a.heic"))


def test_an_avif_that_begins_as_heic_pictures_do_is_one(tmp_path):
    data = encoded(".avif")
    assert data[4:12] == b"ftypavif"
    path = saved(tmp_path, data[:8] + b"mif1" + data[12:], "a.avif")
    assert np.abs(read_image(path).astype(int) - BGR).mean() < 8


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_is_refused_at_once(tmp_path):
    # Reading one would wait for ever.
    path = tmp_path / "pipe.png"
    os.mkfifo(path)
    texts = []

    def read():
        try:
            read_image(path)
        except ImageError as error:
            texts.append(str(error))

    thread = threading.Thread(target=read, daemon=True)
    thread.start()
    try:
        wait_until(lambda: not thread.is_alive())
    finally:
        if thread.is_alive():
            os.close(os.open(path, os.O_WRONLY))  # lets the reader go
            thread.join(3)
    assert texts
    assert str(path) in texts[0]


def png_bomb(side):
    """Return a small PNG that says it is `side` pixels wide and high."""

    def chunk(name, data):
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    rows = zlib.compress(bytes(1 + 3 * side) * 3, 9)
    chunks = chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + chunks


def test_a_picture_that_unpacks_to_gigabytes_is_refused(tmp_path):
    # In a process of its own: OpenCV reads its limit once, when it is loaded.
    path = saved(tmp_path, png_bomb(30_000))
    code = (
        "import resource, sys\n"
        "from fer_desktop.vision.media.images import read_image\n"
        "before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "try:\n"
        "    read_image(sys.argv[1])\n"
        "except Exception as error:\n"
        "    print(type(error).__name__, error)\n"
        "print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)\n"
    )
    if sys.platform == "win32":
        pytest.skip("Windows has no module resource")
    environment = {k: v for k, v in os.environ.items() if not k.startswith("OPENCV_")}
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=environment,
        check=True,
    )
    text, grown_mb = done.stdout.splitlines()
    assert text == (
        f"ImageError {path}: the picture is larger than 100 megapixels; shrink it first."
    )
    assert int(grown_mb) < 100


@pytest.mark.parametrize("name", ["Žofie 😀.png", "フォルダ/写真.jpg", "a b'c\"d;e.png"])
def test_any_name_is_read_and_written(tmp_path, name):
    if sys.platform == "win32" and '"' in name:
        pytest.skip("Windows has no such names")
    path = tmp_path / name
    write_image(path, BGR)
    assert read_image(path).shape == BGR.shape


@pytest.mark.parametrize("name", ["a.png", "a.PNG", "a.bmp", "a.tiff"])
def test_what_is_written_without_loss_reads_the_same(tmp_path, name):
    write_image(tmp_path / name, BGR)
    assert np.array_equal(read_image(tmp_path / name), BGR)


def test_jpeg_is_written_well(tmp_path, astronaut):
    write_image(tmp_path / "a.jpg", astronaut)
    difference = np.abs(read_image(tmp_path / "a.jpg").astype(int) - astronaut)
    assert difference.mean() < 2.2  # 3.4 at OpenCV's lower usual qualities
    assert (tmp_path / "a.jpg").stat().st_size == len(
        encoded(".jpg", astronaut, cv2.IMWRITE_JPEG_QUALITY, 95)
    )


def test_folders_are_made_and_nothing_else_is_left(tmp_path):
    write_image(tmp_path / "new" / "deep" / "a.png", BGR)
    assert [p.name for p in (tmp_path / "new" / "deep").iterdir()] == ["a.png"]


@pytest.mark.parametrize("name", ["a.txt", "a", ".png", "a.pdf", "a.jpg.part"])
def test_an_unknown_suffix_is_refused(tmp_path, name, capfd):
    with pytest.raises(ImageError, match=r"can't be written as '.*'; use \.png or \.jpg\."):
        write_image(tmp_path / name, BGR)
    assert list(tmp_path.iterdir()) == []


def test_a_failure_keeps_the_old_file_whole(tmp_path, monkeypatch):
    path = tmp_path / "a.png"
    write_image(path, BGR)

    def full(part, data):
        with part.open("wb") as file:
            file.write(data[:20])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(ImageError, match=r"can't be written \(No space left on device\)"):
        write_image(path, np.zeros_like(BGR))
    assert np.array_equal(read_image(path), BGR)
    assert [p.name for p in tmp_path.iterdir()] == ["a.png"]


def test_a_file_in_the_place_of_a_folder(tmp_path):
    blocker = saved(tmp_path, b"x", "file")
    with pytest.raises(ImageError, match="can't be written"):
        write_image(blocker / "a.png", BGR)


def test_a_folder_in_the_place_of_the_file(tmp_path):
    (tmp_path / "a.png").mkdir()
    with pytest.raises(ImageError, match="can't be written"):
        write_image(tmp_path / "a.png", BGR)
    assert [p.name for p in tmp_path.iterdir()] == ["a.png"]


# What people have beside, and what was made to do harm.


@pytest.mark.parametrize("orientation", range(1, 9))
def test_an_avif_is_upright_and_mirrored_as_its_boxes_say(tmp_path, orientation):
    # Pillow makes boxes of the orientation, and shows what should be seen.
    image = Image.fromarray(np.ascontiguousarray(BGR[:, :, ::-1]))
    exif = image.getexif()
    exif[0x0112] = orientation
    jpeg, path = tmp_path / "a.jpg", tmp_path / "a.avif"
    image.save(jpeg, exif=exif, quality=95)
    image.save(path, exif=exif, quality=95)  # takes the orientation out of `exif`
    expected = np.asarray(ImageOps.exif_transpose(Image.open(jpeg)))[:, :, ::-1]
    found = read_image(path)
    assert found.shape == expected.shape
    assert np.abs(found.astype(int) - expected).mean() < 8


def test_a_moving_avif_gives_its_first_picture(tmp_path):
    first = Image.fromarray(np.full((40, 60, 3), 200, np.uint8))
    others = [Image.fromarray(np.full((40, 60, 3), 20, np.uint8))] * 3
    path = tmp_path / "a.avif"
    first.save(path, save_all=True, append_images=others)
    assert path.read_bytes()[4:12] == b"ftypavis"
    found = read_image(path)
    assert found.shape == (40, 60, 3)
    assert abs(float(found.mean()) - 200) < 4


def test_a_big_tiff(tmp_path):
    path = tmp_path / "a.tif"
    image = Image.fromarray(np.ascontiguousarray(BGR[:, :, ::-1]))
    image.save(path, big_tiff=True)
    assert path.read_bytes()[2] == 43
    assert np.array_equal(read_image(path), BGR)


@pytest.mark.parametrize("share", [0.2, 0.6])
def test_a_jpeg_that_ends_too_early_behind_an_end_mark_is_damaged(
    tmp_path, astronaut, share, capfd
):
    data = encoded(".jpg", astronaut)
    path = saved(tmp_path, data[: int(len(data) * share)] + b"\xff\xd9", "a.jpg")
    assert "damaged; a part of the picture is missing" in error_of(path)
    assert capfd.readouterr().err == ""


def test_a_chunk_that_is_longer_than_the_file_is_refused_before_it_is_read(tmp_path):
    chunk = struct.pack(">IIBBBBB", 8, 8, 8, 2, 0, 0, 0)
    head = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + b"IHDR" + chunk
    head += struct.pack(">I", zlib.crc32(b"IHDR" + chunk))
    data = head + struct.pack(">I", 0xFFFFFFF0) + b"tEXt" + b"IEND\xaeB`\x82"
    before = psutil.Process().memory_info().rss
    assert "damaged" in error_of(saved(tmp_path, data))
    assert psutil.Process().memory_info().rss - before < 50e6


def test_a_jpeg_full_of_nothing_is_refused_at_once(tmp_path):
    path = saved(tmp_path, b"\xff\xd8" + b"\xff" * 20_000_000 + b"\xda\xff\xd9", "a.jpg")
    assert n_lines_run(lambda: error_of(path)) < 1000, "not byte by byte, which took minutes"


def too_large():
    """Return the starts of pictures of 15000 x 15000 pixels, in each kind."""
    side = 15_000
    plain = encoded(".jpg")
    at = plain.index(b"\xff\xc0") + 5
    jpeg = plain[:at] + struct.pack(">HH", side, side) + plain[at + 4 :]
    bmp = bytearray(encoded(".bmp"))
    bmp[18:26] = struct.pack("<ii", side, -side)
    gif = bytearray(encoded(".gif"))
    gif[6:10] = struct.pack("<HH", side, side)
    webp = bytearray(encoded(".webp"))
    webp[21:25] = struct.pack("<I", (side - 1) | (side - 1) << 14)  # without loss
    avif = bytearray(encoded(".avif"))
    place = avif.index(b"ispe") + 8
    avif[place : place + 8] = struct.pack(">II", side, side)
    small = io.BytesIO()
    Image.new("I;16", (side, side)).save(small, "TIFF", compression="tiff_adobe_deflate")
    tiff, phone = small.getvalue(), heic(WIDE, size=(side, side))
    return {
        "heic": phone,
        "jpg": jpeg,
        "bmp": bmp,
        "gif": gif,
        "webp": webp,
        "avif": avif,
        "tif": tiff,
    }


def test_too_many_pixels_are_refused_in_every_kind_whatever_opencv_allows(tmp_path, monkeypatch):
    monkeypatch.setattr(images.cv2, "imdecode", None)  # it must not get that far
    found = {**too_large(), "png": png_bomb(15_000)}
    for suffix, data in found.items():
        path = saved(tmp_path, bytes(data), f"a.{suffix}")
        assert "larger than 100 megapixels" in error_of(path), suffix


@pytest.mark.parametrize("kind", ["TIFF", "GIF", "HEIC"])
def test_what_needs_too_much_memory_is_refused(tmp_path, monkeypatch, kind):
    small = io.BytesIO()
    if kind == "HEIC":
        data, n_pixels = heic(WIDE), 192 * 128
    else:
        Image.new("I;16" if kind == "TIFF" else "P", (60, 40)).save(small, kind)
        data, n_pixels = small.getvalue(), 60 * 40
    path = saved(tmp_path, data, f"a.{kind.lower()}")
    assert read_image(path).ndim == 3
    monkeypatch.setattr(images, "MAX_BYTES", n_pixels * 4)
    assert "of memory; shrink it first, or save it as JPEG" in error_of(path)


# Views


@pytest.mark.parametrize(
    ("size", "least", "shown"),
    [
        ((4000, 3000), 1600, (2000, 1500)),
        ((4001, 3001), 1600, (2001, 1501)),
        ((8000, 200), 900, (1000, 25)),
        ((1600, 1200), 1600, (1600, 1200)),
        ((4000, 3000), 0, (4000, 3000)),
    ],
)
def test_a_jpeg_is_read_small_for_the_view(tmp_path, size, least, shown):
    path = tmp_path / "a.jpg"
    cv2.imwrite(str(path), np.full((size[1], size[0], 3), 99, np.uint8))
    image, whole = read_view(path, least)
    assert (image.shape[1], image.shape[0]) == shown
    assert whole == size


def test_a_turned_jpeg_has_the_size_that_people_see(tmp_path):
    path = tmp_path / "a.jpg"
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by a quarter
    Image.new("RGB", (4000, 2000), (200, 0, 0)).save(path, exif=exif)
    image, whole = read_view(path, 1600)
    assert whole == (2000, 4000)
    assert image.shape == (2000, 1000, 3)


def test_other_kinds_are_read_whole(tmp_path):
    path = tmp_path / "a.png"
    cv2.imwrite(str(path), np.full((40, 4000, 3), 99, np.uint8))
    assert read_view(path, 100)[0].shape == (40, 4000, 3)
