"""What `from fer_desktop import ...` gives: each name has an example, and all examples run."""

import doctest
import importlib
import pydoc
import shutil
from pathlib import Path

import cv2
import numpy as np
import pytest

import fer_desktop
from fer_desktop import Analyzer
from fer_desktop.system import paths

PAGE = Path(__file__).parents[2] / "docs" / "python.md"
DOCUMENTED = {
    "fer_desktop": fer_desktop,
    "Analyzer": Analyzer,
    "analyze": Analyzer.analyze,
    "analyze_crops": Analyzer.analyze_crops,
    "analyze_video": Analyzer.analyze_video,
    "analyze_live": Analyzer.analyze_live,
    "draw": fer_desktop.draw,
    "to_pandas": fer_desktop.to_pandas,
    "BoundingBox": fer_desktop.BoundingBox,
    "Expression": fer_desktop.Expression,
    "Face": fer_desktop.Face,
    "Frame": fer_desktop.Frame,
    "LiveOutput": fer_desktop.LiveOutput,
}


@pytest.fixture
def beside(tmp_path, monkeypatch):
    """Run in a folder with the picture and the video of the examples."""
    shutil.copy(paths.demo_picture(), tmp_path / "astronaut.jpg")
    image = cv2.imread(str(paths.demo_picture()))[:320, 40:360]
    writer = cv2.VideoWriter(
        str(tmp_path / "clip.mp4"), cv2.CAP_FFMPEG, cv2.VideoWriter.fourcc(*"mp4v"), 15, (320, 320)
    )
    for _ in range(10):
        writer.write(np.ascontiguousarray(image))
    writer.release()
    monkeypatch.chdir(tmp_path)


def test_the_page_runs_and_has_every_name(beside):
    pytest.importorskip("pandas", reason="the extra 'exports' is not installed")
    failed, n_tried = doctest.testfile(str(PAGE), module_relative=False)
    assert (failed, n_tried > 30) == (0, True)
    text = PAGE.read_text(encoding="utf-8")
    assert [name for name in fer_desktop.__all__ if name not in text] == []


@pytest.mark.parametrize("name", DOCUMENTED)
def test_the_example_of_a_name_runs(beside, name):
    pytest.importorskip("pandas", reason="the extra 'exports' is not installed")
    if name == "LiveOutput":
        for package in ("pythonosc", "websockets"):
            pytest.importorskip(package, reason="the extra 'live' is not installed")
    one = DOCUMENTED[name]
    module = importlib.import_module(getattr(one, "__module__", "fer_desktop"))
    tests = doctest.DocTestFinder(recurse=False).find(one, name, globs=dict(vars(module)))
    assert sum(len(each.examples) for each in tests) > 0
    runner = doctest.DocTestRunner()
    for each in tests:
        each.globs["Analyzer"] = Analyzer
        assert runner.run(each).failed == 0


def test_help_reads_well():
    text = pydoc.plain(pydoc.render_doc(fer_desktop))
    for words in ("class Analyzer", "draw(", "to_supervision(", "class RecognizedFace", "LABELS ="):
        assert words in text, words
    assert set(fer_desktop.__all__) <= set(dir(fer_desktop))
    assert "importlib" not in fer_desktop.__all__


def test_every_error_can_be_imported():
    from fer_desktop.core import errors

    kinds = [one for one in vars(errors).values() if isinstance(one, type)]
    assert {one.__name__ for one in kinds if issubclass(one, Exception)} == {
        name for name in fer_desktop.__all__ if name.endswith("Error")
    }
