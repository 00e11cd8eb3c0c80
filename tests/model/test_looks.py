"""Colour pictures and gray ones are measured apart."""

import numpy as np

from fer_desktop.evaluation.run import Answers
from model.looks import by_look

EYE = np.eye(8, dtype=np.float32)


def test_each_look_is_measured_by_itself():
    truth = np.array([2, 2, 5, 5])
    found = np.array([True, True, True, False])
    answers = Answers(EYE[[2, 5, 5, 5]], truth, found)
    looks = np.array([True, True, False, False])
    assert by_look(looks, answers) == {
        "colour": {"n": 2, "accuracy": 0.5},
        "gray": {"n": 2, "accuracy": 0.5},
    }
    assert set(by_look(np.zeros(4, bool), answers)) == {"gray"}
