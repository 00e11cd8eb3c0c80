"""An annotated video has every frame once, at its own time, and plays whenever it is closed."""

import errno

import cv2
import pytest

from fer_desktop.core.errors import ImageError
from fer_desktop.export.annotated_video import AnnotatedVideo
from fer_desktop.system.files import drafts_of
from fer_desktop.vision.media.video_source import VideoSource
from tests.fakes import picture
from tests.vision.media.test_sound_copy import beep_s, write_source


def frames_of(path):
    source, frames = VideoSource(path), []
    source.open()
    while (frame := source.read()) is not None:
        frames.append(frame)
    source.close()
    return frames


def test_frames_are_written_once_each_at_the_times_of_the_source(tmp_path):
    times = [4.0, 4.04, 4.5, 4.54, 9.0]
    video = AnnotatedVideo(tmp_path / "a.mp4")
    for number, time_s in enumerate(times):
        video.write(picture(value=20 + 40 * number), time_s)
    video.close()
    frames = frames_of(tmp_path / "a.mp4")
    assert [frame.time_s for frame in frames] == pytest.approx([t - 4 for t in times], abs=1e-4)
    levels = [float(frame.image.mean()) for frame in frames]
    assert levels == pytest.approx([20 + 40 * n for n in range(5)], abs=6)


def test_the_sound_goes_along_and_both_begin_where_they_did(tmp_path):
    source = write_source(tmp_path / "a.mp4", "aac")
    video = AnnotatedVideo(tmp_path / "copy.mp4", source)
    for number in range(20, 75):  # as if the picture began 0.8 s after the sound
        video.write(picture(), number / 25)
    video.close()
    assert beep_s(tmp_path / "copy.mp4")[0] == pytest.approx(1.0, abs=0.06)
    assert frames_of(tmp_path / "copy.mp4")[0].time_s == pytest.approx(0.8, abs=0.03)


def test_sound_that_is_missing_is_told_and_the_copy_is_there(tmp_path):
    video = AnnotatedVideo(tmp_path / "a.mp4", tmp_path / "gone.mp4")
    video.write(picture(), 0.0)
    with pytest.raises(ImageError, match=r"a\.mp4: not all of the sound could be copied"):
        video.close()
    assert len(frames_of(tmp_path / "a.mp4")) == 1


def test_a_frame_of_another_size_is_scaled_not_lost(tmp_path):
    video = AnnotatedVideo(tmp_path / "a.mp4")
    video.write(picture(64, 48), 0.0)
    video.write(picture(32, 24), 0.1)
    video.close()
    assert [(f.width, f.height) for f in frames_of(tmp_path / "a.mp4")] == [(64, 48)] * 2


def test_without_a_frame_closing_is_no_error(tmp_path):
    AnnotatedVideo(tmp_path / "a.mp4").close()
    assert not list(tmp_path.iterdir())


def test_a_video_has_its_name_only_when_it_plays(tmp_path):
    path = tmp_path / "a.mp4"
    path.write_bytes(b"of an earlier run")
    video = AnnotatedVideo(path)
    video.write(picture(), 0.0)
    assert path.read_bytes() == b"of an earlier run"
    assert len(list(drafts_of(path))) == 1
    video.close()
    assert list(tmp_path.iterdir()) == [path]
    assert len(frames_of(path)) == 1


class FullDisk:
    """A file on a disk without room."""

    def __init__(self, file):
        self._file = file

    def write(self, data):
        raise OSError(errno.ENOSPC, "No space left on device")

    def __getattr__(self, name):
        return getattr(self._file, name)


def fill(video):
    for number in range(1000):
        video.write(picture(320, 240, number % 250), number / 25)


def test_a_full_disk_is_told_and_nothing_is_left(tmp_path):
    video = AnnotatedVideo(tmp_path / "a.mp4")
    video._writer._file._file = FullDisk(video._file)
    with pytest.raises(ImageError, match=r"a\.mp4: .*No space left"):
        fill(video)
    with pytest.raises(ImageError, match=r"could not be finished \(No space left"):
        video.close()
    assert not list(tmp_path.iterdir()), "what does not play is no use to anybody"


def test_a_place_that_cannot_be_written(tmp_path):
    (tmp_path / "a.mp4").mkdir()
    with pytest.raises(ImageError, match=r"a\.mp4"):
        AnnotatedVideo(tmp_path / "a.mp4")


def test_any_player_sees_the_true_length(tmp_path):
    video = AnnotatedVideo(tmp_path / "a.mp4")
    for n in range(4):
        video.write(picture(), n * 0.5)
    video.close()
    capture = cv2.VideoCapture(str(tmp_path / "a.mp4"), cv2.CAP_FFMPEG)
    seconds = capture.get(cv2.CAP_PROP_FRAME_COUNT) / capture.get(cv2.CAP_PROP_FPS)
    capture.release()
    assert seconds == pytest.approx(2)
