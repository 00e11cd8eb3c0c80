"""The language: the system's or the chosen one, switched while the window is open."""

import gc

import pytest
from PySide6.QtCore import QTranslator

from fer_desktop.gui.common.translation import LANGUAGES, install_language, language_of


@pytest.fixture(autouse=True)
def english_again(qapp):
    yield
    install_language(qapp, "en")


@pytest.mark.parametrize("choice", LANGUAGES)
def test_a_chosen_language_does_not_ask_the_system(choice):
    assert language_of(choice, ["fr-FR"]) == choice


CASES = [
    case
    for case in (
        (["de-CH", "fr-CH"], "de"),
        (["nl-NL", "es-MX", "en-US"], "es"),
        (["fr"], "fr"),
        (["zh-Hans-CN", "zh-CN"], "zh_CN"),
        (["zh_CN"], "zh_CN"),
        (["zh-Hant-TW", "en-GB"], "en"),
        (["zh-TW", "de"], "de"),
        (["en-GB", "de"], "en"),
        (["nl-NL", "C"], "en"),
        ([], "en"),
    )
    if case[1] in LANGUAGES
]


@pytest.mark.parametrize(("wanted", "expected"), CASES)
def test_the_first_language_that_we_have_of_those_the_user_reads(wanted, expected):
    assert language_of("system", wanted) == expected


def test_texts_of_a_language_go_with_it(qapp):
    for choice in LANGUAGES * 2:
        install_language(qapp, choice)
    gc.collect()
    texts = {id(each) for each in gc.get_objects() if isinstance(each, QTranslator)}
    texts |= {id(each) for each in qapp.findChildren(QTranslator)}
    assert len(texts) <= 2, "Qt's own and ours"
