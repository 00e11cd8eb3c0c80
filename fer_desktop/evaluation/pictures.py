"""The picture of a labelled sample."""

import cv2
import numpy as np

from fer_desktop.core.types import ImageBGR
from fer_desktop.evaluation.datasets import Sample
from fer_desktop.vision.media.images import read_image


def load_picture(sample: Sample) -> ImageBGR:
    """Return the sample's picture, (H, W, 3) uint8 BGR.

    Raises:
        ImageError: The file can't be read.
    """
    if sample.pixels is not None:
        return np.ascontiguousarray(cv2.cvtColor(sample.pixels, cv2.COLOR_GRAY2BGR), np.uint8)
    return read_image(sample.path)
