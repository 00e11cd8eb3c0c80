"""Analyzers and sources are put together as the settings say."""

from dataclasses import replace

import cv2
import numpy as np
import pytest

from fer_desktop.core.baseline import Baseline, Baselines
from fer_desktop.core.errors import ModelError, SettingsError, SourceError
from fer_desktop.core.settings import Settings
from fer_desktop.core.types import Frame
from fer_desktop.vision import assembly
from fer_desktop.vision.camera.capture import CameraSource
from fer_desktop.vision.camera.capture_format import CaptureFormat
from fer_desktop.vision.camera.demo import DemoSource
from fer_desktop.vision.camera.image_source import ImageSource
from fer_desktop.vision.camera.stream import StreamSource
from fer_desktop.vision.detection.decide import SURE_SCORE
from fer_desktop.vision.media.video_source import VideoSource
from tests.fakes import FixedClassifier, FixedDetector


def test_an_unknown_model_is_refused_with_the_known_ones():
    with pytest.raises(ModelError, match=r"'missing'.*seed"):
        assembly.make_classifier(Settings(model="missing"))


def test_a_model_can_be_given_by_its_directory(seed_spec):
    classifier = assembly.make_classifier(Settings(model=str(seed_spec.directory)))
    assert classifier.spec.name == seed_spec.name
    assert classifier.engine_name == "litert"


def test_a_single_picture_has_no_numbers_and_raw_values_are_shown(astronaut, seed_classifier):
    analyzer = assembly.still_analyzer(Settings(), seed_classifier)
    assert analyzer.classifier is seed_classifier, "a loaded model is not loaded again"
    (face,) = analyzer.analyze(Frame(astronaut)).faces
    assert face.track_id is None
    assert (face.smoothed.probabilities == face.raw.probabilities).all()


def test_a_video_numbers_faces_and_shows_raw_values(astronaut):
    analyzer = assembly.video_analyzer(Settings(), FixedClassifier("fear"))
    faces = [analyzer.analyze(Frame(astronaut, n, n / 15)).faces[0] for n in range(2)]
    assert [face.track_id for face in faces] == [1, 1]
    assert faces[1].label == "fear"


def test_live_values_are_smoothed_over_the_settings_time(astronaut):
    analyzer = assembly.live_analyzer(Settings(smoothing_s=10.0))
    analyzer.analyze(Frame(astronaut, 0, 0.0))
    moved = np.roll(astronaut, 9, axis=1)
    face = analyzer.analyze(Frame(moved, 1, 0.05)).faces[0]
    assert face.track_id == 1
    assert (face.raw.probabilities != face.smoothed.probabilities).any()


def test_live_values_are_corrected_for_a_neutral_face(astronaut):
    baselines = Baselines()
    analyzer = assembly.live_analyzer(Settings(smoothing_s=0.0), baselines)
    (plain,) = analyzer.analyze(Frame(astronaut, 0, 0.0)).faces
    baselines.put(plain.track_id, Baseline(plain.raw.probabilities))
    (face,) = analyzer.analyze(Frame(astronaut, 1, 0.05)).faces
    assert face.smoothed.by_label()["happiness"] < face.raw.by_label()["happiness"]
    assert plain.smoothed is plain.raw


@pytest.mark.parametrize(
    ("score", "n_shown"), [(0.7, [0, 1, 1]), (0.8, [1, 1, 1]), (SURE_SCORE - 0.01, [0, 0, 0])]
)
def test_live_faces_are_shown_once_the_detector_is_sure(monkeypatch, astronaut, score, n_shown):
    class Scripted(FixedDetector):
        def detect(self, image):
            return [replace(face, detection_score=score) for face in super().detect(image)]

    scripted = Scripted((176, 66, 274, 163))
    monkeypatch.setattr(assembly, "HaarLiveDetector", lambda *_, **__: scripted)
    live, video = assembly.live_analyzer(Settings()), assembly.video_analyzer(Settings())
    frames = [Frame(astronaut, n, n / 30) for n in range(3)]
    assert [len(live.analyze(frame).faces) for frame in frames] == n_shown
    all_of_them = [int(score >= SURE_SCORE)] * 3
    assert [len(video.analyze(frame).faces) for frame in frames] == all_of_them


def test_a_live_face_stays_while_the_detector_is_less_sure_of_it(astronaut):
    """A face out of focus is no face of its own, but goes on from a known one."""
    analyzer = assembly.live_analyzer(Settings(hold_s=0.1))
    hazy = next(
        image
        for blur in np.arange(8, 20, 0.25)
        if not assembly.live_analyzer(Settings())
        .analyze(Frame(image := cv2.GaussianBlur(astronaut, (0, 0), float(blur))))
        .faces
    )
    first, *later = [
        [face.track_id for face in analyzer.analyze(Frame(image, n, n / 5)).faces]
        for n, image in enumerate([astronaut, *[hazy] * 5])
    ]
    assert later == [first] * 5


def test_how_thoroughly_is_looked_is_the_users_choice(astronaut):
    small = cv2.resize(astronaut, (400, 400), interpolation=cv2.INTER_AREA)
    wide = np.full((720, 1280, 3), 120, np.uint8)
    wide[200:600, 300:700] = small  # a face of 76 px, 19 px of what "fast" looks at
    found = {
        search: len(assembly.live_detector(Settings(search=search)).look(Frame(wide), []))
        for search in ("fast", "balanced", "thorough")
    }
    assert found == {"fast": 0, "balanced": 1, "thorough": 1}
    found = {
        search: len(
            assembly.video_analyzer(Settings(video_search=search)).analyze(Frame(wide)).faces
        )
        for search in ("fast", "balanced", "thorough")
    }
    assert found == {"fast": 0, "balanced": 1, "thorough": 1}
    larger = Settings(smallest_face=0.1)
    assert assembly.live_detector(larger).look(Frame(wide), []) == []


@pytest.mark.parametrize("make", ["live_analyzer", "video_analyzer", "still_analyzer"])
def test_yunet_is_used_where_it_is_chosen(monkeypatch, astronaut, make):
    given = []
    monkeypatch.setattr(
        assembly, "YuNetDetector", lambda file: given.append(file) or FixedDetector((9, 9, 99, 99))
    )
    settings = Settings(detector="yunet", detector_model="my.onnx")
    (face,) = getattr(assembly, make)(settings).analyze(Frame(astronaut)).faces
    assert tuple(face.box) == (9, 9, 99, 99)
    assert [str(file) for file in given] == ["my.onnx"]


@pytest.mark.parametrize("make", ["live_analyzer", "video_analyzer", "still_analyzer"])
def test_yunet_without_its_file_is_refused_with_the_way_out(make):
    with pytest.raises(SettingsError, match="--detector-model FILE"):
        getattr(assembly, make)(Settings(detector="yunet"))
    with pytest.raises(ModelError, match=r"gone\.onnx: the detector can't be read"):
        getattr(assembly, make)(Settings(detector="yunet", detector_model="gone.onnx"))


def test_live_faces_are_held_for_the_settings_time(astronaut):
    blank = astronaut * 0
    for hold_s, held in ((1.0, [True]), (0.0, [])):
        analyzer = assembly.live_analyzer(Settings(hold_s=hold_s))
        analyzer.analyze(Frame(astronaut, 0, 0.0))
        faces = analyzer.analyze(Frame(blank, 1, 0.5)).faces
        assert [face.face.is_held for face in faces] == held


@pytest.mark.parametrize(
    ("chosen", "label"), [(None, "happiness"), (0.95, "uncertain"), (0.0, "happiness")]
)
def test_the_threshold_is_the_users_or_else_the_models(astronaut, chosen, label):
    classifier = FixedClassifier("happiness", p=0.9)
    analyzer = assembly.still_analyzer(Settings(min_confidence=chosen), classifier)
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
    made = {text: assembly.source(text, settings) for text in expected}
    assert {text: type(source) for text, source in made.items()} == expected
    assert made["camera"].identity == settings.camera, "the one chosen last"
    assert made["camera:2"].identity == ""


def test_a_source_that_is_none_is_refused():
    with pytest.raises(SourceError, match="nothing-here"):
        assembly.source("nothing-here", Settings())


def test_cameras_are_asked_for_what_the_settings_say():
    chosen = Settings(camera_width=640, camera_height=480, camera_rate=15)
    assert assembly.capture_format(chosen) == CaptureFormat(640, 480, 15)
    assert assembly.source("camera", chosen)._wanted == CaptureFormat(640, 480, 15)
    assert assembly.capture_format(Settings()) == CaptureFormat()


@pytest.mark.parametrize("model", ["/models/gone", "x" * 4000, "\ud800"])
def test_a_model_that_is_not_here_takes_the_default_with_a_note(model):
    settings, (note,) = assembly.with_known_model(Settings(model=model, mirror=True))
    assert settings == Settings(mirror=True)
    assert note.startswith("There is no model ")
    assert note.endswith("The default 'se-resnet' is used.")


def test_a_model_that_is_broken_takes_the_default_with_a_note(tmp_path):
    (tmp_path / "model.json").write_text("{}")
    settings, (note,) = assembly.with_known_model(Settings(model=str(tmp_path)))
    assert settings == Settings()
    assert "model.json" in note
    assert assembly.with_known_model(Settings(model="seed")) == (Settings(model="seed"), ())
