"""Writes a session's folder as it goes on, so that a sudden end costs a second at most."""

import contextlib
import csv
import errno
import json
import os
import re
import shutil
import time
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from io import TextIOWrapper
from pathlib import Path
from typing import IO, Any, Final

from fer_desktop.core.errors import SessionError
from fer_desktop.core.geometry import BoundingBox
from fer_desktop.core.types import ImageBGR
from fer_desktop.core.wall_time import utc
from fer_desktop.sessions.consent import Consent, write_consent
from fer_desktop.sessions.files import (
    FACES_FILE,
    INFO_FILE,
    KIND,
    MARKER_COLUMNS,
    MARKERS_FILE,
    SCHEMA,
    VIDEO_FILE,
)
from fer_desktop.sessions.records import as_cell
from fer_desktop.sessions.rows import COLUMNS, DESCRIPTIONS, Row, cells
from fer_desktop.system.files import FULL, write_text
from fer_desktop.vision.media.video_writer import FaceBlur, VideoFile

RESERVE_FILE: Final = ".reserve"
_RESERVE_BYTES: Final = 64 * 1024
"""Kept free for the last words, which are written when the disk is full."""
_VIDEO_NEEDS_BYTES: Final = 32 * 1024 * 1024
"""A video ends while so much is free: at its end comes a table of its pictures."""
_SAFE_EVERY_S: Final = 3.0
_PIECE: Final = 1 << 20

_LONGEST_NAME: Final = 40
"""Letters of a name that the folder's name takes."""

DISK_FULL: Final = "The disk is full. What was recorded until then is kept."


@dataclass(frozen=True)
class RowsSoFar:
    """What a table of faces held at a moment.

    Attributes:
        file: The table, which may have grown since.
        n_bytes: Its length then.
        counts: As `session.json` has them.
        frame_size: Width and height of the frames.
    """

    file: Path
    n_bytes: int
    counts: dict[str, int]
    frame_size: list[int] | None


class SessionWriter:
    """A session that is being recorded. All calls come from one thread.

    The Nth picture of the video belongs to the Nth frame in `faces.csv` that was analyzed, that is
    whose rows are neither DROPPED nor LOST, and is shown at the time of its rows.
    """

    def __init__(self, folder: Path, info: dict[str, Any], consent: Consent | None = None) -> None:
        """Make the folder and its files.

        Args:
            folder: Its name may get a number, so that nothing is overwritten.
            info: What `session.json` says of source, model, settings and options.
            consent: What was agreed to, which stands there before anything else; None for nothing.

        Raises:
            SessionError: The folder can't be made or written to.
        """
        options = info["options"]
        self._file: TextIOWrapper | None = None
        self._markers: IO[str] | None = None
        self._blur = FaceBlur() if options["blur_faces"] else None
        self._counts = {"captured": 0, "analysed": 0, "dropped": 0, "rows": 0}
        self._safe_s = -_SAFE_EVERY_S
        self._info = _first_words() | info
        self.folder = folder
        made = None
        try:
            self.folder = made = new_folder(folder)
            self._made = made.lstat()
            if consent is not None:
                write_consent(made, consent)
            self._video = VideoFile(self.folder / VIDEO_FILE) if options["video"] else None
            (self.folder / RESERVE_FILE).write_bytes(os.urandom(_RESERVE_BYTES))
            self._file = self._opened(FACES_FILE)
            self._table = csv.writer(self._file, lineterminator="\n")
            self._table.writerow(COLUMNS)
            self.flush()
        except OSError as error:
            self._close()
            if made is not None:
                shutil.rmtree(made, ignore_errors=True)  # nothing of what could not begin
            raise SessionError(f"Nothing can be recorded. {_why(error, folder)}") from error

    def measure(self, width: int, height: int) -> None:
        """Note how large the frames are, in pixels; the next `flush` writes it down."""
        self._info["frame_size"] = [width, height]
        self._safe_s = -_SAFE_EVERY_S

    def so_far(self) -> RowsSoFar:
        """Return what the table holds by now.

        Raises:
            SessionError: It can't be written.
        """
        assert self._file is not None
        try:
            self._file.flush()
            n_bytes = os.fstat(self._file.fileno()).st_size
        except OSError as error:
            raise SessionError(_why(error, self.folder)) from error
        counts = dict(self._counts)
        return RowsSoFar(self.folder / FACES_FILE, n_bytes, counts, self._info["frame_size"])

    def take_over(self, rows: RowsSoFar) -> None:
        """Begin with the rows of another session, before the first of this one.

        Raises:
            SessionError: They can't be read or written.
        """
        assert self._file is not None
        try:
            with rows.file.open("rb") as file:
                self._file.seek(0)
                self._file.truncate()
                left = rows.n_bytes
                while left > 0 and (piece := file.read(min(left, _PIECE))):
                    self._file.buffer.write(piece)
                    left -= len(piece)
        except OSError as error:
            raise SessionError(_why(error, self.folder)) from error
        self._counts |= rows.counts
        self._info["frame_size"] = rows.frame_size

    def write(self, rows: Sequence[Row]) -> None:
        """Add the rows of one frame.

        Raises:
            SessionError: They can't be written.
        """
        counts = self._counts
        counts["rows"] += len(rows)
        status = rows[0].status if rows else ""
        if status != "LOST":
            counts["captured"] += 1
            counts["dropped" if status == "DROPPED" else "analysed"] += 1
        try:
            self._table.writerows(cells(row) for row in rows)
        except OSError as error:
            raise SessionError(_why(error, self.folder)) from error

    def show(self, image: ImageBGR, boxes: Sequence[BoundingBox], time_s: float) -> None:
        """Add the picture of an analyzed frame to the video, if there is one.

        Raises:
            SessionError: It can't be written.
        """
        if self._video is None:
            return
        try:
            if self._blur is None:
                self._video.write(image, time_s)
                return
            for ready in self._blur.put(image, boxes, time_s):
                self._video.write(*ready)
        except OSError as error:
            raise SessionError(_why(error, self.folder)) from error

    def mark(self, time_s: float, frame: int, wall_time_utc: str, text: str) -> None:
        """Add a marker: when it was set, by three clocks, and what it says.

        Raises:
            SessionError: It can't be written.
        """
        row = [round(time_s, 6), frame, wall_time_utc, as_cell(" ".join(text.split()))]
        try:
            if self._markers is None:
                self._markers = self._opened(MARKERS_FILE)
                csv.writer(self._markers, lineterminator="\n").writerow(MARKER_COLUMNS)
            csv.writer(self._markers, lineterminator="\n").writerow(row)
            self._markers.flush()
        except OSError as error:
            raise SessionError(_why(error, self.folder)) from error

    def change(self, time_s: float, settings: dict[str, Any]) -> None:
        """Note that the analysis goes on with other settings from this moment on."""
        self._info.setdefault("changes", []).append({"time_s": time_s, "settings": settings})

    def pause(self, start_s: float, end_s: float, reason: str) -> None:
        """Note that nothing was to be recorded from one moment to another, and why."""
        pause = {"start_s": round(start_s, 6), "end_s": round(end_s, 6), "reason": reason}
        self._info.setdefault("pauses", []).append(pause)

    def flush(self) -> None:
        """Hand over to the system what was written, so that it outlives this program.

        Now and then it also goes to the disk itself, so that it outlives the power.

        Raises:
            SessionError: It can't be written.
        """
        is_due = time.monotonic() - self._safe_s >= _SAFE_EVERY_S
        try:
            if self._video is not None:
                free = shutil.disk_usage(self.folder).free
                if free < _VIDEO_NEEDS_BYTES:
                    raise SessionError(DISK_FULL)
            if self._file is not None:
                self._file.flush()
                if is_due:
                    os.fsync(self._file.fileno())
            if is_due and self._video is not None:
                self._video.sync()
            if is_due:
                with contextlib.suppress(PermissionError):  # another program looks at it just now
                    self._write_info()
        except OSError as error:
            raise SessionError(_why(error, self.folder)) from error

    def end(self, reason: str = "") -> None:
        """Close all files and say in `session.json` that the session has ended, and why.

        Raises:
            SessionError: The last words can't be written; the rows are there all the same.
        """
        self._info |= {
            "state": "ended",
            "end_reason": reason or None,
            "ended_utc": utc(time.time()),
        }
        with contextlib.suppress(OSError):
            self._check_place()
            (self.folder / RESERVE_FILE).unlink(missing_ok=True)
        problem: OSError | SessionError | None = None
        try:
            self._end_video()
        except (OSError, SessionError) as error:
            problem = error
        try:
            self._write_info()
        except OSError as error:
            problem = error
        problem = self._close() or problem
        if isinstance(problem, OSError):
            raise SessionError(_why(problem, self.folder)) from problem
        if problem is not None:
            raise problem

    def _end_video(self) -> None:
        if self._video is None:
            return
        try:
            if self._blur is not None:
                for ready in self._blur.rest():
                    self._video.write(*ready)
        finally:
            self._video.close()

    def _close(self) -> OSError | None:
        """Close the tables and return what went wrong."""
        problem = None
        for file in (self._file, self._markers):
            if file is not None:
                try:
                    file.close()
                except OSError as error:
                    problem = error
        self._file = self._markers = None
        return problem

    def _check_place(self) -> None:
        """Make sure that the folder is the one that was made: nothing goes through a link.

        Raises:
            OSError: It was moved away, or there is something else in its place.
        """
        found = self.folder.lstat()
        if not os.path.samestat(found, self._made):
            raise OSError(errno.ENOENT, "something else lies in its place", str(self.folder))

    def _opened(self, name: str) -> TextIOWrapper:
        self._check_place()
        return (self.folder / name).open("x", encoding="utf-8", newline="")

    def _write_info(self) -> None:
        self._safe_s = time.monotonic()
        self._check_place()
        file = self.folder / INFO_FILE
        words = {**self._info, "counts": self._counts, "columns": DESCRIPTIONS}
        write_text(file, json.dumps(words, indent=1, ensure_ascii=False) + "\n")


def folder_name(now: datetime, *names: str) -> str:
    """Return what the folder of a session that begins now is called.

    Args:
        now: The time.
        names: Of the participant and the session; letters that no system takes are left out.
    """
    parts = [re.sub(r"[^\w.+@-]+", "-", name).strip(".-")[:_LONGEST_NAME] for name in names]
    return " ".join([f"{now:%Y-%m-%d %H-%M-%S}", *filter(None, parts)])


def _first_words() -> dict[str, Any]:
    start = {
        "schema": SCHEMA,
        "kind": KIND,
        "id": uuid.uuid4().hex,
        "state": "recording",
        "end_reason": None,
    }
    return start | {"started_utc": utc(time.time()), "ended_utc": None}


def new_folder(folder: Path) -> Path:
    """Make a folder that was not there, and return it; its name may get a number.

    Raises:
        OSError: It can't be made.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    path, number = folder, 1
    while True:
        try:
            path.mkdir()
        except FileExistsError:
            number += 1
            path = folder.with_name(f"{folder.name} ({number})")
        else:
            return path


def _why(error: OSError, folder: Path) -> str:
    if error.errno in FULL:
        return DISK_FULL
    return f"{folder} can't be written ({error.strerror})."
