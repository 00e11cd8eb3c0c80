"""Looking into folders in a thread: in parts, in order, and stopped at once."""

import threading

import pytest

from fer_desktop.batch import input_scan
from fer_desktop.batch.input_scan import InputScan
from fer_desktop.batch.inputs import Input
from tests.fakes import PATIENCE_S, wait_until


@pytest.fixture
def folder(tmp_path):
    for number in range(20):
        (tmp_path / f"{number:02d}.png").touch()
    return tmp_path


def found_by(scan, most=7):
    found = []
    wait_until(lambda: (found.extend(scan.poll(most)), scan.is_over)[1])
    return found


def test_all_files_are_found_in_order(folder):
    found = found_by(InputScan([str(folder), str(folder / "07.png")]))
    names = [f"{number:02d}.png" for number in [*range(20), 7]]
    assert found == [Input(str(folder / name), "image") for name in names]


def test_no_more_are_given_at_once_than_asked_for(folder):
    scan = InputScan([str(folder)])
    wait_until(lambda: not scan._thread.is_alive())
    assert len(scan.poll(7)) == 7
    assert not scan.is_over
    assert len(scan.poll(100)) == 13
    assert scan.is_over


def test_files_are_given_before_all_are_known(monkeypatch):
    gate = threading.Event()

    def slow(given):
        yield Input("a.png", "image")
        gate.wait(PATIENCE_S)
        yield Input("b.png", "image")

    monkeypatch.setattr(input_scan, "expanding", slow)
    scan = InputScan(["x"])
    assert wait_until(lambda: scan.poll(10)) == [Input("a.png", "image")]
    assert not scan.is_over
    gate.set()
    assert found_by(scan) == [Input("b.png", "image")]


def test_a_stopped_search_looks_no_further(monkeypatch):
    gate = threading.Event()
    asked = []

    def slow(given):
        for name in ("a.png", "b.png", "c.png"):
            asked.append(name)
            gate.wait(PATIENCE_S)
            yield Input(name, "image")

    monkeypatch.setattr(input_scan, "expanding", slow)
    scan = InputScan(["x"])
    wait_until(lambda: asked)
    scan.stop()
    gate.set()
    wait_until(lambda: not scan._thread.is_alive())
    assert asked == ["a.png"]
    assert scan.poll(10) == []


def test_what_nobody_expected_is_logged_and_told(monkeypatch, caplog):
    def broken(given):
        raise RuntimeError("boom")

    monkeypatch.setattr(input_scan, "expanding", broken)
    (item,) = found_by(InputScan(["x"]))
    assert "the log file says why" in item.error
    assert "boom" in caplog.text
    caplog.clear()
