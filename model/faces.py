"""Cut the faces out of photographs, so that they can be trained on as the program will see them."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from tqdm import tqdm

from fer_desktop.core.geometry import square_around
from fer_desktop.evaluation.datasets import Sample
from fer_desktop.evaluation.pictures import load_picture
from fer_desktop.vision import assembly
from fer_desktop.vision.detection.detector import THOROUGH
from fer_desktop.vision.media.images import write_image
from fer_desktop.vision.recognition.preprocess import ChipFormat, cut_upright
from model.state import relative_name

_FACTOR = 2
"""Faces are kept with so many times the pixels of a chip at most, for changes at random."""


def cut_faces(
    samples: Sequence[Sample], root: Path, out: Path, chip_format: ChipFormat
) -> list[Sample]:
    """Write the largest face of each picture into `out`, in the same folders, and return these.

    Pictures without a face that the detector finds are left out.

    Raises:
        ImageError: A picture can't be read, or a face not be written.
    """
    detector = assembly.haar_detector(THOROUGH)
    found = []
    with tqdm(samples, desc="Cutting out faces", unit="px") as bar:
        for sample in bar:
            image = load_picture(sample)
            faces = detector.detect(image)
            if not faces:
                continue
            # As the crops of a data set: a margin below 0 is cut when they are read.
            square = square_around(faces[0].box, max(0.0, chip_format.margin))
            size = min(round(square.side), _FACTOR * chip_format.height)
            path = out / f"{relative_name(sample, root)}.png"
            write_image(path, cut_upright(image, square, size, faces[0].tilt_deg))
            found.append(replace(sample, path=path))
    return found
