"""Bad views: a smoke version over all ways, the same for the same seed, and through the program."""

import json

import numpy as np
import pytest

from fer_desktop.evaluation.datasets import read_samples
from fer_desktop.evaluation.pictures import load_picture
from fer_desktop.vision.recognition.preprocess import resized
from model.degraded import FIGURES, SIDE, WAYS, chosen, loader, main, table, turned_upright
from model.worsened import tilted


def way(name):
    return next(way for way in WAYS if way.name == name)


@pytest.fixture(scope="module")
def measured(ferplus_folder, tmp_path_factory):
    report = tmp_path_factory.mktemp("reports") / "degraded.json"
    arguments = ["--data", str(ferplus_folder), "--limit", "2", "--report", str(report)]
    assert main([*arguments, "--model", "seed"]) == 0
    return json.loads(report.read_text())


def test_every_step_of_every_way_has_its_figures(measured):
    assert (measured["model"], measured["data"], measured["split"]) == ("seed", "FERPlus0", "Valid")
    assert measured["n"] == 2
    assert measured["sha256"]
    assert set(measured["ways"]) == {way.name for way in WAYS}
    for name, found in measured["ways"].items():
        assert set(found["steps"]) == set(way(name).steps)
        for row in [measured["as it is"], *found["steps"].values()]:
            assert set(row) == set(FIGURES)


def test_no_roll_is_as_it_is(measured):
    for name in ("roll", "roll, turned back"):
        assert measured["ways"][name]["steps"]["0"] == measured["as it is"]


def test_the_table_names_all(measured):
    text = table(measured)
    assert all(way.name in text for way in WAYS)
    assert max(len(line) for line in text.splitlines()) <= 100
    assert text.count("\n") == sum(1 + len(way.steps) for way in WAYS) + 1


def test_only_the_ways_that_are_asked_for(ferplus_folder, tmp_path, capsys):
    report = tmp_path / "r.json"
    arguments = ["--data", str(ferplus_folder), "--limit", "2", "--model", "seed", "--json"]
    assert main([*arguments, "--only", "contrast", "--report", str(report)]) == 0
    assert set(json.loads(capsys.readouterr().out)["ways"]) == {"contrast"}
    assert set(json.loads(report.read_text())["ways"]) == {"contrast"}


@pytest.mark.parametrize("name", [way.name for way in WAYS])
def test_pictures_are_the_same_for_the_same_seed_and_each_step_does_something(name, ferplus_folder):
    sample = read_samples(ferplus_folder)[3]
    plain = resized(load_picture(sample), SIDE)
    for step in way(name).steps:
        load = loader(way(name), step, 0)
        image = load(sample)
        assert np.array_equal(image, load(sample))
        assert image.dtype == np.uint8
        if step != "0" and image.shape == plain.shape:
            assert not np.array_equal(image, plain), step


def test_another_seed_is_another_picture(ferplus_folder):
    sample = read_samples(ferplus_folder)[0]
    one, other = (loader(way("noise"), "20", seed)(sample) for seed in (0, 1))
    assert not np.array_equal(one, other)


def test_a_head_is_turned_to_either_side(ferplus_folder):
    samples = read_samples(ferplus_folder)
    load = loader(way("roll"), "30", 0)
    sides = {
        sign
        for sample in samples
        for sign in (-30.0, 30.0)
        if np.array_equal(load(sample), tilted(resized(load_picture(sample), SIDE), sign))
    }
    assert sides == {-30.0, 30.0}


def test_turning_back_restores_the_middle(ferplus_folder):
    plain = resized(load_picture(read_samples(ferplus_folder)[0]), SIDE)
    back = turned_upright(tilted(plain, 30.0), 30.0)
    middle = np.s_[50:94, 50:94]
    assert np.abs(back[middle].astype(int) - plain[middle]).mean() < 4


def test_a_limit_takes_pictures_from_all_over():
    assert chosen(list(range(10)), 5) == [0, 2, 4, 6, 8]
    assert chosen(list(range(3)), 5) == [0, 1, 2]
    assert chosen(list(range(3)), None) == [0, 1, 2]


def test_a_folder_that_is_no_data_set_is_one_sentence(tmp_path, capsys):
    assert main(["--data", str(tmp_path), "--report", str(tmp_path / "r.json")]) == 1
    assert capsys.readouterr().err.count("\n") == 1
    assert not (tmp_path / "r.json").exists()
