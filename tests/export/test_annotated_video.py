"""An annotated video has every frame once, at its own time, and plays whenever it is closed."""

import cv2
import pytest

from fer_desktop.core.errors import ImageError
from fer_desktop.export.annotated_video import AnnotatedVideo
from fer_desktop.system.files import drafts_of
from fer_desktop.vision.media.video_source import VideoSource
from tests.fakes import picture


def frames_of(path):
    source, frames = VideoSource(path), []
    source.open()
    while (frame := source.read()) is not None:
        frames.append(frame)
    source.close()
    return frames


def test_frames_are_written_once_each_at_the_times_of_the_source(tmp_path):
    times = [4.0, 4.04, 4.5, 4.54, 9.0]
    video = AnnotatedVideo(tmp_path / "a.mp4", (64, 48))
    for number, time_s in enumerate(times):
        video.write(picture(value=20 + 40 * number), time_s)
    video.close()
    frames = frames_of(tmp_path / "a.mp4")
    assert [frame.time_s for frame in frames] == pytest.approx([t - 4 for t in times], abs=1e-4)
    levels = [float(frame.image.mean()) for frame in frames]
    assert levels == pytest.approx([20 + 40 * n for n in range(5)], abs=6)


@pytest.mark.parametrize("size", [(63, 48), (64, 47), (2, 2)], ids=str)
def test_odd_sizes_lose_a_column_or_a_row(tmp_path, size):
    video = AnnotatedVideo(tmp_path / "a.mp4", size)
    video.write(picture(*size), 0.0)
    video.close()
    (frame,) = frames_of(tmp_path / "a.mp4")
    assert (frame.width, frame.height) == (size[0] & -2, size[1] & -2)


def test_a_frame_of_another_size_is_scaled_not_lost(tmp_path):
    video = AnnotatedVideo(tmp_path / "a.mp4", (64, 48))
    video.write(picture(64, 48), 0.0)
    video.write(picture(32, 24), 0.1)
    video.close()
    assert [(f.width, f.height) for f in frames_of(tmp_path / "a.mp4")] == [(64, 48)] * 2


def test_without_a_frame_closing_is_no_error(tmp_path):
    AnnotatedVideo(tmp_path / "a.mp4", (64, 48)).close()
    assert not list(tmp_path.iterdir())


def test_a_video_has_its_name_only_when_it_plays(tmp_path):
    path = tmp_path / "a.mp4"
    path.write_bytes(b"of an earlier run")
    video = AnnotatedVideo(path, (64, 48))
    video.write(picture(), 0.0)
    assert path.read_bytes() == b"of an earlier run"
    assert len(list(drafts_of(path))) == 1
    video.close()
    assert list(tmp_path.iterdir()) == [path]
    assert len(frames_of(path)) == 1


def test_ctrl_c_between_two_steps_of_a_frame_does_no_harm(tmp_path):
    video = AnnotatedVideo(tmp_path / "a.mp4", (64, 48))
    video.write(picture(), 0.0)
    video._times_s.append(1.0)  # noted, but never written
    video.close()
    assert len(frames_of(tmp_path / "a.mp4")) == 1


def test_a_frame_that_was_lost_on_the_disk_is_told(tmp_path):
    path = tmp_path / "a.mp4"
    video = AnnotatedVideo(path, (64, 48))
    real, calls = video._writer, []

    class FullDisk:
        def write(self, image):
            if not calls:
                real.write(image)
            calls.append(1)

        def release(self):
            real.release()

    video._writer = FullDisk()
    for n in range(3):
        video.write(picture(), n / 10)
    with pytest.raises(ImageError, match=r"a\.mp4: 1 of 3 frames"):
        video.close()


def test_a_file_that_has_no_table_of_contents_is_told(tmp_path):
    path = tmp_path / "a.mp4"
    video = AnnotatedVideo(path, (64, 48))
    video.write(picture(), 0.0)
    real = video._writer

    class Cut:
        def release(self):
            real.release()
            (part,) = drafts_of(path)
            part.write_bytes(part.read_bytes()[:100])

    video._writer = Cut()
    with pytest.raises(ImageError, match="could not be finished"):
        video.close()
    assert not list(tmp_path.iterdir()), "what does not play is no use to anybody"


def test_a_place_that_cannot_be_written(tmp_path):
    (tmp_path / "a.mp4").mkdir()
    with pytest.raises(ImageError, match=r"a\.mp4"):
        AnnotatedVideo(tmp_path / "a.mp4", (64, 48))


def test_any_player_sees_the_true_length(tmp_path):
    video = AnnotatedVideo(tmp_path / "a.mp4", (64, 48))
    for n in range(4):
        video.write(picture(), n * 2.0)
    video.close()
    capture = cv2.VideoCapture(str(tmp_path / "a.mp4"), cv2.CAP_FFMPEG)
    seconds = capture.get(cv2.CAP_PROP_FRAME_COUNT) / capture.get(cv2.CAP_PROP_FPS)
    capture.release()
    assert seconds == pytest.approx(8)
