"""Whether a live source gives pictures is told from the times of its frames."""

from fer_desktop.vision.camera.health import PROOF_S, SILENT_S, Presence


def test_before_the_first_picture_nothing_is_missed():
    assert Presence().look(1000.0)


def test_one_that_falls_silent_is_gone_without_a_word_of_its_driver():
    presence = Presence()
    presence.add(10.0)
    assert presence.look(10.0 + SILENT_S)
    assert not presence.look(10.1 + SILENT_S)


def test_a_single_picture_proves_nothing():
    """A stream that gives one picture at each try never was back."""
    presence = Presence()
    presence.add(0.0)
    for start in (10.0, 20.0, 30.0):
        presence.lose()
        presence.add(start)
        assert not presence.look(start)
    presence.add(30.0 + PROOF_S)
    assert presence.look(30.0 + PROOF_S)


def test_one_picture_a_second_is_enough():
    presence = Presence()
    presence.lose()
    for second in range(4):
        presence.add(float(second))
    assert presence.look(3.5)


def test_another_source_begins_anew():
    presence = Presence()
    presence.lose()
    presence.clear()
    assert presence.look(0.0)
