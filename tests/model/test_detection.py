"""What is counted, on detectors and trackers that do what they are told, and on the real ones."""

import json
from dataclasses import replace

import numpy as np
import pytest

from fer_desktop.core.errors import DataError
from fer_desktop.core.geometry import BoundingBox
from fer_desktop.core.settings import Settings
from fer_desktop.core.tracker import Tracker
from fer_desktop.core.types import Frame
from fer_desktop.vision import assembly
from fer_desktop.vision.detection.detector import BALANCED, HaarDetector
from fer_desktop.vision.detection.live_detector import HaarLiveDetector
from model import detection
from model.clips import Shot, clips
from model.composed import GROUPS, Composed, Composer, Placed
from model.detection import (
    backgrounds,
    main,
    matched,
    measure_clip,
    measure_clips,
    measure_pictures,
)
from tests.fakes import FixedDetector, picture

BOX = (100, 100, 200, 200)
FACE = BoundingBox(*BOX)
AWAY = (300, 300, 400, 400)
PLACED = Placed(0, 150, 150, 100)


def test_each_box_belongs_to_one_face_and_the_best_overlap_wins():
    truth = [FACE, BoundingBox(150, 100, 250, 200)]
    boxes = [BoundingBox(110, 100, 210, 200), FACE, BoundingBox(400, 0, 500, 100)]
    assert matched(boxes, truth, 0.3) == {1: 0, 0: 1}
    assert matched(boxes, truth, 0.9) == {1: 0}
    assert matched([], truth, 0.5) == {}


def test_faces_found_and_phantoms_are_counted():
    image = picture(640, 480)
    one = [Composed(image, (PLACED,)), Composed(image, ())]
    found = measure_pictures(FixedDetector(BOX, AWAY), one)
    assert (found["pictures"], found["faces"], found["found"], found["phantoms"]) == (2, 1, 1, 3)
    assert (found["recall"], found["precision"]) == (1.0, 0.25)
    nothing = measure_pictures(FixedDetector(), [Composed(image, ())])
    assert (nothing["recall"], nothing["precision"]) == (None, None)


def film(*boxes, hidden=()):
    """Return frames with one person at these places; None is away."""
    return [
        Shot(
            Frame(picture(640, 480), n, n / 30, n / 30),
            {7: BoundingBox(*box)} if box else {},
            frozenset({7} if n in hidden else ()),
        )
        for n, box in enumerate(boxes)
    ]


def test_a_face_that_is_followed():
    found = measure_clip(FixedDetector(BOX), Tracker(), film(*[BOX] * 5))
    assert found == {"visible": 5, "shown": 5, "phantoms": 0, "switches": 0, "jitter": 0.0}


def test_missed_frames_switches_and_phantoms():
    seen = [[BOX], [], [AWAY], [BOX]]
    detector = FixedDetector(per_call=[list(boxes) for boxes in seen])
    found = measure_clip(detector, Tracker(hold_s=0.0), film(*[BOX] * 4))
    assert (found["visible"], found["shown"]) == (4, 2)
    assert (found["phantoms"], found["switches"]) == (1, 1)


def test_a_hidden_face_need_not_be_found_and_may_be():
    detector = FixedDetector(per_call=[[BOX], [], [BOX]])
    found = measure_clip(detector, None, film(*[BOX] * 3, hidden={1, 2}))
    assert (found["visible"], found["shown"], found["phantoms"]) == (1, 1, 0)


def test_jitter_is_what_strays_from_the_true_box():
    wobbling = [[(100 + d, 100, 200 + d, 200)] for d in (-2, 2) * 4]
    found = measure_clip(FixedDetector(per_call=wobbling), None, film(*[BOX] * 8))
    assert found["jitter"] == pytest.approx(0.02)
    moving = [(100 + 9 * n, 100, 200 + 9 * n, 200) for n in range(8)]
    late = [[(x + 5, y, u + 5, v)] for x, y, u, v in moving]
    assert measure_clip(FixedDetector(per_call=late), None, film(*moving))["jitter"] < 1e-9


# --- the program's own detector and tracker, on the astronaut


@pytest.fixture(scope="module")
def composer(astronaut):
    pytest.importorskip("skimage", reason="scikit-image has the backgrounds")
    crop = np.ascontiguousarray(astronaut[66:163, 176:273])
    return Composer([crop, np.ascontiguousarray(crop[:, ::-1])], backgrounds())


def test_large_upright_faces_are_found_without_phantoms(cascade, check, composer):
    group = replace(GROUPS[0], n=8, sides=(120.0, 200.0))
    found = measure_pictures(HaarDetector(cascade, check, BALANCED), composer.pictures(group))
    assert found["recall"] >= 0.85
    assert found["precision"] >= 0.95


def test_faces_in_clips_are_shown_under_their_numbers(cascade, make_check, composer):
    made = [c for c in clips(1, 2) if c.name in ("still", "turning away", "crossing")]
    found = measure_clips(
        lambda: HaarLiveDetector(cascade, make_check, BALANCED),
        lambda: assembly.live_tracker(Settings()),
        composer,
        made,
    )
    for kind in found.values():
        assert kind["shown"] >= 0.98
        assert (kind["switches"], kind["phantoms"]) == (0, 0)


def test_the_command_writes_all_of_it(legend_folder, tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(detection, "GROUPS", tuple(replace(g, n=1) for g in GROUPS[:2]))
    monkeypatch.setattr(detection, "clips", lambda *_: [replace(clips(1, 2)[0], seconds=0.2)])
    report = tmp_path / "detection.json"
    assert main(["--data", str(legend_folder), "--clips", "1", "--report", str(report)]) == 0
    written = json.loads(report.read_text())
    assert json.loads(capsys.readouterr().out)["clips"] == written["clips"]
    assert {"balanced", "thorough", "plain alt2, 320 px"} <= set(written["pictures"])
    assert set(written["pictures"]["balanced"]) == {g.name for g in GROUPS[:2]}
    assert set(written["clips"]) == {"tracker off", "tracker on"}


def test_bad_data_is_one_sentence(tmp_path, capsys):
    assert main(["--data", str(tmp_path)]) == 1
    assert capsys.readouterr().err.count("\n") == 1


def test_backgrounds_need_scikit_image(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "skimage", None)
    with pytest.raises(DataError, match="scikit-image"):
        backgrounds()
