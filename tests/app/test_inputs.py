"""Files and folders to analyze, one after the other."""

import os

import cv2
import numpy as np
import pytest

from fer_desktop.app.inputs import READ_ERRORS, FileAnalyzer, Input, expand
from fer_desktop.core.errors import ImageError, SourceError
from fer_desktop.core.settings import Settings
from tests.fakes import FixedClassifier
from tests.recorded import cut_video, write_session


@pytest.fixture
def analyzer():
    return FileAnalyzer(Settings(), FixedClassifier("fear"))


def test_files_stay_in_the_order_and_as_they_were_given():
    given = ["b.png", "./a.mp4", "c.txt"]
    assert expand(given) == [
        Input("b.png", "image"),
        Input("./a.mp4", "video"),
        Input("c.txt", "image"),
    ]


def test_a_folder_is_its_pictures_and_videos_by_name(tmp_path):
    for name in ("b.PNG", "a.mkv", "notes.txt", "c.jpeg", "model.json"):
        (tmp_path / name).touch()
    (tmp_path / "folder.png").mkdir()
    assert expand([str(tmp_path)]) == [
        Input(str(tmp_path / "a.mkv"), "video"),
        Input(str(tmp_path / "b.PNG"), "image"),
        Input(str(tmp_path / "c.jpeg"), "image"),
    ]


@pytest.mark.parametrize("given", ["pics", "./pics", "pics/", "../here/pics", "."])
def test_a_files_path_is_the_given_folder_joined_with_its_name(tmp_path, monkeypatch, given):
    folder = tmp_path / "here" / "pics"
    folder.mkdir(parents=True)
    (folder / "a.png").touch()
    monkeypatch.chdir(folder if given == "." else folder.parent)
    assert [item.path for item in expand([given])] == [os.path.join(given, "a.png")]  # noqa: PTH118


def test_a_folder_without_pictures_is_one_failed_input(tmp_path, analyzer):
    (tmp_path / "notes.txt").touch()
    (item,) = expand([str(tmp_path)])
    with pytest.raises(ImageError, match="no pictures") as caught:
        list(analyzer.frames(item))
    assert str(tmp_path) in str(caught.value)


def test_nothing_is_not_the_current_folder(tmp_path, monkeypatch):
    # `analyze "$UNSET"` must not analyze whatever lies here.
    (tmp_path / "private.png").touch()
    monkeypatch.chdir(tmp_path)
    assert [item.path for item in expand([""])] == [""]


def test_a_video_without_a_suffix_is_known_by_its_first_bytes(tmp_path, video):
    (tmp_path / "clip").write_bytes(video.read_bytes())
    assert expand([str(tmp_path / "clip")])[0].kind == "video"


def test_a_picture_is_one_frame(analyzer, portrait):
    (analyzed,) = analyzer.frames(Input(str(portrait), "image"))
    assert (analyzed.frame.width, analyzed.frame.index, analyzed.frame.time_s) == (512, 0, 0.0)
    (face,) = analyzed.faces
    assert (face.label, face.track_id) == ("fear", None)


def test_every_nth_frame_of_a_video_has_its_own_number_and_time(analyzer, video):
    frames = list(analyzer.frames(Input(str(video), "video"), every=10))
    assert [analyzed.frame.index for analyzed in frames] == [0, 10, 20]
    assert [analyzed.frame.time_s for analyzed in frames] == pytest.approx([0, 10 / 15, 20 / 15])
    assert {analyzed.faces[0].track_id for analyzed in frames} <= {1, 2, 3}


def test_a_video_gives_the_same_rows_again_and_numbers_begin_anew(analyzer, video):
    def rows():
        frames = analyzer.frames(Input(str(video), "video"), every=6)
        return [(f.frame.index, f.faces[0].box, f.faces[0].track_id) for f in frames]

    first = rows()
    assert first[0][2] == 1
    assert rows() == first


def test_faces_that_the_detector_missed_are_not_made_up(analyzer, astronaut, tmp_path):
    path = tmp_path / "gone.avi"
    codec = cv2.VideoWriter.fourcc(*"MJPG")
    writer = cv2.VideoWriter(str(path), cv2.CAP_FFMPEG, codec, 15, (320, 320))
    face = np.ascontiguousarray(astronaut[0:320, 65:385])
    for image in (face, face * 0, face):
        writer.write(image)
    writer.release()
    frames = list(analyzer.frames(Input(str(path), "video")))
    assert [len(analyzed.faces) for analyzed in frames] == [1, 0, 1]
    assert frames[2].faces[0].track_id == frames[0].faces[0].track_id, "but it is remembered"


@pytest.mark.parametrize(
    ("item", "error"),
    [(Input("gone.png", "image"), ImageError), (Input("gone.mp4", "video"), SourceError)],
)
def test_what_cannot_be_read_raises_what_the_caller_expects(analyzer, item, error):
    assert issubclass(error, READ_ERRORS)
    with pytest.raises(error, match=item.path):
        list(analyzer.frames(item))


def test_a_video_that_is_left_early_is_closed(analyzer, video, monkeypatch):
    closed = []
    monkeypatch.setattr(
        "fer_desktop.app.video_frames.VideoSource.close", lambda self: closed.append(self.name)
    )
    frames = analyzer.frames(Input(str(video), "video"))
    next(frames)
    frames.close()
    assert closed == [video.name]


def test_without_a_loaded_model_the_settings_one_is_loaded():
    assert FileAnalyzer(Settings()).classifier.spec.name == Settings.model


def test_a_video_of_a_killed_recording_is_made_playable_first(tmp_path, analyzer):
    folder = cut_video(write_session(tmp_path / "session"))
    (item,) = expand([str(folder)])
    assert 60 < len(list(analyzer.frames(item))) < 75
    cut_video(folder)
    os.utime(folder / "faces.csv")
    with pytest.raises(SourceError, match="still be recorded"):
        list(analyzer.frames(item))
