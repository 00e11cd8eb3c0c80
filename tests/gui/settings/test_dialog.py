"""The settings dialog in the real window: acts at once, stays in step, resets, exports, imports."""

import json
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QWidget

from fer_desktop.core.settings import Settings
from fer_desktop.gui.settings import model_list
from fer_desktop.gui.settings.dialog import SettingsDialog

CHANGED = Settings(
    theme="light", mirror=False, hold_s=2.0, camera="Cam|1:1|a", own_models=("/m",), welcome_seen=1
)


@pytest.fixture
def open_dialog():
    """Return what opens the dialog of a desk."""

    def open_dialog(desk):
        desk.actions.settings.trigger()
        return desk.window.findChild(SettingsDialog)

    return open_dialog


@pytest.fixture
def dialog(desk, open_dialog):
    return open_dialog(desk)


def edit(dialog, name, value):
    """Choose a value as the editor does."""
    dialog.rows[name].editor.edited.emit(value)


def press_undo(dialog):
    next(b for b in dialog.banner.findChildren(QPushButton) if b.text() == "Undo").click()


def test_it_opens_by_its_key_beside_the_window_and_shows_what_is_chosen(make_desk, open_dialog):
    desk = make_desk(CHANGED)
    assert desk.actions.settings.shortcut().toString() == "Ctrl+,"
    dialog = open_dialog(desk)
    assert dialog.isVisible()
    assert not dialog.isModal()
    assert not dialog.rows["mirror"].editor.focus.isChecked()
    assert dialog.rows["hold_s"].editor.focus.text() == "2.00 s"
    assert dialog.rows["theme"].editor.focus.currentText() == "Light"
    assert desk.kept == []


def test_every_change_acts_at_once(desk, dialog, qtbot):
    box = dialog.rows["show_bars"].editor.focus
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert desk.kept[-1].show_bars
    assert desk.actions.show_bars.isChecked()
    assert desk.window.view.style_.bars
    edit(dialog, "overlay_scale", 2.0)
    assert desk.window.view.style_.scale == 2.0


def test_it_stays_in_step_with_the_menus(desk, dialog):
    desk.actions.choices["search"]["fast"].trigger()
    assert dialog.rows["search"].editor.focus.currentData() == "fast"
    desk.actions.mirror.trigger()
    assert not dialog.rows["mirror"].editor.focus.isChecked()


def test_what_can_not_work_is_said_beside_it_and_not_applied(desk, dialog, tmp_path):
    edit(dialog, "detector", "yunet")
    assert desk.presenter.settings.detector == "haar"
    assert "needs its file" in dialog.rows["detector"].problem.text()
    assert dialog.rows["detector_model"].problem.text() == ""
    edit(dialog, "hold_s", 1.0)  # the rest goes on
    assert desk.presenter.settings.hold_s == 1
    edit(dialog, "detector_model", str(tmp_path / "none.onnx"))
    assert desk.presenter.settings.detector_model == ""
    assert "no such file" in dialog.rows["detector_model"].problem.text()
    (tmp_path / "yunet.onnx").write_bytes(b"")
    edit(dialog, "detector_model", str(tmp_path / "yunet.onnx"))
    assert desk.presenter.settings.detector == "yunet"
    assert dialog.rows["detector"].problem.text() == ""
    edit(dialog, "detector_model", "")
    assert desk.presenter.settings.detector_model != ""
    assert "needs its file" in dialog.rows["detector_model"].problem.text()


def test_a_reset_keeps_the_cameras_and_can_be_undone(make_desk, open_dialog):
    desk = make_desk(CHANGED)
    dialog = open_dialog(desk)
    edit(dialog, "detector", "yunet")
    dialog._reset.click()
    expected = Settings(camera="Cam|1:1|a", own_models=("/m",), welcome_seen=1)
    assert desk.presenter.settings == desk.kept[-1] == expected
    assert dialog.rows["mirror"].editor.focus.isChecked()
    assert dialog.rows["detector"].editor.focus.currentData() == "haar"
    press_undo(dialog)
    assert desk.presenter.settings == CHANGED
    assert not dialog.rows["mirror"].editor.focus.isChecked()
    assert dialog.banner.text == ""


def test_settings_are_carried_away_and_brought(make_desk, open_dialog, monkeypatch, tmp_path):
    desk, file = make_desk(CHANGED), tmp_path / "mine.json"
    dialog = open_dialog(desk)
    for name in ("getSaveFileName", "getOpenFileName"):
        monkeypatch.setattr(QFileDialog, name, staticmethod(lambda *a: (str(file), "")))
    dialog._export.click()
    assert dialog.banner.text == "The settings are in mine.json."
    assert json.loads(file.read_text())["hold_s"] == 2
    dialog._reset.click()
    dialog._import.click()
    assert desk.presenter.settings == CHANGED
    assert dialog.banner.text == "The settings of mine.json are used now."
    file.write_text('{"smoothing_s": 99, "model": "gone", "hold_s": 3}')
    dialog._import.click()
    assert desk.presenter.settings == Settings(hold_s=3)
    assert "'smoothing_s' was 99" in dialog.banner.text
    assert "There is no model 'gone'" in dialog.banner.text
    press_undo(dialog)
    assert desk.presenter.settings == CHANGED


def test_a_file_that_is_none_changes_nothing(desk, dialog, monkeypatch, tmp_path):
    monkeypatch.setattr(QFileDialog, "getOpenFileName", staticmethod(lambda *a: ("", "")))
    dialog._import.click()
    assert dialog.banner.text == ""
    broken, none = tmp_path / "a.json", tmp_path / "none" / "b.json"
    broken.write_text("{")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", staticmethod(lambda *a: (str(broken), "")))
    dialog._import.click()
    assert "is no settings file" in dialog.banner.text
    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(lambda *a: (str(none), "")))
    dialog._export.click()
    assert "can't be written" in dialog.banner.text
    assert desk.kept == []


def letters(texts):
    found = [text.replace("&&", "") for text in texts]
    return [text[text.index("&") + 1].lower() for text in found if "&" in text]


@pytest.mark.parametrize("number", range(5))
def test_no_letter_stands_twice_on_a_page(dialog, number):
    tabs = [dialog.pages.tabText(i) for i in range(dialog.pages.count())]
    buttons = [b.text() for b in (dialog._reset, dialog._export, dialog._import, dialog._close)]
    page = dialog.pages.widget(number)
    rows = [row.label.text() or row.editor.focus.text() for row in page.rows.values()]
    rows += [row.editor._none.text() for n, row in page.rows.items() if n == "min_confidence"]
    if number == 0:
        rows.append(dialog._first_page.text())
    found = letters([*tabs, *buttons, *rows])
    assert len(found) == len(set(found)) == len(tabs) + len(buttons) + len(rows)


def test_all_that_has_the_focus_has_a_name_and_the_keys_reach_it(dialog, qtbot):
    for widget in dialog.findChildren(QWidget):
        takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        inside = widget.objectName().startswith("qt_")
        if takes and widget.isVisible() and not inside and not widget.focusProxy():
            assert widget.accessibleName() or getattr(widget, "text", str)(), widget
    reached, first = set(), dialog.focusWidget()
    for _ in range(40):
        qtbot.keyClick(QApplication.focusWidget() or dialog, Qt.Key.Key_Tab)
        reached.add(dialog.focusWidget())
    assert first in reached
    for name in ("language", "theme", "reduced_motion", "announce"):
        assert dialog.rows[name].editor.focus in reached
    assert {dialog._reset, dialog._close} <= reached


def test_enter_in_a_field_presses_no_button(desk, dialog, qtbot):
    edit(dialog, "hold_s", 3.0)
    dialog.pages.setCurrentIndex(3)
    line = dialog.rows["snapshot_folder"].editor.focus
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert not [b for b in dialog.findChildren(QPushButton) if b.autoDefault() or b.isDefault()]
    assert desk.presenter.settings.hold_s == 3
    assert dialog.isVisible()


def test_keras_can_not_be_chosen_where_it_is_not_installed(desk, open_dialog, monkeypatch):
    monkeypatch.setattr(model_list, "find_spec", lambda name: None)
    engines = open_dialog(desk).rows["engine"].editor.focus
    assert not engines.model().item(engines.findData("keras")).isEnabled()


def test_the_first_page_can_be_asked_for(desk, dialog, qtbot):
    with qtbot.waitSignal(desk.actions.welcome.triggered):
        dialog._first_page.click()


def test_another_language_is_taken_at_once(desk, dialog):
    dialog._close.setText("")
    dialog.rows["theme"].label.setText("")
    QApplication.sendEvent(dialog, QEvent(QEvent.Type.LanguageChange))
    assert dialog._close.text() == "&Close"
    assert dialog.rows["theme"].label.text() == "&Theme:"
    assert dialog.rows["theme"].editor.focus.currentData() == "light"
    assert desk.kept == []


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_closed_dialog_is_forgotten_and_opens_anew(desk, dialog, open_dialog, qtbot):
    desk.actions.settings.trigger()
    assert len(desk.window.findChildren(SettingsDialog)) == 1
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not desk.window.findChildren(SettingsDialog))
    desk.presenter.chosen.change(mirror=False)
    assert not open_dialog(desk).rows["mirror"].editor.focus.isChecked()
    assert replace(desk.presenter.settings, mirror=True) == Settings(theme="light")
