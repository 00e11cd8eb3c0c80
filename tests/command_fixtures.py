"""Fixtures of the commands: an analyzer without a model, and a session's folder."""

import json

import pytest

from fer_desktop.batch import exportable
from fer_desktop.core.errors import ImageError
from fer_desktop.core.geometry import BoundingBox
from fer_desktop.core.types import AnalyzedFrame, Expression, Face, Frame, RecognizedFace
from tests.fakes import FixedClassifier, picture, probabilities
from tests.sessions.test_row_reader import some_rows
from tests.sessions.test_row_reader import write as write_rows

SESSION = {"schema": 1, "kind": "fer-desktop session", "state": "ended", "id": "a"}


class FakeAnalyzer:
    """Gives a frame with a face for a picture, two for a video; files named bad can't be read."""

    n_made = 0

    def __init__(self, settings):
        FakeAnalyzer.n_made += 1
        self.classifier = FixedClassifier()

    def frames(self, item, every=1):
        for index in range(1 if item.kind == "image" else 2):
            if index == 1 - (item.kind == "image") and "bad" in item.path:
                raise ImageError(f"{item.path}: bad.")
            box = BoundingBox(1, 2, 30, 40)
            raw = Expression(probabilities("fear"))
            face = RecognizedFace(Face(box, 0.9), raw, raw)
            yield AnalyzedFrame(Frame(picture(), index * every, index / 10), (face,))


@pytest.fixture
def fake_analyzer(monkeypatch):
    """Put the fake in the place of the model."""
    FakeAnalyzer.n_made = 0
    monkeypatch.setattr(exportable, "FileAnalyzer", FakeAnalyzer)
    return FakeAnalyzer


@pytest.fixture
def session_folder(tmp_path):
    """Return the folder of a session."""
    folder = tmp_path / "2026-11-25 14-03-22"
    folder.mkdir()
    write_rows(folder / "faces.csv", some_rows())
    (folder / "session.json").write_text(json.dumps(SESSION), encoding="utf-8")
    return folder
