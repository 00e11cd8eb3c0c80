"""While a session is read: how far, how long, and its end."""

import threading

import pytest

from fer_desktop.core.errors import SessionError
from fer_desktop.gui.common.loading_row import LoadingRow
from fer_desktop.system.background import Background
from tests.fakes import PATIENCE_S


class Clock:
    now = 100.0

    def __call__(self):
        return self.now


@pytest.fixture
def slow():
    """Return a job that went through 30 of 90 things, and what lets it go on."""
    counted, go_on = threading.Event(), threading.Event()

    def work(running):
        running.n_expected = 90
        for number in running.counted(range(90)):
            if number == 29:
                counted.set()
                go_on.wait(PATIENCE_S)

    job = Background(work, "pictures test")
    assert counted.wait(PATIENCE_S)
    yield job
    go_on.set()
    assert job.stop()


def test_it_tells_how_long_the_rest_takes(qtbot, slow):
    clock = Clock()
    row = LoadingRow(slow, clock)
    qtbot.addWidget(row)
    assert row.label.text() == "30 of 90"
    clock.now += 60
    row._look()
    assert row.label.text() == "30 of 90, about 2 minutes left"
    assert (row.bar.value(), row.bar.maximum()) == (30, 90)
    assert row.button.text() == "Cancel"
    row._timer.stop()


def test_a_problem_is_told(qtbot):
    def fail(running):
        raise SessionError("The disk is gone.")

    row = LoadingRow(Background(fail, "pictures test"))
    qtbot.addWidget(row)
    with qtbot.waitSignal(row.failed) as failed:
        row.show()
    assert failed.args == ["The disk is gone."]
    assert not row.is_busy
    assert not row.isVisible()
