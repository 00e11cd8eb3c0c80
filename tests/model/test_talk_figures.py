"""Talking faces through the real live chain, and the figures of them."""

import numpy as np
import pytest

from fer_desktop.core.geometry import BoundingBox
from fer_desktop.core.settings import Settings
from model import talk_figures
from model.noisy_camera import framed
from model.talk_figures import (
    Pair,
    measure_talking,
    quick_figures,
    talking_change_figures,
    talking_figures,
)
from model.talking import TalkingFace
from model.watching import Calm

SEED = Settings(model="seed")


@pytest.fixture(scope="module")
def scene(astronaut):
    """Return the portrait's head, so that it fills a frame as the labelled faces do."""
    return framed(np.ascontiguousarray(astronaut[60:170, 170:280]))


@pytest.fixture
def short(monkeypatch):
    """Let the clips be as short as they can be."""
    for name in ("CALM_S", "AFTER_S", "TALK_S", "TALK_AFTER_S"):
        monkeypatch.setattr(talk_figures, name, 0.4)
    monkeypatch.setattr(talk_figures, "QUICK_S", (0.4,))


def test_changes_are_told_by_the_minute_without_faces_that_were_never_found():
    found = [
        Calm("a", 2, 30, 1.0, ["anger", "neutral"]),
        Calm("b", 6, 10, 0.9, ["anger"]),
        Calm("c", 0, 0, 0.0, []),
    ]
    figures = talking_figures(found, 20.0)
    assert (figures["n"], figures["not_found"]) == (3, 1)
    assert figures["changes_a_minute"] == {"mean": 12.0, "median": 18.0, "p95": 18.0, "max": 18.0}
    assert figures["raw_changes_a_minute"]["mean"] == 60.0
    assert [face["name"] for face in figures["faces"]] == ["a", "b"]
    assert talking_figures([], 20.0)["changes_a_minute"]["mean"] is None


def test_a_talking_face_is_watched_through_the_live_chain(scene):
    face = TalkingFace(scene, BoundingBox(220, 140, 420, 340))
    (calm,) = measure_talking(SEED, [("head", face)], 1.0, 10)
    assert calm.name == "head"
    assert calm.seen > 0.5
    assert calm.changes <= calm.raw_changes + 1


def test_what_is_not_shown_is_told(scene, short):
    """A face that stays as it is shows no other expression, quickly or while it talks."""
    face = TalkingFace(scene, BoundingBox(220, 140, 420, 340))
    figures = quick_figures(SEED, [Pair(scene, scene, "disgust")], 10)
    assert figures == {"n": 1, "lasting_s": [0.4], "shown": 0.0}
    figures = talking_change_figures(SEED, [(face, face, "disgust")], 10)
    assert (figures["n"], figures["never"], figures["in_time"]) == (1, 1, 0.0)
    assert talking_change_figures(SEED, [(face, face, "happiness")], 10)["in_time"] == 1.0
