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


def feat_table(path: Path, rows: list[Row]) -> Found:
    """Read as Py-Feat's own users do."""
    from feat.utils.io import read_feat

    table = read_feat(str(path))
    emotions = table.emotions.dropna()
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
