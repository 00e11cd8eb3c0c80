"""A whole run over files and folders: chooses the way there and goes it."""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import psutil

from fer_desktop.app.batch import CHUNK, Job, JobAnalyzer, Outcome, Task
from fer_desktop.app.batch_output import BatchOutput
from fer_desktop.app.batch_progress import BatchProgress
from fer_desktop.app.inputs import FileAnalyzer, Input, count_inputs, expanding
from fer_desktop.app.journal import Mark
from fer_desktop.app.processes import WorkerProcesses
from fer_desktop.core.errors import SettingsError
from fer_desktop.core.settings import Settings
from fer_desktop.export.annotate import CopyNames
from fer_desktop.export.records import model_record
from fer_desktop.export.writers import Format
from fer_desktop.vision.classifier import Classifier

if TYPE_CHECKING:
    from fer_desktop.app.cluster import Cluster

FEW: Final = 8
"""So many inputs are done before processes have even started."""
_PROCESS_BYTES: Final = 400_000_000
"""So much memory must be free for each process (docs/benchmarks has what they take)."""

Tell = Callable[[str], None]
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
    """

    inputs: Sequence[str]
    form: Format = "table"
    output: Path | None = None
    annotate: Path | None = None
    every: int = 1
    n_workers: int | None = None
    resume: bool = False
    scheduler: str = ""


def run_batch(
    settings: Settings, options: BatchOptions, tell: Tell, *, shows_progress: bool
) -> Mark:
    """Analyze all inputs and return how many there were and how many failed.

    Args:
        settings: How to analyze.
        options: What was asked for.
        tell: Takes the sentence of each input that failed, and progress.
        shows_progress: Whether it takes progress.

    Raises:
        FerError: The run can't begin, or can't go on.
        OSError: The output can't be written.
    """
    if options.scheduler and options.n_workers is not None:
        raise SettingsError("--workers is for this computer; a cluster has workers of its own.")
    # What is wrong with model or detector is told before anything is written.
    classifier = FileAnalyzer(settings).classifier
    task = Task(settings, options.form, model_record(classifier), options.every, options.annotate)
    with ExitStack() as stack:
        if options.scheduler:
            expand, cluster = _cluster(options.scheduler, task)
            outcomes = stack.enter_context(cluster).outcomes
            n_shown = sum(1 for _ in expand(options.inputs)) if shows_progress else None
            return _Run(task, options, tell, n_shown).go(expand(options.inputs), outcomes)
        n_inputs = count_inputs(options.inputs)
        run = _Run(task, options, tell, n_inputs if shows_progress else None)
        n_workers = options.n_workers or choose_workers(n_inputs, settings)
        if n_workers == 1:
            return run.go(expanding(options.inputs), None, classifier)
        chunk = max(1, min(CHUNK, n_inputs // (4 * n_workers)))
        processes = stack.enter_context(WorkerProcesses(task, n_workers, chunk))
        return run.go(expanding(options.inputs), processes.outcomes)


def _cluster(address: str, task: Task) -> "tuple[Expand, Cluster]":
    try:
        from fer_desktop.app.cluster import Cluster
        from fer_desktop.app.remote_files import expanding_anywhere
    except ImportError as error:
        raise SettingsError(
            "--scheduler needs Dask: pip install 'fer-desktop[cluster]', here and on the workers."
        ) from error
    return expanding_anywhere, Cluster(address, task)


def choose_workers(n_inputs: int, settings: Settings) -> int:
    """Return how many processes so many inputs are worth: one a core, if memory allows."""
    # TensorFlow uses all cores by itself, and takes a gigabyte a process.
    if n_inputs <= FEW or settings.engine == "keras":
        return 1
    has_affinity = hasattr(os, "sched_getaffinity")
    n_cores = len(os.sched_getaffinity(0)) if has_affinity else os.cpu_count() or 1
    n_fitting = int(psutil.virtual_memory().available // _PROCESS_BYTES)
    return max(1, min(n_cores, n_fitting, n_inputs))


class _Run:
    """Goes through the inputs and writes their outcomes in order."""

    def __init__(self, task: Task, options: BatchOptions, tell: Tell, n_shown: int | None) -> None:
        """Take the parts together; `n_shown` is the number of inputs where progress is told."""
        self._task, self._options, self._tell, self._n_shown = task, options, tell, n_shown
        self._progress: BatchProgress | None = None

    def go(
        self,
        items: Iterator[Input],
        outcomes: Outcomes | None,
        classifier: Classifier | None = None,
    ) -> Mark:
        """Do all inputs and return how far the run came: to its end.

        Args:
            items: The inputs.
            outcomes: Does jobs; None does them here, with the classifier.
            classifier: The loaded model.
        """
        options = self._options
        with BatchOutput(
            self._task, list(options.inputs), options.output, resume=options.resume
        ) as output:
            if self._n_shown is not None:
                n_done = output.mark.n_inputs
                self._progress = BatchProgress(self._n_shown, self._tell, n_done=n_done)
            jobs = self._jobs(items, output.mark)
            if outcomes is None:
                analyzer = JobAnalyzer(self._task, classifier)
                for job in jobs:
                    error = analyzer.write(job, output.writer)
                    self._done(output, job.item.path, error)
            else:
                for outcome in outcomes(jobs):
                    output.writer.block(outcome.text)
                    self._done(output, outcome.path, outcome.error)
            output.finish()
            return output.mark

    def _done(self, output: BatchOutput, path: str, error: str | None) -> None:
        output.done(path, is_failed=error is not None)
        if error is not None:
            self._tell(error)
        if self._progress is not None:
            self._progress.done(is_told=error is None)

    def _jobs(self, items: Iterator[Input], start: Mark) -> Iterator[Job]:
        """Yield what is left to do, with the names that its copies would have in a whole run."""
        names = CopyNames() if self._task.annotate is not None else None
        passed, is_checked = Mark(), False
        for number, item in enumerate(items):
            name = names.of(item.path) if names is not None else ""
            if number < start.n_inputs:
                passed = passed.after(item.path, is_failed=False)
                continue
            if not is_checked:
                self._check(passed, start)
                is_checked = True
            yield Job(number, item, name)
        if not is_checked:
            self._check(passed, start)

    def _check(self, passed: Mark, start: Mark) -> None:
        if (passed.n_inputs, passed.paths) != (start.n_inputs, start.paths):
            raise SettingsError(
                f"{self._options.output}: files were added or removed since the run stopped; "
                "leave out --resume to begin anew."
            )
