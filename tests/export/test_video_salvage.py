"""A video whose recording was killed is made playable, with its pictures."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from fer_desktop.core.errors import SessionError
from fer_desktop.export.session_files import read_session
from fer_desktop.export.video_salvage import salvage_video
from tests.export.test_video_writer import played

ROOT = Path(__file__).parents[2]
CHILD = """
import os, sys, time
import numpy as np
from pathlib import Path
from fer_desktop.core.rows import Row
from fer_desktop.export import session_writer
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
    before = time.time() - 60
    os.utime(folder / "video.mp4", (before, before))
    return folder


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


def test_what_may_still_be_recorded_is_left_alone(session):
    before = (session / "video.mp4").read_bytes()
    os.utime(session / "video.mp4")
    with pytest.raises(SessionError, match="still be recorded"):
        salvage_video(session)
    assert (session / "video.mp4").read_bytes() == before


@pytest.mark.parametrize("n_bytes", [0, 30, 60])
def test_a_video_of_nothing_can_not_be_saved_and_stays(session, n_bytes):
    video = session / "video.mp4"
    before = video.read_bytes()[:n_bytes]
    video.write_bytes(before)
    os.utime(video, (0, 0))
    with pytest.raises(SessionError, match="too early"):
        salvage_video(session)
    assert video.read_bytes() == before
    assert not list(session.glob("*.part.*"))


def test_without_its_size_neither(session):
    file = session / "session.json"
    file.write_text(json.dumps({**json.loads(file.read_text()), "frame_size": None}))
    with pytest.raises(SessionError, match="too early"):
        salvage_video(session)
