"""Whether a window can be opened is known before Qt ends the process."""

import sys

import pytest

from fer_desktop.system import display
from fer_desktop.system.display import missing_display


@pytest.fixture
def has_library(monkeypatch):
    """Let the system library for windows seem to be there, and return what was asked for."""
    asked = []
    monkeypatch.setattr(display, "_can_load", lambda name: asked.append(name) or True)
    return asked


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_windows_and_macs_always_have_one(platform):
    assert missing_display({}, platform) == ""


@pytest.mark.parametrize(
    "environment",
    [
        {},
        {"DISPLAY": ""},
        {"DISPLAY": "", "WAYLAND_DISPLAY": ""},
        {"QT_QPA_PLATFORM": "xcb"},
        {"QT_QPA_PLATFORM": "wayland"},
        {"QT_QPA_PLATFORM": "xcb:someoption"},
        # A list of choices, as many put it into their environment: Qt tries one after the other.
        {"QT_QPA_PLATFORM": "wayland;xcb"},
    ],
    ids=str,
)
def test_no_display_is_told(environment, has_library):
    assert "DISPLAY" in missing_display(environment, "linux")


@pytest.mark.parametrize(
    "environment",
    [
        {"DISPLAY": ":0"},
        {"WAYLAND_DISPLAY": "wayland-0"},
        {"DISPLAY": ":0", "QT_QPA_PLATFORM": "xcb"},
        {"QT_QPA_PLATFORM": "offscreen"},
        {"QT_QPA_PLATFORM": "minimal"},
        {"QT_QPA_PLATFORM": "vnc:size=800x600"},
    ],
    ids=str,
)
def test_a_display_or_a_platform_without_one_is_fine(environment, has_library):
    assert missing_display(environment, "linux") == ""


@pytest.mark.parametrize(
    ("environment", "needed"),
    [
        ({"DISPLAY": ":0"}, True),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "w", "QT_QPA_PLATFORM": "xcb"}, True),
        ({"WAYLAND_DISPLAY": "w"}, False),
        ({"QT_QPA_PLATFORM": "offscreen"}, False),
    ],
    ids=str,
)
def test_the_system_library_is_asked_for_only_where_x11_is_used(monkeypatch, environment, needed):
    monkeypatch.setattr(display, "_can_load", lambda name: False)
    problem = missing_display(environment, "linux")
    assert bool(problem) == needed
    if needed:
        assert "apt-get install -y libxcb-cursor0" in problem


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="names of Linux libraries")
def test_a_library_is_really_tried():
    assert display._can_load("libc.so.6")
    assert not display._can_load("libdoes-not-exist.so.0")
