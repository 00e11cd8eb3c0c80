"""Files of strangers: ordinary ones, of a bounded size, inside their folder."""

import os

import pytest

from fer_desktop.system.reading import is_within, open_regular, read_whole

POSIX = pytest.mark.skipif(os.name != "posix", reason="POSIX files")


def test_an_ordinary_file_is_read_to_its_bound(tmp_path):
    (tmp_path / "a").write_bytes(b"12345")
    assert read_whole(tmp_path / "a", 5) == b"12345"
    with pytest.raises(OSError, match="far too large"):
        read_whole(tmp_path / "a", 4)


@POSIX
def test_a_pipe_and_a_device_are_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to("/dev/zero")
    for name in ("pipe", "link"):
        with pytest.raises(OSError, match="no ordinary file"):
            open_regular(tmp_path / name)


def test_a_folder_a_missing_file_and_an_impossible_name(tmp_path):
    with pytest.raises(IsADirectoryError):
        open_regular(tmp_path)
    with pytest.raises(FileNotFoundError):
        open_regular(tmp_path / "no")
    with pytest.raises(OSError, match="name"):
        open_regular(tmp_path / "a\0b")


@POSIX
def test_no_link_leads_out_of_a_folder(tmp_path):
    folder = tmp_path / "session"
    (folder / "sub").mkdir(parents=True)
    (tmp_path / "mine").write_text("mine")
    (folder / "sub" / "its").write_text("its")
    (folder / "out").symlink_to(tmp_path / "mine")
    (folder / "in").symlink_to(folder / "sub" / "its")
    with pytest.raises(OSError, match="leads out of its folder"):
        open_regular(folder / "out", within=folder)
    assert read_whole(folder / "in", 9, within=folder) == b"its"
    assert not is_within(folder / ".." / "mine", folder)
    (tmp_path / "alias").symlink_to(folder)
    assert read_whole(tmp_path / "alias" / "in", 9, within=tmp_path / "alias") == b"its"
