"""A whole run over files and folders: chooses the way there and goes it."""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

import psutil

from fer_desktop.batch.inputs import (
    FileAnalyzer,
    Input,
    all_read,
    count_inputs,
    expanding,
    left_out,
)
from fer_desktop.batch.jobs import CHUNK, Job, JobAnalyzer, Outcome, Task, Written
from fer_desktop.batch.journal import Mark, journal_path, stamp_of
from fer_desktop.batch.ordered_output import BatchOutput
from fer_desktop.batch.processes import WorkerProcesses
from fer_desktop.batch.run_progress import BatchProgress
from fer_desktop.batch.scratch import remove_scratch, scratch_folder, scratch_path
from fer_desktop.batch.video_places import TimedPlaces
from fer_desktop.core.errors import SettingsError
from fer_desktop.core.settings import Settings
from fer_desktop.export.annotate import CopyNames, copy_name
from fer_desktop.export.output_check import InputFiles, spare
from fer_desktop.export.text_table import Decimal
from fer_desktop.export.writers import Format
from fer_desktop.sessions.records import model_record
from fer_desktop.system.locks import HeldError
from fer_desktop.system.outputs import only_writer_in

if TYPE_CHECKING:
    from fer_desktop.batch.cluster import Cluster

FEW: Final = 8
"""So many inputs are done before processes have even started."""
_PROCESS_BYTES: Final = 400_000_000
"""So much memory must be free for each process (docs/benchmarks has what they take)."""

Tell = Callable[[str], None]
Count = Callable[[int, int], None]
Check = Callable[[], None]
Expand = Callable[[Sequence[str]], Iterator[Input]]
Outcomes = Callable[[Iterator[Job]], Iterator[Outcome]]


@dataclass(frozen=True)
class BatchOptions:
    """What `analyze` was asked for.

    Attributes:
        inputs: Files and folders; on a cluster addresses too.
        form: Format of the output.
        output: Where it goes; None is stdout.
        annotate: Folder of the annotated copies.
        every: Every N-th frame of a video.
        n_workers: Processes; None chooses.
        resume: Go on where an earlier run stopped.
        scheduler: Address of a Dask scheduler; "" stays on this computer.
        decimal: What numbers in csv have before their fraction.
        made_into: The file that the output becomes afterwards; messages name it.
    """

    inputs: Sequence[str]
    form: Format = "table"
    output: Path | None = None
    annotate: Path | None = None
    every: int = 1
    n_workers: int | None = None
    resume: bool = False
    scheduler: str = ""
    decimal: Decimal = "."
    made_into: Path | None = None


def run_batch(
    settings: Settings,
    options: BatchOptions,
    tell: Tell,
    *,
    shows_progress: bool = False,
    count: Count | None = None,
    check: Check = lambda: None,
) -> Mark:
    """Analyze all inputs and return how many there were and how many failed.

    Args:
        settings: How to analyze.
        options: What was asked for.
        tell: Takes the sentence of each input that failed, and progress.
        shows_progress: Whether it takes progress.
        count: Is called after each input with how many are done, and how many there are; what it
            raises ends the run.
        check: Is called again and again, also in the midst of an input; what it raises ends the
            run at once.

    Raises:
        FerError: The run can't begin, or can't go on.
        OSError: The output can't be written.
    """
    _check(options)
    inputs = InputFiles(lambda: all_read(settings, options.inputs))
    if options.output is not None:
        spare([options.output, journal_path(options.output)], inputs)
    # What is wrong with model or detector is told before anything is written.
    classifier = FileAnalyzer(settings).classifier
    task = Task(
        settings,
        options.form,
        model_record(classifier),
        options.every,
        options.annotate,
        decimal=options.decimal,
    )
    given = list(options.inputs)
    expand: Expand = expanding
    outcomes: Outcomes | None = None
    n_workers, n_inputs = 1, 0
    with ExitStack() as stack:
        if options.annotate is not None:
            _hold_copies(options.annotate, stack)
        if options.scheduler:
            # Before the output is opened: it stays as it is when nobody answers.
            expand, cluster = _cluster(options.scheduler, task, check)
            outcomes = stack.enter_context(cluster).outcomes
            n_inputs = sum(1 for _ in expand(given)) if shows_progress or count else 0
        else:
            n_inputs = count_inputs(given)
            for sentence in left_out(given):
                tell(sentence)
            wanted = options.n_workers or choose_workers(n_inputs, settings)
            n_workers = min(wanted, n_inputs, most_workers())
        agreement = _Agreement(expand(given))
        # Its copy would lack what was done before.
        in_midst = n_workers == 1 and outcomes is None and options.annotate is None
        output = BatchOutput(
            task,
            given,
            options.output,
            resume=options.resume,
            waits=True,
            agrees=agreement.reaches,
            next_stamp=agreement.next_stamp if in_midst else None,
        )
        run = _Run(task, stack.enter_context(output), inputs, tell, count, check)
        if options.output is not None:
            remove_scratch(scratch_path(options.output))  # of a run that was killed
        run.n_inputs = n_inputs
        if shows_progress:
            run.progress = BatchProgress(n_inputs, tell, n_done=output.mark.n_inputs)
        if n_workers > 1:
            chunk = max(1, min(CHUNK, n_inputs // (4 * n_workers)))
            scratch = stack.enter_context(scratch_folder(options.output))
            there = replace(task, scratch=scratch)
            processes = WorkerProcesses(there, n_workers, chunk, check=check)
            outcomes = stack.enter_context(processes).outcomes
        jobs = run.jobs(expand(given))
        if outcomes is None:
            run.do_here(jobs, JobAnalyzer(task, classifier, sys.stderr))
        else:
            run.write(outcomes(jobs))
        if not output.is_begun:
            name = options.made_into or options.output
            tell(f"Nothing could be read, so {name} is left as it was.")
        return output.mark


def _check(options: BatchOptions) -> None:
    if options.decimal != "." and options.form != "csv":
        raise SettingsError("--decimal is for --format csv; the other formats know a point only.")
    if options.scheduler and options.n_workers is not None:
        raise SettingsError("--workers is for this computer; a cluster has workers of its own.")


def _hold_copies(folder: Path, stack: ExitStack) -> None:
    try:
        stack.enter_context(only_writer_in(folder))
    except HeldError:
        raise SettingsError(
            f"{folder}: another run writes its copies there at this moment; wait for its end, or "
            "choose another folder."
        ) from None


def _cluster(address: str, task: Task, check: Check) -> "tuple[Expand, Cluster]":
    try:
        from fer_desktop.batch.cluster import Cluster
        from fer_desktop.batch.remote_files import expanding_anywhere
    except ImportError as error:
        raise SettingsError(
            "--scheduler needs Dask: pip install 'fer-desktop[cluster]', here and on the workers."
        ) from error
    return expanding_anywhere, Cluster(address, task, check)


def most_workers() -> int:
    """Return how many processes can be waited for at a time: on Windows no more than 61."""
    return 61 if sys.platform == "win32" else 1 << 16


def choose_workers(n_inputs: int, settings: Settings) -> int:
    """Return how many processes so many inputs are worth: one a core, if memory allows."""
    # TensorFlow uses all cores by itself, and takes a gigabyte a process.
    if n_inputs <= FEW or settings.engine == "keras":
        return 1
    has_affinity = hasattr(os, "sched_getaffinity")
    n_cores = len(os.sched_getaffinity(0)) if has_affinity else os.cpu_count() or 1
    n_fitting = int(psutil.virtual_memory().available // _PROCESS_BYTES)
    return max(1, min(n_cores, n_fitting, n_inputs))


def _again(n: int) -> str:
    what = "1 input that was done is" if n == 1 else f"{n} inputs that were done are"
    return f"{what} done again: files were changed, added or removed since the run was stopped."


def _displaced(path: str, name: str, kind: str, other: Path) -> str:
    return (
        f"{path}: its copy is {copy_name(path, name, kind)}; {other.name} is there already and "
        "was not written by this program."
    )


class _Agreement:
    """Tells whether the inputs of now begin as those of an earlier run did."""

    def __init__(self, items: Iterator[Input]) -> None:
        self._items, self._marks = items, [Mark()]
        self._stamps: list[str] = []

    def reaches(self, mark: Mark) -> bool:
        """Return whether the inputs up to a mark have the names, sizes and times that they had."""
        while len(self._marks) <= mark.n_inputs and (item := next(self._items, None)) is not None:
            self._stamps.append(stamp_of(item.path))
            after = self._marks[-1].after(item.path, is_failed=False, stamp=self._stamps[-1])
            self._marks.append(after)
        found = self._marks[min(mark.n_inputs, len(self._marks) - 1)]
        return (found.n_inputs, found.paths) == (mark.n_inputs, mark.paths)

    def next_stamp(self, mark: Mark) -> str:
        """Return what `stamp_of` gives of the input after those of a mark; "" without one."""
        self.reaches(replace(mark, n_inputs=mark.n_inputs + 1))
        return self._stamps[mark.n_inputs] if mark.n_inputs < len(self._stamps) else ""


class _Run:
    """Goes through the inputs and writes them in order."""

    def __init__(
        self,
        task: Task,
        output: BatchOutput,
        inputs: InputFiles,
        tell: Tell,
        count: Count | None,
        check: Check,
    ) -> None:
        self._stop_if_asked = check
        self._task, self._output, self._inputs, self._tell = task, output, inputs, tell
        if output.n_again:
            tell(_again(output.n_again))
        self._start = output.mark
        self._stamps: dict[int, str] = {}
        self.progress: BatchProgress | None = None
        self._count, self.n_inputs = count, 0

    def jobs(self, items: Iterator[Input]) -> Iterator[Job]:
        """Yield what is left to do, with the names that its copies have in a whole run.

        Raises:
            SettingsError: What was done earlier are not the first of these inputs.
        """
        folder = self._task.annotate
        names = CopyNames(folder, self._inputs) if folder is not None else None
        passed, is_checked = Mark(), False
        for number, item in enumerate(items):
            name = names.of(item.path) if names is not None else ""
            if number < self._start.n_inputs:
                passed = passed.after(item.path, is_failed=False, stamp=stamp_of(item.path))
                continue
            if not is_checked:
                self._check(passed)
                is_checked = True
            if names is not None and names.in_the_way is not None:
                self._tell(_displaced(item.path, name, item.kind, names.in_the_way))
            self._stamps[number] = stamp_of(item.path)
            yield Job(number, item, name)
        if not is_checked:
            self._check(passed)

    def do_here(self, jobs: Iterator[Job], analyzer: JobAnalyzer) -> None:
        """Do the jobs in this process; each frame is written as it comes."""
        for job in jobs:
            places = self._places(job) if self._task.annotate is None else None
            written = analyzer.write(job, self._output.writer, self._begin_frame, places)
            self._done(job.number, job.item.path, written)
        self._output.finish()

    def _begin_frame(self) -> None:
        self._stop_if_asked()
        self._output.begin()

    def _places(self, job: Job) -> TimedPlaces:
        found = self._output.place if job.number == self._start.n_inputs else None
        keep = partial(self._output.keep_place, self._stamps[job.number])
        return TimedPlaces(None if found is None else found.place, keep)

    def write(self, outcomes: Iterator[Outcome]) -> None:
        """Write what was done elsewhere."""
        for outcome in outcomes:
            if outcome.has_frames:
                self._output.begin()
            self._output.writer.block(outcome.pieces())
            if outcome.file is not None:
                outcome.file.unlink()
            written = Written(outcome.error, outcome.copy_error, outcome.has_frames)
            self._done(outcome.number, outcome.path, written)
        self._output.finish()

    def _done(self, number: int, path: str, written: Written) -> None:
        is_failed = written.error is not None
        stamp = self._stamps.pop(number, "")
        self._output.done(
            path,
            is_failed=is_failed,
            is_uncopied=not is_failed and written.copy_error is not None,
            stamp=stamp,
        )
        errors = [error for error in (written.error, written.copy_error) if error is not None]
        for error in errors:
            self._tell(error)
        if self.progress is not None:
            self.progress.done(is_told=not errors)
        if self._count is not None:
            self._count(self._output.mark.n_inputs, self.n_inputs)

    def _check(self, passed: Mark) -> None:
        start = self._start
        if (passed.n_inputs, passed.paths) != (start.n_inputs, start.paths):
            raise SettingsError(
                "Files were added or removed or changed since the run was stopped, so it can't go "
                "on; without --resume it begins anew."
            )
