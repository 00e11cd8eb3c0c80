"""Ranges come back as they were kept, whatever was written into them."""

import pytest

from fer_desktop.core.errors import SessionError
from fer_desktop.sessions.exclusion_file import read_exclusions, write_exclusions
from fer_desktop.sessions.exclusions import Exclusion

RANGES = [Exclusion(0.5, 1.25, 'Grüße, "so"'), Exclusion(2, 3), Exclusion(4, 5, "=1+1")]


def test_what_is_read_is_what_was_written(tmp_path):
    write_exclusions(tmp_path, RANGES)
    assert read_exclusions(tmp_path) == RANGES
    text = (tmp_path / "exclusions.csv").read_text(encoding="utf-8")
    assert text.startswith("start_s,end_s,reason\n0.5,1.25,")
    assert "4,5,'=1+1" in text
    assert [file.name for file in tmp_path.iterdir()] == ["exclusions.csv"]


def test_it_is_exact_to_a_millionth_of_a_second(tmp_path):
    write_exclusions(tmp_path, [Exclusion(1 / 3, 2 / 3)])
    text = (tmp_path / "exclusions.csv").read_text(encoding="utf-8")
    assert "0.333333,0.666667," in text


def test_no_file_is_no_range(tmp_path):
    assert read_exclusions(tmp_path) == []


@pytest.mark.parametrize("row", ["x,2,", "3,2,", "1,inf,", "nan,2,", "1,2"])
def test_a_broken_file_says_so(tmp_path, row):
    (tmp_path / "exclusions.csv").write_text(f"start_s,end_s,reason\n{row}\n", encoding="utf-8")
    with pytest.raises(SessionError, match=r"exclusions\.csv"):
        read_exclusions(tmp_path)


def test_a_folder_that_cannot_be_written_to_says_so(tmp_path):
    with pytest.raises(SessionError, match="can't be kept"):
        write_exclusions(tmp_path / "none", RANGES)
