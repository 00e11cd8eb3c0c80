"""Searching that remembers: most tests look at the same portrait, which takes most of their time.

What OpenCV's cascades and the detector find depends on nothing but the picture and the options, so
each is searched once a process. What is found the first time is what the program itself finds.
"""

import hashlib

import numpy as np

from fer_desktop.system import paths
from fer_desktop.vision.detection.cascade import Cascade
from fer_desktop.vision.detection.detector import HaarDetector
from fer_desktop.vision.detection.face_check import FaceCheck

_FOUND, _SQUARES = {}, {}


def _key(picture, *more):
    return (*more, picture.shape, hashlib.blake2b(np.ascontiguousarray(picture)).digest())


class RememberingDetector(HaarDetector):
    """The program's own detector for pictures; tests of the detector make a `HaarDetector`."""

    def __init__(self, options):
        super().__init__(paths.face_cascade(), FaceCheck(paths.face_check()), options)
        self._options = options

    def detect(self, image):
        key = _key(image, self._options)
        if key not in _FOUND:
            _FOUND[key] = super().detect(image)
        return list(_FOUND[key])


class RememberingCascade:
    """What OpenCV made of a cascade's file."""

    def __init__(self, cascade, file):
        self._cascade, self._file = cascade, (str(file), file.stat().st_mtime_ns)

    def detectMultiScale(self, gray, **options):  # noqa: N802 - OpenCV's name
        key = _key(gray, self._file, *options.items())
        if key not in _SQUARES:
            _SQUARES[key] = self._cascade.detectMultiScale(gray, **options)
        return _SQUARES[key]


def remember(patch):
    """Let the program search each picture once, as long as the patch lasts."""
    read = Cascade.__init__

    def read_to_remember(cascade, file):
        read(cascade, file)
        cascade._cascade = RememberingCascade(cascade._cascade, file)

    patch.setattr(Cascade, "__init__", read_to_remember)
    patch.setattr("fer_desktop.vision.assembly.haar_detector", RememberingDetector)
