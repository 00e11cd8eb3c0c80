"""Parquet: typed columns, nulls, what made them, and groups of rows."""

import json
from pathlib import Path

import numpy as np
import pandas as pd
from pyarrow.parquet import ParquetFile

from fer_desktop.core.labels import LABELS
from fer_desktop.export.formats import parquet
from fer_desktop.export.formats.parquet import METADATA_KEY, write
from fer_desktop.sessions.rows import COLUMNS
from tests.export.recordings import INFO, empty_row, varied


def test_pandas_reads_types_and_every_bit(tmp_path):
    rows = varied("a.mp4")
    write(rows, tmp_path / "a.parquet", INFO)
    table = pd.read_parquet(tmp_path / "a.parquet")
    assert list(table.columns) == list(COLUMNS)
    seen = [row for row in rows if row.raw is not None]
    faces = table[table["label"].notna()]
    written = faces[[f"p_{label}" for label in LABELS]].to_numpy()
    assert written.dtype == np.float32
    np.testing.assert_array_equal(written, np.stack([row.raw.probabilities for row in seen]))
    np.testing.assert_allclose(table["time_s"], [row.time_s for row in rows], atol=1e-6)
    assert table["frame"].dtype == np.int64
    assert table[table["status"] == "FIND_FAILED"][list(COLUMNS[5:])].isna().all(axis=None)


def test_what_made_it_stands_in_the_file(tmp_path):
    write(varied(), tmp_path / "a.parquet", INFO)
    schema = ParquetFile(tmp_path / "a.parquet").schema_arrow
    assert json.loads(schema.metadata[METADATA_KEY]) == json.loads(json.dumps(INFO.as_dict()))
    assert b"raw probability" in schema.field("p_fear").metadata[b"description"]


def test_rows_are_written_in_groups(tmp_path, monkeypatch):
    monkeypatch.setattr(parquet, "_ROWS_AT_ONCE", 10)
    rows = varied()
    write(rows, tmp_path / "a.parquet", INFO)
    with ParquetFile(tmp_path / "a.parquet") as file:
        assert file.num_row_groups == -(-len(rows) // 10)
        assert file.metadata.num_rows == len(rows)


def test_no_rows_and_a_name_of_other_bytes(tmp_path):
    write([], tmp_path / "a.parquet", INFO)
    assert list(pd.read_parquet(tmp_path / "a.parquet").columns) == list(COLUMNS)
    address = Path("b\udcff.mp4").absolute().as_uri()
    write([empty_row(0, path="b\udcff.mp4")], tmp_path / "b.parquet", INFO)
    assert list(pd.read_parquet(tmp_path / "b.parquet")["path"]) == [address]
