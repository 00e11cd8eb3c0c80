"""The frozen program's own processes."""

import multiprocessing
import subprocess
import sys

import pytest

from fer_desktop import __main__
from fer_desktop.system import frozen


def test_an_ordinary_start_goes_on():
    frozen.serve_if_asked()
    assert multiprocessing.parent_process() is None


def test_a_frozen_program_asks_before_it_reads_its_arguments(monkeypatch):
    asked = []
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(frozen, "serve_if_asked", lambda: asked.append(True) or sys.exit(0))
    with pytest.raises(SystemExit) as ended:
        __main__.main(["--multiprocessing-fork", "parent_pid=1"])
    assert ended.value.code == 0
    assert asked == [True]


def test_it_loads_nothing_heavy():
    code = (
        "import fer_desktop.system.frozen, sys; print('cv2' in sys.modules, 'numpy' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]
