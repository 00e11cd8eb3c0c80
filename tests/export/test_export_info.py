"""What an export tells of its recording."""

import json

from fer_desktop.export.export_info import NOTE, ExportInfo, session_info
from fer_desktop.sessions.files import Marker, SessionFiles
from tests.export.recordings import INFO


def test_it_is_json_and_carries_the_note():
    told = json.loads(json.dumps(INFO.as_dict()))
    assert told["note"] == NOTE
    assert told["model"]["sha256"] == "0" * 64
    assert told["started_utc"] == "2026-11-25T14:03:22.000Z"


def test_a_session_tells_what_it_has(tmp_path):
    folder = tmp_path / "2026-11-25 14-03-22"
    info = {"started_utc": "x", "source": {"kind": "camera"}, "model": None, "settings": [1]}
    markers = [Marker(2.0, 1, "", "b"), Marker(1.0, 0, "", "a")]
    found = session_info(SessionFiles(folder, info, markers, ["cut"]))
    assert found.title == folder.name
    assert (found.started_utc, found.source, found.model) == ("x", {"kind": "camera"}, {})
    assert [marker.text for marker in found.markers] == ["a", "b"]
    assert found.problems == ("cut",)
    assert session_info(SessionFiles(folder, {})) == ExportInfo(folder.name)
