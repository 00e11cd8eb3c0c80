"""A run into a workbook: the rows of the table, whole or not at all."""

import csv

import pytest

from fer_desktop.batch.runner import BatchOptions, run_batch
from fer_desktop.batch.workbook_run import run_workbook
from fer_desktop.core.errors import SettingsError
from fer_desktop.core.settings import Settings
from fer_desktop.sessions.rows import COLUMNS
from fer_desktop.vision.media.images import write_image

openpyxl = pytest.importorskip("openpyxl", reason="the extra 'exports' is not installed")
SEED = Settings(model="seed")


def run(run_all, path, *inputs, told=None, **options):
    asked = BatchOptions([str(each) for each in inputs], output=path, **options)
    tell = (told if told is not None else []).append
    return run_all(SEED, asked, tell, shows_progress=False)


def test_it_has_the_rows_of_the_table_as_typed_cells(astronaut, tmp_path):
    good, broken = tmp_path / "=1 Jörg.png", tmp_path / "broken.png"
    write_image(good, astronaut[20:220, 120:320])  # nothing but the face
    broken.write_bytes(b"no picture")
    path, told = tmp_path / "faces.xlsx", []
    found = run(run_workbook, path, good, broken, told=told)
    assert (found.n_inputs, found.n_failed, len(told)) == (2, 1, 1)
    run(run_batch, tmp_path / "faces.csv", good, broken, form="csv")
    with (tmp_path / "faces.csv").open(encoding="utf-8", newline="") as file:
        table = list(csv.DictReader(file))
    book = openpyxl.load_workbook(path)
    header, *rows = book["faces"].iter_rows(values_only=True)
    assert (header, book["faces"].freeze_panes) == (COLUMNS, "A2")
    assert len(rows) == len(table) == 2
    for cells, line in zip(rows, table, strict=True):
        for name, cell in zip(COLUMNS, cells, strict=True):
            assert line[name] == ("" if cell is None else line[name])
            if name.startswith("p_") and cell is not None:
                assert cell == float(line[name])
    assert rows[1][COLUMNS.index("status")] == "UNREADABLE"
    assert "seed" in dict(book["about"].iter_rows(values_only=True))["model"]


def test_a_run_that_reads_nothing_leaves_the_file_of_before(tmp_path):
    (tmp_path / "broken.png").write_bytes(b"no picture")
    path, told = tmp_path / "faces.xlsx", []
    path.write_bytes(b"of before")
    run(run_workbook, path, tmp_path / "broken.png", told=told)
    assert path.read_bytes() == b"of before"
    assert told[-1] == f"Nothing could be read, so {path} is left as it was."


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"output": None}, "say with --output"),
        ({"resume": True}, "--resume is for --format csv or jsonl"),
        ({"decimal": ","}, "--decimal is for --format csv"),
    ],
)
def test_what_a_workbook_cannot_do_is_told(tmp_path, options, words):
    asked = BatchOptions(**{"inputs": ["a.png"], "output": tmp_path / "a.xlsx", **options})
    with pytest.raises(SettingsError, match=words):
        run_workbook(SEED, asked, print, shows_progress=False)
