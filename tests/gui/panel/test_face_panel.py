"""The panel: says what a face looks like, when it is not sure, and when there is none."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QLabel

from fer_desktop.core.types import Expression
from fer_desktop.gui.common.page import Page
from fer_desktop.gui.panel.face_panel import FacePanel
from tests.fakes import probabilities


@pytest.fixture
def panel(qtbot):
    panel = FacePanel()
    qtbot.addWidget(panel)
    panel.show()
    return panel


def texts(panel):
    return panel.which.text(), panel.headline.text(), panel.detail.text()


def test_it_starts_without_a_face(panel):
    assert panel.headline.text() == "No face"
    assert panel.bars.accessibleDescription() == ""


def test_a_single_face_is_named_with_how_sure_it_is(panel):
    panel.show_face(Expression(probabilities("happiness", 0.93)), 1, 1)
    assert texts(panel) == ("Looks like", "happiness", "93 % sure, then anger 1 %, contempt 1 %")
    assert panel.bars.accessibleDescription().startswith("happiness 93 %")


def test_one_of_several_faces_is_counted(panel):
    panel.show_face(Expression(probabilities("fear", 0.5)), 2, 3)
    assert texts(panel)[:2] == ("Face 2 looks like", "fear")
    assert texts(panel)[2].startswith("50 % sure, then ")


def test_below_the_threshold_it_never_names_one_expression(panel):
    values = probabilities("anger", 0.35)
    values[5] += 0.1
    values[0] -= 0.1
    panel.show_face(Expression(values, threshold=0.5), 1, 1)
    which, headline, detail = texts(panel)
    assert headline == "not sure"
    assert detail == "between anger and neutral"
    assert "%" not in which + headline + detail


def test_it_names_the_label_that_was_decided_over_time(panel):
    values = probabilities("anger", 0.5)
    panel.show_face(Expression(values, 0.4, "sadness"), 1, 1)
    assert texts(panel) == ("Looks like", "sadness", "7 % sure, then anger 50 %, contempt 7 %")
    panel.show_face(Expression(values, 0.4, "uncertain"), 1, 1)
    assert panel.headline.text() == "not sure"


def test_it_is_never_a_hundred_percent_sure(panel):
    panel.show_face(Expression(probabilities("neutral", 1.0)), 1, 1)
    assert panel.detail.text().startswith(">99 % sure")


def test_the_face_goes_away_again(panel):
    panel.show_face(Expression(probabilities("sadness")), 2, 2)
    panel.show_no_face("Look here.")
    _, headline, detail = texts(panel)
    assert (headline, detail) == ("No face", "Look here.")
    assert panel.bars.accessibleDescription() == ""
    panel.show_no_face()
    assert panel.detail.text() == ""


def test_the_bars_stand_still_when_the_words_change(panel, qapp):
    panel.resize(300, 700)
    places = set()
    for show in (
        lambda: panel.show_face(Expression(probabilities("happiness")), 1, 1),
        lambda: panel.show_face(Expression(probabilities("surprise", 0.3), 0.5), 12, 12),
        panel.show_no_face,
    ):
        show()
        panel.widget().layout().activate()
        places.add(panel.bars.y())
    assert len(places) == 1


def test_it_says_that_it_is_a_guess_and_private(panel):
    from PySide6.QtWidgets import QLabel

    words = " ".join(label.text() for label in panel.findChildren(QLabel))
    assert "not about feelings" in words
    assert "on this computer" in words


def test_valence_has_its_sign_and_its_definition_is_a_click_away(panel, qtbot):
    panel.show_face(Expression(probabilities("happiness", 0.93)), 1, 1)
    assert panel.valence.text() == "Valence +0.92"
    panel.show_face(Expression(probabilities("anger", 0.93)), 1, 1)
    assert panel.valence.text() == "Valence \u22120.92"
    panel.show_face(Expression(probabilities("neutral", 1.0)), 1, 1)
    assert panel.valence.text() == "Valence 0.00"
    qtbot.mouseClick(panel.about_valence, Qt.MouseButton.LeftButton)
    (box,) = panel.findChildren(Page)
    (words,) = box.findChildren(QLabel)
    assert "minus the strongest of sadness" in words.text()
    box.close()
    panel.show_no_face()
    assert panel.valence.text() == "Valence \u2013"


def test_what_is_old_is_dimmed_evenly_the_plot_with_the_words(panel, qapp):
    """The plot is a view of its own; through an effect of Qt's it shows twice."""
    panel.show_face(Expression(probabilities("happiness", 0.93)), 1, 1)
    qapp.processEvents()
    bright = panel.widget().grab().toImage()
    panel.show_stale(True)
    qapp.processEvents()
    dim = panel.widget().grab().toImage()
    ground = panel.palette().color(QPalette.ColorRole.Window)
    plot = panel.timeline.plot
    middle = plot.mapTo(panel.widget(), plot.rect().center())
    for at in (middle, panel.headline.geometry().center()):
        before, after = bright.pixelColor(at), dim.pixelColor(at)
        for part in (QColor.red, QColor.green, QColor.blue):
            expected = part(ground) + 0.35 * (part(before) - part(ground))
            assert abs(part(after) - expected) <= 2
    panel.resize(panel.width(), 400)
    qapp.processEvents()
    assert panel.veil.size() == panel.widget().size()
    panel.show_stale(False)
    assert panel.widget().grab().toImage().pixelColor(middle) == bright.pixelColor(middle)


def test_valence_is_never_cut_and_its_button_stays_in_its_place(panel, qapp):
    panel.show_no_face()
    qapp.processEvents()
    places = set()
    for label in ("neutral", "happiness", "anger", "surprise"):
        panel.show_face(Expression(probabilities(label, 0.93)), 1, 1)
        # At once, before anything is laid out anew.
        assert panel.valence.width() >= panel.valence.sizeHint().width()
        qapp.processEvents()
        places.add(panel.about_valence.x())
    assert len(places) == 1
