"""The probe runs where only the other package is: here a stand-in for it."""

import json
import subprocess
import sys
from pathlib import Path

from model import compare

PROBE = Path(compare.__file__).with_name("rival_probe.py")
STAND_IN = """
class FER:
    def __init__(self, mtcnn):
        assert mtcnn is False
        self.n = 0

    def detect_emotions(self, frame):
        assert frame.ndim == 3
        self.n += 1
        return [{"box": [1, 2, 3, 4]}] if self.n % 2 else []
"""


def test_it_times_every_frame_and_counts_those_with_a_face(video, tmp_path):
    package = tmp_path / "fer"
    package.mkdir()
    (package / "__init__.py").touch()
    (package / "fer.py").write_text(STAND_IN)
    done = subprocess.run(
        [sys.executable, str(PROBE), str(video)],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": str(tmp_path)},
    )
    answer = json.loads(done.stdout)
    n = len(answer["seconds"])
    assert n > 10
    assert answer["found"] == (n + 1) // 2
    assert all(seconds >= 0 for seconds in answer["seconds"])
