"""What stands still on a timeline, painted on a picture: each part is where it should be."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtGui import QImage, QPainter

from fer_desktop.core.overlay import COLORS
from fer_desktop.gui.review.areas import areas_of
from fer_desktop.gui.review.backdrop import Backdrop, TimelineContent
from fer_desktop.gui.review.scale import TimeScale
from fer_desktop.sessions.exclusions import Exclusion
from fer_desktop.sessions.table import LabelRun
from tests.gui.conftest import dress

SIZE = (600, 240)
SCALE = TimeScale(0.0, 10.0, 50.0, 500.0, 10.0)
TIMES = np.arange(0, 10, 0.1)
LINES = np.zeros((100, 8), np.float32) + np.eye(8, dtype=np.float32)[0] * 0.5
CONTENT = TimelineContent(
    times=TIMES,
    lines=LINES,
    lost=np.array([[2.0, 3.0]]),
    bands={
        1: [LabelRun("fear", 0.0, 4.0)],
        2: [LabelRun("anger", 5.0, 8.0), LabelRun("anger", 8.0, 9.0)],
    },
    chosen=2,
    markers=[(6.0, "here")],
    exclusions=[Exclusion(8.0, 9.0)],
)


@pytest.fixture
def theme(each_theme, qapp):
    dress(qapp, each_theme)
    return qapp


def painted(app, content):
    """Return a painted timeline as (H, W, 3) int, and its areas."""
    image = QImage(*SIZE, QImage.Format.Format_RGB888)
    image.fill(app.palette().window().color())
    areas = areas_of(SCALE, SIZE[1], 16, len(content.bands))
    painter = QPainter(image)
    Backdrop(painter, areas, SCALE, app.palette()).paint(content)
    painter.end()
    data = np.frombuffer(image.constBits(), np.uint8).reshape(SIZE[1], -1)[:, : SIZE[0] * 3]
    return data.reshape(SIZE[1], SIZE[0], 3).astype(int), areas


def stretch(app, **others):
    """Return the seconds between which, and the bands in which, a part is seen."""
    (whole, areas), (without, _) = painted(app, CONTENT), painted(app, replace(CONTENT, **others))
    columns = np.flatnonzero((whole != without).any(axis=(0, 2)))
    rows = np.flatnonzero((whole != without).any(axis=(1, 2)))
    inside = [
        n
        for n, band in enumerate(areas.bands)
        if ((rows > band.top() + 1) & (rows < band.bottom() - 1)).any()
    ]
    return SCALE.time(float(columns.min())), SCALE.time(float(columns.max())), inside


def test_each_face_has_its_band(theme):
    pixels, (upper, lower) = painted(theme, CONTENT)[0], painted(theme, CONTENT)[1].bands
    x = {time_s: round(SCALE.x(time_s)) for time_s in (0.3, 5.3)}
    assert tuple(pixels[int(upper.top()) + 2, x[0.3]]) == COLORS["fear"]
    assert tuple(pixels[int(lower.top()) + 2, x[5.3]]) == COLORS["anger"]
    ground = theme.palette().base().color().getRgb()[:3]
    assert tuple(pixels[int(lower.top()) + 2, x[0.3]]) == ground


def test_what_was_lost_is_hatched_for_the_face_of_the_lines_only(theme):
    start_s, end_s, bands = stretch(theme, lost=np.empty((0, 2)))
    assert (start_s, end_s) == pytest.approx((2.0, 3.0), abs=0.03)
    assert bands == [1]


def test_what_was_lost_for_a_frame_is_a_thin_line_and_no_scattered_dots(theme):
    at_s = 5.0
    moments = np.array([[at_s, at_s + 0.01]])
    (with_it, areas), (without, _) = (
        painted(theme, replace(CONTENT, lost=lost)) for lost in (moments, np.empty((0, 2)))
    )
    x = round(SCALE.x(at_s + 0.005))
    lines = slice(int(areas.lines.top()) + 2, int(areas.lines.bottom()) - 2)
    changed = (with_it != without)[lines, x - 2 : x + 3].any(axis=(1, 2))
    assert changed.mean() > 0.9


def test_what_is_left_out_is_covered_in_all_bands(theme):
    start_s, end_s, bands = stretch(theme, exclusions=())
    assert (start_s, end_s) == pytest.approx((8.0, 9.0), abs=0.03)
    assert bands == [0, 1]


def test_a_name_stands_beside_what_is_covered(theme):
    runs = {1: [LabelRun("anger", 0.0, 9.0)]}
    kept = replace(CONTENT, bands=runs, chosen=1, lost=np.empty((0, 2)))
    cut = replace(kept, exclusions=[Exclusion(3.0, 8.0)])
    pixels, areas = painted(theme, cut)
    rows = slice(int(areas.bands[0].top()) + 1, int(areas.bands[0].bottom()) - 1)
    free = pixels[rows, round(SCALE.x(0.1)) : round(SCALE.x(2.9))]
    inked = np.flatnonzero((free != COLORS["anger"]).any(axis=(0, 2)))
    assert inked.size
    assert (inked.min() + inked.max()) / 2 == pytest.approx(free.shape[1] / 2, abs=3)


def test_a_marker_is_a_flag_with_its_words(theme):
    start_s, end_s, _ = stretch(theme, markers=())
    assert start_s == pytest.approx(6.0, abs=0.03)
    assert 6.3 < end_s < 8.0


def test_lines_are_between_the_heights_of_0_and_100(theme):
    no_lines = {"times": np.empty(0), "lines": np.empty((0, 8), np.float32)}
    (whole, areas), (without, _) = (
        painted(theme, CONTENT),
        painted(theme, replace(CONTENT, **no_lines)),
    )
    column = round(SCALE.x(1.04))
    rows = np.flatnonzero((whole[:, column] != without[:, column]).any(axis=1))
    half = areas.lines.center().y()
    assert np.abs(rows - half).min() <= 1
    assert np.abs(rows - areas.lines.bottom()).min() <= 2
    assert rows.min() > half - 4


def test_the_number_of_the_chosen_face_stands_out(theme):
    one, areas = painted(theme, CONTENT)
    other, _ = painted(theme, replace(CONTENT, chosen=1, lost=np.empty((0, 2))))
    for band in areas.bands:
        rows = slice(int(band.top()), int(band.bottom()))
        assert (one[rows, :46] != other[rows, :46]).any()


def test_one_face_has_no_number(theme):
    alone = replace(CONTENT, bands={2: CONTENT.bands[2]})
    pixels, areas = painted(theme, alone)
    (band,) = areas.bands
    margin = pixels[int(band.top()) + 8 : int(band.bottom()), :46]
    assert (margin == margin[0, 0]).all()


def test_nothing_is_painted_of_nothing(theme):
    pixels, areas = painted(theme, TimelineContent())
    band = pixels[int(areas.bands[0].top()) + 2, 60:540]
    assert (band == band[0]).all()
