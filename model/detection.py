"""Measure detector and tracker on composed pictures: `python -m model.detection --data DIR`.

The truth is exact (model/composed.py, model/clips.py). A face counts as found where a box overlaps
its own with an intersection over union of at least 0.5; every other box is a phantom. With
`--pictures` real ones are measured as well (model/real_pictures.py).
"""

import argparse
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from itertools import pairwise
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray
from tqdm import tqdm

from fer_desktop.core.errors import DataError
from fer_desktop.core.geometry import BoundingBox, iou
from fer_desktop.core.settings import Settings
from fer_desktop.core.tracker import Tracker
from fer_desktop.core.types import Face, ImageBGR
from fer_desktop.evaluation.datasets import read_samples
from fer_desktop.evaluation.pictures import load_picture
from fer_desktop.system import paths
from fer_desktop.vision import assembly
from fer_desktop.vision.detection.detector import (
    SEARCHES,
    Detector,
    EveryFrame,
    LiveDetector,
)
from fer_desktop.vision.detection.face_check import FaceCheck
from fer_desktop.vision.detection.gray_view import gray_view
from fer_desktop.vision.media.images import read_image
from model.clips import Clip, Shot, clips, shots
from model.composed import BACKGROUNDS, GROUPS, Composed, Composer
from model.real_pictures import measure_folder
from model.reports import tell

FOUND_IOU = 0.5
SAME_FACE_IOU = 0.3
"""In clips: a box that is somewhat late or small is still this face's."""
N_CROPS = 80


def composer_of(data: Path) -> Composer:
    """Return a composer with faces of a data set's test persons and scikit-image's backgrounds.

    Only square crops, which are press photographs: film stills are often from the side.

    Raises:
        DataError: scikit-image is not installed, or the data set has no square crops.
    """
    crops: list[ImageBGR] = []
    for sample in read_samples(data, None, None):
        picture = load_picture(sample)
        if picture.shape[0] == picture.shape[1]:
            crops.append(picture)
        if len(crops) == N_CROPS:
            break
    if not crops:
        raise DataError(f"{data}: no square face crops.")
    return Composer(crops, backgrounds())


def backgrounds() -> list[ImageBGR]:
    """Return scikit-image's pictures without a person.

    Raises:
        DataError: It is not installed.
    """
    try:
        import skimage
    except ImportError as error:
        raise DataError("The backgrounds come with scikit-image: pip install it.") from error
    folder = Path(skimage.__file__).parent / "data"
    return [read_image(next(folder.glob(f"{name}.*"))) for name in BACKGROUNDS]


def matched(
    boxes: Sequence[BoundingBox], truth: Sequence[BoundingBox], least_iou: float
) -> dict[int, int]:
    """Return which true face each box belongs to, by position; best overlaps first."""
    pairs = sorted(
        (
            (overlap, i, j)
            for i, box in enumerate(boxes)
            for j, true in enumerate(truth)
            if (overlap := iou(box, true)) >= least_iou
        ),
        reverse=True,
    )
    found: dict[int, int] = {}
    for _, i, j in pairs:
        if i not in found and j not in found.values():
            found[i] = j
    return found


def measure_pictures(detector: Detector, pictures: Iterable[Composed]) -> dict[str, Any]:
    """Return how many faces are found, how many boxes are none, and the median time."""
    n_faces = n_boxes = n_found = 0
    times = []
    for picture in pictures:
        start = time.perf_counter()
        boxes = [face.box for face in detector.detect(picture.image)]
        times.append(1e3 * (time.perf_counter() - start))
        truth = [face.box for face in picture.faces]
        n_found += len(matched(boxes, truth, FOUND_IOU))
        n_faces, n_boxes = n_faces + len(truth), n_boxes + len(boxes)
    return {
        "pictures": len(times),
        "faces": n_faces,
        "found": n_found,
        "phantoms": n_boxes - n_found,
        "recall": n_found / n_faces if n_faces else None,
        "precision": n_found / n_boxes if n_boxes else None,
        "median_ms": round(float(np.median(times)), 2),
    }


def measure_clip(
    detector: LiveDetector, tracker: Tracker | None, film: Iterable[Shot]
) -> dict[str, Any]:
    """Return how a clip's faces were followed.

    Returns:
        `visible`: how often a face could be found, `shown` how often it was; `phantoms`: boxes
        that are no face; `switches`: how often a person got another number; `jitter`: how far
        middle and width of the box stray from the true ones over the clip (deviation, the largest
        of the three as a share of the true width; a box that is always off by the same has none).
    """
    visible = shown = phantoms = 0
    numbers: dict[int, list[int | None]] = {}
    places: dict[int, list[NDArray[np.float64]]] = {}
    for shot in film:
        time_s, size = shot.frame.time_s, (shot.frame.width, shot.frame.height)
        expected = tracker.expected(time_s) if tracker else []
        faces: Sequence[Face] = detector.look(shot.frame, expected)
        if tracker:
            faces = tracker.update(faces, time_s, size)
        persons = list(shot.boxes)
        found = matched([f.box for f in faces], list(shot.boxes.values()), SAME_FACE_IOU)
        phantoms += len(faces) - len(found)
        visible += len(set(persons) - shot.hidden)
        for position, person in ((i, persons[j]) for i, j in found.items()):
            shown += person not in shot.hidden
            face = faces[position]
            numbers.setdefault(person, []).append(face.track_id)
            strayed = np.subtract(_place(face.box), _place(shot.boxes[person]))
            places.setdefault(person, []).append(strayed / shot.boxes[person].width)
    return {
        "visible": visible,
        "shown": shown,
        "phantoms": phantoms,
        "switches": sum(a != b for seen in numbers.values() for a, b in pairwise(seen)),
        "jitter": max((float(np.std(v, axis=0).max()) for v in places.values()), default=None),
    }


def _place(box: BoundingBox) -> tuple[float, float, float]:
    return (box.x1 + box.x2) / 2, (box.y1 + box.y2) / 2, float(box.width)


def measure_clips(
    make_detector: Callable[[], LiveDetector],
    make_tracker: Callable[[], Tracker | None],
    composer: Composer,
    chosen: Sequence[Clip],
) -> dict[str, Any]:
    """Return the figures of each kind of clip."""
    kinds: dict[str, list[dict[str, Any]]] = {}
    for clip in chosen:
        with closing(make_detector()) as detector:
            row = measure_clip(detector, make_tracker(), shots(clip, composer))
        kinds.setdefault(clip.name, []).append(row)
    return {name: _together(rows) for name, rows in kinds.items()}


def _together(rows: Sequence[dict[str, Any]]) -> dict[str, Any]:
    visible, shown, phantoms, switches = (
        sum(row[key] for row in rows) for key in ("visible", "shown", "phantoms", "switches")
    )
    jitters = [row["jitter"] for row in rows if row["jitter"] is not None]
    return {
        "clips": len(rows),
        "shown": shown / visible,
        "phantoms": phantoms,
        "switches": switches,
        "jitter": {"median": float(np.median(jitters)), "max": max(jitters)} if jitters else None,
    }


class PlainCascade:
    """One cascade over the whole picture and no more, as tutorials use it."""

    def __init__(self, cascade_file: Path, work_side_px: int, least_px: int = 28) -> None:
        self._cascade = cv2.CascadeClassifier(str(cascade_file))
        self._side, self._least = work_side_px, least_px

    def detect(self, image: ImageBGR) -> list[Face]:
        """Return what it finds with steps of 1.1 and at least 5 overlapping hits."""
        view = gray_view(image, self._side)
        boxes = self._cascade.detectMultiScale(view.gray, 1.1, 4, minSize=(self._least,) * 2)
        return [
            Face(BoundingBox(*(round(v * view.scale) for v in (x, y, x + w, y + h))), 1.0)
            for x, y, w, h in boxes
        ]


def variants() -> dict[str, Detector]:
    """Return detectors to compare: the program's own, and plain cascades."""
    folder = Path(cv2.data.haarcascades)
    found: dict[str, Detector] = {
        name: assembly.haar_detector(options) for name, options in SEARCHES.items()
    }
    for name in ("default", "alt", "alt2"):
        for side in (320, 480, 640):
            cascade = folder / f"haarcascade_frontalface_{name}.xml"
            found[f"plain {name}, {side} px"] = PlainCascade(cascade, side)
    return found


def measure(data: Path, n_clips: int) -> dict[str, Any]:
    """Return all figures, with progress bars on stderr."""
    composer = composer_of(data)
    pictures: dict[str, Any] = {}
    with tqdm(total=sum(group.n for group in GROUPS), desc="Pictures", unit="px") as bar:
        detectors = variants()
        for group in GROUPS:
            made = list(composer.pictures(group))
            for name, detector in detectors.items():
                pictures.setdefault(name, {})[group.name] = measure_pictures(detector, made)
            bar.update(len(made))
    chosen = clips(n_clips, composer.n_crops)
    with tqdm(chosen, desc="Clips, tracker off", unit="clip") as bar:
        off = measure_clips(lambda: EveryFrame(detectors["balanced"]), lambda: None, composer, bar)
    settings = Settings()
    with tqdm(chosen, desc="Clips, tracker on", unit="clip") as bar:
        on = measure_clips(
            lambda: assembly.live_detector(settings),
            lambda: assembly.live_tracker(settings),
            composer,
            bar,
        )
    return {"pictures": pictures, "clips": {"tracker off": off, "tracker on": on}}


def measure_real(folder: Path) -> dict[str, Any]:
    """Return the figures of the program's own searches on real pictures with reference boxes."""
    check = FaceCheck(paths.face_check())
    return {
        name: measure_folder(assembly.haar_detector(options), check, folder)
        for name, options in SEARCHES.items()
    }


def build_parser() -> argparse.ArgumentParser:
    """Return the command line of `python -m model.detection`."""
    parser = argparse.ArgumentParser(prog="python -m model.detection", description=__doc__)
    add = parser.add_argument
    add("--data", type=Path, required=True, metavar="DIR", help="facial_expressions")
    add("--pictures", type=Path, metavar="DIR", help="real ones, with truth.json beside them")
    add("--clips", type=int, default=6, metavar="N", help="of each kind (default 6)")
    add("--report", type=Path, metavar="FILE", help="write the figures there too")
    return parser


def main(arguments: list[str] | None = None) -> int:
    """Run the command and return its exit code."""
    options = build_parser().parse_args(arguments)
    name = options.data.resolve().name

    def figures() -> dict[str, Any]:
        real = {"real": measure_real(options.pictures)} if options.pictures else {}
        return {"data": name, **real, **measure(options.data, options.clips)}

    return tell(figures, options.report)


if __name__ == "__main__":
    sys.exit(main())
