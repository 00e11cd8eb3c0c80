"""A recording that is killed: its video plays without repair, and fits its rows and all exports."""

import os
import re
import subprocess
import sys
from pathlib import Path

import av
import pytest

from fer_desktop.__main__ import main
from fer_desktop.sessions import review
from fer_desktop.sessions.files import read_session
from fer_desktop.vision.media.frame_seeker import VideoFrames
from tests.movies import number_of
from tests.sessions.killed_child import N_LATE, SPEEDS, analyzed_frames
from tests.system.test_background import ended

pytestmark = pytest.mark.skipif(os.name != "posix", reason="SIGKILL")
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Return the folder of a session whose process was killed."""
    home = tmp_path_factory.mktemp("killed")
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    child = ROOT / "tests" / "sessions" / "killed_child.py"
    done = subprocess.run([sys.executable, child, home], env=environment, check=False)
    assert done.returncode == -9
    (folder,) = home.iterdir()
    return folder


@pytest.fixture(scope="module")
def pictures(folder):
    """Return times and numbers of all pictures, as a player has them."""
    with av.open(str(folder / "video.mp4")) as file:
        return [
            (frame.time, int(number_of(frame.to_ndarray(format="bgr24"))))
            for frame in file.decode(video=0)
        ]


def test_each_picture_is_that_of_its_row_at_its_time(folder, pictures):
    rows = list(read_session(folder).rows())
    n_safe = sum(n for _, n, _ in SPEEDS) - N_LATE
    assert len(rows) >= n_safe
    assert [row.frame for row in rows] == list(range(len(rows)))
    assert [number for _, number in pictures] == list(range(len(pictures)))
    # The video ends half a second before the kill at the most.
    assert rows[n_safe - 1].time_s - pictures[-1][0] < 0.6
    for row, (time_s, number) in zip(rows, pictures, strict=False):
        assert number == row.frame
        assert time_s == pytest.approx(row.time_s, abs=0.002)


def test_times_are_those_of_the_source(pictures):
    source = [analyzed.frame.time_s for analyzed in analyzed_frames()]
    for (time_s, _), expected_s in zip(pictures, source, strict=False):
        assert time_s == pytest.approx(expected_s - source[0], abs=0.002)


def test_it_opens_for_review_as_it_is(folder):
    before = (folder / "video.mp4").read_bytes()
    session = ended(review.load(folder)).result
    assert [problem.split(";")[0] for problem in session.files.problems] == [
        "The recording was not ended properly"
    ]
    frames = VideoFrames(session.video)
    frames.open()
    assert [number_of(frames.picture(n)) for n in (140, 3, 70, 85)] == [140, 3, 70, 85]
    frames.close()
    assert (folder / "video.mp4").read_bytes() == before


@pytest.mark.parametrize("form", ["srt", "elan"])
def test_what_is_exported_fits_the_video(folder, pictures, tmp_path, form):
    path = tmp_path / f"out.{form}"
    assert main(["export", str(folder), "--format", form, "--output", str(path)]) == 0
    changes, number = {}, 0
    for _, n, label in SPEEDS:
        changes[label] = pictures[number][0]
        number += n
    starts = {label: start_s for start_s, label in cues(path.read_text(encoding="utf-8"))}
    assert set(starts) == set(changes)
    for label, start_s in changes.items():
        assert starts[label] == pytest.approx(start_s, abs=0.002)


def cues(text):
    """Yield start and label of the subtitles of SubRip, or of ELAN's annotations."""
    for hours, minutes, seconds, label in re.findall(
        r"(\d+):(\d+):([\d,]+) --> .*\n.*?(\w+)\s*$", text, re.MULTILINE
    ):
        yield int(hours) * 3600 + int(minutes) * 60 + float(seconds.replace(",", ".")), label
    for start_s, label in re.findall(r"^face 1\t([\d.]+)\t[\d.]+\t(\w+)$", text, re.MULTILINE):
        yield float(start_s), label
