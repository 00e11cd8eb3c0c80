"""Where live results go, as people write it; this computer alone unless they say otherwise."""

import pytest

from fer_desktop.core.errors import SettingsError
from fer_desktop.export.streams import live_output
from fer_desktop.export.streams.live_output import LiveOutput
from fer_desktop.export.streams.targets import Target, target_of
from tests.export.streams.frames import frame


@pytest.mark.parametrize(
    ("text", "target", "told"),
    [
        ("lsl", Target("lsl"), "lsl"),
        ("lsl://network", Target("lsl", "network"), "lsl://network"),
        ("osc", Target("osc", "127.0.0.1", 9000), "osc://127.0.0.1:9000"),
        ("osc://stage:7000", Target("osc", "stage", 7000), "osc://stage:7000"),
        (" WS ", Target("ws", "127.0.0.1", 8765), "ws://127.0.0.1:8765"),
        ("ws://0.0.0.0", Target("ws", "0.0.0.0", 8765), "ws://0.0.0.0:8765"),
        ("ws://:0", Target("ws", "127.0.0.1", 0), "ws://127.0.0.1:0"),
        ("ws://[::1]:80/", Target("ws", "::1", 80), "ws://[::1]:80"),
    ],
)
def test_a_text_names_a_target(text, target, told):
    assert target_of(text) == target
    assert str(target) == told
    assert target_of(told) == target


@pytest.mark.parametrize(
    "text",
    ["", "udp", "osc:9000", "ws://host:99999", "lsl://127.0.0.1", "lsl://network:1", "o s c"],
)
def test_any_other_text_is_told_with_what_there_is(text):
    with pytest.raises(SettingsError, match="lsl"):
        target_of(text)


def test_a_message_needs_a_port_to_go_to():
    with pytest.raises(SettingsError, match="port"):
        target_of("osc://127.0.0.1:0")


def test_an_address_of_another_computer_can_not_be_listened_on():
    with pytest.raises(SettingsError, match=r"can't be used.*0\.0\.0\.0"):
        LiveOutput("ws://192.0.2.1:8765")


def test_after_its_end_nothing_is_sent():
    output = LiveOutput("osc")
    output.close()
    output.close()
    output.put(frame(0, 1))
    output.mark("door")
    assert output._threads[0].n_sent == 0


def test_a_missing_package_is_told_with_what_to_install(monkeypatch):
    monkeypatch.setattr(live_output.importlib.util, "find_spec", lambda name: None)
    with pytest.raises(SettingsError, match=r"needs pythonosc; install 'fer-desktop\[live\]'"):
        LiveOutput("osc")


def test_nothing_is_opened_unless_asked():
    with LiveOutput() as output:
        output.mark("nobody hears it")
        assert (output.targets, output.problems, output.n_dropped) == ((), [], 0)
