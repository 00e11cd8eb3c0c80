"""Open exports with the programs that they are for: `python docs/foreign_readers.py`.

Five sessions are made, of made-up values and with awkward names, one of them without any face; each
is exported in each format, and each reader that is installed opens the file: what it finds is
compared with the session's rows. `pip install praatio textgrid pympi-ling pysrt boris-behav-obs
bids_validator bids-validator-deno py-feat` brings the readers; those that are not there are named.
With `--report FILE` the table goes there too. The exit code is 1 where one fails or finds something
else.
"""

import argparse
import contextlib
import importlib
import io
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Final

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parent)]

from foreign_comparison import Found
from foreign_events import (
    boris_events,
    pandas_bids,
    pandas_elan,
    pandas_observer,
    praatio_grid,
    pympi_grid,
    pysrt_lines,
    textgrid_grid,
    validated_bids,
)
from foreign_sessions import NAMES, made
from foreign_tables import feat_table, pandas_detailed, pandas_physio, pandas_tidy

from fer_desktop.sessions.rows import Row

TOLERANCE: Final = 1e-3
"""Seconds: the coarsest formats count milliseconds."""


def main() -> int:
    """Do it and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--report", type=Path, metavar="FILE")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        lines, is_well = checked(Path(name))
    print("\n".join(lines))
    if options.report is not None:
        options.report.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return 0 if is_well else 1


def checked(work: Path) -> tuple[list[str], bool]:
    """Return the lines of the report, and whether all is well."""
    from reliability import circumstances

    from fer_desktop.cli.export import ExportOrder, run_export
    from fer_desktop.core.settings import Settings
    from fer_desktop.export.formats import FORMATS

    sessions = {name: made(work / "sessions", name, seed) for seed, name in enumerate(NAMES)}
    lines = ["# Exports in the programs that they are for", ""]
    lines += [f"By `python docs/foreign_readers.py --report FILE` {circumstances()}", ""]
    lines += ["| format | read with | files | entries | furthest from the rows |"]
    lines += ["|---|---|---|---|---|"]
    is_well = True
    for form in READERS:
        folder = work / form
        folder.mkdir()
        order = ExportOrder([str(work / "sessions")], form, f"{folder}/")
        if run_export(order, Settings(), lambda _: None):
            return [*lines, f"| {form} | | it failed | | |"], False
        suffix = FORMATS[form].suffix
        for reader, read in READERS[form]:
            package = importable(reader)
            if not package:
                lines.append(f"| {form} | {reader.split('.')[0]} | not installed | | |")
                continue
            try:
                found = [read(folder / f"{name}{suffix}", rows) for name, rows in sessions.items()]
            except Exception as error:  # noqa: BLE001 - whatever a reader says is told
                lines.append(f"| {form} | {package} | {type(error).__name__}: {error} | | |")
                is_well = False
                continue
            n, furthest = sum(each[0] for each in found), max(each[1] for each in found)
            is_well = is_well and n > 0 and furthest <= TOLERANCE
            lines.append(f"| {form} | {package} | {len(found)} | {n} | {furthest:.1e} |")
    lines += ["", *WITHOUT_WINDOWS]
    return lines, is_well


def importable(reader: str) -> str:
    """Return a reader's package with its version, "" where it can't be used."""
    from importlib.metadata import PackageNotFoundError, packages_distributions, version

    if reader == "bids-validator-deno":
        return reader if shutil.which(reader) else ""
    try:
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            importlib.import_module(reader)
    except Exception:  # noqa: BLE001 - some fail in ways of their own without a display
        return ""
    name = reader.split(".", maxsplit=1)[0]
    try:
        known = packages_distributions().get(name, [name])[0]
        return f"{known} {version(known)}"
    except PackageNotFoundError:
        return name


WITHOUT_WINDOWS: Final = (
    "No window was opened: BORIS is its function `load_observations_from_spreadsheet`, which its",
    "window calls to import events, and Py-Feat its `read_feat`. pympi also takes the grid into an",
    "ELAN file and out again. The Observer, Datavyu, ELAN and Praat themselves were not tried.",
)
Reader = Callable[[Path, list[Row]], Found]
READERS: Final[dict[str, tuple[tuple[str, Reader], ...]]] = {
    **dict.fromkeys(("csv", "jsonl", "parquet", "xlsx"), (("pandas", pandas_tidy),)),
    "py-feat": (("feat.utils.io", feat_table),),
    "facereader-detailed": (("pandas", pandas_detailed),),
    "bids": (("pandas", pandas_bids), ("bids-validator-deno", validated_bids)),
    "physio": (("pandas", pandas_physio),),
    "textgrid": (
        ("praatio", praatio_grid),
        ("textgrid", textgrid_grid),
        ("pympi", pympi_grid),
    ),
    "elan": (("pandas", pandas_elan),),
    "boris": (("boris.import_observations", boris_events),),
    "observer": (("pandas", pandas_observer),),
    "srt": (("pysrt", pysrt_lines),),
}

if __name__ == "__main__":
    sys.exit(main())
