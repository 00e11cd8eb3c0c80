"""Thumbnails before the analysis: of what is seen, the last one first, and of what is cheap."""

import threading
from pathlib import Path

import cv2
import numpy as np
import pytest

from fer_desktop.core.errors import ImageError
from fer_desktop.live.pictures import THUMBNAIL_SIDE_PX
from fer_desktop.live.thumbnails import MOST_WAITING, Thumbnails
from fer_desktop.vision.media.images import read_small
from tests.fakes import PATIENCE_S, picture, wait_until


@pytest.fixture
def start():
    """Return a function that starts a thread; all are stopped in the end."""
    threads = []

    def thumbnails(read):
        threads.append(Thumbnails(read))
        return threads[-1]

    yield thumbnails
    for found in threads:
        assert found.stop(PATIENCE_S)


@pytest.fixture
def held(start):
    """Return a thread that is held at its first picture, what lets it go, and what it has read."""
    entered, gate, read = threading.Event(), threading.Event(), []

    def slow(path):
        read.append(path.name)
        entered.set()
        gate.wait(PATIENCE_S)
        return picture(8, 6)

    thumbnails = start(slow)
    thumbnails.want(Path("first"))
    assert entered.wait(PATIENCE_S)
    return thumbnails, gate, read


def all_of(thumbnails, n):
    found = []
    wait_until(lambda: found.extend(thumbnails.poll()) or len(found) >= n)
    return found


def test_a_small_copy_comes_as_a_jpeg_file(start, tmp_path):
    path = tmp_path / "large.jpg"
    cv2.imwrite(str(path), picture(4000, 3000, 90))
    thumbnails = start(lambda path: read_small(path, THUMBNAIL_SIDE_PX))
    thumbnails.want(path)
    ((found, data),) = all_of(thumbnails, 1)
    small = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_COLOR)
    assert found == path
    assert small.shape == (120, 160, 3)
    assert abs(int(small.mean()) - 90) <= 2


def test_the_last_one_wanted_comes_first_and_each_once(held):
    thumbnails, gate, read = held
    for name in ("a", "b", "c", "a", "first"):
        thumbnails.want(Path(name))
    gate.set()
    all_of(thumbnails, 4)
    thumbnails.want(Path("b"))
    assert read == ["first", "a", "c", "b"]


def test_those_that_were_scrolled_past_are_left_until_they_come_back(held):
    thumbnails, gate, read = held
    names = [str(number) for number in range(MOST_WAITING + 1)]
    for name in names:
        thumbnails.want(Path(name))
    gate.set()
    all_of(thumbnails, MOST_WAITING + 1)
    assert "0" not in read
    thumbnails.want(Path("0"))
    assert [path.name for path, _ in all_of(thumbnails, 1)] == ["0"]


def test_what_is_analyzed_by_now_needs_none(held):
    thumbnails, gate, read = held
    thumbnails.want(Path("a"))
    thumbnails.want(Path("b"))
    thumbnails.forget(Path("b"))
    gate.set()
    all_of(thumbnails, 2)
    assert read == ["first", "a"]


def test_what_can_not_be_read_or_takes_long_gives_none(start, caplog):
    def read(path):
        if path.name == "broken":
            raise ImageError("broken")
        if path.name == "odd":
            raise RuntimeError
        return None if path.name == "slow" else picture(8, 6)

    thumbnails = start(read)
    for name in ("fine", "slow", "odd", "broken"):
        thumbnails.want(Path(name))
    assert [path.name for path, _ in all_of(thumbnails, 1)] == ["fine"]
    wait_until(lambda: "making a thumbnail failed" in caplog.text)
    caplog.clear()


def test_cheap_is_a_jpeg_of_any_size_and_others_that_are_small(tmp_path):
    large = picture(2400, 1600, 90)
    for name in ("a.jpg", "b.png"):
        cv2.imwrite(str(tmp_path / name), large)
    cv2.imwrite(str(tmp_path / "c.png"), large[:600, :800])
    assert read_small(tmp_path / "a.jpg", 160).shape == (200, 300, 3)
    assert read_small(tmp_path / "b.png", 160) is None
    assert read_small(tmp_path / "c.png", 160).shape == (600, 800, 3)
    (tmp_path / "d.jpg").write_bytes((tmp_path / "a.jpg").read_bytes()[:500])
    with pytest.raises(ImageError, match="cut short"):
        read_small(tmp_path / "d.jpg", 160)
