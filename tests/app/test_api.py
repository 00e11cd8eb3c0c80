"""The program from Python, in a few lines."""

import numpy as np
import pytest

from fer_desktop import Analyzer
from fer_desktop.core.errors import ModelError, SettingsError
from fer_desktop.core.labels import LABELS


@pytest.fixture(scope="module")
def analyzer():
    return Analyzer()


def test_the_portrait_has_one_happy_face(analyzer, astronaut):
    (face,) = analyzer.analyze(astronaut)
    assert face.box.x1 < 225 < face.box.x2
    assert face.box.y1 < 114 < face.box.y2
    assert face.label == "happiness"
    assert face.confidence == max(face.probabilities.values())
    assert list(face.probabilities) == list(LABELS)
    assert sum(face.probabilities.values()) == pytest.approx(1, abs=1e-3)
    assert face.track_id is None, "pictures stand for themselves"


def test_the_same_picture_gives_the_same_answer_again(analyzer, astronaut):
    first, second = (analyzer.analyze(astronaut)[0] for _ in range(2))
    assert first.box == second.box
    assert first.probabilities == second.probabilities


def test_the_picture_is_not_changed_and_stays_writeable(analyzer, astronaut):
    image = astronaut.copy()
    analyzer.analyze(image)
    assert np.array_equal(image, astronaut)
    image[0, 0] = 1


def test_a_cut_out_of_a_larger_array_is_taken(analyzer, astronaut):
    """Slices are not contiguous in memory."""
    assert len(analyzer.analyze(astronaut[:400, 50:450])) == 1


def test_faces_come_largest_first(analyzer, astronaut):
    canvas = np.full((512, 800, 3), 128, np.uint8)
    canvas[100:356, 0:256] = astronaut[0:512:2, 0:512:2]
    canvas[:, 288:] = astronaut
    faces = analyzer.analyze(canvas)
    assert len(faces) == 2
    assert faces[0].box.area > faces[1].box.area
    assert faces[0].box.x1 > 288


def test_a_picture_without_a_face_gives_an_empty_list(analyzer):
    assert analyzer.analyze(np.full((200, 300, 3), 128, np.uint8)) == []


@pytest.mark.parametrize("shape", [(1, 1, 3), (1, 3000, 3), (3000, 1, 3)], ids=str)
def test_odd_sizes_give_an_empty_list(analyzer, shape):
    assert analyzer.analyze(np.zeros(shape, np.uint8)) == []


@pytest.mark.parametrize(
    "image",
    [
        np.zeros((9, 9), np.uint8),
        np.zeros((9, 9, 4), np.uint8),
        np.zeros((9, 9, 3), np.float32),
        np.zeros((0, 0, 3), np.uint8),
        None,
    ],
    ids=["gray", "alpha", "float", "empty", "none"],
)
def test_other_arrays_are_refused(analyzer, image):
    with pytest.raises(ValueError, match=r"uint8|empty"):
        analyzer.analyze(image)


def test_below_the_chosen_confidence_a_label_is_uncertain(astronaut):
    (face,) = Analyzer(min_confidence=1.0).analyze(astronaut)
    assert face.label == "uncertain"
    assert max(face.probabilities, key=face.probabilities.get) == "happiness"


def test_impossible_choices_are_refused():
    with pytest.raises(ModelError, match="seed"):
        Analyzer(model="missing")
    with pytest.raises(SettingsError, match="litert"):
        Analyzer(engine="torch")
    with pytest.raises(SettingsError, match="confidence"):
        Analyzer(min_confidence=2)
