"""The statistics as a table: the same figures, with what was lost in every line."""

from dataclasses import replace

import pandas as pd
import pytest

from fer_desktop.export.formats.statistics_table import COLUMNS, write
from fer_desktop.sessions.statistics import SHOWN_LABELS, statistics_of
from tests.export.recordings import INFO, face_row, small, varied


def test_a_line_for_each_face_and_label(tmp_path):
    write(varied(), tmp_path / "a.csv", INFO)
    table = pd.read_csv(tmp_path / "a.csv")
    assert list(table.columns) == list(COLUMNS)
    found = statistics_of(varied())
    assert len(table) == len(found.faces) * len(SHOWN_LABELS)
    lines = table.to_dict("records")
    for face in found.faces:
        for label, figures in face.labels.items():
            line = lines.pop(0)
            assert (line["face_id"], line["label"]) == (face.face_id, label)
            assert line["lost"] == pytest.approx(face.lost, abs=1e-6)
            assert line["share"] == pytest.approx(figures.share, abs=1e-6)
            assert line["total_s"] == pytest.approx(figures.total_s, abs=1e-6)
            assert line["n_episodes"] == figures.n_episodes
            assert line["valence_mean"] == pytest.approx(face.valence_mean, abs=1e-6)


def test_transitions_and_missing_means(tmp_path):
    write(small(), tmp_path / "a.csv", INFO)
    table = pd.read_csv(tmp_path / "a.csv").set_index(["face_id", "label"])
    assert table.loc[(1, "happiness"), "to_neutral"] == 1
    assert table.loc[(1, "neutral"), "to_happiness"] == 0
    assert pd.isna(table.loc[(1, "anger"), "mean_s"])


def test_pictures_are_one_group(tmp_path):
    rows = [face_row(0, "fear", face_id=0, path=f"{n}.png", time_s=0.0) for n in range(3)]
    write(rows, tmp_path / "a.csv", replace(INFO, stills=True))
    table = pd.read_csv(tmp_path / "a.csv")
    assert len(table) == len(SHOWN_LABELS)
    assert table["face_id"].isna().all()
    assert list(table.set_index("label")["n_frames"])[SHOWN_LABELS.index("fear")] == 3
