"""Where a run writes, and from which of its outputs it goes on."""

import csv
import sys
from dataclasses import replace

import pytest

from fer_desktop.batch import ordered_output
from fer_desktop.batch.jobs import Task
from fer_desktop.batch.journal import journal_path
from fer_desktop.batch.ordered_output import BatchOutput, run_identity
from fer_desktop.core.errors import SettingsError
from fer_desktop.core.settings import Settings

TASK = Task(Settings(), "csv", {"name": "fixed"})
GIVEN = ["a", "b"]


def write(output, *paths):
    for path in paths:
        output.writer.begin(path, "image")
        output.writer.end(f"{path}: bad")
        output.done(path, is_failed=True)


def stopped(path, *paths, task=TASK):
    with BatchOutput(task, GIVEN, path) as output:
        write(output, *paths)


@pytest.mark.parametrize("form", ["csv", "jsonl"])
def test_a_run_that_goes_on_writes_the_same_file_to_the_byte(tmp_path, form):
    task = replace(TASK, form=form)
    with BatchOutput(task, GIVEN, tmp_path / "whole") as output:
        write(output, "1", "2", "3", "4")
        output.finish()
    stopped(tmp_path / "out", "1", "2", task=task)
    with (tmp_path / "out").open("ab") as file:
        file.write(b'3,"half a video' * 100)
    with BatchOutput(task, GIVEN, tmp_path / "out", resume=True) as output:
        assert (output.mark.n_inputs, output.mark.n_failed) == (2, 2)
        write(output, "3", "4")
        output.finish()
    assert (tmp_path / "out").read_bytes() == (tmp_path / "whole").read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out", "whole"]


def test_a_run_can_stop_and_go_on_many_times(tmp_path):
    path = tmp_path / "out.csv"
    for number in range(5):
        with BatchOutput(TASK, GIVEN, path, resume=True) as output:
            assert output.mark.n_inputs == number
            write(output, str(number))
    with path.open(encoding="utf-8", newline="") as file:
        assert [row["path"] for row in csv.DictReader(file)] == ["0", "1", "2", "3", "4"]


def test_what_is_done_is_in_the_file_before_the_journal_says_so(tmp_path, monkeypatch):
    path = tmp_path / "out.csv"
    seen = []
    add = ordered_output.Journal.add

    def look(journal, mark):
        add(journal, mark)
        seen.append(path.read_text(encoding="utf-8").count("\n"))

    monkeypatch.setattr(ordered_output.Journal, "add", look)
    with BatchOutput(TASK, GIVEN, path) as output:
        write(output, "1", "2")
    assert seen == [1, 2, 3]


@pytest.mark.parametrize(("form", "name"), [("csv", ""), ("json", "out"), ("table", "out")])
def test_only_files_of_lines_can_go_on(tmp_path, form, name):
    path = tmp_path / name if name else None
    with pytest.raises(SettingsError, match="--resume needs --output FILE, and --format csv or"):
        BatchOutput(replace(TASK, form=form), GIVEN, path, resume=True)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("form", ["json", "table"])
def test_other_formats_have_no_journal(tmp_path, form):
    stopped(tmp_path / "out", "1", task=replace(TASK, form=form))
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_journal_that_cannot_be_written_is_only_missed_by_those_who_need_it(
    tmp_path, monkeypatch
):
    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(ordered_output, "Journal", refuse)
    with BatchOutput(TASK, GIVEN, tmp_path / "out.csv") as output:
        write(output, "1")
        output.finish()
    with pytest.raises(SettingsError, match=r"new\.csv\.journal: can't be written"):
        BatchOutput(TASK, GIVEN, tmp_path / "new.csv", resume=True)


def test_stdout_gets_the_text(capsys):
    with BatchOutput(TASK, GIVEN, None) as output:
        write(output, "1")
        output.finish()
    assert capsys.readouterr().out.splitlines()[1].startswith("1,")
    assert not sys.stdout.closed


@pytest.mark.parametrize(
    ("task", "given", "name"),
    [
        (replace(TASK, every=2), GIVEN, "--every"),
        (replace(TASK, form="jsonl"), GIVEN, "--format"),
        (replace(TASK, model={"name": "other"}), GIVEN, "--model"),
        (replace(TASK, settings=Settings(min_confidence=0.5)), GIVEN, "--min-confidence"),
        (TASK, ["a", "c"], "inputs"),
        (TASK, ["ab"], "inputs"),
    ],
)
def test_whatever_the_result_depends_on_makes_it_another_run(task, given, name):
    one, other = run_identity(TASK, GIVEN), run_identity(task, given)
    assert [key for key in one if one[key] != other[key]] == [name]


def test_what_only_the_window_uses_does_not():
    task = replace(TASK, settings=Settings(theme="dark"))
    assert run_identity(task, GIVEN) == run_identity(TASK, GIVEN)


def test_another_command_is_refused_and_the_file_stays(tmp_path):
    path = tmp_path / "out.csv"
    stopped(path, "1")
    before = path.read_bytes()
    with pytest.raises(SettingsError, match="begun with other --every"):
        BatchOutput(replace(TASK, every=2), GIVEN, path, resume=True)
    assert path.read_bytes() == before
    assert journal_path(path).exists()


def test_options_are_named_as_the_command_line_names_them():
    searched = run_identity(replace(TASK, settings=Settings(video_search="fast")), GIVEN)
    known = run_identity(TASK, GIVEN)
    assert [key for key in known if known[key] != searched[key]] == ["--search"]
    assert "--video-search" not in known
