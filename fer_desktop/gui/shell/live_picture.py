"""What live mode shows of a frame: picture and boxes, the chosen face, and its timeline."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QObject, Signal

from fer_desktop.core.baseline import Baselines
from fer_desktop.core.errors import ModelError
from fer_desktop.core.history import ExpressionHistory
from fer_desktop.core.overlay import OverlayItem
from fer_desktop.core.types import AnalyzedFrame, ImageBGR, RecognizedFace
from fer_desktop.gui.common.chosen import Chosen
from fer_desktop.gui.common.words import spoken, styled_items
from fer_desktop.gui.shell.main_window import MainWindow
from fer_desktop.gui.shell.snapshots import Shown
from fer_desktop.live.pipeline import PlayedVideo
from fer_desktop.vision import assembly
from fer_desktop.vision.recognition.preprocess import chip_to_image, face_chip


def _tr(text: str) -> str:
    return QCoreApplication.translate("LiveMode", text)


class LivePicture(QObject):
    """Shows analyzed frames of one source after the other.

    Signals:
        described: What the chosen face looks like, in words, with each frame; "" at the end.

    Attributes:
        source: What it is of.
        shown: The frame that is shown; None before the first one of a source.
        chosen_track: Number of the face that was chosen; None for the largest.
    """

    described = Signal(str)

    def __init__(self, window: MainWindow, chosen: Chosen, baselines: Baselines) -> None:
        super().__init__(window)
        self._window, self._chosen, self._baselines = window, chosen, baselines
        self.shown: AnalyzedFrame | None = None
        self.chosen_track: int | None = None
        self._history = ExpressionHistory()
        self._video: PlayedVideo | None = None
        self.source = ""

    @property
    def _is_camera(self) -> bool:
        return self.source.startswith("camera")

    @property
    def _is_of_now(self) -> bool:
        """Whether somebody is there who can follow advice; nobody is in a file or the demo."""
        return self._is_camera or "://" in self.source

    def begin(self, source: str, video: PlayedVideo | None) -> None:
        """Forget the source before; `video` is what is played, if the new one is a video file."""
        self.source, self._video = source, video
        self.shown = self.chosen_track = None
        self._history.clear()
        self._window.panel.timeline.show_nothing()
        self._window.panel.timeline.show()

    def end(self) -> None:
        """Nothing more comes from this source; the last picture stays."""
        self._video = None
        self.described.emit("")

    def remember(self, analyzed: AnalyzedFrame) -> None:
        """Keep what is shown of each face for the timeline, also while the picture stands still."""
        if self._video is not None:
            return  # all of it is kept
        for face in analyzed.faces:
            if face.track_id is not None and not face.face.is_held:
                self._history.add(face.track_id, analyzed.frame.time_s, face.smoothed.probabilities)

    def show(self, analyzed: AnalyzedFrame, *, is_new: bool = True) -> None:
        """Show a frame; one that is not new only with what has changed about it."""
        self.shown = analyzed
        frame, faces = analyzed.frame, analyzed.faces
        chosen = self._position(faces)
        self._window.view.show_image(
            frame.image,
            (frame.width, frame.height),
            self._items(analyzed),
            chosen=chosen if len(faces) > 1 else -1,
            is_mirrored=self._chosen.settings.mirror and self._is_camera,
            captured_s=frame.captured_s if is_new else None,
        )
        if faces:
            face = faces[chosen]
            number = face.track_id or chosen + 1
            self._window.panel.show_face(face.smoothed, number, len(faces))
            is_held = self._video is not None and not self._video.control.state.is_playing
            is_still = not is_new or is_held
            self._window.panel.show_seen(
                self._with_chip(face, frame.image), at_once=is_still, is_photo=not self._is_of_now
            )
            self._window.panel.show_calibrated(face.track_id in self._baselines.tracks)
            self.described.emit(spoken(face.smoothed, number, len(faces)))
            self._show_timeline(face.track_id, frame.time_s)
        else:
            self.described.emit(_tr("No face"))
            tip = _tr("Face the camera; more light and less distance help.")
            self._window.panel.show_no_face(tip if self._is_camera else "")

    def choose(self, position: int) -> None:
        """Show the face at this position of the frame in the panel; -1 the largest."""
        if self.shown is None:
            return
        faces = self.shown.faces
        chosen = faces[position].track_id if 0 <= position < len(faces) else None
        self.chosen_track = chosen
        self.show_again()

    def chosen_face(self) -> RecognizedFace | None:
        """Return the face that the panel shows; None without one."""
        faces = self.shown.faces if self.shown is not None else ()
        return faces[self._position(faces)] if faces else None

    def choose_next(self) -> None:
        """Show the next face of the frame in the panel, after the last one the first."""
        if self.shown is not None and self.shown.faces:
            faces = self.shown.faces
            self.choose((self._position(faces) + 1) % len(faces))

    def shown_picture(self) -> Shown | None:
        """Return what is shown, for those who keep it."""
        if self.shown is None:
            return None
        return Shown(self.shown.frame.image, self._items(self.shown))

    def show_again(self) -> None:
        """Show the frame that is shown, with what has changed."""
        if self.shown is not None and not self._window.filmstrip.n_pictures:
            self.show(replace(self.shown), is_new=False)

    def _with_chip(self, face: RecognizedFace, image: ImageBGR) -> RecognizedFace:
        """Return a face with what the network saw, which was not kept of a frame seen before."""
        if face.chip is not None:
            return face
        try:
            form = assembly.model_spec(self._chosen.settings).chip_format
        except ModelError:
            return face
        chip = face_chip(image, face.box, form, face.face.tilt_deg)
        return replace(face, chip=chip_to_image(chip, form))

    def _position(self, faces: tuple[RecognizedFace, ...]) -> int:
        """Return where the chosen face is among these; 0, the largest, where it is not."""
        tracks = [face.track_id for face in faces]
        return tracks.index(self.chosen_track) if self.chosen_track in tracks else 0

    def _show_timeline(self, track_id: int | None, now_s: float) -> None:
        timeline = self._window.panel.timeline
        if track_id is None:
            timeline.show_nothing()
            return
        past = self._video.kept if self._video is not None else self._history
        times, rows = past.window(track_id, timeline.span_s(), now_s)
        timeline.show_history(times, rows, now_s)

    def _items(self, analyzed: AnalyzedFrame) -> list[OverlayItem]:
        return styled_items(analyzed, self._window.view.style_, smoothed=True)
