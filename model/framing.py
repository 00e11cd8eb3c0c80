"""Measure how Haar boxes lie in the pictures of a data set: `python -m model.framing --data DIR`.

A network must see a detected face as it saw the training pictures, so the crop margin follows from
this: the box's side as a share of the picture's, and how far its centre is from the middle.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from tqdm import tqdm

from fer_desktop.core.errors import FerError
from fer_desktop.evaluation.datasets import Sample, read_samples
from fer_desktop.evaluation.pictures import load_picture
from fer_desktop.vision import assembly
from fer_desktop.vision.detection.detector import THOROUGH
from model.reports import write_report

PERCENTILES = (5, 25, 50, 75, 95)


def measure(samples: Sequence[Sample]) -> dict[str, Any]:
    """Return the share of faces found, and percentiles of their boxes' size and place."""
    detector = assembly.haar_detector(THOROUGH)
    rows = []
    for sample in tqdm(samples, desc="Looking for faces", unit="px"):
        image = load_picture(sample)
        faces = detector.detect(image)
        if not faces:
            continue
        box, (height, width) = faces[0].box, image.shape[:2]
        side = max(height, width)
        rows.append(
            (
                max(box.width, box.height) / side,
                (box.x1 + box.x2 - width) / 2 / side,
                (box.y1 + box.y2 - height) / 2 / side,
            )
        )
    names = ("side_share", "center_x_offset", "center_y_offset")
    values = np.array(rows).reshape(-1, 3)
    percentiles = np.percentile(values, PERCENTILES, axis=0).T if rows else np.zeros((3, 5))
    return {
        "n": len(samples),
        "found": len(rows) / len(samples),
        "percentiles": list(PERCENTILES),
        **{name: [round(v, 4) for v in p] for name, p in zip(names, percentiles, strict=True)},
    }


def main(arguments: list[str] | None = None) -> int:
    """Run the command and return its exit code."""
    parser = argparse.ArgumentParser(prog="python -m model.framing", description=__doc__)
    add = parser.add_argument
    add("--data", type=Path, required=True, metavar="DIR", help="a labelled data set")
    add("--split", metavar="NAME", help="default: the one meant for measuring")
    add("--report", type=Path, metavar="FILE", help="write the figures there too")
    options = parser.parse_args(arguments)
    try:
        found = measure(read_samples(options.data, None, options.split))
    except FerError as error:
        print(error, file=sys.stderr)
        return 1
    print(json.dumps(found, indent=1))
    if options.report:
        name = options.data.resolve().name
        write_report(options.report, {"data": name, "split": options.split, **found})
    return 0


if __name__ == "__main__":
    sys.exit(main())
