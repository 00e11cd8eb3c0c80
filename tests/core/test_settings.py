"""Impossible settings are refused in words."""

import dataclasses

import pytest

from fer_desktop.core.errors import SettingsError
from fer_desktop.core.settings import Settings


def test_the_defaults_are_possible_and_frozen():
    settings = Settings()
    assert settings.engine == "litert", "TensorFlow is not needed to start"
    with pytest.raises(dataclasses.FrozenInstanceError):
        settings.mirror = False


@pytest.mark.parametrize(
    "values",
    [{"min_confidence": p} for p in (None, 0, 1, 0.5)]
    + [{name: s} for name in ("smoothing_s", "hold_s") for s in (0, 10)]
    + [{"engine": "keras"}, {"theme": "dark"}, {"theme": "light"}]
    + [{"detector": "yunet", "detector_model": "a.onnx"}, {"search": "fast"}]
    + [
        {"search": "thorough"},
        {"video_search": "fast"},
        {"smallest_face": 0},
        {"smallest_face": 0.5},
    ],
)
def test_possible_values_are_taken(values):
    settings = Settings(**values)
    assert {name: getattr(settings, name) for name in values} == values


NAN = float("nan")


@pytest.mark.parametrize(
    ("values", "named"),
    [({"min_confidence": p}, "confidence") for p in (-0.01, 1.01, NAN)]
    + [({name: s}, name) for name in ("smoothing_s", "hold_s") for s in (-0.1, 10.1, NAN)]
    + [({"smallest_face": p}, "smallest face") for p in (-0.1, 0.6, NAN)]
    + [({"engine": "torch"}, "litert, keras.*'torch'"), ({"theme": "pink"}, "dark.*'pink'")]
    + [({"detector": "dlib"}, "haar, yunet.*'dlib'"), ({"search": "slow"}, "balanced.*'slow'")],
)
def test_impossible_values_are_refused_by_name(values, named):
    with pytest.raises(SettingsError, match=named):
        Settings(**values)
