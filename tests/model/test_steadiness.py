"""Steadiness: the real live chain on still faces and on changes, and how both are counted."""

import json
from pathlib import Path

import cv2
import numpy as np
import pytest

from fer_desktop.core.labels import INDEX, LABELS, N_LABELS
from fer_desktop.core.settings import Settings
from fer_desktop.evaluation.datasets import Sample, read_samples
from fer_desktop.evaluation.pictures import load_picture
from fer_desktop.vision import assembly
from model import steadiness
from model.noisy_camera import framed, noisy_frames
from model.steadiness import (
    main,
    measure_reaction,
    pairs,
    spread,
    still_figures,
)
from model.sureness import Judge
from model.watching import calm_of, watch
from tests.model.test_watching import shown

SEED = Settings(model="seed")


def sample(label, name, person=""):
    return Sample(
        Path(name), INDEX[label], np.eye(N_LABELS, dtype=np.float32)[INDEX[label]], person
    )


# --- figures

A, B = (1, "anger"), (1, "neutral")


def test_figures_of_still_faces_leave_out_those_that_were_never_found():
    found = [calm_of(str(n), shown(A, *[B, A] * n)) for n in range(4)] + [calm_of("n", shown(None))]
    figures = still_figures(found)
    assert (figures["n"], figures["not_found"]) == (5, 1)
    assert figures["at_most_one_change"] == 0.25
    assert figures["changes"] == {"median": 4, "p95": 6, "max": 6}
    assert [face["name"] for face in figures["faces"]] == ["0", "1", "2", "3", "n"]


# --- choosing


def test_the_first_samples_hold_every_class_and_do_not_hang_on_the_order():
    samples = [sample("neutral", f"n{n}.jpg") for n in range(20)]
    samples += [sample("fear", "f.jpg"), sample("anger", "a1.jpg"), sample("anger", "a2.jpg")]
    first = spread(samples)
    assert {LABELS[s.label] for s in first[:3]} == {"anger", "fear", "neutral"}
    assert [LABELS[s.label] for s in first[3:6]] == ["anger", "neutral", "neutral"]
    assert [s.path for s in spread(samples[::-1])] == [s.path for s in first]
    assert len(first) == len(samples)


def test_pairs_are_of_one_person_as_long_as_there_are_such_and_then_of_anybody():
    samples = [
        sample("neutral", "a1.jpg", "a"),
        sample("happiness", "a2.jpg", "a"),
        sample("neutral", "b1.jpg", "b"),
        sample("happiness", "b2.jpg", "b"),
        sample("sadness", "b3.jpg", "b"),
        sample("neutral", "c1.jpg", "c"),
        sample("anger", "d1.jpg", "d"),
        sample("anger", "d2.jpg", "d"),
    ]
    found = pairs(samples, lambda s: True, 10)
    assert all(before.label != after.label for before, after in found)
    assert sorted(before.person for before, after in found[:2]) == ["a", "b"]
    assert all(before.person == after.person for before, after in found[:2])
    names = [s.path.name for pair in found for s in pair]
    assert len(names) == len(set(names))
    assert len(found) == 4  # what is left of b, c and d gives two more
    assert pairs(samples, lambda s: True, 1) == found[:1]
    assert pairs(samples, lambda s: True, 0) == []


def test_only_pictures_that_the_network_is_sure_of_are_paired():
    samples = [
        sample("neutral", "a1.jpg", "a"),
        sample("happiness", "a2.jpg", "a"),
        sample("happiness", "a3.jpg", "a"),
    ]
    ((before, after),) = pairs(samples, lambda s: s.path.name != "a2.jpg", 5)
    assert {before.path.name, after.path.name} == {"a1.jpg", "a3.jpg"}
    assert pairs(samples, lambda s: s.path.name != "a1.jpg", 5) == []


# --- the real chain


@pytest.fixture(scope="session")
def face(astronaut):
    """Return the portrait's head, so that it fills a frame as the labelled faces do."""
    return framed(np.ascontiguousarray(astronaut[60:170, 170:280]))


def test_the_shown_label_of_a_still_face_stays(face):
    values = list(watch(assembly.live_analyzer(SEED), noisy_frames([(3.0, face)])))
    calm = calm_of("astronaut", values)
    assert len(values) == 90
    assert calm.seen == 1.0
    assert calm.changes <= 1
    assert calm.labels[-1] == "happiness"


@pytest.fixture(scope="session")
def changing(datasets):
    """Return a person's two pictures that the network names surely, as frames, and the label."""
    samples = read_samples(datasets / "facial_expressions")
    ((before, after),) = pairs(samples, Judge(SEED).is_sure, 1)
    return framed(load_picture(before)), framed(load_picture(after)), LABELS[after.label]


@pytest.mark.data
@pytest.mark.parametrize("rate", [10, 15, 30])
def test_a_true_change_of_expression_shows_within_04_s(changing, rate, monkeypatch):
    monkeypatch.setattr(steadiness, "BEFORE_S", 1.0)
    before, after, label = changing
    seconds = measure_reaction(SEED, before, after, label, rate=rate)
    assert 0 < seconds <= 0.4 + 1e-9


def test_the_command_prints_and_reports(astronaut, tmp_path, capsys):
    folder = tmp_path / "data" / "happiness"
    folder.mkdir(parents=True)
    cv2.imwrite(str(folder / "head.png"), astronaut[60:170, 170:280])
    cv2.imwrite(str(folder / "none.png"), np.full((100, 100, 3), 90, np.uint8))
    cv2.imwrite(str(tmp_path / "whole.png"), astronaut)
    report = tmp_path / "r.json"
    arguments = ["--data", str(tmp_path / "data"), "--picture", str(tmp_path / "whole.png")]
    arguments += ["--model", "seed", "--seconds", "0.2", "--report", str(report)]
    assert main(arguments) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["model"], found["data"], found["seconds"]) == ("seed", "data", 0.2)
    still = found["still"]
    assert (still["n"], still["not_found"], still["at_most_one_change"]) == (3, 1, 1.0)
    names = [face["name"] for face in still["faces"]]
    assert names[0] == "whole.png"
    assert set(names[1:]) == {"head.png: happiness", "none.png: happiness"}
    assert found["pairs"] == []  # one expression alone does not change
    assert (found["quick"], found["talking_changes"]) == ({}, {})
    assert set(found["talking"]) == {"30", "10"}
    talking = found["talking"]["10"]
    assert talking["n"] >= 1
    assert talking["faces"][0]["name"] == "whole.png"
    assert talking["changes_a_minute"]["mean"] >= 0
    assert json.loads(report.read_text())["measured"]["date"]


def test_the_command_needs_something_to_look_at(capsys, tmp_path):
    assert main([]) == 2
    assert "--data" in capsys.readouterr().err
    assert main(["--data", str(tmp_path / "nowhere")]) == 1
    assert "nowhere" in capsys.readouterr().err
