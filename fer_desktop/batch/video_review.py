"""Analyzes a video frame by frame into a session of its own, so that it can be reviewed."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from fer_desktop.batch.inputs import FileAnalyzer, Input
from fer_desktop.batch.journal import stamp_of
from fer_desktop.batch.video_places import TimedPlaces
from fer_desktop.core.errors import SourceError
from fer_desktop.core.settings import Settings
from fer_desktop.sessions.new_session import analysis_of, model_of
from fer_desktop.sessions.review import LoadedSession, loaded
from fer_desktop.sessions.rows import rows_of
from fer_desktop.sessions.writer import RowsSoFar, SessionWriter
from fer_desktop.system.background import Background
from fer_desktop.vision.analyzed_video import VideoPlace
from fer_desktop.vision.doctor import machine, versions
from fer_desktop.vision.media.video_source import VideoSource

PLACE_EVERY_S: Final = 1.0
"""So much work a stop costs at most, beside reading the video up to there."""


@dataclass(frozen=True)
class _Found:
    """What an analysis found until a place, and what it must agree with to go on there."""

    place: VideoPlace
    rows: RowsSoFar
    key: object


class SoFar:
    """How far the analysis of a video is: what a later one goes on from, if this one is stopped."""

    def __init__(self) -> None:
        self._found: _Found | None = None

    @property
    def has_rows(self) -> bool:
        """Whether there is anything to go on from."""
        return self._found is not None

    def keep(self, writer: SessionWriter, key: object, place: VideoPlace) -> None:
        """Take a place, and what was written until there."""
        self._found = _Found(place, writer.so_far(), key)

    def found(self, key: object) -> _Found | None:
        """Return what was found; None where file or settings are others than they were."""
        found = self._found
        return found if found is not None and found.key == key else None


def analyze(
    video: Path, settings: Settings, folder: Path, so_far: SoFar | None = None
) -> Background[LoadedSession]:
    """Begin to analyze a video, or go on; the job counts its frames.

    Args:
        video: The file, which is left as it is.
        settings: Of the analysis.
        folder: Of the session that is made; its parent exists.
        so_far: Of an analysis of this video that was stopped, whose session is still there; takes
            how far this one is.
    """
    kept = SoFar() if so_far is None else so_far

    def job(running: Background[LoadedSession]) -> LoadedSession:
        source = VideoSource(video)
        source.open()
        running.n_expected = source.n_expected
        source.close()
        writer = SessionWriter(folder, _info(video, settings))
        try:
            problem = _write_rows(running, video, settings, writer, kept)
        finally:
            writer.end()
        session = loaded(running, writer.folder)
        files = replace(session.files, problems=[*session.files.problems, *problem])
        return replace(session, files=files, video=video, elsewhere=None)

    return Background(job, "pictures video")


def _write_rows(
    running: Background[LoadedSession],
    video: Path,
    settings: Settings,
    writer: SessionWriter,
    so_far: SoFar,
) -> list[str]:
    """Write the rows of all frames, and return why there are no more of them."""
    key = stamp_of(str(video)), model_of(settings), analysis_of(settings)
    found = so_far.found(key)
    if found is not None:
        writer.take_over(found.rows)
        running.n_done = found.place.n_frames
    places = TimedPlaces(
        None if found is None else found.place,
        lambda place: so_far.keep(writer, key, place),
        every_s=PLACE_EVERY_S,
    )
    item = Input(str(video), "video")
    # Going past what was done takes a while as well, and may be stopped.
    frames = FileAnalyzer(settings).frames(item, 1, lambda *_: running.check(), places)
    try:
        for analyzed in running.counted(frames):
            if running.n_done == 1:
                writer.measure(analyzed.frame.width, analyzed.frame.height)
            writer.write(tuple(rows_of(analyzed, path=str(video))))
    except SourceError as error:
        if not running.n_done:
            raise
        return [str(error)]
    return []


def _info(video: Path, settings: Settings) -> dict[str, object]:
    return {
        "source": {"kind": "video", "name": video.name, "path": str(video.absolute())},
        "frame_size": None,
        "model": model_of(settings),
        "settings": analysis_of(settings),
        "versions": versions(),
        "machine": machine(),
        "options": {"video": False, "blur_faces": False, "chosen_face_only": False},
    }
