"""Access: everything has a name and a role, is reached by keys, and shows that it was reached."""

import os
import re
import time
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollBar,
    QTabWidget,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from fer_desktop.core.types import Expression
from fer_desktop.gui.common import messages
from fer_desktop.gui.common.theme import apply_theme
from fer_desktop.gui.export.dialog import ExportDialog, ExportSubject
from fer_desktop.gui.help.keyboard_page import show_keyboard
from fer_desktop.gui.help.licences import show_licences
from fer_desktop.gui.help.welcome import show_welcome
from fer_desktop.gui.panel.crop_view import ChipView
from fer_desktop.gui.panel.probability_bars import ProbabilityBars
from fer_desktop.gui.panel.timeline import Timeline
from fer_desktop.gui.review.library_window import LibraryWindow
from fer_desktop.gui.review.timeline import ReviewTimeline
from fer_desktop.gui.review.window import ReviewWindow
from fer_desktop.gui.settings.fields import PAGES
from fer_desktop.gui.settings.model_card import show_model_card
from fer_desktop.gui.view.image_view import ImageView
from fer_desktop.sessions.exclusions import Exclusion
from fer_desktop.sessions.review import load
from fer_desktop.system import paths
from tests.fakes import PATIENCE_S, probabilities
from tests.recorded import write_session

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def by_action(name, page=0):
    """Return what opens a dialog by its action, at one of its pages."""

    def open_it(window):
        before = {*window.findChildren(QDialog)}
        hidden = {dialog for dialog in before if not dialog.isVisible()}
        window.actions_.by_name()[name].trigger()
        opened = {*window.findChildren(QDialog)} - before | {d for d in hidden if d.isVisible()}
        (dialog,) = opened
        for pages in dialog.findChildren(QTabWidget):
            pages.setCurrentIndex(page)
        dialog.activateWindow()
        return dialog

    return open_it


def reviewed(window):
    """Open the review of a session, which lies beside the test's own settings."""
    folder = Path(os.environ["XDG_DATA_HOME"]) / "session"
    if not folder.exists():
        write_session(folder)
    review = ReviewWindow("session", load(folder), window)
    review.show()
    deadline = time.monotonic() + PATIENCE_S
    while review.session is None or review.picture.is_waiting:
        assert time.monotonic() < deadline
        QApplication.processEvents()
    review.exclusions.add(Exclusion(1.0, 2.0))
    while review.exclusions.is_counting:
        assert time.monotonic() < deadline
        QApplication.processEvents()
    review._select((3.0, 5.0))
    review.activateWindow()
    return review


def recordings(window):
    """Open the list of recordings, with one in it."""
    folder = Path(os.environ["XDG_DATA_HOME"]) / "recordings"
    if not folder.exists():
        write_session(folder / "session")
    shown = LibraryWindow(window, folder)
    shown.show()
    deadline = time.monotonic() + PATIENCE_S
    while shown._job is not None:
        assert time.monotonic() < deadline
        QApplication.processEvents()
    shown.activateWindow()
    return shown


def export(window):
    """Open the dialog that exports a session, with all that it can show."""
    here = Path("here")
    dialog = ExportDialog(ExportSubject(here, "s", "s", here, (1, 2), True), parent=window)
    dialog.open()
    dialog.activateWindow()
    return dialog


DIALOGS = {
    # Every dialog of the program; a new one is added here.
    "welcome": lambda window: show_welcome(window, is_first=True),
    "keyboard": lambda window: show_keyboard(window, window.actions_),
    "licences": show_licences,
    "model card": lambda window: show_model_card(window, paths.model_card().read_text("utf-8")),
    "about": messages.show_about,
    "valence": messages.show_valence,
    "doctor report": lambda window: messages.show_report(window, "numpy 2"),
    "review": reviewed,
    "recordings": recordings,
    "stream": by_action("open_stream"),
    "export": export,
    "camera settings": by_action("camera_settings"),
    "camera doctor": by_action("camera_doctor"),
    "light and position": by_action("check_view"),
    "corrections": by_action("corrections"),
    "measure": by_action("measure"),
    "teach": by_action("teach"),
    "folder into table": by_action("analyze_folder"),
    "saliency": by_action("saliency"),
    "notice": by_action("notice"),
    "participant": by_action("name_recording"),
    **{f"settings {page}": by_action("settings", page) for page in range(len(PAGES))},
}
PAINTED = (ImageView, ProbabilityBars, Timeline, ChipView, ReviewTimeline)
"""Widgets that paint what they tell."""
ORNAMENTS = {
    "_Pictogram",
    "TimelinePlot",
    "EndLabels",
    "PushButton",
    "ElidedLabel",
    "_Picture",
    "_Sign",
}
ORNAMENTS |= {"ReviewLegend"}
"""Widgets that paint what is told beside them, or by Qt."""
DESCRIPTION = QAccessible.Text.Description

CONTROLS = (
    *(QAbstractButton, QComboBox, QAbstractSlider, QAbstractSpinBox, QAbstractItemView),
    *(QLineEdit, QTextEdit, QPlainTextEdit),
)
_Role = QAccessible.Role
ROLES = {
    QAbstractButton: {_Role.Button, _Role.CheckBox, _Role.RadioButton, _Role.ButtonMenu},
    QComboBox: {_Role.ComboBox},
    QAbstractSlider: {_Role.Slider},
    QAbstractSpinBox: {_Role.SpinBox},
    QAbstractItemView: {_Role.List, _Role.Table, _Role.Tree},
    QLineEdit: {_Role.EditableText},
    QTextEdit: {_Role.EditableText, _Role.StaticText},
    QPlainTextEdit: {_Role.EditableText},
}


@pytest.fixture(params=["window", "pictures", *DIALOGS])
def place(request, make_desk, quick_analysis, picture_files):
    """Return the window with all that it can show, or a dialog that is open over it."""
    desk = make_desk()
    desk.window.activateWindow()
    if request.param == "pictures":
        desk.open(picture_files)
    if request.param in DIALOGS:
        yield DIALOGS[request.param](desk.window)
        return
    fear = Expression(probabilities("fear", 0.7), 0.4)
    desk.window.panel.show_face(fear, 1, 1)
    desk.window.panel.timeline.show_history(np.ones(1), fear.probabilities[None], 1.0)
    desk.window.panel.chip.show_chip(np.zeros((48, 48, 3), np.uint8), None)
    desk.window.banner.show_message("A camera.", is_problem=False, action="Use It", act=print)
    if request.param == "window":
        desk.window.view.show_text("Looking for cameras…")
    yield desk.window


def visible(root, kind=QWidget):
    """Return what is seen of a kind, without the inner parts of Qt's own widgets."""
    return [
        widget
        for widget in root.findChildren(kind)
        if widget.isVisible()
        and not isinstance(widget, QScrollBar | QHeaderView)
        and not isinstance(widget.parent(), QComboBox | QAbstractSpinBox)
        and widget.window() is root
    ]


def told(widget, what=QAccessible.Text.Name):
    return QAccessible.queryAccessibleInterface(widget).text(what)


def takes_focus(widget):
    by_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return widget.isEnabled() and by_tab and widget.focusProxy() is None


def nameless(root):
    """Return what can be used and has no name of its own."""
    return [
        widget
        for widget in visible(root)
        if (takes_focus(widget) or isinstance(widget, CONTROLS)) and not told(widget).strip()
    ]


def tabbed(qtbot, root):
    """Return all that the Tab key goes to, in order, painted with the focus and without."""
    reached, last = {}, None
    qtbot.waitUntil(root.isActiveWindow)
    for _ in range(100):
        qtbot.keyClick(root.focusWidget() or root, Qt.Key.Key_Tab)
        now = root.focusWidget()
        if now is last:
            break  # there is nothing else
        if last is not None:
            reached[last].append(last.grab().toImage())
        if now in reached:
            break
        reached[now] = [now.grab().toImage()]
        last = now
    for widget, images in reached.items():
        if len(images) == 1:
            widget.clearFocus()
            images.append(widget.grab().toImage())
    return reached


def unseen(reached):
    """Return what looks the same with the focus and without it."""
    return [widget for widget, (focused, left) in reached.items() if focused == left]


def doubled_letters(root):
    """Return mnemonics that stand for two things at once."""
    texts = [button.text() for button in visible(root, QAbstractButton)]
    texts += [label.text() for label in visible(root, QLabel) if label.buddy()]
    letters = re.findall("&([^&])", " ".join(texts).replace("&&", "").lower())
    return {letter for letter in letters if letters.count(letter) > 1}


def check_names(place):
    """Whatever can be used has a name."""
    assert nameless(place) == []


def check_roles(place):
    """Its role fits."""
    for kind, roles in ROLES.items():
        for widget in visible(place, kind):
            assert QAccessible.queryAccessibleInterface(widget).role() in roles, widget


def check_combo_boxes(place):
    """A combo box is named by a label, too."""
    # Its own name counts on other systems, its label on Linux.
    for combo in visible(place, QComboBox):
        assert combo.accessibleName()
        assert [label for label in visible(place, QLabel) if label.buddy() is combo]


def check_what_is_painted(place):
    """What is painted is told."""
    for kind in PAINTED:
        for widget in visible(place, kind):
            assert told(widget).strip(), widget
            assert told(widget, DESCRIPTION).strip(), widget


def check_painters(place):
    """Widgets that paint themselves are known here."""
    # One that is new has to be told too, or to be a mere ornament beside words.
    own = {
        type(widget).__name__
        for widget in visible(place)
        if type(widget).__module__.startswith("fer_desktop") and "paintEvent" in vars(type(widget))
    }
    assert own <= ORNAMENTS | {kind.__name__ for kind in PAINTED}


def check_tab_key(place, qtbot):
    """The Tab key reaches everything, and it is seen where it is."""
    wanted = {widget for widget in visible(place) if takes_focus(widget)}
    reached = tabbed(qtbot, place)
    assert {*reached} == wanted
    assert unseen(reached) == []


def check_mnemonics(place):
    """No letter is used twice."""
    assert not doubled_letters(place)


def test_everything_has_a_name_and_a_role_and_is_reached_by_keys(place, qtbot):
    # One test a place: to open one takes far longer than to look at it.
    check_names(place)
    check_roles(place)
    check_combo_boxes(place)
    check_what_is_painted(place)
    check_painters(place)
    check_mnemonics(place)
    check_tab_key(place, qtbot)


def test_a_button_tells_by_its_tooltip_what_it_does_now(make_desk, quick_analysis):
    desk = make_desk()
    assert told(desk.window.start_stop, DESCRIPTION).startswith("Start (")
    desk.presenter.start("demo")
    desk.wait_for_faces()
    assert told(desk.window.start_stop, DESCRIPTION).startswith("Stop (")


class Blind(QPushButton):
    """A button that looks the same whatever happens."""

    def paintEvent(self, event):  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.gray)
        painter.end()


def test_the_walk_finds_what_is_wrong(qtbot, qapp):
    apply_theme(qapp, "light")
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    parts = [QPushButton("&One"), Blind("Tw&o"), QPushButton(), QPushButton("Left out")]
    for part in parts:
        layout.addWidget(part)
    parts[3].setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    window.show()
    window.activateWindow()
    reached = tabbed(qtbot, window)
    assert nameless(window) == [parts[2]]
    assert doubled_letters(window) == {"o"}
    assert {*reached} == {*parts[:3]}
    assert unseen(reached) == [parts[1]]
