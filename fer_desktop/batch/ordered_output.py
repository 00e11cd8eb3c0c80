"""Where a run writes: stdout or a file with its journal, one input after the other."""

import hashlib
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import fields, replace
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

from fer_desktop import __version__
from fer_desktop.batch.jobs import Task
from fer_desktop.batch.journal import (
    Journal,
    Mark,
    Output,
    has_journal,
    journal_path,
    read_mark,
    read_place,
    spare_other_journals,
)
from fer_desktop.batch.video_places import InputPlace
from fer_desktop.core.errors import SettingsError
from fer_desktop.core.settings import Settings
from fer_desktop.export.writers import TextFile, Writer, make_writer
from fer_desktop.system.terminal import stdout
from fer_desktop.vision.analyzed_video import VideoPlace

RESUMABLE: Final = ("csv", "jsonl")
"""Formats that an input can be added to without what stands before it."""
_OPTIONS: Final = {"video_search": "--search", "search": "the search in live video"}
"""How the command line says a setting, where it does not call it by its name."""


class BatchOutput:
    """The output of a run; a context manager that closes it, whole or not.

    Attributes:
        writer: Takes the inputs.
        mark: How far the run is.
        n_again: So many inputs that an earlier run did are done again.
        place: Where the input after the mark goes on; None where it begins.
    """

    n_again = 0
    place: InputPlace | None = None

    def __init__(
        self,
        task: Task,
        given: list[str],
        path: Path | None,
        *,
        resume: bool = False,
        waits: bool = False,
        agrees: Callable[[Mark], bool] = lambda _: True,
        next_stamp: Callable[[Mark], str] | None = None,
    ) -> None:
        """Open the output.

        Args:
            task: What the run does.
            given: The inputs as they were given.
            path: The file; None is stdout, which has no journal.
            resume: Go on where an earlier run stopped.
            waits: What is in the file stays there until an input can be read.
            agrees: Whether the inputs up to a mark of the earlier run are what they were.
            next_stamp: Gives size and time of the input after a mark; None where a run can't go on
                in the midst of an input.

        Raises:
            SettingsError: It can't be written, or there is nothing to go on with.
        """
        if resume and (path is None or task.form not in RESUMABLE):
            raise SettingsError("--resume needs --output FILE, and --format csv or jsonl.")
        self._identity = run_identity(task, given)
        found: Mark | None = None
        earlier = read_mark(path, self._identity, agrees) if resume and path is not None else None
        if earlier is not None:
            # Without any input there may be no heading either.
            found = earlier[0] if earlier[0].n_inputs else None
            self.n_again = earlier[1]
            if path is not None and next_stamp is not None and not self.n_again:
                place = read_place(path, earlier[0])
                if place is not None and place.stamp == next_stamp(earlier[0]):
                    self.place, found = place, earlier[0]
        self.mark = found or Mark()
        self._journal: Journal | None = None
        self._output: Output | None = None
        self._is_whole, self._is_resumed = False, resume
        self._keeps_journal = path is not None and task.form in RESUMABLE and has_journal(path)
        if self._keeps_journal and path is not None:
            spare_other_journals(path)
        with ExitStack() as stack:
            file: TextFile = stdout()
            if path is not None:
                there = found
                if found is not None and self.place is not None:
                    sums = {"n_bytes": self.place.n_bytes, "checksum": self.place.checksum}
                    there = replace(found, **sums)
                file = self._output = stack.enter_context(Output(path, there, waits=waits))
            goes_on = found is not None
            self.writer: Writer = make_writer(
                task.form, file, task.model, goes_on=goes_on, decimal=task.decimal
            )
            if self._output is not None and self._output.is_begun and self._keeps_journal:
                self._journal = self._begun_journal(self._output)
            self._stack = stack.pop_all()

    @property
    def is_begun(self) -> bool:
        """Whether what was written goes into the file, and is not only kept in case."""
        return self._output is None or self._output.is_begun

    def begin(self) -> None:
        """Something could be read: from now on what is written goes into the file."""
        if self._output is not None and not self._output.is_begun:
            self._output.begin()
            if self._keeps_journal:
                self._journal = self._begun_journal(self._output)

    def _begun_journal(self, output: Output) -> Journal | None:
        try:
            return Journal(output, self._identity, self.mark, self.place)
        except PermissionError as error:
            if self._is_resumed:
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
            self._stack.__exit__(kind, error, traceback)
        finally:
            if self._journal is not None:
                self._journal.close(is_whole=self._is_whole)

    def done(
        self, path: str, *, is_failed: bool, is_uncopied: bool = False, stamp: str = ""
    ) -> None:
        """Take down that an input was written whole; `stamp` is what `stamp_of` gave before."""
        self.mark = self.mark.after(path, is_failed=is_failed, is_uncopied=is_uncopied, stamp=stamp)
        if self._journal is not None:
            self._journal.add(self.mark)

    def keep_place(self, stamp: str, place: VideoPlace) -> None:
        """Take down how far the next input is."""
        if self._journal is not None:
            self._journal.add_place(stamp, place)

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
        _OPTIONS.get(field.name, f"--{field.name.replace('_', '-')}"): getattr(
            task.settings, field.name
        )
        for field in fields(Settings)
        if field.metadata.get("analysis") and field.name not in ("model", "engine")
    }
    return {
        "version": __version__,
        "inputs": digest.hexdigest(),
        "--format": task.form,
        "--model": task.model,
        "--every": task.every,
        "--decimal": task.decimal,
        "--annotate": None if task.annotate is None else str(task.annotate),
        **chosen,
    }
