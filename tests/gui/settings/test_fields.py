"""The table of the dialog: every setting has its place, and no letter stands twice on a page."""

from dataclasses import fields
from typing import get_args, get_type_hints

import pytest

from fer_desktop.core.settings import Settings
from fer_desktop.gui.settings.fields import ELSEWHERE, PAGES, choices_of, without_mnemonic

SPECS = {name: spec for page in PAGES.values() for name, spec in page.items()}


def test_every_setting_is_in_the_dialog_or_meant_to_be_elsewhere():
    names = [name for page in PAGES.values() for name in page]
    assert sorted([*names, *ELSEWHERE]) == sorted(field.name for field in fields(Settings))


@pytest.mark.parametrize("name", [n for n, s in SPECS.items() if s.kind == "choice"])
def test_a_choice_offers_every_value_that_is_possible(name):
    if name == "model":
        return  # what there is, is known later
    field = next(field for field in fields(Settings) if field.name == name)
    offered = [value for value, _ in choices_of(name, SPECS[name])]
    assert offered == list(field.metadata["one_of"])
    assert all(words and "&" not in words for _, words in choices_of(name, SPECS[name]))


def test_the_kinds_fit_the_types():
    hints = get_type_hints(Settings)
    for name, spec in SPECS.items():
        assert (hints[name] is bool) == (spec.kind == "check"), name
        assert (type(None) in get_args(hints[name])) == (spec.kind == "optional"), name
        if spec.kind in ("slider", "number"):
            assert hints[name] is float, name


@pytest.mark.parametrize(
    ("text", "plain"),
    [("&Language:", "Language:"), ("简体中文 (&Z)", "简体中文"), ("A && B", "A & B"), ("", "")],
)
def test_words_without_their_mnemonic(text, plain):
    assert without_mnemonic(text) == plain
