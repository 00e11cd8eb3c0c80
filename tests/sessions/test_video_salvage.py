"""A video whose recording was killed is made playable, with its pictures."""

import errno
import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from types import SimpleNamespace

import pytest

from fer_desktop.core.errors import SessionError
from fer_desktop.sessions.files import read_session
from fer_desktop.sessions.video_salvage import salvage_video
from fer_desktop.system import files
from fer_desktop.system.files import Draft
from fer_desktop.vision.media.video_writer import VideoFile
from tests.vision.media.test_video_writer import played

ROOT = Path(__file__).parents[2]
CHILD = """
import os, sys, time
import numpy as np
from pathlib import Path
from fer_desktop.sessions.rows import Row
from fer_desktop.sessions import writer as session_writer
session_writer._SAFE_EVERY_S = 0.0
options = {"video": True, "blur_faces": False, "chosen_face_only": False}
writer = session_writer.SessionWriter(Path(sys.argv[1]), {"options": options}, rate=17.3)
writer.measure(161, 121)
random = np.random.default_rng(0)  # every picture is another, so the file is large enough
for number in range(100):
    writer.write([Row(number, number / 17.3, "FIND_FAILED")])
    noise = random.integers(0, 40, (121, 161, 3), np.uint8)
    writer.show(noise + np.uint8(2 * number), [], number / 17.3)
writer.flush()
os._exit(9)
"""


@pytest.fixture(scope="module")
def killed(tmp_path_factory):
    """Return the folder of a session of 100 pictures whose process ended in the midst of it."""
    folder = tmp_path_factory.mktemp("killed") / "session"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", CHILD, folder], env=environment, check=False)
    assert done.returncode == 9
    return folder


@pytest.fixture
def session(killed, tmp_path):
    """Return a copy of it, written some time ago."""
    folder = tmp_path / "session"
    folder.mkdir()
    for file in killed.iterdir():
        (folder / file.name).write_bytes(file.read_bytes())
    return settled(folder)


def settled(folder):
    """Let all files of a folder be a minute old."""
    before = time.time() - 60
    for file in folder.iterdir():
        os.utime(file, (before, before))
    return folder


def fails(session, match):
    """Check that nothing is saved, and that the video is as before and alone."""
    before = (session / "video.mp4").read_bytes()
    with pytest.raises(SessionError, match=match):
        salvage_video(session)
    assert (session / "video.mp4").read_bytes() == before
    assert not list(session.glob("*.part.*"))


def test_the_pictures_are_back_in_their_order(session):
    assert read_session(session).video is None
    n_saved = salvage_video(session)
    rate, pictures = played(read_session(session).video)
    assert len(pictures) == n_saved > 80  # the codec hands over a quarter of a megabyte at a time
    assert rate == pytest.approx(17.3, abs=0.01)
    means = [picture.mean() - 19.5 for picture in pictures]
    assert means == pytest.approx([2 * number for number in range(n_saved)], abs=8)
    names = {file.name for file in session.iterdir()}
    assert names == {"faces.csv", "session.json", "video.mp4", ".reserve"}
    assert salvage_video(session) == 0  # nothing is left to do


def test_pictures_are_counted_and_the_work_can_be_ended_in_between(session):
    before = (session / "video.mp4").read_bytes()

    def counted(pictures):
        for number, picture in enumerate(pictures):
            assert picture.shape == (120, 160, 3)
            if number == 5:
                raise KeyError("enough")
            yield picture

    with pytest.raises(KeyError, match="enough"):
        salvage_video(session, counted)
    assert (session / "video.mp4").read_bytes() == before
    assert not list(session.glob("*.part.*"))


@pytest.mark.parametrize("name", ["video.mp4", "faces.csv", "session.json"])
def test_what_may_still_be_recorded_is_left_alone(session, name):
    os.utime(session / name)
    fails(session, "still be recorded")


def test_what_another_one_is_saving_is_left_alone(session):
    part = Draft(session / "video.m4v").path
    part.write_bytes(b"some")
    with pytest.raises(SessionError, match="try again"):
        salvage_video(session)
    assert part.read_bytes() == b"some"
    settled(session)  # the other one was killed
    assert salvage_video(session) > 80
    assert not part.exists()


@pytest.mark.parametrize("n_bytes", [0, 30, 60])
def test_a_video_of_nothing_can_not_be_saved_and_stays(session, n_bytes):
    video = session / "video.mp4"
    video.write_bytes(video.read_bytes()[:n_bytes])
    fails(settled(session), "too early")


@pytest.mark.parametrize(
    "info",
    [
        *({"frame_size": None}, {"frame_size": [161]}, {"frame_size": ["a", "b"]}),
        *({"frame_size": [161, 1 << 20]}, {"video_rate": None}, {"video_rate": "fast"}),
        {"video_rate": -1},
    ],
)
def test_without_its_size_and_rate_neither(session, info):
    file = session / "session.json"
    file.write_text(json.dumps({**json.loads(file.read_text()), **info}))
    fails(settled(session), "too early")


def test_a_full_disk_is_told_before(session, monkeypatch):
    free = 32 * 1024 * 1024 + (session / "video.mp4").stat().st_size
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=free))
    fails(session, "no room")


def test_a_copy_without_an_end_replaces_nothing(session, monkeypatch):
    close = VideoFile.close

    def full(self):
        close(self)
        if self._path.exists() and self._path.stat().st_size > 100_000:
            os.truncate(self._path, 100_000)

    monkeypatch.setattr(VideoFile, "close", full)
    fails(session, "the disk may be full")


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX links")
def test_a_strangers_link_is_never_written_through(session, tmp_path):
    profile = tmp_path / "profile"
    profile.write_text("mine")
    for name in ("video.part.m4v", "video.part.mp4", "video.1-0123456789abcdef.part.m4v"):
        (session / name).symlink_to(profile)
    before = time.time() - 60
    for link in session.glob("*.part.*"):
        os.utime(link, (before, before), follow_symlinks=False)
    assert salvage_video(session) > 80
    assert profile.read_text() == "mine"
    (session / "video.mp4").rename(tmp_path / "video.mp4")
    (tmp_path / "video.mp4").write_bytes(b"no end")
    (session / "video.mp4").symlink_to(tmp_path / "video.mp4")
    assert salvage_video(session) == 0
    assert (tmp_path / "video.mp4").read_bytes() == b"no end"


def test_a_folder_that_can_not_be_written_to_is_told(session, monkeypatch):
    def refused(path):
        raise PermissionError(errno.EACCES, "Permission denied", path)

    monkeypatch.setattr(files, "open_new", refused)
    before = (session / "video.mp4").read_bytes()
    with pytest.raises(SessionError, match=r"video\.mp4 can't be saved \("):
        salvage_video(session)
    assert (session / "video.mp4").read_bytes() == before
