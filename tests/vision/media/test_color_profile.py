"""Colour profiles of curves and a matrix, beside LittleCMS, which Pillow brings."""

import io
import struct

import numpy as np
import pytest
from PIL import Image, ImageCms

from fer_desktop.vision.media.color_profile import to_srgb
from fer_desktop.vision.media.images import read_image

P3 = ((0.51512, 0.24120, -0.00105), (0.29198, 0.69225, 0.04189), (0.15710, 0.06657, 0.78407))
ADOBE = ((0.60974, 0.31111, 0.01947), (0.20528, 0.62567, 0.06087), (0.14919, 0.06322, 0.74457))
SRGB = ((0.43607, 0.22249, 0.01392), (0.38515, 0.71687, 0.09708), (0.14307, 0.06061, 0.71410))
SRGB_CURVE = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)


def gamma(value):
    return struct.pack(">4sIIH", b"curv", 0, 1, round(value * 256))


def table(value):
    levels = np.rint(np.linspace(0, 1, 1024) ** value * 65535).astype(">u2")
    return struct.pack(">4sII", b"curv", 0, levels.size) + levels.tobytes()


def parametric(values):
    fixed = struct.pack(f">{len(values)}i", *(round(value * 65536) for value in values))
    return struct.pack(">4sIHH", b"para", 0, {1: 0, 5: 3}[len(values)], 0) + fixed


def profile(curve, parts=None):
    """Return an ICC profile: RGB with the XYZ of its parts under D50, or gray."""

    def xyz(values):
        return struct.pack(">4sI3i", b"XYZ ", 0, *(round(value * 65536) for value in values))

    name = struct.pack(">4sII", b"desc", 0, 1) + bytes(90)
    tags = {b"wtpt": xyz((0.9642, 1.0, 0.8249)), b"desc": name}
    if parts is None:
        tags[b"kTRC"] = curve
    else:
        for part, values in zip(b"rgb", parts, strict=True):
            tags[bytes([part]) + b"XYZ"], tags[bytes([part]) + b"TRC"] = xyz(values), curve
    start, body, index = 132 + 12 * len(tags), b"", b""
    for tag, data in tags.items():
        padded = data + bytes(-len(data) % 4)
        index += struct.pack(">4sII", tag, start + len(body), len(data))
        body += padded
    size = start + len(body)
    space = b"GRAY" if parts is None else b"RGB "
    head = struct.pack(">I4sI4s4s4s", size, b"", 0x02400000, b"mntr", space, b"XYZ ")
    head += bytes(12) + b"acsp" + bytes(28) + struct.pack(">3i", 63190, 65536, 54061)
    return head.ljust(128, b"\0") + struct.pack(">I", len(tags)) + index + body


def colors():
    return np.random.default_rng(0).integers(0, 256, (40, 60, 3)).astype(np.uint8)


def by_littlecms(rgb, data):
    """Return what another program makes of it, BGR."""
    source = ImageCms.ImageCmsProfile(io.BytesIO(data))
    target = ImageCms.createProfile("sRGB")
    found = ImageCms.profileToProfile(
        Image.fromarray(rgb), source, target, outputMode="RGB",
        renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
    )  # fmt: skip
    return np.asarray(found)[:, :, ::-1]


@pytest.mark.parametrize(
    "data",
    [
        profile(parametric(SRGB_CURVE), P3),
        profile(gamma(2.19921875), ADOBE),
        profile(table(1.8), ADOBE),
        profile(parametric((2.2,)), SRGB),
    ],
    ids=["Display P3", "Adobe RGB", "a table", "another curve"],
)
def test_a_wide_picture_has_the_colors_that_another_program_gives_it(data):
    rgb = colors()
    found = to_srgb(np.ascontiguousarray(rgb[:, :, ::-1]), data)
    assert np.abs(found.astype(int) - by_littlecms(rgb, data)).max() <= 2
    assert np.abs(found.astype(int) - rgb[:, :, ::-1]).mean() > 1


def test_a_gray_picture_whose_levels_are_light_itself():
    gray = np.arange(256, dtype=np.uint8).reshape(16, 16)
    light = gray / 255
    bent = np.where(light <= 0.0031308, 12.92 * light, 1.055 * light ** (1 / 2.4) - 0.055)
    found = to_srgb(np.dstack([gray] * 3), profile(gamma(1.0)))
    assert np.abs(found[:, :, 1] - bent * 255).max() <= 1


def test_srgb_by_another_name_and_what_is_not_known_stay_as_they_are():
    image = colors()
    for data in (profile(parametric(SRGB_CURVE), SRGB), None, b"", b"x" * 500):
        assert to_srgb(image, data) is image
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    assert to_srgb(image, lab) is image
    whole = profile(gamma(1.8), ADOBE)
    for end in range(0, len(whole) - 1, 7):
        to_srgb(image, whole[:end])  # cut anywhere
    values = np.random.default_rng(0)
    for _ in range(200):
        made_up = bytearray(profile(parametric(SRGB_CURVE), P3))
        for place in values.integers(132, len(made_up), 20):
            made_up[place] = values.integers(0, 256)
        assert to_srgb(image[:4, :4], bytes(made_up)).shape == (4, 4, 3)
    assert to_srgb(image, profile(parametric((2.4, 0.0, 1.0, 1.0, 1.0)), P3)).shape == image.shape


@pytest.mark.parametrize("suffix", [".png", ".jpg", ".webp", ".tif", ".avif"])
def test_the_profile_is_found_in_every_kind(tmp_path, suffix):
    data = profile(gamma(2.19921875), ADOBE)
    rgb = np.full((40, 60, 3), (200, 90, 60), np.uint8)
    path = tmp_path / f"a{suffix}"
    Image.fromarray(rgb).save(path, icc_profile=data, quality=95)
    expected = by_littlecms(rgb, data)[0, 0].astype(int)
    assert np.abs(read_image(path)[20, 30].astype(int) - expected).max() <= 6
