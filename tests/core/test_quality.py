"""What is said of a face: one limit for each thing that can be wrong, the weightiest first."""

from dataclasses import replace

import pytest

from fer_desktop.core import quality
from fer_desktop.core.quality import ChipQuality

GOOD = ChipQuality(face_px=140, brightness=0.5, contrast=0.2, white=0.0, sharpness=0.9)


def test_nothing_is_wrong_with_a_good_view():
    assert GOOD.issues == ()


@pytest.mark.parametrize(
    ("issue", "field", "still_good", "bad"),
    [
        ("small", "face_px", quality.SMALL_PX + 1, quality.SMALL_PX),
        ("covered", "covered", quality.COVERED_FROM - 1e-6, quality.COVERED_FROM),
        ("dark", "brightness", quality.DARK_BELOW, quality.DARK_BELOW - 1e-6),
        ("bright", "white", quality.WHITE_ABOVE, quality.WHITE_ABOVE + 1e-6),
        ("blurred", "sharpness", quality.SHARP_FROM, quality.SHARP_FROM - 1e-6),
        ("pale", "contrast", quality.PALE_BELOW, quality.PALE_BELOW - 1e-6),
        ("cut", "cut", quality.CUT_FROM - 1e-6, quality.CUT_FROM),
        ("turned", "tilt_deg", quality.TILTED_DEG - 0.1, quality.TILTED_DEG),
        ("turned", "tilt_deg", 0.1 - quality.TILTED_DEG, -quality.TILTED_DEG),
        ("turned", "turn_deg", quality.TURNED_DEG - 0.1, quality.TURNED_DEG),
        ("turned", "turn_deg", 0.1 - quality.TURNED_DEG, -quality.TURNED_DEG),
    ],
)
def test_each_issue_begins_at_its_limit(issue, field, still_good, bad):
    assert replace(GOOD, **{field: still_good}).issues == ()
    assert replace(GOOD, **{field: bad}).issues == (issue,)


def test_what_must_be_mended_first_comes_first():
    bad = ChipQuality(90, brightness=0.01, contrast=0.0, white=0.9, sharpness=0.1, tilt_deg=-75.0)
    assert bad.issues == ("dark", "bright", "blurred", "turned")
    assert replace(bad, face_px=20).issues == ("small", "dark", "bright", "turned")


def test_a_small_face_is_not_called_blurred():
    assert replace(GOOD, face_px=20, sharpness=0.1).issues == ("small",)
