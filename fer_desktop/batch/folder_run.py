"""A run over a folder beside the window: into a table that is there whole, or not at all."""

import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from fer_desktop.batch.inputs import all_read
from fer_desktop.batch.runner import BatchOptions, run_batch
from fer_desktop.batch.workbook_run import run_workbook
from fer_desktop.core.errors import SettingsError
from fer_desktop.core.settings import Settings
from fer_desktop.export.output_check import InputFiles, spare
from fer_desktop.export.writers import Format
from fer_desktop.system import files
from fer_desktop.system.background import Background

FORMS: Final[dict[str, Format]] = {".csv": "csv", ".jsonl": "jsonl", ".xlsx": "csv"}
"""By the suffix of the table; a workbook is made of a table."""


@dataclass(frozen=True)
class FolderRun:
    """What a run gave.

    Attributes:
        output: The table; None where nothing could be read.
        n_inputs: So many pictures and videos were in the folder.
        problems: Of those that could not be read, a sentence each.
    """

    output: Path | None
    n_inputs: int
    problems: tuple[str, ...]


def begin_folder_run(
    settings: Settings, folder: Path, output: Path, scheduler: str = ""
) -> Background[FolderRun]:
    """Begin to analyze all pictures and videos of a folder.

    Args:
        settings: How.
        folder: As `analyze` takes it; folders inside are told, not looked into.
        output: The table; its suffix is one of `FORMS`. One that is there is written over.
        scheduler: Address of a Dask scheduler; "" stays on this computer.
    """
    return Background(lambda job: _run(job, settings, folder, output, scheduler), "folder run")


def _run(
    job: Background[FolderRun], settings: Settings, folder: Path, output: Path, scheduler: str
) -> FolderRun:
    inputs = [str(folder)]
    problems: list[str] = []

    def tell(sentence: str) -> None:
        job.check()
        problems.append(sentence)

    def count(n_done: int, n: int) -> None:
        job.check()
        job.n_done, job.n_expected = n_done, n

    spare([output], InputFiles(lambda: all_read(settings, inputs)))
    is_workbook = output.suffix.lower() == ".xlsx"
    try:
        with tempfile.TemporaryDirectory(dir=output.parent, prefix=".fer-desktop-") as name:
            made = Path(name) / output.name
            asked = BatchOptions(inputs, output=made, scheduler=scheduler, made_into=output)
            asked = replace(asked, form=FORMS[output.suffix.lower()])
            run = run_workbook if is_workbook else run_batch
            mark = run(settings, asked, tell, count=count, check=job.check)
            is_there = made.exists()
            if is_there:
                made.replace(output)
    except OSError as error:
        raise SettingsError(f"{output}: can't be written ({files.reason(error)}).") from error
    return FolderRun(output if is_there else None, mark.n_inputs, tuple(problems))
