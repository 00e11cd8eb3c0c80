"""The journal beside an output: what a run goes on from, and what it refuses to go on from."""

import json
import sys
from pathlib import Path

import pytest

from fer_desktop.batch.journal import Journal, Mark, Output, has_journal, journal_path, read_mark
from fer_desktop.core.errors import SettingsError

RUN = {"--model": {"name": "seed"}, "--every": 1, "inputs": "ab"}


@pytest.fixture
def path(tmp_path):
    return tmp_path / "new" / "out.csv"


def write(path, *texts, identity=RUN, is_whole=False):
    """Write inputs and return the marks after each."""
    mark, marks = Mark(), []
    with Output(path) as output:
        journal = Journal(output, identity, mark)
        for text in texts:
            output.write(text)
            mark = mark.after(text, is_failed=text.startswith("bad"))
            journal.add(mark)
            marks.append(Mark(mark.n_inputs, mark.n_failed, mark.paths, output.n_bytes))
        journal.close(is_whole=is_whole)
    return marks


def test_a_stopped_run_goes_on_after_its_last_whole_input(path):
    write(path, "ä one\n", "bad two\n", "three\n")
    with path.open("ab") as file:
        file.write(b"half a li")
    mark, n_again = read_mark(path, RUN)
    assert n_again == 0
    assert (mark.n_inputs, mark.n_failed) == (3, 1)
    assert mark.n_bytes == len("ä one\nbad two\nthree\n".encode())
    with Output(path, mark) as output:
        output.write("four\n")
    assert path.read_text(encoding="utf-8") == "ä one\nbad two\nthree\nfour\n"
    with Output(path) as output:
        output.write("ä one\nbad two\nthree\nfour\n")
        anew = output.n_bytes, output.checksum
    with Output(path, mark) as output:
        output.write("four\n")
        assert (output.n_bytes, output.checksum) == anew


def test_a_cut_line_of_the_journal_is_left_out(path):
    write(path, "one\n", "two\n")
    whole = journal_path(path).read_bytes()
    for n_cut in range(1, len(whole.splitlines(keepends=True)[-1])):
        journal_path(path).write_bytes(whole[:-n_cut])
        # Only the line's end is missing where one byte is: the line itself is whole.
        assert read_mark(path, RUN)[0].n_inputs == (2 if n_cut == 1 else 1)


def test_of_an_output_that_lost_its_end_the_mark_before_counts(path):
    write(path, "one\n", "two\n", "three\n")
    path.write_bytes(path.read_bytes()[:-2])
    assert read_mark(path, RUN)[0].n_inputs == 2


def test_without_an_output_a_run_begins(path):
    assert read_mark(path, RUN) is None
    write(path, "one\n")
    path.unlink()
    assert read_mark(path, RUN) is None


def test_a_run_that_was_stopped_before_its_first_mark_begins_anew(path):
    write(path)
    head = journal_path(path).read_text(encoding="utf-8").splitlines()[0]
    journal_path(path).write_text(head + "\n", encoding="utf-8")
    assert read_mark(path, RUN) is None


@pytest.mark.parametrize(
    ("identity", "words"),
    [
        ({**RUN, "--every": 2}, "begun with other --every."),
        ({**RUN, "--every": 2, "inputs": "x"}, "begun with other --every and inputs."),
    ],
)
def test_another_command_is_refused_by_what_differs(path, identity, words):
    write(path, "one\n")
    with pytest.raises(SettingsError) as caught:
        read_mark(path, identity)
    assert words in str(caught.value)
    assert str(path) in str(caught.value)
    assert "Without --resume out.csv is written anew." in str(caught.value)


def test_an_output_that_was_changed_is_refused(path):
    write(path, "one\n", "two\n")
    path.write_text("One\ntwo\n", encoding="utf-8")
    with pytest.raises(SettingsError, match="changed by something else"):
        read_mark(path, RUN)


def test_a_complete_output_is_left_alone(path):
    write(path, "one\n", is_whole=True)
    assert not journal_path(path).exists()
    with pytest.raises(SettingsError, match="it is complete"):
        read_mark(path, RUN)


@pytest.mark.parametrize("text", ["", "[]\n", "{}\n", '{"schema": 2}\n', "nonsense", "\0\n"])
def test_a_journal_that_is_none_is_refused(path, text):
    write(path, "one\n")
    journal_path(path).write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError, match="written anew"):
        read_mark(path, RUN)


@pytest.mark.parametrize("text", ["[" * 100_000, '{"run":' + "[" * 100_000, "9" * 5000])
def test_neither_is_one_that_no_reader_of_json_takes(path, text):
    write(path, "a\n")
    journal_path(path).write_text(text)
    with pytest.raises(SettingsError, match="can't be read"):
        read_mark(path, RUN)


def test_a_mark_of_endless_numbers_is_none(path):
    write(path, "a\n")
    with journal_path(path).open("a") as journal:
        journal.write("9" * 5000 + " 0 0 0 0 0.\n")
    assert read_mark(path, RUN)[0].n_inputs == 1


def test_the_first_line_says_which_run_it_is(path):
    write(path, "one\n")
    first = journal_path(path).read_text(encoding="utf-8").splitlines()[0]
    assert json.loads(first) == {"schema": 2, "run": RUN}


def test_paths_in_another_order_have_another_checksum():
    def of(*paths):
        mark = Mark()
        for path in paths:
            mark = mark.after(path, is_failed=False)
        return mark.paths

    assert len({of("a", "b"), of("b", "a"), of("ab"), of("a", "b", "")}) == 4
    assert of("caf\udce9.png")  # a name that is no UTF-8


@pytest.mark.skipif(sys.platform == "win32", reason="no such device")
def test_a_device_has_no_journal(tmp_path):
    assert has_journal(tmp_path / "new.csv")
    assert not has_journal(Path("/dev/null"))
    (tmp_path / "link").symlink_to("/dev/null")
    assert not has_journal(tmp_path / "link")
