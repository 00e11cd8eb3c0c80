"""A made-up language, two fifths longer and switched on at run time: what stays English is not
translated, and what is cut has no room for German."""

import re

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QPushButton,
    QTabBar,
)

from fer_desktop.core.settings import Settings
from fer_desktop.gui.common.widgets import ElidedLabel, PushButton
from tests.gui.conftest import lay_out
from tests.recorded import write_session

DIALOGS = (
    *(
        "welcome",
        "keyboard",
        "settings",
        "camera_settings",
        "camera_doctor",
        "check_view",
        "licences",
    ),
    *("model_card", "about"),
)
_MARK = "\u2039"
"""Every text of the made-up language begins with this."""


class PseudoLanguage(QTranslator):
    """Lengthens every text; placeholders, markup and mnemonics stay what they are."""

    def isEmpty(self):  # noqa: N802 - Qt's name
        return False

    def translate(self, context, source, disambiguation=None, n=-1):
        words = re.sub(r"<[^>]*>|\{[^}]*\}|&", "", source)
        return f"{_MARK}{source}{'~' * round(0.4 * len(words))}\u203a"


@pytest.fixture
def pseudo(qapp):
    translator = PseudoLanguage(qapp)
    yield lambda: qapp.installTranslator(translator)
    qapp.removeTranslator(translator)


@pytest.fixture
def desk(make_desk, quick_analysis, pseudo):
    """Return the window with the demo, which was opened in English and then spoke otherwise."""
    desk = make_desk(Settings(theme="light"))
    desk.presenter.start("demo")
    desk.wait_for_faces()
    pseudo()
    desk.presenter.chosen.change(announce=False)  # as after a choice in the settings
    desk.wait(lambda: desk.window.view.sign.startswith(_MARK))
    return desk


def shown(place, kind):
    return [w for w in place.findChildren(kind) if w.isVisible()]


def texts(place):
    """Return what labels, buttons and boxes say."""
    kinds = (QLabel, QPushButton, QCheckBox)
    found = [widget.text() for kind in kinds for widget in shown(place, kind)]
    found += [box.itemText(i) for box in shown(place, QComboBox) for i in range(box.count())]
    found += [bar.tabText(i) for bar in shown(place, QTabBar) for i in range(bar.count())]
    return [text for text in found if re.search("[A-Za-z]{3}", re.sub("<[^>]*>", "", text))]


# Names of things: files, models, programs, languages in themselves, keys, measures.
_NAMES = re.compile(
    r"se-resnet|seed|Demo|FER Desktop|English|Deutsch|Espa|Fran|MIT|LGPL|\.png|/|Ctrl|Shift|"
    r"Py[A-Z]|^\d|YuNet"
)


def untranslated(place):
    return [text for text in texts(place) if _MARK not in text and not _NAMES.search(text)]


def cut(place):
    """Return the texts that have less room than they need."""
    found = []
    for kind in (QPushButton, QCheckBox, QLabel):
        for widget in shown(place, kind):
            may_shorten = isinstance(widget, ElidedLabel) or (
                isinstance(widget, PushButton) and not widget.icon().isNull()
            )
            if may_shorten or not widget.text():
                continue
            if isinstance(widget, QLabel) and widget.wordWrap():
                is_cut = widget.height() < widget.heightForWidth(widget.width())
            else:
                is_cut = widget.width() < widget.sizeHint().width()
            if is_cut:
                found.append(widget.text())
    return found


def test_nothing_of_the_window_stays_english(desk):
    desk.wait(lambda: not untranslated(desk.window))
    menus = [action.text() for menu in desk.actions.menus.values() for action in menu.actions()]
    assert [t for t in menus if t and _MARK not in t and not _NAMES.search(t)] == []


def test_nothing_of_the_window_is_cut(desk):
    lay_out()
    assert cut(desk.window) == []


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_no_dialog_stays_english_or_is_cut(desk):
    found = lambda: [w for w in QApplication.topLevelWidgets() if is_dialog(w)]  # noqa: E731
    cut_words = {}
    for name in DIALOGS:
        desk.actions.by_name()[name].trigger()
        desk.wait(found)
        (dialog,) = found()
        desk.wait(lambda dialog=dialog: not untranslated(dialog))
        cut_words[name] = cut(dialog)
        dialog.close()
        desk.wait(lambda: not found())
    assert cut_words == {name: [] for name in DIALOGS}


def is_dialog(widget):
    return isinstance(widget, QDialog) and widget.isVisible()


def test_every_page_of_the_settings_is_translated_and_whole(desk):
    desk.actions.settings.trigger()
    (dialog,) = [w for w in QApplication.topLevelWidgets() if is_dialog(w)]
    (bar,) = dialog.findChildren(QTabBar)
    for page in range(bar.count()):
        bar.setCurrentIndex(page)
        lay_out()
        assert untranslated(dialog) == [], page
        assert cut(dialog) == [], page


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_review_is_translated_and_whole(desk, tmp_path):
    review = desk.presenter.reviews.open(write_session(tmp_path / "123"))
    desk.wait(lambda: review.session is not None)
    lay_out()
    review.head.about.setText("")  # the camera's own name
    assert untranslated(review) == []
    assert cut(review) == []
    review.head.export.click()
    (dialog,) = desk.presenter.exports.dialogs
    lay_out()
    assert untranslated(dialog) == []
    assert cut(dialog) == []
    lines = [dialog.formats.item(row).text() for row in range(dialog.formats.count())]
    assert [line for line in lines if line.partition("\n")[2][:1] != _MARK] == []
