import cv2
import numpy as np
import pytest

import model.rendered.__main__ as command
from fer_desktop.core.labels import LABELS
from model.rendered.fitting import Fit
from model.rendered.mesh import load_mesh
from model.rendered.moving import Mover
from model.rendered.portraits import Portrait
from tests.model.tiny_face import photograph, write_tiny_face

STILL = Fit(np.eye(2, 3, dtype=np.float32), 1.0, 1.0, np.zeros((3, 2), np.float32), 0.0)


@pytest.fixture
def mesh_file(tmp_path, monkeypatch):
    path = tmp_path / "face.npz"
    parts = write_tiny_face(path)
    monkeypatch.setattr(command, "load_mesh", lambda file: load_mesh(file, parts))
    return path


def test_expressions_are_written_into_their_folders(mesh_file, tmp_path):
    faces = [Portrait("somebody_0001", photograph(), STILL)]
    for out in (tmp_path / "a", tmp_path / "b"):
        mover = Mover(command.load_mesh(mesh_file))
        assert command.write_expressions(mover, faces * 2, 12, out, seed=3) == 12
    files = sorted(p.relative_to(tmp_path / "a") for p in (tmp_path / "a").rglob("*.png"))
    assert len(files) == 12
    assert {file.parts[0] for file in files} <= set(LABELS)
    for file in files:
        assert file.name.startswith("somebody_0001_")
        first = cv2.imread(str(tmp_path / "a" / file))
        assert first.shape == (64, 64, 3)
        assert np.array_equal(first, cv2.imread(str(tmp_path / "b" / file)))


def test_the_command_makes_pictures(
    mesh_file, ferplus_folder, legend_folder, tmp_path, monkeypatch
):
    one = Portrait("somebody_0001", photograph(), STILL)
    monkeypatch.setattr(command, "portraits", lambda *_: iter([one]))
    out = tmp_path / "out"
    data = [str(ferplus_folder), str(legend_folder)]
    arguments = ["--mesh", str(mesh_file), "--neutral-data", *data]
    assert command.main([*arguments, "--out", str(out), "--count", "5"]) == 0
    assert len(list(out.rglob("*.png"))) == 5


def test_the_command_renders_heads(mesh_file, ferplus_folder, tmp_path, monkeypatch):
    one = Portrait("somebody_0001", photograph(), STILL)
    monkeypatch.setattr(command, "portraits", lambda *_: iter([one]))
    arguments = ["--mesh", str(mesh_file), "--neutral-data", str(ferplus_folder), "--kind", "heads"]
    assert command.main([*arguments, "--out", str(tmp_path / "out"), "--count", "2"]) == 0
    assert len(list((tmp_path / "out").glob("*.jpg"))) == 2
    assert (tmp_path / "out" / "truth.json").is_file()


def test_where_faces_are_few_it_says_how_many_pictures_they_gave(
    mesh_file, ferplus_folder, tmp_path, monkeypatch, capsys
):
    one = Portrait("somebody_0001", photograph(), STILL)
    monkeypatch.setattr(command, "portraits", lambda *_: iter([one]))
    arguments = ["--mesh", str(mesh_file), "--neutral-data", str(ferplus_folder)]
    assert command.main([*arguments, "--out", str(tmp_path / "out"), "--count", "50"]) == 0
    assert "enough for 20 pictures only" in capsys.readouterr().err


def test_a_folder_with_something_in_it_is_left_alone(mesh_file, tmp_path, capsys):
    arguments = ["--mesh", str(mesh_file), "--neutral-data", str(tmp_path), "--out", str(tmp_path)]
    assert command.main(arguments) == 2
    assert "not empty" in capsys.readouterr().err


def test_a_missing_model_is_told(tmp_path, ferplus_folder, capsys):
    arguments = ["--mesh", str(tmp_path / "no.npz"), "--neutral-data", str(ferplus_folder)]
    assert command.main([*arguments, "--out", str(tmp_path / "out")]) == 1
    assert "not a face model" in capsys.readouterr().err


def test_where_no_face_fits_it_says_so(mesh_file, ferplus_folder, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(command, "portraits", lambda *_: iter([]))
    arguments = ["--mesh", str(mesh_file), "--neutral-data", str(ferplus_folder)]
    assert command.main([*arguments, "--out", str(tmp_path / "out")]) == 1
    assert "enough for 0 pictures" in capsys.readouterr().err
