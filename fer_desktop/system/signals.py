"""Hears the signals that end the program: Ctrl+C, a request of the system, a closed terminal.

They are heard in a thread of their own: Python tells the main thread only, which does not listen
while it is in native code, and what is raised in it is lost in a callback of a window.
"""

import contextlib
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from types import FrameType
from typing import Final

from fer_desktop.system import shutdown

_NAMES: Final = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")
_WORDS: Final = "Stopped."


class Ended(KeyboardInterrupt):
    """A signal ends the program; raised in the main thread, and treated like Ctrl+C.

    Attributes:
        code: The exit code, as shells give it.
    """

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.code = 128 + number


class _Heard:
    """What came, and what is to be done about it."""

    def __init__(self) -> None:
        self.first = 0
        """The number of the first signal; 0 while none has come."""
        self.raises = self.has_raised = False
        self.ask: Callable[[int], object] | None = None

    def code(self) -> int:
        return 128 + self.first if self.first else 0


_heard = _Heard()


@contextlib.contextmanager
def heard() -> Iterator[None]:
    """Hear signals for as long as the context lasts; outside of the main thread nothing is heard.

    As long as neither `raising` nor `calling` says more, a signal ends the process at once: there
    is nothing yet that would have to end. A signal that is ignored stays so (nohup).
    """
    global _heard  # noqa: PLW0603 - signals belong to the process
    _heard = _Heard()
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    reading, writing = os.pipe()
    os.set_blocking(writing, False)
    thread = threading.Thread(target=_listen, args=(reading,), name="signals", daemon=True)
    thread.start()
    fd_before = signal.set_wakeup_fd(writing, warn_on_full_buffer=False)
    before = {number: signal.signal(number, _handle) for number in _to_hear()}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(fd_before)
        os.close(writing)  # the thread ends with it
        thread.join()
        os.close(reading)


@contextlib.contextmanager
def raising() -> Iterator[None]:
    """Let a signal raise `Ended` in the main thread: for commands, which clean up as it passes."""
    _heard.raises = True
    try:
        yield
    finally:
        _heard.raises = False


@contextlib.contextmanager
def calling(ask: Callable[[int], object]) -> Iterator[None]:
    """Let a signal ask somebody to end, who gets the exit code, in another thread: for windows."""
    _heard.ask = ask
    try:
        yield
    finally:
        _heard.ask = None


def code() -> int:
    """Return the exit code of the signal that has come; 0 where none has."""
    return _heard.code()


def _to_hear() -> list[int]:
    numbers = [getattr(signal, name) for name in _NAMES if hasattr(signal, name)]
    # None: somebody else hears it, past Python.
    return [n for n in numbers if signal.getsignal(n) not in (signal.SIG_IGN, None)]


def _handle(number: int, frame: FrameType | None) -> None:
    """Raise in the main thread where that is wanted; all else is done by `_listen`."""
    del frame
    if _heard.raises and not _heard.has_raised:
        _heard.has_raised = True  # a second one would disturb the cleaning up
        raise Ended(number)


def _listen(reading: int) -> None:
    known = {getattr(signal, name) for name in _NAMES if hasattr(signal, name)}
    while numbers := os.read(reading, 64):
        for number in known.intersection(numbers):
            _come(number)


def _come(number: int) -> None:
    is_second, _heard.first = bool(_heard.first), _heard.first or number
    if not is_second:
        _say()
    end_code = _heard.code()
    if is_second or not (_heard.raises or _heard.has_raised or _heard.ask):
        shutdown.leave_now(end_code)
    name = signal.Signals(number).name
    shutdown.begin(f"the program was ended ({name})", end_code)
    if _heard.ask is not None:
        _heard.ask(end_code)


def _say() -> None:
    # Past Python's stream, which the main thread may hold; and nobody may be there to read it.
    if sys.__stderr__ is not None:
        with contextlib.suppress(OSError, ValueError):
            os.write(sys.__stderr__.fileno(), f"{_WORDS}\n".encode())
