"""One line that is written over: how far a video is, and how long the rest takes."""

import io

import pytest

from fer_desktop.batch.inputs import FileAnalyzer, Input
from fer_desktop.batch.video_progress import VideoProgress, progress_words, told_frames
from fer_desktop.core.settings import Settings
from tests.fakes import FixedClassifier


class Clock:
    def __init__(self):
        self.now_s = 0.0

    def __call__(self):
        return self.now_s


@pytest.fixture
def told():
    """Return a function that tells of frames, each after so many seconds, and gives the lines."""
    clock, file = Clock(), io.StringIO()
    progress = VideoProgress("clip.mp4", file, clock)

    def tell(*counts, n=1000, seconds=1.0):
        for count in counts:
            clock.now_s += seconds
            progress(count, n)
        return [line for line in file.getvalue().split("\r") if line]

    tell.progress, tell.file = progress, file
    return tell


def test_there_is_no_guess_before_a_few_seconds(told):
    assert told(10, 20) == ["clip.mp4: 10 of 1000 frames", "clip.mp4: 20 of 1000 frames"]


def test_the_rest_is_guessed_from_the_pace_since_the_first_line(told):
    # 10 frames a second, so 970 take 97 s; the first frame, which loads the model, does not count.
    assert told(10, 20, 30)[-1] == "clip.mp4: 30 of 1000 frames, about 2 minutes left"


def test_a_pace_that_changed_counts_anew(told):
    told(*range(100, 4000, 100), n=10_000)
    assert "about 60 seconds" not in told(4000, n=10_000)[-1]
    slow = told(*range(4001, 4041), n=10_000)[-1]
    assert slow == "clip.mp4: 4040 of 10000 frames, about 2 hours left", "1 a second, 5960 left"


def test_it_writes_once_a_second_at_most(told):
    assert len(told(*range(1, 101), seconds=0.1)) == 10


def test_a_video_that_does_not_say_its_length_is_counted(told):
    assert told(5, 10, 15, 20, n=0)[-1] == "clip.mp4: 20 frames"


def test_more_frames_than_the_file_said(told):
    assert told(5, 10, 15, n=12)[-1].rstrip() == "clip.mp4: 15 frames"


def test_a_shorter_line_covers_the_longer_one_and_the_end_leaves_nothing(told):
    lines = told(10, 20, 30, n=35)
    assert lines[-1].startswith("clip.mp4: 30 of 35 frames, about 10 seconds left")
    shorter = told(40, n=35)[-1]
    assert len(shorter) == len(lines[-1])
    told.progress.end()
    assert told.file.getvalue().endswith("\r" + " " * len("clip.mp4: 40 frames") + "\r")


def test_nothing_is_taken_away_where_nothing_stands(told):
    told.progress.end()
    assert told.file.getvalue() == ""


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(3, "10 seconds"), (50, "1 minute"), (600, "10 minutes"), (90 * 60, "2 hours")],
)
def test_words(seconds, words):
    assert progress_words("a", 1, 2, seconds) == f"a: 1 of 2 frames, about {words} left"


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.mark.parametrize(
    ("kind", "file", "is_told"),
    [("video", Terminal, True), ("video", io.StringIO, False), ("image", Terminal, False)],
)
def test_only_a_terminal_is_told_and_only_of_videos(video, portrait, kind, file, is_told):
    analyzer, file = FileAnalyzer(Settings(), FixedClassifier()), file()
    item = Input(str(video if kind == "video" else portrait), kind)
    assert len(list(told_frames(analyzer, item, 10, file))) == (3 if kind == "video" else 1)
    assert ("clip.mp4: 1 of 30 frames" in file.getvalue()) is is_told
    assert file.getvalue().endswith("\r") is is_told


def test_the_line_goes_also_when_a_video_is_left_early(video):
    file = Terminal()
    analyzer = FileAnalyzer(Settings(), FixedClassifier())
    frames = told_frames(analyzer, Input(str(video), "video"), 1, file)
    next(frames)
    next(frames)
    frames.close()
    assert file.getvalue().endswith(" \r")
