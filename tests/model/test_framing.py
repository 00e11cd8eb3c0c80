"""Framing measures where the detector's box lies in a picture."""

import json

import cv2

from model.framing import main


def test_a_known_face_is_measured(astronaut, tmp_path, capsys):
    folder = tmp_path / "data" / "happiness"
    folder.mkdir(parents=True)
    # The face is about 100 px wide with its middle at 225, 114.
    cv2.imwrite(str(folder / "a.png"), astronaut[14:214, 125:325])
    assert main(["--data", str(tmp_path / "data"), "--report", str(tmp_path / "r.json")]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["found"] == 1
    assert 0.4 < found["side_share"][2] < 0.65
    assert abs(found["center_x_offset"][2]) < 0.08
    assert json.loads((tmp_path / "r.json").read_text())["n"] == 1
