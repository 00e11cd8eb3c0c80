"""Finds faces: Haar cascades (Viola and Jones, 2001) find candidates, a small network decides."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final, Protocol

from fer_desktop.core.settings import Search
from fer_desktop.core.tracker import Expected
from fer_desktop.core.types import Face, Frame, ImageBGR
from fer_desktop.vision.detection.candidates import Candidates, HaarOptions
from fer_desktop.vision.detection.decide import Check, Sighting, found_among, place_of
from fer_desktop.vision.detection.live_memory import DetectorState


class Detector(Protocol):
    """Finds faces. Used from the thread that made it."""

    def detect(self, image: ImageBGR) -> list[Face]:
        """Return the faces in a (H, W, 3) uint8 BGR picture, largest first, boxes inside it."""
        ...


class LiveDetector(Protocol):
    """Finds faces in the frames of a video. Used from the thread that made it."""

    def look(self, frame: Frame, expected: Sequence[Expected]) -> list[Face]:
        """Return the faces in a frame, largest first, boxes inside it.

        Args:
            frame: The next frame.
            expected: The faces that are known. One that is not seen but known to have moved may be
                among the returned ones, with its number and `is_held`.
        """
        ...

    @property
    def state(self) -> DetectorState | None:
        """What `restore` takes, so that another detector goes on as this one; None needs nothing.

        Only of one that does nothing in the background.
        """
        ...

    def restore(self, state: DetectorState) -> None:
        """Go on where another detector was, after `recall` of the frames that its state names."""
        ...

    def recall(self, frame: Frame) -> None:
        """See a frame again that the restored state names."""
        ...

    def close(self) -> None:
        """End what runs in the background; nothing is looked for after it."""
        ...


class EveryFrame:
    """Takes each frame of a video for a picture of its own."""

    def __init__(self, detector: Detector) -> None:
        self._detector = detector

    def look(self, frame: Frame, expected: Sequence[Expected]) -> list[Face]:
        """Return what the detector finds in the frame, whatever is expected."""
        del expected
        return self._detector.detect(frame.image)

    state = None

    def restore(self, state: DetectorState) -> None:
        """Do nothing: no frame depends on those before."""

    def recall(self, frame: Frame) -> None:
        """Do nothing, as `restore`."""

    def close(self) -> None:
        """Do nothing: nothing runs in the background."""


FAST: Final = HaarOptions(320, 1.2)
"""For slow computers: faces from a sixteenth of the picture's width up, upright."""
BALANCED: Final = HaarOptions(480, 1.2, tilts_deg=(25.0, -25.0))
"""For video."""
THOROUGH: Final = HaarOptions(
    *(540, 1.15, 0.15, (25.0, -25.0)),
    cascades=2,
    profiles=True,
    laid_side_px=420,
    laid_step=1.3,
)
"""For pictures and video files: finds small faces, faces from the side, and those that fill the
picture, too."""

SEARCHES: Final[dict[Search, HaarOptions]] = {
    "fast": FAST,
    "balanced": BALANCED,
    "thorough": THOROUGH,
}


class HaarDetector:
    """OpenCV's cascades for candidates, and the face check that decides about them."""

    def __init__(self, cascade_file: Path, check: Check, options: HaarOptions) -> None:
        """Read the cascades.

        Raises:
            ModelError: A file is missing, or holds no cascade.
        """
        self._check = check
        self._candidates = Candidates(cascade_file, options)
        self._hit_weight = options.hit_weight

    def detect(self, image: ImageBGR) -> list[Face]:
        """Return the faces in a (H, W, 3) uint8 BGR picture, largest first, boxes inside it."""
        places = [place_of(hit) for hit in self._candidates.everywhere(image)]
        return faces_of(found_among(self._check, image, places, self._hit_weight), image)


def faces_of(sightings: Iterable[Sighting], image: ImageBGR) -> list[Face]:
    """Return sightings as faces, largest first, boxes inside the picture."""
    height, width = image.shape[:2]
    faces = [sighting.face() for sighting in sightings]
    inside = [replace(face, box=face.box.clipped(width, height)) for face in faces]
    return sorted((f for f in inside if f.box.area), key=lambda face: -face.box.area)
