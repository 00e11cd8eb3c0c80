"""Which program reads which export, and a run of one of them in another Python.

Not all readers can be installed together, so `foreign_readers.py --python EXE` starts this file
with that Python: `EXE docs/foreign_programs.py FORMAT READER FOLDER` reads what lies in the folder
and prints what was found as JSON. It needs NumPy and the reader, and nothing else of the program.
"""

import contextlib
import importlib
import io
import json
import pickle
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parent)]

from foreign_comparison import Found
from foreign_events import (
    boris_events,
    named_by_bids,
    pandas_bids,
    pandas_elan,
    pandas_observer,
    pysrt_lines,
    pyvyu_cells,
    validated_bids,
)
from foreign_grids import mytextgrid_grid, praatio_grid, pympi_grid, textgrid_grid, textgrids_grid
from foreign_tables import (
    arrow_table,
    duckdb_table,
    feat_table,
    pandas_detailed,
    pandas_physio,
    pandas_tidy,
    polars_table,
)

from fer_desktop.sessions.rows import Row

ROWS: Final = "rows.pickle"
"""Beside the folder of a format: the rows of each file."""

Reader = Callable[[Path, list[Row]], Found]
READERS: Final[dict[str, dict[str, Reader]]] = {
    "csv": {"pandas": pandas_tidy, "polars": polars_table, "duckdb": duckdb_table},
    "jsonl": {"pandas": pandas_tidy, "polars": polars_table, "duckdb": duckdb_table},
    "parquet": {
        "pandas": pandas_tidy,
        "pyarrow": arrow_table,
        "polars": polars_table,
        "duckdb": duckdb_table,
    },
    "xlsx": {"pandas": pandas_tidy},
    "py-feat": {"feat.utils.io": feat_table},
    "facereader-detailed": {"pandas": pandas_detailed},
    "bids": {
        "pandas": pandas_bids,
        "bids_validator": named_by_bids,
        "bids-validator-deno": validated_bids,
    },
    "physio": {"pandas": pandas_physio, "bids_validator": named_by_bids},
    "textgrid": {
        "praatio": praatio_grid,
        "textgrid": textgrid_grid,
        "textgrids": textgrids_grid,
        "mytextgrid": mytextgrid_grid,
        "pympi": pympi_grid,
    },
    "elan": {"pandas": pandas_elan},
    "boris": {"boris.import_observations": boris_events},
    "observer": {"pandas": pandas_observer},
    "datavyu": {"pyvyu": pyvyu_cells},
    "srt": {"pysrt": pysrt_lines},
}


def importable(reader: str) -> str:
    """Return a reader's package with its version, "" where it can't be used."""
    from importlib.metadata import PackageNotFoundError, packages_distributions, version

    if reader == "bids-validator-deno":
        return f"{reader} {version(reader)}" if shutil.which(reader, path=_programs()) else ""
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


def found_by(form: str, reader: str, folder: Path) -> dict[str, Any] | None:
    """Return what a reader finds in the files of a format.

    Args:
        form: The format.
        reader: What has to be imported for it.
        folder: Where the files lie.

    Returns:
        `package`; `found`, how many entries of each file and how far they are from the rows; or
        `error`. None where the reader is not installed.
    """
    package = importable(reader)
    if not package:
        return None
    known: dict[str, list[Row]] = pickle.loads((folder.parent / ROWS).read_bytes())
    try:
        found = [READERS[form][reader](_file_of(folder, name), known[name]) for name in known]
    except Exception as error:  # noqa: BLE001 - whatever a reader says is told
        return {"package": package, "error": f"{type(error).__name__}: {error}"}
    return {"package": package, "found": found}


def _file_of(folder: Path, name: str) -> Path:
    (path,) = (each for each in folder.iterdir() if _belongs(each.name, name))
    return path


def _belongs(file: str, name: str) -> bool:
    return file.startswith(name) and not file.endswith(".json")


def _programs() -> str:
    return str(Path(sys.executable).parent)


if __name__ == "__main__":
    with contextlib.redirect_stdout(sys.stderr):
        told = found_by(sys.argv[1], sys.argv[2], Path(sys.argv[3]))
    print(json.dumps(told))
