"""Analyzers and sources are put together as the settings say."""

from dataclasses import replace

import cv2
import numpy as np
import pytest

from fer_desktop.app import bootstrap
from fer_desktop.core.errors import ModelError, SourceError
from fer_desktop.core.settings import Settings
from fer_desktop.core.types import Frame
from fer_desktop.vision.detector import LIVE, LIVE_WEAK, HaarDetector
from fer_desktop.vision.sources.camera import CameraSource, StreamSource
from fer_desktop.vision.sources.demo import DemoSource
from fer_desktop.vision.sources.image_source import ImageSource
from fer_desktop.vision.sources.video import VideoSource
from tests.fakes import FixedClassifier, FixedDetector


def test_an_unknown_model_is_refused_with_the_known_ones():
    with pytest.raises(ModelError, match=r"'missing'.*seed"):
        bootstrap.make_classifier(Settings(model="missing"))


def test_a_model_can_be_given_by_its_directory(seed_spec):
    classifier = bootstrap.make_classifier(Settings(model=str(seed_spec.directory)))
    assert classifier.spec.name == seed_spec.name
    assert classifier.engine_name == "litert"


def test_a_single_picture_has_no_numbers_and_raw_values_are_shown(astronaut, seed_classifier):
    analyzer = bootstrap.still_analyzer(Settings(), seed_classifier)
    assert analyzer.classifier is seed_classifier, "a loaded model is not loaded again"
    (face,) = analyzer.analyze(Frame(astronaut)).faces
    assert face.track_id is None
    assert (face.smoothed.probabilities == face.raw.probabilities).all()


def test_a_video_numbers_faces_and_shows_raw_values(astronaut):
    analyzer = bootstrap.video_analyzer(Settings(), FixedClassifier("fear"))
    faces = [analyzer.analyze(Frame(astronaut, n, n / 15)).faces[0] for n in range(2)]
    assert [face.track_id for face in faces] == [1, 1]
    assert faces[1].label == "fear"


def test_live_values_are_smoothed_over_the_settings_time(astronaut):
    analyzer = bootstrap.live_analyzer(Settings(smoothing_s=10.0))
    analyzer.analyze(Frame(astronaut, 0, 0.0))
    moved = np.roll(astronaut, 9, axis=1)
    face = analyzer.analyze(Frame(moved, 1, 0.05)).faces[0]
    assert face.track_id == 1
    assert (face.raw.probabilities != face.smoothed.probabilities).any()


@pytest.mark.parametrize(
    ("score", "n_shown"), [(0.29, [0, 0, 1]), (0.8, [1, 1, 1]), (0.2, [0, 0, 0])]
)
def test_live_faces_are_shown_once_the_detector_is_sure(monkeypatch, astronaut, score, n_shown):
    class Scripted(FixedDetector):
        def detect(self, image):
            return [replace(face, detection_score=score) for face in super().detect(image)]

    monkeypatch.setattr(bootstrap, "HaarDetector", lambda *_: Scripted((176, 66, 274, 163)))
    live, video = bootstrap.live_analyzer(Settings()), bootstrap.video_analyzer(Settings())
    frames = [Frame(astronaut, n, n / 30) for n in range(3)]
    assert [len(live.analyze(frame).faces) for frame in frames] == n_shown
    assert [len(video.analyze(frame).faces) for frame in frames] == [1, 1, 1], "tables miss none"


def test_a_live_face_stays_while_the_detector_is_less_sure_of_it(astronaut, cascade):
    """A face out of focus is found by a few hits only, and by none of the sure ones."""
    sure, any_hit = HaarDetector(cascade, LIVE), HaarDetector(cascade, LIVE_WEAK)
    hazy = next(
        image
        for blur in np.arange(8, 20, 0.25)
        if not sure.detect(image := cv2.GaussianBlur(astronaut, (0, 0), float(blur)))
        and any_hit.detect(image)
    )
    analyzer = bootstrap.live_analyzer(Settings(hold_s=0.1))
    assert not analyzer.analyze(Frame(hazy, 0, 0.0)).faces
    first, *later = [
        [face.track_id for face in analyzer.analyze(Frame(image, n, n / 5)).faces]
        for n, image in enumerate([astronaut, *[hazy] * 5], 1)
    ]
    assert later == [first] * 5


def test_live_faces_are_held_for_the_settings_time(astronaut):
    blank = astronaut * 0
    for hold_s, held in ((1.0, [True]), (0.0, [])):
        analyzer = bootstrap.live_analyzer(Settings(hold_s=hold_s))
        analyzer.analyze(Frame(astronaut, 0, 0.0))
        faces = analyzer.analyze(Frame(blank, 1, 0.5)).faces
        assert [face.face.is_held for face in faces] == held


@pytest.mark.parametrize(
    ("chosen", "label"), [(None, "happiness"), (0.95, "uncertain"), (0.0, "happiness")]
)
def test_the_threshold_is_the_users_or_else_the_models(astronaut, chosen, label):
    classifier = FixedClassifier("happiness", p=0.9)
    analyzer = bootstrap.still_analyzer(Settings(min_confidence=chosen), classifier)
    (face,) = analyzer.analyze(Frame(astronaut)).faces
    assert face.label == label
    expected = classifier.spec.uncertain_below if chosen is None else chosen
    assert face.raw.threshold == expected


def test_a_text_becomes_its_source(portrait, video):
    settings = Settings(camera="Fine Cam|0000:0001|a")
    expected = {
        "demo": DemoSource,
        "camera": CameraSource,
        "camera:2": CameraSource,
        "rtsp://10.0.0.1/live": StreamSource,
        str(portrait): ImageSource,
        str(video): VideoSource,
    }
    made = {text: bootstrap.source(text, settings) for text in expected}
    assert {text: type(source) for text, source in made.items()} == expected
    assert made["camera"].identity == settings.camera, "the one chosen last"
    assert made["camera:2"].identity == ""


def test_a_source_that_is_none_is_refused():
    with pytest.raises(SourceError, match="nothing-here"):
        bootstrap.source("nothing-here", Settings())
