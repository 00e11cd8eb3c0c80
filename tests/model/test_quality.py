"""Thresholds of a bad view: how steps are judged, on made-up answers, and the whole command."""

import json
from dataclasses import replace
from functools import partial

import numpy as np
import pytest

from fer_desktop.core import quality as core_quality
from fer_desktop.core.quality import ChipQuality
from fer_desktop.vision.recognition.preprocess import ChipFormat
from model import quality, quality_page
from model.quality import (
    MOVED,
    STILL,
    Look,
    Seen,
    found_place,
    known_place,
    main,
    row_of,
    verdict,
)
from model.quality_page import write_page
from model.reports import REPORTS, read_report
from model.worsened import TURNED, Series, with_gain, without_left

DARK = STILL[1]
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


def test_a_step_tells_the_measure():
    qualities = [replace(GOOD, brightness=value) for value in (0.01, 0.02, 0.3)]
    row = row_of(DARK, 0.1, seen([1, 1, 1], qualities), seen([1, 1, 1]), np.ones(3, np.int64))
    assert row["measured"][1] == pytest.approx(0.02)


def test_a_step_at_which_no_face_is_found_has_no_figures():
    row = row_of(DARK, 0.1, seen([-1, -1]), seen([1, 1]), np.ones(2, np.int64))
    assert row == {"step": 0.1, "n": 0}


def rows(*falls):
    """Return a row a step; what is measured grows by a tenth a step."""
    return [
        {"step": float(n), "n": 9, "changed": 0.5, "fall": fall, "measured": [0.0, n / 10, 1.0]}
        for n, fall in enumerate(falls, 1)
    ]


def test_the_limit_lies_on_the_line_between_the_last_good_step_and_the_next():
    found = verdict(DARK, rows(0.0, 0.09, 0.01, 0.09, 0.2))
    assert (found["bad_from"], found["threshold"]) == (3.5, 0.35)
    assert (found["issue"], found["in_use"]) == ("dark", DARK.in_use)


def test_where_all_steps_are_bad_the_first_is_the_limit():
    assert verdict(DARK, rows(0.06, 0.2))["bad_from"] == 1.0


@pytest.mark.parametrize("falls", [(0.0, 0.0), (0.3, 0.049)])
def test_steps_that_cost_little_have_no_limit(falls):
    found = verdict(DARK, rows(*falls))
    assert (found["bad_from"], found["threshold"]) == (None, None)


def test_a_step_at_which_no_face_is_found_is_bad():
    found = verdict(DARK, [*rows(0.01), {"step": 2.0, "n": 0}])
    assert (found["bad_from"], found["threshold"]) == (1.0, 0.1)


def test_eyes_take_the_whole_picture_or_find_the_face(astronaut):
    chip_format, crop = ChipFormat(48, 48, 1), np.ascontiguousarray(astronaut[60:170, 170:280])
    known, found = known_place(chip_format)(crop), found_place(chip_format)(crop)
    assert known.quality.face_px == 110
    assert found.quality.face_px > 120  # a frame shows it larger
    assert known.quality.issues == found.quality.issues == ()
    assert known.chip.shape == found.chip.shape == (48, 48, 1)
    assert found_place(chip_format)(np.full((144, 144, 3), 90, np.uint8)) is None


def test_an_eye_at_the_edge_sees_that_a_face_is_cut(astronaut):
    look = found_place(ChipFormat(48, 48, 1), at_edge=True)
    crop = np.ascontiguousarray(astronaut[60:170, 170:280])
    assert look(crop).quality.cut < 0.1
    assert look(without_left(crop, 0.3)).quality.cut > 0.15


def test_the_command_prints_and_reports(legend_folder, tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(
        quality,
        "STILL",
        (replace(DARK, series=Series("dark", (0.5, 0.01), with_gain)),),
    )
    monkeypatch.setattr(
        quality, "MOVED", (replace(MOVED[1], series=replace(TURNED, steps=(20.0,))),)
    )
    monkeypatch.setattr(quality, "AT_EDGE", ())
    report = tmp_path / "quality.json"
    page = tmp_path / "view.md"
    page.write_text(f"Before.\n{quality_page.BEGIN}old\n{quality_page.END}After.\n")
    monkeypatch.setattr(quality, "write_page", partial(write_page, page=page))
    arguments = ["--data", str(legend_folder), "--model", "seed", "--pictures", "6", "--found", "2"]
    assert main([*arguments, "--write-docs", "--report", str(report)]) == 0
    printed, written = json.loads(capsys.readouterr().out), json.loads(report.read_text())
    assert (printed["model"], printed["split"]) == ("seed", "person-test")
    assert sum(printed["classes"].values()) == printed["still"]["n"] == 6
    bright, black = printed["still"]["dark"]["steps"]
    assert bright["measured"][1] > 10 * black["measured"][1]
    assert black["changed"] >= bright["changed"]
    assert printed["moved"]["n"] == 2
    assert "turned aside" in printed["moved"]
    assert written["still"] == printed["still"]
    text = page.read_text()
    assert text.startswith("Before.")
    assert text.endswith("After.\n")
    assert "| dark: light that is left, times |" in text


def test_bad_data_is_one_sentence(tmp_path, capsys):
    assert main(["--data", str(tmp_path)]) == 1
    assert capsys.readouterr().err.count("\n") == 1


# --- the report that comes with the program


@pytest.mark.parametrize(
    ("part", "series", "limit", "digits"),
    [
        ("still", "small", core_quality.SMALL_PX, 0),
        ("still", "dark", core_quality.DARK_BELOW, 2),
        ("still", "pale", core_quality.PALE_BELOW, 3),
        ("still", "bright", core_quality.WHITE_ABOVE, 2),
        ("still", "blurred", core_quality.SHARP_FROM, 2),
        ("moved", "turned aside", core_quality.TURNED_DEG, 0),
    ],
)
def test_the_limits_are_the_measured_ones(part, series, limit, digits):
    way = read_report(REPORTS / "se-resnet" / "quality.json")[part][series]
    assert limit == round(way["threshold"], digits)
    assert way["in_use"] == limit


def test_a_crop_as_it_is_seldom_gets_advice():
    report = read_report(REPORTS / "se-resnet" / "quality.json")
    assert report["still"]["any_false_advice"] < 0.05
    assert all(share < 0.08 for share in report["moved"]["false_advice"].values())


def test_the_page_has_the_figures_of_the_report():
    report = read_report(REPORTS / "se-resnet" / "quality.json")
    assert quality_page.figures_text(report) in quality_page.PAGE.read_text(encoding="utf-8")
