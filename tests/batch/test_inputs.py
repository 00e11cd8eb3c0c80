"""Files and folders to analyze, one after the other."""

import itertools
import os
import shutil
from pathlib import Path

import cv2
import numpy as np
import pytest

from fer_desktop.batch import inputs
from fer_desktop.batch.inputs import (
    READ_ERRORS,
    FileAnalyzer,
    Input,
    count_inputs,
    expand,
    left_out,
)
from fer_desktop.core.errors import ImageError, SourceError
from fer_desktop.core.settings import Settings
from tests.fakes import FixedClassifier


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


def test_content_counts_and_not_the_name(tmp_path, video, portrait, analyzer):
    for name in ("a.jpg", "a.png", "a.heic", "a.gif", "a.webp"):
        (item,) = expand([str(shutil.copy(video, tmp_path / name))])
        assert item.kind == "video"
        assert next(analyzer.frames(item)).frame.time_s == 0
    for name in ("a.mp4", "a.avi", "a.mkv", "a.dv"):
        (item,) = expand([str(shutil.copy(portrait, tmp_path / name))])
        assert item.kind == "image"
        assert len(list(analyzer.frames(item))) == 1
    texts = (("b.mp4", "video"), ("b.png", "image"))
    for (name, kind), content in itertools.product(texts, (b"Gute Nacht. " * 9, b"")):
        (tmp_path / name).write_bytes(content)
        (item,) = expand([str(tmp_path / name)])
        assert item.kind == kind


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
        "fer_desktop.vision.analyzed_video.VideoSource.close", lambda self: closed.append(self.name)
    )
    frames = analyzer.frames(Input(str(video), "video"))
    next(frames)
    frames.close()
    assert closed == [video.name]


def test_without_a_loaded_model_the_settings_one_is_loaded():
    assert FileAnalyzer(Settings()).classifier.spec.name == Settings.model


def test_a_link_that_leads_nowhere_is_told_and_the_others_are_read(tmp_path, analyzer, portrait):
    (tmp_path / "a.png").write_bytes(portrait.read_bytes())
    (tmp_path / "b.png").symlink_to("b.png")
    (tmp_path / "c.png").symlink_to("gone.png")
    (tmp_path / "folder.png").symlink_to(tmp_path)
    items = expand([str(tmp_path)])
    assert [Path(item.path).name for item in items] == ["a.png", "b.png", "c.png"]
    assert count_inputs([str(tmp_path)]) == 3
    assert len(list(analyzer.frames(items[0]))) == 1
    with pytest.raises(ImageError, match=r"b\.png: can't be opened \(.*links"):
        list(analyzer.frames(items[1]))
    with pytest.raises(ImageError, match=r"c\.png: there is no such file"):
        list(analyzer.frames(items[2]))


class _Refusing:
    """A folder's entry whose target may not be looked at."""

    name = "a.png"

    def is_file(self):
        raise PermissionError(13, "Permission denied")


def test_an_entry_that_may_not_be_looked_at_waits_for_its_turn():
    assert inputs._may_be_media(_Refusing())
    assert not inputs._is_other(_Refusing())


@pytest.mark.parametrize("name", ["a.png", "a.mp4", "video.mp4"])
def test_a_file_in_a_folder_without_rights_is_one_sentence(tmp_path, monkeypatch, analyzer, name):
    # The tests may run as root, whom nothing is refused.
    secret, stat = tmp_path / "secret", Path.stat

    def refuse(self, **options):
        if secret in self.parents:
            raise PermissionError(13, "Permission denied")
        return stat(self, **options)

    monkeypatch.setattr(Path, "stat", refuse)
    (item,) = expand([str(secret / name)])
    with pytest.raises(READ_ERRORS, match=r"can't be opened \(Permission denied\)\."):
        list(analyzer.frames(item))


@pytest.mark.parametrize("suffix", [".png", ".mp4", ""])
def test_a_name_that_is_too_long_is_one_sentence(tmp_path, analyzer, suffix):
    given = [str(tmp_path / ("a" * 300 + suffix))]
    (item,) = expand(given)
    assert count_inputs(given) == 1
    with pytest.raises(READ_ERRORS, match=r"can't be opened \(File name too long\)\."):
        list(analyzer.frames(item))


def test_a_file_address_is_the_file(tmp_path, portrait):
    folder = tmp_path / "my pictures"
    folder.mkdir()
    path = folder / "a#1.png"
    path.write_bytes(portrait.read_bytes())
    assert expand([path.as_uri()]) == [Input(str(path), "image")]
    assert expand([folder.as_uri()]) == [Input(str(path), "image")]
    for start in ("FILE://localhost", "file:"):
        assert expand([path.as_uri().replace("file://", start)])[0].path == str(path)


@pytest.mark.parametrize("text", ["https://example.org/a.mp4", "s3://bucket/a.png"])
def test_an_address_says_what_it_needs(analyzer, text):
    (item,) = expand([text])
    with pytest.raises(ImageError, match=rf"{text}: .*\(--scheduler\); download it first\."):
        list(analyzer.frames(item))


def test_what_is_left_out_of_a_folder_is_counted(tmp_path):
    for name in ("a.png", "b.heic", "c.jfif", "d.txt", "e.TXT", "f", "g.vob", ".h", "i.jxl"):
        (tmp_path / name).touch()
    found = [Path(item.path).name for item in expand([str(tmp_path)])]
    assert found == ["a.png", "b.heic", "c.jfif", "g.vob"]
    (sentence,) = left_out([str(tmp_path), "x.txt", str(tmp_path / "gone")])
    kinds = ".jxl 1, .txt 2, no suffix 1"
    assert sentence == f"{tmp_path}: 4 files are left out, of kinds that are not read ({kinds})."
