"""Puts analyzers and sources together from settings."""

from dataclasses import replace

from fer_desktop.app import paths, trial
from fer_desktop.core.settings import Settings
from fer_desktop.core.smoothing import Smoother
from fer_desktop.core.tracker import Tracker
from fer_desktop.vision.analyzer import FrameAnalyzer
from fer_desktop.vision.classifier import Classifier, load_classifier
from fer_desktop.vision.detector import (
    LIVE,
    LIVE_WEAK,
    STILL,
    HaarDetector,
    HaarOptions,
    score,
)
from fer_desktop.vision.model_spec import ModelSpec, load_spec
from fer_desktop.vision.sources import FrameSource, make_source

_OFFLINE_VIDEO = replace(LIVE, work_side_px=480, min_face_px=24)
"""A file can wait, so smaller faces are looked for than live."""
_LIVE_BELIEF = 0.75
"""So sure a face must be before it is shown live: 21 hits of the cascade, in one frame or in some.
Of the faces that it invented under camera noise none had more than 7, and none came in a row."""


def model_spec(settings: Settings) -> ModelSpec:
    """Return the spec of the chosen model.

    Raises:
        ModelError: It is unknown or its model.json is broken.
    """
    return load_spec(paths.model_directory(settings.model))


def make_classifier(settings: Settings) -> Classifier:
    """Return the chosen model on the chosen engine; a user's own is tried apart first.

    Raises:
        ModelError: It is unknown, damaged, or the engine is not installed.
    """
    spec = model_spec(settings)
    if not paths.is_bundled(spec.directory):
        trial.try_model(spec, settings.engine)
    return load_classifier(spec, settings.engine)


def live_analyzer(settings: Settings) -> FrameAnalyzer:
    """Return an analyzer for live frames: numbers faces, holds lost ones, smooths what is shown."""
    return _analyzer(
        make_classifier(settings),
        settings,
        LIVE_WEAK,
        live_tracker(settings),
        Smoother(settings.smoothing_s),
    )


def live_tracker(settings: Settings) -> Tracker:
    """Return what numbers and holds the faces that `LIVE_WEAK` finds in live frames."""
    sure_score = score(LIVE.min_neighbors + 1)
    return Tracker(settings.hold_s, min_belief=_LIVE_BELIEF, sure_score=sure_score)


def still_analyzer(settings: Settings, classifier: Classifier | None = None) -> FrameAnalyzer:
    """Return an analyzer for single pictures; each frame stands for itself."""
    chosen = (classifier or make_classifier(settings)).for_pictures()
    return _analyzer(chosen, settings, STILL, None, None)


def video_analyzer(settings: Settings, classifier: Classifier | None = None) -> FrameAnalyzer:
    """Return an analyzer for every frame of one video file, with the numbers of its faces."""
    chosen = classifier or make_classifier(settings)
    return _analyzer(chosen, settings, _OFFLINE_VIDEO, Tracker(settings.hold_s), None)


def source(text: str, settings: Settings) -> FrameSource:
    """Return the source that a text names; `camera` is the one in the settings.

    Raises:
        SourceError: The text names no source.
    """
    return make_source(text, demo_picture=paths.demo_picture(), camera_identity=settings.camera)


def _analyzer(
    classifier: Classifier,
    settings: Settings,
    options: HaarOptions,
    tracker: Tracker | None,
    smoother: Smoother | None,
) -> FrameAnalyzer:
    threshold = settings.min_confidence
    return FrameAnalyzer(
        HaarDetector(paths.face_cascade(), options),
        classifier,
        threshold=classifier.spec.uncertain_below if threshold is None else threshold,
        tracker=tracker,
        smoother=smoother,
    )
