"""What was wrong with the kept settings is told in the window, beside other messages."""

from PySide6.QtWidgets import QPushButton

from fer_desktop.gui.settings.dialog import SettingsDialog

NOTE = "'smoothing_s' was 99, which is not between 0 and 10 s; the default 0.25 is used."


def test_nothing_is_told_where_all_is_well(desk, quick_analysis):
    desk.presenter.start("demo")
    assert desk.window.note.text == ""


def test_one_note_is_told_and_stays_beside_other_messages(desk, quick_analysis):
    desk.presenter.start(None, [NOTE])
    desk.wait(lambda: "No camera was found" in desk.window.banner.text)
    told = f"Some settings could not be read and were reset: {NOTE}"
    assert desk.window.note.text == told
    assert desk.window.note.isVisible()


def test_of_several_notes_the_first_is_told_with_their_number(desk, quick_analysis):
    desk.presenter.start("demo", [NOTE, "b", "c"])
    assert NOTE in desk.window.note.text
    assert "3" in desk.window.note.text


def test_the_note_opens_the_settings(desk, quick_analysis):
    desk.presenter.start("demo", [NOTE])
    buttons = desk.window.note.findChildren(QPushButton)
    next(button for button in buttons if button.text() == "Settings…").click()
    assert desk.window.findChild(SettingsDialog).isVisible()
    assert desk.window.note.text == ""


def test_the_dialog_closes_with_the_window(desk):
    desk.actions.settings.trigger()
    dialog = desk.window.findChild(SettingsDialog)
    closed = []
    dialog.finished.connect(closed.append)
    desk.window.close()
    assert closed
