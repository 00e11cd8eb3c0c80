"""Puts analyzers and sources together from settings."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from fer_desktop.core.baseline import Baselines
from fer_desktop.core.errors import ModelError, SettingsError
from fer_desktop.core.settings import Search, Settings
from fer_desktop.core.smoothing import Smoother
from fer_desktop.core.tracker import Tracker
from fer_desktop.system import paths
from fer_desktop.vision.analyzer import FrameAnalyzer
from fer_desktop.vision.camera.capture_format import CaptureFormat
from fer_desktop.vision.camera.sources import FrameSource, make_source
from fer_desktop.vision.detection.candidates import HaarOptions
from fer_desktop.vision.detection.decide import SURE_SCORE
from fer_desktop.vision.detection.detector import (
    SEARCHES,
    Detector,
    EveryFrame,
    HaarDetector,
    LiveDetector,
)
from fer_desktop.vision.detection.face_check import FaceCheck
from fer_desktop.vision.detection.live_detector import WHOLE_S, HaarLiveDetector
from fer_desktop.vision.detection.yunet import YuNetDetector
from fer_desktop.vision.recognition import trial
from fer_desktop.vision.recognition.classifier import Classifier, load_classifier
from fer_desktop.vision.recognition.model_spec import ModelSpec, load_spec

_OFFLINE_TOUR_S = 0.2
"""A file can wait, so new faces are looked for more often than live."""
_LIVE_BELIEF = 0.75
"""The scores of so many sightings a face must have before it is shown live."""


def model_spec(settings: Settings) -> ModelSpec:
    """Return the spec of the chosen model.

    Raises:
        ModelError: It is unknown or its model.json is broken.
    """
    return load_spec(paths.model_directory(settings.model))


def with_known_model(settings: Settings) -> tuple[Settings, tuple[str, ...]]:
    """Return the settings; a model that is gone or broken takes its default, and a note says so."""
    try:
        model_spec(settings)
    except ModelError as error:
        default = Settings().model
        return replace(settings, model=default), (f"{error} The default '{default}' is used.",)
    return settings, ()


def make_classifier(settings: Settings) -> Classifier:
    """Return the chosen model on the chosen engine; a user's own is tried apart first.

    Raises:
        ModelError: It is unknown, damaged, or the engine is not installed.
    """
    spec = model_spec(settings)
    if not paths.is_bundled(spec.directory):
        trial.try_model(spec, settings.engine)
    return load_classifier(spec, settings.engine)


def live_analyzer(settings: Settings, baselines: Baselines | None = None) -> FrameAnalyzer:
    """Return an analyzer for live frames: numbers faces, holds lost ones, smooths what is shown.

    Args:
        settings: The choices of the user.
        baselines: The neutral faces that what is shown is corrected for; emptied here.

    Raises:
        ModelError: The model or the detector can't be used.
        SettingsError: YuNet is chosen without a file.
    """
    smoother = Smoother(settings.smoothing_s)
    classifier = make_classifier(settings)
    detector, tracker = live_detector(settings), live_tracker(settings)
    return _analyzer(classifier, settings, detector, tracker, smoother, baselines)


def live_tracker(settings: Settings) -> Tracker:
    """Return what numbers and holds the faces that are found in live frames."""
    return Tracker(settings.hold_s, min_belief=_LIVE_BELIEF, sure_score=SURE_SCORE)


def live_detector(settings: Settings) -> LiveDetector:
    """Return what finds faces in live frames; raises as `live_analyzer`."""
    if settings.detector == "yunet":
        return EveryFrame(_yunet(settings))
    options = replace(SEARCHES[settings.search], smallest=settings.smallest_face)
    return haar_live_detector(options, in_background=True)


def still_detector(settings: Settings, search: Search = "thorough") -> Detector:
    """Return what finds faces in single pictures; raises as `live_analyzer`."""
    if settings.detector == "yunet":
        return _yunet(settings)
    return haar_detector(SEARCHES[search])


def still_analyzer(
    settings: Settings, classifier: Classifier | None = None, search: Search = "thorough"
) -> FrameAnalyzer:
    """Return an analyzer for single pictures; each frame stands for itself."""
    chosen = (classifier or make_classifier(settings)).for_pictures()
    return _analyzer(chosen, settings, EveryFrame(still_detector(settings, search)), None, None)


def video_analyzer(settings: Settings, classifier: Classifier | None = None) -> FrameAnalyzer:
    """Return an analyzer for every frame of one video file, with the numbers of its faces."""
    chosen = classifier or make_classifier(settings)
    if settings.detector == "yunet":
        detector: LiveDetector = EveryFrame(_yunet(settings))
    else:
        options = SEARCHES[settings.video_search]
        detector = haar_live_detector(options, _OFFLINE_TOUR_S)
    tracker = Tracker(settings.hold_s, sure_score=SURE_SCORE)
    return _analyzer(chosen, settings, detector, tracker, None)


def haar_detector(options: HaarOptions) -> HaarDetector:
    """Return the program's own detector for pictures, with its cascades and its face check.

    Raises:
        ModelError: A file of it is missing or damaged.
    """
    return HaarDetector(paths.face_cascade(), FaceCheck(paths.face_check()), options)


def haar_live_detector(
    options: HaarOptions, whole_s: float = WHOLE_S, *, in_background: bool = False
) -> HaarLiveDetector:
    """Return the program's own detector for video; arguments and errors as those of the class."""
    return HaarLiveDetector(
        paths.face_cascade(),
        partial(FaceCheck, paths.face_check()),
        options,
        whole_s,
        in_background=in_background,
    )


def _yunet(settings: Settings) -> YuNetDetector:
    if not settings.detector_model:
        raise SettingsError(
            "YuNet needs its file: give it with --detector-model FILE (in Python, detector_model). "
            "The program brings none and fetches none."
        )
    return YuNetDetector(Path(settings.detector_model))


def source(text: str, settings: Settings) -> FrameSource:
    """Return the source that a text names; `camera` is the one in the settings.

    Raises:
        SourceError: The text names no source.
    """
    return make_source(
        text,
        demo_picture=paths.demo_picture(),
        demo_clip=paths.demo_clip(),
        camera_identity=settings.camera,
        wanted=capture_format(settings),
    )


def capture_format(settings: Settings) -> CaptureFormat:
    """Return what cameras are asked for."""
    return CaptureFormat(settings.camera_width, settings.camera_height, settings.camera_rate)


def _analyzer(
    classifier: Classifier,
    settings: Settings,
    detector: LiveDetector,
    tracker: Tracker | None,
    smoother: Smoother | None,
    baselines: Baselines | None = None,
) -> FrameAnalyzer:
    threshold = settings.min_confidence
    return FrameAnalyzer(
        detector,
        classifier,
        threshold=classifier.spec.uncertain_below if threshold is None else threshold,
        tracker=tracker,
        smoother=smoother,
        baselines=baselines,
    )
