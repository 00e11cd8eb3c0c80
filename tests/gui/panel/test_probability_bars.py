"""The eight bars: as long as the probabilities, empty without a face, told in words too."""

import numpy as np
import pytest
from PySide6.QtCore import QSize

from fer_desktop.core.labels import LABELS
from fer_desktop.core.overlay import COLORS
from fer_desktop.core.types import Expression
from fer_desktop.gui.common.icons import glyph
from fer_desktop.gui.panel.probability_bars import ProbabilityBars
from tests.fakes import probabilities
from tests.gui.conftest import dress

ROW = 22


@pytest.fixture
def bars(qtbot, qapp):
    dress(qapp, "light")
    bars = ProbabilityBars()
    qtbot.addWidget(bars)
    bars.resize(300, bars.sizeHint().height())
    bars.show()
    return bars


def rows_of(bars):
    """Return what is painted, one (22, W, 3) RGB array a row."""
    image = bars.grab().toImage()
    image = image.convertToFormat(image.Format.Format_RGB888)
    data = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1)
    whole = data[:, : image.width() * 3].reshape(image.height(), image.width(), 3).copy()
    return [whole[top : top + ROW] for top in range(0, ROW * len(LABELS), ROW)]


def length(row, color):
    """Return how many pixels of the row's middle line have a colour, without its outline."""
    return int((np.abs(row[ROW // 2].astype(int) - color).max(axis=1) <= 2).sum())


def expression(**values):
    row = np.array([values.get(label, 0.0) for label in LABELS], np.float32)
    return Expression(row)


def test_there_is_room_for_eight_rows(bars):
    assert bars.sizeHint().height() == ROW * len(LABELS)


def test_bars_are_as_long_as_the_probabilities(bars):
    bars.show_expression(expression(happiness=0.6, sadness=0.3, neutral=0.1))
    rows = dict(zip(LABELS, rows_of(bars), strict=True))
    lengths = {label: length(rows[label], COLORS[label]) for label in LABELS}
    assert lengths["sadness"] == pytest.approx(lengths["happiness"] / 2, abs=2)
    assert lengths["neutral"] == pytest.approx(lengths["happiness"] / 6, abs=4)
    assert not any(lengths[label] for label in ("anger", "contempt", "disgust", "fear", "surprise"))


def test_the_whole_track_is_full_at_one(bars):
    bars.show_expression(None)
    track = length(rows_of(bars)[0], bars.palette().button().color().getRgb()[:3])
    assert track > 100
    bars.show_expression(expression(anger=1.0))
    assert length(rows_of(bars)[0], COLORS["anger"]) == pytest.approx(track, abs=3)


def test_without_a_face_all_bars_are_empty_and_no_number_is_left(bars):
    bars.show_expression(None)
    empty = rows_of(bars)
    bars.show_expression(Expression(probabilities("fear")))
    shown = rows_of(bars)
    assert all(not np.array_equal(a, b) for a, b in zip(empty, shown, strict=True))
    bars.show_expression(None)
    assert all(np.array_equal(a, b) for a, b in zip(empty, rows_of(bars), strict=True))
    assert bars.accessibleDescription() == ""


def test_only_the_strongest_row_is_bold_and_nothing_moves_for_it(bars):
    bars.show_expression(expression(anger=0.6, fear=0.4))
    first = rows_of(bars)
    bars.show_expression(expression(anger=0.4, fear=0.6))
    second = rows_of(bars)
    names = 104  # faces and names stand left of this
    strong = first[LABELS.index("anger")][:, :names] < 128
    weak = second[LABELS.index("anger")][:, :names] < 128
    assert strong.sum() > weak.sum()
    for label in ("contempt", "neutral", "surprise"):
        row = LABELS.index(label)
        assert np.array_equal(first[row], second[row])


def test_the_row_of_the_label_that_was_decided_over_time_is_bold(bars):
    values = expression(anger=0.4, fear=0.6).probabilities
    ink = {}
    for steady in ("anger", "fear"):
        bars.show_expression(Expression(values, 0.0, steady))
        ink[steady] = (rows_of(bars)[0][:, 24:104] < 128).sum()
    assert ink["anger"] > ink["fear"]


def test_no_row_is_bold_while_the_face_is_uncertain(bars):
    values = probabilities("anger", 0.3)
    bars.show_expression(Expression(values, threshold=0.4))
    unsure = rows_of(bars)[0][:, 24:104] < 128
    bars.show_expression(Expression(values))
    assert (rows_of(bars)[0][:, 24:104] < 128).sum() > unsure.sum()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_row_begins_with_the_face_of_its_expression_in_the_colour_of_its_words(
    qapp, bars, theme
):
    dress(qapp, theme)
    for shown, role in ((expression(fear=1.0), "windowText"), (None, "placeholderText")):
        bars.show_expression(shown)
        palette = bars.palette()
        ink, ground = (
            np.array(brush().color().getRgb()[:3])
            for brush in (getattr(palette, role), palette.window)
        )
        for row, label in zip(rows_of(bars), LABELS, strict=True):
            alpha = drawn(label)[..., None] / 255
            wanted = alpha * ink + (1 - alpha) * ground
            assert np.abs(row[ROW // 2 - 8 : ROW // 2 + 8, :16] - wanted).max() <= 3


def drawn(label):
    """Return the alpha of a face of 16 pixels, (16, 16) in [0, 255]."""
    image = glyph(label).pixmap(QSize(16, 16), 1.0).toImage()
    return np.array([[image.pixelColor(x, y).alpha() for x in range(16)] for y in range(16)])


def test_names_and_bars_have_room_side_by_side_in_a_narrow_panel(bars):
    bars.resize(260, bars.height())
    bars.show_expression(expression(happiness=1.0))  # the longest name, and bold
    row = rows_of(bars)[LABELS.index("happiness")]
    ground = np.array(bars.palette().window().color().getRgb()[:3])
    is_ink = (np.abs(row.astype(int) - ground).max(axis=2) > 8).any(axis=0)
    bar = int(np.flatnonzero(np.abs(row[ROW // 2].astype(int) - COLORS["happiness"]).max(1) < 3)[0])
    assert not is_ink[16:22].any(), "between face and name"
    assert not is_ink[bar - 10 : bar - 2].any(), "between name and bar"
    assert length(row, COLORS["happiness"]) >= 100


def test_the_probabilities_are_told_in_words_strongest_first(bars):
    bars.show_expression(expression(happiness=0.6, sadness=0.3, neutral=0.1))
    words = bars.accessibleDescription()
    assert words.startswith("happiness 60 %, sadness 30 %, neutral 10 %")
    assert all(label in words for label in LABELS)
    assert bars.accessibleName()


def test_live_figures_are_told_anew_once_a_second_and_another_label_at_once(qtbot):
    now_s = [100.0]
    bars = ProbabilityBars(clock=lambda: now_s[0])
    qtbot.addWidget(bars)
    bars.show_expression(expression(happiness=0.6, neutral=0.4))
    bars.show_expression(expression(happiness=0.7, neutral=0.3))
    assert bars.accessibleDescription().startswith("happiness 60 %")
    now_s[0] += 1.0
    bars.show_expression(expression(happiness=0.8, neutral=0.2))
    assert bars.accessibleDescription().startswith("happiness 80 %")
    bars.show_expression(expression(happiness=0.3, neutral=0.7))
    assert bars.accessibleDescription().startswith("neutral 70 %")
    bars.show_expression(None)
    assert bars.accessibleDescription() == ""
