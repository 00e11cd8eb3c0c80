"""Shows the picture of a session at the moment that is looked at, with its boxes and labels."""

from dataclasses import replace
from typing import Final

import numpy as np
from PySide6.QtCore import QCoreApplication, QObject, QTimer

from fer_desktop.core.geometry import BoundingBox
from fer_desktop.core.types import (
    AnalyzedFrame,
    Expression,
    Face,
    Frame,
    ImageBGR,
    RecognizedFace,
)
from fer_desktop.gui.common.words import styled_items
from fer_desktop.gui.view.image_view import ImageView
from fer_desktop.live.picture_fetcher import Fetched, PictureFetcher
from fer_desktop.sessions.files import frame_size
from fer_desktop.sessions.review import LoadedSession
from fer_desktop.sessions.statistics import SHOWN_LABELS
from fer_desktop.sessions.table import FaceColumns, SessionTable

_LOOK_MS: Final = 15


def _tr(text: str) -> str:
    return QCoreApplication.translate("Review", text)


class ReviewPicture(QObject):
    """Fills an image view from a session's video and rows; `close` ends its thread."""

    def __init__(self, view: ImageView) -> None:
        super().__init__(view)
        self._view = view
        self._table: SessionTable | None = None
        self._fetcher: PictureFetcher | None = None
        self._size: tuple[int, int] | None = None
        self._wanted, self._frame = -1, -1
        self._has_videos_times = False
        self._shown: Fetched | None = None
        self._problem = ""
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._look)

    @property
    def is_waiting(self) -> bool:
        """Whether a picture was asked for that is not there yet."""
        return self._timer.isActive()

    def show_session(self, session: LoadedSession) -> None:
        """Take a session; its pictures come with `show_time`."""
        self.close()
        self._table = session.table
        self._size = frame_size(session.files.info)
        self._problem = ""
        # The times of rows are those of the video that they were made from; one that was recorded
        # beside them has its own.
        self._has_videos_times = session.files.video is None
        if session.video is not None:
            self._fetcher = PictureFetcher(session.video)
        self.retranslate()

    def retranslate(self) -> None:
        """Show what there is in the language of now; nothing before there is a session."""
        if self._table is None:
            return
        if self._fetcher is None:
            self._view.show_text(
                _tr("There is no video to show. The timeline shows what was found.")
            )
        elif self._problem:
            self._view.show_text(self._problem)
        elif self._shown is not None:
            self._paint()

    def show_time(self, time_s: float) -> None:
        """Fetch the picture of a moment, and show it when it is there."""
        table = self._table
        if table is None or self._fetcher is None or self._problem:
            return
        frame = table.frame_at(time_s)
        if frame < 0 or frame == self._frame:
            return
        self._frame, self._wanted = frame, int(table.pictures[frame])
        if self._shown is not None and self._shown.number == self._wanted:
            self._paint()
        else:
            self._fetcher.ask(self._wanted, self._time_of_wanted())
            self._timer.start()

    def shown_frame(self) -> tuple[ImageBGR, tuple[RecognizedFace, ...]] | None:
        """Return the picture that is shown and its faces, boxes in its pixels; None without one."""
        shown, table = self._shown, self._table
        if shown is None or shown.image is None or table is None or shown.number != self._wanted:
            return None
        faces = faces_at(table, float(table.times[min(self._frame, table.times.size - 1)]))
        width = self._size[0] if self._size else shown.image.shape[1]
        return shown.image, tuple(scaled(face, shown.image.shape[1] / width) for face in faces)

    def close(self) -> None:
        """Let go of the video."""
        self._timer.stop()
        if self._fetcher is not None:
            self._fetcher.stop()
            self._fetcher = None
        self._shown, self._frame, self._wanted = None, -1, -1

    def _time_of_wanted(self) -> float | None:
        """Return when the wanted picture is shown in the video; None where only numbers help."""
        table = self._table
        if table is None or not self._has_videos_times or self._wanted < 0:
            return None
        return float(table.times[int(np.searchsorted(table.pictures, self._wanted))])

    def _look(self) -> None:
        found = self._fetcher.poll() if self._fetcher is not None else None
        if found is None:
            return
        if found.problem:
            self._timer.stop()
            self._problem = found.problem
            self.retranslate()
            return
        if found.number == self._wanted:
            self._timer.stop()
        if found.image is not None:
            self._shown = found
            self._paint()
        elif found.number == self._wanted:
            self._view.show_text(_tr("The video has no picture of this moment."))

    def _paint(self) -> None:
        """Show the newest picture, and the boxes that are of this very picture."""
        shown, table = self._shown, self._table
        if shown is None or shown.image is None or table is None:
            return
        frame = self._frame
        if shown.number != self._wanted:  # while scrubbing: an older wish, with its own boxes
            frame = int(np.searchsorted(table.pictures, shown.number))
        faces = faces_at(table, float(table.times[min(frame, table.times.size - 1)]))
        analyzed = AnalyzedFrame(Frame(shown.image), faces)
        items = styled_items(analyzed, self._view.style_, smoothed=True)
        size = self._size or (shown.image.shape[1], shown.image.shape[0])
        self._view.show_image(shown.image, size, items)


def faces_at(table: SessionTable, time_s: float) -> tuple[RecognizedFace, ...]:
    """Return the faces of the frame with this very time, as they were shown."""
    found = []
    for face in table.faces:
        position = face.row_at(time_s)
        if position is not None:
            found.append(_recognized(face, position))
    return tuple(sorted(found, key=lambda each: -each.box.area))


def _recognized(face: FaceColumns, position: int) -> RecognizedFace:
    label = SHOWN_LABELS[face.labels[position]]
    shown = Expression(face.probabilities[position], steady_label=label)
    held = face.is_held(position)
    return RecognizedFace(Face(face.box(position), 1.0, face.face_id, is_held=held), shown, shown)


def scaled(face: RecognizedFace, scale: float) -> RecognizedFace:
    """Return the face with its box in pixels of a picture scaled by this factor."""
    box = BoundingBox(*(round(value * scale) for value in face.box))
    return replace(face, face=replace(face.face, box=box))
