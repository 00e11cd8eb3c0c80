"""A file is held by one writer at a time, until it is closed."""

import pytest

from fer_desktop.system.locks import HeldError, hold


def test_only_one_holds_a_file_and_only_while_it_is_open(tmp_path):
    path = tmp_path / "a"
    with path.open("ab") as first:
        hold(first.fileno())
        first.write(b"rows")
        first.flush()
        with path.open("ab") as second, pytest.raises(HeldError):
            hold(second.fileno())
        assert path.read_bytes() == b"rows"
    with path.open("ab") as second:
        hold(second.fileno())
