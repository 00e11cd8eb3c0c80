"""The choices are kept and told once, and impossible ones change nothing."""

import pytest

from fer_desktop.core.errors import SettingsError
from fer_desktop.core.settings import Settings
from fer_desktop.gui.common.chosen import Chosen


@pytest.fixture
def kept():
    return []


@pytest.fixture
def chosen(qapp, kept):
    return Chosen(Settings(), kept.append)


def test_a_choice_is_kept_and_told_with_what_was_before(qtbot, chosen, kept):
    with qtbot.waitSignal(chosen.changed) as told:
        chosen.change(mirror=False, theme="dark")
    assert chosen.settings == Settings(mirror=False, theme="dark")
    assert told.args == [Settings(), chosen.settings]
    assert kept == [chosen.settings]


def test_what_is_chosen_already_is_no_news(qtbot, chosen, kept):
    with qtbot.assertNotEmitted(chosen.changed):
        chosen.change(mirror=True)
    assert kept == []


def test_an_impossible_choice_changes_nothing(chosen, kept):
    with pytest.raises(SettingsError, match="theme"):
        chosen.change(theme="pink")
    assert chosen.settings == Settings()
    assert kept == []


def test_a_choice_for_this_time_only_is_told_and_not_kept(qtbot, chosen, kept):
    with qtbot.waitSignal(chosen.changed):
        chosen.take(Settings(camera="x"), keep=False)
    assert chosen.settings.camera == "x"
    assert kept == []
