"""Results as table, JSON, JSON lines and CSV, exactly as the contract says."""

import csv
import io
import json
from pathlib import Path

import numpy as np
import pytest

from fer_desktop.batch.inputs import local_path
from fer_desktop.core.geometry import BoundingBox
from fer_desktop.core.labels import LABELS
from fer_desktop.core.types import AnalyzedFrame, Expression, Face, Frame, RecognizedFace
from fer_desktop.export.writers import input_text, make_writer
from fer_desktop.sessions.records import as_cell, face_record, frame_record, model_record
from fer_desktop.sessions.rows import COLUMNS
from tests.fakes import FixedClassifier, picture, probabilities

MODEL = model_record(FixedClassifier())


def recognized(label="happiness", p=0.75, *, track_id=None, threshold=0.0):
    face = Face(BoundingBox(4, 5, 24, 35), 0.912345, track_id)
    raw = Expression(probabilities(label, p), threshold)
    return RecognizedFace(face, raw, Expression(probabilities("fear")))


def analyzed(*faces, index=0, time_s=0.0):
    return AnalyzedFrame(Frame(picture(64, 48), index, time_s), tuple(faces))


def written(form, *inputs, **options):
    """Write inputs, each (path, kind, frames, error), and return the text."""
    file = io.StringIO()
    writer = make_writer(form, file, MODEL, **options)
    for path, kind, frames, error in inputs:
        writer.begin(path, kind)
        for frame in frames:
            writer.frame(frame)
        writer.end(error)
    writer.finish()
    return file.getvalue()


ONE = ("a.jpg", "image", [analyzed(recognized())], None)
NO_FACE = ("empty.jpg", "image", [analyzed()], None)
FAILED = ("bad.jpg", "image", [], "bad.jpg: the file is empty.")
VIDEO = (
    "v.mp4",
    "video",
    [
        analyzed(recognized(track_id=1), recognized("anger", track_id=2), index=0, time_s=0.0),
        analyzed(index=1, time_s=1 / 30),
    ],
    None,
)


# --- JSON


def test_json_is_the_contracts_object():
    parsed = json.loads(written("json", ONE))
    values = [0.25 / 7] * 8
    values[LABELS.index("happiness")] = 0.75
    assert parsed == {
        "schema": 1,
        "model": {"name": "fixed", "version": "0", "sha256": "0" * 64, "engine": "litert"},
        "inputs": [
            {
                "path": "a.jpg",
                "kind": "image",
                "width": 64,
                "height": 48,
                "error": None,
                "frames": [
                    {
                        "index": 0,
                        "time_s": 0.0,
                        "faces": [
                            {
                                "box": [4, 5, 24, 35],
                                "detection_score": pytest.approx(0.9123),
                                "track_id": None,
                                "label": "happiness",
                                "confidence": pytest.approx(0.75),
                                "uncertain": False,
                                "valence": pytest.approx(0.75 - 0.25 / 7),
                                "probabilities": {
                                    label: pytest.approx(p)
                                    for label, p in zip(LABELS, values, strict=True)
                                },
                            }
                        ],
                    }
                ],
            }
        ],
    }


def test_json_keeps_the_order_of_the_keys():
    parsed = json.loads(written("json", ONE))
    assert list(parsed) == ["schema", "model", "inputs"]
    assert list(parsed["inputs"][0]) == ["path", "kind", "width", "height", "error", "frames"]
    face = parsed["inputs"][0]["frames"][0]["faces"][0]
    assert list(face["probabilities"]) == list(LABELS)


def test_json_of_a_failed_input_says_why_and_the_others_are_there():
    parsed = json.loads(written("json", FAILED, ONE))
    assert parsed["inputs"][0] == {
        "path": "bad.jpg",
        "kind": "image",
        "width": None,
        "height": None,
        "error": "bad.jpg: the file is empty.",
        "frames": [],
    }
    assert len(parsed["inputs"][1]["frames"]) == 1


def test_json_without_inputs_is_an_object_all_the_same():
    assert json.loads(written("json"))["inputs"] == []


def test_a_video_that_breaks_off_keeps_its_frames_beside_the_error():
    path, kind, frames, _ = VIDEO
    (entry,) = json.loads(written("json", (path, kind, frames, "v.mp4: damaged.")))["inputs"]
    assert [frame["index"] for frame in entry["frames"]] == [0, 1]
    assert entry["error"] == "v.mp4: damaged."
    assert [face["track_id"] for face in entry["frames"][0]["faces"]] == [1, 2]


def test_an_input_does_not_inherit_anything_from_the_one_before():
    failed = json.loads(written("json", ONE, FAILED))["inputs"][1]
    assert (failed["width"], failed["frames"]) == (None, [])


def test_the_sha256_is_that_of_the_file_the_engine_ran():
    classifier = FixedClassifier()
    classifier.engine_name = "keras"
    assert model_record(classifier)["sha256"] == "1" * 64


def test_records_hold_raw_values_not_the_smoothed_ones():
    record = face_record(recognized("anger"))
    assert record["label"] == "anger"
    assert record["probabilities"]["anger"] == pytest.approx(0.75)


def test_an_uncertain_face_says_so_and_keeps_its_probabilities():
    record = face_record(recognized("anger", 0.3, threshold=0.4))
    assert (record["label"], record["uncertain"]) == ("uncertain", True)
    assert record["confidence"] == pytest.approx(0.3)
    assert record["probabilities"]["anger"] == pytest.approx(0.3)


def test_times_are_rounded_to_microseconds():
    assert frame_record(analyzed(index=1, time_s=1 / 30))["time_s"] == 0.033333


# --- JSON lines


def test_jsonl_is_one_frame_a_line_with_its_path():
    lines = [json.loads(line) for line in written("jsonl", VIDEO, NO_FACE).splitlines()]
    assert [(line["path"], line["index"]) for line in lines] == [
        ("v.mp4", 0),
        ("v.mp4", 1),
        ("empty.jpg", 0),
    ]
    assert len(lines[0]["faces"]) == 2
    assert lines[2]["faces"] == []
    for line in lines:
        assert (line["schema"], line["model"], line["error"]) == (1, MODEL, None)
        assert (line["width"], line["height"]) == (64, 48)


def test_jsonl_of_a_failed_input_is_a_line_with_its_error():
    (line,) = [json.loads(line) for line in written("jsonl", FAILED).splitlines()]
    assert (line["path"], line["kind"]) == ("bad.jpg", "image")
    assert line["error"] == "bad.jpg: the file is empty."
    assert "faces" not in line


# --- CSV


def rows_of(text):
    return list(csv.DictReader(io.StringIO(text), strict=True))


def test_csv_is_one_face_a_row():
    first, second, third = rows_of(written("csv", VIDEO))
    assert {key: first[key] for key in COLUMNS[:11]} == {
        "path": "v.mp4",
        "frame": "0",
        "time_s": "0.0",
        "wall_time_utc": "",
        "status": "OK",
        "face_id": "1",
        "x1": "4",
        "y1": "5",
        "x2": "24",
        "y2": "35",
        "detection_score": "0.912345",
    }
    assert (first["label"], first["label_shown"]) == ("happiness", "fear")
    assert float(first["confidence"]) == float(first["p_happiness"]) == pytest.approx(0.75)
    assert (second["face_id"], second["label"]) == ("2", "anger")
    assert (third["frame"], third["time_s"], third["face_id"]) == ("1", "0.033333", "")


def test_csv_of_a_frame_without_a_face_is_a_row_with_empty_face_cells():
    (row,) = rows_of(written("csv", NO_FACE))
    assert row == {**dict.fromkeys(COLUMNS, ""), "path": "empty.jpg", "frame": "0"} | {
        "time_s": "0.0",
        "status": "FIND_FAILED",
    }


def test_csv_of_a_failed_input_is_a_row_that_says_so():
    (row,) = rows_of(written("csv", FAILED))
    assert row == {**dict.fromkeys(COLUMNS, ""), "path": "bad.jpg", "frame": "0"} | {
        "time_s": "0.0",
        "status": "UNREADABLE",
    }


def test_csv_of_a_video_that_breaks_off_says_so_after_its_frames():
    *_, last = rows_of(written("csv", (*VIDEO[:3], "v.mp4: damaged.")))
    assert (last["frame"], last["time_s"], last["status"]) == ("2", "0.033333", "UNREADABLE")


def test_every_csv_row_has_every_cell():
    lines = csv.reader(io.StringIO(written("csv", VIDEO, NO_FACE, FAILED)))
    assert {len(line) for line in lines} == {len(COLUMNS)}


def test_csv_of_nothing_has_its_header():
    assert written("csv") == ",".join(COLUMNS) + "\n"


def test_csv_says_uncertain():
    (row,) = rows_of(written("csv", ("a", "image", [analyzed(recognized(threshold=0.8))], None)))
    assert (row["label"], row["status"]) == ("uncertain", "UNSURE")


def test_csv_with_commas_before_fractions_is_for_spreadsheets_of_comma_countries():
    text = written("csv", VIDEO, ("1.5", "image", [analyzed(recognized())], None), decimal=",")
    assert text.startswith("\ufeffpath;frame;time_s;")
    rows = list(csv.DictReader(io.StringIO(text[1:]), delimiter=";", strict=True))
    assert rows[2]["time_s"] == "0,033333"
    assert float(rows[0]["p_happiness"].replace(",", ".")) == pytest.approx(0.75)
    assert rows[3]["path"] == "1.5", "a name is no number"


@pytest.mark.parametrize("start", ["=", "+", "-", "@"])
def test_no_cell_is_a_formula(start):
    path = f"{start}cmd|' /C calc'!A0.jpg"
    assert as_cell(path) == "'" + path
    text = written(
        "csv", (path, "image", [analyzed(), analyzed(recognized())], f"{path}: damaged.")
    )
    for row in rows_of(text):
        assert row["path"] == "'" + path


@pytest.mark.parametrize("path", ["a.jpg", "a=b.jpg", "'=a.jpg", "", "ü 日.jpg"])
def test_other_texts_stay_as_they_are(path):
    assert as_cell(path) == path


def test_paths_with_commas_quotes_and_line_breaks_come_back_whole():
    path = 'a,"b" c.jpg'
    (row,) = rows_of(written("csv", (path, "image", [analyzed()], None)))
    assert row["path"] == path
    path = 'a,"b"\nc.jpg'
    text = written("csv", (path, "image", [analyzed()], None))
    assert len(text.splitlines()) == 2
    (row,) = rows_of(text)
    assert local_path(row["path"]) == str(Path(path).absolute())


def test_csv_rows_are_the_same_as_the_json_record():
    face = recognized("disgust", track_id=7)
    (row,) = rows_of(written("csv", ("a", "video", [analyzed(face)], None)))
    record = face_record(face)
    probabilities = [float(row[f"p_{label}"]) for label in LABELS]
    assert probabilities == pytest.approx(list(record["probabilities"].values()), abs=1e-9)
    assert [int(row[key]) for key in ("x1", "y1", "x2", "y2")] == record["box"]
    assert float(row["valence"]) == pytest.approx(record["valence"], abs=1e-9)
    assert int(row["face_id"]) == record["track_id"]


# --- table


def test_the_table_reads_well():
    text = written("table", ONE)
    path, line = text.splitlines()
    assert path == "a.jpg"
    assert "happiness 75 %" in line
    assert "x 4-24, y 5-35" in line


def test_the_table_of_a_video_has_times_and_numbers():
    lines = written("table", VIDEO).splitlines()
    assert "face 1: happiness" in lines[1]
    assert "face 2: anger" in lines[2]
    assert "0.033 s" in lines[3]
    assert "no face" in lines[3]


def test_the_table_never_guesses_below_the_threshold():
    unsure = [analyzed(recognized("anger", 0.3, threshold=0.4))]
    assert "not sure" in written("table", ("a", "image", unsure, None))


def test_the_table_says_which_input_could_not_be_read():
    assert written("table", FAILED, ONE).splitlines()[:2] == ["bad.jpg", "  could not be read"]


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_json_has_no_numbers_that_are_no_json(form):
    tiny = np.full(8, 1e-30, np.float32)
    tiny[0] = 1.0
    face = RecognizedFace(Face(BoundingBox(0, 0, 1, 1), 1.0), Expression(tiny), Expression(tiny))
    text = written(form, ("a", "image", [analyzed(face)], None))

    def refuse(constant):
        raise AssertionError(constant)

    assert json.loads(text.splitlines()[0] if form == "jsonl" else text, parse_constant=refuse)


@pytest.mark.parametrize("form", ["table", "json", "jsonl", "csv"])
def test_inputs_written_one_by_one_elsewhere_make_the_same_text(form):
    inputs = (ONE, VIDEO, FAILED, NO_FACE)

    def whole(entry):
        def write(writer):
            writer.begin(*entry[:2])
            for frame in entry[2]:
                writer.frame(frame)
            writer.end(entry[3])

        return input_text(form, MODEL, write)

    file = io.StringIO()
    writer = make_writer(form, file, MODEL)
    for entry in inputs:
        text = whole(entry)
        writer.block([text[:9], text[9:]])
    writer.finish()
    assert file.getvalue() == written(form, *inputs)


@pytest.mark.parametrize("form", ["jsonl", "csv"])
def test_a_file_that_goes_on_has_one_head(form):
    first, second = io.StringIO(), io.StringIO()
    for file, entry in ((first, ONE), (second, NO_FACE)):
        writer = make_writer(form, file, MODEL, goes_on=file is second)
        writer.begin(*entry[:2])
        writer.frame(entry[2][0])
        writer.end(None)
        writer.finish()
    assert first.getvalue() + second.getvalue() == written(form, ONE, NO_FACE)
