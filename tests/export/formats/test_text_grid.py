"""TextGrid: tiers without holes, read by a parser that knows only Praat's own description."""

import re
from dataclasses import replace

import pytest

from fer_desktop.export.formats.text_grid import write
from fer_desktop.sessions.files import Marker
from tests.export.recordings import INFO, empty_row, face_row, small


def read(path):
    """Return {name: [(start, end, text), ...]} as Praat reads it: only values and texts count."""
    tokens = re.findall(r'"(?:[^"]|"")*"|(?<![\w\[])-?\d+(?:\.\d+)?(?![\w\]])', path.read_text())
    values = [t[1:-1].replace('""', '"') if t[0] == '"' else float(t) for t in tokens]
    assert values[:2] == ["ooTextFile", "TextGrid"]
    start, end, n_tiers, *rest = values[2:]
    tiers = {}
    for _ in range(int(n_tiers)):
        kind, name, low, high, n, *rest = rest
        assert (low, high) == (start, end)
        width = 3 if kind == "IntervalTier" else 2
        n = int(n)
        tiers[name] = [tuple(rest[k * width : (k + 1) * width]) for k in range(n)]
        rest = rest[n * width :]
    assert rest == []
    return end, tiers


def test_a_tier_a_face_and_one_of_markers(tmp_path):
    write(small(), tmp_path / "a.TextGrid", INFO)
    end, tiers = read(tmp_path / "a.TextGrid")
    assert end == 3
    assert tiers["face 1"] == [
        (0, 1, "happiness"),
        (1, 2, "neutral"),
        (2, 2.5, ""),
        (2.5, 3, "happiness"),
    ]
    assert tiers["face 2"] == [(0, 0.5, ""), (0.5, 1.5, "sadness"), (1.5, 3, "")]
    assert tiers["markers"] == [(0.65, "=1+1 door"), (1.05, "marker")]


def test_lines_with_a_value_end_with_a_blank_as_praats_own_do(tmp_path):
    # mytextgrid finds no value without it.
    write(small(), tmp_path / "a.TextGrid", INFO)
    head, *lines = (tmp_path / "a.TextGrid").read_text().split("\n\n", 1)[1].splitlines()
    assert head == "xmin = 0 "
    assert "item []: " in lines
    assert "    item [1]:" in lines
    with_value = [line for line in lines if "=" in line or "<exists>" in line]
    assert with_value
    assert all(line.endswith((" ", '" ')) for line in with_value)


def test_texts_are_quoted_and_one_time_has_one_point(tmp_path):
    markers = (Marker(0.5, 5, "", 'say "hi"'), Marker(0.5, 5, "", "\x1b]"))
    write([face_row(0, "fear")], tmp_path / "a.TextGrid", replace(INFO, markers=markers))
    assert read(tmp_path / "a.TextGrid")[1]["markers"] == [(0.5, 'say "hi"; \\x1b]')]


def test_a_recording_without_a_face_has_its_length_and_an_empty_tier(tmp_path):
    rows = [empty_row(n) for n in range(20)]
    write(rows, tmp_path / "a.TextGrid", replace(INFO, markers=()))
    assert read(tmp_path / "a.TextGrid") == (2, {"faces": [(0, 2, "")]})
    write([face_row(0, "fear"), *rows[1:]], tmp_path / "a.TextGrid", INFO)
    end, tiers = read(tmp_path / "a.TextGrid")
    assert (end, tiers["face 1"]) == (2, [(0, 0.1, "fear"), (0.1, 2, "")])


def test_an_independent_reader_opens_it(tmp_path):
    textgrid = pytest.importorskip("praatio.textgrid", reason="praatio is not installed")
    write(small(), tmp_path / "a.TextGrid", INFO)
    found = textgrid.openTextgrid(str(tmp_path / "a.TextGrid"), includeEmptyIntervals=True)
    assert found.tierNames == ("face 1", "face 2", "markers")
    assert [tuple(entry) for entry in found.getTier("face 1").entries][1] == (1.0, 2.0, "neutral")
