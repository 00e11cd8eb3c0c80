"""However a video or picture is stored, its faces are where they are in the upright one."""

import json
from fractions import Fraction
from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image

from fer_desktop.__main__ import main
from fer_desktop.vision.media.video_source import VideoSource
from tests.heic import heic
from tests.movies import write_movie

SHARP = {"crf": "1", "preset": "ultrafast"}
N_FRAMES = 2
FULL_RANGE = 2
OTHER_COLORS = ("rgb.mkv", "rgb of ffv1.mkv", "gray.mkv", "gray of ffv1.mkv")
"""Videos that lose nothing of the picture but its colours. The others have a colour for four pixels
or two, by which the detector's box is up to three pixels another one than that of the picture.
"""
TURNS = {
    2: lambda image: image[:, ::-1],
    3: lambda image: image[::-1, ::-1],
    4: lambda image: image[::-1],
    5: lambda image: image.swapaxes(0, 1),
    6: lambda image: np.rot90(image, 1),
    7: lambda image: np.rot90(image, 2).swapaxes(0, 1),
    8: lambda image: np.rot90(image, -1),
}
"""What is stored so that EXIF's number makes it upright."""
SUFFIXES, TURNED = (".jpg", ".webp", ".avif"), (5, 6)
"""Of one kind every number is tried; of the others a turn, and one that is mirrored too."""


def rotated(folder, image, degrees, is_mirrored, suffix):
    """Write a video that is upright once it is turned to the left, and then mirrored."""
    stored = image[:, ::-1] if is_mirrored else image
    stored = np.ascontiguousarray(np.rot90(stored, -degrees // 90))
    write_movie(
        folder / f"turned {degrees} {is_mirrored}{suffix}",
        [stored] * N_FRAMES,
        options=SHARP,
        prepare=lambda track: track.set_display_rotation(degrees, hflip=is_mirrored),
    )


def squeezed(folder, image, shape, name, **more):
    """Write a video whose pixels are so many times as wide as they are high."""
    height, width = image.shape[:2]
    size = (round(width / shape), height) if shape > 1 else (width, round(height * shape))
    stored = cv2.resize(image, size, interpolation=cv2.INTER_AREA)

    def prepare(track):
        track.codec_context.sample_aspect_ratio = shape

    write_movie(folder / name, [stored] * N_FRAMES, prepare=prepare, **more)


def other_pixels(folder, image):
    """Write videos of more bits, of all colors, of full range.

    H.265 not into MP4: FFmpeg refuses what the encoder makes now and then.
    """
    kinds = {
        "ten bits.ts": ("libx265", "yuv420p10le", {"x265-params": "log-level=none:crf=1"}),
        "prores.mov": ("prores_ks", "yuv422p10le", {}),
        "all colors.mkv": ("libx264", "yuv444p", SHARP),
        "full range.avi": ("mjpeg", "yuvj422p", {"q": "1"}),
        "rgb.mkv": ("libx264rgb", "rgb24", {**SHARP, "crf": "0"}),
        "rgb of ffv1.mkv": ("ffv1", "bgr0", {}),
        "gray.mkv": ("libx264", "gray", SHARP),
        "gray of ffv1.mkv": ("ffv1", "gray", {}),
    }

    def prepare(track):
        if track.pix_fmt == "gray":
            track.codec_context.color_range = FULL_RANGE

    for name, (codec, form, options) in kinds.items():
        images = [image] * N_FRAMES
        more = {"pix_fmt": form, "prepare": prepare}
        write_movie(folder / name, images, codec=codec, options=options, **more)


def assert_same_pictures(folder, image):
    """Compare what is stored without loss of colours with what is read, level by level."""
    gray = cv2.cvtColor(cv2.cvtColor(image, cv2.COLOR_BGR2GRAY), cv2.COLOR_GRAY2BGR)
    for name in OTHER_COLORS:
        expected = image if name.startswith("rgb") else gray
        source = VideoSource(folder / name)
        source.open()
        apart = np.abs(source.read().image.astype(int) - expected)
        source.close()
        assert apart.mean() < 0.5, name
        assert apart.max() <= 3, name


@pytest.fixture(scope="module")
def found(astronaut, tmp_path_factory):
    """Return the boxes of each file's frames, by name, from one run of the command."""
    folder = tmp_path_factory.mktemp("stored")
    image = np.full((576, 768, 3), 128, np.uint8)
    image[32:544, 128:640] = astronaut
    write_movie(folder / "upright.mp4", [image] * N_FRAMES, options=SHARP)
    cv2.imwrite(str(folder / "upright.png"), image)
    for degrees in (90, 180, -90):
        rotated(folder, image, degrees, False, ".mov")
        rotated(folder, image, degrees, True, ".mp4")
    rotated(folder, image, 0, True, ".mov")
    squeezed(folder, image, Fraction(2), "wide pixels.mkv", options=SHARP)
    squeezed(folder, image, Fraction(1, 2), "high pixels.mp4", options=SHARP)
    lines = {**SHARP, "flags": "+ildct+ilme", "x264-params": "tff=1"}
    squeezed(folder, image, Fraction(16, 15), "lines.mts", options=lines, format="mpegts")
    other_pixels(folder, image)
    for number, turn in TURNS.items():
        exif = Image.Exif()
        exif[274] = number
        stored = Image.fromarray(np.ascontiguousarray(turn(image)[:, :, ::-1]))
        for suffix in SUFFIXES if number in TURNED else SUFFIXES[:1]:
            stored.save(folder / f"exif {number}{suffix}", exif=exif.tobytes(), quality=95)
    upright = np.ascontiguousarray(np.rot90(image, -1))
    (folder / "tiles.heic").write_bytes(heic(upright, rotation=1, tile=(256, 256)))
    Image.fromarray(image[:, :, ::-1]).convert("CMYK").save(folder / "inks.jpg", quality=95)
    assert_same_pictures(folder, image)
    output = folder.parent / "found.json"
    arguments = ["analyze", str(folder), "--format", "json", "--output", str(output)]
    assert main([*arguments, "--workers", "1", "--search", "fast"]) == 0
    inputs = json.loads(output.read_text(encoding="utf-8"))["inputs"]
    assert [each["path"] for each in inputs if each["error"]] == []
    assert len(inputs) == len(list(folder.iterdir()))
    return {
        Path(each["path"]).name: [
            [face["box"] for face in frame["faces"]] for frame in each["frames"]
        ]
        for each in inputs
    }


def test_the_face_is_found_where_it_is(found):
    ((box,),) = found["upright.png"]
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    assert (x, y) == pytest.approx((128 + 225, 32 + 114), abs=25)


def test_boxes_of_videos_are_those_of_the_upright_one(found):
    videos = {name: frames for name, frames in found.items() if len(frames) == N_FRAMES}
    assert len(videos) == 15 + len(OTHER_COLORS)
    for name, frames in videos.items():
        ((picture,),) = found["upright.png"]
        for boxes, (video,) in zip(frames, found["upright.mp4"], strict=True):
            expected = picture if name in OTHER_COLORS else video
            assert len(boxes) == 1, name
            assert boxes[0] == pytest.approx(expected, abs=2), name


def test_boxes_of_pictures_are_those_of_the_upright_one(found):
    pictures = {name: frames for name, frames in found.items() if len(frames) == 1}
    assert len(pictures) == len(TURNS) + 2 * len(TURNED) + 3
    for name, ((box,),) in pictures.items():
        assert box == pytest.approx(found["upright.png"][0][0], abs=2), name
