"""What was found in a video is kept whole, in little room, and found again by its time."""

import numpy as np
import pytest

from fer_desktop.core.geometry import BoundingBox
from fer_desktop.core.quality import ChipQuality
from fer_desktop.core.types import AnalyzedFrame, Expression, Face, Frame, RecognizedFace
from fer_desktop.live.kept_results import KeptResults
from tests.fakes import picture, probabilities


def analyzed(time_s, *faces):
    return AnalyzedFrame(Frame(picture(), time_s=time_s), faces)


def face(number=1, label="happiness", p=0.9, held=False, quality=None, steady=None):
    place = Face(BoundingBox(1, 2, 30, 40), 0.75, number, held, 12.5)
    raw = Expression(probabilities(label, p), 0.4)
    return RecognizedFace(place, raw, Expression(raw.probabilities, 0.4, steady), None, quality)


def test_a_face_comes_back_as_it_was():
    kept = KeptResults()
    quality = ChipQuality(29, 0.3, 0.2, 0.1, 0.5, 12.5)
    before = face(7, "fear", 0.6, held=True, quality=quality, steady="uncertain")
    kept.add(analyzed(1.25, before, face(None)))
    after, other = kept.get(1.25)
    assert after.face == before.face
    assert after.quality == quality
    assert after.smoothed.label == "uncertain"
    assert after.raw.label == "fear"
    assert np.array_equal(after.raw.probabilities, before.raw.probabilities)
    assert after.raw.threshold == 0.4
    assert (other.track_id, other.quality, other.smoothed.label) == (None, None, "happiness")
    assert kept.get(1.3) is None
    kept.add(analyzed(1.25))
    assert kept.get(1.25) == ()
    assert len(kept) == 1


def test_stretches_of_what_was_analyzed():
    kept = KeptResults()
    assert kept.stretches() == []
    for time_s in (8.0, 0.0, 0.5, 1.4, 8.04, 20.0):  # in any order
        kept.add(analyzed(time_s))
    expected = [(0.0, 1.44), (8.0, 8.08), (20.0, 20.04)]
    assert kept.stretches(0.04) == [pytest.approx(each) for each in expected]
    kept.clear()
    assert kept.stretches() == []


def test_labels_along_the_video():
    kept = KeptResults()
    kept.add(analyzed(1.0, face(1), face(2, "anger")))
    kept.add(analyzed(2.5))
    assert kept.label_at(0.9, None) is None
    assert kept.label_at(1.1, None) == "happiness"
    assert kept.label_at(1.1, 2) == "anger"
    assert kept.label_at(1.1, 9) == "happiness"
    assert kept.label_at(2.2, None) is None  # too long ago
    assert kept.label_at(2.6, None) is None  # nobody


def test_the_past_of_a_face_up_to_a_moment():
    kept = KeptResults()
    for tenth in range(100):
        kept.add(analyzed(tenth / 10, face(1 + tenth // 50)))
    times, rows = kept.window(1, 2.05, 4.9)
    assert times == pytest.approx(np.arange(29, 50) / 10)
    assert rows.shape == (21, 8)
    times, rows = kept.window(1, 2.0, 6.0)  # unseen from 5.0 on: a gap up to now
    assert times[-2] == pytest.approx(4.9)
    assert np.isnan(rows[-1]).all()
    assert kept.window(5, 2.0, 4.9)[0].size == 0


def test_beyond_its_room_the_first_are_forgotten():
    kept = KeptResults(most_bytes=2000)
    for number in range(100):
        kept.add(analyzed(float(number), face()))
    assert 5 < len(kept) < 20
    assert kept.get(99.0) is not None
    assert kept.get(0.0) is None
