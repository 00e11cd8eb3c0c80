"""A run that is stopped in the midst of a long video goes on there, to the very same rows."""

import json
import signal
import subprocess
import sys
from pathlib import Path

import cv2
import numpy as np
import pytest

from fer_desktop.batch import runner, video_places
from fer_desktop.batch.journal import journal_path
from fer_desktop.batch.runner import BatchOptions, run_batch
from fer_desktop.batch.video_places import TimedPlaces, place_of
from fer_desktop.core.errors import SourceError
from fer_desktop.core.settings import Settings
from fer_desktop.vision.media.video_source import VideoSource
from tests.movies import write_movie

ROOT = Path(__file__).parents[2]
SETTINGS = Settings(model="seed", video_search="fast")
N_FRAMES = 24
N_STOP = 14
KILLED = """
import os, signal, sys
from fer_desktop.batch import video_places
from fer_desktop.batch.ordered_output import BatchOutput
from fer_desktop.cli.commands import parsed, run
keep = BatchOutput.keep_place
def kept(output, stamp, place):
    keep(output, stamp, place)
    if place.n_frames == int(sys.argv[1]):
        os.kill(os.getpid(), signal.SIGKILL)
BatchOutput.keep_place = kept
video_places.EVERY_S = 0
run(parsed(sys.argv[2:]))
"""


@pytest.fixture(scope="module")
def movie(astronaut, tmp_path_factory):
    """Return a video in which a face moves, is hidden for a while, and is gone after a cut."""
    pictures = []
    for number in range(N_FRAMES):
        picture = np.ascontiguousarray(astronaut[0:320, 60 + 2 * number : 380 + 2 * number])
        if 8 <= number < 11:
            picture[60:200, 60:220] = 128
        pictures.append(picture)
    pictures[20:] = [cv2.flip(picture, 0) for picture in pictures[20:]]
    folder = tmp_path_factory.mktemp("movie")
    return write_movie(folder / "clip.mp4", pictures, options={"bf": "2"})


@pytest.fixture(scope="module")
def whole(movie, tmp_path_factory):
    """Return what uninterrupted runs write, by format."""
    folder = tmp_path_factory.mktemp("whole")
    return {form: analyzed(movie, folder / f"out.{form}").read_bytes() for form in ("csv", "jsonl")}


def analyzed(movie, output, told=None, **options):
    tell = (lambda _: None) if told is None else told.append
    run_batch(
        SETTINGS,
        BatchOptions([str(movie)], form=output.suffix[1:], output=output, **options),
        tell,
        shows_progress=False,
    )
    return output


@pytest.fixture
def stopped(movie, tmp_path, monkeypatch):
    """Return what stops a run after some places, and gives its output."""

    def stop(form="csv", n=N_STOP, path=movie, **options):
        keep = runner.BatchOutput.keep_place

        def kept(output, stamp, place):
            keep(output, stamp, place)
            if place.n_frames == n:
                raise KeyboardInterrupt

        output = tmp_path / f"out.{form}"
        with monkeypatch.context() as patch:
            patch.setattr(video_places, "EVERY_S", 0)
            patch.setattr(runner.BatchOutput, "keep_place", kept)
            with pytest.raises(KeyboardInterrupt):
                analyzed(path, output, **options)
        return output

    return stop


@pytest.fixture
def read(monkeypatch):
    """Return the numbers of the frames that are analyzed."""
    numbers, frame = [], VideoSource.read

    def counted(source):
        found = frame(source)
        if found is not None:
            numbers.append(found.index)
        return found

    monkeypatch.setattr(VideoSource, "read", counted)
    return numbers


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_a_killed_run_goes_on_where_it_was_to_the_same_rows(movie, whole, tmp_path, read):
    output = tmp_path / "out.csv"
    more = ["--model", "seed", "--search", "fast", "--format", "csv", "--output", str(output)]
    command = [sys.executable, "-c", KILLED, str(N_STOP), "analyze", str(movie), *more]
    assert subprocess.run(command, cwd=ROOT, check=False).returncode == -signal.SIGKILL
    with output.open("ab") as file:
        file.write(b"half a ro")
    assert analyzed(movie, output, resume=True).read_bytes() == whole["csv"]
    assert read == list(range(N_STOP, N_FRAMES))
    assert not journal_path(output).exists()


@pytest.mark.parametrize("n", [9, 21, N_FRAMES])
def test_wherever_it_stops_the_rows_are_the_same(movie, whole, stopped, read, n):
    output = stopped("jsonl", n)
    read.clear()
    assert analyzed(movie, output, resume=True).read_bytes() == whole["jsonl"]
    assert read == list(range(n, N_FRAMES))


def test_it_may_be_stopped_again(movie, whole, stopped, read):
    output = stopped("csv", 5)
    stopped("csv", 12, resume=True)
    read.clear()
    assert analyzed(movie, output, resume=True).read_bytes() == whole["csv"]
    assert read == list(range(12, N_FRAMES))


def test_every_nth_frame_stays_every_nth(movie, stopped, tmp_path, read):
    output = stopped("csv", 7, every=3)
    read.clear()
    analyzed(movie, output, every=3, resume=True)
    assert read == [9, 12, 15, 18, 21]
    whole = analyzed(movie, tmp_path / "whole.csv", every=3)
    assert output.read_bytes() == whole.read_bytes()


def test_a_video_that_was_changed_is_begun_anew(movie, stopped, tmp_path, read):
    copy = tmp_path / "copy.mp4"
    copy.write_bytes(movie.read_bytes())
    output = stopped("csv", path=copy)
    copy.write_bytes(movie.read_bytes() + b"\0" * 8)
    read.clear()
    analyzed(copy, output, resume=True)
    assert read == list(range(N_FRAMES))
    assert output.read_bytes() == analyzed(copy, tmp_path / "whole.csv").read_bytes()


def test_an_annotated_copy_is_made_from_the_beginning(movie, tmp_path, monkeypatch):
    monkeypatch.setattr(video_places, "EVERY_S", 0)
    monkeypatch.setattr(runner.BatchOutput, "keep_place", lambda *_: pytest.fail("a place"))
    analyzed(movie, tmp_path / "out.csv", annotate=tmp_path / "copies", every=8)


def test_the_video_may_end_badly_right_behind_the_place(movie, stopped, tmp_path, monkeypatch):
    """The row that says so has the number and the time that an uninterrupted run gives it."""
    frame = VideoSource.read

    def broken(source):
        if source._index == N_STOP:
            raise SourceError("The video is damaged.")
        return frame(source)

    output = stopped("csv")
    monkeypatch.setattr(VideoSource, "read", broken)
    told = []
    analyzed(movie, output, told, resume=True)
    assert told == ["The video is damaged."]
    assert output.read_bytes() == analyzed(movie, tmp_path / "whole.csv").read_bytes()


def test_a_line_that_is_cut_or_made_up_is_no_place(stopped):
    output = stopped("csv")
    line = journal_path(output).read_text(encoding="utf-8").splitlines()[-1]
    assert place_of(line).place.n_frames == N_STOP
    assert place_of(line[:-1]) is None
    data = json.loads(line.removeprefix("video "))
    data["place"]["state"]["tracker"]["next_id"] = "1"
    assert place_of("video " + json.dumps(data)) is None
    assert place_of("1 0 5 6 7 0.") is None


def test_a_place_holds_no_picture(stopped):
    """What a face looks like is never written: the frame that showed it is read again."""
    line = journal_path(stopped("csv")).read_text(encoding="utf-8").splitlines()[-1]
    n_faces = len(place_of(line).place.state.tracker.tracks)
    assert n_faces == 1
    assert len(line) < 2000 * n_faces


def test_a_place_is_wanted_each_ten_seconds():
    now = [100.0]
    places = TimedPlaces(None, lambda _: None, lambda: now[0])
    due = []
    for time_s in (100.5, 109.9, 110.0, 110.1, 119.9, 120.5):
        now[0] = time_s
        due.append(places.is_due())
    assert due == [False, False, True, False, False, True]
