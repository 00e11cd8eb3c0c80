"""The list of formats: two lines each, and none can be chosen that can't be written."""

import pytest
from PySide6.QtCore import Qt

from fer_desktop.export import formats
from fer_desktop.export.formats import FORMATS
from fer_desktop.gui.export.format_list import FormatList


@pytest.fixture
def make(qtbot):
    def make(form="csv"):
        shown = FormatList(form)
        qtbot.addWidget(shown)
        shown.show()
        return shown

    return make


@pytest.fixture
def nothing_installed(monkeypatch):
    monkeypatch.setattr(formats.importlib.util, "find_spec", lambda name: None)


def test_all_formats_are_listed_with_their_words(make):
    shown = make("srt")
    lines = [shown.item(row).text().split("\n") for row in range(shown.count())]
    assert [second for _, second in lines] == [FORMATS[name].words for name in shown.names]
    assert {*shown.names} == {*FORMATS}
    assert shown.names[:3] == ["csv", "xlsx", "html"]  # what most people want
    assert lines[0][0] == "CSV (.csv)"
    assert shown.form is FORMATS["srt"]


def test_a_choice_is_told(make, qtbot):
    shown = make()
    with qtbot.waitSignal(shown.chosen):
        qtbot.keyClick(shown, Qt.Key.Key_Down)
    assert shown.form is FORMATS["xlsx"]
    with qtbot.assertNotEmitted(shown.chosen):
        shown.retranslate()


def test_without_its_package_a_format_says_why_and_cannot_be_chosen(make, qtbot, nothing_installed):
    shown = make("jsonl")
    item = shown.item(shown.names.index("parquet"))
    words = "Not possible here: pyarrow is not installed (pip install fer-desktop[exports])."
    assert item.text() == f"Parquet (.parquet)\n{words}"
    assert not item.flags() & Qt.ItemFlag.ItemIsEnabled
    qtbot.keyClick(shown, Qt.Key.Key_Down)
    assert shown.form is FORMATS["py-feat"]
    middle = shown.visualItemRect(item).center()
    qtbot.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert shown.form is FORMATS["py-feat"]


def test_a_format_that_is_gone_is_not_chosen_again(make, nothing_installed):
    assert make("boris").form is FORMATS["csv"]
