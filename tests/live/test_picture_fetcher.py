"""Pictures fetched beside: the last wish counts, a broken file is told, the thread ends."""

import time

import pytest

from fer_desktop.live import picture_fetcher
from fer_desktop.live.picture_fetcher import PictureFetcher
from tests.fakes import PATIENCE_S
from tests.recorded import number_of, write_video


@pytest.fixture
def fetcher(tmp_path):
    fetcher = PictureFetcher(write_video(tmp_path / "video.mp4", 40))
    yield fetcher
    assert fetcher.stop()


def awaited(fetcher):
    deadline = time.monotonic() + PATIENCE_S
    while time.monotonic() < deadline:
        found = fetcher.poll()
        if found is not None:
            return found
    raise AssertionError("nothing was fetched")


def test_the_picture_that_was_asked_for(fetcher):
    for number in (5, 30, 2):
        fetcher.ask(number)
        found = awaited(fetcher)
        assert (found.number, found.problem) == (number, "")
        assert number_of(found.image) == number
    assert fetcher.poll() is None


def test_the_last_of_many_wishes_comes(fetcher):
    for number in range(30, 10, -1):
        fetcher.ask(number)
    while (found := awaited(fetcher)).number != 11:
        pass
    assert number_of(found.image) == 11


def test_beyond_the_end_there_is_no_picture(fetcher):
    fetcher.ask(99)
    assert awaited(fetcher)[:2] == (99, None)


def test_a_broken_video_is_told(tmp_path):
    fetcher = PictureFetcher(tmp_path / "none.mp4")
    assert "no such file" in awaited(fetcher).problem
    assert fetcher.stop()


def test_a_fault_is_told_and_logged(tmp_path, monkeypatch, caplog):
    def fail(self, number, time_s):
        raise RuntimeError("codec")

    monkeypatch.setattr(picture_fetcher.VideoFrames, "picture", fail)
    fetcher = PictureFetcher(write_video(tmp_path / "video.mp4", 3))
    fetcher.ask(0)
    assert "log file" in awaited(fetcher).problem
    assert fetcher.stop()
    assert "fetching pictures failed" in caplog.text
    caplog.clear()
