"""Keeps quiet what native libraries print; their errors come back as values all the same."""

import contextlib
import os
import tempfile
import threading
from collections.abc import Iterator

# The stream belongs to the whole process: two threads that swap it at once would lose it.
_lock = threading.Lock()


@contextlib.contextmanager
def silenced() -> Iterator[None]:
    """Throw away what is written to the process's stderr for as long as the context lasts.

    libpng and LiteRT print there, past Python, and can't be told not to. In the program itself
    Python's own messages and the traces of crashes go another way (`fer_desktop.__main__`); in
    other programs what another thread writes in these milliseconds is lost too.
    """
    with _lock:
        try:
            kept = os.dup(2)
        except OSError:  # a windowed program on Windows has none
            yield
            return
        try:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, 2)
            os.close(nowhere)
            yield
        finally:
            os.dup2(kept, 2)
            os.close(kept)


@contextlib.contextmanager
def overheard() -> Iterator[list[str]]:
    """Keep what is written to the process's stderr; the list has its lines after the context.

    libjpeg tells there, and only there, that a picture is not whole.
    """
    lines: list[str] = []
    with _lock:
        try:
            kept = os.dup(2)
        except OSError:  # a windowed program on Windows has none
            yield lines
            return
        try:
            with tempfile.TemporaryFile() as file:
                os.dup2(file.fileno(), 2)
                yield lines
                os.dup2(kept, 2)
                file.seek(0)
                lines += file.read().decode("utf-8", "replace").splitlines()
        finally:
            os.dup2(kept, 2)
            os.close(kept)
