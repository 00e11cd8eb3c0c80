"""A face check that knows where the faces are, for tests of what is done with its answers."""

import numpy as np

from fer_desktop.vision.detection.check_chips import GrayLevels
from fer_desktop.vision.detection.face_check import FaceChecks


class FakeCheck:
    """Sees a face where a box has its middle near one of the known faces, and is of its size.

    Attributes:
        asked: The boxes of each call, (n, 4).
        tilts: The tilts of each call, (n,).
    """

    def __init__(self, *faces, reach=0.35, probability=0.95, covered=0.0, tilt_deg=0.0):
        self.faces = np.array(faces, np.float64).reshape(-1, 4)
        self.reach, self.probability, self.covered = reach, probability, covered
        self.tilt_deg = tilt_deg
        self.asked, self.tilts = [], []

    def check(self, image, boxes, tilts_deg=None, *, in_mirror=False):
        assert isinstance(image, GrayLevels)
        boxes = np.asarray(boxes, np.float64)
        tilts = np.zeros(len(boxes)) if tilts_deg is None else np.asarray(tilts_deg, np.float64)
        self.asked.append(boxes)
        self.tilts.append(tilts)
        probability, moved = np.full(len(boxes), 0.01), boxes.copy()
        for row, box in enumerate(boxes):
            for face in self.faces:
                side = face[2] - face[0]
                way = np.abs((box[:2] + box[2:] - face[:2] - face[2:]) / 2).max() / side
                if way < self.reach and 0.6 < (box[2] - box[0]) / side < 1.7:
                    probability[row], moved[row] = self.probability, face
        nothing = np.zeros(len(boxes))
        covered = np.where(probability > 0.5, self.covered, 0.0)
        return FaceChecks(probability, moved, self.tilt_deg - tilts, nothing, covered, nothing)
