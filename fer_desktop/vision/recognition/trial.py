"""Tries a user's own model in a process of its own before this one loads it.

The engines are native code: some damaged files make them crash or never end (measured: about one
in a thousand changed LiteRT files, and HDF5 files too), and no exception tells of that. So a model
that did not come with the program first answers three chips in another process, with limits of
memory and time.
"""

import faulthandler
import logging
import os
import signal
import stat
import subprocess
import sys
from functools import cache
from pathlib import Path
from threading import Thread
from typing import IO, Final, NoReturn

import numpy as np

from fer_desktop.core.errors import FerError, ModelError, one_line
from fer_desktop.core.settings import EngineName
from fer_desktop.system.limits import TIME_IS_UP, limit_this_process
from fer_desktop.system.shutdown import Entry, is_ending
from fer_desktop.system.terminal import MODEL
from fer_desktop.vision.recognition.classifier import load_classifier
from fer_desktop.vision.recognition.model_spec import ModelSpec, load_spec

log = logging.getLogger(__name__)

OPTION: Final = "--try-model"
"""What makes the program do nothing but `run_and_exit`."""

CPU_LIMIT_S: Final[dict[EngineName, int]] = {"litert": 20, "keras": 120}
"""Seconds of computing; starting LiteRT takes half a second, starting TensorFlow ten."""

_WAIT_FACTOR: Final = 6
"""Waited for so many times as long: other programs may want the processor too."""

MEMORY_LIMIT: Final = 8 << 30
"""Bytes of address space; TensorFlow takes 2 GiB of it for the bundled network."""

_MOST_TRACE: Final = 20_000
"""Bytes of a crash's trace that go into the log; a list of all libraries stands at its end."""

_PR_SET_PDEATHSIG: Final = 1

_ENVIRONMENT: Final = {
    "PYTHONIOENCODING": "utf-8",
    # No graphics card, and few threads: each would reserve memory that is never used.
    "CUDA_VISIBLE_DEVICES": "-1",
    "MALLOC_ARENA_MAX": "2",
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "TF_NUM_INTEROP_THREADS": "1",
    "TF_NUM_INTRAOP_THREADS": "1",
}


def try_model(spec: ModelSpec, engine: EngineName) -> None:
    """Make sure that a model answers on an engine; the same files are tried once.

    Raises:
        ModelError: It can't be loaded, gives no probabilities, crashes or takes too long.
    """
    _try(spec.directory, tuple(sorted(spec.sha256.items())), engine)


@cache  # not of errors
def _try(directory: Path, checksums: tuple[tuple[str, str], ...], engine: EngineName) -> None:
    del checksums  # part of what was tried
    limit_s = CPU_LIMIT_S[engine]
    try:
        done = _run([*_program(), OPTION, str(directory), engine, str(limit_s)], limit_s)
    except subprocess.TimeoutExpired:
        raise _refusal(directory, engine, f"gave no answer in {limit_s} s") from None
    except OSError as error:
        raise _refusal(directory, engine, f"could not be tried ({error.strerror})") from error
    if done.returncode == 0:
        return
    told = done.stdout.decode("utf-8", "replace").splitlines()
    if done.returncode == MODEL and told:
        raise ModelError(told[-1])
    trace = done.stderr[-_MOST_TRACE:].decode("utf-8", "replace")
    log.info("the trial of a model ended with %d\n%s", done.returncode, trace)
    if done.returncode in (-getattr(signal, "SIGXCPU", 0), TIME_IS_UP):
        raise _refusal(directory, engine, f"gave no answer in {limit_s} s")
    raise _refusal(directory, engine, f"crashed ({done.returncode})")


def _run(command: list[str], limit_s: float) -> subprocess.CompletedProcess[bytes]:
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,  # its end tells the other process that this one is gone
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=_environment(),
        # On Windows a window would flash up for a moment.
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    ) as process:
        entry = Entry("the trial of a model", ask=process.kill, drop=process.kill)
        try:
            if is_ending():
                process.kill()
            out, err = _heard(process, limit_s * _WAIT_FACTOR)
        finally:
            process.kill()
            entry.release()
    return subprocess.CompletedProcess(command, process.returncode, out, err)


def _heard(process: subprocess.Popen[bytes], timeout_s: float) -> tuple[bytes, bytes]:
    """Return what a process printed until its end; its stdin stays open until then."""
    assert process.stdout is not None
    assert process.stderr is not None
    told = [b"", b""]

    def read(number: int, stream: IO[bytes]) -> None:
        told[number] = stream.read()

    streams = enumerate((process.stdout, process.stderr))
    readers = [Thread(target=read, args=each, daemon=True) for each in streams]
    for reader in readers:
        reader.start()
    process.wait(timeout_s)
    for reader in readers:
        reader.join()
    return told[0], told[1]


def answer(directory: str, engine: EngineName, cpu_s: int) -> int:
    """Load a model and let it answer three chips; return the exit code.

    What is wrong with the model goes to stdout, as one line.
    """
    limit_this_process(cpu_s, MEMORY_LIMIT)
    try:
        classifier = load_classifier(load_spec(Path(directory)), engine)
        chip = classifier.spec.chip_format
        noise = np.random.default_rng(0).random(chip.shape)
        values = np.stack([np.zeros(chip.shape), np.ones(chip.shape), noise])
        classifier.classify((chip.low + values * (chip.high - chip.low)).astype(np.float32))
    except FerError as error:
        print(one_line(error, 1000))  # noqa: T201 - read by the process that asked
        return MODEL
    except MemoryError:
        print(f"{directory}: the network needs too much memory.")  # noqa: T201
        return MODEL
    return 0


def run_and_exit(directory: str, engine: str, cpu_s: str) -> NoReturn:
    """Run `answer` and leave at once: what a hostile model left behind must not run at the end."""
    faulthandler.enable()  # where it crashes goes to stderr, and from there into the log
    _end_with_the_one_that_asked()
    code = answer(directory, "keras" if engine == "keras" else "litert", int(cpu_s))
    sys.stdout.flush()
    os._exit(code)


def _end_with_the_one_that_asked() -> None:
    """See to it that this process does not outlive the one that waits for its answer."""
    if sys.platform == "linux":
        import ctypes

        # At once and whatever native code does; elsewhere as soon as Python's threads can run.
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if stat.S_ISFIFO(os.fstat(0).st_mode):
        Thread(target=lambda: (os.read(0, 1), os._exit(MODEL)), daemon=True).start()


def _refusal(directory: Path, engine: EngineName, what: str) -> ModelError:
    return ModelError(f"{directory}: not loaded, its network {what} on the engine {engine}.")


def _program() -> list[str]:
    if getattr(sys, "frozen", False):
        # The console's program of the two: on Windows the window's one has no streams to answer on.
        program = Path(sys.executable)
        return [str(program.with_name("fer-desktop" + program.suffix))]
    # -P: the working directory may be the very folder that is not to be trusted.
    return [sys.executable, "-P", "-m", "fer_desktop"]


def _environment() -> dict[str, str]:
    known = [os.environ.get("PYTHONPATH", "")]
    folder = Path(__file__).resolve().parents[3]
    if folder.name != "site-packages":  # there it is found, and must not come before Python's own
        known.append(str(folder))
    return {**os.environ, **_ENVIRONMENT, "PYTHONPATH": os.pathsep.join(filter(None, known))}
