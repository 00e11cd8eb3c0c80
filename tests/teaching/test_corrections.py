"""Corrections: kept as crops and an index, undone, exported, erased; and nothing else."""

import json
import os

import cv2
import numpy as np
import pytest

from fer_desktop.core.errors import DataError
from fer_desktop.core.geometry import BoundingBox
from fer_desktop.core.types import Expression, Face, RecognizedFace
from fer_desktop.evaluation.datasets import read_samples
from fer_desktop.system import paths
from fer_desktop.teaching.corrections import CROPS, INDEX_FILE, Corrections
from tests.fakes import probabilities

PICTURE = np.random.default_rng(0).integers(0, 255, (200, 300, 3), np.uint8)


def face(label="anger", box=(50, 40, 130, 120)):
    expression = Expression(probabilities(label, 0.7))
    return RecognizedFace(Face(BoundingBox(*box), 0.9), expression, expression)


@pytest.fixture
def kept(tmp_path):
    return Corrections(tmp_path / "corrections")


def everything_in(folder):
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


def test_nothing_is_made_before_the_first(kept):
    assert len(kept) == 0
    assert kept.undo() is None
    kept.erase()
    assert not kept.folder.exists()
    assert not paths.corrections_directory().exists()


def test_a_face_is_kept_with_what_was_said(kept):
    made = kept.add(PICTURE, face(), "sadness", source="a.png", model=("se-resnet", "4"))
    assert everything_in(kept.folder) == sorted([INDEX_FILE, f"{made.key}.png"])
    crop = cv2.imread(str(kept.crop_file(made)))
    np.testing.assert_array_equal(crop, PICTURE[40:120, 50:130])
    (again,) = Corrections(kept.folder).everything()
    assert again == made
    assert (again.label, again.said, again.group, again.model) == (
        "sadness",
        "anger",
        "a.png",
        "se-resnet",
    )
    assert again.probabilities["anger"] == pytest.approx(0.7)


def test_a_crop_is_never_large(kept):
    big = np.zeros((2000, 2000, 3), np.uint8)
    made = kept.add(big, face(box=(0, 0, 1900, 1900)), "fear", source="b")
    assert cv2.imread(str(kept.crop_file(made))).shape == (256, 256, 3)


def test_the_last_word_about_a_face_counts_also_on_another_day(kept):
    kept.add(PICTURE, face(), "sadness", source="a.png")
    again = Corrections(kept.folder)  # as when the program was started anew
    last = again.add(PICTURE, face(), "fear", source="a.png")
    assert again.everything() == (last,)
    assert everything_in(kept.folder) == sorted([INDEX_FILE, f"{last.key}.png"])
    again.add(PICTURE, face(), "fear", source="b.png")  # another picture may look the same
    again.add(PICTURE, face(box=(60, 40, 140, 120)), "fear", source="a.png")
    assert len(again) == 3


def test_the_newest_is_undone_first(kept):
    first = kept.add(PICTURE, face(), "sadness", source="a", group="Ada")
    second = kept.add(PICTURE, face(), "fear", source="b")
    assert kept.undo() == second
    assert not kept.crop_file(second).exists()
    assert Corrections(kept.folder).everything() == (first,)


def test_what_was_removed_is_put_back_where_it_stood(kept):
    all_ = [kept.add(PICTURE, face(), "sadness", source=name) for name in "abcd"]
    crops = {each.key: kept.crop_file(each).read_bytes() for each in all_}
    first = kept.remove([all_[0], all_[2]])
    second = kept.remove([all_[3]])
    assert everything_in(kept.folder) == sorted([INDEX_FILE, f"{all_[1].key}.png"])
    kept.restore(second)
    kept.restore(first)
    again = Corrections(kept.folder)
    assert again.everything() == tuple(all_)
    assert {each.key: again.crop_file(each).read_bytes() for each in all_} == crops


def test_the_only_one_comes_back_too_and_without_its_crop_where_that_was_gone(kept):
    made = kept.add(PICTURE, face(), "sadness", source="a")
    kept.crop_file(made).unlink()
    kept.restore(kept.remove([made]))
    assert Corrections(kept.folder).everything() == (made,)
    assert not kept.crop_file(made).exists()


def test_they_are_exported_as_class_folders(kept, tmp_path):
    for label, source in (("sadness", "a"), ("fear", "b"), ("fear", "c")):
        kept.add(PICTURE, face(), label, source=source)
    target = tmp_path / "out"
    assert kept.export(target) == 3
    found = read_samples(target)
    assert sorted(sample.label for sample in found) == [3, 3, 6]
    with pytest.raises(DataError, match="not empty"):
        kept.export(target)


def test_erasing_leaves_other_peoples_files(kept):
    kept.add(PICTURE, face(), "sadness", source="a")
    stranger = kept.folder / CROPS / "holiday.png"
    stranger.write_bytes(b"mine")
    kept.erase()
    assert everything_in(kept.folder) == ["holiday.png"]
    stranger.unlink()
    kept.erase()
    assert not kept.folder.exists()


def test_a_broken_line_is_counted_and_left_out(kept):
    made = kept.add(PICTURE, face(), "sadness", source="a")
    index = kept.folder / INDEX_FILE
    hostile = json.loads(index.read_text()) | {"key": "../../secret"}
    index.write_text(index.read_text() + "{]\n" + json.dumps(hostile) + "\n[]\n")
    again = Corrections(kept.folder)
    assert again.everything() == (made,)
    assert again.n_unreadable == 3


@pytest.mark.parametrize("p", ["NaN", "Infinity", "-1", "1.5", "1e999", "9" * 400, "null", "[]"])
def test_a_probability_that_is_none_costs_its_line(kept, p):
    kept.add(PICTURE, face(), "sadness", source="a")
    index = kept.folder / INDEX_FILE
    line = json.loads(index.read_text())
    line["probabilities"]["anger"] = "here"
    index.write_text(index.read_text() + json.dumps(line).replace('"here"', p) + "\n")
    again = Corrections(kept.folder)
    assert (len(again), again.n_unreadable) == (1, 1)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
@pytest.mark.parametrize("kind", ["link", "pipe"])
@pytest.mark.timeout(30)
def test_what_is_no_crop_is_not_exported(kept, tmp_path, kind):
    crop = kept.crop_file(kept.add(PICTURE, face(), "sadness", source="a"))
    crop.unlink()
    secret = tmp_path / "secret"
    secret.write_text("secret")
    crop.symlink_to(secret) if kind == "link" else os.mkfifo(crop)
    with pytest.raises(DataError, match="leads out" if kind == "link" else "no ordinary file"):
        kept.export(tmp_path / "exported")
    assert everything_in(tmp_path / "exported") == []


def test_they_are_samples_of_their_persons(kept):
    kept.add(PICTURE, face(), "sadness", source="a", group="Ada")
    (sample,) = kept.samples()
    assert (sample.label, sample.person, sample.source) == (6, "Ada", "a")
