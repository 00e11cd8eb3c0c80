"""A folder into a table: whole or not at all, counted, stopped, and here or on a cluster."""

import csv
import shutil
from threading import Event

import pytest

from fer_desktop.batch import folder_run
from fer_desktop.batch.folder_run import begin_folder_run
from fer_desktop.batch.jobs import JobAnalyzer
from fer_desktop.core.settings import Settings
from tests.fakes import PATIENCE_S

SETTINGS = Settings(model="seed", search="fast", video_search="fast")


@pytest.fixture
def folder(tmp_path, portrait):
    """Return a folder with two pictures of which one can't be read."""
    inside = tmp_path / "photos"
    inside.mkdir()
    (inside / "a.png").write_bytes(portrait.read_bytes())
    (inside / "b.png").write_bytes(b"no picture")
    return inside


def result_of(job):
    assert job.wait(PATIENCE_S)
    assert job.problem == ""
    return job.result


@pytest.mark.parametrize("suffix", [".csv", ".jsonl", ".xlsx"])
def test_the_table_is_there_and_what_is_unreadable_is_told(folder, tmp_path, suffix):
    if suffix == ".xlsx":
        pytest.importorskip("openpyxl", reason="the extra 'exports' is not installed")
    output = tmp_path / f"photos{suffix}"
    job = begin_folder_run(SETTINGS, folder, output)
    found = result_of(job)
    assert (found.output, found.n_inputs) == (output, 2)
    assert (job.n_done, job.n_expected) == (2, 2)
    assert len(found.problems) == 1
    assert "b.png" in found.problems[0]
    if suffix == ".csv":
        with output.open(encoding="utf-8", newline="") as file:
            assert [row["status"] for row in csv.DictReader(file)] == ["OK", "UNREADABLE"]
    assert sorted(each.name for each in tmp_path.iterdir()) == sorted(["photos", output.name])


def test_what_is_stopped_or_fails_leaves_the_old_table(folder, tmp_path, monkeypatch):
    output = tmp_path / "photos.csv"
    output.write_text("mine")
    job = begin_folder_run(SETTINGS, folder, output, "tcp:/none")
    assert job.wait(PATIENCE_S)
    assert "no Dask scheduler answers" in job.problem
    real = folder_run.run_batch

    gate = Event()

    def late(settings, asked, tell, *, count, check):
        assert gate.wait(PATIENCE_S)
        return real(settings, asked, tell, count=count, check=check)

    monkeypatch.setattr(folder_run, "run_batch", late)
    job = begin_folder_run(SETTINGS, folder, output)
    job.stop(0)
    gate.set()
    assert job.wait(PATIENCE_S)
    assert (job.result, job.problem) == (None, "")
    assert output.read_text() == "mine"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["photos", "photos.csv"]


def test_stopping_ends_it_in_the_midst_of_a_video(tmp_path, video, monkeypatch):
    inside = tmp_path / "videos"
    inside.mkdir()
    shutil.copy(video, inside / "a.mp4")
    begun, jobs, n_frames = Event(), [], []
    real = JobAnalyzer._frames

    def frames(self, job, places):
        for analyzed in real(self, job, places):
            n_frames.append(1)
            if len(n_frames) == 3:
                begun.set()
                jobs[0]._stop.wait(PATIENCE_S)
            yield analyzed

    monkeypatch.setattr(JobAnalyzer, "_frames", frames)
    jobs.append(begin_folder_run(SETTINGS, inside, tmp_path / "a.csv"))
    assert begun.wait(PATIENCE_S)
    assert jobs[0].stop(PATIENCE_S)
    assert (jobs[0].result, jobs[0].problem) == (None, "")
    assert len(n_frames) == 3
    assert [each.name for each in tmp_path.iterdir()] == ["videos"]


def test_an_empty_folder_and_one_that_is_gone_are_told(tmp_path):
    (tmp_path / "empty").mkdir()
    for name, words in (("empty", "no pictures or videos"), ("gone", "there is no such file")):
        found = result_of(begin_folder_run(SETTINGS, tmp_path / name, tmp_path / "a.csv"))
        assert found.output is None
        assert words in found.problems[0]


def test_a_table_where_nobody_may_write_is_told(folder, tmp_path):
    job = begin_folder_run(SETTINGS, folder, tmp_path / "gone" / "a.csv")
    assert job.wait(PATIENCE_S)
    assert "can't be written" in job.problem
