"""Where the program starts: commands go to the command line, the rest opens the window."""

import faulthandler
import os
import sys
from collections.abc import Sequence

from fer_desktop.system.memory import use_one_pool


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code."""
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
    try:
        code = commands.run(options) if options.run is not None else _open_window(options)
    except KeyboardInterrupt:
        return 130  # what shells give for Ctrl+C; what was written until then stays
    from fer_desktop.live.session import has_hanging_threads

    if has_hanging_threads():
        # A thread hangs in a camera's driver; leaving the usual way would crash in it.
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
    return code


def _open_window(options: object) -> int:
    from argparse import Namespace

    from fer_desktop.cli import commands
    from fer_desktop.core.errors import FerError
    from fer_desktop.system import logs, paths, settings_store
    from fer_desktop.system.display import missing_display
    from fer_desktop.system.terminal import SOME_FAILED, exit_code, say
    from fer_desktop.vision import assembly

    assert isinstance(options, Namespace)
    try:
        loaded = settings_store.read_settings(paths.settings_file())
        why, at_start = missing_display(os.environ, sys.platform), loaded.settings
        if not why and options.model is None:
            # The window tells it, and lets another one be chosen.
            at_start, notes = assembly.with_known_model(loaded.settings)
            loaded = loaded._replace(notes=(*loaded.notes, *notes))
        settings = commands.settings_from(options, at_start)
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
        return commands.guarded(lambda: commands.run_without_window(options, settings, why))
    if sys.__stderr__ is not None:
        faulthandler.enable(sys.__stderr__)  # a crash in a library leaves a trace
    logs.log_to_file()
    sys.excepthook = logs.log_crash
    try:
        from fer_desktop.gui.shell.main import run_window
    except ImportError as error:
        missing = f"The window can't be loaded ({error})."
        return commands.guarded(lambda: commands.run_without_window(options, settings, missing))
    code: int = run_window(options.source, settings, options.run_for, options.screenshot, loaded)
    return code


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
                stream.reconfigure(encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
