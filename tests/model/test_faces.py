"""Faces are cut out as the program cuts them, and written beside the training."""

import cv2
import numpy as np

from fer_desktop.core.labels import INDEX
from fer_desktop.evaluation.datasets import read_samples
from fer_desktop.vision import assembly
from fer_desktop.vision.detection.detector import THOROUGH
from fer_desktop.vision.recognition.preprocess import ChipFormat, face_chip, whole_picture_chip
from model.faces import cut_faces
from model.state import relative_name


def test_the_largest_face_is_cut_out_as_the_program_does(astronaut, tmp_path):
    root, out = tmp_path / "data", tmp_path / "faces"
    for label in ("happiness", "neutral"):
        (root / label / "deep").mkdir(parents=True)
    cv2.imwrite(str(root / "happiness" / "deep" / "a.png"), astronaut)
    cv2.imwrite(str(root / "neutral" / "b.png"), np.full((300, 300, 3), 90, np.uint8))
    chip_format = ChipFormat(48, 48, 1, margin=0.1)
    (face,) = cut_faces(read_samples(root, "folders"), root, out, chip_format)
    assert face.label == INDEX["happiness"]
    assert relative_name(face, out) == "happiness/deep/a.png.png"
    assert [path for path in out.rglob("*") if path.is_file()] == [face.path]
    cut = cv2.imread(str(face.path))
    assert cut.shape == (96, 96, 3)
    found = assembly.haar_detector(THOROUGH).detect(astronaut)[0]
    expected = face_chip(astronaut, found.box, chip_format, tilt_deg=found.tilt_deg)
    # Shrunk in two steps instead of one.
    assert np.abs(whole_picture_chip(cut, chip_format) - expected).mean() < 0.01
