import numpy as np
import pytest

from fer_desktop.core.errors import DataError
from fer_desktop.core.labels import INDEX
from fer_desktop.evaluation.datasets import Sample
from model.rendered.fitting import Fit
from model.rendered.portraits import is_good, neutral_samples, portraits

GOOD = Fit(np.eye(2, 3, dtype=np.float32), 0.9, 0.9, np.zeros((3, 2), np.float32), 0.2)


class OneFit:
    """Says the same of every picture."""

    def __init__(self, fit):
        self.found = fit

    def fit(self, _gray):
        return self.found


class Sure:
    """A network that calls everything neutral."""

    def __init__(self, spec, share):
        self.spec, self.share = spec, share

    def classify(self, _chips):
        row = np.full((1, 8), (1 - self.share) / 7, np.float32)
        row[0, INDEX["neutral"]] = self.share
        return row


def found(fit, share, samples):
    from fer_desktop.core.settings import Settings
    from fer_desktop.vision import assembly

    spec = assembly.model_spec(Settings())
    rng = np.random.default_rng(0)
    return list(portraits(samples, OneFit(fit), Sure(spec, share), rng))


@pytest.fixture
def samples(tmp_path):
    target = np.eye(8, dtype=np.float32)[INDEX["neutral"]]
    pixels = np.full((48, 48), 90, np.uint8)
    return [
        Sample(tmp_path / f"a_{i:04}.png", INDEX["neutral"], target, person, pixels)
        for i, person in enumerate(["a"] * 5 + [""] * 5)
    ]


def test_only_training_parts_give_faces(ferplus_folder, legend_folder):
    chosen = neutral_samples([ferplus_folder, legend_folder])
    assert {sample.label for sample in chosen} == {INDEX["neutral"]}
    assert not any("FER2013Valid" in str(sample.path) for sample in chosen)


def test_class_folders_have_no_training_part(tmp_path):
    (tmp_path / "neutral").mkdir()
    with pytest.raises(DataError, match="no training part"):
        neutral_samples([tmp_path])


def test_nobody_is_taken_too_often(samples):
    names = [portrait.name for portrait in found(GOOD, 0.95, samples)]
    assert len(names) == 3 + 5


def test_what_the_network_does_not_call_neutral_is_left_out(samples):
    assert not found(GOOD, 0.8, samples)


@pytest.mark.parametrize(
    "change",
    [
        {"score": 0.5},
        {"part_score": 0.3},
        {"gap": 2.0},
        {"matrix": np.array([[0.7, 0.7, 0], [-0.7, 0.7, 0]], np.float32)},
    ],
)
def test_bad_fits_are_left_out(change):
    assert is_good(GOOD)
    assert not is_good(Fit(**{**vars(GOOD), **change}))
