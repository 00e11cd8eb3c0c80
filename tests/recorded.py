"""A small session as it is recorded: two faces, a gap, a lost camera, markers and a short video."""

import csv
import json
import os
import time

import cv2
import numpy as np

from fer_desktop.core.geometry import BoundingBox
from fer_desktop.core.labels import UNCERTAIN
from fer_desktop.core.types import Expression
from fer_desktop.sessions.episodes import frames_of
from fer_desktop.sessions.rows import COLUMNS, Row, cells
from fer_desktop.sessions.table import TableBuilder
from fer_desktop.sessions.writer import SessionWriter
from tests.fakes import probabilities

RATE = 10
SIZE = (160, 120)
LEFT, RIGHT = BoundingBox(10, 20, 60, 80), BoundingBox(100, 30, 140, 80)
MARKERS = ((1.0, "question one"), (4.5, "=break"))

# From which second on face 1 is shown with what; "" is not in the picture.
COURSE = ((0.0, "happiness"), (2.0, "neutral"), (3.0, ""), (4.0, "happiness"), (6.0, UNCERTAIN))
N_FRAMES = 80


def face_row(number, face_id, label, box):
    """Return the row of a face that is shown with a label; `uncertain` is a weak anger."""
    strongest, p = ("anger", 0.3) if label == UNCERTAIN else (label, 0.9)
    shown = Expression(probabilities(strongest, p), steady_label=label)
    raw = Expression(probabilities(strongest, p), threshold=0.5)
    status = "UNSURE" if label == UNCERTAIN else "OK"
    return Row(number, number / RATE, status, "", "", face_id, box, 0.9, raw=raw, shown=shown)


def session_rows():
    """Return the rows: face 1 all along, face 2 from second 5 on, frames 35 to 39 dropped."""
    rows = []
    for number in range(N_FRAMES):
        time_s = number / RATE
        label = [label for start_s, label in COURSE if start_s <= time_s][-1]
        faces = [face_row(number, 1, label, LEFT)] if label else []
        if time_s >= 5:
            faces.append(face_row(number, 2, "surprise", RIGHT))
        empty = "DROPPED" if 35 <= number < 40 else "FIND_FAILED"
        rows += faces or [Row(number, time_s, empty)]
    return rows


def write_session(folder, *, video=True, rows=None, **info):
    """Write a session's folder and return it."""
    rows = session_rows() if rows is None else rows
    folder.mkdir(parents=True)
    with (folder / "faces.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(cells(row) for row in rows)
    whole = {
        "schema": 1,
        "kind": "fer-desktop session",
        "state": "ended",
        "id": "a",
        "started_utc": "2026-11-25T14:03:22.000Z",
        "frame_size": list(SIZE),
        "source": {"kind": "camera", "name": "Front camera"},
        "video_rate": RATE if video else None,
        **info,
    }
    (folder / "session.json").write_text(json.dumps(whole), encoding="utf-8")
    with (folder / "markers.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("time_s", "frame", "wall_time_utc", "text"))
        for time_s, text in MARKERS:
            safe = f"'{text}" if text.startswith("=") else text
            writer.writerow((time_s, round(time_s * RATE), "", safe))
    if video:
        write_video(folder / "video.mp4", N_FRAMES - 5)
    return folder


def record_session(folder):
    """Record the same rows and markers as a session, without a video, and return its folder."""
    options = {"video": False, "blur_faces": False, "chosen_face_only": False}
    source = {"kind": "camera", "name": "Front camera"}
    writer = SessionWriter(folder, {"source": source, "options": options})
    writer.measure(*SIZE)
    for frame in frames_of(session_rows()):
        writer.write(frame)
    for time_s, text in MARKERS:
        writer.mark(time_s, round(time_s * RATE), "2026-11-25T14:03:24.000Z", text)
    writer.end("stopped")
    return writer.folder


def write_video(path, n):
    """Write a video as earlier versions did; black and white tell which picture it is."""
    codec = cv2.VideoWriter.fourcc(*"mp4v")
    writer = cv2.VideoWriter(str(path), cv2.CAP_FFMPEG, codec, RATE, SIZE)
    assert writer.isOpened()
    for number in range(n):
        image = np.full((SIZE[1], SIZE[0], 3), 90, np.uint8)
        for bit in range(8):
            image[:, bit * 20 : bit * 20 + 20] = 200 if number >> bit & 1 else 60
        writer.write(image)
    writer.release()
    return path


def cut_video(folder):
    """Cut a session's video as a kill does, a minute ago: the table and some pictures are gone."""
    video = folder / "video.mp4"
    content = video.read_bytes()
    video.write_bytes(content[: content.rindex(b"moov") - 4 - 500])
    before = time.time() - 60
    for file in folder.iterdir():
        os.utime(file, (before, before))
    return folder


def number_of(image):
    """Return which picture of the test's video this is."""
    return sum((image[60, bit * 20 + 10].mean() > 130) << bit for bit in range(8))


def table_of(rows):
    """Return the table of these rows."""
    builder = TableBuilder()
    for row in rows:
        builder.add(row)
    return builder.table()
