"""The demo's clip: what the two heads act, and that the file shows heads that are found."""

import pytest

from fer_desktop.core.labels import LABELS
from fer_desktop.core.settings import Settings
from fer_desktop.core.types import Frame
from fer_desktop.system import paths
from fer_desktop.vision import assembly
from fer_desktop.vision.camera.demo import CLIP_PICTURES, CLIP_RATE
from fer_desktop.vision.detection.detector import BALANCED
from fer_desktop.vision.media.frame_seeker import VideoFrames
from model.rendered.acting import LENGTH_S, moment
from model.rendered.clip import LOOKS, RATE, Actor
from model.rendered.mesh import load_mesh
from tests.model.tiny_face import write_tiny_face


def moments(head):
    return [moment(head, number / RATE) for number in range(round(LENGTH_S * RATE))]


def test_the_clip_is_as_long_as_the_demo_takes_it_for():
    assert (RATE, round(LENGTH_S * RATE)) == (CLIP_RATE, CLIP_PICTURES)


def test_all_expressions_are_shown_from_hardly_to_full():
    acted = [*moments(0), *moments(1)]
    assert {at.label for at in acted} == set(LABELS)
    for label in LABELS:
        if label != "neutral":
            strengths = [at.strength for at in acted if at.label == label]
            assert min(strengths) < 0.2
            assert max(strengths) == 1


def test_each_expression_stays_at_its_full_for_longer_than_labels_are_calmed():
    for head in (0, 1):
        full = [at.label for at in moments(head) if at.strength == 1]
        assert all(full.count(label) >= 1.4 * RATE for label in set(full))


def test_it_ends_as_it_begins():
    for head in (0, 1):
        first, last = moment(head, 0.0), moment(head, LENGTH_S - 1e-6)
        assert first.label == last.label == "neutral"
        assert last.pose.yaw_deg == pytest.approx(first.pose.yaw_deg, abs=0.1)


def test_one_leaves_and_comes_back_and_both_turn():
    away = [at.aside for at in moments(1)]
    assert (away[0], max(away), away[-1]) == (0, 1, 0)
    assert all(max(abs(at.pose.yaw_deg) for at in moments(head)) > 25 for head in (0, 1))


def test_the_file_is_small_and_its_heads_are_found():
    file = paths.demo_clip()
    assert file.stat().st_size < 2_000_000
    frames, detector = VideoFrames(file), assembly.haar_detector(BALANCED)
    frames.open()
    found = [len(detector.detect(frames.picture(number))) for number in (0, 80, 140)]
    frames.close()
    assert found == [2, 2, 1]


def test_a_head_is_in_the_middle_of_its_picture_and_its_shoulders_reach_down(tmp_path):
    path = tmp_path / "face.npz"
    actor = Actor(load_mesh(path, write_tiny_face(path)), LOOKS[0])
    image, share = actor.render(moment(0, 1.5), 3.0)
    assert image.shape == (*share.shape, 3)
    assert image.min() >= 0
    middle = len(share) // 2
    assert share[middle - 3 : middle + 3, middle - 3 : middle + 3].min() > 0.9
    assert not share[0].any()
    assert share[-1].any()


def test_what_the_network_can_tell_is_named_while_it_is_shown_in_full():
    """Calmed as live: who watches the demo sees each name while its expression lasts."""
    frames, analyzer = VideoFrames(paths.demo_clip()), assembly.live_analyzer(Settings())
    frames.open()
    named = set()
    for number in range(CLIP_PICTURES):
        time_s = number / CLIP_RATE
        faces = analyzer.analyze(Frame(frames.picture(number), number, time_s)).faces
        for face in faces:
            acted = moment(int(face.box.x1 >= 240), time_s)
            if acted.strength == 1 and face.smoothed.label == acted.label:
                named.add(acted.label)
    frames.close()
    # What it takes for another one stays as it is.
    assert named >= {"happiness", "surprise", "sadness", "fear"}
