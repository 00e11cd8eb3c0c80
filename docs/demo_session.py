"""Makes a session to look at: two people in a video call, not always well in the picture.

The pictures are the demo's, the rows are what the program reads from them. The same each time.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from fer_desktop.core.settings import Settings
from fer_desktop.core.smoothing import Smoother
from fer_desktop.core.types import Frame, ImageBGR
from fer_desktop.core.wall_time import utc
from fer_desktop.sessions.exclusion_file import write_exclusions
from fer_desktop.sessions.exclusions import Exclusion
from fer_desktop.sessions.new_session import analysis_of, model_of
from fer_desktop.sessions.rows import rows_of
from fer_desktop.sessions.writer import SessionWriter, folder_name
from fer_desktop.system import paths
from fer_desktop.vision import assembly
from fer_desktop.vision.analyzer import FrameAnalyzer
from fer_desktop.vision.camera.demo import FRAME_RATE, DemoSource
from fer_desktop.vision.detection.detector import THOROUGH

START = dt.datetime(2026, 11, 25, 14, 3, 22, tzinfo=dt.UTC)
SECONDS = 32
RATE = 15
MARKERS = ((4.0, "Question 1"), (13.0, "Question 2"), (25.5, "The phone rings"))
EXCLUSION = Exclusion(25.5, 28.5, "The phone rang")
MOMENT_S = 8.0
"""A moment at which the two look different."""
NAMED = Path("/home/anna/Documents/FER Desktop Sessions") / folder_name(START)
"""What is shown where a session's folder is to be named."""

Course = tuple[tuple[float, float], ...]
"""At which second how strong something is; in between it changes evenly."""

_CUP, _RIM = (222, 226, 228), (176, 182, 186)


@dataclass(frozen=True)
class Person:
    """What happens before the camera of one of the two.

    Attributes:
        cup: They drink from a cup; 0 not at all.
        blur: The camera is out of focus, in pixels of the photograph.
        ahead_s: So far ahead the demo is.
    """

    cup: Course
    blur: Course
    ahead_s: float = 0.0


_LEFT = Person(
    cup=((5.5, 0), (6, 1), (9.5, 1), (10, 0)),
    blur=((13, 0), (13.5, 10), (16.5, 10), (17, 0)),
)
_RIGHT = Person(
    cup=((2, 0), (2.5, 1), (7, 1), (7.5, 0), (16.5, 0), (17, 1), (19.5, 1), (20, 0)),
    blur=((10.5, 0), (11, 10), (14, 10), (14.5, 0)),
    ahead_s=40.0,
)


def make_session(parent: Path) -> Path:
    """Return the folder of a session of `SECONDS` with a video, markers and a range left out."""
    settings = Settings(record_video=True)
    writer = SessionWriter(parent / folder_name(START), _info(settings))
    analyzer = _analyzer(settings)
    for frame in _frames():
        analyzed = analyzer.analyze(frame)
        if frame.index == 0:
            writer.measure(frame.width, frame.height)
        writer.write(tuple(rows_of(analyzed, wall_time_utc=_wall(frame.time_s))))
        writer.show(frame.image, [face.box for face in analyzed.faces], frame.time_s)
    analyzer.close()
    for time_s, text in MARKERS:
        writer.mark(time_s, round(time_s * RATE), _wall(time_s), text)
    writer.end("stopped by the user")
    write_exclusions(writer.folder, [EXCLUSION])
    return writer.folder


class _View(DemoSource):
    """The demo with what happens before the camera."""

    def __init__(self, person: Person) -> None:
        super().__init__(paths.demo_picture())
        self._person = person
        self.open()
        self._alone = self._image

    def at(self, time_s: float) -> ImageBGR:
        """Return the view at a time of the session."""
        assert self._alone is not None
        person = self._person
        cup, blur = (
            float(np.interp(time_s, [at for at, _ in course], [value for _, value in course]))
            for course in (person.cup, person.blur)
        )
        self._image = self._alone.copy()
        if cup:
            _draw_cup(self._image, round(125 + 157 * (1 - cup)))
        if blur:
            self._image = np.asarray(cv2.GaussianBlur(self._image, (0, 0), blur), np.uint8)
        self._index = round((time_s + person.ahead_s) * FRAME_RATE)
        view = self.read()
        assert view is not None
        return view.image[:, 120:520]


def _draw_cup(image: ImageBGR, top: int) -> None:
    """Draw a cup with its rim at this row, in the column of the mouth."""
    cv2.ellipse(image, (256, top + 17), (10, 10), 0, 0, 360, _CUP, 4, cv2.LINE_AA)
    cv2.rectangle(image, (199, top), (251, top + 32), _CUP, -1)
    cv2.ellipse(image, (225, top + 32), (26, 9), 0, 0, 180, _CUP, -1, cv2.LINE_AA)
    cv2.ellipse(image, (225, top), (26, 5), 0, 0, 360, _RIM, -1, cv2.LINE_AA)


def _frames() -> Iterator[Frame]:
    """Yield the frames, two people side by side; the second one is mirrored."""
    left, right = _View(_LEFT), _View(_RIGHT)
    for number in range(SECONDS * RATE):
        time_s = number / RATE
        image = cv2.hconcat([left.at(time_s), right.at(time_s)[:, ::-1]])
        yield Frame(np.asarray(image, np.uint8), number, time_s, time_s)


def _analyzer(settings: Settings) -> FrameAnalyzer:
    """Return what analyzes live frames, but without a search in the background: its time varies."""
    classifier = assembly.make_classifier(settings)
    return FrameAnalyzer(
        assembly.haar_live_detector(THOROUGH),
        classifier,
        threshold=classifier.spec.uncertain_below,
        tracker=assembly.live_tracker(settings),
        smoother=Smoother(settings.smoothing_s),
    )


def _wall(time_s: float) -> str:
    return utc(START.timestamp() + time_s)


def _info(settings: Settings) -> dict[str, object]:
    return {
        "started_utc": _wall(0.0),
        "source": {"kind": "camera", "name": "Front camera"},
        "model": model_of(settings),
        "settings": analysis_of(settings),
        "options": {"video": True, "blur_faces": False, "chosen_face_only": False},
    }
