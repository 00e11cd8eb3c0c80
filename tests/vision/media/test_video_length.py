"""Whether a video fell short of what it promised; and how many frames to expect."""

import pytest

from fer_desktop.vision.media.video_length import Promise, Reached, shortfall

STEP = 0.04
COUNTED = Promise(n_frames=1000, is_exact=True)
PLACES = Promise(n_frames=1000, end_s=40.0)
TIMED = Promise(end_s=40.0, file_end_s=90.0)
TOGETHER = Promise(file_end_s=40.0)
ESTIMATED = Promise(end_s=40.0, is_written_down=False)


def said(promise, n, end_s, n_bad=0, file_end_s=0.0):
    return shortfall(promise, Reached(n, n_bad, end_s, max(end_s, file_end_s)), STEP)


@pytest.mark.parametrize(
    ("promise", "reached", "expected"),
    [
        (COUNTED, (1000, 40.0), ""),
        (COUNTED, (950, 38.0), ""),
        (COUNTED, (500, 20.0), "it ends after 500 of 1000 frames"),
        (COUNTED, (500, 40.0, 490), "500 of 1000 frames can be read"),
        (PLACES, (500, 40.0), ""),
        (PLACES, (500, 20.0), "it ends after 500 of 1000 frames"),
        (TIMED, (1000, 40.0), ""),
        (TIMED, (300, 12.0), "it ends after 12.0 of 40.0 seconds"),
        (TOGETHER, (50, 2.0, 0, 40.0), ""),
        (TOGETHER, (50, 2.0, 0, 2.1), "it ends after 2.0 of 40.0 seconds"),
        (ESTIMATED, (50, 2.0), ""),
        (ESTIMATED, (50, 2.0, 100), "100 of its frames can't be read"),
        (Promise(), (50, 2.0), ""),
        (Promise(), (50, 2.0, 3), ""),
    ],
)
def test_what_is_missing(promise, reached, expected):
    assert said(promise, *reached) == expected


@pytest.mark.parametrize(
    ("promise", "read", "expected"),
    [
        (COUNTED, (0, 0.0), 1000),
        (Promise(end_s=40.0, rate=25.0), (0, 0.0), 1000),
        (Promise(end_s=40.0, rate=25.0), (21, 2.0), 400),
        (Promise(end_s=40.0), (1, 0.0), 0),
        (Promise(end_s=40.0), (21, 2.0), 400),
        (Promise(), (100, 4.0), 0),
    ],
)
def test_how_many_frames_to_expect(promise, read, expected):
    assert promise.n_guessed(*read) == expected
