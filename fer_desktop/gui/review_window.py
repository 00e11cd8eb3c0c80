"""The window that reviews a recorded session: picture, timeline, figures."""

from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from fer_desktop.app.background import Background
from fer_desktop.app.session_review import LoadedSession
from fer_desktop.core.overlay import OverlayStyle, percent
from fer_desktop.core.session_table import FaceColumns
from fer_desktop.core.statistics import SHOWN_LABELS
from fer_desktop.gui.banner import Banner
from fer_desktop.gui.icons import icon
from fer_desktop.gui.image_view import ImageView
from fer_desktop.gui.retranslated import Retranslated
from fer_desktop.gui.review_exclusions import ReviewExclusions
from fer_desktop.gui.review_legend import ReviewLegend
from fer_desktop.gui.review_loading import ReviewLoading
from fer_desktop.gui.review_picture import ReviewPicture
from fer_desktop.gui.review_player import ReviewPlayer
from fer_desktop.gui.review_ranges import ReviewRanges
from fer_desktop.gui.review_statistics import ReviewStatistics
from fer_desktop.gui.review_timeline import ReviewTimeline
from fer_desktop.gui.review_transport import ReviewTransport
from fer_desktop.gui.review_words import clock, face_words
from fer_desktop.gui.theme import GRID
from fer_desktop.gui.widgets import ElidedLabel, PushButton
from fer_desktop.gui.words import name_of

_ZOOMS: Final = {"Ctrl++": 2.0, "Ctrl+=": 2.0, "Ctrl+-": -2.0, "Ctrl+0": -1000.0}


def _tr(text: str) -> str:
    return QCoreApplication.translate("Review", text)


class ReviewWindow(Retranslated, QDialog):
    """Opened with `show`; its session is read, or made, beside the window's thread.

    Signals:
        export_wanted: The session shall be written as a file of another program.
    """

    export_wanted = Signal()

    def __init__(
        self, name: str, job: Background[LoadedSession], parent: QWidget | None = None
    ) -> None:
        """Wait for a session.

        Args:
            name: What it is called.
            job: Reads it, or makes it; ended with this window.
            parent: The window of the program.
        """
        super().__init__(parent)
        self.setWindowFlags(Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._name = name
        self.session: LoadedSession | None = None
        self.banner, self.about, self.progress = Banner(), ElidedLabel(), ReviewLoading(job)
        self.view, self.player = ImageView(), ReviewPlayer(self)
        self.picture, self.exclusions = ReviewPicture(self.view), ReviewExclusions(self)
        self.timeline, self.legend = ReviewTimeline(), ReviewLegend()
        self.transport, self.ranges = ReviewTransport(self.player), ReviewRanges()
        self.statistics = ReviewStatistics()
        self.faces_label, self.faces = QLabel(), QComboBox()
        self.export = PushButton()
        self.faces_label.setBuddy(self.faces)
        self.faces.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._assemble()
        self._connect()
        self.retranslate()

    @property
    def face(self) -> FaceColumns | None:
        """The face whose timeline and figures are shown."""
        row = self.faces.currentIndex()
        return self.session.table.faces[row] if self.session is not None and row >= 0 else None

    def set_style(self, style: OverlayStyle) -> None:
        """Draw boxes and labels as the user likes them."""
        self.view.style_ = style
        self.picture.retranslate()

    def retranslate(self) -> None:
        """Write everything in the language of now."""
        self.setWindowTitle(_tr("Review: {name}").format(name=self._name))
        self.faces_label.setText(_tr("&Face"))
        self.faces.setAccessibleName(_tr("Face whose timeline is shown"))
        self.export.setText(_tr("E&xport…"))
        session = self.session
        if session is None:
            if not self.progress.is_over:
                self.view.show_text(_tr("The session is shown when all of it is read."))
            return
        for row, face in enumerate(session.table.faces):
            self.faces.setItemText(row, face_words(face.face_id))
        self.about.setText(_about(session))
        self.picture.retranslate()
        self._describe()

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
        self.session = session
        files, table = session.files, session.table
        if files.problems:
            self.banner.show_message("\n".join(files.problems), is_problem=False)
        self.picture.show_session(session)
        self.timeline.show_session(table, [(m.time_s, m.text) for m in files.markers])
        self.transport.show_session(table, has_markers=bool(files.markers))
        self.faces.clear()
        self.faces.addItems([face_words(face.face_id) for face in table.faces])
        self.faces.setEnabled(len(table.faces) > 1)
        self.export.setEnabled(True)
        self.exclusions.show_session(session)
        self.player.set_session(table, [marker.time_s for marker in files.markers])
        self.retranslate()
        self._show_face()

    # What the user does

    def _connect(self) -> None:
        self.progress.button.clicked.connect(self.close)
        self.progress.loaded.connect(self._show)
        self.progress.failed.connect(self._fail)
        player, timeline, ranges = self.player, self.timeline, self.ranges
        player.moved.connect(self._show_moment)
        player.changed.connect(self._describe)
        timeline.sought.connect(self._seek)
        timeline.selected.connect(lambda *ends: self._select(ends))
        timeline.face_wanted.connect(self._choose_face)
        ranges.edge_wanted.connect(self._set_edge)
        ranges.excluded.connect(self.exclusions.add)
        ranges.restored.connect(self.exclusions.restore)
        ranges.undone.connect(self.exclusions.undo)
        self.exclusions.changed.connect(self._show_ranges)
        self.exclusions.counted.connect(self._show_figures)
        self.exclusions.failed.connect(lambda text: self.banner.show_message(text, is_problem=True))
        self.faces.activated.connect(self._show_face)
        self.export.clicked.connect(self.export_wanted)
        for key, steps in _ZOOMS.items():
            action = QAction(self)
            action.setShortcut(QKeySequence(key))
            action.triggered.connect(lambda _, by=steps: timeline.zoom(by))
            self.addAction(action)

    def _seek(self, time_s: float) -> None:
        self.player.seek(time_s)
        self.ranges.show_selection((time_s, time_s))

    def _choose_face(self, face_id: int) -> None:
        if self.session is not None:
            numbers = [face.face_id for face in self.session.table.faces]
            self.faces.setCurrentIndex(numbers.index(face_id))
            self._show_face()

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
        if self.session is not None and self.face is not None:
            self.timeline.show_face(self.session.table, self.face)
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
        figures, face = self.exclusions.figures, self.face
        found = [
            each
            for each in (figures.faces if figures is not None else ())
            if face is not None and each.face_id == face.face_id
        ]
        n_left_out = len(self.exclusions.ranges)
        self.statistics.show_figures(found[0] if found else None, n_left_out=n_left_out)

    def _describe(self) -> None:
        """Tell screen readers where the review stands and what the face looks like there."""
        session, face, now_s = self.session, self.face, self.player.position_s
        what = _tr("the face is not seen")
        if session is not None and face is not None:
            frame = session.table.frame_at(now_s)
            row = face.row_at(float(session.table.times[frame]))
            if row is not None:
                label = SHOWN_LABELS[face.labels[row]]
                likely = percent(float(face.probabilities[row].max()))
                words = _tr("looks like {name}, strongest {percent}")
                what = words.format(name=name_of(label), percent=likely)
        self.timeline.setAccessibleDescription(f"{clock(now_s)}: {what}")

    def _assemble(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(GRID)
        head.addWidget(self.about, 1)
        head.addWidget(self.faces_label)
        head.addWidget(self.faces)
        head.addWidget(self.export)
        upper = QSplitter(Qt.Orientation.Horizontal)
        upper.addWidget(_column(GRID, self.view, self.transport))
        upper.addWidget(_column(GRID, self.statistics))
        lower = _column(GRID, self.timeline, self.legend, self.ranges)
        parts = QSplitter(Qt.Orientation.Vertical)
        for part in (upper, lower):
            parts.addWidget(part)
        for splitter in (upper, parts):
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(2 * GRID)
            splitter.setStretchFactor(0, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        whole.setSpacing(GRID)
        whole.addWidget(self.banner)
        whole.addWidget(self.progress)
        whole.addLayout(head)
        whole.addWidget(parts, 1)
        self.export.setIcon(icon("export"))
        self.export.setAutoDefault(False)
        self.export.setEnabled(False)
        self.resize(150 * GRID, 100 * GRID)
        self.timeline.setFocusPolicy(Qt.FocusPolicy.NoFocus)


def _column(spacing: int, *parts: QWidget) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(spacing)
    for number, part in enumerate(parts):
        column.addWidget(part, 1 if number == 0 else 0)
    return whole


def _about(session: LoadedSession) -> str:
    """Return a session's source, begin, length and faces on one line."""
    info, table = session.files.info, session.table
    source = info.get("source")
    name = str(source.get("name", "")) if isinstance(source, dict) else ""
    words = _tr("length {length}, faces: {n_faces}, frames: {n_frames}")
    parts = [
        name,
        str(info.get("started_utc") or "").replace("T", " ").replace("Z", " UTC"),
        words.format(
            length=clock(table.duration_s), n_faces=len(table.faces), n_frames=table.times.size
        ),
    ]
    return "  \u00b7  ".join(part for part in parts if part)
