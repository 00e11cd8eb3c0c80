"""Baselines are chosen on other persons than they are measured on, and one picture is left out."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from fer_desktop.core.baseline import LEAST, STRENGTH, TYPICAL
from fer_desktop.core.errors import DataError
from fer_desktop.core.labels import INDEX, N_LABELS
from fer_desktop.evaluation.datasets import Sample, read_samples
from fer_desktop.evaluation.run import Answers
from model import baseline
from model.baseline import (
    NEUTRAL,
    REPORT,
    Choice,
    Trial,
    choose,
    choosing_samples,
    compare_trials,
    helped,
    loss_of,
    losses_by_strength,
    main,
    trials,
    with_strangers,
)
from model.reports import read_report
from tests.fakes import probabilities


def sample(person, number, label):
    target = np.eye(N_LABELS, dtype=np.float32)[INDEX[label]]
    return Sample(Path(f"{person}_{number:04}.jpg"), INDEX[label], target, person)


def test_the_neutral_picture_of_a_trial_is_not_scored():
    samples = [
        sample("a", 1, "neutral"),
        sample("a", 2, "happiness"),
        sample("b", 1, "happiness"),  # has no neutral picture
        sample("b", 2, "happiness"),
        sample("c", 1, "neutral"),  # has no other picture
        sample("a", 3, "neutral"),
        sample("d", 1, "sadness"),
        sample("d", 2, "neutral"),
    ]
    found = trials(samples)
    assert [trial.person for trial in found] == ["a", "d"]
    assert found[1] == Trial("d", 7, (6,))
    first = found[0]
    assert first.baseline in (0, 5)
    assert sorted((first.baseline, *first.others)) == [0, 1, 5]


def test_in_turn_each_neutral_picture_is_the_baseline():
    samples = [sample("a", number, "neutral") for number in range(4)]
    found = trials(samples, 3)
    assert len({trial.baseline for trial in found}) == len(found) == 3
    assert trials(samples) == found[:1]
    turned = trials(samples[::-1])[0]
    assert samples[::-1][turned.baseline].path == samples[found[0].baseline].path


def test_a_stranger_s_picture_is_another_person_s():
    own = [Trial("a", 0, (1,)), Trial("b", 2, (3,)), Trial("c", 4, (5,))]
    assert with_strangers(own) == [Trial("a", 2, (1,)), Trial("b", 4, (3,)), Trial("c", 0, (5,))]


def looks_sad(n_persons):
    """Return persons of whom each second looks sad when neutral: rows, truth, trials."""
    sad = probabilities("sadness", 0.5)
    sad[[NEUTRAL, INDEX["fear"]]] += [0.3, -0.02]
    sad /= sad.sum()
    rows, truth, found = [], [], []
    for number in range(n_persons):
        own = probabilities("neutral", 0.95) if number % 2 else sad
        rows += [own, own, probabilities("happiness", 0.8)]
        truth += [NEUTRAL, NEUTRAL, INDEX["happiness"]]
        found.append(Trial(str(number), 3 * number, (3 * number + 1, 3 * number + 2)))
    return np.stack(rows).astype(np.float32), np.array(truth), found


def test_the_gentlest_that_helps_is_chosen_and_better_afterwards():
    rows, truth, found = looks_sad(20)
    neutral = rows[truth == NEUTRAL]
    choice = choose(neutral)
    misread = neutral[neutral.argmax(axis=1) != NEUTRAL]
    assert helped(choice, misread) == 1
    gentler = baseline.STRENGTHS[baseline.STRENGTHS.index(choice.strength) - 1]
    assert choice.strength > 0
    assert helped(replace(choice, strength=gentler, least=0.0), misread) == 0
    compared = compare_trials(choice, rows, truth, found)
    assert compared["before"]["neutral_recall"] == 0.5
    assert compared["after"]["neutral_recall"] == 1
    assert compared["after"]["expressive_as_neutral"] == 0
    assert compared["difference"]["log_loss"]["interval"][1] < 0


def test_where_nobody_is_misread_nothing_is_corrected():
    neutral = np.stack([probabilities("neutral", 0.9)] * 3)
    assert choose(neutral).strength == 0
    assert helped(choose(neutral), neutral[:0]) is None


def test_where_nothing_helps_the_strongest_is_chosen():
    choice = choose(np.stack([probabilities("anger", 1.0)] * 3))
    assert (choice.strength, choice.least) == (1.0, min(baseline.LEAST_FACTORS))


def test_no_strength_changes_nothing():
    rows, _, _ = looks_sad(4)
    choice = Choice(rows[3], 0.0, 0.2)
    assert choice.apply(rows, rows[0]) == pytest.approx(rows, abs=1e-6)


def test_neutral_and_other_pictures_weigh_alike_in_the_choice():
    rows = np.stack([probabilities("neutral", 0.5), *[probabilities("neutral", 0.9)] * 9])
    rows = np.concatenate([rows, [probabilities("happiness", 0.6)]])
    truth = np.array([*[NEUTRAL] * 10, INDEX["happiness"]])
    found = [Trial("a", 0, (1, 2, 3, 10)), Trial("b", 0, (4, 5)), Trial("c", 0, (6,))]
    loss = loss_of(Choice(rows[0], 0.0, 0.2), rows, truth, found)
    assert loss == pytest.approx(-(np.log(0.9) + np.log(0.6)) / 2, rel=1e-4)


def test_the_report_tells_what_each_strength_costs():
    rows, truth, found = looks_sad(4)
    answers = Answers(rows, truth, np.ones(len(rows), bool))
    losses = losses_by_strength(Choice(rows[3], 0.3, 0.2), answers, found)
    assert losses["0"] == loss_of(Choice(rows[3], 0.0, 0.2), rows, truth, found)
    assert losses["0.3"] == loss_of(Choice(rows[3], 0.3, 0.2), rows, truth, found) < losses["0"]


def test_the_program_uses_what_was_chosen():
    chosen = read_report(REPORT)["chosen"]
    assert (chosen["strength"], chosen["least"]) == (STRENGTH, LEAST)
    assert chosen["typical"] == list(TYPICAL)


@pytest.mark.data
def test_nobody_is_chosen_on_who_is_known(datasets):
    root = datasets / "facial_expressions"
    persons = {s.person for s in choosing_samples(root)}
    assert len(persons) > 100
    for split in ("common-train", "person-test"):
        assert not persons & {s.person for s in read_samples(root, "legend", split)}


def test_the_command_prints_and_reports(legend_folder, tmp_path, capsys):
    report = tmp_path / "r.json"
    arguments = ["--data", str(legend_folder), "--model", "seed", "--report", str(report)]
    assert main(arguments) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["model"], found["live"], found["measured_on"]) == ("seed", True, "person-test")
    measured = read_samples(legend_folder, "legend", "person-test")
    assert found["own"]["persons"] == found["own"]["pictures"] == len(measured) / 2
    assert found["own"]["classes"]["happiness"] == found["own"]["persons"]
    assert found["own"]["before"] == found["stranger"]["before"]
    assert (found["itself"]["helped"] is None) == (found["itself"]["pictures"] == 0)
    assert sum(found["chosen"]["typical"]) == pytest.approx(1, abs=1e-3)
    assert set(found["chosen"]["log_loss"]) == {f"{s:g}" for s in baseline.STRENGTHS}
    assert json.loads(report.read_text())["measured"]["date"]


def test_the_command_needs_something_to_do(capsys, tmp_path):
    assert main([]) == 2
    assert "--data" in capsys.readouterr().err
    assert main(["--data", str(tmp_path / "nowhere")]) == 1
    assert "nowhere" in capsys.readouterr().err


def test_nobody_to_measure_on_is_one_sentence(legend_folder, monkeypatch, capsys):
    monkeypatch.setattr(baseline, "choosing_samples", lambda _: [])
    assert main(["--data", str(legend_folder), "--model", "seed"]) == 1
    error = capsys.readouterr().err
    assert "Choosing" in error
    assert error.count("\n") == 1


def test_nobody_is_a_data_error(legend_folder, monkeypatch, seed_classifier):
    monkeypatch.setattr(baseline, "trials", lambda *_: [])
    with pytest.raises(DataError, match="nobody"):
        baseline.measure(legend_folder, seed_classifier)
