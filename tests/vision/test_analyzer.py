"""The analyzer: order of its steps, raw and smoothed values, and the real parts together."""

import threading
from dataclasses import replace

import cv2
import numpy as np
import pytest

from fer_desktop.core.baseline import Baseline, Baselines, corrected
from fer_desktop.core.errors import ModelError, SourceError
from fer_desktop.core.geometry import BoundingBox, iou
from fer_desktop.core.labels import INDEX
from fer_desktop.core.settings import Settings
from fer_desktop.core.smoothing import Smoother
from fer_desktop.core.tracker import Tracker
from fer_desktop.core.types import Frame
from fer_desktop.vision import assembly
from fer_desktop.vision.analyzer import FrameAnalyzer
from fer_desktop.vision.recognition.preprocess import chip_to_image
from tests.fakes import PATIENCE_S, FixedClassifier, FixedDetector, picture, probabilities

BOX = (10, 10, 40, 40)
OTHER = (70, 10, 90, 30)


def frame(time_s=0.0, image=None):
    return Frame(picture(100, 60) if image is None else image, time_s=time_s)


def by_brightness(mean):
    """Say happy of light chips and sad of dark ones."""
    return probabilities("happiness" if mean > 0.5 else "sadness")


def test_every_face_has_its_own_expression():
    image = picture(100, 60, 0)
    image[:, 50:] = 255
    analyzer = FrameAnalyzer(
        FixedDetector(BOX, OTHER), FixedClassifier(by_mean=by_brightness), threshold=0.4
    )
    result = analyzer.analyze(frame(image=image))
    assert [tuple(face.box) for face in result.faces] == [BOX, OTHER]
    assert [face.label for face in result.faces] == ["sadness", "happiness"]
    assert [face.face.detection_score for face in result.faces] == [0.9, 0.9]


def test_the_result_belongs_to_the_very_frame():
    analyzer = FrameAnalyzer(FixedDetector(BOX), FixedClassifier(), threshold=0.4)
    given = frame(3.0)
    assert analyzer.analyze(given).frame is given


def test_without_faces_the_network_has_rest():
    classifier = FixedClassifier()
    result = FrameAnalyzer(FixedDetector(), classifier, threshold=0.4).analyze(frame())
    assert result.faces == ()
    assert classifier.n_calls == 0


def test_a_face_comes_with_the_very_chip_that_the_network_saw():
    class Remembering(FixedClassifier):
        seen = ()

        def classify(self, chips):
            self.seen = (*self.seen, *chips.copy())
            return super().classify(chips)

    image = picture(100, 60, 0)
    image[:, 50:] = 255
    classifier = Remembering()
    faces = FrameAnalyzer(FixedDetector(BOX, OTHER), classifier, threshold=0.4).analyze(
        frame(image=image)
    )
    # In any order, where there is a thread for each.
    dark, light = sorted(classifier.seen, key=np.mean)
    for face, chip in zip(faces.faces, (dark, light), strict=True):
        assert np.array_equal(face.chip, chip_to_image(chip, classifier.spec.chip_format))


def test_a_face_comes_with_how_well_it_is_seen():
    image = picture(100, 60, 0)
    image[:, 50:] = 255
    analyzer = FrameAnalyzer(FixedDetector(BOX, OTHER), FixedClassifier(), threshold=0.4)
    dark, bright = (face.quality for face in analyzer.analyze(frame(image=image)).faces)
    assert (dark.face_px, bright.face_px) == (30, 20)
    assert "dark" in dark.issues
    assert "bright" in bright.issues


@pytest.mark.parametrize("n_cores", [1, 2])
def test_the_faces_of_a_frame_are_shared_among_the_cores(n_cores, monkeypatch):
    monkeypatch.setattr(cv2, "getNumThreads", lambda: n_cores)
    classifier = FixedClassifier()
    FrameAnalyzer(FixedDetector(BOX, OTHER), classifier, threshold=0.4).analyze(frame())
    assert classifier.n_calls == n_cores


@pytest.mark.parametrize(("threshold", "label"), [(0.89, "happiness"), (0.91, "uncertain")])
def test_the_threshold_decides_what_is_uncertain(threshold, label):
    analyzer = FrameAnalyzer(FixedDetector(BOX), FixedClassifier(p=0.9), threshold=threshold)
    (face,) = analyzer.analyze(frame()).faces
    assert (face.label, face.smoothed.label) == (label, label)


def test_the_detector_is_told_which_faces_to_expect():
    detector = FixedDetector(BOX)
    analyzer = FrameAnalyzer(detector, FixedClassifier(), threshold=0.4, tracker=Tracker())
    analyzer.analyze(frame(0.0))
    assert detector.expected == []
    analyzer.analyze(frame(0.1))
    (expected,) = detector.expected
    assert (tuple(expected.box), expected.last.track_id) == (BOX, 1)


def test_a_face_that_leaves_the_picture_is_held_no_longer():
    image = picture(200, 60)
    detector = FixedDetector(per_call=[[(x, 10, x + 40, 50)] for x in range(80, 170, 10)] + [[]])
    analyzer = FrameAnalyzer(
        detector, FixedClassifier(), threshold=0.4, tracker=Tracker(hold_s=5.0)
    )
    for n in range(9):
        assert len(analyzer.analyze(frame(n / 10, image)).faces) == 1
    assert analyzer.analyze(frame(1.2, image)).faces == ()


def test_without_a_tracker_faces_have_no_number_and_raw_is_shown():
    analyzer = FrameAnalyzer(
        FixedDetector(BOX), FixedClassifier(), threshold=0.4, smoother=Smoother(1.0)
    )
    (face,) = analyzer.analyze(frame()).faces
    assert face.track_id is None
    assert np.array_equal(face.raw.probabilities, face.smoothed.probabilities)


def live(detector, **options):
    classifier = FixedClassifier(by_mean=by_brightness)
    return FrameAnalyzer(
        detector,
        classifier,
        threshold=0.4,
        tracker=Tracker(hold_s=0.4),
        smoother=Smoother(options.get("response_s", 0.25)),
    )


def test_smoothed_follows_raw_slowly_and_raw_stays_as_it_was():
    analyzer = live(FixedDetector(BOX))
    (first,) = analyzer.analyze(frame(0.0, picture(100, 60, 250))).faces
    (second,) = analyzer.analyze(frame(0.1, picture(100, 60, 0))).faces
    happiness = INDEX["happiness"]
    assert first.smoothed.best == "happiness"
    assert second.raw.best == "sadness"
    assert second.track_id == first.track_id
    # After 0.1 s of a response time of 0.25 s a third of the way is gone.
    start, end = first.raw.probabilities[happiness], second.raw.probabilities[happiness]
    expected = start + (1 - np.exp(-0.1 / 0.25)) * (end - start)
    assert second.smoothed.probabilities[happiness] == pytest.approx(expected, abs=1e-4)
    assert second.smoothed.probabilities.sum() == pytest.approx(1, abs=1e-4)


def test_faces_are_smoothed_each_for_itself():
    image = picture(100, 60, 0)
    image[:, 50:] = 255
    analyzer = live(FixedDetector(per_call=[[BOX, OTHER], [OTHER, BOX]]))
    first = analyzer.analyze(frame(0.0, image)).faces
    second = analyzer.analyze(frame(0.1, image)).faces
    assert [face.track_id for face in second] == [face.track_id for face in reversed(first)]
    for face in (*first, *second):
        assert face.smoothed.probabilities == pytest.approx(face.raw.probabilities, abs=1e-5)


def test_a_lost_face_is_held_and_then_forgotten():
    analyzer = live(FixedDetector(per_call=[[BOX], [], [], [BOX]]))
    (seen,) = analyzer.analyze(frame(0.0)).faces
    (held,) = analyzer.analyze(frame(0.3)).faces
    assert (held.track_id, held.box, held.face.is_held) == (seen.track_id, seen.box, True)
    assert not seen.face.is_held
    assert analyzer.analyze(frame(0.5)).faces == ()
    (new,) = analyzer.analyze(frame(2.5)).faces
    assert new.track_id != seen.track_id


def test_seen_faces_come_before_held_ones():
    analyzer = live(FixedDetector(per_call=[[BOX, OTHER], [OTHER]]))
    analyzer.analyze(frame(0.0))
    faces = analyzer.analyze(frame(0.1)).faces
    assert [(tuple(face.box), face.face.is_held) for face in faces] == [(OTHER, False), (BOX, True)]


def test_a_forgotten_face_leaves_no_smoothing_behind():
    analyzer = live(FixedDetector(per_call=[[BOX], [OTHER], [OTHER]]))
    for time_s in (0.0, 10.0, 10.1):
        analyzer.analyze(frame(time_s))
    assert set(analyzer._smoother._states) == {2}


def test_a_rewound_video_starts_anew():
    analyzer = live(FixedDetector(BOX))
    (before,) = analyzer.analyze(frame(5.0, picture(100, 60, 250))).faces
    (after,) = analyzer.analyze(frame(0.0, picture(100, 60, 0))).faces
    assert after.track_id != before.track_id
    assert np.array_equal(after.raw.probabilities, after.smoothed.probabilities)


# --- all frames of a file


def moving(n=12):
    """Return an analyzer of two faces that come, change and go, and its frames."""
    boxes = [[BOX], [BOX, OTHER], [], [OTHER]]
    frames = [frame(i / 5, picture(100, 60, 250 if i % 3 else 20)) for i in range(n)]
    return live(FixedDetector(per_call=[boxes[i % 4] for i in range(n)])), frames


def told(analyzed):
    return [
        (
            each.frame.time_s,
            [(f.track_id, f.box, f.label, f.smoothed.probabilities.tolist()) for f in each.faces],
        )
        for each in analyzed
    ]


@pytest.mark.parametrize("n_cores", [1, 2])
def test_all_at_once_gives_the_same_as_one_by_one(n_cores, monkeypatch):
    monkeypatch.setattr(cv2, "getNumThreads", lambda: n_cores)
    analyzer, frames = moving()
    one_by_one = [analyzer.analyze(each) for each in frames]
    analyzer, frames = moving()
    assert told(analyzer.analyze_all(frames)) == told(one_by_one)


def test_the_next_faces_are_found_while_the_network_runs():
    class Waiting(FixedClassifier):
        def classify(self, chips):
            assert has_gone_on.wait(PATIENCE_S)
            return super().classify(chips)

    def frames():
        yield frame(0.0)
        yield frame(0.1)
        has_gone_on.set()
        yield frame(0.2)

    has_gone_on = threading.Event()
    analyzer = FrameAnalyzer(FixedDetector(BOX), Waiting(), threshold=0.4)
    assert [each.frame.time_s for each in analyzer.analyze_all(frames())] == [0.0, 0.1, 0.2]


def test_what_was_read_before_a_fault_is_told_before_it():
    def frames():
        yield frame(0.0)
        yield frame(0.1)
        raise SourceError("damaged")

    results = FrameAnalyzer(FixedDetector(BOX), FixedClassifier(), threshold=0.4).analyze_all(
        frames()
    )
    assert [next(results).frame.time_s, next(results).frame.time_s] == [0.0, 0.1]
    with pytest.raises(SourceError, match="damaged"):
        next(results)


def test_a_network_that_fails_among_all_is_told():
    class Failing(FixedClassifier):
        def classify(self, chips):
            raise ModelError("no probabilities")

    analyzer = FrameAnalyzer(FixedDetector(BOX), Failing(), threshold=0.4)
    with pytest.raises(ModelError, match="no probabilities"):
        list(analyzer.analyze_all([frame()]))


def test_only_a_few_frames_are_read_ahead():
    before, read = set(threading.enumerate()), []

    def frames():
        for n in range(100):
            read.append(n)
            yield frame(n / 10)

    analyzer = FrameAnalyzer(FixedDetector(BOX), FixedClassifier(), threshold=0.4)
    results = analyzer.analyze_all(frames())
    next(results)
    assert len(read) <= 4
    analyzer.close()
    assert set(threading.enumerate()) <= before  # those of other tests may end meanwhile


def test_timings_of_all_are_those_of_the_stages():
    analyzer, frames = moving(2)
    for each in analyzer.analyze_all(frames):
        timings = each.timings
        assert min(timings.detect_ms, timings.track_ms, timings.classify_ms) > 0


# --- calibrated to a person

LOOKS_SAD = Baseline(probabilities("sadness", 0.5))


def calibrated(detector, smoother=None):
    """Return an analyzer of faces that always get the same answer, and its baselines."""
    baselines = Baselines()
    classifier = FixedClassifier(by_mean=lambda _: probabilities("sadness", 0.6))
    analyzer = FrameAnalyzer(
        detector,
        classifier,
        threshold=0.4,
        tracker=Tracker(hold_s=0.4),
        smoother=smoother,
        baselines=baselines,
    )
    return analyzer, baselines


def test_shown_is_corrected_for_the_one_face_and_raw_stays_raw():
    analyzer, baselines = calibrated(FixedDetector(BOX, OTHER))
    first, second = analyzer.analyze(frame(0.0)).faces
    baselines.put(first.track_id, LOOKS_SAD)
    same, other = analyzer.analyze(frame(0.1)).faces
    assert np.array_equal(same.raw.probabilities, first.raw.probabilities)
    expected = corrected(same.raw.probabilities, LOOKS_SAD)
    assert np.array_equal(same.smoothed.probabilities, expected)
    assert same.smoothed.probabilities[INDEX["sadness"]] < same.raw.probabilities[INDEX["sadness"]]
    assert np.array_equal(other.smoothed.probabilities, second.raw.probabilities)


def test_what_is_corrected_is_smoothed():
    analyzer, baselines = calibrated(FixedDetector(BOX), Smoother(0.25))
    (first,) = analyzer.analyze(frame(0.0)).faces
    baselines.put(first.track_id, LOOKS_SAD)
    (second,) = analyzer.analyze(frame(0.1)).faces
    sadness = INDEX["sadness"]
    start, end = first.raw.probabilities, corrected(first.raw.probabilities, LOOKS_SAD)
    expected = start + (1 - np.exp(-0.1 / 0.25)) * (end - start)
    assert second.smoothed.probabilities[sadness] == pytest.approx(expected[sadness], abs=1e-4)


def test_a_baseline_is_forgotten_with_the_number_even_where_nobody_is_left():
    analyzer, baselines = calibrated(FixedDetector(per_call=[[BOX], []]))
    (face,) = analyzer.analyze(frame(0.0)).faces
    baselines.put(face.track_id, LOOKS_SAD)
    analyzer.analyze(frame(0.3))
    assert baselines.tracks == {1}
    analyzer.analyze(frame(9.0))
    assert baselines.tracks == frozenset()


def test_another_analyzer_begins_without_baselines():
    """Its tracker counts anew, so that a number is another face's."""
    baselines = Baselines()
    baselines.put(1, LOOKS_SAD)
    analyzer = FrameAnalyzer(FixedDetector(), FixedClassifier(), threshold=0.4, baselines=baselines)
    # While it is only made, the analyzer before it is at work, and may go on.
    assert baselines.tracks == {1}
    analyzer.analyze(frame(0.0))
    assert baselines.tracks == frozenset()


def test_timings_are_those_of_the_stages():
    result = live(FixedDetector(BOX)).analyze(frame())
    timings = result.timings
    assert min(timings.detect_ms, timings.track_ms, timings.classify_ms) > 0
    assert timings.total_ms < 5000


def test_a_network_that_fails_is_told():
    class Failing(FixedClassifier):
        def classify(self, chips):
            raise ModelError("no probabilities")

    with pytest.raises(ModelError, match="no probabilities"):
        FrameAnalyzer(FixedDetector(BOX), Failing(), threshold=0.4).analyze(frame())


@pytest.mark.parametrize("make", [assembly.still_analyzer, assembly.live_analyzer])
def test_the_real_parts_together(make, astronaut):
    result = make(Settings(model="seed")).analyze(Frame(astronaut))
    (face,) = result.faces
    assert iou(face.box, BoundingBox(176, 66, 274, 163)) > 0.7
    assert face.raw.best == "happiness"
    assert face.raw.probabilities.sum() == pytest.approx(1, abs=1e-4)


def test_two_runs_give_the_same(astronaut, seed_classifier):
    rows = []
    for _ in range(2):
        analyzer = assembly.video_analyzer(Settings(model="seed"), seed_classifier)
        for index in range(3):
            image = np.ascontiguousarray(astronaut[:, index * 8 : 400 + index * 8])
            (face,) = analyzer.analyze(Frame(image, index, index / 10)).faces
            rows.append((face.box, face.track_id, face.raw.probabilities.tolist()))
    assert rows[:3] == rows[3:]


# --- cuts, and who comes back


def room(gray_steps):
    """Return a picture of gray steps, which another order of them is not like."""
    return np.repeat(np.repeat(np.array(gray_steps, np.uint8), 20)[None, :, None], 60, 0).repeat(
        3, 2
    )


HERE, THERE = room([20, 200, 60, 240, 90]), room([230, 40, 220, 30, 250])


def film(*images):
    """Return the numbers of the face that is found in each frame."""
    analyzer = FrameAnalyzer(
        FixedDetector(BOX), FixedClassifier(), threshold=0.4, tracker=Tracker()
    )
    found = [analyzer.analyze(frame(n / 10, image)).faces for n, image in enumerate(images)]
    return [face.track_id for faces in found for face in faces]


def test_a_cut_ends_all_tracks():
    assert film(HERE, HERE, THERE, THERE, HERE) == [1, 1, 2, 2, 3]


def test_without_a_tracker_a_cut_is_nothing():
    analyzer = FrameAnalyzer(FixedDetector(BOX), FixedClassifier(), threshold=0.4)
    assert [len(analyzer.analyze(frame(n, i)).faces) for n, i in enumerate([HERE, THERE])] == [1, 1]


@pytest.mark.parametrize(("colour", "number"), [((80, 120, 200), 1), ((200, 90, 40), 2)])
def test_who_comes_back_keeps_the_number_only_where_the_face_looks_alike(colour, number):
    detector = FixedDetector(per_call=[[BOX], [], [BOX]])
    analyzer = FrameAnalyzer(detector, FixedClassifier(), threshold=0.4, tracker=Tracker())
    own, back = HERE.copy(), HERE.copy()
    own[10:40, 10:40] = (80, 120, 200)
    back[10:40, 10:40] = colour
    analyzer.analyze(frame(0.0, own))
    analyzer.analyze(frame(0.6, HERE))
    assert [face.track_id for face in analyzer.analyze(frame(1.2, back)).faces] == [number]


@pytest.mark.parametrize(("covered", "label"), [(0.5, "happiness"), (0.7, "uncertain")])
def test_of_a_covered_face_no_expression_is_told(covered, label):
    class Covered(FixedDetector):
        def detect(self, image):
            return [replace(face, covered=covered) for face in super().detect(image)]

    analyzer = FrameAnalyzer(Covered(BOX), FixedClassifier("happiness", 0.99), threshold=0.4)
    (face,) = analyzer.analyze(frame()).faces
    assert face.label == label
    assert ("covered" in face.quality.issues) == (label == "uncertain")
