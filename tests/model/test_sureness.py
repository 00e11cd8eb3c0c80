"""Sureness: which faces change expression, and which talk."""

import cv2
import numpy as np
import pytest

from fer_desktop.core.settings import Settings
from fer_desktop.evaluation.datasets import read_samples
from model import sureness
from model.noisy_camera import framed
from model.sureness import Judge, name_of


@pytest.fixture(scope="module")
def judge():
    return Judge(Settings(model="seed"))


@pytest.fixture
def samples(astronaut, tmp_path):
    """Return a happy face that is labelled so, the same labelled sad, and no face."""
    head = astronaut[60:170, 170:280]
    for label, picture in (
        ("happiness", head),
        ("sadness", head),
        ("neutral", np.full((90, 90, 3), 9)),
    ):
        (tmp_path / label).mkdir()
        cv2.imwrite(str(tmp_path / label / "a.png"), picture)
    return read_samples(tmp_path)


def test_a_face_is_sure_that_is_named_rightly_and_strongly(judge, samples, monkeypatch):
    assert [name_of(s) for s in samples if judge.is_sure(s)] == ["a.png: happiness"]
    monkeypatch.setattr(sureness, "SURE", 1.1)
    assert not any(judge.is_sure(s) for s in samples)


def test_those_talk_that_the_network_is_not_sure_of(judge, samples, monkeypatch):
    assert judge.unsure_talkers(samples, 5) == []
    monkeypatch.setattr(sureness, "SURE", 1.1)
    names = ["a.png: happiness", "a.png: sadness"]
    assert [name for name, face in judge.unsure_talkers(samples, 5)] == names
    assert len(judge.unsure_talkers(samples, 1)) == 1


def test_a_face_of_a_frame_can_talk_and_where_there_is_none_nothing_does(judge, astronaut):
    face = judge.talking(framed(np.ascontiguousarray(astronaut[60:170, 170:280])))
    assert 0.74 <= face.mouth <= 0.9
    assert judge.talking(np.full((480, 640, 3), 90, np.uint8)) is None
