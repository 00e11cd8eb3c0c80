"""Records what the analysis gives, in a thread of its own: nobody waits for the disk."""

import logging
import math
import queue
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final, NamedTuple, Protocol

from fer_desktop.core.errors import FerError
from fer_desktop.core.geometry import BoundingBox
from fer_desktop.core.types import AnalyzedFrame, ImageBGR, RecognizedFace
from fer_desktop.core.wall_time import utc
from fer_desktop.sessions.rows import Row, rows_of
from fer_desktop.system import shutdown
from fer_desktop.system.shutdown import BOUND_S, Worker, left_s

log = logging.getLogger(__name__)

_MOST_ROWS: Final = 2000
_MOST_PICTURES: Final = 30
"""So many frames can wait for the disk; with their pictures they take a hundred megabytes."""
_FAILED: Final = "The recording failed; the log file says why."
_WAIT_S: Final = 0.1
_FLUSH_EVERY_S: Final = 0.4
_LAST_WORDS_S: Final = 0.5
"""When the program ends, pictures that wait are left out in time for rows, reason and all files."""

Choose = Callable[[Sequence[RecognizedFace]], Sequence[RecognizedFace]]
"""Takes the faces of a frame and gives those that may be recorded."""


class Sink(Protocol):
    """Where it is written to. Each call may raise a FerError, whose text says why."""

    folder: Path

    def measure(self, width: int, height: int) -> None:
        """Note how large the frames are, in pixels."""
        ...

    def write(self, rows: Sequence[Row]) -> None:
        """Add the rows of one frame."""
        ...

    def show(self, image: ImageBGR, boxes: Sequence[BoundingBox], time_s: float) -> None:
        """Add the picture of an analyzed frame, with all faces in it."""
        ...

    def mark(self, time_s: float, frame: int, wall_time_utc: str, text: str) -> None:
        """Add a marker."""
        ...

    def change(self, time_s: float, settings: dict[str, Any]) -> None:
        """Note other settings."""
        ...

    def pause(self, start_s: float, end_s: float, reason: str) -> None:
        """Note that nothing was to be recorded for a while, and why."""
        ...

    def flush(self) -> None:
        """Make safe what was written."""
        ...

    def end(self, reason: str = "") -> None:
        """Close everything."""
        ...


class Moment(NamedTuple):
    """A moment of a recording: seconds since its start, number of the frame, time of day."""

    time_s: float
    frame: int
    wall_time_utc: str


@dataclass(frozen=True)
class _Last:
    """The newest frame, as rows say it and as the machine's clocks do."""

    index: int
    time_s: float
    source_s: float
    captured_s: float
    is_lost: bool = False


class Recorder:
    """Takes frames from the thread of the analysis, and all else from the thread that made it."""

    def __init__(
        self,
        open_sink: Callable[[], Sink],
        *,
        path: str = "",
        is_live: bool = True,
        with_pictures: bool = False,
        choose: Choose = tuple,
    ) -> None:
        """Prepare a recording.

        Args:
            open_sink: Called in the thread of the recording.
            path: The file that is played; "" for cameras.
            is_live: Rows have the time of day.
            with_pictures: Pictures are recorded too.
            choose: Which faces may be recorded.
        """
        self._open_sink, self._choose = open_sink, choose
        self._path, self._is_live, self._with_pictures = path, is_live, with_pictures
        most = _MOST_PICTURES if with_pictures else _MOST_ROWS
        self._queue: queue.Queue[Callable[[Sink], None]] = queue.Queue(most)
        self._stop = threading.Event()
        self._lock = threading.Lock()
        self._last: _Last | None = None
        self._numbers: dict[int, int] = {}
        self._reason = ""
        self._paused: tuple[float, str] | None = None
        self._gap: tuple[float, str] | None = None
        self._resumed_s = 0.0
        self.folder: Path | None = None
        self.problem = ""
        """Why it ended by itself; "" while all is well."""
        self._thread = Worker(self._run, "recorder", lambda: self.request_stop(shutdown.reason()))

    @property
    def is_alive(self) -> bool:
        """Whether something may still be written."""
        return self._thread.is_alive()

    @property
    def seconds(self) -> float:
        """For how long there has been something to record."""
        return self._last.time_s if self._last is not None else 0.0

    def start(self) -> None:
        """Open the sink and take what comes."""
        self._thread.start()

    def add(self, analyzed: AnalyzedFrame) -> None:
        """Take a frame; one for which the disk is too slow becomes a dropped one."""
        if self._stop.is_set():
            return
        with self._lock:
            if self._paused is not None or analyzed.frame.captured_s < self._resumed_s:
                return
            before, now = self._last, self._placed(analyzed)
            wall = self._wall(now.captured_s)
            faces = tuple(self._numbered(face) for face in self._choose(analyzed.faces))
            chosen = AnalyzedFrame(analyzed.frame, faces)
            rows = tuple(rows_of(chosen, time_s=now.time_s, path=self._path, wall_time_utc=wall))
            boxes = [face.box for face in analyzed.faces]
            # Without a video no picture is kept in memory while it waits.
            kept = analyzed.frame.image if self._with_pictures else None

            width, height = analyzed.frame.width, analyzed.frame.height

            def write(sink: Sink) -> None:
                if before is None:
                    sink.measure(width, height)
                for row in self._dropped(before, now):
                    sink.write([row])
                sink.write(rows)
                if kept is not None and left_s(BOUND_S) > _LAST_WORDS_S:
                    sink.show(kept, boxes, now.time_s)

            if self._put(write):
                self._last = now
                self._end_gap(now.time_s)

    def lost(self, since_s: float = math.inf) -> None:
        """Note that the source gives no picture any more; once until the next frame.

        Args:
            since_s: When that was, on the monotonic clock. Where a frame has come since, it is over
                and noted already: whoever tells it was busy.
        """
        with self._lock:
            last = self._last
            if last is None or last.is_lost or last.captured_s > since_s:
                return
            moment = self._moment(last)
            row = Row(moment.frame, moment.time_s, "LOST", self._path, moment.wall_time_utc)
            if self._put(lambda sink: sink.write([row])):
                captured_s = time.perf_counter()
                source_s = last.source_s + captured_s - last.captured_s
                self._last = _Last(last.index, moment.time_s, source_s, captured_s, is_lost=True)

    @property
    def is_paused(self) -> bool:
        """Whether nothing is recorded for a while."""
        return self._paused is not None

    def pause(self, reason: str) -> None:
        """Record nothing until `resume`: a gap in the rows, with its reason in the session."""
        self.lost()
        with self._lock:
            if self._paused is None:
                since_s = self._last.time_s if self._last is not None else 0.0
                self._paused = self._gap or (since_s, reason)
                self._gap = None

    def resume(self) -> None:
        """Record again."""
        with self._lock:
            if self._paused is None:
                return
            self._gap, self._paused = self._paused, None
            self._resumed_s = time.perf_counter()

    def _end_gap(self, end_s: float) -> None:
        """Note a pause that is over, now that the next row says until when."""
        if self._gap is not None:
            (start_s, reason), self._gap = self._gap, None
            self._put(lambda sink: sink.pause(start_s, end_s, reason))

    def moment(self) -> Moment:
        """Return this very moment of the recording."""
        with self._lock:
            return self._moment(self._last)

    def mark(self, moment: Moment, text: str) -> None:
        """Set a marker at a moment."""
        self._put(lambda sink: sink.mark(*moment, text))

    def change(self, settings: dict[str, Any]) -> None:
        """Note that the analysis has other settings from now on."""
        time_s = self.moment().time_s
        self._put(lambda sink: sink.change(time_s, settings))

    def request_stop(self, reason: str = "") -> None:
        """Take nothing more; what waits is still written, and the reason noted."""
        self.resume()
        with self._lock:
            self._end_gap(self._moment(self._last).time_s)
        self._reason = self._reason or reason
        self._stop.set()

    def join(self, timeout_s: float) -> bool:
        """Wait for the end; return False when it did not come in time."""
        self._thread.join(timeout_s)
        return not self._thread.is_alive()

    # In the thread of the recording

    def _run(self) -> None:
        try:
            sink = self._open_sink()
            self.folder = sink.folder
            try:
                self._write_all(sink)
            except Exception as error:  # noqa: BLE001 - all that is open has to be closed
                self._fail(error)
            self._stop.set()
            sink.end(self.problem or self._reason)
        except Exception as error:  # noqa: BLE001 - the top of a thread
            self._fail(error)
        finally:
            self._stop.set()
            self._empty()

    def _fail(self, error: Exception) -> None:
        """Keep the reason; the first one counts."""
        if not isinstance(error, FerError):
            log.error("the recording failed", exc_info=error)
        words = str(error) if isinstance(error, FerError) else _FAILED
        self.problem = self.problem or words

    def _write_all(self, sink: Sink) -> None:
        flushed_s = time.monotonic()
        while True:
            is_last = self._stop.is_set()
            try:
                write = self._queue.get(timeout=0 if is_last else _WAIT_S)
            except queue.Empty:
                if is_last:
                    return
            else:
                write(sink)
            if time.monotonic() - flushed_s >= _FLUSH_EVERY_S:
                sink.flush()
                flushed_s = time.monotonic()

    def _empty(self) -> None:
        """Let go of the pictures that are not written any more."""
        while not self._queue.empty():
            self._queue.get_nowait()

    # Where a frame stands

    def _numbered(self, face: RecognizedFace) -> RecognizedFace:
        """Return a face with its number in this recording, which counts those that are recorded."""
        if face.track_id is None:
            return face
        number = self._numbers.setdefault(face.track_id, len(self._numbers) + 1)
        return replace(face, face=replace(face.face, track_id=number))

    def _put(self, write: Callable[[Sink], None]) -> bool:
        if self._stop.is_set():
            return False
        try:
            self._queue.put_nowait(write)
        except queue.Full:
            return False
        return True

    def _placed(self, analyzed: AnalyzedFrame) -> _Last:
        frame, last = analyzed.frame, self._last
        if last is None:
            time_s = 0.0
        elif frame.time_s > last.source_s:
            time_s = last.time_s + frame.time_s - last.source_s
        else:  # the source was opened anew and began its own time again
            time_s = last.time_s + max(0.0, frame.captured_s - last.captured_s)
        return _Last(frame.index, time_s, frame.time_s, frame.captured_s)

    def _dropped(self, before: _Last | None, now: _Last) -> Iterator[Row]:
        """Yield a row for each frame of the source that was not analyzed, or not recorded."""
        if before is None or before.is_lost:
            return
        if now.index < before.index:  # it was opened anew, and nobody has told yet
            wall = self._wall(before.captured_s)
            yield Row(before.index, before.time_s, "LOST", self._path, wall)
        for index in range(before.index + 1, now.index):
            share = (index - before.index) / (now.index - before.index)
            time_s = before.time_s + share * (now.time_s - before.time_s)
            wall = self._wall(before.captured_s + share * (now.captured_s - before.captured_s))
            yield Row(index, time_s, "DROPPED", self._path, wall)

    def _moment(self, last: _Last | None) -> Moment:
        now_s = time.perf_counter()
        if last is None:
            return Moment(0.0, 0, self._wall(now_s))
        passed_s = max(0.0, now_s - last.captured_s) if self._is_live else 0.0
        return Moment(last.time_s + passed_s, last.index, self._wall(now_s))

    def _wall(self, captured_s: float) -> str:
        if not self._is_live:
            return ""
        return utc(time.time() - (time.perf_counter() - captured_s))
