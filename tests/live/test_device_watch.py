"""The device watch: news at the start, on a change and when asked; none else."""

import threading

import pytest

from fer_desktop.live.device_watch import DeviceWatch
from tests.fakes import PATIENCE_S, camera_device, wait_until


class Computer:
    """A computer whose cameras come and go."""

    def __init__(self, *cameras):
        self.cameras, self.n_asked, self.error = list(cameras), 0, None
        self.gate = threading.Event()
        self.gate.set()

    def __call__(self):
        self.n_asked += 1
        self.gate.wait(PATIENCE_S)
        if self.error is not None:
            raise self.error
        return list(self.cameras)

    def asked_again(self, n=2):
        """Wait until the cameras were listed `n` more times."""
        before = self.n_asked
        wait_until(lambda: self.n_asked >= before + n)


@pytest.fixture
def watch():
    """Return a function that watches a computer."""
    watches = []

    def start(computer, every_s=0.01):
        watches.append((computer, DeviceWatch(computer, every_s)))
        return watches[-1][1]

    yield start
    for computer, found in watches:
        computer.gate.set()
        assert found.stop()


ONE, TWO = camera_device("One", 0), camera_device("Two", 1)


def news(found):
    """Wait for news and return it."""
    box = []

    def came():
        cameras = found.poll()
        if cameras is not None:
            box.append(cameras)
        return bool(box)

    wait_until(came)
    return box[0]


@pytest.mark.parametrize("cameras", [[], [ONE], [ONE, TWO]])
def test_the_start_is_news_even_without_a_camera(watch, cameras):
    assert news(watch(Computer(*cameras))) == cameras


def test_no_change_is_no_news(watch):
    computer = Computer(ONE)
    found = watch(computer)
    assert news(found) == [ONE]
    computer.asked_again(5)
    assert found.poll() is None


def test_coming_and_going_is_news(watch):
    computer = Computer()
    found = watch(computer)
    assert news(found) == []
    computer.cameras = [ONE]
    assert news(found) == [ONE]
    computer.cameras = [ONE, TWO]
    assert news(found) == [ONE, TWO]
    computer.cameras = []
    assert news(found) == []
    computer.asked_again(3)
    assert found.poll() is None


def test_who_polls_late_gets_the_present(watch):
    computer = Computer(ONE)
    found = watch(computer)
    computer.asked_again()
    computer.cameras = [TWO]
    computer.asked_again()
    assert news(found) == [TWO]
    assert found.poll() is None


def test_refresh_looks_at_once_and_tells_even_without_a_change(watch):
    computer = Computer(ONE)
    found = watch(computer, every_s=60)
    assert news(found) == [ONE]
    found.refresh()
    assert news(found) == [ONE]
    computer.cameras = [TWO]
    found.refresh()
    assert news(found) == [TWO]


def test_an_error_is_logged_and_the_watch_goes_on(watch, caplog):
    computer = Computer(ONE)
    computer.error = OSError("driver")
    found = watch(computer)
    assert news(found) == []
    assert "the cameras could not be listed" in caplog.text
    computer.error = None
    assert news(found) == [ONE]
    caplog.clear()


def test_cameras_are_listed_in_its_own_thread(watch):
    names = set()

    class Listing(Computer):
        def __call__(self):
            names.add(threading.current_thread().name)
            return super().__call__()

    computer = Listing()
    watch(computer)
    computer.asked_again()
    assert names == {"device watch"}


def test_stop_is_quick_even_between_two_looks(watch):
    computer = Computer()
    found = watch(computer, every_s=600)
    assert news(found) == []
    assert found.stop(PATIENCE_S)
    assert found.stop(PATIENCE_S)
    assert computer.n_asked == 1


def test_stop_says_when_a_look_hangs(watch):
    computer = Computer()
    computer.gate.clear()
    found = watch(computer)
    wait_until(lambda: computer.n_asked)
    assert not found.stop(timeout_s=0.05)
    computer.gate.set()
    assert found.stop(PATIENCE_S)
