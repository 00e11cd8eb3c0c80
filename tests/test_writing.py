"""Whole commands that must not destroy, mix up or lose anything: cases of writing files.

The analysis is a fake: what a network sees is no matter here.
"""

import csv
import gc
import json
import os
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from fer_desktop.__main__ import main
from fer_desktop.batch import exportable, inputs, jobs, runner
from fer_desktop.core.errors import ImageError
from fer_desktop.system.files import Draft
from fer_desktop.system.outputs import only_writer, only_writer_in
from tests.command_fixtures import FakeAnalyzer
from tests.movies import coded, write_movie
from tests.recorded import write_session

ROOT = Path(__file__).parents[1]
POSIX = pytest.mark.skipif(os.name != "posix", reason="POSIX files")
FORMATS = ("csv", "py-feat", "statistics", "facereader-detailed", "facereader-state")
JPEG = b"\xff\xd8\xff\xe0 a picture"


class Analyzer(FakeAnalyzer):
    """Names nothing good that does not exist, nor what is called bad."""

    def __init__(self, settings, classifier=None):
        super().__init__(settings)

    def frames(self, item, every=1, told=None, places=None):
        if not Path(item.path).is_file():
            raise ImageError(f"{item.path}: there is no such file.")
        yield from super().frames(item, every)


@pytest.fixture(autouse=True)
def fake(monkeypatch):
    for module in (jobs, runner, inputs, exportable):
        monkeypatch.setattr(module, "FileAnalyzer", Analyzer)


@pytest.fixture
def here(tmp_path, monkeypatch):
    """Return the working folder: three pictures and two videos."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    for name in ("in.jpg", "p.jpg", "q.jpg"):
        (folder / name).write_bytes(JPEG + name.encode())
    for name in ("a.mp4", "a-annotated.mp4"):
        (folder / name).write_bytes(b"\0\0\0\x20ftypisom" + name.encode())
    return folder


@pytest.fixture
def fer(capsys):
    def run(*arguments):
        code = main([str(each) for each in arguments])
        printed = capsys.readouterr()
        return code, printed.out, printed.err.splitlines()

    return run


def contents(folder):
    """Return all files below a folder, with what is in them."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def refused(fer, folder, *arguments):
    """Check that nothing changes, and return the sentence."""
    before = contents(folder)
    code, out, err = fer(*arguments)
    assert (code, out, len(err)) == (2, "", 1), err
    assert contents(folder) == before
    return err[0]


def stopping_at(name):
    """Return frames of the analyzer that are as they are until Ctrl+C at an input."""
    real = Analyzer.frames

    def frames(self, item, every=1, told=None, places=None):
        if item.path == name:
            raise KeyboardInterrupt
        yield from real(self, item, every)

    return frames


def rows(path):
    with Path(path).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


# W1, W2


@pytest.mark.parametrize("form", ["table", "json", "jsonl", "csv"])
def test_an_output_that_is_an_input_is_refused(here, fer, form):
    told = refused(fer, here, "analyze", "in.jpg", "--format", form, "--output", "in.jpg")
    assert "in.jpg is one of the inputs" in told


@POSIX
def test_so_is_a_link_and_a_second_name(here, fer):
    (here / "link.csv").symlink_to(here / "in.jpg")
    os.link(here / "in.jpg", here / "hard.csv")
    for name in ("link.csv", "hard.csv"):
        told = refused(fer, here, "analyze", ".", "--format", "csv", "--output", name)
        assert "one of the inputs" in told


def test_names_that_a_shell_has_put_in_the_place_of_an_asterisk(here, fer):
    names = sorted(path.name for path in here.glob("*.jpg"))
    refused(fer, here, "analyze", "--format", "csv", "--output", *names)


@pytest.mark.parametrize("form", ["csv", "html", "srt"])
@pytest.mark.parametrize("name", ["a.mp4", "other.MP4", "new.png"])
def test_an_export_is_no_video_and_no_picture(here, fer, form, name):
    refused(fer, here, "export", "a.mp4", "--format", form, "--output", name)


def test_a_table_of_groups_is_an_input_too(here, fer):
    (here / "groups.csv").write_text("recording,participant,condition\na,p1,film\n")
    study = ("export", "a.mp4", "--format", "study", "--groups", "groups.csv", "--output")
    assert "one of the inputs" in refused(fer, here, *study, "groups.csv")


@POSIX
@pytest.mark.timeout(30)
def test_a_table_of_groups_that_is_a_pipe_is_not_waited_for(here, fer):
    os.mkfifo(here / "groups.csv")
    code, _, err = fer("export", "a.mp4", "--format", "study", "--groups", "groups.csv")
    assert (code, len(err)) == (5, 1)
    assert "no ordinary file" in err[0]


def test_a_detector_is_an_input_too(here, fer):
    (here / "yunet.onnx").write_bytes(b"onnx")
    detector = ("--detector", "yunet", "--detector-model", "yunet.onnx")
    refused(fer, here, "analyze", "in.jpg", *detector, "--output", "yunet.onnx")


@pytest.mark.parametrize("name", ["faces.csv", "session.json", "Markers.csv", "video.mp4"])
@pytest.mark.parametrize("command", ["analyze", "export"])
def test_a_session_is_no_output(here, fer, name, command):
    write_session(here / "s")
    target = here / "s" / name
    refused(fer, here, command, "p.jpg", "--format", "csv", "--output", target)


@POSIX
@pytest.mark.parametrize("is_resumed", [False, True])
def test_what_another_name_of_the_output_shows_stays(here, fer, monkeypatch, is_resumed):
    session = write_session(here / "s")
    os.link(session / "faces.csv", here / "o.csv")
    arguments = ("analyze", "in.jpg", "q.jpg", "--format", "csv", "--output", "o.csv")
    if is_resumed:
        (here / "o.csv").unlink()
        with monkeypatch.context() as patch:
            patch.setattr(Analyzer, "frames", stopping_at("q.jpg"))
            assert fer(*arguments)[0] == 130
        os.link(here / "o.csv", session / "backup.csv")
    before = contents(session)
    assert fer(*arguments, *(["--resume"] if is_resumed else []))[0] == 0
    assert contents(session) == before
    assert [row["path"] for row in rows("o.csv")] == ["in.jpg", "q.jpg"]


@pytest.mark.parametrize("name", ["", ".", "..", "/", "a\0b"])
@pytest.mark.parametrize("form", ["csv", "json", "xlsx"])
def test_what_can_be_no_file_is_no_output(here, fer, name, form):
    refused(fer, here, "analyze", "in.jpg", "--format", form, "--output", name)


def test_an_export_has_no_such_name_either(here, fer):
    refused(fer, here, "export", "in.jpg", "--format", "csv", "--output", "a\0b")


# W3


def test_a_copy_is_never_written_over_an_input(here, fer):
    for name in ("a.mp4", "a-annotated.mp4"):
        write_movie(here / name, [coded(1, 64, 48)] * 3, codec="mpeg4")
    before = contents(here)
    arguments = ("--annotate", ".", "--format", "csv", "--output", "o.csv")
    code, _, err = fer("analyze", "a.mp4", "a-annotated.mp4", *arguments)
    assert (code, err) == (0, [])
    after = contents(here)
    assert {name: after[name] for name in before} == before
    assert set(after) - set(before) == {
        *("a-2-annotated.mp4", "a-annotated-annotated.mp4", "o.csv"),
    }


# W4, W5


@pytest.mark.parametrize("form", ["srt", "csv", "elan", "py-feat"])
@pytest.mark.parametrize("output", [(), ("--output", "talk.x"), ("--output", ".")])
def test_what_lies_beside_an_export_may_be_the_users(here, fer, form, output):
    (here / "talk.mp4").write_bytes(b"\0\0\0\x20ftypisom")
    for name in ("talk.json", "talk_py-feat.json"):
        (here / name).write_text('{"mine": 1}')
    assert "no export wrote it" in refused(
        fer, here, "export", "talk.mp4", "--format", form, *output
    )


def test_an_export_may_be_written_again_with_its_companion(here, fer):
    for _ in range(2):
        code, _, err = fer("export", "a.mp4", "--format", "bids", "--output", "out/")
        assert (code, len(err)) == (0, 1)
    assert sorted(contents(here / "out")) == ["a_events.json", "a_events.tsv"]


def test_every_format_has_a_name_of_its_own_in_a_folder(here, fer):
    from fer_desktop.export.formats import FORMATS

    names = {}
    for form in FORMATS:
        code, _, (told,) = fer("export", "a.mp4", "--format", form, "--output", "out/")
        assert code == 0
        names[form] = Path(told.removesuffix(" is written.")).name
    assert len({*names.values()}) == len(FORMATS)
    companions = [
        json.loads((here / "out" / name).read_text())
        for name in contents(here / "out")
        if name.endswith(".json")
    ]
    files = [about.get("GeneratedBy", about)["file"] for about in companions]
    assert sorted(files) == sorted(names[form] for form in FORMATS if FORMATS[form].about)


def test_a_journal_is_not_written_over_a_file_of_the_user(here, fer):
    (here / "o.csv.journal").write_text("Dear diary\n")
    arguments = ("analyze", "in.jpg", "--format", "csv", "--output", "o.csv")
    assert "is no journal of a run" in refused(fer, here, *arguments)


# W6


@pytest.mark.parametrize("form", ["table", "json", "jsonl", "csv"])
@pytest.mark.parametrize("is_there", [True, False])
def test_a_run_that_read_nothing_writes_nothing(here, fer, form, is_there):
    if is_there:
        (here / "prev").write_text("rows of yesterday\n")
    before = contents(here)
    code, _, err = fer("analyze", "gone.jpg", "--format", form, "--output", "prev")
    assert code == 5
    assert err[-1] == "Nothing could be read, so prev is left as it was."
    assert contents(here) == before


@POSIX
def test_nor_does_it_where_a_link_leads_to_nothing(here, fer):
    (here / "o.csv").symlink_to("new.csv")
    assert fer("analyze", "gone.jpg", "--format", "csv", "--output", "o.csv")[0] == 5
    assert (here / "o.csv").is_symlink()
    assert not (here / "new.csv").exists()


@pytest.mark.parametrize("command", ["analyze", "export"])
def test_nor_a_folder(here, fer, command):
    (here / "there").mkdir()
    output = here / "there" / "new" / "newer" / "o.csv"
    assert fer(command, "gone.jpg", "--format", "csv", "--output", output)[0] == 5
    assert not any((here / "there").iterdir())
    assert fer(command, "in.jpg", "--format", "csv", "--output", output)[0] == 0
    assert output.is_file()


def test_what_failed_before_the_first_good_one_is_in_the_file(here, fer):
    (here / "prev.csv").write_text("rows of yesterday\n")
    code, _, _ = fer("analyze", "gone.jpg", "in.jpg", "--format", "csv", "--output", "prev.csv")
    assert code == 1
    assert [row["path"] for row in rows("prev.csv")] == ["gone.jpg", "in.jpg"]


def test_an_export_that_read_nothing_writes_nothing(here, fer):
    (here / "prev.csv").write_text("rows of yesterday\n")
    before = contents(here)
    code, _, err = fer("export", "gone.jpg", "--format", "csv", "--output", "prev.csv")
    assert (code, len(err)) == (5, 2)
    assert contents(here) == before


# W7


def through(pipe, act):
    """Return what comes out of a pipe while something is done."""
    os.mkfifo(pipe)
    got = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()))
    reader.start()
    act()
    reader.join(10)
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    return got[0]


@POSIX
@pytest.mark.parametrize("form", ["csv", "html", "parquet", "boris", "xlsx"])
def test_an_export_goes_into_a_pipe(here, fer, form):
    if form in ("parquet", "boris", "xlsx"):
        pytest.importorskip("pyarrow" if form == "parquet" else "openpyxl")
    pipe = here / "pipe.out"
    before = contents(here)
    assert through(pipe, lambda: fer("export", "a.mp4", "--format", form, "--output", pipe))
    assert contents(here) == before, "and nothing is written beside it"


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs a full device")  # noqa: PTH110
@pytest.mark.parametrize("form", ["boris", "xlsx"])
def test_a_full_device_is_one_sentence(here, fer, form):
    pytest.importorskip("openpyxl")
    code, _, err = fer("export", "a.mp4", "--format", form, "--output", "/dev/full")
    gc.collect()
    assert (code, err) == (2, ["/dev/full: can't be written (No space left on device)."])


@POSIX
def test_a_device_stays_a_device(here, fer):
    (here / "null").symlink_to(os.devnull)
    for command in ("export", "analyze"):
        code, _, _ = fer(command, "p.jpg", "--format", "csv", "--output", here / "null")
        assert code == 0
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)
    assert (here / "null").is_symlink()


# W8


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize(
    "arguments",
    [("models",), ("models", "--json"), ("--help",), ("--version",), ("cameras", "--json")],
    ids=" ".join,
)
def test_a_full_disk_behind_stdout_is_one_sentence(arguments):
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "fer_desktop", *arguments],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr == "The results can't be read or written (No space left on device).\n"


@POSIX
@pytest.mark.parametrize("form", ["csv", "jsonl", "json", "table", "xlsx"])
def test_a_full_disk_leaves_no_empty_file(here, fer, form):
    import resource

    before = contents(here)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, limits[1]))  # no file may grow
    try:
        code, _, err = fer("analyze", "in.jpg", "--format", form, "--output", "new/o.out")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert (code, len(err)) == (2, 1)
    assert contents(here) == before
    assert not (here / "new").exists()


# W9


@pytest.mark.parametrize("form", ["table", "json", "csv"])
@pytest.mark.parametrize("name", ["in.jpg", "a.mp4"])
def test_a_copy_that_cannot_be_written_costs_no_row(here, fer, form, name):
    (here / "copies").write_text("this is no folder")
    _, expected, _ = fer("analyze", name, "--format", form)
    code, out, err = fer("analyze", name, "--format", form, "--annotate", "copies")
    assert code == 1
    assert len(err) == 1
    assert err[0].startswith("The annotated copy is not whole: copies")
    assert "could not be read" not in out
    if form == "json":
        assert json.loads(out)["inputs"][0]["frames"] == json.loads(expected)["inputs"][0]["frames"]
    else:
        assert out.startswith(expected)


# W10


def test_of_two_runs_into_one_file_the_second_refuses(here, fer):
    from fer_desktop.batch.journal import Output

    with Output(here / "o.csv") as first:
        first.write("rows of the first\n")
        first.flush()
        told = refused(fer, here, "analyze", "in.jpg", "--format", "csv", "--output", "o.csv")
    assert "another run writes it" in told
    assert fer("analyze", "in.jpg", "--format", "csv", "--output", "o.csv")[0] == 0


@pytest.mark.parametrize("is_there", [False, True])
def test_of_two_exports_into_one_file_the_second_refuses(here, fer, is_there):
    if is_there:
        (here / "o.csv").write_text("path\n")
    export = ("export", "in.jpg", "--format", "csv", "--output", "o.csv")
    analyze = ("analyze", "in.jpg", "--format", "csv", "--output", "o.csv")
    with Draft(here / "o.csv", chosen=True) as first, only_writer(first):
        first.path.write_text("rows of the first\n")
        assert "another run writes it" in refused(fer, here, *export)
        assert "another run writes it" in refused(fer, here, *analyze)
        assert fer(*export[:-1], "other.csv")[0] == 0
    assert fer(*export)[0] == 0


def test_an_export_does_not_replace_what_another_run_writes(here, fer):
    from fer_desktop.batch.journal import Output

    with Output(here / "o.csv") as first:
        first.write("rows of the first\n")
        first.flush()
        told = refused(fer, here, "export", "in.jpg", "--format", "csv", "--output", "o.csv")
    assert "another run writes it" in told


def test_what_a_killed_export_left_holds_nobody_up(here, fer):
    (here / f"o.1-{'0' * 16}.part.csv").write_text("half")
    assert fer("export", "in.jpg", "--format", "csv", "--output", "o.csv")[0] == 0


def test_of_two_runs_that_copy_into_one_folder_the_second_refuses(here, fer):
    with only_writer_in(here / "new" / "copies"):
        told = refused(fer, here, "analyze", "in.jpg", "--annotate", "new/copies")
    assert "another run writes its copies there" in told
    assert not (here / "new").exists()
    assert fer("analyze", "in.jpg", "--annotate", "new/copies")[0] == 0


# W11


def test_inputs_that_were_changed_meanwhile_are_told_and_done_again(here, fer, monkeypatch):
    def stopped(self, item, every=1, told=None, places=None):
        if item.path == "q.jpg":
            raise KeyboardInterrupt
        yield from real(self, item, every)

    real = Analyzer.frames
    arguments = ("analyze", "in.jpg", "p.jpg", "q.jpg", "--format", "csv", "--output", "o.csv")
    with monkeypatch.context() as patch:
        patch.setattr(Analyzer, "frames", stopped)
        assert fer(*arguments)[0] == 130
    (here / "in.jpg").write_bytes(JPEG + b"another one")
    done = []

    def noted(self, item, every=1, told=None, places=None):
        done.append(item.path)
        yield from real(self, item, every)

    monkeypatch.setattr(Analyzer, "frames", noted)
    code, _, (told,) = fer(*arguments, "--resume")
    assert code == 0
    assert "2 inputs that were done are done again" in told
    assert done == ["in.jpg", "p.jpg", "q.jpg"]
    assert [row["path"] for row in rows("o.csv")] == done


def test_without_a_change_a_run_goes_on(here, fer, monkeypatch):
    def stopped(self, item, every=1, told=None, places=None):
        if item.path == "q.jpg":
            raise KeyboardInterrupt
        yield from real(self, item, every)

    real = Analyzer.frames
    arguments = ("analyze", "gone.jpg", "p.jpg", "q.jpg", "--format", "csv", "--output", "o.csv")
    with monkeypatch.context() as patch:
        patch.setattr(Analyzer, "frames", stopped)
        assert fer(*arguments)[0] == 130
    assert fer(*arguments, "--resume")[0] == 1
    assert [row["path"] for row in rows("o.csv")] == ["gone.jpg", "p.jpg", "q.jpg"]


def test_a_run_that_was_stopped_before_anything_was_read_begins_anew(here, fer, monkeypatch):
    def stopped(self, item, every=1, told=None, places=None):
        raise KeyboardInterrupt

    arguments = ("analyze", "p.jpg", "--format", "csv", "--output", "o.csv")
    with monkeypatch.context() as patch:
        patch.setattr(Analyzer, "frames", stopped)
        assert fer(*arguments)[0] == 130
    (here / "o.csv").touch()  # a kill would leave it
    assert fer(*arguments, "--resume")[0] == 0
    assert [row["path"] for row in rows("o.csv")] == ["p.jpg"]
