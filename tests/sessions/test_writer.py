"""A session is on the disk while it is recorded; a full disk ends it and costs nothing before."""

import errno
import json
import os
import shutil
from collections import namedtuple
from datetime import datetime
from pathlib import Path

import pytest

from fer_desktop.core.errors import SessionError
from fer_desktop.export.export_info import session_info
from fer_desktop.export.formats import elan
from fer_desktop.sessions import writer as session_writer
from fer_desktop.sessions.files import Marker, read_info, read_session
from fer_desktop.sessions.rows import DESCRIPTIONS, Row, cells
from fer_desktop.sessions.writer import DISK_FULL, SessionWriter, folder_name
from fer_desktop.vision.media.video_end import end_of_video
from fer_desktop.vision.media.video_reader import VideoReader
from tests.export.recordings import empty_row, face_row
from tests.fakes import picture
from tests.sessions.test_row_reader import some_rows
from tests.vision.media.test_video_writer import played

OPTIONS = {"video": False, "blur_faces": False, "chosen_face_only": False}


@pytest.fixture
def begin(tmp_path):
    """Return what begins a session with these options; what is left open is ended."""
    made = []

    def begin(folder=tmp_path / "deep" / "session", **options):
        info = {"options": OPTIONS | options, "source": {"kind": "camera", "name": "Cam"}}
        made.append(SessionWriter(folder, info))
        return made[-1]

    yield begin
    for writer in made:
        writer._close()


def test_a_session_from_begin_to_end(begin):
    writer = begin()
    writer.measure(64, 48)
    rows = some_rows(21)
    for row in rows:
        writer.write([row])
    writer.mark(1.5, 45, "2026-11-25T14:03:24.000Z", " =Grüße,\nhier ")
    writer.change(2.5, {"engine": "keras"})
    writer.end("stopped")
    session = read_session(writer.folder)
    assert [cells(row) for row in session.rows()] == [cells(row) for row in rows]
    assert session.markers == [Marker(1.5, 45, "2026-11-25T14:03:24.000Z", "=Grüße, hier")]
    assert session.problems == []
    info = session.info
    assert (info["state"], info["end_reason"]) == ("ended", "stopped")
    assert info["started_utc"] <= info["ended_utc"]
    assert info["counts"] == {"captured": 18, "analysed": 15, "dropped": 3, "rows": 21}
    assert info["columns"] == DESCRIPTIONS
    assert info["frame_size"] == [64, 48]
    assert info["changes"] == [{"time_s": 2.5, "settings": {"engine": "keras"}}]
    names = {file.name for file in writer.folder.iterdir()}
    assert names == {"faces.csv", "markers.csv", "session.json"}


def test_from_the_first_moment_on_the_folder_opens(begin):
    writer = begin()
    assert read_session(writer.folder).info["state"] == "recording"
    writer.write(some_rows(1))
    writer.flush()
    assert len(list(read_session(writer.folder).rows())) == 1


def test_now_and_then_the_rows_go_to_the_disk_itself(begin, monkeypatch):
    """So that a power cut costs no more than a kill."""
    safe = []

    def sync(descriptor):
        if os.fstat(descriptor).st_ino == file.stat().st_ino:
            safe.append(file.read_bytes())

    writer = begin()
    file = writer.folder / "faces.csv"
    writer.write(some_rows(3))
    monkeypatch.setattr(os, "fsync", sync)
    writer.flush()
    assert not safe, "not at each flush: a disk needs its time"
    monkeypatch.setattr(session_writer, "_SAFE_EVERY_S", 0.0)
    writer.flush()
    assert safe == [file.read_bytes()]
    assert file.read_bytes().count(b"\n") == 4


def test_so_does_the_video(begin, monkeypatch):
    writer, synced = begin(video=True), []
    writer.show(picture(), [], 0.0)
    monkeypatch.setattr(os, "fsync", lambda descriptor: synced.append(os.fstat(descriptor).st_ino))
    writer.flush()
    assert not synced
    monkeypatch.setattr(session_writer, "_SAFE_EVERY_S", 0.0)
    writer.flush()
    (video,) = writer.folder.glob("video*")
    assert video.stat().st_ino in synced
    writer.end("stopped")


def test_what_is_said_about_it_is_brought_up_to_date_now_and_then(begin, monkeypatch):
    writer = begin()
    writer.write(some_rows(1))
    writer.flush()
    assert read_session(writer.folder).info["counts"]["rows"] == 0
    monkeypatch.setattr(session_writer, "_SAFE_EVERY_S", 0.0)
    writer.flush()
    assert read_session(writer.folder).info["counts"]["rows"] == 1


def test_nothing_is_overwritten(begin):
    folders = [begin().folder.name for _ in range(3)]
    assert folders == ["session", "session (2)", "session (3)"]


def test_the_video_has_a_picture_for_each_analyzed_frame(begin):
    writer = begin(video=True)
    for number in range(12):
        status = "DROPPED" if number % 3 == 1 else "FIND_FAILED"
        writer.write([Row(number, number / 20, status)])
        if status != "DROPPED":
            writer.show(picture(value=10 * number), [], number / 20)
    writer.end()
    session = read_session(writer.folder)
    analyzed = [row.frame for row in session.rows() if row.status != "DROPPED"]
    means = [one.mean() / 10 for one in played(session.video)[1]]
    assert means == pytest.approx(analyzed, abs=0.4)


def test_the_blurred_video_has_them_all_too(begin):
    writer = begin(video=True, blur_faces=True)
    for number in range(50):
        writer.show(picture(), [], number / 20)
    writer.end()
    assert len(played(writer.folder / "video.mp4")[1]) == 50


class FullDisk:
    """A file on a disk that has room for so many more bytes."""

    def __init__(self, file, room):
        self._file, self._room, self._waiting = file, room, ""

    def write(self, text):
        self._waiting += text

    def flush(self):
        fits, self._waiting = self._waiting[: self._room], self._waiting[self._room :]
        self._room -= len(fits)
        self._file.write(fits)
        self._file.flush()
        if self._waiting:
            raise OSError(errno.ENOSPC, "No space left on device")

    def fileno(self):
        return self._file.fileno()

    def close(self):
        try:
            self.flush()
        finally:
            self._file.close()


def test_the_size_of_the_frames_is_there_before_a_kill(begin):
    """A review draws the boxes of a killed recording by it."""
    writer = begin()
    writer.measure(320, 240)
    writer.flush()
    assert read_info(writer.folder)["frame_size"] == [320, 240]
    writer.end()


def test_a_full_disk_is_told_and_what_was_written_is_kept(begin):
    writer = begin()
    writer._file = FullDisk(writer._file, room=1000)
    writer._table = session_writer.csv.writer(writer._file, lineterminator="\n")
    for row in some_rows():
        writer.write([row])
    with pytest.raises(SessionError, match=DISK_FULL):
        writer.flush()
    with pytest.raises(SessionError, match=DISK_FULL):
        writer.end(DISK_FULL)
    session = read_session(writer.folder)
    assert session.info["state"] == "ended"
    assert session.info["end_reason"] == DISK_FULL
    rows = [cells(row) for row in session.rows()]
    assert 2 <= len(rows) < 60
    assert rows == [cells(row) for row in some_rows()][: len(rows)]


def test_a_video_ends_while_there_is_room_for_its_end(begin, monkeypatch):
    writer = begin(video=True)
    writer.show(picture(), [], 0.0)
    usage = namedtuple("usage", "free")
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: usage(31 << 20))
    with pytest.raises(SessionError, match=DISK_FULL):
        writer.flush()
    writer.end(DISK_FULL)
    assert len(played(writer.folder / "video.mp4")[1]) == 1


def test_without_room_nothing_begins_and_nothing_is_left(begin, tmp_path, monkeypatch):
    def full(path, data):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(SessionError, match=r"Nothing can be recorded.*full"):
        begin()
    assert not list((tmp_path / "deep").iterdir())


def test_a_place_that_can_not_be_written_is_named(begin, tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(SessionError, match="file"):
        begin(tmp_path / "file" / "session")


@pytest.mark.skipif(os.name != "posix", reason="an open file's folder can be moved")
def test_nothing_goes_into_a_folder_that_was_put_in_its_place(begin, tmp_path):
    writer = begin(video=True)
    rows = some_rows(21)
    writer.write(rows[:1])
    mine = tmp_path / "mine"
    mine.mkdir()
    for name in ("session.json", ".reserve"):
        (mine / name).write_text("mine")
    moved = writer.folder.rename(tmp_path / "moved")
    writer.folder.symlink_to(mine)
    writer._safe_s = -100.0
    with pytest.raises(SessionError, match="something else lies in its place"):
        writer.flush()
    with pytest.raises(SessionError, match="something else lies in its place"):
        writer.mark(0.0, 0, "", "here")
    with pytest.raises(SessionError, match="something else lies in its place"):
        writer.end()
    assert {path.name: path.read_text() for path in mine.iterdir()} == {
        "session.json": "mine",
        ".reserve": "mine",
    }
    assert (moved / "faces.csv").read_text(encoding="utf-8").count("\n") == 2


def test_a_file_that_another_program_holds_for_a_moment_ends_nothing(begin, monkeypatch):
    writer = begin()
    monkeypatch.setattr(session_writer, "_SAFE_EVERY_S", 0.0)

    def held(self, target):
        raise PermissionError(errno.EACCES, "held")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", held)
        writer.flush()
    writer.end()
    assert json.loads((writer.folder / "session.json").read_text())["state"] == "ended"


def test_the_name_of_a_folder_can_be_one_on_every_system():
    assert folder_name(datetime(2026, 11, 25, 14, 3, 22)) == "2026-11-25 14-03-22"


@pytest.mark.parametrize("blur", [False, True])
def test_each_picture_of_the_video_is_shown_at_the_time_of_its_row(begin, blur):
    times = [0.0, 0.04, 0.08, 0.5, 0.52, 1.9, 2.0, 4.0]
    writer = begin(video=True, blur_faces=blur)
    for number, time_s in enumerate(times):
        writer.write([empty_row(number, time_s=time_s)])
        writer.show(picture(64, 48, 20 * number), [], time_s)
    writer.end("stopped")
    session = read_session(writer.folder)
    reader = VideoReader(session.video)
    reader.open()
    shown = [each.time_s for each in iter(reader.next, None)]
    reader.close()
    assert shown == pytest.approx(times, abs=1e-4)
    assert end_of_video(session.video) > times[-1]


def test_no_event_outlasts_the_video_of_a_session(begin, tmp_path):
    times = [0.0, 0.01, 0.02, 0.03, 0.53, 1.03, 1.53, 2.03]
    writer = begin(video=True)
    for number, time_s in enumerate(times):
        writer.write([face_row(number, "fear", time_s=time_s)])
        writer.show(picture(64, 48), [], time_s)
    writer.end("stopped")
    session = read_session(writer.folder)
    end_s = end_of_video(session.video)
    elan.write(session.rows(), tmp_path / "a.tsv", session_info(session))
    _, _, last, _ = (tmp_path / "a.tsv").read_text().splitlines()[-1].split("\t")
    assert 2.03 < float(last) <= end_s + 0.001
