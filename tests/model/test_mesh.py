import numpy as np
import pytest

from fer_desktop.core.errors import DataError
from model.rendered.mesh import load_mesh, rotation, triangulated, vertex_normals
from tests.model.tiny_face import tiny_arrays, write_tiny_face


@pytest.fixture
def mesh(tmp_path):
    return load_mesh(tmp_path / "face.npz", write_tiny_face(tmp_path / "face.npz"))


def test_quads_become_two_triangles_and_triangles_one():
    faces = np.array([[0, 1, 2, 3], [4, 5, 6, -1], [7, 8, 9, 9]])
    triangles, part_of = triangulated(faces, {"face": (0, 1), "teeth": (1, 2)})
    assert triangles.tolist() == [[0, 1, 2], [0, 2, 3], [4, 5, 6]]
    assert part_of.tolist() == [0, 0, 5]


def test_movements_add_up(mesh):
    half, whole = mesh.moved({"jawOpen": 0.5}), mesh.moved({"jawOpen": 1.0})
    assert np.allclose(2 * half, whole)
    assert whole.min() == -3


def test_an_unknown_movement_is_named(mesh):
    with pytest.raises(DataError, match="earWiggle"):
        mesh.moved({"earWiggle": 1})


def test_persons_differ_and_come_back_with_their_seed(mesh):
    first, again = (mesh.person(np.random.default_rng(3)) for _ in range(2))
    assert np.array_equal(first, again)
    assert np.abs(first - mesh.person(np.random.default_rng(4))).max() > 0.01
    assert not mesh.person(np.random.default_rng(3), 0.0).any()


def test_normals_point_to_the_camera(mesh):
    normals = vertex_normals(mesh.neutral, mesh.triangles[mesh.of_parts("face")])
    used = np.unique(mesh.triangles[mesh.of_parts("face")])
    assert (normals[used, 2] > 0).all()
    assert np.allclose(np.linalg.norm(normals[used], axis=1), 1, atol=1e-5)


def test_a_head_turned_to_its_left_looks_to_the_right_of_the_picture():
    assert np.allclose(rotation(90, 0, 0) @ [0, 0, 1], [1, 0, 0], atol=1e-6)
    assert np.allclose(rotation(0, 90, 0) @ [0, 0, 1], [0, 1, 0], atol=1e-6)
    assert np.allclose(rotation(0, 0, 90) @ [0, 1, 0], [1, 0, 0], atol=1e-6)


def test_what_is_no_model_is_told(tmp_path):
    with pytest.raises(DataError, match=r"nowhere\.npz: not a face model"):
        load_mesh(tmp_path / "nowhere.npz")
    np.savez(tmp_path / "else.npz", neutral=np.zeros((3, 3)))
    with pytest.raises(DataError, match=r"else\.npz: not a face model"):
        load_mesh(tmp_path / "else.npz")
    arrays, parts = tiny_arrays()
    arrays["identity"] = arrays["identity"][:, :-1]
    np.savez(tmp_path / "odd.npz", **arrays)
    with pytest.raises(DataError, match=r"odd\.npz: the offsets do not fit"):
        load_mesh(tmp_path / "odd.npz", parts)
