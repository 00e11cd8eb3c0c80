"""Sessions that earlier versions recorded open, are exported in every form, and enter figures.

The text is what the version of 2026-11-25 wrote, with a shorter description of the columns.
"""

import json

import pytest

from fer_desktop.cli.export import ExportOrder, run_export
from fer_desktop.core.settings import Settings
from fer_desktop.export.formats import ALL_FORMATS
from fer_desktop.sessions.files import read_session
from fer_desktop.sessions.rows import COLUMNS

HEAD = (
    "path,frame,time_s,wall_time_utc,status,face_id,x1,y1,x2,y2,detection_score,quality,label,"
    "label_shown,confidence,valence,p_anger,p_contempt,p_disgust,p_fear,p_happiness,p_neutral,"
    "p_sadness,p_surprise,s_anger,s_contempt,s_disgust,s_fear,s_happiness,s_neutral,s_sadness,"
    "s_surprise"
)
P = "6.00507448e-08,4.80680634e-11,8.70041788e-07,4.80680634e-11,0.999998808,1.51661581e-08,"
P += "1.93863741e-07,1.97124828e-09"
FACE = f"0.9997,,happiness,happiness,0.999998808,0.999997914,{P},{P}"
FACES = f"""{HEAD}
,0,0.0,2026-11-25T11:53:34.738Z,OK,0,173,64,274,164,{FACE}
,1,0.1,2026-11-25T11:53:34.838Z,OK,0,173,64,274,164,{FACE}
,2,0.2,2026-11-25T11:53:34.938Z,FIND_FAILED{"," * 27}
,2,1.929222,2026-11-25T11:53:36.668Z,LOST{"," * 27}
,3,1.929222,2026-11-25T11:53:36.780Z,OK,2,173,64,274,164,{FACE}
"""
INFO = {
    "schema": 1,
    "kind": "fer-desktop session",
    "id": "2ad0317cc40f450cbf7095b0cfa7aec9",
    "state": "ended",
    "end_reason": "stopped by the user",
    "started_utc": "2026-11-25T11:53:34.738Z",
    "ended_utc": "2026-11-25T11:53:36.780Z",
    "source": {"kind": "camera", "name": "Kamera"},
    "model": {"name": "seed", "version": "1", "sha256": "0" * 64, "engine": "litert"},
    "settings": {},
    "options": {"video": False, "blur_faces": False, "chosen_face_only": False},
    "frame_size": [512, 512],
    "counts": {"captured": 4, "analysed": 4, "dropped": 0, "rows": 5},
    "columns": {"face_id": "number of the face; it is no identity"},
}


@pytest.fixture(scope="module")
def old(tmp_path_factory):
    folder = tmp_path_factory.mktemp("old") / "2026-11-25 11-53"
    folder.mkdir()
    (folder / "session.json").write_text(json.dumps(INFO), "utf-8")
    (folder / "faces.csv").write_text(FACES, "utf-8")
    text = 'time_s,frame,wall_time_utc,text\n0.15,1,2026-11-25T11:53:34.888Z,"Tür, ""auf"""\n'
    (folder / "markers.csv").write_text(text, "utf-8")
    return folder


def test_the_columns_are_still_those_that_were_written():
    assert ",".join(COLUMNS) == HEAD


def test_it_opens_whole(old):
    session = read_session(old)
    assert session.problems == []
    assert [marker.text for marker in session.markers] == ['Tür, "auf"']
    rows = list(session.rows())
    assert [row.face_id for row in rows] == [0, 0, None, None, 2]
    assert [row.status for row in rows] == ["OK", "OK", "FIND_FAILED", "LOST", "OK"]


@pytest.mark.parametrize("form", ALL_FORMATS)
def test_it_is_exported(old, form, tmp_path):
    needed = {"parquet": "pyarrow", "xlsx": "openpyxl", "boris": "openpyxl"}
    if form in needed:
        pytest.importorskip(needed[form], reason="the extra 'exports' is not installed")
    told = []
    order = ExportOrder([str(old)], form, f"{tmp_path}/")
    assert run_export(order, Settings(), told.append) == 0
    assert len(told) == 1
    assert all(path.stat().st_size for path in tmp_path.iterdir())
