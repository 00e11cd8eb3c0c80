"""Ends the program: one register of all that must end, one bound of time, one way out.

Threads, processes, recordings and unfinished files stand in the register while they live. `begin`
asks all of them to end. From then on nobody waits longer than the bound, and what hangs is left
behind: leaving the usual way would wait for it, or crash in it.
"""

import contextlib
import logging
import os
import sys
import threading
import time
from collections.abc import Callable
from typing import Final

log = logging.getLogger(__name__)

BOUND_S: Final = 1.0
"""So long all together may take to end, once the program ends."""
_LEAVE_S: Final = 1.5
"""A process that is still there so long after `begin` is ended from within, whatever it does."""


class Entry:
    """Something that must end; it stands in the register from the start until `release`."""

    def __init__(
        self,
        name: str,
        *,
        ask: Callable[[], object] | None = None,
        drop: Callable[[], object] | None = None,
        is_alive: Callable[[], bool] = lambda: True,
    ) -> None:
        """Enter it.

        Args:
            name: For the log.
            ask: Asks it to end; has to return at once.
            drop: What is done about it where it is left behind: kills a process, removes a file.
            is_alive: Whether it has not ended yet; what has ended leaves the register by itself.
        """
        self.name, self.ask, self.drop, self.is_alive = name, ask, drop, is_alive
        with _lock:
            _entries[:] = [entry for entry in _entries if entry.is_alive()]
            _entries.append(self)

    def release(self) -> None:
        """Take it out of the register."""
        with _lock, contextlib.suppress(ValueError):
            _entries.remove(self)


class Worker(threading.Thread):
    """A thread that stands in the register while it runs."""

    def __init__(self, target: Callable[[], object], name: str, ask: Callable[[], object]) -> None:
        """Prepare it.

        Args:
            target: What it does.
            name: Its name.
            ask: Asks it to end; has to return at once.
        """
        super().__init__(target=target, name=name, daemon=True)
        self._ask = ask

    def start(self) -> None:
        """Start it; where the program ends already, it is asked to end at once."""
        super().start()
        Entry(self.name, ask=self._ask, is_alive=self.is_alive)
        if is_ending():
            self._ask()


# A lock that its own thread may take again: a signal may come while it is held.
_lock = threading.RLock()
_entries: list[Entry] = []


class _End:
    """An end that has begun."""

    def __init__(self, reason: str, code: int) -> None:
        self.reason, self.code = reason, code
        self.begun_s = time.monotonic()
        self.is_over = threading.Event()

    def guard(self) -> None:
        """End the process where it does not end by itself."""
        if not self.is_over.wait(_LEAVE_S - (time.monotonic() - self.begun_s)):
            leave_now(self.code)


_end: _End | None = None


def begin(reason: str, code: int = 0) -> None:
    """Ask everything to end, and let nobody wait longer than the bound; only the first call counts.

    Args:
        reason: Why, for those who note it.
        code: The exit code, should the process have to be ended from within.
    """
    global _end  # noqa: PLW0603 - there is one program
    with _lock:
        if _end is not None:
            return
        _end = _End(reason, code)
        entries = list(_entries)
    threading.Thread(target=_end.guard, name="end guard", daemon=True).start()
    for entry in entries:
        if entry.ask is not None:
            _tried(entry.ask, entry.name)


def is_ending() -> bool:
    """Return whether the program is about to end."""
    return _end is not None


def reason() -> str:
    """Return why the program is about to end; "" where it is not."""
    return _end.reason if _end is not None else ""


def left_s(most_s: float) -> float:
    """Return for how long somebody may wait: so long, or what is left once the program ends."""
    end = _end
    if end is None:
        return most_s
    return max(0.0, min(most_s, end.begun_s + BOUND_S - time.monotonic()))


def leave(code: int, *, at_once: bool = False) -> int:
    """Return the exit code when all has ended; otherwise end the process with it, here and now.

    Args:
        code: The exit code.
        at_once: End the process here in any case.
    """
    begin("the program ended", code)
    hanging = _hanging()
    while hanging and left_s(BOUND_S):
        time.sleep(0.01)
        hanging = _hanging()
    if at_once or hanging:
        for stream in (sys.stdout, sys.stderr):
            with contextlib.suppress(OSError, ValueError):
                stream.flush()
        leave_now(code)
    over()
    return code


def leave_now(code: int) -> None:
    """End the process: what is unfinished is removed, what hangs is left behind."""
    with _lock:
        entries = [entry for entry in _entries if entry.is_alive()]
    for entry in entries:
        log.info("%s is left behind", entry.name)
        if entry.drop is not None:
            _tried(entry.drop, entry.name)
    os._exit(code)


def over() -> None:
    """Forget an end that has begun: this process goes on, as those of tests and notebooks do."""
    global _end  # noqa: PLW0603 - there is one program
    with _lock:
        if _end is not None:
            _end.is_over.set()
        _end = None
    _seen.clear()
    _seen.update(threading.enumerate())


_seen: set[threading.Thread] = set()
"""Threads that are none of the program's: those that ran before it began."""


def _hanging() -> list[str]:
    """Return the threads that have not ended, registered or not: any may crash at the end."""
    return [
        thread.name
        for thread in threading.enumerate()
        if thread is not threading.current_thread()
        and thread not in _seen
        and thread.name not in ("end guard", "signals")
    ]


def _tried(call: Callable[[], object], name: str) -> None:
    try:
        call()
    except Exception:  # the others have to be asked all the same
        log.exception("%s could not be ended", name)
