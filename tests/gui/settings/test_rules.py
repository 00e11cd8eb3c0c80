"""Choices that can't work together, and those that can."""

import pytest

from fer_desktop.core.settings import Settings
from fer_desktop.gui.settings.rules import problems_of


def test_the_defaults_can_work():
    assert problems_of(Settings()) == {}


def test_yunet_needs_a_file_that_is_there(tmp_path):
    file = tmp_path / "yunet.onnx"
    wanted = Settings(detector="yunet", detector_model=str(file))
    assert set(problems_of(Settings(detector="yunet"))) == {"detector", "detector_model"}
    assert problems_of(wanted)["detector_model"] == "There is no such file."
    file.write_bytes(b"")
    assert problems_of(wanted) == {}


@pytest.mark.parametrize("file", ["x" * 9999, "a\0b", "/none"])
def test_a_file_that_is_not_there_is_told_without_yunet_too(file):
    assert set(problems_of(Settings(detector_model=file))) == {"detector_model"}


def test_the_folder_for_snapshots(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    for folder in ("", str(tmp_path), str(tmp_path / "new")):
        assert problems_of(Settings(snapshot_folder=folder)) == {}
    for folder in ("pictures", str(tmp_path / "file")):
        assert set(problems_of(Settings(snapshot_folder=folder))) == {"snapshot_folder"}
