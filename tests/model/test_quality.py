"""Thresholds of a bad view: how steps are judged, on made-up answers, and the whole command."""

import json
from dataclasses import replace

import numpy as np
import pytest

from fer_desktop.core import quality as core_quality
from fer_desktop.core.quality import ChipQuality
from fer_desktop.vision.recognition.preprocess import ChipFormat
from model import quality
from model.quality import (
    MOVED,
    STILL,
    Look,
    Seen,
    asymmetry,
    found_place,
    known_place,
    main,
    row_of,
    verdict,
)
from model.reports import REPORTS, read_report
from model.worsened import TURNED, Series, with_gain

DARK, TILT = STILL[1], STILL[4]
GOOD = ChipQuality(140, 0.5, 0.2, 0.0, 0.9)
CHIP = np.linspace(0, 1, 48 * 48, dtype=np.float32).reshape(48, 48, 1)


def seen(answers, qualities=None):
    """Return looks with these answers; -1 was not found."""
    looks = [
        None if answer < 0 else Look(CHIP, qualities[n] if qualities else GOOD)
        for n, answer in enumerate(answers)
    ]
    return Seen(looks, np.array(answers, np.int64))


def test_a_step_is_compared_with_the_own_answers_of_what_was_found_both_times():
    truth = np.array([1, 1, 1, 2, 2])
    own, worse = seen([1, 1, 3, 2, -1]), seen([1, 2, 3, -1, 2])
    row = row_of(DARK, 0.1, worse, own, truth)
    assert (row["step"], row["n"]) == (0.1, 3)
    assert row["changed"] == pytest.approx(1 / 3, abs=1e-4)
    assert row["fall"] == pytest.approx(1 / 3, abs=1e-4)


def test_a_step_tells_the_measure_and_who_gets_advice():
    qualities = [replace(GOOD, brightness=value) for value in (0.01, 0.02, 0.3)]
    row = row_of(DARK, 0.1, seen([1, 1, 1], qualities), seen([1, 1, 1]), np.ones(3, np.int64))
    assert row["advised"] == pytest.approx(2 / 3, abs=1e-4)
    assert row["measured"][1] == pytest.approx(0.02)


def test_a_step_at_which_no_face_is_found_has_no_figures():
    row = row_of(DARK, 0.1, seen([-1, -1]), seen([1, 1]), np.ones(2, np.int64))
    assert row == {"step": 0.1, "n": 0}


def rows(*figures):
    """Return a row a step; figures are the share that changed and the fall."""
    return [
        {"step": float(n), "n": 9, "changed": c, "fall": f, "measured": [0.0, n / 10, 1.0]}
        for n, (c, f) in enumerate(figures, 1)
    ]


def test_bad_from_where_all_further_steps_are_bad():
    found = verdict(DARK, rows((0.0, 0.0), (0.3, 0.1), (0.1, 0.1), (0.3, 0.1), (0.4, 0.2)))
    assert (found["bad_from"], found["threshold"]) == (4.0, 0.4)
    assert (found["issue"], found["in_use"]) == ("dark", DARK.in_use)


@pytest.mark.parametrize("figures", [(0.3, 0.05), (0.14, 0.2), (0.0, 0.0)])
def test_only_many_changes_together_with_a_fall_are_bad(figures):
    found = verdict(DARK, rows((0.3, 0.1), figures))
    assert (found["bad_from"], found["threshold"]) == (None, None)


def test_all_steps_may_be_bad():
    assert verdict(DARK, rows((0.3, 0.1), (0.3, 0.1)))["bad_from"] == 1.0


def test_the_threshold_of_a_tilt_is_the_tilt_itself():
    assert verdict(TILT, rows((0.0, 0.0), (0.3, 0.1)))["threshold"] == 2.0


def test_a_face_is_like_its_mirror_image():
    wave = np.cos(np.linspace(-8, 8, 48)).astype(np.float32)
    even = np.repeat(wave[np.newaxis], 48, axis=0)[:, :, np.newaxis]
    assert asymmetry(even) == pytest.approx(0, abs=1e-5)
    assert asymmetry(np.roll(even, 4, axis=1)) < 0.1  # another axis
    assert asymmetry(CHIP.transpose(1, 0, 2)) > 0.5


def test_eyes_take_the_whole_picture_or_find_the_face(astronaut):
    chip_format, crop = ChipFormat(48, 48, 1), np.ascontiguousarray(astronaut[60:170, 170:280])
    known, found = known_place(chip_format)(crop), found_place(chip_format)(crop)
    assert known.quality.face_px == 110
    assert found.quality.face_px > 120  # a frame shows it larger
    assert known.quality.issues == found.quality.issues == ()
    assert known.chip.shape == found.chip.shape == (48, 48, 1)
    assert found_place(chip_format)(np.full((144, 144, 3), 90, np.uint8)) is None


def test_the_command_prints_and_reports(legend_folder, tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(
        quality,
        "STILL",
        (replace(DARK, series=Series("dark", (0.5, 0.01), with_gain)),),
    )
    monkeypatch.setattr(
        quality, "MOVED", (replace(MOVED[1], series=replace(TURNED, steps=(20.0,))),)
    )
    report = tmp_path / "quality.json"
    arguments = ["--data", str(legend_folder), "--model", "seed", "--pictures", "6"]
    assert main([*arguments, "--turned", "2", "--report", str(report)]) == 0
    printed, written = json.loads(capsys.readouterr().out), json.loads(report.read_text())
    assert (printed["model"], printed["split"]) == ("seed", "person-test")
    assert sum(printed["classes"].values()) == printed["still"]["n"] == 6
    bright, black = printed["still"]["dark"]["steps"]
    assert bright["advised"] == 0.0
    assert black["advised"] == 1.0
    assert black["changed"] >= bright["changed"]
    assert printed["moved"]["n"] == 2
    assert "turned aside" in printed["moved"]
    assert written["still"] == printed["still"]
    assert written["measured"]["date"]


def test_bad_data_is_one_sentence(tmp_path, capsys):
    assert main(["--data", str(tmp_path)]) == 1
    assert capsys.readouterr().err.count("\n") == 1


# --- the report that comes with the program


@pytest.mark.parametrize(
    ("series", "limit", "digits"),
    [
        ("small", core_quality.SMALL_PX, 0),
        ("dark", core_quality.DARK_BELOW, 2),
        ("bright", core_quality.WHITE_ABOVE, 2),
        ("blurred", core_quality.SHARP_FROM, 2),
        ("tilted", core_quality.TURNED_DEG, 0),
    ],
)
def test_the_limits_are_the_measured_ones_and_seldom_wrong(series, limit, digits):
    report = read_report(REPORTS / "se-resnet" / "quality.json")["still"]
    assert limit == round(report[series]["threshold"], digits)
    assert report[series]["in_use"] == limit
    assert report["false_advice"][report[series]["issue"]] < 0.05
