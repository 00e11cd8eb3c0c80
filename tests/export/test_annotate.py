"""Annotated copies: pictures as pictures, videos as videos, none over another."""

import io
import os

import cv2
import numpy as np
import pytest
from PIL import Image, PngImagePlugin

from fer_desktop.core.errors import ImageError
from fer_desktop.core.geometry import BoundingBox
from fer_desktop.core.overlay import COLORS, face_color, overlay_items
from fer_desktop.core.types import AnalyzedFrame, Expression, Face, Frame, RecognizedFace
from fer_desktop.export.annotate import Annotator, CopyNames, remove_unfinished_copy
from fer_desktop.export.copy_mark import mark_video
from fer_desktop.vision.media.video_source import VideoSource
from tests.fakes import picture, probabilities


def analyzed(index=0, time_s=0.0, value=100):
    face = Face(BoundingBox(40, 60, 140, 160), 0.9)
    raw, smoothed = Expression(probabilities("anger")), Expression(probabilities("sadness"))
    frame = Frame(picture(320, 240, value), index, time_s)
    return AnalyzedFrame(frame, (RecognizedFace(face, raw, smoothed),))


def annotate(folder, *inputs):
    annotator, names = Annotator(folder), CopyNames()
    for path, kind, frames in inputs:
        annotator.begin(names.of(path), kind)
        for frame in frames:
            annotator.frame(frame)
        annotator.end()


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def read_video(path):
    capture = cv2.VideoCapture(str(path), cv2.CAP_FFMPEG)
    rate, frames = capture.get(cv2.CAP_PROP_FPS), []
    while True:
        is_read, image = capture.read()
        if not is_read:
            break
        frames.append(image)
    capture.release()
    return rate, frames


def test_a_picture_is_copied_with_the_box_in_the_raw_labels_colour(tmp_path):
    frame = analyzed()
    annotate(tmp_path / "new" / "out", ("x/portrait.jpg", "image", [frame]))
    image = cv2.imread(str(tmp_path / "new" / "out" / "portrait-annotated.png"))
    assert image.shape == (240, 320, 3)
    assert tuple(image[110, 40]) == COLORS["anger"][::-1], "left edge of the box"
    assert tuple(image[159, 90]) == COLORS["anger"][::-1], "half-open: the last row is 159"
    assert (image[200:, 200:] == 100).all(), "the rest of the picture is as it was"
    assert (frame.frame.image == 100).all(), "the frame itself is not drawn into"


def test_a_picture_without_a_face_is_copied_as_it_is(tmp_path):
    frame = AnalyzedFrame(Frame(picture()), ())
    annotate(tmp_path, ("a.png", "image", [frame]))
    assert (cv2.imread(str(tmp_path / "a-annotated.png")) == 100).all()


def test_inputs_of_the_same_name_are_not_written_over_each_other(tmp_path):
    inputs = [(path, "image", [analyzed()]) for path in ("a/p.jpg", "b/p.jpg", "p.png", "p-2.png")]
    annotate(tmp_path, *inputs)
    assert len(names(tmp_path)) == 4


def test_names_are_given_in_the_order_of_the_inputs():
    given = CopyNames()
    assert [given.of(path) for path in ("a/p.jpg", "b/p.mp4", "q", "p.png", "p-2.png")] == [
        *("p", "p-2", "q", "p-3", "p-2-2"),
    ]


def test_names_that_differ_in_case_only_are_kept_apart(tmp_path):
    # Windows and macOS take P.jpg and p.jpg for the same file.
    annotate(tmp_path, *[(path, "image", [analyzed()]) for path in ("P.jpg", "p.jpg")])
    assert len({name.lower() for name in names(tmp_path)}) == 2


@pytest.mark.parametrize("rate", [10, 30])
def test_a_video_keeps_its_rate_its_size_and_every_frame(tmp_path, rate):
    frames = [analyzed(n, n / rate, value=20 + 20 * n) for n in range(6)]
    annotate(tmp_path, ("clip.mp4", "video", frames))
    found_rate, images = read_video(tmp_path / "clip-annotated.mp4")
    assert found_rate == pytest.approx(rate, rel=0.01)
    assert [image.shape for image in images] == [(240, 320, 3)] * 6
    levels = [float(image[200:, 200:].mean()) for image in images]
    assert np.allclose(levels, [20 + 20 * n for n in range(6)], atol=6), "in order, none twice"


def test_a_video_of_a_variable_rate_keeps_the_time_of_each_frame(tmp_path):
    times = [0.0, 0.03, 0.5, 0.53, 2.0]
    annotate(tmp_path, ("a.mp4", "video", [analyzed(n, t) for n, t in enumerate(times)]))
    source = VideoSource(tmp_path / "a-annotated.mp4")
    source.open()
    found = [source.read().time_s for _ in times]
    assert source.read() is None
    source.close()
    assert found == pytest.approx(times, abs=1e-4)


def test_a_video_that_is_left_in_the_middle_plays_until_there(tmp_path):
    annotator = Annotator(tmp_path)
    annotator.begin("a", "video")
    for n in range(3):
        annotator.frame(analyzed(n, n / 10))
    annotator.end()
    annotator.end()
    assert len(read_video(tmp_path / "a-annotated.mp4")[1]) == 3


def test_the_copy_that_a_killed_process_leaves_can_be_removed(tmp_path):
    annotator = Annotator(tmp_path)
    annotator.begin("a", "video")
    annotator.frame(analyzed())
    (name,) = names(tmp_path)
    assert name.endswith(".part.mp4")
    annotator._video._file.close()
    remove_unfinished_copy(tmp_path, "a", os.getpid() + 1)
    assert names(tmp_path) == [name]
    remove_unfinished_copy(tmp_path, "a", os.getpid())
    assert names(tmp_path) == []


def test_a_video_of_one_frame_is_written(tmp_path):
    annotate(tmp_path, ("clip.mp4", "video", [analyzed()]))
    assert len(read_video(tmp_path / "clip-annotated.mp4")[1]) == 1


def test_a_video_does_not_run_on_into_the_next(tmp_path):
    frames = [analyzed(n, n / 15) for n in range(3)]
    annotate(tmp_path, ("a.mp4", "video", frames), ("b.mp4", "video", frames))
    assert [len(read_video(tmp_path / f"{n}-annotated.mp4")[1]) for n in "ab"] == [3, 3]


def test_an_input_without_frames_leaves_no_file(tmp_path):
    annotate(tmp_path, ("bad.mp4", "video", []), ("bad.jpg", "image", []))
    assert names(tmp_path) == []


def test_a_folder_that_cannot_be_made_is_named(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(ImageError, match="file"):
        Annotator(tmp_path / "file").begin("a", "image")


def test_a_video_that_cannot_be_written_is_named_once_and_then_closed(tmp_path):
    (tmp_path / "clip-annotated.mp4").mkdir()
    annotator = Annotator(tmp_path)
    annotator.begin("clip", "video")
    with pytest.raises(ImageError, match=r"clip-annotated\.mp4"):
        annotator.frame(analyzed(0, 0.0))
    annotator.end()
    annotator.begin("a", "image")
    annotator.frame(analyzed())
    annotator.end()
    assert "a-annotated.png" in names(tmp_path)


def test_the_copy_of_a_file_with_a_long_name_has_a_shorter_one():
    names = CopyNames()
    for stem in ("a" * 250, "\u00e4" * 126):
        first, second = names.of(f"{stem}.png"), names.of(f"{stem}.jpg")
        assert first != second
        assert max(len(os.fsencode(f"{name}-annotated.part.mp4")) for name in (first, second)) < 255
        assert stem.startswith(first)


def test_a_file_that_this_program_did_not_write_is_never_replaced(tmp_path):
    (tmp_path / "a-annotated.png").write_bytes(b"mine")
    (tmp_path / "b-annotated.mp4").mkdir()
    (tmp_path / "c-annotated.png").symlink_to("nowhere")
    given = CopyNames(tmp_path)
    assert [given.of(f"{name}.jpg") for name in "abcd"] == ["a-2", "b-2", "c-2", "d"]
    assert given.in_the_way is None
    assert given.of("x/a.png") == "a-3"
    assert given.in_the_way == tmp_path / "a-annotated.png"
    # Also where it came to be since the names were given.
    annotator = Annotator(tmp_path)
    for name, kind in (("a", "image"), ("b", "video"), ("c", "image")):
        annotator.begin(name, kind)
        with pytest.raises(ImageError, match=f"{name}-annotated.* not written by this program"):
            annotator.frame(analyzed())
        annotator.end()
    assert (tmp_path / "a-annotated.png").read_bytes() == b"mine"
    assert (tmp_path / "c-annotated.png").is_symlink()


@pytest.mark.parametrize(
    ("name", "kind"), [("a-annotated.png", "image"), ("a-annotated.mp4", "video")]
)
def test_its_own_copies_are_replaced_until_somebody_changes_them(tmp_path, name, kind):
    for value in (100, 120):
        annotate(tmp_path, ("a.jpg", kind, [analyzed(n, n / 5, value) for n in range(2)]))
        assert CopyNames(tmp_path).of("a.jpg") == "a"
    path = tmp_path / name
    assert names(tmp_path) == [name]
    data = path.read_bytes()
    for other in (data + b" ", data[:-1], data.replace(data[100:104], b"abcd", 1), b"", data[:20]):
        path.write_bytes(other)
        assert CopyNames(tmp_path).of("a.jpg") == "a-2"


def test_what_another_program_saves_of_a_copy_is_not_ours(tmp_path):
    annotate(tmp_path, ("a.jpg", "image", [analyzed()]))
    with Image.open(tmp_path / "a-annotated.png") as copy:
        copy.load()
        more = PngImagePlugin.PngInfo()
        more.add(b"feRD", (tmp_path / "a-annotated.png").read_bytes()[-28:-16])
        copy.save(tmp_path / "b-annotated.png", pnginfo=more)
    given = CopyNames(tmp_path)
    assert [given.of("a.jpg"), given.of("b.jpg")] == ["a", "b-2"]


def test_a_video_is_whole_where_there_is_no_room_for_the_mark():
    class Full(io.BytesIO):
        def write(self, data):
            return super().write(data[:7])

    file = Full(b"a video")
    mark_video(file)
    assert file.getvalue() == b"a video"


def test_several_faces_have_numbers_and_colours_as_in_the_window(tmp_path):
    expression = Expression(probabilities("anger"))
    faces = tuple(
        RecognizedFace(Face(BoundingBox(x, 60, x + 80, 140), 0.9), expression, expression)
        for x in (20, 180)
    )
    frame = AnalyzedFrame(Frame(picture(320, 240)), faces)
    annotate(tmp_path, ("two.png", "image", [frame]))
    image = cv2.imread(str(tmp_path / "two-annotated.png"))
    for item, number, edge in zip(
        overlay_items(frame, smoothed=False), (1, 2), (20, 180), strict=True
    ):
        assert item.number == number
        assert tuple(image[100, edge]) == face_color(number)[::-1], "the box has the face's colour"
        words = image[40:58, edge : edge + 80].reshape(-1, 3)
        for color in (face_color(number), COLORS["anger"]):
            assert (words == color[::-1]).all(axis=1).any(), "number and label on their grounds"
