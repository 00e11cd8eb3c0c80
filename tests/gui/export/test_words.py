"""Each format has its words, and those of its description are marked for the translators."""

from PySide6.QtCore import QTranslator

from fer_desktop.export import formats
from fer_desktop.export.formats import FORMATS
from fer_desktop.gui.export.words import (
    DESCRIPTIONS,
    TITLES,
    description_of,
    title_of,
    why_missing,
)


def test_every_format_has_its_words():
    assert list(TITLES) == list(FORMATS)
    assert list(DESCRIPTIONS) == [form.words for form in FORMATS.values()]
    assert len(set(TITLES.values())) == len(TITLES)


def test_words_as_they_are_shown(qapp):
    assert title_of(FORMATS["bids"]) == "BIDS (_events.tsv)"
    assert title_of(FORMATS["html"]) == "Report (.html)"
    assert description_of(FORMATS["elan"]).startswith("Readable by ELAN")


class Marked(QTranslator):
    """Puts the context before every text."""

    def isEmpty(self):  # noqa: N802 - Qt's name
        return False

    def translate(self, context, source, disambiguation=None, n=-1):
        return f"{context}: {source}"


def test_words_are_those_of_the_windows_language(qapp, monkeypatch):
    translator = Marked(qapp)
    qapp.installTranslator(translator)
    try:
        monkeypatch.setattr(formats.importlib.util, "find_spec", lambda name: None)
        for form in FORMATS.values():
            assert description_of(form) == f"Export: {form.words}"
        assert title_of(FORMATS["html"]) == "Export: Report (.html)"
        assert why_missing(FORMATS["boris"]).startswith("Export: Not possible here: openpyxl")
    finally:
        qapp.removeTranslator(translator)


def test_why_a_format_cannot_be_written(monkeypatch):
    assert why_missing(FORMATS["parquet"]) == ""
    monkeypatch.setattr(formats.importlib.util, "find_spec", lambda name: None)
    words = "Not possible here: openpyxl is not installed (pip install fer-desktop[exports])."
    assert why_missing(FORMATS["boris"]) == words
    assert why_missing(FORMATS["csv"]) == ""
