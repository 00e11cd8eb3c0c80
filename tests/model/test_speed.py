"""The times of a face are taken turn by turn, and the report holds them."""

import json
import os

import numpy as np
import pytest

from fer_desktop.core.settings import Settings
from fer_desktop.vision import assembly
from fer_desktop.vision.recognition.classifier import Classifier
from model import speed
from model.speed import WARMING_UP, face_calls, main, milliseconds


def test_median_and_tail_leave_out_the_warming_up():
    now = 0.0
    durations = iter([1.0] * WARMING_UP + [0.001, 0.002, 0.002, 0.002, 0.012])

    def call():
        nonlocal now
        now += next(durations)

    times = milliseconds({"a": call}, 5, lambda: now)
    assert times == {"a": {"median_ms": 2.0, "p95_ms": 10.0}}


def test_models_take_turns():
    order = []
    calls = {name: (lambda name=name: order.append(name)) for name in "ab"}
    milliseconds(calls, 3, lambda: 0.0)
    assert order == ["a", "b"] * (WARMING_UP + 3)


def test_a_picture_is_answered_on_both_sides_and_live_on_one():
    spec, seen = assembly.model_spec(Settings(model="se-resnet")), []

    class Counting:
        def run(self, chips):
            seen.append(len(chips))
            return np.full((len(chips), 8), 0.125, np.float32)

    calls = face_calls(Classifier(spec, Counting(), "litert"))
    calls[speed.LIVE]()
    calls[speed.PICTURE]()
    assert seen == [1, 2]


def test_the_command_writes_what_it_prints(tmp_path, capsys, kept_affinity):
    report = tmp_path / "speed.json"
    assert main(["--rounds", "2", "--report", str(report)]) == 0
    printed, written = json.loads(capsys.readouterr().out), json.loads(report.read_text())
    assert set(printed["models"]) == {"se-resnet", "seed"}
    assert {key: written[key] for key in printed} == printed
    assert written["measured"]["processor"]
    if hasattr(os, "sched_getaffinity"):
        assert printed["one_core"]
        assert len(os.sched_getaffinity(0)) == 1


def test_an_unknown_model_is_one_sentence(capsys, kept_affinity):
    assert main(["--model", "missing"]) == 1
    assert capsys.readouterr().err.count("\n") == 1


@pytest.fixture
def kept_affinity():
    """Give this process its cores back."""
    if not hasattr(os, "sched_getaffinity"):
        yield
        return
    cores = os.sched_getaffinity(0)
    yield
    os.sched_setaffinity(0, cores)
