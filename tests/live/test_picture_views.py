"""Views: the picture that is looked at is read at once, and no other."""

import threading
from pathlib import Path

import cv2
import numpy as np
import pytest

from fer_desktop.core.errors import ImageError
from fer_desktop.live.picture_views import PictureViews
from fer_desktop.live.pictures import VIEW_SIDE_PX
from fer_desktop.vision.media.images import read_view
from tests.fakes import PATIENCE_S, picture, wait_until


@pytest.fixture
def start():
    """Return a function that starts a thread; all are stopped in the end."""
    threads = []

    def views(read):
        threads.append(PictureViews(read))
        return threads[-1]

    yield views
    for found in threads:
        assert found.stop(PATIENCE_S)


def next_of(views):
    found = []
    wait_until(lambda: found.append(views.poll()) or found[-1] is not None)
    return found[-1]


def test_a_large_picture_comes_shrunk_with_its_own_size(start, tmp_path):
    path = tmp_path / "large.jpg"
    cv2.imwrite(str(path), picture(5000, 2500, 90))
    views = start(lambda path: read_view(path, 1600))
    views.want(path)
    view = next_of(views)
    assert (view.path, view.size, view.error) == (path, (5000, 2500), "")
    assert max(view.image.shape) <= VIEW_SIDE_PX
    assert views.poll() is None


def test_the_last_one_wanted_is_read_and_those_before_are_left(start):
    entered, gate, read = threading.Event(), threading.Event(), []

    def slow(path):
        read.append(path.name)
        entered.set()
        gate.wait(PATIENCE_S)
        return picture(8, 6), (8, 6)

    views = start(slow)
    views.want(Path("a"))
    assert entered.wait(PATIENCE_S)
    for name in ("b", "c", "d"):
        views.want(Path(name))
    gate.set()
    assert next_of(views).path == Path("d")
    assert read == ["a", "d"]


def test_a_reason_comes_instead_of_a_picture(start, caplog):
    def broken(path):
        if path.name == "bad":
            raise ImageError("bad: the file is empty.")
        raise RuntimeError("boom")

    views = start(broken)
    views.want(Path("bad"))
    assert next_of(views).error == "bad: the file is empty."
    views.want(Path("worse"))
    view = next_of(views)
    assert view.image is None
    assert "log file" in view.error
    assert "boom" in caplog.text
    caplog.clear()


def test_what_is_read_is_the_picture(start, tmp_path):
    path = tmp_path / "a.png"
    cv2.imwrite(str(path), picture(30, 20, 77))
    views = start(lambda path: read_view(path, 1600))
    views.want(path)
    assert np.unique(next_of(views).image).tolist() == [77]
