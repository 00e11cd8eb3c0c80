"""What the window remembers: kept as a file, and never a reason to fail."""

from pathlib import Path

import pytest

from fer_desktop.system import paths, window_memory


def file():
    return paths.settings_file().with_name("window.json")


def test_a_value_is_kept_under_its_name():
    assert window_memory.recall("a") is None
    window_memory.remember("a", [1, "x"])
    window_memory.remember("b", {"c": True})
    assert (window_memory.recall("a"), window_memory.recall("b")) == ([1, "x"], {"c": True})


@pytest.mark.parametrize("content", [b"", b"[]", b"{", b"\xff", b"[" * 100_000])
def test_a_damaged_file_is_an_empty_one(content):
    file().write_bytes(content)
    assert window_memory.recall("a") is None
    assert window_memory.recent("files") == []
    window_memory.remember("a", 1)
    assert window_memory.recall("a") == 1


def test_what_cannot_be_written_is_forgotten(monkeypatch):
    monkeypatch.setattr(paths, "settings_file", lambda: Path("/nonexistent/settings.json"))
    window_memory.remember("a", 1)
    assert window_memory.recall("a") is None


def test_the_last_folder_or_the_usual_one_or_what_is_left_of_it(tmp_path):
    usual = tmp_path / "usual"
    usual.mkdir()
    assert window_memory.last_folder("pictures", usual) == usual
    assert window_memory.last_folder("pictures", usual / "not" / "made") == usual
    assert window_memory.last_folder("pictures") == Path.home()
    used = tmp_path / "used"
    used.mkdir()
    window_memory.use_folder("pictures", used)
    assert window_memory.last_folder("pictures", usual) == used
    assert window_memory.last_folder("videos", usual) == usual
    used.rmdir()
    assert window_memory.last_folder("pictures", usual) == tmp_path
    window_memory.use_folder("pictures", Path("/gone/for/good"))
    assert window_memory.last_folder("pictures", usual) == usual
    window_memory.remember("folders", {"pictures": 7})
    assert window_memory.last_folder("pictures", usual) == usual


def test_the_last_ones_opened_stand_first_and_once():
    for number in range(12):
        window_memory.note_recent("files", str(number))
    window_memory.note_recent("files", "5")
    found = window_memory.recent("files")
    assert found[:3] == ["5", "11", "10"]
    assert len(found) == len(set(found)) == window_memory.MOST_RECENT
    window_memory.forget_recent("files", "11")
    assert window_memory.recent("files")[:2] == ["5", "10"]
    window_memory.forget_recent("files")
    assert window_memory.recent("files") == []
    window_memory.remember("recent files", "x")
    assert window_memory.recent("files") == []
