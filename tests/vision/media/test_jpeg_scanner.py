"""Whole pictures are found in any stream of bytes, however it is cut, and nothing else is."""

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from fer_desktop.vision.media import jpeg_scanner
from fer_desktop.vision.media.jpeg_scanner import JpegScanner


def jpeg(value=100, width=64, height=48):
    noise = np.random.default_rng(value).integers(0, 255, (height, width, 3), np.uint8)
    return cv2.imencode(".jpg", noise)[1].tobytes()


A, B, C = jpeg(1), jpeg(2), jpeg(3)


def pieces(data, n):
    return [data[i : i + n] for i in range(0, len(data), n)]


def found(data, n=1000):
    scanner = JpegScanner()
    return [picture for piece in pieces(data, n) for picture in scanner.feed(piece)], scanner


@pytest.mark.parametrize("n", [1, 7, 1000, 10**6])
def test_pictures_come_out_as_they_went_in_however_they_are_cut(n):
    pictures, scanner = found(b"--x\r\n\r\n" + A + b"\r\n--x\r\n" + B + C + b"\r\n", n)
    assert pictures == [A, B, C]
    assert scanner.n_broken == 0
    assert scanner.n_kept <= 1


def test_a_progressive_one_and_one_with_a_picture_in_its_head(tmp_path):
    path = tmp_path / "a.jpg"
    image = Image.fromarray(np.random.default_rng(0).integers(0, 255, (48, 64, 3), np.uint8))
    image.save(path, progressive=True, exif=b"Exif\0\0" + A[:3000], quality=90)
    data = path.read_bytes()
    assert A[:3000] in data
    assert found(data + B)[0] == [data, B]


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.999])
def test_half_a_picture_is_dropped_and_counted_and_the_next_ones_come(share):
    cut = A[: int(len(A) * share)]
    pictures, scanner = found(cut + b"\r\n--x\r\n" + B + C + A)
    assert pictures[-2:] == [C, A]
    assert cut not in pictures
    assert scanner.n_broken >= 1


def test_garbage_between_two_pictures_is_passed_over():
    noise = bytes(np.random.default_rng(0).integers(0, 255, 100_000, np.uint8)).replace(
        b"\xff\xd8", b"\xff\xd7"
    )
    pictures, _ = found(A + noise + B)
    assert pictures == [A, B]


def test_memory_is_bounded_whatever_comes(monkeypatch):
    monkeypatch.setattr(jpeg_scanner, "MOST_BYTES", 100_000)
    scanner = JpegScanner()
    for _ in range(50):  # a picture that never ends
        assert not list(scanner.feed(A[:-2] if not scanner.n_kept else b"\x11" * 10_000))
        assert scanner.n_kept <= 110_000 + len(A)
    assert scanner.n_broken >= 1
    assert list(scanner.feed(B)) == [B]


@given(st.lists(st.one_of(st.just(A), st.just(B), st.binary(max_size=60)), max_size=6), st.data())
@settings(max_examples=200, deadline=None)
def test_it_never_fails_and_gives_only_what_begins_and_ends_as_a_picture(parts, data):
    whole = b"".join(parts)
    for picture in found(whole, data.draw(st.integers(1, 5000)))[0]:
        assert picture in whole
        assert picture.startswith(b"\xff\xd8")
        assert picture.endswith(b"\xff\xd9")
