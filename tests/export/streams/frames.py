"""Frames to send, each with values of its own."""

import time

import numpy as np

from fer_desktop.core.geometry import BoundingBox
from fer_desktop.core.types import AnalyzedFrame, Expression, Face, Frame, RecognizedFace
from tests.fakes import picture

MODEL = {"name": "fixed", "version": "0", "sha256": "0" * 64, "engine": "litert"}
IMAGE = picture(64, 48)


def frame(index, *numbers, held=False):
    """Return a frame with faces of these numbers, read just now."""
    faces = []
    for number in numbers:
        p = np.random.default_rng([index, number]).dirichlet(np.ones(8)).astype(np.float32)
        face = Face(BoundingBox(16, 12, 32, 36), 0.9, number, held)
        faces.append(RecognizedFace(face, Expression(p), Expression(p)))
    return AnalyzedFrame(Frame(IMAGE, index, index / 30, time.perf_counter()), tuple(faces))
