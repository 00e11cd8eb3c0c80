"""Readers of exports that hold a row for each frame: what they find is compared with the rows."""

import gzip
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from foreign_comparison import Found, raw_of, same

from fer_desktop.core.labels import LABELS
from fer_desktop.sessions.rows import Row


def pandas_tidy(path: Path, rows: list[Row]) -> Found:
    """Read the tidy table."""
    import pandas as pd

    readers: dict[str, Callable[[Path], Any]] = {
        ".csv": pd.read_csv,
        ".jsonl": lambda file: pd.read_json(file, lines=True),
        ".parquet": pd.read_parquet,
        ".xlsx": pd.read_excel,
    }
    table = readers[path.suffix](path)
    if len(table) != len(rows):
        return len(table), np.inf
    return same(table[table["face_id"].notna()][[f"p_{name}" for name in LABELS]], raw_of(rows))


def arrow_table(path: Path, rows: list[Row]) -> Found:
    """Read with pyarrow alone, with the types and words that the file holds."""
    from pyarrow import parquet

    table = parquet.read_table(path)
    if table.num_rows != len(rows):
        return table.num_rows, np.inf
    values = [table.column(f"p_{name}").drop_null().to_numpy() for name in LABELS]
    return same(np.array(values, float).T.reshape(-1, len(LABELS)), raw_of(rows))


def polars_table(path: Path, rows: list[Row]) -> Found:
    """Read with polars, as it guesses the types."""
    import polars as pl

    readers: dict[str, Callable[..., Any]] = {
        ".csv": pl.read_csv,
        ".jsonl": pl.read_ndjson,
        ".parquet": pl.read_parquet,
    }
    options = {} if path.suffix == ".parquet" else {"infer_schema_length": None}
    table = readers[path.suffix](path, **options)
    faces = table.filter(pl.col("face_id").is_not_null())
    values = faces.select(f"p_{name}" for name in LABELS).to_numpy()
    return same(values, raw_of(rows)) if len(table) == len(rows) else (len(table), np.inf)


def duckdb_table(path: Path, rows: list[Row]) -> Found:
    """Read with DuckDB, as it guesses form and types."""
    import duckdb

    columns = ", ".join(f"p_{name}" for name in LABELS)
    name = str(path).replace("'", "''")
    read = {".csv": "read_csv", ".jsonl": "read_json", ".parquet": "read_parquet"}[path.suffix]
    # A name with a star or brackets would be a pattern; none of ours has one.
    source = f"{read}('{name}')"
    (n,) = duckdb.sql(f"select count(*) from {source}").fetchall()[0]
    found = duckdb.sql(f"select {columns} from {source} where face_id is not null").fetchall()
    values = np.array(found, float).reshape(-1, len(LABELS))
    return same(values, raw_of(rows)) if n == len(rows) else (n, np.inf)


def feat_table(path: Path, rows: list[Row]) -> Found:
    """Read as Py-Feat's own users do."""
    from feat.utils.io import read_feat

    table = read_feat(str(path))
    emotions = table.emotions.dropna()
    boxes = [row.box for row in rows if row.box is not None]
    known = np.array([(b.x1, b.y1, b.width, b.height) for b in boxes]).reshape(-1, 4)
    if not np.array_equal(table.faceboxes.dropna().to_numpy()[:, :4], known):
        return len(table), np.inf
    return same(emotions, raw_of(rows)[:, [LABELS.index(name) for name in emotions.columns]])


def pandas_physio(path: Path, rows: list[Row]) -> Found:
    """Read the continuous recording with what its JSON file says of it."""
    import pandas as pd

    about = json.loads(path.with_name(path.name.removesuffix(".tsv.gz") + ".json").read_text())
    with gzip.open(path, "rt") as file:
        table = pd.read_csv(file, sep="\t", header=None, names=about["Columns"], na_values="n/a")
    first = [row for row in rows if row.face_id == 1]
    known = table.dropna(how="all")
    if len(known) != len(first):
        return len(known), np.inf
    return same(known[[f"p_{label}" for label in LABELS]], raw_of(first))


def pandas_detailed(path: Path, rows: list[Row]) -> Found:
    """Read as scripts read FaceReader's detailed logs."""
    import pandas as pd

    lost = ["FIND_FAILED", "FIT_FAILED"]
    table = pd.read_csv(path, sep="\t", skiprows=10, na_values=lost, encoding="utf-8")
    first = [row for row in rows if row.face_id in (1, None)]
    happy = np.array(
        [np.nan if row.raw is None else row.raw.by_label()["happiness"] for row in first]
    )
    if list(table["Happy"].isna()) != list(np.isnan(happy)):
        return len(table), np.inf
    return len(table), same(table["Happy"].dropna(), happy[~np.isnan(happy)])[1]
