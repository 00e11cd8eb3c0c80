"""The recorded sessions in a folder: what each is, and how it went at a glance."""

import json
import logging
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any, Final

import cv2
import numpy as np

from fer_desktop.core.errors import FerError, SessionError, one_line
from fer_desktop.sessions.files import FACES_FILE, INFO_FILE, read_info, read_session
from fer_desktop.sessions.statistics import SHOWN_LABELS
from fer_desktop.sessions.table import SessionTable, TableBuilder
from fer_desktop.system import paths
from fer_desktop.system.background import Background
from fer_desktop.system.files import write_text
from fer_desktop.system.reading import read_whole
from fer_desktop.vision.media.video_reader import VideoReader

log = logging.getLogger(__name__)

N_PARTS: Final = 60
"""Of the strip that shows how a session went."""
MOST_SESSIONS: Final = 5000
_THUMBNAIL_PX: Final = 160
_LONGEST_NAME: Final = 120
_LONGEST_NOTE: Final = 2000
_CACHE: Final = "library.json"
_MOST_CACHED: Final = 1000
_MOST_BYTES: Final = 10_000_000
_FORBIDDEN: Final = frozenset('/\\:*?"<>|')


@dataclass(frozen=True)
class Glance:
    """How a session went.

    Attributes:
        length_s: From its first frame to its last.
        n_faces: How many faces were seen in it.
        parts: Label of the face that is seen most, in `N_PARTS` parts of the session's time; "" for
            a part without it.
        thumbnail: A frame of its video as a JPEG file; empty where there is none.
    """

    length_s: float
    n_faces: int
    parts: tuple[str, ...]
    thumbnail: bytes = b""


@dataclass(frozen=True)
class Listed:
    """A session in the list.

    Attributes:
        folder: Where it lies; its name is what it is called.
        started: When it began, by the clock of this computer; None where it does not say.
        source: Name of the camera or the video.
        note: What the user wrote about it.
        is_over: It is not being recorded any more, as far as it says.
        glance: How it went; None until that is read.
    """

    folder: Path
    started: datetime | None
    source: str
    note: str
    is_over: bool
    glance: Glance | None = None

    @property
    def name(self) -> str:
        """What it is called."""
        return self.folder.name


def sessions_in(parent: Path) -> list[Listed]:
    """Return the sessions in a folder, the newest first; what is none is left out."""
    found = []
    try:
        folders = [path for path in parent.iterdir() if (path / INFO_FILE).is_file()]
    except OSError:
        return []  # it is made with the first session
    for folder in folders[:MOST_SESSIONS]:
        try:
            found.append(_listed(folder, read_info(folder)))
        except SessionError as error:
            log.info("not in the list: %s", error)
    return sorted(found, key=lambda each: (each.started is not None, each.started, each.name))[::-1]


def begin_glances(sessions: Sequence[Listed]) -> Background[list[tuple[Path, Glance]]]:
    """Begin to look into sessions, in their order; the job's result grows while it runs."""
    done: list[tuple[Path, Glance]] = []

    def job(running: Background[list[tuple[Path, Glance]]]) -> list[tuple[Path, Glance]]:
        running.result = done  # so that it can be looked at while it grows
        running.n_expected = len(sessions)
        cache = _Cache()
        for each in running.counted(sessions):
            try:
                done.append((each.folder, _glance(each.folder, running, cache)))
            except FerError as error:
                log.info("no glance: %s", error)
        cache.save()
        return done

    return Background(job, "pictures library")


def rename_session(folder: Path, name: str) -> Path:
    """Give a session's folder another name, and return where it is then.

    Raises:
        SessionError: It can't have this name, or is still being recorded.
    """
    _check_over(folder)
    name = name.strip().rstrip(".")
    if not name or len(name) > _LONGEST_NAME or _FORBIDDEN & set(name) or not name.isprintable():
        raise SessionError(
            f"A session can't be called {name!r}. Use up to {_LONGEST_NAME} letters, digits, "
            "spaces, dots and dashes."
        )
    target = folder.with_name(name)
    if target == folder:
        return folder
    if target.exists():
        raise SessionError(f"{target} is there already; choose another name.")
    try:
        return folder.rename(target)
    except OSError as error:
        raise SessionError(f"{folder} can't be renamed ({error.strerror}).") from error


def note_session(folder: Path, note: str) -> None:
    """Write a note about a session into its `session.json`.

    Raises:
        SessionError: It can't be written, or the session is still being recorded.
    """
    info = _check_over(folder)
    try:
        text = json.dumps(
            {**info, "note": note.strip()[:_LONGEST_NOTE]}, indent=1, ensure_ascii=False
        )
        write_text(folder / INFO_FILE, text + "\n")
    except OSError as error:
        raise SessionError(f"{folder} can't be written ({one_line(error)}).") from error


def _check_over(folder: Path) -> dict[str, Any]:
    info = read_info(folder)
    if info.get("state") == "recording":
        raise SessionError(f"{folder.name} is still being recorded; end that first.")
    return info


def _listed(folder: Path, info: dict[str, Any]) -> Listed:
    source, note = info.get("source"), info.get("note")
    name = source.get("name") if isinstance(source, dict) else ""
    try:
        started = datetime.fromisoformat(str(info.get("started_utc"))).astimezone()
    except (ValueError, OverflowError):
        started = None
    is_over = info.get("state") != "recording"
    words = note if isinstance(note, str) else ""
    return Listed(folder, started, name if isinstance(name, str) else "", words, is_over)


def _glance(folder: Path, running: Background[Any], cache: "_Cache") -> Glance:
    key = _key(folder)
    glance = cache.get(key)
    files = read_session(folder)
    if glance is None:
        builder = TableBuilder()
        for row in files.rows():
            running.check()
            builder.add(row)
        glance = glance_of(builder.table())
        cache.put(key, glance)
    return replace(glance, thumbnail=_thumbnail(files.video))


def glance_of(table: SessionTable) -> Glance:
    """Return how a session went."""
    if not table.faces or not table.times.size:
        return Glance(table.duration_s, 0, ("",) * N_PARTS)
    face = table.faces[0]
    start_s, length_s = float(table.times[0]), max(table.duration_s, 1e-9)
    seen: list[Counter[int]] = [Counter() for _ in range(N_PARTS)]
    places = np.clip((face.times - start_s) / length_s * N_PARTS, 0, N_PARTS - 1).astype(int)
    for place, label in zip(places, face.labels, strict=True):
        seen[place][int(label)] += 1
    parts = tuple(SHOWN_LABELS[c.most_common(1)[0][0]] if c else "" for c in seen)
    return Glance(table.duration_s, len(table.faces), parts)


def _thumbnail(video: Path | None) -> bytes:
    if video is None:
        return b""
    reader = VideoReader(video)
    try:
        reader.open()
        reader.seek(1.0)  # the first frames of cameras are often dark
        read = reader.next()
        if read is None:
            return b""
        image = reader.picture(read)
    except FerError:
        return b""  # the list does without it
    finally:
        reader.close()
    shrink = _THUMBNAIL_PX / max(image.shape[:2])
    size = max(1, round(image.shape[1] * shrink)), max(1, round(image.shape[0] * shrink))
    small = cv2.resize(image, size, interpolation=cv2.INTER_AREA)
    done, data = cv2.imencode(".jpg", small, [cv2.IMWRITE_JPEG_QUALITY, 85])
    return data.tobytes() if done else b""


def _key(folder: Path) -> str:
    try:
        status = (folder / FACES_FILE).stat()
    except OSError:
        return ""
    return f"{folder}|{status.st_size}|{status.st_mtime_ns}"


class _Cache:
    """What was counted before: reading an hour of rows takes seconds."""

    def __init__(self) -> None:
        self._file = paths.cache_directory() / _CACHE
        self._known: dict[str, Any] = {}
        self._is_changed = False
        try:
            known = json.loads(read_whole(self._file, _MOST_BYTES).decode("utf-8"))
        except (OSError, ValueError, RecursionError):
            return
        self._known = known if isinstance(known, dict) else {}

    def get(self, key: str) -> Glance | None:
        """Return what is known; None for nothing."""
        try:
            length_s, n_faces, parts = self._known[key]
            glance = Glance(float(length_s), int(n_faces), tuple(str(part) for part in parts))
        except (KeyError, TypeError, ValueError):
            return None
        known = all(part in (*SHOWN_LABELS, "") for part in glance.parts)
        return glance if known and len(glance.parts) == N_PARTS else None

    def put(self, key: str, glance: Glance) -> None:
        """Keep what was counted."""
        if key:
            self._known[key] = [glance.length_s, glance.n_faces, list(glance.parts)]
            self._is_changed = True

    def save(self) -> None:
        """Write it; what can't be written is counted again."""
        if not self._is_changed:
            return
        last = dict(list(self._known.items())[-_MOST_CACHED:])
        try:
            write_text(self._file, json.dumps(last))
        except OSError as error:
            log.info("the list of sessions can't be kept: %s", error)
