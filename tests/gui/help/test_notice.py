"""The page for the people in view: on the full screen, in every language, closed by Esc."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel

from fer_desktop.core.settings import Settings
from fer_desktop.gui.common.translation import LANGUAGES, install_language


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_says_what_happens_and_esc_closes_it(make_desk, qapp, language):
    desk = make_desk(Settings(theme="light", language=language))
    try:
        install_language(qapp, language)
        desk.actions.notice.trigger()
        (page,) = [d for d in desk.window.findChildren(QDialog) if d.isFullScreen()]
        words = [label.text() for label in page.findChildren(QLabel)]
        assert len(words) == 4
        is_english = words[0] == "Facial expressions are analyzed here"
        assert is_english == (language == "en")
        desk.qtbot.keyClick(page, Qt.Key.Key_Escape)
        assert not page.isVisible()
    finally:
        install_language(qapp, "en")
