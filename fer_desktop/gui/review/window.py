"""The window that reviews a recorded session: picture, timeline, figures."""

from dataclasses import replace
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from fer_desktop.core.inert import inert
from fer_desktop.core.overlay import OverlayStyle
from fer_desktop.core.types import ImageBGR, RecognizedFace
from fer_desktop.gui.common.banner import Banner
from fer_desktop.gui.common.loading_row import LoadingRow
from fer_desktop.gui.common.messages import ask_keep, ask_to_lose
from fer_desktop.gui.common.placement import keep_place
from fer_desktop.gui.common.retranslated import Retranslated
from fer_desktop.gui.common.session_words import clock, moment_words
from fer_desktop.gui.common.theme import GRID
from fer_desktop.gui.common.widgets import Scrolling
from fer_desktop.gui.review.exclusions import ReviewExclusions
from fer_desktop.gui.review.head import CORRECT_KEY, ReviewHead
from fer_desktop.gui.review.layout import assemble
from fer_desktop.gui.review.legend import ReviewLegend
from fer_desktop.gui.review.picture import ReviewPicture
from fer_desktop.gui.review.player import ReviewPlayer
from fer_desktop.gui.review.ranges import ReviewRanges
from fer_desktop.gui.review.statistics import ReviewStatistics
from fer_desktop.gui.review.timeline import ReviewTimeline
from fer_desktop.gui.review.transport import ReviewTransport
from fer_desktop.gui.view.image_view import ImageView
from fer_desktop.sessions.review import LoadedSession
from fer_desktop.system.background import Background

_ZOOMS: Final = {"Ctrl++": 2.0, "Ctrl+=": 2.0, "Ctrl+-": -2.0, "Ctrl+0": -1000.0}


def _tr(text: str) -> str:
    return QCoreApplication.translate("Review", text)


class ReviewWindow(Retranslated, QDialog):
    """Opened with `show`; its session is read, or made, beside the window's thread.

    Signals:
        export_wanted: The session shall be written as a file of another program.
        help_wanted: The user asks for the keys.
        correct_wanted: The user wants to correct expressions, or no more.
    """

    export_wanted = Signal()
    help_wanted = Signal()
    correct_wanted = Signal()

    def __init__(
        self,
        name: str,
        job: Background[LoadedSession],
        parent: QWidget | None = None,
        *,
        is_analysis: bool = False,
    ) -> None:
        """Wait for a session.

        Args:
            name: What it is called.
            job: Reads it, or makes it; ended with this window.
            parent: The window of the program.
            is_analysis: The job analyzes a video; else it reads a session.
        """
        super().__init__(parent)
        self.setWindowFlags(Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._name, self._is_analysis = name, is_analysis
        self.session: LoadedSession | None = None
        self.wanted_video: Path | None = None
        self.banner, self.progress, self.head = Banner(), LoadingRow(job), ReviewHead()
        self.view, self.player = ImageView(), ReviewPlayer(self)
        self.picture, self.exclusions = ReviewPicture(self.view), ReviewExclusions(self)
        self.timeline, self.legend = ReviewTimeline(), ReviewLegend()
        self.transport, self.ranges = ReviewTransport(self.player), ReviewRanges()
        self.statistics = ReviewStatistics()
        self.timeline.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.view.setMinimumHeight(9 * GRID)  # on a low screen
        assemble(
            self,
            top=(self.banner, self.progress, self.head),
            left=(self.view, self.transport),
            right=(Scrolling(self.statistics),),
            lower=(self.timeline, self.legend, self.ranges),
        )
        keep_place(self, "review")
        self._connect()
        self.retranslate()

    def set_style(self, style: OverlayStyle) -> None:
        """Draw boxes and labels as the user likes them."""
        self.view.style_ = style
        self.picture.retranslate()

    def add_bar(self, bar: QWidget) -> None:
        """Put a bar above the picture."""
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(1, bar)

    def chosen_face(self) -> tuple[ImageBGR, RecognizedFace, str] | None:
        """Return the picture that is shown, the chosen face in it, and its moment."""
        face, shown = self.head.face, self.picture.shown_frame()
        if face is None or shown is None:
            return None
        image, faces = shown
        found = [each for each in faces if each.track_id == face.face_id]
        return (image, found[0], clock(self.player.position_s, 2)) if found else None

    def retranslate(self) -> None:
        """Write everything in the language of now."""
        self.setWindowTitle(_tr("Review: {name}").format(name=self._name))
        if self.session is not None:
            self.picture.retranslate()
            self._describe()
        elif self.progress.is_busy:
            self.view.show_text(
                _tr("The video is shown when all of it is analyzed.")
                if self._is_analysis
                else _tr("The session is shown when all of it is read.")
            )

    @property
    def is_unkept(self) -> bool:
        """Whether what was analyzed here, or is being analyzed, is lost with this window."""
        if self.session is None:
            return self._is_analysis and self.progress.is_busy
        return self.head.offers_to_keep

    def reject(self) -> None:
        """Close, by Esc too; of what is kept nowhere it is asked first what becomes of it."""
        if not self.is_unkept:
            super().reject()
            return
        if self.session is not None:
            words = _tr("The analysis of {name} is not kept yet.").format(name=self._name)
            ask_keep(self, words, self.head.keep.click, lambda: self.done(0))
            return
        words = _tr(
            "The analysis of {name} is not finished. "
            "Until the program ends it can go on: open the video again."
        )
        box = ask_to_lose(self, [words.format(name=self._name)], _tr("Stop Analysis"), _tr("Go On"))
        box.accepted.connect(lambda: self.done(0))

    def done(self, result: int) -> None:
        """End all threads and timers, and close."""
        self.stop()
        super().done(result)

    def stop(self) -> None:
        """End all threads and timers."""
        self.progress.stop()
        self.player.pause()
        self.picture.close()
        self.exclusions.close()

    # Loading

    def _fail(self, problem: str) -> None:
        self.banner.show_message(problem, is_problem=True)
        self.view.show_text(_tr("This session can't be shown."))

    def _show(self, session: LoadedSession) -> None:
        if session.elsewhere is not None and session.elsewhere == self.wanted_video:
            session = replace(session, video=session.elsewhere, elsewhere=None)
        self.session = session
        files, table = session.files, session.table
        self._tell_problems()
        self.picture.show_session(session)
        self.timeline.show_session(table, [(m.time_s, m.text) for m in files.markers])
        self.transport.show_session(table, has_markers=bool(files.markers))
        self.head.show_session(session)
        self.exclusions.show_session(session)
        self.player.set_session(table, [marker.time_s for marker in files.markers])
        self.retranslate()
        self._show_face()
        self.timeline.setFocus()  # so that the keys move it, and press no button

    def _tell_problems(self) -> None:
        """Say what is not whole; of a video elsewhere, ask whether it is to be shown."""
        session = self.session
        problems = list(session.files.problems) if session is not None else []
        if session is not None and session.elsewhere is not None:
            words = _tr("Its video is said to be {file}, outside of this session's folder.")
            self.banner.show_message(
                "\n".join([*problems, words.format(file=inert(str(session.elsewhere)))]),
                is_problem=False,
                action=_tr("Show Video"),
                act=self._show_elsewhere,
            )
        elif problems:
            self.banner.show_message("\n".join(problems), is_problem=False)

    def _show_elsewhere(self) -> None:
        """Show the video that the session speaks of; the user wants it."""
        session = self.session
        if session is not None:
            self.session = replace(session, video=session.elsewhere, elsewhere=None)
            self.picture.show_session(self.session)
            self.picture.show_time(self.player.position_s)

    # What the user does

    def _connect(self) -> None:
        self.progress.button.clicked.connect(lambda: self.done(0))
        self.progress.succeeded.connect(self._show)
        self.progress.failed.connect(self._fail)
        player, timeline, ranges = self.player, self.timeline, self.ranges
        player.moved.connect(self._show_moment)
        player.changed.connect(self._describe)
        timeline.sought.connect(self._seek)
        timeline.selected.connect(lambda *ends: self._select(ends))
        timeline.face_wanted.connect(self.head.choose)
        ranges.edge_wanted.connect(self._set_edge)
        ranges.excluded.connect(self.exclusions.add)
        ranges.restored.connect(self.exclusions.restore)
        ranges.undone.connect(self.exclusions.undo)
        self.exclusions.changed.connect(self._show_ranges)
        self.exclusions.counted.connect(self._show_figures)
        self.exclusions.failed.connect(lambda text: self.banner.show_message(text, is_problem=True))
        self.head.chosen.connect(self._show_face)
        self.head.export.clicked.connect(self.export_wanted)
        self.head.correct.clicked.connect(self.correct_wanted)
        for keys, act in (
            (QKeySequence.keyBindings(QKeySequence.StandardKey.Close), self.reject),
            ([QKeySequence("F1")], self.help_wanted.emit),
            ([QKeySequence(CORRECT_KEY)], self.correct_wanted.emit),
        ):
            action = QAction(self)
            action.setShortcuts(keys)
            action.triggered.connect(act)
            self.addAction(action)
        for key, steps in _ZOOMS.items():
            action = QAction(self)
            action.setShortcut(QKeySequence(key))
            action.triggered.connect(lambda _, by=steps: timeline.zoom(by))
            self.addAction(action)

    def _seek(self, time_s: float) -> None:
        self.player.seek(time_s)
        self.ranges.show_selection((time_s, time_s))

    def _select(self, ends: tuple[float, float] | None) -> None:
        self.timeline.show_selection(ends)
        self.ranges.show_selection(ends)

    def _set_edge(self, is_start: bool) -> None:
        here = self.player.position_s
        start_s, end_s = self.ranges.selection or (here, here)
        if is_start:
            self._select((here, max(here, end_s)))
        else:
            self._select((min(start_s, here), here))

    # What is shown

    def _show_moment(self, time_s: float) -> None:
        self.picture.show_time(time_s)
        self.timeline.show_position(time_s)
        if not self.player.is_playing:
            self._describe()

    def _show_face(self) -> None:
        face = self.head.face
        if self.session is not None and face is not None:
            self.timeline.show_face(self.session.table, face)
        self._show_figures()
        self._describe()

    def _show_ranges(self) -> None:
        ranges = self.exclusions.ranges
        self._select(None)
        self.timeline.show_exclusions(ranges)
        self.ranges.show_state(ranges, can_undo=self.exclusions.can_undo)
        if self.exclusions.is_counting:
            self.statistics.show_counting()

    def _show_figures(self) -> None:
        figures, face = self.exclusions.figures, self.head.face
        found = [
            each
            for each in (figures.faces if figures is not None else ())
            if face is not None and each.face_id == face.face_id
        ]
        n_left_out = len(self.exclusions.ranges)
        self.statistics.show_figures(found[0] if found else None, n_left_out=n_left_out)

    def _describe(self) -> None:
        """Tell screen readers where the review stands and what the face looks like there."""
        if self.session is not None:
            now_s = self.player.position_s
            what = moment_words(self.session.table, self.head.face, now_s)
            self.timeline.setAccessibleDescription(f"{clock(now_s)}: {what}")
