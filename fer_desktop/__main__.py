"""Where the program starts: commands go to the command line, the rest opens the window."""

import contextlib
import faulthandler
import io
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from fer_desktop.system import shutdown, signals

if TYPE_CHECKING:
    from argparse import Namespace

    from fer_desktop.core.settings import Settings


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code; without arguments of its own it is the process."""
    shutdown.over()  # of an earlier run in this process
    if arguments is None:
        _take_stderr()
        keep_stdout_whole()
    with signals.heard():
        try:
            code = _run(arguments)
        except KeyboardInterrupt as end:  # what was written until then stays
            code = end.code if isinstance(end, signals.Ended) else 130
        code = signals.code() or code
        if arguments is not None:  # somebody else's process
            shutdown.over()
            return code
        # Where a window was, taking Python and Qt apart would take a while, and can crash.
        return shutdown.leave(code, at_once=bool(signals.code()) or "PySide6" in sys.modules)


def _run(arguments: Sequence[str] | None) -> int:
    from fer_desktop.system.memory import use_one_pool

    repair_streams()
    use_one_pool()
    if getattr(sys, "frozen", False):
        from fer_desktop.system.frozen import serve_if_asked

        serve_if_asked()
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given[:1] == ["--try-model"]:
        from fer_desktop.vision.recognition import trial

        trial.run_and_exit(*given[1:])
    from fer_desktop.cli import commands

    options = commands.parsed(given)
    if options.run is None:
        return _open_window(options)
    with signals.raising():
        return commands.run(options)


def _open_window(options: "Namespace") -> int:
    from fer_desktop.cli import commands
    from fer_desktop.cli.options import settings_from
    from fer_desktop.core.errors import FerError
    from fer_desktop.system import crashes, logs, paths, settings_store
    from fer_desktop.system.display import missing_display
    from fer_desktop.system.terminal import SOME_FAILED, exit_code, say
    from fer_desktop.vision import assembly

    try:
        loaded = settings_store.read_settings(paths.settings_file())
        why, at_start = missing_display(os.environ, sys.platform), loaded.settings
        if not why and options.model is None:
            # The window tells it, and lets another one be chosen.
            at_start, notes = assembly.with_known_model(loaded.settings)
            loaded = loaded._replace(notes=(*loaded.notes, *notes))
        settings = settings_from(options, at_start)
        assembly.model_spec(settings)  # an unknown model is told before any window opens
        commands.spare_what_is_shown(options)
        if options.source:
            assembly.source(options.source, settings)
    except FerError as error:
        say(str(error))
        return exit_code(error)
    except OSError as error:
        say(f"{error.filename}: the program has no place for its settings ({error.strerror}).")
        return SOME_FAILED
    if why or getattr(options, "no_window", False):
        return _run_without_window(options, settings, why)
    logs.log_to_file()
    logs.log_all_crashes()
    last_end = crashes.begin(paths.log_file().parent)
    try:
        from fer_desktop.gui.shell.main import run_window
    except ImportError as error:
        crashes.end()
        missing = f"The window can't be loaded ({error})."
        return _run_without_window(options, settings, missing)
    code: int = run_window(
        options.source, settings, options.run_for, options.screenshot, loaded, last_end
    )
    crashes.end()
    return code


def _run_without_window(options: "Namespace", settings: "Settings", why: str) -> int:
    from fer_desktop.cli.commands import guarded
    from fer_desktop.cli.headless import run_without_window

    with signals.raising():
        return guarded(lambda: run_without_window(options, settings, why))


def _take_stderr() -> None:
    """Give Python's own messages and traces a way of their own to where stderr goes.

    What native libraries print there is thrown away now and then, whoever else prints meanwhile.
    """
    stderr = sys.stderr
    with contextlib.suppress(AttributeError, OSError, ValueError):
        own = os.dup(stderr.fileno())
        sys.stderr = os.fdopen(own, "w", 1, stderr.encoding, stderr.errors)
        sys.__stderr__ = sys.stderr  # type: ignore[misc]  # where the rest looks for it
        faulthandler.enable(sys.stderr)  # a crash in a library leaves a trace


def keep_stdout_whole() -> None:
    """Let no part of a text be lost between Python and the system.

    Where PYTHONUNBUFFERED is set, as in many containers, nobody notices that the system has taken
    a part only: of a pipe when the process is stopped and goes on, or at the end of a full disk.
    """
    stream = sys.stdout
    raw = getattr(stream, "buffer", None)
    if isinstance(stream, io.TextIOWrapper) and isinstance(raw, io.RawIOBase):
        encoding, errors = stream.encoding, stream.errors
        stream.detach()
        whole = io.BufferedWriter(raw)
        sys.stdout = io.TextIOWrapper(whole, encoding, errors, line_buffering=True)
        vars(sys).update(__stdout__=sys.stdout)  # the old one has no file any more


def repair_streams() -> None:
    """Give a windowed program on Windows streams, which it has none of; printing would crash."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115, PTH123
        elif hasattr(getattr(sys, name), "reconfigure"):
            stream = getattr(sys, name)
            # A name with letters that this console or pipe has not must not end the program.
            stream.reconfigure(errors="backslashreplace")
            if str(sys.platform) == "win32" and not stream.isatty():
                # Into a file or pipe Windows would write an old code page, which no reader expects.
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")


if __name__ == "__main__":
    sys.exit(main())
