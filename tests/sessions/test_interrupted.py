"""Signals that come all the time tear nothing that is written, read or printed."""

import csv
import os
import subprocess
import sys
from pathlib import Path

import av
import pytest

from fer_desktop.sessions.files import read_session
from tests.movies import number_of
from tests.sessions.interrupted_child import N_LETTERS
from tests.sessions.killed_child import SPEEDS

ROOT = Path(__file__).parents[2]


@pytest.mark.skipif(sys.platform != "linux", reason="each thread gets its signals by Linux' means")
def test_signals_in_the_midst_of_everything_lose_nothing(tmp_path):
    child = ROOT / "tests" / "sessions" / "interrupted_child.py"
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        [sys.executable, child, tmp_path],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        told = []
        while (line := process.stderr.readline()) and line != "waits\n":
            told.append(line)
        out, err = process.communicate()
    assert process.returncode == 0, [*told, err]
    n = sum(count for _, count, _ in SPEEDS)

    (folder,) = (path for path in tmp_path.iterdir() if path.is_dir())
    session = read_session(folder)
    assert [row.frame for row in session.rows()] == list(range(n))
    assert not session.problems
    with av.open(str(folder / "video.mp4")) as file:
        numbers = [number_of(each.to_ndarray(format="bgr24")) for each in file.decode(video=0)]
    assert numbers == list(range(n))
    with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as file:
        assert [int(row["frame"]) for row in csv.DictReader(file)] == list(range(n))
    *analyzed, last = out.splitlines()
    assert [int(row["frame"]) for row in csv.DictReader(analyzed)] == list(range(0, n, 9))
    assert last == "x" * N_LETTERS
