"""Names sort as people count."""

import pytest

from fer_desktop.core.natural import natural


@pytest.mark.parametrize(
    "in_order",
    [
        ["IMG_2.jpg", "img_10.jpg", "IMG_0100.jpg"],
        ["1.png", "02.png", "10.png", "a.png"],
        ["a", "a1", "a1b", "a2"],
        ["face 2 (9).png", "face 2 (10).png", "face 11.png"],
        ["99999999999999999999.png", "99999999999999999999b.png"],
    ],
)
def test_they_stand_in_this_order(in_order):
    backwards = in_order[::-1]
    assert sorted(backwards, key=natural) == in_order
