"""The words about cameras: a sentence for every verdict, and steps for every system."""

import pytest

from fer_desktop.gui.camera.words import steps_to_take, what_is_wrong
from fer_desktop.vision.camera.health import Verdict

TROUBLES = [verdict for verdict in Verdict if verdict is not Verdict.WELL]


@pytest.mark.parametrize("verdict", list(Verdict))
def test_one_sentence_with_the_cameras_name(verdict):
    text = what_is_wrong(verdict, "Webcam {x} 7")
    assert text.endswith(".")
    assert ("Webcam {x} 7" in text) is (verdict is not Verdict.ABSENT)


def test_every_trouble_has_its_own_words():
    assert len({what_is_wrong(verdict, "Webcam") for verdict in Verdict}) == len(Verdict)


@pytest.mark.parametrize("platform", ["linux", "win32", "darwin", "freebsd14"])
@pytest.mark.parametrize("verdict", TROUBLES)
def test_one_to_three_steps(platform, verdict):
    steps = steps_to_take(verdict, platform)
    assert 1 <= len(steps) <= 3
    assert all(step.strip() == step for step in steps)


@pytest.mark.parametrize(
    ("platform", "place"),
    [
        ("linux", "group video"),
        ("win32", "ms-settings:privacy-webcam"),
        ("darwin", "System Settings > Privacy & Security > Camera"),
    ],
)
def test_a_refusal_names_the_place_where_it_is_allowed(platform, place):
    assert place in " ".join(steps_to_take(Verdict.REFUSED, platform))


def test_nothing_is_to_be_done_when_all_is_well():
    assert steps_to_take(Verdict.WELL, "linux") == []
