"""The program from Python, in a few lines."""

import os
import pickle
import subprocess
import sys
import threading
from pathlib import Path

import cv2
import numpy as np
import pytest

from fer_desktop import Analyzer
from fer_desktop.core.errors import ImageError, ModelError, SettingsError, SourceError
from fer_desktop.core.labels import LABELS
from fer_desktop.core.types import AnalyzedFrame
from tests.fakes import PATIENCE_S, LoopbackCamera, wait_until


@pytest.fixture(scope="module")
def analyzer():
    return Analyzer()


def test_the_portrait_has_one_happy_face(analyzer, astronaut):
    (face,) = analyzer.analyze(astronaut)
    assert face.box.x1 < 225 < face.box.x2
    assert face.box.y1 < 114 < face.box.y2
    assert face.label == "happiness"
    assert face.confidence == max(face.probabilities.values())
    assert list(face.probabilities) == list(LABELS)
    assert sum(face.probabilities.values()) == pytest.approx(1, abs=1e-3)
    assert face.track_id is None, "pictures stand for themselves"


def test_the_same_picture_gives_the_same_answer_again(analyzer, astronaut):
    first, second = (analyzer.analyze(astronaut)[0] for _ in range(2))
    assert first.box == second.box
    assert first.probabilities == second.probabilities


def test_the_picture_is_not_changed_and_stays_writeable(analyzer, astronaut):
    image = astronaut.copy()
    analyzer.analyze(image)
    assert np.array_equal(image, astronaut)
    image[0, 0] = 1


def test_a_cut_out_of_a_larger_array_is_taken(analyzer, astronaut):
    """Slices are not contiguous in memory."""
    assert len(analyzer.analyze(astronaut[:400, 50:450])) == 1


def test_faces_come_largest_first(analyzer, astronaut):
    canvas = np.full((512, 800, 3), 128, np.uint8)
    canvas[100:356, 0:256] = astronaut[0:512:2, 0:512:2]
    canvas[:, 288:] = astronaut
    faces = analyzer.analyze(canvas)
    assert len(faces) == 2
    assert faces[0].box.area > faces[1].box.area
    assert faces[0].box.x1 > 288


def test_a_picture_without_a_face_gives_an_empty_list(analyzer):
    assert analyzer.analyze(np.full((200, 300, 3), 128, np.uint8)) == []


@pytest.mark.parametrize("shape", [(1, 1, 3), (1, 3000, 3), (3000, 1, 3)], ids=str)
def test_odd_sizes_give_an_empty_list(analyzer, shape):
    assert analyzer.analyze(np.zeros(shape, np.uint8)) == []


@pytest.mark.parametrize(
    "image",
    [
        np.zeros((9, 9), np.uint8),
        np.zeros((9, 9, 4), np.uint8),
        np.zeros((9, 9, 3), np.float32),
        np.zeros((0, 0, 3), np.uint8),
        None,
    ],
    ids=["gray", "alpha", "float", "empty", "none"],
)
def test_other_arrays_are_refused(analyzer, image):
    with pytest.raises(ValueError, match=r"uint8|empty"):
        analyzer.analyze(image)


def test_below_the_chosen_confidence_a_label_is_uncertain(astronaut):
    (face,) = Analyzer(min_confidence=1.0).analyze(astronaut)
    assert face.label == "uncertain"
    assert max(face.probabilities, key=face.probabilities.get) == "happiness"


def test_impossible_choices_are_refused():
    with pytest.raises(ModelError, match="seed"):
        Analyzer(model="missing")
    with pytest.raises(SettingsError, match="litert"):
        Analyzer(engine="torch")
    with pytest.raises(SettingsError, match="confidence"):
        Analyzer(min_confidence=2)
    with pytest.raises(SettingsError, match="detector"):
        Analyzer(detector="dlib")
    with pytest.raises(SettingsError, match="YuNet needs its file"):
        Analyzer(detector="yunet")


# Paths.


@pytest.mark.parametrize("kind", [str, lambda path: path], ids=["str", "Path"])
def test_a_path_gives_what_its_array_gives(analyzer, portrait, astronaut, kind):
    (face,), (same,) = analyzer.analyze(kind(portrait)), analyzer.analyze(astronaut)
    assert face.box == same.box
    assert face.probabilities == same.probabilities


def test_a_picture_is_turned_upright_as_its_exif_says(analyzer, astronaut, tmp_path):
    sideways = np.ascontiguousarray(np.rot90(astronaut))
    data = cv2.imencode(".jpg", sideways, [cv2.IMWRITE_JPEG_QUALITY, 95])[1].tobytes()
    path = tmp_path / "turned.jpg"
    path.write_bytes(data[:2] + EXIF_QUARTER_TURN + data[2:])
    (face,) = analyzer.analyze(path)
    assert face.box.x1 < 225 < face.box.x2
    assert face.box.y1 < 114 < face.box.y2


# Orientation 6: turn it by a quarter to the right.
EXIF_QUARTER_TURN = (
    b"\xff\xe1\x00\x22Exif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x01"
    b"\x01\x12\x00\x03\x00\x00\x00\x01\x00\x06\x00\x00\x00\x00\x00\x00"
)


def test_a_file_that_is_no_picture_is_named(analyzer, tmp_path):
    (tmp_path / "a.png").write_text("hello")
    with pytest.raises(ImageError, match=r"a\.png: not a picture"):
        analyzer.analyze(tmp_path / "a.png")
    with pytest.raises(ImageError, match="no such file"):
        analyzer.analyze("gone.png")


# Videos.


@pytest.fixture(scope="module")
def seed():
    """Return the small network: what is tested here is not how well it does."""
    with Analyzer(model="seed") as analyzer:
        yield analyzer


def test_a_video_gives_frames_with_times_and_numbered_faces(seed, video):
    frames = list(seed.analyze_video(str(video), every=5))
    assert all(isinstance(each, AnalyzedFrame) for each in frames)
    assert [each.frame.index for each in frames] == [0, 5, 10, 15, 20, 25]
    assert [each.frame.time_s for each in frames] == pytest.approx(
        [i / 15 for i in range(0, 30, 5)]
    )
    assert all(each.frame.image.shape == (320, 320, 3) for each in frames)
    numbers = {face.track_id for each in frames for face in each.faces}
    assert len(numbers) == 1
    assert None not in numbers


def test_two_videos_and_a_picture_at_once_do_not_disturb_each_other(seed, video, astronaut):
    alone = [each.faces[0].box for each in seed.analyze_video(video, every=15)]
    one, two = seed.analyze_video(video, every=15), seed.analyze_video(video, every=15)
    boxes = []
    for first, second in zip(one, two, strict=True):
        assert len(seed.analyze(astronaut[30:200, 150:300])) == 1
        assert first.faces[0].track_id == second.faces[0].track_id
        boxes.append((first.faces[0].box, second.faces[0].box))
    assert boxes == [(box, box) for box in alone]


def test_a_video_that_cannot_be_opened_is_told_at_the_call(seed, tmp_path):
    with pytest.raises(SourceError, match=r"gone\.mp4: there is no such file"):
        seed.analyze_video("gone.mp4")
    (tmp_path / "a.mp4").write_bytes(b"no video")
    with pytest.raises(SourceError, match=r"a\.mp4: not a video"):
        seed.analyze_video(tmp_path / "a.mp4")


@pytest.mark.parametrize("every", [0, -1])
def test_every_is_a_number_from_1(seed, video, every):
    with pytest.raises(ValueError, match="every"):
        seed.analyze_video(video, every=every)


# Live.


@pytest.fixture
def camera(astronaut):
    camera = LoopbackCamera(np.ascontiguousarray(astronaut[:320, 65:385]))
    yield camera
    camera.close()


def test_a_camera_is_read_until_the_loop_is_left(seed, camera):
    for analyzed in seed.analyze_live(camera.url):
        if analyzed.faces:
            break
    assert analyzed.frame.image.shape == (320, 320, 3)
    assert analyzed.faces[0].track_id is not None
    wait_until(no_threads)


def test_the_end_of_the_block_closes_what_still_runs(camera, video):
    with Analyzer(model="seed") as analyzer:
        live, clip = analyzer.analyze_live(camera.url), analyzer.analyze_video(video)
        next(live)
        next(clip)
        assert not no_threads()
    wait_until(no_threads)
    for frames in (live, clip):
        with pytest.raises(StopIteration):
            next(frames)


def test_the_end_reaches_loops_of_other_threads(camera, video):
    analyzer = Analyzer(model="seed")
    begun, ended = [], []
    loops = (lambda: analyzer.analyze_live(camera.url), lambda: analyzer.analyze_video(video))

    def loop(frames, has_begun, may_go_on):
        for _ in frames():
            has_begun.set()
            may_go_on.wait(PATIENCE_S)
        ended.append(frames)

    threads = []
    go_on = threading.Event()
    for frames in loops:
        begun.append(threading.Event())
        of_it = (frames, begun[-1], go_on)
        threads.append(threading.Thread(target=loop, args=of_it, daemon=True))
        threads[-1].start()
    assert all(each.wait(PATIENCE_S) for each in begun)
    analyzer._is_closed = True  # as it is while both take a step
    go_on.set()
    for thread in threads:
        thread.join(PATIENCE_S)
    assert len(ended) == 2
    analyzer.close()


def test_the_end_waits_for_no_loop_that_takes_a_step():
    analyzer = Analyzer(model="seed")
    steps = []

    def stepping():
        steps.append(analyzer.close())
        yield

    frames = stepping()
    analyzer._running.add(frames)
    next(frames)  # it is closed from within, so it is busy
    assert steps == [None]
    with pytest.raises(ValueError, match="closed"):
        analyzer.analyze_live("demo")


def test_after_the_end_nothing_is_analyzed(astronaut, video):
    analyzer = Analyzer(model="seed")
    analyzer.close()
    analyzer.close()
    for call in (
        lambda: analyzer.analyze(astronaut),
        lambda: analyzer.analyze_video(video),
        lambda: analyzer.analyze_live("demo"),
    ):
        with pytest.raises(ValueError, match="closed"):
            call()


def test_a_generator_that_is_kept_until_python_ends_is_quiet(tmp_path):
    (tmp_path / "kept.py").write_text(
        "from fer_desktop import Analyzer\n"
        "live = Analyzer(model='seed').analyze_live('demo')\n"
        "frames = [next(live) for _ in range(3)]\n"
        "print(len(frames))\n"
    )
    done = subprocess.run(
        [sys.executable, tmp_path / "kept.py"],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        timeout=PATIENCE_S,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "3\n", "")


def test_a_source_that_is_none_is_told_at_once(seed):
    with pytest.raises(SourceError, match="no such file"):
        seed.analyze_live("webcam")


def test_a_number_is_a_camera(seed, monkeypatch):
    asked = []
    monkeypatch.setattr(
        "fer_desktop.vision.assembly.source", lambda text, settings: asked.append(text)
    )
    seed.analyze_live(1)
    assert asked == ["camera:1"]


def no_threads():
    """Say whether neither a capture nor an analysis thread runs."""
    names = ("capture", "analysis")
    return not [thread for thread in threading.enumerate() if thread.name.startswith(names)]


def test_an_address_is_no_video_file_and_an_analyzer_stays_in_its_process():
    with Analyzer(model="seed") as analyzer:
        with pytest.raises(SourceError, match="analyze_live takes those"):
            analyzer.analyze_video("http://example.org/a.mp4")
        with pytest.raises(TypeError, match="make one there"):
            pickle.dumps(analyzer)
