"""Rows of long inputs go through a file and come out the same; nothing of them stays."""

import os
import sys

import pytest

from fer_desktop.batch import scratch
from fer_desktop.batch.scratch import (
    Spill,
    read_pieces,
    remove_scratch,
    scratch_folder,
    scratch_path,
    spill_path,
)
from fer_desktop.core.errors import SettingsError

ODD = 'ä,"caf\udce9\r\n",\U0001f600\r\n\n'


@pytest.fixture
def small(monkeypatch):
    monkeypatch.setattr(scratch, "MOST_IN_MEMORY", 100)
    monkeypatch.setattr(scratch, "_PIECE", 7)


@pytest.mark.usefixtures("small")
def test_a_short_text_never_touches_the_disk(tmp_path):
    with Spill(tmp_path / "rows" / "a") as spill:
        spill.write("a" * 99)
        spill.write("b")
    assert (spill.text, spill.file) == ("a" * 99 + "b", None)
    assert not list(tmp_path.iterdir())


@pytest.mark.usefixtures("small")
def test_a_long_text_comes_back_in_pieces_as_it_was(tmp_path):
    with Spill(tmp_path / "rows" / "a") as spill:
        for _ in range(50):
            spill.write(ODD)
            assert len(spill.text) <= 100
    assert (spill.text, spill.file) == ("", tmp_path / "rows" / "a")
    pieces = list(read_pieces(spill.file))
    assert "".join(pieces) == ODD * 50
    assert max(map(len, pieces)) <= 7


@pytest.mark.usefixtures("small")
def test_without_a_file_any_text_stays_in_memory():
    with Spill(None) as spill:
        spill.write("a" * 1000)
    assert (len(spill.text), spill.file) == (1000, None)


@pytest.mark.usefixtures("small")
def test_a_place_that_cannot_be_written_is_a_sentence(tmp_path):
    (tmp_path / "rows").touch()
    with (
        pytest.raises(SettingsError, match=r"a: can't be written"),
        Spill(tmp_path / "rows" / "a") as spill,
    ):
        spill.write("a" * 1000)


def test_a_run_takes_its_own_files_away_and_no_others(tmp_path):
    output = tmp_path / "out.csv"
    with scratch_folder(output) as folder:
        assert folder == scratch_path(output)
        assert not folder.exists(), "it is made when it is needed"
        folder.mkdir()
        spill_path(folder, 3).touch()
        (folder / "notes.rows").touch()
    assert [path.name for path in folder.iterdir()] == ["notes.rows"]
    (folder / "notes.rows").unlink()
    remove_scratch(folder)
    assert not folder.exists()
    remove_scratch(folder)


def test_a_process_takes_only_its_own_away(tmp_path):
    own, other = spill_path(tmp_path, 1), tmp_path / f"2-{os.getpid() + 1}.rows"
    own.touch()
    other.touch()
    remove_scratch(tmp_path, os.getpid())
    assert list(tmp_path.iterdir()) == [other]


def test_without_a_place_beside_the_output_it_is_elsewhere_and_goes_away(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    (tmp_path / "out.csv.rows").touch()
    outputs = [None, tmp_path / "out.csv"]
    if sys.platform != "win32":
        (tmp_path / "device").symlink_to("/dev/null")
        outputs.append(tmp_path / "device")
    for output in outputs:
        before = set(tmp_path.iterdir())
        with scratch_folder(output) as folder:
            assert folder.name.startswith("fer-desktop-")
            spill_path(folder, 0).touch()
        assert set(tmp_path.iterdir()) == before


def test_without_a_folder_there_is_no_file():
    assert spill_path(None, 1) is None
