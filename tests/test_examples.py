"""The examples run as they stand, from anywhere, and show what they say."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.fakes import PATIENCE_S

ROOT = Path(__file__).parents[1]
EXAMPLES = sorted((ROOT / "docs" / "examples").glob("*.py"))


@pytest.fixture(scope="module")
def tour(tmp_path_factory):
    """Return what the tour prints, run as a script in an empty folder."""
    pytest.importorskip("pandas", reason="the extra 'exports' is not installed")
    folder = tmp_path_factory.mktemp("empty")
    done = subprocess.run(
        [sys.executable, ROOT / "docs" / "examples" / "python_tour.py"],
        capture_output=True,
        text=True,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "error"},
        timeout=PATIENCE_S,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert list(folder.iterdir()) == []
    return done.stdout


def test_the_tour_goes_through_pictures_arrays_a_video_a_table_and_live(tour):
    assert re.search(r"^happiness [01]\.\d\d at .*, seen well$", tour, re.MULTILINE)
    assert "no face: []" in tour
    assert "given and found: happiness, happiness; drawn on 512x512" in tour
    times = re.findall(r"^(\d\.\d{3}) s: face 1 ", tour, re.MULTILINE)
    assert times == ["0.000", "0.667", "1.333"]
    assert "p_happiness" in tour
    assert re.search(r"^1 +30 ", tour, re.MULTILINE), "30 rows of face 1"
    assert "valence: raw happiness minus" in tour
    assert len(re.findall(r"^\[.*\]$", tour, re.MULTILINE)) == 5


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_an_example_is_made_of_cells(path):
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# %% [markdown]\n# # ")
    cells = re.split(r"^# %%", text, flags=re.MULTILINE)[1:]
    assert len(cells) >= 4
    for cell in cells:
        if cell.startswith(" [markdown]"):
            assert all(line.startswith("#") for line in cell.splitlines()[1:] if line)
