"""What no output may be, whatever it is called."""

import os

import pytest

from fer_desktop.core.errors import SettingsError
from fer_desktop.export.output_check import InputFiles, spare, spare_session
from tests.recorded import write_session

POSIX = pytest.mark.skipif(os.name != "posix", reason="POSIX files")
NOTHING = InputFiles(list)


@pytest.fixture
def picture(tmp_path):
    path = tmp_path / "in.jpg"
    path.write_bytes(b"\xff\xd8\xff\xe0 a picture")
    return path


@pytest.mark.parametrize(
    "name",
    ["x.jpg", "X.JPEG", "x.png.", "x.mp4 ", "x.MOV", "x.heic", "x.webm::$DATA", "new/x.gif"],
)
def test_a_table_is_never_called_as_a_picture_or_a_video(tmp_path, name):
    with pytest.raises(SettingsError, match="choose another name"):
        spare([tmp_path / name], NOTHING)
    spare([tmp_path / name], NOTHING, is_picture=True)


@pytest.mark.parametrize("name", ["x.csv", "x", "Genes.csv", "x.jpg.csv", "x.txt"])
def test_other_names_are_free(tmp_path, name):
    spare([tmp_path / name], NOTHING)
    (tmp_path / name).write_text("G,rows of an earlier run\n")
    spare([tmp_path / name], NOTHING)


@pytest.mark.parametrize(
    "head", [b"\xff\xd8\xff\xe0", b"\x89PNG\r\n\x1a\n", b"\0\0\0\x20ftypisom", b"\x1aE\xdf\xa3"]
)
def test_a_picture_without_its_suffix_is_known_by_what_is_in_it(tmp_path, head):
    (tmp_path / "x").write_bytes(head + bytes(20))
    with pytest.raises(SettingsError, match="picture"):
        spare([tmp_path / "x"], NOTHING)


@POSIX
@pytest.mark.parametrize("kind", ["itself", "link", "hard link", "roundabout"])
@pytest.mark.parametrize("is_picture", [True, False])
def test_an_input_is_known_under_every_name(tmp_path, picture, kind, is_picture):
    other = tmp_path / "out.png"
    if kind == "link":
        other.symlink_to(picture)
    elif kind == "hard link":
        os.link(picture, other)
    elif kind == "roundabout":
        (tmp_path / "sub").mkdir()
        other = tmp_path / "sub" / ".." / "in.jpg"
    else:
        other = picture
    with pytest.raises(SettingsError, match="one of the inputs"):
        spare([other], InputFiles(lambda: [picture]), is_picture=is_picture)


def test_inputs_are_looked_at_only_where_an_output_is_there(tmp_path):
    def paths():
        raise AssertionError

    spare([tmp_path / "new.csv"], InputFiles(paths))


@pytest.mark.parametrize(
    "name", ["faces.csv", "FACES.CSV", "faces.csv.", "session.json", "markers.csv", ".reserve"]
)
def test_a_part_of_a_session(tmp_path, name):
    folder = write_session(tmp_path / "s", video=False)
    with pytest.raises(SettingsError, match="part of a recorded session"):
        spare([folder / name], NOTHING)
    spare([folder / "mine.csv"], NOTHING)
    spare([tmp_path / name], NOTHING)


@POSIX
def test_a_part_of_a_session_under_another_name(tmp_path):
    folder = write_session(tmp_path / "s", video=False)
    (tmp_path / "link.csv").symlink_to(folder / "faces.csv")
    os.link(folder / "faces.csv", folder / "mine.csv")
    os.link(folder / "faces.csv", tmp_path / "hard.csv")
    for path in (tmp_path / "link.csv", folder / "mine.csv"):
        with pytest.raises(SettingsError, match="part of a recorded session"):
            spare_session(path)
    with pytest.raises(SettingsError, match="one of the inputs"):
        spare([tmp_path / "hard.csv"], InputFiles(lambda: [folder]))


@POSIX
def test_a_device_is_no_input(tmp_path):
    null = tmp_path / "null"
    null.symlink_to(os.devnull)
    spare([null], InputFiles(lambda: [os.devnull]))
