"""A job beside: its result, its problem, and its end in between."""

import itertools
import threading

from fer_desktop.core.errors import SessionError
from fer_desktop.system.background import Background
from tests.fakes import PATIENCE_S


def ended(job):
    job._thread.join(PATIENCE_S)
    assert job.is_over
    return job


def test_the_result_and_how_many_things_it_took():
    job = ended(Background(lambda running: sum(running.counted([1, 2, 3])), "pictures test"))
    assert (job.result, job.n_done, job.problem) == (6, 3, "")


def test_an_error_on_purpose_is_told_as_it_is():
    def fail(running):
        raise SessionError("The disk is gone.")

    job = ended(Background(fail, "pictures test"))
    assert (job.result, job.problem) == (None, "The disk is gone.")


def test_a_job_may_ask_itself_whether_it_is_to_end():
    asked = threading.Event()

    def wait(running):
        asked.wait(PATIENCE_S)
        running.check()
        return "done"

    job = Background(wait, "pictures test")
    assert not job.stop(0.0)
    asked.set()
    assert (ended(job).result, job.problem) == (None, "")
    assert ended(Background(wait, "pictures test")).result == "done"


def test_any_other_error_goes_to_the_log(caplog):
    job = ended(Background(lambda running: 1 / 0, "pictures test"))
    assert "log file" in job.problem
    assert "division" in caplog.text
    caplog.clear()


def test_a_job_without_end_ends_when_it_is_stopped():
    begun = threading.Event()

    def count(running):
        for _ in running.counted(itertools.count()):
            begun.set()

    job = Background(count, "pictures test")
    assert begun.wait(PATIENCE_S)
    assert not job.is_over
    assert job.stop()
    assert (job.result, job.problem) == (None, "")
