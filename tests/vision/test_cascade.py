"""A cascade looks at a view and tells what it found in pixels of the picture."""

import pytest

from fer_desktop.core.errors import ModelError
from fer_desktop.vision.cascade import Cascade
from fer_desktop.vision.gray_view import gray_view


def test_it_tells_middle_side_and_count(cascade, astronaut):
    (hit,) = Cascade(cascade).look(gray_view(astronaut, 320, 0.1), 1.1, 4, 28)
    assert (hit.x, hit.y) == pytest.approx((225, 115), abs=8)
    assert hit.side == pytest.approx(98, abs=12)
    assert hit.count > 10


def test_more_neighbors_than_there_are(cascade, astronaut):
    assert Cascade(cascade).look(gray_view(astronaut, 320), 1.1, 500, 28) == []


def test_a_view_smaller_than_a_face(cascade, astronaut):
    assert Cascade(cascade).look(gray_view(astronaut[:20, :20].copy(), 320), 1.1, 4, 28) == []


def test_a_file_that_is_none(tmp_path):
    with pytest.raises(ModelError, match="the face cascade can't be read"):
        Cascade(tmp_path / "gone.xml")
