"""Editors show a value without choosing it, and tell what the user chooses."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from fer_desktop.gui.settings.editors import (
    CheckEditor,
    ChoiceEditor,
    NumberEditor,
    OptionalEditor,
    SliderEditor,
)
from fer_desktop.gui.settings.fields import PAGES

SPECS = {name: spec for page in PAGES.values() for name, spec in page.items()}
Key = Qt.Key


@pytest.fixture
def make(qtbot):
    """Return what makes an editor that shows a value, and the list of what was edited."""

    def make(kind, name, value, *more):
        editor, edited = kind(name, SPECS[name], *more), []
        qtbot.addWidget(editor)
        editor.edited.connect(edited.append)
        editor.retranslate()
        editor.show_value(value)
        editor.show()
        assert edited == []
        assert editor.focus.accessibleName()
        assert "&" not in editor.focus.accessibleName()
        return editor, edited

    return make


def test_a_box(make, qtbot):
    editor, edited = make(CheckEditor, "mirror", True)
    qtbot.keyClick(editor.focus, Key.Key_Space)
    qtbot.keyClick(editor.focus, Key.Key_Space)
    assert edited == [False, True]


def test_one_of_several(make, qtbot):
    editor, edited = make(ChoiceEditor, "theme", "system")
    assert editor.focus.currentText() == "As the System"
    qtbot.keyClick(editor.focus, Key.Key_Down)
    assert edited == ["light"]
    editor.retranslate()
    assert editor.focus.currentData() == "light"
    assert edited == ["light"]


def test_what_is_not_there_can_not_be_chosen(make, qtbot):
    editor, edited = make(ChoiceEditor, "model", "a")
    editor.fill([("a", "A", ""), ("b", "B", "B has gone."), ("c", "C", "")])
    editor.show_value("a")
    qtbot.keyClick(editor.focus, Key.Key_Down)
    assert edited == ["c"]
    assert editor.focus.itemData(1, Qt.ItemDataRole.ToolTipRole) == "B has gone."


def test_a_slider_has_its_number(make, qtbot):
    editor, edited = make(SliderEditor, "overlay_scale", 1.0)
    assert editor._number.text() == "100 %"
    qtbot.keyClick(editor.focus, Key.Key_Right)
    assert edited == [1.1]
    assert editor._number.text() == "110 %"
    for _ in range(40):
        qtbot.keyClick(editor.focus, Key.Key_PageUp)
    assert edited[-1] == 3
    qtbot.keyClick(editor.focus, Key.Key_Home)
    assert edited[-1] == 0.5


def test_a_number_with_its_unit(make, qtbot):
    editor, edited = make(NumberEditor, "smoothing_s", 0.25)
    assert editor.focus.text() == "0.25 s"
    qtbot.keyClick(editor.focus, Key.Key_Up)
    assert edited == [pytest.approx(0.3)]
    editor.focus.selectAll()
    qtbot.keyClicks(editor.focus, "1.5")
    assert len(edited) == 1, "not every digit is a choice"
    qtbot.keyClick(editor.focus, Key.Key_Return)
    assert edited[1:] == [1.5]


def test_a_share_in_percent_with_words_for_the_lowest(make, qtbot):
    editor, edited = make(NumberEditor, "smallest_face", 0.0)
    assert editor.focus.text() == "As small as can be found"
    qtbot.keyClick(editor.focus, Key.Key_Up)
    assert edited == [0.01]
    assert editor.focus.text() == "1.0 %"
    editor.show_value(0.125)
    assert editor.focus.text() == "12.5 %"


def test_a_number_or_none(make, qtbot):
    editor, edited = make(OptionalEditor, "min_confidence", None, lambda: 0.55)
    assert editor._none.isChecked()
    assert editor._none.accessibleName() == "The model's own"
    assert not editor.focus.isEnabled()
    assert editor.focus.text() == "55 %"
    qtbot.keyClick(editor._none, Key.Key_Space)
    assert edited == [0.55]
    qtbot.keyClick(editor.focus, Key.Key_Up)
    qtbot.keyClick(editor._none, Key.Key_Space)
    assert edited == [0.55, 0.6, None]


def test_the_wheel_changes_nothing_without_the_focus(make):
    editor, edited = make(NumberEditor, "hold_s", 0.4)
    editor.focus.clearFocus()
    turn = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, 120),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(editor.focus, turn)
    assert edited == []
