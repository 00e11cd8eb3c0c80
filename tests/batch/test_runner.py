"""Whole runs: one process, several, killed ones that go on. All give the same file."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import cv2
import numpy as np
import psutil
import pytest

from fer_desktop.batch import runner
from fer_desktop.batch.journal import journal_path
from fer_desktop.batch.runner import BatchOptions, choose_workers, run_batch
from fer_desktop.core.errors import SettingsError
from fer_desktop.core.settings import Settings
from tests.fakes import PATIENCE_S, wait_until

ROOT = Path(__file__).parents[2]
SEED = Settings(model="seed")
KILL = getattr(signal, "SIGKILL", signal.SIGTERM)  # Windows has no other


N_PICTURES = 20


@pytest.fixture(scope="module")
def pictures(astronaut, tmp_path_factory):
    """Return a folder of small pictures, two of which are broken."""
    folder = tmp_path_factory.mktemp("pictures")
    small = cv2.resize(astronaut[:320, 65:385], (72, 72), interpolation=cv2.INTER_AREA)
    for number in range(N_PICTURES):
        cv2.imwrite(str(folder / f"{number:02}.png"), cv2.convertScaleAbs(small, beta=number))
    (folder / "05.png").write_bytes(b"")
    (folder / "17.png").write_bytes(b"Dear reader, this is no picture.")
    return folder


def run(*inputs, told=None, shows_progress=False, **options):
    tell = (told if told is not None else []).append
    given = [str(path) for path in inputs]
    return run_batch(SEED, BatchOptions(given, **options), tell, shows_progress=shows_progress)


@pytest.fixture(scope="module")
def whole(pictures, tmp_path_factory):
    """Return what a run that nobody stops writes, by the ending of its file."""
    written = {}

    def of(suffix):
        if suffix not in written:
            path = tmp_path_factory.mktemp("whole") / f"whole.{suffix}"
            run(pictures, form=suffix, output=path, n_workers=1)
            written[suffix] = path.read_bytes()
        return written[suffix]

    return of


def test_all_ways_give_the_same_file_and_sentences(pictures, video, tmp_path):
    some = sorted(pictures.iterdir())[:18]  # both broken ones among them
    files, sentences = [], []
    for n_workers in (1, 2):
        told = []
        path = tmp_path / f"{n_workers}.csv"
        found = run(*some, video, told=told, form="csv", output=path, every=5, n_workers=n_workers)
        assert (found.n_inputs, found.n_failed) == (19, 2)
        files.append(path.read_bytes())
        sentences.append(told)
    assert files[0] == files[1]
    assert sentences[0] == sentences[1]
    assert len(sentences[0]) == 2


def test_annotated_copies_are_the_same_with_several_processes(pictures, video, tmp_path):
    inputs = (pictures / "00.png", pictures / "01.png", video, pictures / "00.png")
    for n_workers in (1, 2):
        folder = tmp_path / str(n_workers)
        run(*inputs, form="csv", output=tmp_path / "o", annotate=folder, n_workers=n_workers)
    one, two = ({p.name: p.read_bytes() for p in (tmp_path / n).iterdir()} for n in "12")
    assert set(one) == {
        *("00-annotated.png", "01-annotated.png", "clip-annotated.mp4", "00-2-annotated.png"),
    }
    assert {name: two[name] for name in one if name.endswith(".png")} == {
        name: data for name, data in one.items() if name.endswith(".png")
    }
    assert set(two) == set(one)


def test_progress_is_told_where_it_is_wanted(pictures):
    told = []
    run(pictures / "00.png", pictures / "05.png", told=told, shows_progress=True)
    assert told == ["1 of 2 done", f"{pictures / '05.png'}: the file is empty."]


def test_how_many_processes_so_many_inputs_are_worth(monkeypatch):
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(6)), raising=False)
    plenty = type("Memory", (), {"available": 1 << 40})
    monkeypatch.setattr(runner.psutil, "virtual_memory", lambda: plenty)
    assert [choose_workers(n, SEED) for n in (1, 8, 9, 10_000)] == [1, 1, 6, 6]
    assert choose_workers(100, Settings(engine="keras")) == 1
    plenty.available = 900_000_000
    assert choose_workers(100, SEED) == 2
    plenty.available = 1000
    assert choose_workers(100, SEED) == 1


def test_workers_are_for_this_computer_only(pictures):
    with pytest.raises(SettingsError, match="a cluster has workers of its own"):
        run(pictures, n_workers=2, scheduler="127.0.0.1:1")


def test_without_the_extra_a_sentence_says_what_to_install(pictures, monkeypatch):
    monkeypatch.delitem(sys.modules, "fer_desktop.batch.cluster", raising=False)
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(SettingsError, match=r"pip install 'fer-desktop\[cluster\]'"):
        run(pictures, scheduler="127.0.0.1:1")


# --- killed, and on again


def command(pictures, output, *more):
    arguments = ["--model", "seed", "--format", output.suffix[1:], "--output", str(output), *more]
    return [sys.executable, "-m", "fer_desktop", "analyze", str(pictures), *arguments]


def n_done(output):
    journal = journal_path(output)
    return max(0, journal.read_text(encoding="utf-8").count("\n") - 2) if journal.exists() else 0


@pytest.fixture(autouse=True)
def hears_ctrl_c():
    """Let runs hear SIGINT, which what a shell starts in the background is told to ignore."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def stop(pictures, output, how, *more):
    """Start a run, stop it after a few inputs, and return its exit code; its processes end too."""
    with subprocess.Popen(
        command(pictures, output, *more), cwd=ROOT, stderr=subprocess.PIPE, start_new_session=True
    ) as running:
        wait_until(lambda: n_done(output) >= 4)
        children = psutil.Process(running.pid).children(recursive=True)
        if how == signal.SIGINT:
            os.killpg(running.pid, how)  # as a terminal does
        else:
            running.send_signal(how)
        told = running.communicate(timeout=PATIENCE_S)[1]
    wait_until(lambda: not any(child.is_running() and not _is_over(child) for child in children))
    assert b"Traceback" not in told
    return running.returncode


def _is_over(process):
    try:
        return process.status() == psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return True


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
@pytest.mark.parametrize(
    ("how", "code", "suffix", "n_workers"),
    [
        (KILL, -KILL, "csv", "2"),
        (signal.SIGINT, 130, "jsonl", "2"),
        (KILL, -KILL, "jsonl", "1"),
    ],
)
def test_a_killed_run_goes_on_to_the_same_file_without_repeating(
    pictures, whole, endless_videos, tmp_path, how, code, suffix, n_workers
):
    output = tmp_path / f"out.{suffix}"
    # What has no end comes last, so that the run is stopped in its midst however busy the computer.
    endless = shutil.copy(endless_videos / "a.mp4", pictures / "z.mp4")
    assert stop(pictures, output, how, "--workers", n_workers) == code
    endless.unlink()
    before = n_done(output)
    assert 4 <= before <= N_PICTURES
    told = []
    done = run(
        pictures, told=told, shows_progress=True, form=suffix, output=output, resume=True,
        n_workers=2,
    )  # fmt: skip
    assert (done.n_inputs, done.n_failed) == (N_PICTURES, 2)
    assert output.read_bytes() == whole(suffix)
    assert len(told) == N_PICTURES - before, "a line each, and none of what was done before"
    assert not journal_path(output).exists()


@pytest.mark.parametrize(
    ("suffix", "change", "n_again"),
    [
        ("csv", lambda here: (here / "01.png").write_bytes((here / "03.png").read_bytes()), 1),
        ("jsonl", lambda here: (here / "00.png").write_bytes((here / "03.png").read_bytes()), 2),
        ("csv", lambda here: (here / "000.png").write_bytes((here / "03.png").read_bytes()), 1),
        ("csv", lambda here: (here / "00.png").unlink(), 2),
        ("jsonl", lambda here: (here / "01.png").unlink(), 1),
        ("jsonl", lambda here: (here / "04.png").write_bytes((here / "03.png").read_bytes()), 0),
    ],
    ids=["second changed", "first changed", "added between", "first gone", "second gone", "more"],
)
def test_files_that_changed_came_or_went_meanwhile_are_done_again(
    pictures, tmp_path, monkeypatch, suffix, change, n_again
):
    """What stands in the output is what a run over the files of now would have written."""
    folder, output = tmp_path / "pictures", tmp_path / f"out.{suffix}"
    folder.mkdir()
    for name in ("00.png", "01.png", "02.png", "03.png"):
        (folder / name).write_bytes((pictures / name).read_bytes())
    stopped_after(2, monkeypatch, folder, output)
    change(folder)
    told = []
    run(folder, told=told, form=suffix, output=output, resume=True)
    assert [text for text in told if "done again" in text] == told[:1] * bool(n_again)
    if n_again:
        assert told[0].startswith(f"{n_again} input")
    whole = tmp_path / f"whole.{suffix}"
    run(folder, form=suffix, output=whole)
    assert output.read_bytes() == whole.read_bytes()


def stopped_after(n, monkeypatch, folder, output):
    write, calls = runner.JobAnalyzer.write, []

    def interrupted(analyzer, job, writer, *begin):
        calls.append(job)
        if len(calls) > n:
            raise KeyboardInterrupt
        return write(analyzer, job, writer, *begin)

    with monkeypatch.context() as patch:
        patch.setattr(runner.JobAnalyzer, "write", interrupted)
        with pytest.raises(KeyboardInterrupt):
            run(folder, form=output.suffix[1:], output=output)


def test_copies_keep_their_names_when_a_run_goes_on(pictures, tmp_path, monkeypatch):
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "p.png").write_bytes((pictures / "00.png").read_bytes())
    inputs = (tmp_path / "a", tmp_path / "b")
    options = {"form": "csv", "output": tmp_path / "out.csv", "annotate": tmp_path / "copies"}
    write = runner.JobAnalyzer.write

    def interrupted(analyzer, job, writer, *begin):
        if job.number == 1:
            raise KeyboardInterrupt
        return write(analyzer, job, writer, *begin)

    with monkeypatch.context() as patch:
        patch.setattr(runner.JobAnalyzer, "write", interrupted)
        with pytest.raises(KeyboardInterrupt):
            run(*inputs, **options)
    run(*inputs, **options, resume=True)
    names = sorted(path.name for path in (tmp_path / "copies").iterdir())
    assert names == ["p-2-annotated.png", "p-annotated.png"]


@pytest.mark.parametrize("n_workers", [1, 2])
def test_a_copy_gives_way_to_a_file_of_the_user_also_when_a_run_goes_on(
    pictures, tmp_path, monkeypatch, n_workers
):
    copies = tmp_path / "copies"
    copies.mkdir()
    (copies / "00-annotated.png").write_bytes(b"mine")
    inputs = [pictures / f"{number:02}.png" for number in range(3)]
    options = {"form": "csv", "output": tmp_path / "out.csv", "annotate": copies}
    done = runner.BatchOutput.done

    def interrupted(output, path, **more):
        if path.endswith("01.png"):
            raise KeyboardInterrupt
        done(output, path, **more)

    with monkeypatch.context() as patch:
        patch.setattr(runner.BatchOutput, "done", interrupted)
        with pytest.raises(KeyboardInterrupt):
            run(*inputs, **options, n_workers=n_workers)
    told = []
    run(*inputs, **options, resume=True, told=told, n_workers=n_workers)
    names = ["00-2-annotated.png", "00-annotated.png", "01-annotated.png", "02-annotated.png"]
    assert sorted(path.name for path in copies.iterdir()) == names
    assert (copies / "00-annotated.png").read_bytes() == b"mine"
    assert told == [], "of those that are done it was told"
    run(*inputs[:2], form="table", output=tmp_path / "o.txt", annotate=copies, told=told)
    (sentence,) = told
    assert sentence.endswith(
        "00.png: its copy is 00-2-annotated.png; 00-annotated.png is there already and was not "
        "written by this program."
    )
    lines = (tmp_path / "o.txt").read_text().splitlines()
    assert [line for line in lines if "copy" in line] == ["  annotated copy: 00-2-annotated.png"]
    assert sorted(path.name for path in copies.iterdir()) == names


# --- long videos


@pytest.fixture(scope="module")
def long_videos(tmp_path_factory):
    """Return two videos of many small frames without a face."""
    folder = tmp_path_factory.mktemp("long")
    for name in ("a.mp4", "b.mp4"):
        codec = cv2.VideoWriter.fourcc(*"mp4v")
        file = cv2.VideoWriter(str(folder / name), cv2.CAP_FFMPEG, codec, 25.0, (64, 64))
        for number in range(1500):
            file.write(np.full((64, 64, 3), number % 256, np.uint8))
        file.release()
    return folder


def test_long_videos_go_through_files_and_nothing_of_these_stays(
    long_videos, tmp_path, monkeypatch
):
    spilled = []
    pieces = runner.Outcome.pieces

    def look(outcome):
        spilled.append(outcome.file is not None and outcome.file.parent.name)
        return pieces(outcome)

    monkeypatch.setattr(runner.Outcome, "pieces", look)
    for n_workers in (1, 2):
        output = tmp_path / f"{n_workers}.jsonl"
        run(long_videos, form="jsonl", output=output, n_workers=n_workers)
    assert spilled == ["2.jsonl.rows"] * 2
    assert (tmp_path / "1.jsonl").read_bytes() == (tmp_path / "2.jsonl").read_bytes()
    assert {path.name for path in tmp_path.iterdir()} == {"1.jsonl", "2.jsonl"}


def test_what_a_kill_left_beside_the_output_goes_away_with_the_next_run(pictures, tmp_path):
    output = tmp_path / "out.csv"
    (tmp_path / "out.csv.rows").mkdir()
    (tmp_path / "out.csv.rows" / "3-99.rows").touch()
    run(pictures / "00.png", form="csv", output=output)
    assert list(tmp_path.iterdir()) == [output]


@pytest.fixture(scope="module")
def endless_videos(tmp_path_factory):
    """Return two videos that take far longer than a test looks at them."""
    folder = tmp_path_factory.mktemp("endless")
    codec = cv2.VideoWriter.fourcc(*"mp4v")
    file = cv2.VideoWriter(str(folder / "a.mp4"), cv2.CAP_FFMPEG, codec, 25.0, (64, 64))
    for number in range(30_000):
        file.write(np.full((64, 64, 3), number % 256, np.uint8))
    file.release()
    shutil.copy(folder / "a.mp4", folder / "b.mp4")
    return folder


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, KILL])
def test_a_stopped_run_leaves_no_broken_copy_and_no_process(endless_videos, tmp_path, how):
    output, copies = tmp_path / "out.jsonl", tmp_path / "copies"
    more = ("--workers", "2", "--annotate", str(copies))
    with subprocess.Popen(
        command(endless_videos, output, *more),
        cwd=ROOT,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as running:
        wait_until(lambda: len(list(copies.glob("*.part.mp4"))) == 2)
        children = psutil.Process(running.pid).children(recursive=True)
        if how == signal.SIGINT:
            os.killpg(running.pid, how)
        else:
            running.send_signal(how)
        assert b"Traceback" not in running.communicate(timeout=PATIENCE_S)[1]
    wait_until(lambda: all(not child.is_running() or _is_over(child) for child in children))
    # A run that can still do so takes along the folder that it made.
    assert copies.exists() == (how == KILL)
    assert not list(copies.glob("*"))
    assert {path.name for path in tmp_path.iterdir()} <= {
        "out.jsonl",
        "out.jsonl.journal",
        "copies",
    }


def test_windows_waits_for_no_more_than_61_processes(monkeypatch):
    assert runner.most_workers() > 61
    monkeypatch.setattr(runner.sys, "platform", "win32")
    assert runner.most_workers() == 61
