"""Where a run writes: stdout or a file with its journal, one input after the other."""

import hashlib
import sys
from contextlib import ExitStack
from dataclasses import fields
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

from fer_desktop import __version__
from fer_desktop.app.batch import Task
from fer_desktop.app.journal import Journal, Mark, Output, has_journal, journal_path, read_mark
from fer_desktop.core.errors import SettingsError
from fer_desktop.core.settings import Settings
from fer_desktop.export.writers import TextFile, Writer, make_writer

RESUMABLE: Final = ("csv", "jsonl")
"""Formats that an input can be added to without what stands before it."""


class BatchOutput:
    """The output of a run; a context manager that closes it, whole or not.

    Attributes:
        writer: Takes the inputs.
        mark: How far the run is.
    """

    def __init__(
        self, task: Task, given: list[str], path: Path | None, *, resume: bool = False
    ) -> None:
        """Open the output.

        Args:
            task: What the run does.
            given: The inputs as they were given.
            path: The file; None is stdout, which has no journal.
            resume: Go on where an earlier run stopped.

        Raises:
            SettingsError: It can't be written, or there is nothing to go on with.
        """
        if resume and (path is None or task.form not in RESUMABLE):
            raise SettingsError("--resume needs --output FILE, and --format csv or jsonl.")
        identity = run_identity(task, given)
        found = read_mark(path, identity) if resume and path is not None else None
        self.mark = found or Mark()
        self._journal: Journal | None = None
        self._is_whole = False
        keeps_journal = path is not None and task.form in RESUMABLE and has_journal(path)
        with ExitStack() as stack:
            file: TextFile = sys.stdout
            if path is not None:
                file = output = stack.enter_context(Output(path, found))
            goes_on = found is not None
            self.writer: Writer = make_writer(task.form, file, task.model, goes_on=goes_on)
            if keeps_journal:
                self._journal = self._begin_journal(output, identity, is_needed=resume)
            self._stack = stack.pop_all()

    def _begin_journal(
        self, output: Output, identity: dict[str, Any], *, is_needed: bool
    ) -> Journal | None:
        try:
            return Journal(output, identity, self.mark)
        except PermissionError as error:
            if is_needed:
                name = journal_path(output.path)
                raise SettingsError(f"{name}: can't be written ({error.strerror}).") from error
            return None  # only the file itself may be written in its folder; that is enough

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        try:
            self._stack.close()
        finally:
            if self._journal is not None:
                self._journal.close(is_whole=self._is_whole)

    def done(self, path: str, *, is_failed: bool) -> None:
        """Take down that an input was written whole."""
        self.mark = self.mark.after(path, is_failed=is_failed)
        if self._journal is not None:
            self._journal.add(self.mark)

    def finish(self) -> None:
        """Write what closes the whole."""
        self.writer.finish()
        self._is_whole = True


def run_identity(task: Task, given: list[str]) -> dict[str, Any]:
    """Return what must be the same for a run to go on: all that what is written depends on."""
    digest = hashlib.sha256()
    for text in given:
        digest.update(text.encode("utf-8", "surrogatepass") + b"\0")
    chosen = {
        f"--{field.name.replace('_', '-')}": getattr(task.settings, field.name)
        for field in fields(Settings)
        if field.metadata.get("analysis") and field.name not in ("model", "engine")
    }
    return {
        "version": __version__,
        "inputs": digest.hexdigest(),
        "--format": task.form,
        "--model": task.model,
        "--every": task.every,
        "--annotate": None if task.annotate is None else str(task.annotate),
        **chosen,
    }
