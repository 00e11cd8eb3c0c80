"""YuNet's place in the program, on a small network with its inputs and outputs.

It takes white squares of 32 px, on a grid of 32 px, for faces whose eyes and mouth are where the
test says; OpenCV's own code for YuNet runs it.
"""

import math

import numpy as np
import pytest

from fer_desktop.core.errors import ModelError
from fer_desktop.vision.detection.yunet import YuNetDetector
from tests.fakes import picture

EYES = ((0.3, 0.4), (0.7, 0.4))
MOUTH = ((0.35, 0.85), (0.65, 0.85))


def network(path, eyes=EYES, mouth=MOUTH):
    """Write the network and return its path."""
    onnx = pytest.importorskip("onnx", reason="onnx makes the network")
    from onnx import TensorProto, helper, numpy_helper

    nodes, constants, outputs = [], [], []

    def constant(name, values):
        constants.append(numpy_helper.from_array(np.asarray(values, np.float32), name))
        return name

    def node(kind, inputs, output, **attributes):
        nodes.append(helper.make_node(kind, inputs, [output], **attributes))
        return output

    mix = constant("mix", np.full((1, 3, 1, 1), 1 / 765))
    constants.append(numpy_helper.from_array(np.array([1, -1, 1], np.int64), "rows"))
    points = np.array([*eyes, (0.5, 0.6), *mouth], np.float32).ravel()
    gray = node("Conv", ["input", mix], "gray")
    for stride in (8, 16, 32):
        pooled = node("AveragePool", [gray], f"pooled_{stride}", kernel_shape=[stride] * 2,
                      strides=[stride] * 2)  # fmt: skip
        column = node("Reshape", [pooled, "rows"], f"column_{stride}")
        weight = constant(f"weight_{stride}", [[[1.0 if stride == 32 else 0.0]]])
        score = node("Mul", [column, weight], f"cls_{stride}")
        nothing = node("Mul", [column, constant(f"zero_{stride}", [[[0.0]]])], f"no_{stride}")
        node("Add", [score, nothing], f"obj_{stride}")
        for name, values in (("bbox", [0.5, 0.5, 0, 0]), ("kps", points)):
            base = constant(f"base_{name}_{stride}", np.reshape(values, (1, 1, -1)))
            node("Add", [nothing, base], f"{name}_{stride}")
    for name, width in (("cls", 1), ("obj", 1), ("bbox", 4), ("kps", 10)):
        outputs += [
            helper.make_tensor_value_info(f"{name}_{s}", TensorProto.FLOAT, [1, None, width])
            for s in (8, 16, 32)
        ]
    given = helper.make_tensor_value_info("input", TensorProto.FLOAT, [1, 3, None, None])
    graph = helper.make_graph(nodes, "yunet", [given], outputs, constants)
    opset = [helper.make_opsetid("", 13)]
    onnx.save(helper.make_model(graph, opset_imports=opset, ir_version=8), str(path))
    return path


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    return network(tmp_path_factory.mktemp("yunet") / "yu net ä.onnx")


def white_at(*cells, size=(320, 256), scale=1):
    image = picture(size[0] * scale, size[1] * scale, 0)
    for column, row in cells:
        step = 32 * scale
        image[row * step : (row + 1) * step, column * step : (column + 1) * step] = 255
    return image


def test_faces_are_framed_by_eyes_and_mouth_as_the_cascades_frame_them(file):
    (face,) = YuNetDetector(file).detect(white_at((4, 3)))
    side = 32 * 0.45 / (1.16 * 0.378)
    assert side > 32 * 0.4 / 0.378 - 2, "here the mouth decides"
    side = max(side, 32 * 0.4 / 0.378)
    assert face.box.width == pytest.approx(side, abs=1)
    assert (face.box.x1 + face.box.x2) / 2 == pytest.approx(4.5 * 32, abs=1)
    eyes_y = 3.4 * 32
    assert (eyes_y - face.box.y1) / face.box.height == pytest.approx(0.393, abs=0.03)
    assert face.detection_score == pytest.approx(1.0, abs=1e-3)
    assert face.tilt_deg == pytest.approx(0.0)


def test_a_tilted_face_keeps_its_middle(tmp_path):
    turn = math.radians(20)  # counter-clockwise, in a picture whose y goes down

    def turned(point):
        x, y = point[0] - 0.5, point[1] - 0.5
        return (
            0.5 + x * math.cos(turn) + y * math.sin(turn),
            0.5 - x * math.sin(turn) + y * math.cos(turn),
        )

    upright = YuNetDetector(network(tmp_path / "a.onnx")).detect(white_at((4, 3)))[0]
    eyes, mouth = (tuple(turned(point) for point in pair) for pair in (EYES, MOUTH))
    tilted = YuNetDetector(network(tmp_path / "b.onnx", eyes, mouth)).detect(white_at((4, 3)))[0]
    assert tilted.tilt_deg == pytest.approx(20, abs=0.1)
    assert tilted.box.width == pytest.approx(upright.box.width, abs=1)


def test_several_faces_come_largest_first_and_inside_the_picture(file):
    faces = YuNetDetector(file).detect(white_at((0, 0), (5, 4)))
    assert len(faces) == 2
    assert faces[0].box.area > faces[1].box.area, "the one at the corner is cut"
    assert faces[1].box[:2] == (0, 0) or faces[1].box.x1 >= 0


def test_a_large_picture_is_shrunk_and_its_faces_are_not(file):
    (face,) = YuNetDetector(file).detect(white_at((4, 3), size=(640, 480), scale=3))
    assert (face.box.x1 + face.box.x2) / 2 == pytest.approx(4.5 * 96, abs=3)
    assert face.box.width == pytest.approx(32.8 * 3, abs=5)


def test_pictures_of_changing_and_odd_sizes(file):
    detector = YuNetDetector(file)
    for size in ((320, 256), (97, 33), (1, 1), (320, 256)):
        assert detector.detect(picture(*size, 0)) == []
    assert len(detector.detect(white_at((4, 3)))) == 1


@pytest.mark.parametrize("content", [b"", b"no network", b"\x08\x08" * 500])
def test_a_file_that_is_none(tmp_path, content):
    path = tmp_path / "bad.onnx"
    path.write_bytes(content)
    with pytest.raises(ModelError, match=r"bad.onnx: this is no YuNet file"):
        YuNetDetector(path)


def test_another_network(tmp_path):
    onnx = pytest.importorskip("onnx", reason="onnx makes the network")
    from onnx import TensorProto, helper

    values = [helper.make_tensor_value_info(n, TensorProto.FLOAT, [1, 3, 8, 8]) for n in "ab"]
    graph = helper.make_graph([helper.make_node("Relu", ["a"], ["b"])], "g", values[:1], values[1:])
    opset = [helper.make_opsetid("", 13)]
    onnx.save(helper.make_model(graph, opset_imports=opset, ir_version=8), tmp_path / "relu.onnx")
    with pytest.raises(ModelError, match="no YuNet file"):
        YuNetDetector(tmp_path / "relu.onnx")


def test_a_missing_file_and_a_huge_one(tmp_path):
    with pytest.raises(ModelError, match="can't be read"):
        YuNetDetector(tmp_path / "gone.onnx")
    huge = tmp_path / "huge.onnx"
    with huge.open("wb") as stream:
        stream.truncate(60_000_000)
    with pytest.raises(ModelError, match="too large"):
        YuNetDetector(huge)
