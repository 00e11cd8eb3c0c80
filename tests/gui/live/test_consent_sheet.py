"""A recording that needs consent begins with a sheet: nothing is stored before people agree."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from fer_desktop.core.errors import SessionError
from fer_desktop.core.settings import WITH_CONSENT, Settings
from fer_desktop.gui.common.translation import LANGUAGES, install_language
from fer_desktop.gui.live.consent_sheet import ConsentSheet, usual_text
from fer_desktop.sessions.consent import CONSENT_FILE, read_consent
from fer_desktop.sessions.erase import erase_session
from fer_desktop.sessions.files import read_info


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "sessions"


@pytest.fixture
def research(make_desk, quick_analysis, folder):
    """Return the window for research, with the demo running."""
    desk = make_desk(Settings(theme="light", purpose="research", record_folder=str(folder)))
    desk.presenter.start("demo")
    desk.wait_for_faces()
    return desk


def test_nothing_is_stored_before_people_agree(research, folder):
    desk = research
    recording, setup = desk.presenter.recording, desk.presenter.recording.setup
    assert not desk.actions.record_consent.isEnabled()  # it can't be switched off
    assert desk.actions.record_consent.isChecked()
    desk.actions.record.trigger()
    sheet = setup.sheet
    desk.actions.record.trigger()
    assert setup.sheet is sheet  # asked once
    assert not sheet.record.isEnabled()
    desk.qtbot.keyClick(sheet, Qt.Key.Key_Return)
    sheet.people.setText("P07, P08")
    assert not sheet.record.isEnabled()  # named is not agreed
    sheet.reject()
    assert not recording.is_on
    assert not folder.exists()
    assert desk.kept == []

    desk.actions.record.trigger()
    sheet = setup.sheet
    sheet.text.setPlainText("We record your face.")
    sheet.people.setText("P07, P08")
    sheet.agreed.click()
    sheet.record.click()
    assert recording.is_on
    recorder = recording._recorder
    desk.wait(lambda: recorder.seconds)
    desk.actions.record.trigger()
    desk.wait(lambda: recording._recorder is None)
    (made,) = folder.iterdir()
    kept = read_consent(made)
    assert (kept.text, kept.people) == ("We record your face.", ("P07", "P08"))
    assert kept.purpose == "research"
    assert kept.time <= read_info(made)["started_utc"]
    assert read_info(made)["purpose"] == "research"
    assert desk.presenter.settings.consent_text == "We record your face."
    assert erase_session(made)  # the sheet goes with it


def test_a_source_that_ends_meanwhile_is_not_recorded(research, folder):
    desk = research
    desk.actions.record.trigger()
    sheet = desk.presenter.recording.setup.sheet
    desk.actions.start_stop.trigger()
    sheet.people.setText("P07")
    sheet.agreed.click()
    sheet.record.click()
    assert not desk.presenter.recording.is_on
    assert not folder.exists()


def test_anybody_can_ask_for_a_sheet_and_nobody_else_must(make_desk, quick_analysis, folder):
    desk = make_desk(Settings(theme="light", purpose="personal", record_folder=str(folder)))
    desk.presenter.start("demo")
    desk.wait_for_faces()
    desk.actions.record_consent.trigger()
    desk.actions.record.trigger()
    assert desk.presenter.recording.setup.sheet is not None
    assert "personal" not in WITH_CONSENT


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sheet_is_in_each_language(qtbot, qapp, language):
    english = usual_text()
    parent = QWidget()
    qtbot.addWidget(parent)
    try:
        install_language(qapp, language)
        sheet = ConsentSheet(parent, Settings(), "Ana", now=lambda: 0.0)
        assert (usual_text() == english) == (language == "en")
        assert sheet.own_text == ""
        assert sheet.consent.language.startswith(language[:2])
        assert sheet.consent.time.startswith("1970-01-01T00:00:00")
    finally:
        install_language(qapp, "en")


def test_a_file_that_is_no_sheet_is_told(tmp_path):
    (tmp_path / CONSENT_FILE).write_text("[]")
    assert read_consent(tmp_path / "elsewhere") is None
    with pytest.raises(SessionError, match="no consent sheet"):
        read_consent(tmp_path)
