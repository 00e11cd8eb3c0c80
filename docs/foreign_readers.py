"""Open exports with the programs that they are for: `python docs/foreign_readers.py`.

Five sessions are made, of made-up values and with awkward names, one of them without any face; each
is exported in each format, and each reader that is installed opens the file: what it finds is
compared with the session's rows. Readers that don't fit beside each other may have a Python of
their own each, `--python EXE`; CONTRIBUTING.md names them. Those that are nowhere
are named. With `--report FILE` the table goes there too. The exit code is 1 where one fails or
finds something else.
"""

import argparse
import json
import pickle
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parent)]

from foreign_programs import READERS, ROWS, found_by
from foreign_sessions import NAMES, made

TOLERANCE: Final = 1e-3
"""Seconds: the coarsest formats count milliseconds."""
PROGRAMS: Final = Path(__file__).parent / "foreign_programs.py"


def main() -> int:
    """Do it and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--report", type=Path, metavar="FILE")
    parser.add_argument(
        "--python",
        action="append",
        default=[],
        metavar="EXE",
        help="another Python that has readers; may be given several times",
    )
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        lines, is_well = checked(Path(name), options.python)
    print("\n".join(lines))
    if options.report is not None:
        options.report.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return 0 if is_well else 1


def checked(work: Path, pythons: Sequence[str] = ()) -> tuple[list[str], bool]:
    """Return the lines of the report, and whether all is well.

    Args:
        work: An empty folder.
        pythons: Other Pythons that have readers, in this order after this one.
    """
    from reliability import circumstances

    from fer_desktop.cli.export import ExportOrder, run_export
    from fer_desktop.core.settings import Settings

    sessions = {name: made(work / "sessions", name, seed) for seed, name in enumerate(NAMES)}
    (work / ROWS).write_bytes(pickle.dumps(sessions))
    lines = ["# Exports in the programs that they are for", ""]
    lines += [f"By `python docs/foreign_readers.py --report FILE` {circumstances()}", ""]
    lines += ["| format | read with | files | entries | furthest from the rows |"]
    lines += ["|---|---|---|---|---|"]
    is_well = True
    for form, readers in READERS.items():
        folder = work / form
        folder.mkdir()
        order = ExportOrder([str(work / "sessions")], form, f"{folder}/")
        if run_export(order, Settings(), lambda _: None):
            return [*lines, f"| {form} | | it failed | | |"], False
        for reader in readers:
            line, is_right = line_of(form, reader, told_by(form, reader, folder, pythons))
            lines.append(line)
            is_well = is_well and is_right
    return [*lines, "", *WITHOUT_WINDOWS], is_well


def told_by(form: str, reader: str, folder: Path, pythons: Sequence[str]) -> dict[str, Any] | None:
    """Return what `foreign_programs.found_by` says, of the first Python that has this reader."""
    told = found_by(form, reader, folder)
    for python in pythons:
        if told is not None:
            break
        order = [python, str(PROGRAMS), form, reader, str(folder)]
        done = subprocess.run(order, capture_output=True, text=True, check=False)
        if done.returncode:
            return {"package": reader, "error": (done.stderr.strip() or "it fell").splitlines()[-1]}
        told = json.loads(done.stdout)
    return told


def line_of(form: str, reader: str, told: dict[str, Any] | None) -> tuple[str, bool]:
    """Return the report's line, and whether the reader is missing or finds the rows."""
    if told is None:
        return f"| {form} | {reader.split('.', maxsplit=1)[0]} | not installed | | |", True
    if "error" in told:
        return f"| {form} | {told['package']} | {told['error']} | | |", False
    found = told["found"]
    n, furthest = sum(each[0] for each in found), max(each[1] for each in found)
    line = f"| {form} | {told['package']} | {len(found)} | {n} | {furthest:.1e} |"
    return line, n > 0 and furthest <= TOLERANCE


WITHOUT_WINDOWS: Final = (
    "No window was opened: BORIS is its function `load_observations_from_spreadsheet`, which its",
    "window calls to import events, and its check that states are paired; Py-Feat is its",
    "`read_feat`. pympi also takes the grid into an ELAN file and out again. pyvyu reads our",
    "spreadsheet as the one within a project of Datavyu. The Observer, Datavyu, ELAN and Praat",
    "themselves were not tried.",
)

if __name__ == "__main__":
    sys.exit(main())
