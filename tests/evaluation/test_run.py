"""Measuring a classifier on labelled pictures, and reading those pictures."""

import cv2
import numpy as np
import pytest

from fer_desktop.core.errors import ImageError
from fer_desktop.core.labels import INDEX
from fer_desktop.evaluation.datasets import Sample
from fer_desktop.evaluation.pictures import load_picture
from fer_desktop.evaluation.run import Answers, classify_samples
from fer_desktop.vision.detection.detector import THOROUGH, HaarDetector
from tests.fakes import FixedClassifier, FixedDetector, picture, probabilities


def sample(path, label="happiness", pixels=None):
    return Sample(path, INDEX[label], probabilities(label), pixels=pixels)


def no_progress(done, total):
    pass


@pytest.fixture
def gray_files(tmp_path):
    """Return the paths of a dark and a bright picture."""
    paths = [tmp_path / name for name in ("dark.png", "bright.png")]
    for path, value in zip(paths, (20, 230), strict=True):
        cv2.imwrite(str(path), picture(value=value))
    return paths


def by_brightness(mean):
    return probabilities("happiness" if mean > 0.5 else "sadness")


def test_each_answer_stands_beside_its_own_truth(gray_files):
    samples = [sample(gray_files[0], "sadness"), sample(gray_files[1], "anger")]
    classifier = FixedClassifier(by_mean=by_brightness)
    answers = classify_samples(samples, classifier, None, no_progress)
    assert answers.truth.tolist() == [INDEX["sadness"], INDEX["anger"]]
    assert answers.probabilities.argmax(axis=1).tolist() == [INDEX["sadness"], INDEX["happiness"]]
    assert answers.found.all()
    assert answers.figures().accuracy == 0.5


def test_a_picture_without_a_face_counts_as_wrong(gray_files):
    detector = FixedDetector(per_call=[[], [(8, 8, 40, 40)]])
    classifier = FixedClassifier("happiness")
    samples = [sample(path) for path in gray_files]
    answers = classify_samples(samples, classifier, detector, no_progress)
    assert answers.found.tolist() == [False, True]
    assert answers.probabilities[0].tolist() == [0] * 8
    assert classifier.n_calls == 1
    figures = answers.figures()
    assert (figures.accuracy, figures.detected) == (0.5, 0.5)


def test_the_face_is_cut_out_and_the_largest_counts(tmp_path):
    image = picture(100, 100, value=0)
    image[10:60, 10:60] = 255
    cv2.imwrite(str(tmp_path / "a.png"), image)
    detector = FixedDetector((10, 10, 60, 60), (70, 70, 90, 90))
    answers = classify_samples(
        [sample(tmp_path / "a.png")], FixedClassifier(by_mean=by_brightness), detector, no_progress
    )
    assert answers.probabilities[0].argmax() == INDEX["happiness"]
    whole = classify_samples(
        [sample(tmp_path / "a.png")], FixedClassifier(by_mean=by_brightness), None, no_progress
    )
    assert whole.probabilities[0].argmax() == INDEX["sadness"], "the whole picture is dark"


def test_progress_is_told_after_each_picture(gray_files):
    told = []
    samples = [sample(path) for path in gray_files]
    classify_samples(samples, FixedClassifier(), None, lambda *step: told.append(step))
    assert told == [(1, 2), (2, 2)]


def test_real_parts_name_the_portrait_happy(check, portrait, seed_classifier, cascade):
    detector = HaarDetector(cascade, check, THOROUGH)
    answers = classify_samples([sample(portrait)], seed_classifier, detector, no_progress)
    assert answers.figures().accuracy == 1


def test_a_damaged_picture_ends_the_measurement_and_is_named(gray_files, tmp_path):
    damaged = tmp_path / "damaged.png"
    damaged.write_bytes(gray_files[0].read_bytes()[:60])
    samples = [sample(gray_files[0]), sample(damaged)]
    with pytest.raises(ImageError, match=r"damaged\.png"):
        classify_samples(samples, FixedClassifier(), None, no_progress)


def test_a_picture_comes_from_its_file(gray_files):
    image = load_picture(sample(gray_files[1]))
    assert (image == 230).all()


def test_a_picture_comes_from_the_pixel_table(tmp_path):
    pixels = np.arange(48 * 48).reshape(48, 48).astype(np.uint8)
    image = load_picture(sample(tmp_path / "fer2013.csv" / "2", pixels=pixels))
    assert image.shape == (48, 48, 3)
    assert image.flags.c_contiguous
    assert all(np.array_equal(image[:, :, channel], pixels) for channel in range(3))


def test_answers_below_the_threshold_are_left_out():
    rows = np.full((4, 8), 0.02, np.float32)
    rows[0, 4], rows[1, 4], rows[2, 5], rows[3] = 0.9, 0.5, 0.8, 0.0
    answers = Answers(rows, np.array([4, 4, 4, 4]), np.array([True, True, True, False]))
    assert answers.answered(0.4) == (0.75, pytest.approx(2 / 3))
    assert answers.answered(0.6) == (0.5, 0.5)
    assert answers.answered(0.95) == (0.0, 0.0)


def test_wrong_answers_are_told_with_their_confidence():
    rows = np.full((4, 8), 0.02, np.float32)
    rows[0, 4], rows[1, 5], rows[2, 5], rows[3] = 0.9, 0.5, 0.7, 0.0
    answers = Answers(rows, np.array([4, 4, 4, 4]), np.array([True, True, True, False]))
    told = answers.as_dict(0.6)
    assert told["confidence_when_wrong"] == pytest.approx(0.6)
    assert (told["answered"], told["right_of_answered"]) == (0.5, 0.5)
    assert told["accuracy"] == 0.25
    right = Answers(rows[:1], np.array([4]), np.array([True]))
    assert right.as_dict(0.6)["confidence_when_wrong"] is None


def test_pictures_may_come_changed(gray_files):
    samples = [sample(path) for path in gray_files]
    classifier = FixedClassifier(by_mean=by_brightness)
    answers = classify_samples(
        samples, classifier, None, no_progress, load=lambda one: 255 - load_picture(one)
    )
    assert answers.probabilities.argmax(axis=1).tolist() == [INDEX["happiness"], INDEX["sadness"]]
