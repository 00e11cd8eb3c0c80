"""Errors are sentences, and stand for exit codes."""

import pytest

from fer_desktop.core import errors
from fer_desktop.system import terminal

ALL = [kind for kind in vars(errors).values() if isinstance(kind, type)]


def test_the_exit_codes_are_the_contracts():
    named = ("OK", "SOME_FAILED", "USAGE", "CAMERA", "MODEL", "NO_INPUT")
    assert [getattr(terminal, name) for name in named] == [0, 1, 2, 3, 4, 5]


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        (errors.SettingsError, 2),
        (errors.CameraError, 3),
        (errors.ModelError, 4),
        (errors.SourceError, 5),
        (errors.ImageError, 5),
        (errors.DataError, 5),
        (errors.SessionError, 5),
        (errors.FerError, 1),
    ],
)
def test_each_error_stands_for_its_code(kind, code):
    assert terminal.exit_code(kind("text")) == code


def test_no_error_stands_for_success():
    assert all(terminal.exit_code(kind("text")) != 0 for kind in ALL)


def test_foreign_texts_are_quoted_as_one_printable_line():
    assert errors.one_line(ValueError("a\n  b\tc")) == "a b c"
    assert errors.one_line("\x1b[2Jx\x00\ud800") == "?[2Jx??"
    assert len(errors.one_line("x" * 1000)) == 200
    assert errors.one_line("x" * 1000, 5) == "xxxx\u2026"


def test_the_family_of_errors():
    assert all(issubclass(kind, errors.FerError) for kind in ALL)
    assert issubclass(errors.CameraError, errors.SourceError), "a camera is a source"
    assert not issubclass(errors.ImageError, errors.SourceError)


def test_messages_go_to_stderr(capsys):
    terminal.say("something happened")
    captured = capsys.readouterr()
    assert (captured.out, captured.err) == ("", "something happened\n")


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(3, "about 10 seconds left"), (60, "about 1 minute left"), (600, "about 10 minutes left")],
)
def test_what_is_left_is_told_in_words(seconds, words):
    assert terminal.time_left(seconds) == words
