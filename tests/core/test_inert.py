"""Text of strangers does nothing in a terminal or a spreadsheet, and no message has a password."""

import pytest

from fer_desktop.core.errors import SourceError
from fer_desktop.core.inert import inert, is_formula, without_secrets


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Grüße 写真 🙂.png", "Grüße 写真 🙂.png"),
        ("a\x1b[2Jb", r"a\x1b[2Jb"),
        ("a\x9b2J\x07\x00", r"a\x9b2J\x07\x00"),
        ("two\nlines\r\t", r"two\nlines\r\t"),
        ("gpj\u202e.exe", r"gpj\u202e.exe"),
        ("\u2066x\u2069\u200f\u2028", r"\u2066x\u2069\u200f\u2028"),
        ("caf\udce9", r"caf\udce9"),
        ("soft\u00adhyphen \u200c", "soft\u00adhyphen \u200c"),
    ],
)
def test_control_signs_are_shown_and_not_sent(text, shown):
    assert inert(text) == shown
    assert inert(inert(text)) == shown


def test_ends_of_lines_stay_where_they_are_wanted():
    assert inert("a\n\tb\x1b", keep="\n\t") == "a\n\tb\\x1b"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("http://user:secret@host/?token=1", "http://host/?…"),
        ("(rtsp://u:p@host:554/live?x=1#y).", "(rtsp://host:554/live?…)."),
        ("https://a:p@ss@host/x: can't be read.", "https://host/x: can't be read."),
        ("s3://bucket/a.jpg?X-Amz-Signature=abc: gone", "s3://bucket/a.jpg?…: gone"),
        ("HTTP://U:P@H/a and rtmp://k@b/c&d=e", "HTTP://H/a and rtmp://b/c&…"),
        ("http://host/a.jpg is there", "http://host/a.jpg is there"),
        ("http:/user:secret@host/?t=1", "http:/host/?…"),
        (r"C:/a@b/c?d is a path", r"C:/a@b/c?d is a path"),
        ("a@b.c? no address", "a@b.c? no address"),
    ],
)
def test_addresses_have_no_secrets(text, shown):
    assert without_secrets(text) == shown
    assert str(SourceError(text)) == shown


@pytest.mark.parametrize(
    "text", ["=1", "+1", "-a", "@x", " =1", "\u00a0=1", "\t=1", "\u200b=1", "\uff1d1"]
)
def test_formulas(text):
    assert is_formula(text)
    assert not is_formula(f"a{text}")
    assert not is_formula(f'"{text}')
    assert is_formula(f'"{text}', quote='"')


@pytest.mark.parametrize("text", ["", "'", "'=1", "a=1", "1", '"a"', "   ", "-"])
def test_no_formulas(text):
    assert not is_formula(text, quote='"')
