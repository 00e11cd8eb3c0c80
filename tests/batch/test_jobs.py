"""One input of many: the same text whoever writes it, and a reason for whatever goes wrong."""

import io
import json
from dataclasses import replace

import pytest

from fer_desktop.batch.inputs import Input
from fer_desktop.batch.jobs import Job, JobAnalyzer, Task, failed, next_chunk
from fer_desktop.core.errors import ModelError
from fer_desktop.core.settings import Settings
from fer_desktop.export.writers import make_writer
from tests.fakes import FixedClassifier

TASK = Task(Settings(), "jsonl", {"name": "fixed"})


def image(path, number=0, **more):
    return Job(number, Input(str(path), "image"), **more)


@pytest.fixture
def analyzer():
    return JobAnalyzer(TASK, FixedClassifier("fear"))


def test_an_outcome_is_what_would_be_written_here(analyzer, portrait):
    file = io.StringIO()
    written = analyzer.write(image(portrait), make_writer("jsonl", file, TASK.model))
    assert written == (None, None, True)
    outcome = analyzer.outcome(image(portrait, 7))
    assert (outcome.number, outcome.path, outcome.error) == (7, str(portrait), None)
    assert outcome.text == file.getvalue()
    assert json.loads(outcome.text)["faces"][0]["label"] == "fear"


def test_a_file_that_cannot_be_read_is_a_line_and_a_sentence(analyzer):
    outcome = analyzer.outcome(image("gone.png"))
    assert outcome.error == "gone.png: there is no such file."
    assert json.loads(outcome.text)["error"] == outcome.error
    assert failed(TASK, image("gone.png"), outcome.error) == outcome


@pytest.mark.parametrize("error", [MemoryError(), RuntimeError("the\nbuffer is odd")])
def test_what_one_file_runs_into_is_told_of_that_file(analyzer, portrait, monkeypatch, error):
    def fails(path):
        raise error

    monkeypatch.setattr("fer_desktop.batch.inputs.read_image", fails)
    text = analyzer.outcome(image(portrait)).error
    assert text.startswith(f"{portrait}: it can't be analyzed (")
    assert ("MemoryError" in text) != ("the buffer is odd" in text)


def test_a_model_that_answers_nonsense_is_no_matter_of_a_file(analyzer, portrait, monkeypatch):
    def fails(self, chips):
        raise ModelError("no probabilities")

    monkeypatch.setattr(FixedClassifier, "classify", fails)
    with pytest.raises(ModelError):
        analyzer.outcome(image(portrait))


def test_where_a_file_lies_is_not_told(analyzer, portrait, tmp_path):
    (tmp_path / "copy.png").write_bytes(b"")
    broken = image("s3://a/b.png", location=str(tmp_path / "copy.png"))
    assert analyzer.outcome(broken).error == "s3://a/b.png: the file is empty."
    outcome = analyzer.outcome(image("./here.png", location=str(portrait)))
    assert json.loads(outcome.text)["path"] == "./here.png"
    missing = image("./gone.png", location=str(tmp_path / "gone.png"))
    assert analyzer.outcome(missing).error == analyzer.outcome(image("./gone.png")).error


def test_rows_of_a_long_video_go_to_a_file(video, tmp_path, monkeypatch):
    monkeypatch.setattr("fer_desktop.batch.scratch.MOST_IN_MEMORY", 500)
    job = Job(3, Input(str(video), "video"))
    for form in ("jsonl", "csv", "json", "table"):
        task = Task(Settings(), form, {"name": "fixed"}, every=6, scratch=tmp_path / "rows")
        outcome = JobAnalyzer(task, FixedClassifier()).outcome(job)
        here = JobAnalyzer(replace(task, scratch=None), FixedClassifier()).outcome(job)
        assert (outcome.text, here.file) == ("", None)
        assert "".join(outcome.pieces()) == here.text == "".join(here.pieces())
        outcome.file.unlink()
    assert not list((tmp_path / "rows").iterdir())


def test_copies_have_the_name_that_the_job_says(portrait, video, tmp_path):
    task = Task(Settings(), "csv", {}, every=15, annotate=tmp_path / "out")
    analyzer = JobAnalyzer(task, FixedClassifier())
    analyzer.outcome(image(portrait, copy_name="p-3"))
    analyzer.outcome(Job(1, Input(str(video), "video"), copy_name="v"))
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert names == ["p-3-annotated.png", "v-annotated.mp4"]


def test_a_chunk_ends_with_a_video_and_with_the_jobs():
    kinds = ("image", "image", "video", "image", "image", "image", "image")
    jobs = iter([Job(n, Input(str(n), kind)) for n, kind in enumerate(kinds)])
    chunks = []
    while chunk := next_chunk(jobs, 3):
        chunks.append([job.number for job in chunk])
    assert chunks == [[0, 1, 2], [3, 4, 5], [6]]
