"""A folder in the temporary folder is this user's alone, whoever came first."""

import os
import stat
import tempfile
from types import SimpleNamespace

import pytest

from fer_desktop.system import folders, paths
from fer_desktop.system.folders import is_own, private_folder

POSIX = pytest.mark.skipif(os.name != "posix", reason="POSIX owners")


@pytest.fixture(autouse=True)
def temporary(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    folders._private.cache_clear()
    return tmp_path


def usual(temporary):
    return temporary / (f"x-{os.getuid()}" if os.name == "posix" else "x")


def test_it_is_the_same_each_time_and_closed_to_others(temporary):
    folder = private_folder("x")
    assert folder == usual(temporary)
    folders._private.cache_clear()
    assert private_folder("x") == folder
    if os.name == "posix":
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


@POSIX
@pytest.mark.parametrize("what", ["open", "file", "link", "pipe"])
def test_what_somebody_else_put_there_is_passed_over(temporary, what):
    there = usual(temporary)
    if what == "open":
        there.mkdir(mode=0o777)
        there.chmod(0o777)
    elif what == "file":
        there.touch()
    elif what == "pipe":
        os.mkfifo(there)
    else:
        (temporary / "elsewhere").mkdir(mode=0o700)
        there.symlink_to(temporary / "elsewhere")
    folder = private_folder("x")
    assert folder != there
    assert is_own(folder)
    assert private_folder("x") == folder
    (temporary / "file").touch()
    assert is_own(paths._writable(temporary / "file" / "config"))


@POSIX
def test_so_is_a_folder_of_somebody_else(temporary, monkeypatch):
    there = usual(temporary)
    there.mkdir(mode=0o700)
    real = there.lstat()
    foreign = SimpleNamespace(st_mode=real.st_mode, st_uid=real.st_uid + 1)
    monkeypatch.setattr(type(there), "lstat", lambda self: foreign)
    assert not is_own(there)
