"""What the network sees: honest pixels, the size in words, advice that does not flicker."""

import itertools
from typing import get_args

import numpy as np
import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fer_desktop.core.quality import ChipQuality, Issue
from fer_desktop.gui.common import quality_words
from fer_desktop.gui.panel.crop_view import ChipView
from fer_desktop.vision.recognition.preprocess import ChipFormat, chip_to_image
from tests.gui.conftest import dress

GRAY = ChipFormat(48, 48, 1)
RGB = ChipFormat(64, 64, 3, low=-1.0, high=1.0)
GOOD = ChipQuality(face_px=143, brightness=0.5, contrast=0.2, white=0.0, sharpness=0.9)
DARK = ChipQuality(face_px=143, brightness=0.01, contrast=0.0, white=0.0, sharpness=0.9)
SMALL = ChipQuality(face_px=20, brightness=0.5, contrast=0.2, white=0.0, sharpness=0.9)
ALL = ChipQuality(face_px=20, brightness=0.01, contrast=0.0, white=0.9, sharpness=0.1, tilt_deg=75)
CHECKED = (np.indices((48, 48)).sum(axis=0) % 2).astype(np.float32)[:, :, np.newaxis]


class Clock:
    """A clock that tests set."""

    now_s = 100.0

    def __call__(self):
        return self.now_s


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def view(qtbot, qapp, clock):
    dress(qapp, "light")
    view = ChipView(clock=clock)
    qtbot.addWidget(view)
    view.resize(284, 140)
    view.show()
    return view


def advice(view):
    return [label.text() for label in view.advice if label.text()]


def painted(view):
    """Return the picture as it is painted, (96, 96, 3) RGB."""
    image = view.grab().toImage()
    image = image.convertToFormat(image.Format.Format_RGB888)
    data = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1)
    return data[:96, : 96 * 3].reshape(96, 96, 3).copy()


def test_it_starts_with_an_empty_place_and_no_words(view):
    assert view.size_words.text() == ""
    assert advice(view) == []
    assert view.accessibleName() == "What the network sees"
    assert view.accessibleDescription() == ""
    assert len(np.unique(painted(view).reshape(-1, 3), axis=0)) == 1


def test_every_pixel_is_shown_as_it_is_and_of_one_size(view):
    view.show_chip(chip_to_image(CHECKED, GRAY), GOOD)
    expected = np.kron(CHECKED[:, :, 0], np.ones((2, 2))) * 255
    assert np.array_equal(painted(view), np.dstack([expected] * 3))


def test_colours_and_range_are_those_of_the_network(view):
    chip = np.full(RGB.shape, -1.0, np.float32)
    chip[:, :, 0] = 1.0
    view.show_chip(chip_to_image(chip, RGB), GOOD)
    assert painted(view)[50, 50].tolist() == [255, 0, 0]


def test_the_size_is_told_in_words(view):
    view.show_chip(chip_to_image(np.zeros(RGB.shape, np.float32), RGB), GOOD)
    assert view.size_words.text() == "The network sees 64 x 64 pixels, from a face of 143."
    view.show_nothing()
    view.show_chip(chip_to_image(CHECKED, GRAY), None)
    assert view.size_words.text() == "The network sees 48 x 48 pixels."
    assert advice(view) == []


def test_a_good_view_is_said_to_be_one(view):
    view.show_chip(chip_to_image(CHECKED, GRAY), GOOD)
    assert advice(view) == ["Good view of the face."]


def test_the_two_weightiest_pieces_of_advice_are_given(view):
    view.show_chip(chip_to_image(CHECKED, GRAY), ALL)
    assert advice(view) == ["The face is small: come closer.", "It is dark: turn to the light."]
    assert view.accessibleDescription() == (
        "The network sees 48 x 48 pixels, from a face of 20. "
        "The face is small: come closer. It is dark: turn to the light."
    )


def test_advice_waits_until_it_has_held(view, clock):
    view.show_chip(chip_to_image(CHECKED, GRAY), GOOD)
    for _ in range(40):
        clock.now_s += 0.1
        view.show_chip(chip_to_image(CHECKED, GRAY), DARK)
        clock.now_s += 0.1
        view.show_chip(chip_to_image(CHECKED, GRAY), GOOD)
        assert advice(view) == ["Good view of the face."]
    clock.now_s += 0.1
    view.show_chip(chip_to_image(CHECKED, GRAY), DARK)
    clock.now_s += 0.6
    view.show_chip(chip_to_image(CHECKED, GRAY), DARK)
    assert advice(view) == ["It is dark: turn to the light."]


def test_a_third_thing_that_comes_and_goes_changes_nothing(view, clock):
    three = ChipQuality(20, 0.01, 0.0, 0.0, 0.9)
    view.show_chip(chip_to_image(CHECKED, GRAY), ALL)
    shown = advice(view)
    for _ in range(10):
        clock.now_s += 0.6
        view.show_chip(chip_to_image(CHECKED, GRAY), three)
        clock.now_s += 0.6
        view.show_chip(chip_to_image(CHECKED, GRAY), ALL)
        assert advice(view) == shown


def test_the_size_changes_twice_a_second_at_most(view, clock):
    found = []
    for n in range(61):
        quality = ChipQuality(140 + n % 2 + n // 10, 0.5, 0.2, 0.0, 0.9)
        view.show_chip(chip_to_image(CHECKED, GRAY), quality)
        found.append(view.size_words.text())
        clock.now_s += 1 / 30
    changes = sum(a != b for a, b in itertools.pairwise(found))
    assert 3 <= changes <= 4
    view.show_chip(chip_to_image(CHECKED, GRAY), SMALL, at_once=True)
    assert "a face of 20" in view.size_words.text()


def test_another_picture_has_its_own_advice_at_once(view):
    view.show_chip(chip_to_image(CHECKED, GRAY), DARK, at_once=True)
    view.show_chip(chip_to_image(CHECKED, GRAY), SMALL, at_once=True)
    assert advice(view) == ["The face is small: come closer."]


def test_after_nothing_the_next_face_begins_anew(view):
    view.show_chip(chip_to_image(CHECKED, GRAY), DARK)
    view.show_nothing()
    assert (view.size_words.text(), advice(view)) == ("", [])
    assert len(np.unique(painted(view).reshape(-1, 3), axis=0)) == 1
    view.show_chip(chip_to_image(CHECKED, GRAY), SMALL)
    assert advice(view) == ["The face is small: come closer."]


class Longer(QTranslator):
    """Makes every sentence of the view 40 percent longer, as German does."""

    def translate(self, context, text, disambiguation=None, n=-1):
        longer = text + " und noch mehr dazu"[: round(0.4 * len(text))]
        # None leaves all others, Qt's own too, as they are; an empty text would replace them.
        return longer if context == "ChipView" else None

    def isEmpty(self):  # noqa: N802
        return False


@pytest.mark.parametrize("width", [268, 284])
@pytest.mark.parametrize("is_long", [False, True])
def test_words_are_whole_in_a_narrow_panel_and_nothing_moves(qtbot, qapp, is_long, width):
    dress(qapp, "light")
    translator = Longer()
    if is_long:
        qapp.installTranslator(translator)
    try:
        panel, view, below = QWidget(), ChipView(), QWidget()
        qtbot.addWidget(panel)
        panel.resize(width, 400)
        layout = QVBoxLayout(panel)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(view)
        layout.addWidget(below, 1)
        panel.show()
        places = set()
        for quality in (None, GOOD, ALL, ChipQuality(99, 0.5, 0.2, 0.0, 0.1, tilt_deg=75)):
            view.show_chip(chip_to_image(CHECKED, GRAY), quality, at_once=True)
            layout.activate()
            qapp.processEvents()
            places.add(below.y())
            for label in (view.size_words, *view.advice):
                needed = label.fontMetrics().boundingRect(
                    0, 0, label.width(), 999, 0x1000, label.text()
                )
                assert needed.height() <= label.height()
                assert needed.width() <= label.width()
        assert len(places) == 1
        panel.close()
    finally:
        qapp.removeTranslator(translator)


def test_the_room_for_words_follows_language_and_font(view, qapp):
    (label, _) = view.advice
    before = label.heightForWidth(160)
    translator = Longer()
    qapp.installTranslator(translator)
    try:
        qapp.processEvents()
        longer = label.heightForWidth(160)
    finally:
        qapp.removeTranslator(translator)
    qapp.processEvents()
    assert longer > before
    assert label.heightForWidth(160) == before
    font = label.font()
    font.setPointSizeF(2 * font.pointSizeF())
    label.setFont(font)
    assert label.heightForWidth(160) > before


def test_about_a_photograph_nobody_is_told_what_to_do(qapp):
    for issue in ("small", "dark", "bright", "blurred", "turned"):
        words = quality_words.advice(issue, is_photo=True)
        assert ":" not in words
        assert "camera" not in words
        assert words != quality_words.advice(issue)


def test_every_issue_has_its_own_sentence(qapp):
    sentences = {quality_words.advice(issue) for issue in get_args(Issue)}
    assert len(sentences) == len(get_args(Issue))
    assert all(words.endswith(".") for words in sentences)
