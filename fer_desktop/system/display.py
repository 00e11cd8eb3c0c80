"""Whether a window can be opened here; Qt ends the process when it can't, so it is asked before."""

import ctypes
from collections.abc import Mapping


def missing_display(environment: Mapping[str, str], platform: str) -> str:
    """Return why no window can be opened, or "" when one can."""
    if not platform.startswith("linux"):
        return ""
    # "wayland;xcb" is a list of choices, and "xcb:..." a choice with options.
    choices = environment.get("QT_QPA_PLATFORM", "").split(";")
    chosen = [choice.partition(":")[0] for choice in choices if choice]
    if any(choice not in ("xcb", "wayland") for choice in chosen):
        return ""  # offscreen and the like need no display
    if not environment.get("DISPLAY") and not environment.get("WAYLAND_DISPLAY"):
        return "There is no display (neither DISPLAY nor WAYLAND_DISPLAY is set)."
    needs_xcb = chosen == ["xcb"] or not environment.get("WAYLAND_DISPLAY")
    if needs_xcb and not _can_load("libxcb-cursor.so.0"):
        return (
            "A system library for windows is missing: sudo apt-get install -y libxcb-cursor0 "
            "(on Debian and Ubuntu)."
        )
    return ""


def _can_load(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
