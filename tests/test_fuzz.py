"""A short run of the fuzzing: every reader takes changed files, and nothing is found."""

import random
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
sys.path.append(str(ROOT / "docs"))

import fuzz  # noqa: E402 - a script


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_the_readers_take_what_nobody_would_write(tmp_path):
    command = [sys.executable, ROOT / "docs" / "fuzz.py", "--minutes", "0.1"]
    done = subprocess.run(
        [*command, "--findings", tmp_path], capture_output=True, text=True, check=False
    )
    found = {file.name: file.read_bytes()[:500] for file in tmp_path.iterdir()}
    assert (done.returncode, found) == (0, {})
    for reader in fuzz.READERS:
        row = rf"\| {re.escape(reader)} \| [\d.]+ \| [1-9]"  # minutes, and files that were read
        assert re.search(row, done.stdout), done.stdout


def test_the_same_seed_makes_the_same_changes():
    def some():
        chance = random.Random(3)
        return [fuzz.changed(b"some content", [b"other"], chance) for _ in range(50)]

    assert some() == some()
    assert len(set(some())) > 30


def test_an_unexpected_exception_is_found(tmp_path, monkeypatch):
    def bad(work):
        def read(path):
            if path.read_bytes() == b"bad":
                raise ZeroDivisionError

        return read, [b"good", b"bad"]

    monkeypatch.setitem(fuzz.READERS, "bad", bad)
    (tmp_path / "run").mkdir()
    assert fuzz.child("bad", 0.2, tmp_path / "run", 0) == 0
    assert (tmp_path / "run" / "finding-1").read_bytes() == b"bad"
