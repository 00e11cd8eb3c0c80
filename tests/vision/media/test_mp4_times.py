"""The frames of a written MP4 get the times that they are to have, and are not touched."""

import struct

import cv2
import numpy as np
import pytest

from fer_desktop.vision.media.mp4_times import TICKS, set_frame_times
from fer_desktop.vision.media.video_source import VideoSource
from tests.fakes import picture
from tests.vision.camera.test_sources import outer_boxes

VARIABLE = [0.0, 0.033, 0.067, 0.5, 0.5 + 1 / 30, 2.0, 7.25]


def written(path, n):
    """Write an MP4 of `n` frames, each a little brighter, at 25 a second."""
    codec = cv2.VideoWriter.fourcc(*"mp4v")
    writer = cv2.VideoWriter(str(path), cv2.CAP_FFMPEG, codec, 25, (64, 48))
    for index in range(n):
        writer.write(picture(value=20 + 20 * (index % 10)))
    writer.release()
    return path


def read(path):
    """Return the times and the mean brightness of the frames, and the rate that the file says."""
    source, times, levels = VideoSource(path), [], []
    source.open()
    while (frame := source.read()) is not None:
        times.append(frame.time_s)
        levels.append(float(frame.image.mean()))
    source.close()
    capture = cv2.VideoCapture(str(path), cv2.CAP_FFMPEG)
    rate = capture.get(cv2.CAP_PROP_FPS)
    capture.release()
    return times, levels, rate


def test_each_frame_is_shown_at_its_time(tmp_path):
    path = written(tmp_path / "a.mp4", len(VARIABLE))
    before = read(path)[1]
    assert set_frame_times(path, VARIABLE) == len(VARIABLE)
    times, levels, _ = read(path)
    assert times == pytest.approx(VARIABLE, abs=1 / TICKS)
    assert levels == before, "the pictures are as they were"


def test_times_count_from_the_first_frame(tmp_path):
    path = written(tmp_path / "a.mp4", 3)
    set_frame_times(path, [10.0, 10.5, 12.0])
    assert read(path)[0] == pytest.approx([0, 0.5, 2], abs=1 / TICKS)


@pytest.mark.parametrize("rate", [1, 15, 24000 / 1001, 30000 / 1001, 59.94, 240])
def test_a_constant_rate_stays_one_without_drift(tmp_path, rate):
    path = written(tmp_path / "a.mp4", 300)
    times = [n / rate for n in range(300)]
    set_frame_times(path, times)
    found, _, found_rate = read(path)
    assert found == pytest.approx(times, abs=1 / TICKS)
    assert found_rate == pytest.approx(rate, rel=1e-3)


def test_the_last_frame_lasts_as_long_as_most(tmp_path):
    path = written(tmp_path / "a.mp4", 4)
    set_frame_times(path, [0, 0.1, 0.2, 5.0])
    assert read(path)[2] == pytest.approx(4 / 5.1, rel=1e-3)


def test_a_single_frame_is_shown_for_a_moment(tmp_path):
    path = written(tmp_path / "a.mp4", 1)
    set_frame_times(path, [3.0])
    times, _, rate = read(path)
    assert times == [0.0]
    assert rate == pytest.approx(25)


def test_times_that_are_nearer_than_a_tick_keep_both_frames(tmp_path):
    path = written(tmp_path / "a.mp4", 4)
    set_frame_times(path, [0, 1e-7, 2e-7, 1.0])
    assert len(read(path)[0]) == 4
    data = path.read_bytes()
    _, at, stop = outer_boxes(data, b"stts")
    durations = [ticks for _, ticks in struct.iter_unpack(">II", data[at + 16 : stop])]
    assert min(durations) >= 1, "some players skip frames that last no time"


def test_all_that_tells_the_length_agrees(tmp_path):
    path = written(tmp_path / "a.mp4", 3)
    set_frame_times(path, [0, 0.5, 7.0])
    data = path.read_bytes()
    (movie,) = struct.unpack_from(">I", data, outer_boxes(data, b"mvhd")[1] + 24)
    (track,) = struct.unpack_from(">I", data, outer_boxes(data, b"tkhd")[1] + 28)
    ticks, media = struct.unpack_from(">II", data, outer_boxes(data, b"mdhd")[1] + 20)
    expected_s = 7 + (0.5 + 6.5) / 2  # the last one lasts for the median
    assert (movie / 1000, track / 1000) == pytest.approx((expected_s,) * 2, abs=2e-3)
    assert media / ticks == pytest.approx(expected_s, abs=1e-4)


def test_a_day_fits_in(tmp_path):
    path = written(tmp_path / "a.mp4", 3)
    set_frame_times(path, [0, 0.5, 86_400.0])
    assert read(path)[0] == pytest.approx([0, 0.5, 86_400], abs=1e-3)


def test_times_too_many_are_left_out_and_too_few_are_refused(tmp_path):
    path = written(tmp_path / "a.mp4", 3)
    assert set_frame_times(path, [0, 1, 2, 3, 4]) == 3
    before = path.read_bytes()
    with pytest.raises(ValueError, match="3 frames and 2 times"):
        set_frame_times(path, [0, 1])
    assert path.read_bytes() == before


def test_it_can_be_done_again(tmp_path):
    path = written(tmp_path / "a.mp4", 3)
    for times in ([0, 1, 2], [0, 0.25, 3]):
        set_frame_times(path, times)
        assert read(path)[0] == pytest.approx(times, abs=1 / TICKS)


@pytest.mark.parametrize("share", [0.0, 0.3, 0.99])
def test_a_file_that_was_cut_short_is_refused_and_left_alone(tmp_path, share):
    path = written(tmp_path / "a.mp4", 10)
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * share)])
    with pytest.raises(ValueError, match="contents"):
        set_frame_times(path, np.arange(10).tolist())
    assert path.read_bytes() == data[: int(len(data) * share)]


def test_a_missing_file(tmp_path):
    with pytest.raises(FileNotFoundError):
        set_frame_times(tmp_path / "gone.mp4", [0.0])
