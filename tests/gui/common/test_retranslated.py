"""What is mixed into a widget writes it anew when the language changes, and only then."""

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from fer_desktop.gui.common.retranslated import Retranslated


class Words(Retranslated, QFrame):
    def __init__(self, parent=None):
        super().__init__(parent)
        self.n_written = 0

    def retranslate(self):
        self.n_written += 1


@pytest.fixture
def words(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    words = Words(window)
    window.show()
    yield words
    del window  # it has lived as long as the test


def test_a_widget_inside_a_window_hears_of_another_language(words):
    QApplication.sendEvent(words.window(), QEvent(QEvent.Type.LanguageChange))
    assert words.n_written == 1


def test_other_changes_write_nothing_and_reach_qt(words):
    words.setEnabled(False)
    words.setStyleSheet("QFrame { border: 1px solid red }")
    assert words.n_written == 0
    assert not words.isEnabled()


def test_who_writes_nothing_is_an_error():
    with pytest.raises(NotImplementedError):
        Retranslated().retranslate()
