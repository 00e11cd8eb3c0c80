"""Files are written whole or not at all, through no foreign link, and leave nothing behind."""

import errno
import os
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from fer_desktop.system import files
from fer_desktop.system.files import Draft, drafts_of, open_new, remove_drafts, write_bytes

POSIX = pytest.mark.skipif(os.name != "posix", reason="POSIX files")


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_there_when_it_is_committed_and_not_before(tmp_path):
    target = tmp_path / "a.txt"
    with Draft(target) as draft:
        draft.path.write_text("new")
        assert not target.exists()
        assert draft.path.parent == tmp_path
        assert draft.path.suffix == ".txt"
        draft.commit()
    assert names(tmp_path) == ["a.txt"]
    assert target.read_text() == "new"


@POSIX
def test_what_takes_a_name_is_on_the_disk_before_and_its_name_after(tmp_path, monkeypatch):
    """So that a power cut leaves the old file or the new one, and never an empty one."""
    steps, real = [], os.replace

    def sync(descriptor):
        is_folder = stat.S_ISDIR(os.fstat(descriptor).st_mode)
        steps.append("names" if is_folder else "content")

    def replace(old, new):
        steps.append("named")
        real(old, new)

    monkeypatch.setattr(os, "fsync", sync)
    monkeypatch.setattr(os, "replace", replace)
    write_bytes(tmp_path / "a.txt", b"new")
    assert steps == ["content", "named", "names"]


def test_what_breaks_off_leaves_the_old_file_and_nothing_else(tmp_path):
    target = tmp_path / "a.txt"
    target.write_text("old")

    def broken():
        with Draft(target) as draft:
            draft.path.write_text("half")
            raise KeyError

    with pytest.raises(KeyError):
        broken()
    assert names(tmp_path) == ["a.txt"]
    assert target.read_text() == "old"


def test_two_drafts_of_one_file_do_not_meet(tmp_path):
    with Draft(tmp_path / "a") as one, Draft(tmp_path / "a") as other:
        assert one.path != other.path
        one.path.write_text("one")
        other.path.write_text("other")
        other.commit()
        one.commit()
    assert (tmp_path / "a").read_text() == "one"
    assert names(tmp_path) == ["a"]


@pytest.mark.parametrize("length", [1, 200, 250])
def test_a_long_name_has_a_draft_too(tmp_path, length):
    target = tmp_path / ("ä" * (length // 2) + "b" * (length % 2) + ".csv")
    write_bytes(target, b"x")
    assert names(tmp_path) == [target.name]


@POSIX
def test_permissions_are_kept(tmp_path):
    target = tmp_path / "a"
    target.touch()
    target.chmod(0o640)
    write_bytes(target, b"x")
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


@POSIX
def test_a_link_is_replaced_and_one_that_the_user_named_is_followed(tmp_path):
    real, link = tmp_path / "real", tmp_path / "link"
    real.write_bytes(b"old")
    link.symlink_to(real)
    write_bytes(link, b"chosen", chosen=True)
    assert link.is_symlink()
    assert real.read_bytes() == b"chosen"
    write_bytes(link, b"not chosen")
    assert not link.is_symlink()
    assert (real.read_bytes(), link.read_bytes()) == (b"chosen", b"not chosen")


@POSIX
def test_a_link_to_nothing_is_no_free_place(tmp_path):
    (tmp_path / "link").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(FileExistsError):
        open_new(tmp_path / "link")
    assert not (tmp_path / "elsewhere").exists()


@POSIX
def test_a_pipe_that_the_user_named_is_written_into(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    got = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()))
    reader.start()
    write_bytes(pipe, b"rows", chosen=True)
    reader.join(10)
    assert got == [b"rows"]
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    write_bytes(Path(os.devnull), b"rows", chosen=True)
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)


def test_a_folder_is_never_replaced(tmp_path):
    (tmp_path / "a").mkdir()
    with pytest.raises(IsADirectoryError):
        Draft(tmp_path / "a")
    assert names(tmp_path) == ["a"]


def busy(times):
    """Return a `Path.replace` that fails so often as Windows does while somebody reads."""
    real, left = Path.replace, [times]

    def replace(source, target):
        if left[0]:
            left[0] -= 1
            error = PermissionError(errno.EACCES, "in use")
            error.winerror = 32
            raise error
        real(source, target)

    return replace


def test_somebody_who_reads_is_waited_for_but_not_for_ever(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "_PAUSE_S", 0)
    monkeypatch.setattr(Path, "replace", busy(5))
    write_bytes(tmp_path / "a", b"x")
    assert (tmp_path / "a").read_bytes() == b"x"
    monkeypatch.setattr(Path, "replace", busy(1000))
    with pytest.raises(PermissionError):
        write_bytes(tmp_path / "a", b"y")
    assert (tmp_path / "a").read_bytes() == b"x"
    assert names(tmp_path) == ["a"]


def test_what_a_kill_leaves_is_found_again_by_its_process(tmp_path):
    one, other = Draft(tmp_path / "a[1].mp4"), Draft(tmp_path / "b.mp4")
    (tmp_path / "a[1].part.mp4").touch()  # the user's
    assert list(drafts_of(tmp_path / "a[1].mp4")) == [one.path]
    remove_drafts(tmp_path / "a[1].mp4", os.getpid() + 1)
    assert one.path.exists()
    remove_drafts(tmp_path / "a[1].mp4", os.getpid())
    assert names(tmp_path) == sorted(["a[1].part.mp4", other.path.name])
    assert not list(drafts_of(tmp_path / "no" / "folder"))


FULL = """
import resource, signal, sys
from pathlib import Path
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))
from fer_desktop.sessions.exclusions import Exclusion
from fer_desktop.core.settings import Settings
from fer_desktop.core.errors import FerError
from fer_desktop.system.settings_store import save_settings
from fer_desktop.batch.journal import Journal, Mark, Output
from fer_desktop.sessions.exclusion_file import write_exclusions
folder = Path(sys.argv[1])
save_settings(folder / "settings.json", Settings())
for write in (
    lambda: write_exclusions(folder, [Exclusion(1, 2, "x" * 200)]),
    lambda: Journal(Output(folder / "out.csv"), {"run": "x" * 200}, Mark()),
):
    try:
        write()
    except (FerError, OSError) as error:
        print(error)
"""


@POSIX
def test_a_full_disk_leaves_no_draft(tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", FULL, tmp_path], capture_output=True, text=True, check=True
    )
    assert len(done.stdout.splitlines()) == 2
    assert names(tmp_path) in (["out.csv"], [])


def test_every_error_has_words():
    assert files.reason(OSError(errno.ENOSPC, "No space left on device")).startswith("No space")
    assert files.reason(OSError("told by a library")) == "told by a library"
