"""Pictures as others hand them: colours, Pillow, lists, given boxes and crops."""

import io
import threading

import cv2
import numpy as np
import pytest

from fer_desktop import AnalyzedFrame, Analyzer, BoundingBox, Frame, ImageError
from fer_desktop.api.pictures import as_bgr, given_faces
from tests.fakes import PATIENCE_S

COLORED = np.arange(3 * 4 * 3, dtype=np.uint8).reshape(3, 4, 3)


@pytest.fixture(scope="module")
def analyzer():
    with Analyzer(model="seed") as analyzer:
        yield analyzer


@pytest.fixture(scope="module")
def small(astronaut):
    """Return a part of the portrait that is quick to look at."""
    return np.ascontiguousarray(astronaut[30:200, 150:300])


def test_the_channels_are_as_they_are_said_to_be():
    assert as_bgr(COLORED) is not None
    assert (as_bgr(COLORED[:, :, ::-1], "rgb") == COLORED).all()
    gray = COLORED[:, :, 0]
    for flat in (gray, gray[:, :, np.newaxis]):
        assert (as_bgr(flat, "gray") == gray[:, :, np.newaxis]).all()
    with pytest.raises(ValueError, match="one of bgr, rgb and gray"):
        as_bgr(COLORED, "hsv")


@pytest.mark.parametrize(
    ("image", "color", "words"),
    [
        (COLORED.astype(np.int64), "bgr", r"say image.astype\('uint8'\)\)"),
        (COLORED > 1, "bgr", r"say image.astype\('uint8'\) \* 255\)"),
        (COLORED / 127.5 - 1, "bgr", r"say \(image \* 127.5 \+ 127.5\).round"),
        ((COLORED.astype(">u2") * 257), "bgr", r"say \(image // 256\)"),
        (COLORED[:, :, 0], "bgr", r"say color='gray'"),
        (COLORED, "gray", r"\(H, W\)"),
        (COLORED.astype(np.float32), "rgb", "float32"),
        (COLORED / 255, "rgb", r"say \(image \* 255\).round\(\).astype\('uint8'\)"),
        (COLORED.astype(np.uint16), "bgr", r"image // 256"),
        (np.zeros((5, 4, 4), np.uint8), "bgr", r"not \(5, 4, 4\) uint8 \(say image\[:, :, :3\]"),
        (COLORED.transpose(2, 0, 1), "bgr", r"numpy.moveaxis\(image, 0, 2\)"),
        (COLORED[np.newaxis], "bgr", r"list\(images\)"),
        (np.zeros((0, 4, 3), np.uint8), "bgr", "empty"),
        (None, "bgr", "not None .*imread"),
        (b"\xff\xd8", "bgr", "not bytes .*imdecode"),
        ((each for each in ()), "bgr", "not generator; several pictures are a list"),
        (3, "bgr", "a path or a Pillow picture, not int"),
    ],
)
def test_another_shape_or_type_is_told_with_what_to_say(image, color, words):
    with pytest.raises(ValueError, match=words):
        as_bgr(image, color)


def test_a_pillow_picture_is_taken_right_whatever_its_mode(small):
    pillow = pytest.importorskip("PIL.Image", reason="Pillow is not installed")
    rgb = pillow.fromarray(np.ascontiguousarray(small[:, :, ::-1]))
    assert (as_bgr(rgb) == small).all()
    assert (as_bgr(rgb.convert("RGBA")) == small).all()
    gray = as_bgr(rgb.convert("L"))
    assert (gray[:, :, :1] == gray).all()
    turned = rgb.transpose(pillow.Transpose.ROTATE_90)
    turned.getexif()[0x0112] = 6
    assert (as_bgr(turned) == small).all(), "upright, as its EXIF orientation says"


def test_a_pillow_picture_of_more_than_8_bits_is_not_cut_off_at_white(small):
    """Pillow's own conversion clips: a 16-bit scan would be a white sheet without a face."""
    pillow = pytest.importorskip("PIL.Image", reason="Pillow is not installed")
    gray = cv2.cvtColor(small, cv2.COLOR_BGR2GRAY)
    deep = gray.astype(np.uint16) * 257
    expected = np.repeat(gray[:, :, np.newaxis], 3, axis=2)
    assert (as_bgr(pillow.fromarray(deep)) == expected).all()
    assert (as_bgr(pillow.fromarray(deep.astype(np.int32))) == expected).all()
    assert (as_bgr(pillow.fromarray(gray.astype(np.int32))) == expected).all()
    assert (as_bgr(pillow.fromarray(gray.astype(np.float32))) == expected).all()


@pytest.mark.parametrize("values", [(0.0, 1.0), (-1.0, 1.0), (0.0, 70000.0), (0.0, float("nan"))])
def test_a_pillow_picture_of_unknown_range_is_refused(values):
    pillow = pytest.importorskip("PIL.Image", reason="Pillow is not installed")
    image = pillow.fromarray(np.array([values, values], np.float32))
    with pytest.raises(ValueError, match=r"mode F has values from 0 to 255"):
        as_bgr(image)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (io.BytesIO(b"x"), r"not BytesIO \(PIL.Image.open opens a file object\)"),
        ("data:image/png;base64,iVBOR", "base64.b64decode"),
        ("iVBORw0KGgo" + "A" * 5000, "base64.b64decode"),
    ],
)
def test_other_things_that_hold_a_picture_are_told_how_to_be_opened(given, words):
    with pytest.raises((ValueError, ImageError), match=words) as error:
        as_bgr(given)
    assert len(str(error.value)) < 250


class _Tensor:
    """Has its numbers as PyTorch, JAX and TensorFlow give them."""

    def __array__(self, dtype=None, copy=None):
        return COLORED


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (_Tensor(), r"not _Tensor \(say numpy\.asarray\(image\)"),
        (cv2.UMat(COLORED), r"not UMat \(say image\.get\(\)\)"),
        (Frame(COLORED), r"not Frame \(say frame\.image\)"),
        (AnalyzedFrame(Frame(COLORED), ()), r"say analyzed\.frame\.image"),
    ],
)
def test_other_libraries_pictures_are_told_how_they_become_arrays(given, words):
    with pytest.raises(ValueError, match=words):
        as_bgr(given)


def test_a_video_is_told_where_it_belongs(analyzer, video):
    with pytest.raises(ImageError, match="this is a video; analyze_video takes those"):
        analyzer.analyze(video)
    with pytest.raises(ImageError, match="'' names no picture"):
        analyzer.analyze("")


def test_the_same_face_whatever_it_comes_as(analyzer, small):
    pillow = pytest.importorskip("PIL.Image", reason="Pillow is not installed")
    (face,) = analyzer.analyze(small, search="fast")
    rgb = np.ascontiguousarray(small[:, :, ::-1])
    assert analyzer.analyze(rgb, color="rgb", search="fast") == [face]
    assert analyzer.analyze(pillow.fromarray(rgb), search="fast") == [face]
    gray = cv2.cvtColor(small, cv2.COLOR_BGR2GRAY)
    assert len(analyzer.analyze(gray, color="gray", search="fast")) == 1


def test_a_list_gives_what_its_pictures_give(analyzer, small):
    nothing = np.full_like(small, 128)
    pictures = [small, nothing, small[:, ::-1]]
    together = analyzer.analyze(pictures, search="fast")
    assert [len(faces) for faces in together] == [1, 0, 1]
    for faces, picture in zip(together, pictures, strict=True):
        alone = analyzer.analyze(picture, search="fast")
        assert [face.box for face in faces] == [face.box for face in alone]
        for face, other in zip(faces, alone, strict=True):
            assert face.probability_array == pytest.approx(other.probability_array, abs=1e-5)
    assert analyzer.analyze([]) == []
    for wrong in ([small, None], small[:3, :3].tolist()):
        with pytest.raises(ValueError, match=r"picture \d of the list is"):
            analyzer.analyze(wrong)
    with pytest.raises(ValueError, match="search is one of"):
        analyzer.analyze(small, search="quick")


def test_given_boxes_are_taken_in_their_order(analyzer, small):
    (found,) = analyzer.analyze(small, search="fast")
    boxes = [(0, 0, 20, 20), found.box]
    first, second = analyzer.analyze(small, boxes=boxes)
    assert (first.box, second.box) == (BoundingBox(0, 0, 20, 20), found.box)
    assert second.probability_array == pytest.approx(found.probability_array, abs=0.2)
    looked, given = analyzer.analyze([small, small], search="fast", boxes=[None, [found.box]])
    assert looked[0].box == given[0].box
    with pytest.raises(ValueError, match="2 pictures need as many"):
        analyzer.analyze([small, small], boxes=[None])


@pytest.mark.parametrize(
    ("box", "words"),
    [
        ((1, 2, 3), "x1, y1, x2, y2"),
        ((0, 0, float("nan"), 9), "x1, y1, x2, y2"),
        ({"x": 1}, "x1, y1, x2, y2"),
        ({"x": 1, "y": 2, "w": 3, "h": 4}, r"say \(x, y, x \+ w, y \+ h\)"),
        (5, "boxes are a list, also for one face"),
        ((2, 1, 0, 9), "no width and height"),
        ((0.1, 0.1, 0.4, 0.4), "in pixels, no shares"),
        ((900, 0, 950, 9), "nothing in this 4x3 picture$"),
    ],
)
def test_boxes_that_are_none_are_told(box, words):
    with pytest.raises(ValueError, match=words):
        given_faces(COLORED, [box])
    assert given_faces(COLORED, [(-5, -5, 2, 2)])[0].box == BoundingBox(0, 0, 2, 2)


def test_a_face_as_a_box_is_told_what_of_it_is_one(analyzer, small):
    faces = analyzer.analyze(small, boxes=[(0, 0, 40, 40)])
    for given in (faces, [faces[0].face]):
        with pytest.raises(ValueError, match=r"boxes=\[face\.box for face in faces\]"):
            analyzer.analyze(small, boxes=given)


def test_crops_are_faces_without_a_search(analyzer, small):
    (found,) = analyzer.analyze(small, search="fast")
    box = found.box
    crop = small[box.y1 : box.y2, box.x1 : box.x2]
    first, second = analyzer.analyze_crops([crop, small])
    assert first.box == BoundingBox(0, 0, box.width, box.height)
    assert first.label == found.label
    assert second.box == BoundingBox(0, 0, small.shape[1], small.shape[0])
    assert analyzer.analyze_crops([]) == []
    with pytest.raises(ValueError, match="also for one picture"):
        analyzer.analyze_crops(crop)
    for wrong in ("a.png", (each for each in [crop])):
        with pytest.raises(TypeError, match="crops are a list of pictures"):
            analyzer.analyze_crops(wrong)


def test_three_threads_get_what_one_gets(analyzer, small):
    crops = [np.ascontiguousarray(small[n : 100 + n, n : 100 + n]) for n in range(25)]
    right = [analyzer.analyze_crops([crop])[0].probabilities for crop in crops]
    found, gate = {}, threading.Barrier(3)

    def work(name):
        gate.wait(PATIENCE_S)
        found[name] = [analyzer.analyze_crops([crop])[0].probabilities for crop in crops]

    threads = [threading.Thread(target=work, args=(name,)) for name in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert [found[name] for name in range(3)] == [right] * 3


def test_a_video_goes_on_in_another_thread_while_pictures_are_analyzed(analyzer, small, video):
    right = [each.faces for each in analyzer.analyze_video(video, every=6)]
    face = analyzer.analyze_crops([small])
    found = []

    def work():
        found.extend(each.faces for each in analyzer.analyze_video(video, every=6))

    thread = threading.Thread(target=work)
    thread.start()
    while thread.is_alive():
        assert analyzer.analyze_crops([small]) == face
    thread.join()
    assert found == right
