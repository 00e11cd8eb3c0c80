"""Processes that are forked from one which has loaded the program already: they start at once.

Where a test is about how a process starts, it starts a Python of its own.
"""

import multiprocessing
import os
import subprocess
import sys
import tempfile
from pathlib import Path

# The first one before OpenCV, which reads its limits while it is loaded.
LOADED = (
    *("fer_desktop.vision", "fer_desktop.batch.processes", "fer_desktop.gui.shell.presenter"),
    *("fer_desktop.gui.shell.main", "tests.fakes"),
)


def context():
    """Return what makes such processes, as `multiprocessing.get_context` does."""
    found = multiprocessing.get_context("forkserver")
    found.set_forkserver_preload([*LOADED])
    return found


def run_code(code, *arguments, cwd, timeout):
    """Run code in a process of its own; return what `subprocess.run` would, with texts."""
    command = [sys.executable, "-c", code, *map(str, arguments)]
    if "forkserver" not in multiprocessing.get_all_start_methods():  # Windows
        return subprocess.run(
            command, capture_output=True, text=True, cwd=cwd, timeout=timeout, check=False
        )
    with tempfile.TemporaryDirectory() as name:
        files = Path(name, "out"), Path(name, "err")
        given = command[2:], dict(os.environ), str(cwd), files
        process = context().Process(target=_do, args=given)
        process.start()
        process.join(timeout)
        if process.is_alive():
            process.kill()
            process.join()
            raise subprocess.TimeoutExpired(command, timeout, *(f.read_bytes() for f in files))
        texts = (file.read_text(encoding="utf-8") for file in files)
        return subprocess.CompletedProcess(command, process.exitcode, *texts)


def _do(command, environment, cwd, files):
    for number, file in enumerate(files, start=1):
        opened = os.open(file, os.O_WRONLY | os.O_CREAT)
        os.dup2(opened, number)
        os.close(opened)
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(cwd)
    code, *arguments = command
    sys.argv[:] = ["-c", *arguments]
    exec(compile(code, "<code of a test>", "exec"), {"__name__": "__main__"})
