"""Talking faces: what moves where, and that a camera sees it."""

from dataclasses import replace

import numpy as np
import pytest

from fer_desktop.core.geometry import BoundingBox
from model.noisy_camera import framed
from model.speech import Pose, Speech
from model.talking import TalkingFace, talking_frames

BOX = BoundingBox(220, 140, 420, 340)


@pytest.fixture(scope="module")
def scene(astronaut):
    """Return the portrait's head, so that it fills a frame as the labelled faces do."""
    return framed(np.ascontiguousarray(astronaut[60:170, 170:280]))


@pytest.fixture(scope="module")
def face(scene):
    return TalkingFace(scene, BOX)


def changed(scene, face, pose):
    """Return how much each hundredth of the face's box changes in a pose, (100, 100)."""
    moved = np.abs(face.at(pose).astype(int) - scene).mean(axis=2)
    return moved[140:340, 220:420].reshape(100, 2, 100, 2).mean(axis=(1, 3))


def test_at_rest_nothing_changes(scene, face):
    assert np.abs(face.at(Pose()).astype(int) - scene).max() <= 1


def test_an_open_mouth_is_dark_and_the_eyes_stay(scene, face):
    moved = changed(scene, face, Pose(opening=0.12))
    assert moved[:50].max() < 1
    row = round(340 - 200 + 200 * face.mouth) + 4
    opened = face.at(Pose(opening=0.12))
    assert opened[row, 310:330].mean() < 0.7 * face.at(Pose())[row, 310:330].mean()


@pytest.mark.parametrize(
    ("pose", "rows"),
    [
        (Pose(width=-0.3), slice(60, 100)),
        (Pose(corners=0.03), slice(60, 100)),
        (Pose(lids=1.0), slice(25, 55)),
        (Pose(brows=0.05), slice(10, 50)),
    ],
    ids=["pursed", "corners", "lids", "brows"],
)
def test_each_part_moves_where_it_is(scene, face, pose, rows):
    moved = changed(scene, face, pose)
    inside = moved[rows].mean()
    outside = np.delete(moved, np.r_[rows], axis=0).mean()
    assert inside > 0.5
    assert inside > 4 * outside


def test_the_head_moves_as_a_whole(scene, face):
    shifted = face.at(Pose(shift=(0.05, 0.0)))
    assert np.abs(shifted[:, 10:].astype(int) - scene[:, :-10]).mean() < 1
    assert np.abs(face.at(Pose(tilt_deg=10)).astype(int) - scene).mean() > 3
    assert np.abs(face.at(Pose(turn=0.05)).astype(int) - scene).mean() > 0.5


def test_the_mouth_is_found_where_it_is_darkest():
    scene = np.full((480, 640, 3), 160, np.uint8)
    scene[298:302, 290:350] = 60
    assert TalkingFace(scene, BOX).mouth == pytest.approx(0.8, abs=0.015)


def test_a_face_at_the_edge_of_the_picture_talks_too(scene):
    face = TalkingFace(scene, BoundingBox(480, 320, 640, 480))
    pose = Pose(opening=0.1, lids=1.0, tilt_deg=5)
    assert face.at(pose).shape == scene.shape
    assert face.at(replace(pose, opening=0.0)).dtype == np.uint8


def test_a_camera_sees_one_face_after_the_other_in_one_speech(scene, face):
    other = TalkingFace(np.ascontiguousarray(scene[:, ::-1]), BOX)
    frames = list(talking_frames([(0.5, face), (0.3, other)], Speech(0.8), rate=10, seed=1))
    assert [frame.time_s for frame in frames] == pytest.approx([n / 10 for n in range(8)])
    again = list(talking_frames([(0.5, face), (0.3, other)], Speech(0.8), rate=10, seed=1))
    assert all(np.array_equal(a.image, b.image) for a, b in zip(frames, again, strict=True))
    left, right = scene[:, :320].mean(), scene[:, 320:].mean()
    first, last = frames[0].image, frames[-1].image
    assert (first[:, :320].mean() > first[:, 320:].mean()) == (left > right)
    assert (last[:, :320].mean() > last[:, 320:].mean()) == (right > left)
