"""The probe of face crops runs where only the other package is: here a stand-in for it."""

import json
import subprocess
import sys
from pathlib import Path

import cv2
import numpy as np

from model import rivals

PROBE = Path(rivals.__file__).with_name("rival_crops.py")
STAND_IN = """
class FER:
    def __init__(self, mtcnn, offsets):
        assert mtcnn is False
        self.offsets = offsets

    def detect_emotions(self, picture, face_rectangles):
        assert picture.ndim == 3
        return [{"box": face_rectangles[0], "emotions": {
            "happy": float(self.offsets[0]),
            "sad": float(face_rectangles[0][3]),
            "angry": float(picture.mean()),
        }}]
"""


def write_stand_in(folder):
    """Make a package `fer` of version 1.2 in a folder."""
    (folder / "fer").mkdir()
    (folder / "fer" / "__init__.py").touch()
    (folder / "fer" / "fer.py").write_text(STAND_IN)
    (folder / "fer-1.2.dist-info").mkdir()
    (folder / "fer-1.2.dist-info" / "METADATA").write_text("Name: fer\nVersion: 1.2\n")


def test_each_picture_is_one_face_and_is_answered_in_order(tmp_path):
    write_stand_in(tmp_path)
    for name, value in (("a b.png", 10), ("c.png", 200)):
        cv2.imwrite(str(tmp_path / name), np.full((40, 30, 3), value, np.uint8))
    done = subprocess.run(
        [sys.executable, str(PROBE), "7"],
        input=f"{tmp_path / 'a b.png'}\n{tmp_path / 'c.png'}\n",
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": str(tmp_path)},
    )
    answer = json.loads(done.stdout)
    assert answer["version"] == "1.2"
    assert answer["answers"] == [
        {"happy": 7, "sad": 40, "angry": 10},
        {"happy": 7, "sad": 40, "angry": 200},
    ]
