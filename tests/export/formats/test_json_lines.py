"""JSON Lines: an object a line, and pandas reads it."""

import json

import numpy as np
import pandas as pd

from fer_desktop.core.labels import LABELS
from fer_desktop.export.formats.json_lines import write
from fer_desktop.sessions.row_values import values
from fer_desktop.sessions.rows import COLUMNS
from tests.export.recordings import INFO, empty_row, varied


def test_every_line_is_a_row(tmp_path):
    rows = varied("a.mp4")
    write(rows, tmp_path / "a.jsonl", INFO)
    lines = (tmp_path / "a.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line) for line in lines] == [values(row) for row in rows]
    table = pd.read_json(tmp_path / "a.jsonl", lines=True)
    assert list(table.columns) == list(COLUMNS)
    seen = [row for row in rows if row.raw is not None]
    written = table[table["label"].notna()][[f"p_{label}" for label in LABELS]].to_numpy(float)
    truth = np.stack([row.raw.probabilities for row in seen])
    np.testing.assert_allclose(written, truth, rtol=0, atol=1e-7)


def test_a_name_of_other_bytes_is_escaped(tmp_path):
    write([empty_row(0, path="b\udcff.mp4")], tmp_path / "a.jsonl", INFO)
    assert "\\udcff" in (tmp_path / "a.jsonl").read_text(encoding="ascii")
