"""Analyzes a video frame by frame into a session of its own, so that it can be reviewed."""

from dataclasses import replace
from pathlib import Path

from fer_desktop.batch.inputs import FileAnalyzer, Input
from fer_desktop.core.errors import SourceError
from fer_desktop.core.settings import Settings
from fer_desktop.sessions.new_session import analysis_of, model_of
from fer_desktop.sessions.review import LoadedSession, loaded
from fer_desktop.sessions.rows import rows_of
from fer_desktop.sessions.writer import SessionWriter
from fer_desktop.system.background import Background
from fer_desktop.vision.doctor import machine, versions
from fer_desktop.vision.media.video_source import VideoSource


def analyze(video: Path, settings: Settings, folder: Path) -> Background[LoadedSession]:
    """Begin to analyze a video; the job counts its frames.

    Args:
        video: The file, which is left as it is.
        settings: Of the analysis.
        folder: Of the session that is made; its parent exists.
    """

    def job(running: Background[LoadedSession]) -> LoadedSession:
        source = VideoSource(video)
        source.open()
        running.n_expected = source.n_expected
        source.close()
        writer = SessionWriter(folder, _info(video, settings))
        try:
            problem = _write_rows(running, video, settings, writer)
        finally:
            writer.end()
        session = loaded(running, writer.folder)
        files = replace(session.files, problems=[*session.files.problems, *problem])
        return replace(session, files=files, video=video, elsewhere=None)

    return Background(job, "pictures video")


def _write_rows(
    running: Background[LoadedSession], video: Path, settings: Settings, writer: SessionWriter
) -> list[str]:
    """Write the rows of all frames, and return why there are no more of them."""
    frames = FileAnalyzer(settings).frames(Input(str(video), "video"))
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
