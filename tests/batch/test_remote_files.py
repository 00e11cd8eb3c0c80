"""Inputs by address."""

from pathlib import Path

import pytest

pytest.importorskip("fsspec", reason="the extra 'cluster' is not installed")

import fsspec

from fer_desktop.batch.inputs import Input
from fer_desktop.batch.remote_files import expanding_anywhere, is_address, local_copy
from fer_desktop.core.errors import ImageError, SourceError


@pytest.fixture
def storage():
    """Return fsspec's storage in memory, empty."""
    found = fsspec.filesystem("memory")
    found.store.clear()
    yield found
    found.store.clear()


@pytest.mark.parametrize("text", ["s3://a/b.jpg", "https://a/b", "file:///a", "MEMORY://x"])
def test_an_address_is_known(text):
    assert is_address(text)


@pytest.mark.parametrize("text", ["a.jpg", "/a/b", "C:\\a", "C:/a", "c://a", "", "a b://c"])
def test_a_path_is_no_address(text):
    assert not is_address(text)


def test_a_folder_is_its_pictures_and_videos_by_name(storage, tmp_path):
    for name in ("b.JPG", "a.mp4", "notes.txt", "sub/c.png"):
        storage.pipe(f"/folder/{name}", b"1")
    (tmp_path / "own.png").touch()
    given = ["memory://folder/", str(tmp_path), "memory://folder/b.JPG"]
    assert list(expanding_anywhere(given)) == [
        Input("memory://folder/a.mp4", "video"),
        Input("memory://folder/b.JPG", "image"),
        Input(str(tmp_path / "own.png"), "image"),
        Input("memory://folder/b.JPG", "image"),
    ]


def test_a_folder_without_pictures_and_a_storage_that_is_none_are_failed_inputs(storage):
    storage.pipe("/empty/notes.txt", b"1")
    empty, unknown = expanding_anywhere(["memory://empty", "nonsense://a"])
    assert empty.error == "memory://empty: no pictures or videos in this folder."
    assert unknown.error.startswith("nonsense://a: can't be read (")


def test_a_file_without_a_suffix_is_an_input(storage):
    storage.pipe("/file", b"1")
    assert list(expanding_anywhere(["memory://file"])) == [Input("memory://file", "image")]


def test_a_copy_has_the_content_and_is_gone_afterwards(storage):
    storage.pipe("/a.png", b"content")
    with local_copy("memory://a.png", "image") as copy:
        assert Path(copy).read_bytes() == b"content"
        assert copy.endswith(".png")
    assert not Path(copy).exists()


@pytest.mark.parametrize(("kind", "error"), [("image", ImageError), ("video", SourceError)])
def test_what_is_not_there_is_told_by_its_address(storage, kind, error):
    copy = local_copy("memory://gone.png", kind)
    with pytest.raises(error, match=r"memory://gone\.png: can't be read"):
        copy.__enter__()
