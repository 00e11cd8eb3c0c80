"""A short run of the table of endings: two states with a window, one without."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
@pytest.mark.parametrize(
    ("states", "ways"),
    [
        ("recording", "SIGINT,close"),
        ("pictures", "SIGTERM"),
        ("model", "close"),
        ("start", "SIGINT"),
    ],
)
def test_it_ends_with_its_code_and_leaves_nothing(states, ways):
    """How long it takes is measured by the command; a busy computer says nothing about it."""
    command = [sys.executable, ROOT / "docs" / "endings.py", "--seconds", "600"]
    done = subprocess.run(
        [*command, "--states", states, "--ways", ways],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Nothing was wrong." in done.stdout
