"""What a camera is asked for."""

import pytest

from fer_desktop.vision.camera.capture_format import PROGRAMS_CHOICE, CaptureFormat


@pytest.mark.parametrize(
    ("chosen", "asked"),
    [
        (PROGRAMS_CHOICE, CaptureFormat(1280, 720, 30.0)),
        (CaptureFormat(640, 480), CaptureFormat(640, 480, 30.0)),
        (CaptureFormat(rate=15.0), CaptureFormat(1280, 720, 15.0)),
        (CaptureFormat(640, 480, 60.0), CaptureFormat(640, 480, 60.0)),
        (CaptureFormat(640, 0), CaptureFormat(1280, 720, 30.0)),
        (CaptureFormat(0, 480), CaptureFormat(1280, 720, 30.0)),
    ],
)
def test_what_is_not_chosen_is_the_programs_choice(chosen, asked):
    assert chosen.filled() == asked
