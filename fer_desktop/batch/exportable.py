"""What can be exported: sessions, videos, sets of pictures, as rows and what is known of them."""

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any

from fer_desktop.batch.inputs import READ_ERRORS, FileAnalyzer, Input, expand, paths_of
from fer_desktop.core.errors import SessionError
from fer_desktop.core.settings import Settings
from fer_desktop.export.export_info import ExportInfo, session_info
from fer_desktop.sessions.files import INFO_FILE, read_session
from fer_desktop.sessions.records import model_record
from fer_desktop.sessions.rows import Row, rows_of
from fer_desktop.vision.doctor import versions
from fer_desktop.vision.media.video_end import end_of_video
from fer_desktop.vision.media.video_start import made_utc


@dataclass(frozen=True)
class Recording:
    """Something to export.

    Attributes:
        path: As it was given; of a set of pictures, the first one.
        name: For its file, without a suffix.
        info: What is known of it.
        rows: Yields its rows; what can't be read on the way is told and leaves a row that says so.
        n_inputs: So many files or sessions it is made of.
        is_session: It was recorded, and may be empty.
    """

    path: str
    name: str
    info: ExportInfo
    rows: Callable[[], Iterator[Row]]
    n_inputs: int = 1
    is_session: bool = False


class Recordings:
    """Makes recordings of what was given; the model is loaded when the first file needs it.

    Attributes:
        n_inputs: So many files and sessions were found.
        n_failed: So many of the files that were read so far could not be read (to their end).
        n_frames: So many frames of files were analyzed so far.
    """

    def __init__(self, settings: Settings, every: int, tell: Callable[[str], None]) -> None:
        self._settings, self._every, self._tell = settings, every, tell
        self._analyzer: FileAnalyzer | None = None
        self.n_inputs = self.n_failed = self.n_frames = 0

    def find(self, given: Sequence[str]) -> list[Recording]:
        """Return sessions and videos one by one, and all pictures together as one set.

        A folder of sessions is all sessions in it, by name; one that can't be read is told and
        costs no other.

        Raises:
            SessionError: A session that was given itself can't be read.
            ModelError: The model can't be used.
        """
        found: list[Recording] = []
        pictures: list[Input] = []
        for text in given:
            folder = Path(text)
            if os.path.lexists(folder / INFO_FILE):
                found.append(self._session(text, folder))
                continue
            inside = _sessions_in(folder)
            for name in inside:
                found += self._one_of_many(os.path.join(text, name), folder / name)  # noqa: PTH118
            if inside and not any(paths_of([text])):
                continue
            for item in expand([text]):
                if item.kind == "image":
                    pictures.append(item)
                else:
                    found.append(self._files(item.path, [item], stills=False))
        if pictures:
            alone = len(pictures) == 1 or len(given) > 1
            title = pictures[0].path if alone else given[0]
            found.append(self._files(title, pictures, stills=True))
        return found

    def _one_of_many(self, text: str, folder: Path) -> list[Recording]:
        try:
            return [self._session(text, folder)]
        except SessionError as error:
            self._tell(str(error))
            self.n_inputs += 1
            self.n_failed += 1
            return []

    def _session(self, text: str, folder: Path) -> Recording:
        session = read_session(folder)
        for problem in session.problems:
            self._tell(f"{text}: {problem}")
        info = session_info(session)
        self.n_inputs += 1
        return Recording(text, info.title, info, session.rows, is_session=True)

    def _files(self, title: str, items: Sequence[Input], *, stills: bool) -> Recording:
        if self._analyzer is None:
            self._analyzer = FileAnalyzer(self._settings)
        kind = "picture" if stills else "video"
        info = ExportInfo(
            title=title,
            stills=stills,
            source={"kind": kind, "name": title},
            model=model_record(self._analyzer.classifier),
            settings=settings_of_files(self._settings, self._every),
            versions=versions(),
            made=str if stills else lambda: made_utc(Path(items[0].path)),
            end_of=_end_of_file,
        )
        self.n_inputs += len(items)
        name = Path(title).stem or Path(title).resolve().name
        return Recording(title, name, info, lambda: self._analyzed(items), len(items))

    def _analyzed(self, items: Sequence[Input]) -> Iterator[Row]:
        assert self._analyzer is not None
        for item in items:
            number, time_s = 0, 0.0
            try:
                for analyzed in self._analyzer.frames(item, self._every):
                    self.n_frames += 1
                    number, time_s = analyzed.frame.index + 1, analyzed.frame.time_s
                    yield from rows_of(analyzed, path=item.path)
            except READ_ERRORS as error:
                self.n_failed += 1
                self._tell(str(error))
                yield Row(number, time_s, "UNREADABLE", item.path)


def _sessions_in(folder: Path) -> list[str]:
    """Return the names of the sessions in a folder, sorted."""
    try:
        with os.scandir(folder) as entries:
            names = [entry.name for entry in entries if entry.is_dir()]
    except OSError:
        return []
    return sorted(name for name in names if os.path.lexists(folder / name / INFO_FILE))


@cache
def _end_of_file(path: str) -> float | None:
    return end_of_video(Path(path))


def settings_of_files(settings: Settings, every: int) -> dict[str, Any]:
    """Return the settings that the values of files depend on; those are never smoothed."""
    used = [each.name for each in fields(Settings) if each.metadata.get("analysis")]
    chosen = {name: getattr(settings, name) for name in used}
    return {**chosen, "smoothing_s": 0.0, "every": every}
