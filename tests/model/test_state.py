"""The state beside the weights: written whole, read back, and it knows what was never seen."""

import pytest

from fer_desktop.core.errors import DataError
from model.state import kept_apart, read_state, relative_name, write_state


def test_it_comes_back_as_it_was_written(tmp_path):
    assert read_state(tmp_path) == {}
    write_state(tmp_path, {"epoch": 3})
    assert read_state(tmp_path) == {"epoch": 3}
    assert [path.name for path in tmp_path.iterdir()] == ["state.json"]


def test_the_pictures_that_the_state_names_were_kept_apart(own_folder):
    state = {"kept": ["happiness/deep/3.png", "neutral/7.png", "neutral/gone.png"]}
    found = kept_apart(state, [own_folder], "all")
    assert [relative_name(s, own_folder) for s in found] == state["kept"][:2]


def test_other_pictures_than_those_of_the_training_are_refused(own_folder):
    with pytest.raises(DataError, match="none of the pictures"):
        kept_apart({"kept": ["fear/1.png"]}, [own_folder], "all")
