"""What the window remembers: kept as a file, and never a reason to fail."""

from pathlib import Path

import pytest

from fer_desktop.app import memory, paths


def file():
    return paths.settings_file().with_name("window.json")


def test_a_value_is_kept_under_its_name():
    assert memory.recall("a") is None
    memory.remember("a", [1, "x"])
    memory.remember("b", {"c": True})
    assert (memory.recall("a"), memory.recall("b")) == ([1, "x"], {"c": True})


@pytest.mark.parametrize("content", [b"", b"[]", b"{", b"\xff", b"[" * 100_000])
def test_a_damaged_file_is_an_empty_one(content):
    file().write_bytes(content)
    assert memory.recall("a") is None
    assert memory.recent("files") == []
    memory.remember("a", 1)
    assert memory.recall("a") == 1


def test_what_cannot_be_written_is_forgotten(monkeypatch):
    monkeypatch.setattr(paths, "settings_file", lambda: Path("/nonexistent/settings.json"))
    memory.remember("a", 1)
    assert memory.recall("a") is None


def test_the_last_folder_or_the_usual_one_or_what_is_left_of_it(tmp_path):
    usual = tmp_path / "usual"
    usual.mkdir()
    assert memory.last_folder("pictures", usual) == usual
    assert memory.last_folder("pictures", usual / "not" / "made") == usual
    assert memory.last_folder("pictures") == Path.home()
    used = tmp_path / "used"
    used.mkdir()
    memory.use_folder("pictures", used)
    assert memory.last_folder("pictures", usual) == used
    assert memory.last_folder("videos", usual) == usual
    used.rmdir()
    assert memory.last_folder("pictures", usual) == tmp_path
    memory.use_folder("pictures", Path("/gone/for/good"))
    assert memory.last_folder("pictures", usual) == usual
    memory.remember("folders", {"pictures": 7})
    assert memory.last_folder("pictures", usual) == usual


def test_the_last_ones_opened_stand_first_and_once():
    for number in range(12):
        memory.note_recent("files", str(number))
    memory.note_recent("files", "5")
    found = memory.recent("files")
    assert found[:3] == ["5", "11", "10"]
    assert len(found) == len(set(found)) == memory.MOST_RECENT
    memory.forget_recent("files", "11")
    assert memory.recent("files")[:2] == ["5", "10"]
    memory.forget_recent("files")
    assert memory.recent("files") == []
    memory.remember("recent files", "x")
    assert memory.recent("files") == []
