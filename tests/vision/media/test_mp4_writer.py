"""A written video shows each picture at its own time, and plays wherever it breaks off."""

import errno
import io

import av
import numpy as np
import pytest

from fer_desktop.vision.media.frame_seeker import VideoFrames
from fer_desktop.vision.media.mp4_writer import CODEC, VideoWriter
from fer_desktop.vision.media.video_reader import VideoReader
from tests.movies import coded, number_of

STEPS = [1 / 30] * 30 + [1 / 8] * 16 + [1 / 25] * 50
TIMES = [0.0, *np.cumsum(STEPS).tolist()]


def write(path, times, *, fragmented, n_closed=True, picture=coded):
    """Write coded pictures at these times; return the path."""
    with path.open("xb", buffering=0) as file:
        writer = VideoWriter(file, fragmented=fragmented)
        for number, time_s in enumerate(times):
            writer.write(picture(number), time_s)
        if n_closed:
            writer.close()
        else:
            path.with_suffix(".killed").write_bytes(path.read_bytes())
            writer.close()
    return path if n_closed else path.with_suffix(".killed").rename(path)


def read(path):
    """Return the times and numbers of all frames, and that nothing is missing."""
    reader, found = VideoReader(path), []
    reader.open()
    while (frame := reader.next()) is not None:
        found.append((frame.time_s, number_of(reader.picture(frame))))
    reader.check_end()
    reader.close()
    return found


@pytest.mark.parametrize("fragmented", [True, False])
def test_each_picture_is_at_its_own_time(tmp_path, fragmented):
    found = read(write(tmp_path / "a.mp4", TIMES, fragmented=fragmented))
    assert [number for _, number in found] == list(range(len(TIMES)))
    assert [time_s for time_s, _ in found] == pytest.approx(TIMES, abs=1e-4)
    with av.open(str(tmp_path / "a.mp4")) as file:
        assert file.duration / av.time_base == pytest.approx(TIMES[-1] + STEPS[-1], abs=1e-3)
        assert file.streams.video[0].frames == len(TIMES), "a regular end has one table of all"


def test_a_copy_begins_where_its_source_does(tmp_path):
    path = write(tmp_path / "a.mp4", [3.0, 3.04, 9.5], fragmented=False)
    with av.open(str(path)) as file:
        times = [frame.time for frame in file.decode(video=0)]
    assert times == pytest.approx([3.0, 3.04, 9.5], abs=1e-4)


def test_what_was_killed_plays_without_its_end(tmp_path):
    path = write(tmp_path / "a.mp4", TIMES, fragmented=True, n_closed=False)
    found = read(path)
    assert [number for _, number in found] == list(range(len(found)))
    assert [time_s for time_s, _ in found] == pytest.approx(TIMES[: len(found)], abs=2e-3)
    assert TIMES[-1] - found[-1][0] < 1.0
    frames = VideoFrames(path)
    frames.open()
    assert [number_of(frames.picture(n)) for n in (70, 3, 40, 5)] == [70, 3, 40, 5]
    frames.close()


def test_a_picture_that_was_cut_is_left_out_not_made_up(tmp_path):
    data = write(tmp_path / "a.mp4", TIMES, fragmented=True, n_closed=False).read_bytes()
    pieces = [at for at in range(len(data)) if data[at : at + 4] == b"mdat"]
    for number, at in enumerate(pieces[1:5]):
        path = tmp_path / f"cut{number}.mp4"
        path.write_bytes(data[: at + 300])
        found = read(path)
        assert found
        assert [n for _, n in found] == list(range(len(found)))


def test_times_that_do_not_grow_come_one_after_the_other(tmp_path):
    times = [0.0, 0.5, 0.5, 0.2, 0.6]
    found = read(write(tmp_path / "a.mp4", times, fragmented=False))
    assert [number for _, number in found] == list(range(5))
    assert [time_s for time_s, _ in found] == pytest.approx([0, 0.5, 0.5, 0.5, 0.6], abs=1e-3)


def test_hours_between_two_pictures(tmp_path):
    times = [0.0, 0.04, 7200.0, 150_000.0]
    found = read(write(tmp_path / "a.mp4", times, fragmented=True))
    assert [time_s for time_s, _ in found] == pytest.approx(times, abs=1e-3)


@pytest.mark.parametrize("size", [(63, 48), (64, 47), (2, 2), (65, 49)], ids=str)
def test_odd_sizes_lose_a_column_or_a_row(tmp_path, size):
    width, height = size
    image = np.full((height, width, 3), 90, np.uint8)
    path = write(tmp_path / "a.mp4", [0.0], fragmented=False, picture=lambda _: image)
    with av.open(str(path)) as file:
        (frame,) = file.decode(video=0)
    assert (frame.width, frame.height) == (width & -2, height & -2)


def test_a_picture_of_another_shape_is_fitted_in_whole(tmp_path):
    shapes = {0: (240, 320), 1: (320, 240), 2: (240, 320)}

    def picture(number):
        return np.full((*shapes[number], 3), 200, np.uint8)

    path = write(tmp_path / "a.mp4", [0, 0.1, 0.2], fragmented=False, picture=picture)
    with av.open(str(path)) as file:
        images = [frame.to_ndarray(format="gray") for frame in file.decode(video=0)]
    assert [image.shape for image in images] == [(240, 320)] * 3
    assert images[1][:, :60].max() < 40
    assert images[1][:, 80:240].min() > 150
    assert images[2].min() > 150


def test_colours_and_detail_stay(tmp_path):
    image = np.random.default_rng(0).integers(0, 255, (30, 40, 3), np.uint8)
    image = image.repeat(8, axis=0).repeat(8, axis=1)
    path = write(tmp_path / "a.mp4", [0.0, 0.1], fragmented=True, picture=lambda _: image)
    reader = VideoReader(path)
    reader.open()
    found = reader.picture(reader.next())
    reader.close()
    # In the middle of the squares: colours are kept for two pixels each.
    assert np.abs(found[4::8, 4::8].astype(int) - image[4::8, 4::8]).mean() < 5


def test_without_a_picture_nothing_is_written():
    file = io.BytesIO()
    VideoWriter(file, fragmented=True).close()
    assert file.getvalue() == b""


def fill(writer):
    for number in range(2000):
        writer.write(coded(number % 256), number / 25)


class FullDisk(io.BytesIO):
    """A disk that has room for so many more bytes; what does not fit is written in part."""

    def __init__(self, room):
        super().__init__()
        self.room = room

    def write(self, data):
        left = self.room - self.tell()
        if left <= 0:
            raise OSError(errno.ENOSPC, "No space left on device")
        return super().write(memoryview(data)[:left])


@pytest.mark.parametrize("room", [10_000, 20_000, 31_234])
def test_a_full_disk_is_told_and_what_was_written_plays(tmp_path, room):
    disk = FullDisk(room)
    writer = VideoWriter(disk, fragmented=True)
    with pytest.raises(OSError, match="No space left"):
        fill(writer)
    with pytest.raises(OSError, match="No space left"):
        writer.close()
    writer.close()
    path = tmp_path / "a.mp4"
    path.write_bytes(disk.getvalue())
    found = read(path)
    assert [number for _, number in found] == list(range(len(found)))
    assert len(found) > room / 2500


def test_the_encoder_is_ffmpegs_own():
    # Those of H.264 that wheels of PyAV bring are under the GPL.
    assert av.Codec(CODEC, "w").name == CODEC == "mpeg4"
