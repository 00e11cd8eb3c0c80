"""Frames, expressions and faces, and the one order of the labels."""

import dataclasses

import numpy as np
import pytest

from fer_desktop.core import labels
from fer_desktop.core.geometry import BoundingBox
from fer_desktop.core.labels import LABELS
from fer_desktop.core.types import (
    AnalyzedFrame,
    Expression,
    Face,
    Frame,
    RecognizedFace,
    Timings,
)
from tests.fakes import picture, probabilities


def test_the_class_order_is_the_contracts():
    # Written out: every model file, table and export was made in this order.
    assert LABELS == (
        "anger",
        "contempt",
        "disgust",
        "fear",
        "happiness",
        "neutral",
        "sadness",
        "surprise",
    )
    assert labels.N_LABELS == 8
    assert [labels.INDEX[label] for label in LABELS] == list(range(8))
    assert labels.UNCERTAIN == "uncertain"


def test_a_frame_is_read_only_and_leaves_its_makers_array_writeable():
    array = picture(6, 4)
    frame = Frame(array)
    with pytest.raises(ValueError, match="read-only"):
        frame.image[0, 0] = 1
    array[0, 0] = 7
    assert frame.image[0, 0, 0] == 7, "the picture is shared, not copied"


def test_a_frames_size_is_width_and_height():
    frame = Frame(picture(6, 4), index=3, time_s=0.1, captured_s=9.0)
    assert (frame.width, frame.height) == (6, 4)
    assert (frame.index, frame.time_s, frame.captured_s) == (3, 0.1, 9.0)


@pytest.mark.parametrize(
    "image",
    [
        np.zeros((4, 6), np.uint8),
        np.zeros((4, 6, 4), np.uint8),
        np.zeros((4, 6, 1), np.uint8),
        np.zeros((4, 6, 3), np.float32),
        np.zeros((4, 6, 3), np.uint16),
        np.zeros((6, 4, 3), np.uint8).transpose(1, 0, 2),
        np.zeros((0, 6, 3), np.uint8),
        np.zeros((4, 0, 3), np.uint8),
    ],
    ids=["gray", "alpha", "one channel", "float", "16 bit", "not contiguous", "no rows", "no cols"],
)
def test_a_frame_refuses_other_arrays(image):
    with pytest.raises(ValueError, match="frame"):
        Frame(image)


@pytest.mark.parametrize(
    "value",
    [Frame(picture()), Face(BoundingBox(0, 0, 1, 1), 0.5), Expression(probabilities("fear"))],
)
def test_values_that_flow_are_frozen(value):
    name = dataclasses.fields(value)[0].name
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(value, name, None)


def test_an_expression_derives_label_confidence_and_order():
    values = np.array([0.05, 0, 0.1, 0, 0.5, 0.25, 0.1, 0], np.float32)
    expression = Expression(values)
    assert expression.label == expression.best == "happiness"
    assert expression.confidence == 0.5
    assert [label for label, _ in expression.top(4)] == [
        "happiness",
        "neutral",
        "disgust",  # as strong as sadness, and before it in the order of the labels
        "sadness",
    ]
    assert expression.top(2)[1] == ("neutral", 0.25)
    assert list(expression.by_label()) == list(LABELS)
    assert expression.by_label()["neutral"] == 0.25


@pytest.mark.parametrize(
    ("threshold", "label"), [(0.0, "fear"), (0.75, "fear"), (0.76, "uncertain"), (1.0, "uncertain")]
)
def test_the_label_is_uncertain_only_below_the_threshold(threshold, label):
    values = np.array([0.25, 0, 0, 0.75, 0, 0, 0, 0], np.float32)
    expression = Expression(values, threshold)
    assert expression.label == label
    assert expression.is_uncertain == (label == "uncertain")
    assert expression.best == "fear"


@pytest.mark.parametrize(
    ("steady", "confidence"), [("sadness", 0.125), ("fear", 0.625), ("uncertain", 0.625)]
)
def test_a_label_decided_over_time_comes_with_its_own_probability(steady, confidence):
    values = np.array([0.25, 0, 0, 0.625, 0, 0, 0.125, 0], np.float32)
    expression = Expression(values, 0.4, steady)
    assert (expression.label, expression.best) == (steady, "fear")
    assert expression.is_uncertain == (steady == "uncertain")
    assert expression.confidence == confidence


def test_a_label_decided_over_time_is_one_that_exists():
    with pytest.raises(ValueError, match="joy"):
        Expression(probabilities("fear"), 0.4, "joy")


@pytest.mark.parametrize(
    ("strong", "valence"),
    [({"happiness": 0.75, "sadness": 0.25}, 0.5), ({"anger": 0.25, "fear": 0.75}, -0.75)]
    + [({label: 1.0}, -1.0) for label in ("sadness", "anger", "fear", "disgust")]
    + [({label: 1.0}, 0.0) for label in ("neutral", "surprise", "contempt")]
    + [({"happiness": 1.0}, 1.0)],
)
def test_valence_is_happiness_minus_the_strongest_bad_one(strong, valence):
    values = np.array([strong.get(label, 0) for label in LABELS], np.float32)
    assert Expression(values).valence == valence


@pytest.mark.parametrize(
    "values",
    [
        np.full(7, 1 / 7, np.float32),
        np.full((1, 8), 1 / 8, np.float32),
        np.full(8, 0.2, np.float32),
        np.full(8, np.nan, np.float32),
        np.array([np.inf, -np.inf, 0, 0, 0, 0, 0, 1], np.float32),
        np.array([1.5, -0.5, 0, 0, 0, 0, 0, 0], np.float32),
    ],
    ids=["seven", "two dimensions", "sum 1.6", "not a number", "infinite", "outside 0 to 1"],
)
def test_an_expression_refuses_what_is_no_distribution(values):
    with pytest.raises(ValueError, match="probabilities"):
        Expression(values)


def test_a_recognized_face_exports_raw_values_not_the_smoothed_ones():
    face = Face(BoundingBox(1, 2, 11, 12), 0.8, track_id=4)
    recognized = RecognizedFace(
        face, Expression(probabilities("anger")), Expression(probabilities("sadness"))
    )
    assert recognized.label == "anger"
    assert recognized.confidence == pytest.approx(0.9)
    assert recognized.probabilities["anger"] == pytest.approx(0.9)
    assert (recognized.box, recognized.track_id) == ((1, 2, 11, 12), 4)


def test_the_total_time_is_the_sum_of_the_stages():
    assert Timings(1.0, 2.0, 4.0).total_ms == 7.0
    assert AnalyzedFrame(Frame(picture()), ()).timings.total_ms == 0.0


def test_results_read_well():
    frame = Frame(picture(), 3, 0.12)
    found = RecognizedFace(
        Face(BoundingBox(1, 2, 30, 40), 0.9, 7),
        Expression(probabilities("fear", 0.75)),
        Expression(probabilities("sadness")),
    )
    assert repr(frame) == "Frame(64x48, index=3, time_s=0.120)"
    assert repr(found) == "RecognizedFace(fear 0.750, box=(1, 2, 30, 40), track_id=7)"
    assert repr(found.raw) == "Expression(fear 0.750, valence -0.714)"
    assert repr(AnalyzedFrame(frame, (found,))).endswith("1 faces: [fear 0.75])")
    assert found.valence == found.raw.valence


def test_results_are_equal_where_all_of_them_is():
    one, same = (Expression(probabilities("fear")) for _ in range(2))
    assert one == same
    assert hash(one) == hash(same)
    assert one != Expression(probabilities("fear", 0.8))
    assert one != Expression(probabilities("fear"), steady_label="anger")
    assert one != "fear"
    frames = [Frame(picture(value=value), 1, 0.5) for value in (100, 100, 101)]
    assert frames[0] == frames[1] != frames[2]
    assert len(set(frames[:2])) == 1
    faces = [RecognizedFace(Face(BoundingBox(1, 2, 3, 4), 0.9), one, same) for _ in range(2)]
    assert AnalyzedFrame(frames[0], (faces[0],)) == AnalyzedFrame(frames[1], (faces[1],))


def test_arrays_stand_beside_the_names():
    faces = tuple(
        RecognizedFace(Face(BoundingBox(n, 2, 30, 40), 0.9), Expression(p), Expression(p))
        for n, p in enumerate((probabilities("fear"), probabilities("anger")))
    )
    frame = AnalyzedFrame(Frame(picture()), faces)
    assert frame.boxes.tolist() == [[0, 2, 30, 40], [1, 2, 30, 40]]
    assert frame.labels == ["fear", "anger"]
    assert frame.probability_array[1].tolist() == faces[1].probability_array.tolist()
    faces[0].probability_array[:] = 0
    assert faces[0].probabilities["fear"] > 0.8, "a copy"
    empty = AnalyzedFrame(Frame(picture()), ())
    assert (empty.boxes.shape, empty.probability_array.shape) == ((0, 4), (0, 8))
