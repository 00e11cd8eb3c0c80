"""Apache Parquet: the tidy table with types, compressed, for pandas, R and databases."""

import itertools
import json
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from fer_desktop.export.export_info import ExportInfo
from fer_desktop.export.text_table import path_cell
from fer_desktop.sessions.row_values import INTEGERS, TEXTS, values
from fer_desktop.sessions.rows import COLUMNS, DESCRIPTIONS, Row

if TYPE_CHECKING:
    import pyarrow as pa

METADATA_KEY: Final = b"fer-desktop"
_ROWS_AT_ONCE: Final = 8192


def write(rows: Iterable[Row], path: Path, info: ExportInfo) -> None:
    """Write the rows in groups, so that memory does not grow with them.

    What made them stands in the file's own metadata under `fer-desktop`, as JSON.
    """
    import pyarrow as pa
    from pyarrow.parquet import ParquetWriter

    schema = _schema(info)
    with path.open("wb") as file, ParquetWriter(file, schema) as writer:
        remaining = iter(rows)
        while group := list(itertools.islice(remaining, _ROWS_AT_ONCE)):
            writer.write_table(
                pa.Table.from_pylist([_printable(values(row)) for row in group], schema)
            )


def _schema(info: ExportInfo) -> "pa.Schema":
    import pyarrow as pa

    def kind(name: str) -> "pa.DataType":
        if name in TEXTS:
            return pa.string()
        if name in INTEGERS:
            return pa.int64()
        return pa.float32() if name.startswith(("p_", "s_")) else pa.float64()

    fields = [
        pa.field(name, kind(name), metadata={"description": DESCRIPTIONS[name]}) for name in COLUMNS
    ]
    return pa.schema(fields, metadata={METADATA_KEY: json.dumps(info.as_dict()).encode()})


def _printable(row: dict[str, str | int | float | None]) -> dict[str, str | int | float | None]:
    # The name of a file may hold bytes that are no letters; Parquet's texts are UTF-8.
    path = row["path"]
    if isinstance(path, str):
        row["path"] = path_cell(path)
    return row
