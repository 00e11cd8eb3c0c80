"""The picture thread: every file gets its result or its reason, in order."""

import threading

import cv2
import numpy as np
import pytest

from fer_desktop.core.errors import ModelError
from fer_desktop.core.geometry import BoundingBox, iou
from fer_desktop.core.settings import Settings
from fer_desktop.live.pictures import MOST_RESULTS, THUMBNAIL_SIDE_PX, VIEW_SIDE_PX, PictureThread
from fer_desktop.vision import assembly
from fer_desktop.vision.analyzer import FrameAnalyzer
from tests.fakes import PATIENCE_S, FixedClassifier, FixedDetector, picture, wait_until

BOX = (10, 10, 40, 40)


def fixed_analyzer(detector=None):
    return FrameAnalyzer(detector or FixedDetector(BOX), FixedClassifier(), threshold=0.4)


@pytest.fixture
def start():
    """Return a function that starts a thread; all are stopped in the end."""
    threads = []

    def thread(make_analyzer=fixed_analyzer):
        threads.append(PictureThread(make_analyzer))
        return threads[-1]

    yield thread
    for found in threads:
        assert found.stop(PATIENCE_S)


@pytest.fixture
def files(tmp_path):
    """Return the paths of five small pictures."""
    paths = [tmp_path / f"{index}.png" for index in range(5)]
    for index, path in enumerate(paths):
        cv2.imwrite(str(path), picture(80, 60, index * 10))
    return paths


def results_of(thread, n):
    """Wait for `n` results and return them."""
    results = []
    wait_until(lambda: (results.extend(thread.poll()), len(results) >= n)[1])
    assert len(results) == n
    return results


def test_every_picture_has_its_result_in_order(start, files):
    thread = start()
    thread.add(files[:3])
    thread.add(files[3:])
    results = results_of(thread, 5)
    assert [result.path for result in results] == files
    for index, result in enumerate(results):
        assert result.error == ""
        assert result.size == (80, 60)
        assert np.unique(result.image).tolist() == [index * 10]
        assert [tuple(face.box) for face in result.faces] == [BOX]
        assert result.faces[0].label == "happiness"
    assert thread.poll() == []


def test_a_bad_file_stops_nothing(start, files, tmp_path):
    bad = tmp_path / "bad.png"
    bad.write_bytes(b"hello")
    thread = start()
    thread.add([bad, tmp_path / "gone.png", files[0], tmp_path])
    results = results_of(thread, 4)
    assert [bool(result.error) for result in results] == [True, True, False, True]
    assert "not a picture" in results[0].error
    assert "no such file" in results[1].error
    for result in results:
        if result.error:
            assert str(result.path) in result.error
            assert (result.image, result.size, result.faces) == (None, (0, 0), ())


def test_the_analyzer_is_made_once_and_in_the_thread_that_uses_it(start, files):
    made = []

    class Detector(FixedDetector):
        def detect(self, image):
            made.append(threading.current_thread().name)
            return super().detect(image)

    def make():
        made.append(threading.current_thread().name)
        return fixed_analyzer(Detector(BOX))

    thread = start(make)
    thread.add(files)
    results_of(thread, 5)
    assert made == ["pictures"] * 6


def test_nothing_is_loaded_before_the_first_picture(start, files):
    made = []
    thread = start(lambda: made.append(1) or fixed_analyzer())
    assert made == []
    thread.add(files[:1])
    results_of(thread, 1)
    assert made == [1]


def test_without_a_model_each_picture_says_so_until_there_is_one(start, files):
    errors = [ModelError("There is no model 'x'."), ModelError("There is no model 'x'.")]

    def make():
        if errors:
            raise errors.pop()
        return fixed_analyzer()

    thread = start(make)
    thread.add(files[:3])
    results = results_of(thread, 3)
    assert [r.error for r in results] == ["There is no model 'x'."] * 2 + [""]


def test_what_nobody_expected_is_logged_and_told(start, files, caplog):
    class Broken(FixedDetector):
        def detect(self, image):
            if not image.any():
                raise RuntimeError("boom")
            return super().detect(image)

    thread = start(lambda: fixed_analyzer(Broken(BOX)))
    thread.add(files[:2])
    broken, good = results_of(thread, 2)
    assert broken.error == f"{files[0]}: the analysis failed; the log file says why."
    assert good.error == ""
    assert "boom" in caplog.text
    caplog.clear()


def test_a_large_picture_is_analyzed_whole_and_kept_small(start, tmp_path):
    path = tmp_path / "large.png"
    large = picture(4096, 1024)
    large[500:600, 2000:2200] = 250
    cv2.imwrite(str(path), large)
    seen = []

    class Detector(FixedDetector):
        def detect(self, image):
            seen.append(image.shape)
            return super().detect(image)

    thread = start(lambda: fixed_analyzer(Detector((2000, 500, 2200, 600))))
    thread.add([path])
    (result,) = results_of(thread, 1)
    assert seen == [(1024, 4096, 3)]
    assert result.size == (4096, 1024)
    assert result.image.shape == (512, 2048, 3)
    assert tuple(result.faces[0].box) == (2000, 500, 2200, 600)
    (scaled,) = result.faces_scaled(result.image.shape[1] / result.size[0])
    assert tuple(scaled.box) == (1000, 250, 1100, 300)
    assert result.image[260:290, 1010:1090].min() == 250
    assert scaled.smoothed is result.faces[0].smoothed


@pytest.mark.parametrize("size", [(VIEW_SIDE_PX, 10), (10, VIEW_SIDE_PX)])
def test_a_picture_that_fits_is_kept_as_it_is(start, tmp_path, size):
    path = tmp_path / "a.png"
    cv2.imwrite(str(path), picture(*size))
    thread = start(lambda: fixed_analyzer(FixedDetector()))
    thread.add([path])
    (result,) = results_of(thread, 1)
    assert result.image.shape[1::-1] == result.size == size


def test_a_very_flat_picture(start, tmp_path):
    path = tmp_path / "a.png"
    cv2.imwrite(str(path), picture(9000, 1))
    thread = start(lambda: fixed_analyzer(FixedDetector()))
    thread.add([path])
    (result,) = results_of(thread, 1)
    assert result.error == ""
    assert result.image.shape == (1, VIEW_SIDE_PX, 3)


def test_stop_waits_for_the_picture_at_hand_and_leaves_the_rest(start, files):
    entered, gate = threading.Event(), threading.Event()
    seen = []

    class Slow(FixedDetector):
        def detect(self, image):
            seen.append(int(image[0, 0, 0]))
            entered.set()
            gate.wait(PATIENCE_S)
            return super().detect(image)

    thread = start(lambda: fixed_analyzer(Slow(BOX)))
    thread.add(files)
    assert entered.wait(PATIENCE_S)
    assert not thread.stop(timeout_s=0.05)
    gate.set()
    assert thread.stop(PATIENCE_S)
    assert seen == [0]


def test_the_real_parts(start, portrait):
    thread = start(lambda: assembly.still_analyzer(Settings(model="seed")))
    thread.add([portrait])
    (result,) = results_of(thread, 1)
    (face,) = result.faces
    assert iou(face.box, BoundingBox(176, 66, 274, 163)) > 0.7
    assert face.label == "happiness"
    assert face.track_id is None


# Stopping, the chosen picture first, and analyzing again


@pytest.fixture
def gated(start, files):
    """Return a thread that stands at the first of five pictures, and what lets it go on."""
    entered, gate = threading.Event(), threading.Event()

    class Gated(FixedDetector):
        def detect(self, image):
            entered.set()
            gate.wait(PATIENCE_S)
            return super().detect(image)

    thread = start(lambda: fixed_analyzer(Gated(BOX)))
    thread.add(files)
    assert entered.wait(PATIENCE_S)
    yield thread, gate
    gate.set()


def test_the_picture_that_is_looked_at_is_analyzed_next(gated, files):
    thread, gate = gated
    thread.put_first(files[4])
    gate.set()
    assert [r.path for r in results_of(thread, 5)] == [files[0], files[4], *files[1:4]]


def test_the_picture_at_hand_is_not_analyzed_twice(gated, files):
    thread, gate = gated
    thread.put_first(files[0])
    gate.set()
    assert [r.path for r in results_of(thread, 5)] == files


def test_it_stops_after_the_picture_at_hand_and_carries_on_where_it_was(gated, files):
    thread, gate = gated
    thread.pause(True)
    gate.set()
    assert [r.path for r in results_of(thread, 1)] == files[:1]
    thread.put_first(files[3])  # what the user looks at is analyzed all the same
    assert [r.path for r in results_of(thread, 1)] == [files[3]]
    assert thread.is_paused
    thread.pause(False)
    assert [r.path for r in results_of(thread, 3)] == [files[1], files[2], files[4]]


def test_what_was_begun_before_a_restart_is_thrown_away(gated, files):
    thread, gate = gated
    thread.pause(True)
    sad = FrameAnalyzer(FixedDetector(BOX), FixedClassifier("sadness"), threshold=0.4)
    thread.restart(lambda: sad)
    thread.add(files[:2])
    gate.set()
    results = results_of(thread, 2)
    assert [(r.path, r.faces[0].label) for r in results] == [(f, "sadness") for f in files[:2]]


def test_what_is_taken_off_the_list_is_not_analyzed(gated, files):
    thread, gate = gated
    thread.put_first(files[4])
    thread.forget([files[4], files[2]])
    gate.set()
    assert [r.path for r in results_of(thread, 3)] == [files[0], files[1], files[3]]


def test_two_workers_have_two_analyzers_and_leave_no_picture_out(files):
    together, used = threading.Barrier(2, timeout=60), {}

    class Meeting(FixedDetector):
        def detect(self, image):
            used.setdefault(id(self), set()).add(threading.get_ident())
            together.wait()  # only two at a time come on
            return super().detect(image)

    thread = PictureThread(lambda: fixed_analyzer(Meeting(BOX)), n_workers=2)
    thread.add(files[:4])
    results = results_of(thread, 4)
    assert thread.stop(PATIENCE_S)
    assert {r.path for r in results} == set(files[:4])
    assert not any(r.error for r in results)
    assert len(used) == 2
    assert all(len(threads) == 1 for threads in used.values())


def test_the_thread_waits_while_nobody_fetches_results(start, files):
    seen = []

    class Counting(FixedDetector):
        def detect(self, image):
            seen.append(1)
            return super().detect(image)

    thread = start(lambda: fixed_analyzer(Counting(BOX)))
    many = [files[0].parent / f"more {n}.png" for n in range(3 * MOST_RESULTS)]
    for path in many:
        path.write_bytes(files[0].read_bytes())
    thread.add(many)
    wait_until(lambda: len(seen) == MOST_RESULTS + 1)  # one is at hand
    with pytest.raises(AssertionError):
        wait_until(lambda: len(seen) > MOST_RESULTS + 1, timeout_s=0.3)
    assert [r.path for r in results_of(thread, len(many))] == many


def test_a_thumbnail_comes_with_the_picture(start, tmp_path):
    path = tmp_path / "a.png"
    cv2.imwrite(str(path), picture(1000, 500, 77))
    thread = start()
    thread.add([path])
    (result,) = results_of(thread, 1)
    small = cv2.imdecode(np.frombuffer(result.thumbnail, np.uint8), cv2.IMREAD_COLOR)
    assert small.shape == (THUMBNAIL_SIDE_PX // 2, THUMBNAIL_SIDE_PX, 3)
    assert abs(int(small.mean()) - 77) <= 2
    assert result.seconds > 0


def test_pictures_can_come_from_elsewhere(start, files):
    threads = PictureThread(fixed_analyzer, lambda path: picture(30, 20, 9))
    threads.add([files[0].with_name("no file")])
    (result,) = results_of(threads, 1)
    assert threads.stop(PATIENCE_S)
    assert result.size == (30, 20)
