"""One input of many: what is to be done with it, and what it is in the output.

All ways of going through inputs (here, in processes, on a cluster) do this, so all write the same.
"""

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO, Any, Final, NamedTuple

from fer_desktop.batch.inputs import READ_ERRORS, FileAnalyzer, Input
from fer_desktop.batch.scratch import Spill, read_pieces, spill_path
from fer_desktop.batch.video_progress import told_frames
from fer_desktop.core.errors import FerError, ImageError, one_line
from fer_desktop.core.settings import Settings
from fer_desktop.core.types import AnalyzedFrame
from fer_desktop.export.annotate import Annotator, copy_name
from fer_desktop.export.text_table import Decimal
from fer_desktop.export.writers import Format, Writer, input_text, write_input
from fer_desktop.vision import assembly
from fer_desktop.vision.analyzed_video import Places
from fer_desktop.vision.recognition.classifier import Classifier, load_classifier

log = logging.getLogger(__name__)

CHUNK: Final = 8
"""Inputs that go to a worker at once."""


@dataclass(frozen=True)
class Task:
    """What is the same for all inputs.

    Attributes:
        settings: How to analyze.
        form: Format of the output.
        model: What `model_record` gives.
        every: Every N-th frame of a video.
        annotate: Folder of the annotated copies; None makes none.
        scratch: Folder of the rows of long inputs until they are written; None keeps them in
            memory.
        decimal: What numbers in csv have before their fraction.
    """

    settings: Settings
    form: Format
    model: dict[str, Any]
    every: int = 1
    annotate: Path | None = None
    scratch: Path | None = None
    decimal: Decimal = "."


@dataclass(frozen=True)
class Job:
    """An input with its place among all.

    Attributes:
        number: From 0.
        item: The input.
        copy_name: Name of its annotated copy; "" without one.
        location: Where the file lies, where that is not the input's path; messages don't say it.
    """

    number: int
    item: Input
    copy_name: str = ""
    location: str | None = None


@dataclass(frozen=True)
class Outcome:
    """An input that is done.

    Attributes:
        number: Its place among all, from 0.
        path: As it was given.
        text: What it is in the output, for `Writer.block`; empty where that is in a file.
        error: Why it could not be read (to its end).
        copy_error: Why its annotated copy could not be written (to its end).
        has_frames: Something of it could be read.
        file: Where a long one is, which belongs to whoever has the outcome.
    """

    number: int
    path: str
    text: str
    error: str | None
    file: Path | None = None
    copy_error: str | None = None
    has_frames: bool = False

    def pieces(self) -> Iterator[str]:
        """Yield what it is in the output, piece by piece.

        Raises:
            OSError: The file can't be read.
        """
        yield self.text
        if self.file is not None:
            yield from read_pieces(self.file)


class Written(NamedTuple):
    """How the writing of an input went.

    Attributes:
        error: Why it could not be read (to its end).
        copy_error: Why its annotated copy could not be written (to its end).
        has_frames: Something of it could be read.
    """

    error: str | None
    copy_error: str | None
    has_frames: bool


class _Copy:
    """The annotated copy of an input; what goes wrong with it costs no row.

    Attributes:
        error: What went wrong.
    """

    def __init__(self, folder: Path | None, job: Job) -> None:
        self.error: str | None = None
        self._annotator: Annotator | None = None
        if folder is not None:
            self._job, annotator = job, Annotator(folder)
            source = Path(job.location or job.item.path)
            self._told(lambda: annotator.begin(job.copy_name, job.item.kind, source))
            self._annotator = annotator if self.error is None else None

    def frame(self, analyzed: AnalyzedFrame) -> None:
        annotator = self._annotator
        if annotator is not None:
            self._told(lambda: annotator.frame(analyzed))
            if self.error is not None:
                self._annotator = None
                self._told(annotator.end)

    def end(self) -> None:
        annotator, self._annotator = self._annotator, None
        if annotator is not None:
            self._told(annotator.end)

    def _told(self, act: Callable[[], None]) -> None:
        try:
            act()
        except READ_ERRORS as problem:
            self.error = self.error or f"The annotated copy is not whole: {problem}"


class JobAnalyzer:
    """Does jobs with one loaded model. It belongs to the thread that made it."""

    def __init__(
        self, task: Task, classifier: Classifier | None = None, terminal: IO[str] | None = None
    ) -> None:
        """Load the model, unless it is given; it is not tried apart again.

        Args:
            task: What is the same for all inputs.
            classifier: The model, where it is loaded already.
            terminal: Is told how far a long video is.

        Raises:
            ModelError: The model can't be used.
            SettingsError: YuNet is chosen without a file.
        """
        self._task, self._terminal = task, terminal
        settings = task.settings
        chosen = classifier or load_classifier(assembly.model_spec(settings), settings.engine)
        self._analyzer = FileAnalyzer(settings, chosen)

    def write(
        self,
        job: Job,
        writer: Writer,
        begin: Callable[[], None] = lambda: None,
        places: Places | None = None,
    ) -> Written:
        """Write an input as its frames come, and return how that went.

        Args:
            job: The input.
            writer: Takes it.
            begin: Called before each frame is written.
            places: Where a video begins, and who keeps how far it is.

        Raises:
            ModelError: The network gave no probabilities.
        """
        item, copy = job.item, _Copy(self._task.annotate, job)
        start = None if places is None else places.start
        writer.begin(item.path, item.kind, *((start.n_frames, start.time_s) if start else ()))
        error, has_frames = None, start is not None
        try:
            for analyzed in self._frames(job, places):
                has_frames = True
                begin()
                writer.frame(analyzed)
                copy.frame(analyzed)
        except READ_ERRORS as problem:
            error = str(problem)
        except BaseException:
            copy.end()  # after Ctrl+C what was written until then plays
            raise
        copy.end()
        if error is not None and job.location is not None:
            error = error.replace(str(Path(job.location)), _as_told(item.path))
        writer.end(error, copy.error, copy_name(item.path, job.copy_name, item.kind))
        return Written(error, copy.error, has_frames)

    def outcome(self, job: Job) -> Outcome:
        """Return what an input is in the output.

        Raises:
            ModelError: The network gave no probabilities.
            SettingsError: There is no room for its rows.
        """
        found: list[Written] = []
        task = self._task
        with Spill(spill_path(task.scratch, job.number)) as spill:
            write_input(
                task.form,
                task.model,
                spill,
                lambda writer: found.append(self.write(job, writer)),
                task.decimal,
            )
        (written,) = found
        return Outcome(
            job.number,
            job.item.path,
            spill.text,
            written.error,
            spill.file,
            written.copy_error,
            written.has_frames,
        )

    def _frames(self, job: Job, places: Places | None) -> Iterator[AnalyzedFrame]:
        path = job.item.path
        item = replace(job.item, path=job.location or path)
        try:
            yield from told_frames(self._analyzer, item, self._task.every, self._terminal, places)
        except FerError:
            raise
        except Exception as error:  # what one file runs into must not cost all the others
            log.info("%s: not analyzed", path, exc_info=True)
            reason = one_line(error) or type(error).__name__
            raise ImageError(f"{path}: it can't be analyzed ({reason}).") from error


def next_chunk(jobs: Iterator[Job], most: int) -> list[Job]:
    """Return the next jobs, at most so many; a video is the last of its chunk. Empty at the end."""
    chunk: list[Job] = []
    while len(chunk) < most and (job := next(jobs, None)) is not None:
        chunk.append(job)
        if job.item.kind == "video":
            break
    return chunk


def failed(task: Task, job: Job, error: str) -> Outcome:
    """Return the outcome of an input of which nothing but the error is known."""

    def write(writer: Writer) -> None:
        writer.begin(job.item.path, job.item.kind)
        writer.end(error)

    text = input_text(task.form, task.model, write, task.decimal)
    return Outcome(job.number, job.item.path, text, error)


def _as_told(path: str) -> str:
    # Paths stand in messages as the system writes them, addresses as they are.
    return path if "://" in path else str(Path(path))
