"""The translations are whole: every text of the code, no other, and each fit for its place."""

import importlib.util
import re
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from fer_desktop.gui.common.translation import LANGUAGES, SOURCE_LANGUAGE, install_language
from fer_desktop.gui.common.words import name_of

ROOT = Path(__file__).parents[1]
OURS = [language for language in LANGUAGES if language != SOURCE_LANGUAGE]


@pytest.fixture(scope="module")
def tool():
    """Return packaging/translations.py as a module."""
    file = ROOT / "packaging" / "translations.py"
    spec = importlib.util.spec_from_file_location("translations_tool", file)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    if not (Path(sys.executable).parent / "pyside6-lupdate").exists():
        pytest.skip("lupdate is not installed")
    return module


def pairs(language):
    root = ET.parse(ROOT / "resources" / "translations" / f"fer-desktop_{language}.ts").getroot()
    return [
        (context.findtext("name"), m.findtext("source"), m.findtext("translation"))
        for context in root.iter("context")
        for m in context.iter("message")
    ]


def test_the_files_have_the_texts_of_the_code_and_all_are_translated(tool):
    assert set(tool.LANGUAGES) == set(OURS)
    assert tool.problems() == []


def test_the_check_finds_a_text_that_is_missing_and_one_that_nobody_uses(tool, monkeypatch):
    spelled = tool.spelled_out
    monkeypatch.setattr(
        tool, "spelled_out", lambda code: spelled(code).replace("Take Snapshot", "Take Picture")
    )
    found = " ".join(tool.problems())
    assert "not translated: '&Take Picture'" in found
    assert "does not have the texts of the code" in found


def test_a_modules_short_name_is_spelled_out(tool):
    code = 'def _tr(text: str) -> str:\n    return QCoreApplication.translate("Live", text)\n'
    assert 'QCoreApplication.translate("Live", "Paused")' in tool.spelled_out(
        code + 'x = _tr("Paused")\n'
    )
    assert "self._tr(" in tool.spelled_out(code + "self._tr(1)\n")


@pytest.mark.parametrize("language", OURS)
def test_placeholders_and_markup_are_those_of_the_source(language):
    for _, source, text in pairs(language):
        for pattern in (r"\{\w*\}", r"</?\w+>"):
            assert sorted(re.findall(pattern, text)) == sorted(re.findall(pattern, source)), source
        # An ampersand before a space is a word of its own and no mnemonic.
        letters = [re.findall(r"&\S", words.replace("&&", "")) for words in (text, source)]
        assert len(letters[0]) == len(letters[1]), source
        assert text.endswith("…") == source.endswith("…"), source


@pytest.mark.parametrize("language", OURS)
def test_the_window_speaks_it_and_english_again(qapp, language):
    try:
        assert install_language(qapp, language) == language
        assert name_of("happiness") != "happiness"
        ours = qapp.translate("Actions", "&Take Snapshot")
        assert ours not in ("&Take Snapshot", "")
        assert qapp.translate("QPlatformTheme", "Cancel") != "Cancel"  # Qt's own words too
    finally:
        install_language(qapp, "en")
    assert name_of("happiness") == "happiness"


@pytest.mark.parametrize("language", OURS)
def test_mnemonics_are_not_used_twice_in_a_menu(qtbot, qapp, language):
    from PySide6.QtWidgets import QMainWindow

    from fer_desktop.gui.shell.actions import Actions

    try:
        install_language(qapp, language)
        window = QMainWindow()
        qtbot.addWidget(window)
        actions = Actions(window)
        menus = [window.menuBar(), *actions.menus.values()]
        for menu in menus:
            menus.extend(a.menu() for a in menu.actions() if a.menu() and a.menu() not in menus)
            texts = " ".join(a.text().replace("&&", "") for a in menu.actions())
            letters = re.findall("&(.)", texts.lower())
            assert len(letters) == len(set(letters)), texts
    finally:
        install_language(qapp, "en")
