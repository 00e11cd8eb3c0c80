"""Picture mode: the opened pictures, analyzed in the background and shown one at a time."""

import os
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from fer_desktop.core.overlay import OverlayItem
from fer_desktop.core.progress import Pace
from fer_desktop.core.settings import Settings
from fer_desktop.core.types import AnalyzedFrame, Frame, ImageBGR, RecognizedFace
from fer_desktop.gui.common.chosen import Chosen
from fer_desktop.gui.common.progress_words import progress_words, summary_words
from fer_desktop.gui.common.words import spoken, styled_items
from fer_desktop.gui.pictures.pasting import PastedPictures
from fer_desktop.gui.shell.main_window import MainWindow
from fer_desktop.gui.shell.snapshots import Shown
from fer_desktop.live.picture_store import PictureStore
from fer_desktop.live.picture_views import PictureViews
from fer_desktop.live.pictures import PictureResult, PictureThread
from fer_desktop.live.thumbnails import Thumbnails
from fer_desktop.vision import assembly
from fer_desktop.vision.analyzer import FrameAnalyzer

POLL_MS: Final = 30
N_WORKERS = min(2, os.cpu_count() or 1)
"""Pictures that are analyzed at a time; more would need more memory than they save time."""
_MOST_BYTES = 200_000_000
"""Pictures kept in memory; older ones are read again when they are chosen."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("PictureMode", text)


class PictureMode(QObject):
    """Shows pictures in the window.

    Signals:
        changed: Pictures were opened or closed; the analysis ended, stopped or went on.
        progressed: More pictures are analyzed.
        found: Results that are new, the pictures left out, as a list of PictureResult.
        restarted: All that was found is thrown away.
        described: What the face looks like that was just chosen, in words.
        face_shown: Path of the picture that is shown, and the position of the chosen face.
        removed: Paths of pictures that are open no more, while others are.
    """

    changed = Signal()
    progressed = Signal()
    found = Signal(list)
    restarted = Signal()
    described = Signal(str)
    face_shown = Signal(object, int)
    removed = Signal(list)

    def __init__(self, window: MainWindow, chosen: Chosen) -> None:
        super().__init__(window)
        self._window, self._chosen = window, chosen
        self._strip = window.filmstrip
        self.pasted = PastedPictures()
        self._thread: PictureThread | None = None
        self._views: PictureViews | None = None
        self._thumbnails: Thumbnails | None = None
        self._ending: list[PictureThread | PictureViews | Thumbnails] = []
        self._store, self._pace = PictureStore(_MOST_BYTES), Pace()
        self.analyzed_with: Settings | None = None
        self._current: Path | None = None
        self._chosen_face = 0
        self.is_saved = False
        """Whether all that was found was written into a file."""
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._poll)
        self._strip.chosen.connect(self.show)
        self._strip.pictures.thumbnail_wanted.connect(self._want_thumbnail)
        chosen.changed.connect(self._show_again)
        window.actions_.next_face.triggered.connect(self.choose_next_face)

    @property
    def is_active(self) -> bool:
        """Whether pictures are open."""
        return self._thread is not None

    @property
    def is_done(self) -> bool:
        """Whether all opened pictures are analyzed."""
        return len(self._store) == self._strip.n_pictures

    @property
    def n_done(self) -> int:
        """How many pictures are analyzed, or can't be read."""
        return len(self._store)

    @property
    def is_stopped(self) -> bool:
        """Whether the user has stopped the analysis."""
        return self._thread is not None and self._thread.is_paused

    @property
    def shown(self) -> PictureResult | None:
        """The picture that is shown, if it is analyzed."""
        return self._store.get(self._current)

    def results(self) -> list[PictureResult]:
        """Return what was found, the pictures left out, in the order of the analysis."""
        return list(self._store)

    def open(self, paths: list[Path], *, choose: bool = True) -> None:
        """Open pictures, beside those that are open, and show the first of them or none."""
        if self._thread is None:
            self._store, self._pace = PictureStore(_MOST_BYTES), Pace()
            self._thread = PictureThread(self._maker(), self.pasted.read, N_WORKERS)
            self._views = PictureViews(self.pasted.view)
            self._thumbnails = Thumbnails(self.pasted.small)
            self._timer.start(POLL_MS)
            self._window.panel.timeline.hide()
            self._strip.show()
        self._window.view.show_sign("")
        self._thread.add(self._strip.add(paths))
        if choose:
            self._window.banner.clear()
            self._strip.choose(paths[0])
            self._strip.setFocus()
        self.changed.emit()

    def close(self) -> None:
        """Close all pictures; the one at hand is not waited for."""
        self._timer.stop()
        mine = (self._thread, self._views, self._thumbnails)
        ending = (*self._ending, *(each for each in mine if each is not None))
        self._ending = [thread for thread in ending if not thread.stop(timeout_s=0)]
        self._thread = self._views = self._thumbnails = None
        self._strip.empty()
        self._strip.hide()
        self._store.clear()
        self.pasted.clear()
        self._current = None
        self.restarted.emit()
        self.changed.emit()

    def end(self) -> None:
        """Close all pictures and wait for the threads."""
        self.close()
        for thread in self._ending:
            thread.stop()
        self._ending.clear()

    def remove(self, paths: Sequence[Path]) -> None:
        """Take pictures out of the list; their files stay. The last one closes all."""
        if self._thread is None:
            return
        if set(self._strip.paths()) <= set(paths):
            self.close()
            return
        self._thread.forget(paths)
        self._store.remove(paths)
        self._strip.remove(paths)
        self.removed.emit(list(paths))
        self.changed.emit()

    @property
    def current(self) -> Path | None:
        """The picture that is shown, whether it is analyzed or not."""
        return self._current

    def stop_or_carry_on(self) -> None:
        """Stop the analysis after the picture at hand, or carry on from there."""
        if self._thread is not None:
            self._thread.pause(not self._thread.is_paused)
            self.changed.emit()

    def analyze_again(self) -> None:
        """Analyze all opened pictures with the settings of now; the shown one first."""
        if self._thread is None:
            return
        self._thread.restart(self._maker())
        self._store.clear()
        self._strip.pictures.forget_results()
        self._pace = Pace()
        self.restarted.emit()
        self._thread.add(self._strip.paths())
        if self._current is not None:
            self.show(self._current)
        self.changed.emit()

    def show(self, path: Path) -> None:
        """Show one of the pictures, or that it is not ready yet."""
        if path != self._current:
            self._window.view.zoom_to_fit()
        self._current, self._chosen_face = path, 0
        result = self._store.get(path)
        if result is not None and (result.error or result.image is not None):
            self._show_result(result)
        elif self._thread is not None and self._views is not None:
            self._window.view.show_text(_tr("Reading {name}…").format(name=path.name))
            self._window.panel.show_no_face("", _tr("Reading…"))
            self._views.want(path)
            if result is None:
                self._thread.put_first(path)

    def show_face(self, path: Path, position: int) -> None:
        """Show a face of a picture; -1 stands for the picture."""
        self._strip.choose(path)
        self.choose_face(position)

    def choose_face(self, position: int) -> None:
        """Show the face at this position in the panel; -1 the largest."""
        self._chosen_face = max(0, position)
        self._show_again()
        faces = self.shown.faces if self.shown is not None else ()
        if faces:  # whole pictures are told by the row of them
            chosen = min(self._chosen_face, len(faces) - 1)
            self.described.emit(spoken(faces[chosen].raw, chosen + 1, len(faces)))

    def choose_next_face(self) -> None:
        """Show the next face of the picture in the panel, after the last one the first."""
        if self.shown is not None and self.shown.faces:
            self.choose_face((self._chosen_face + 1) % len(self.shown.faces))

    def progress(self) -> str:
        """Return how far the analysis is, in words."""
        n = self._strip.n_pictures
        left_s = self._pace.seconds_left(n - self.n_done)
        return progress_words(self.n_done, n, left_s, is_stopped=self.is_stopped)

    def summary(self) -> str:
        """Return how many pictures are open, in words."""
        return summary_words(self._strip.n_pictures, self._store.n_failed)

    def chosen(self) -> tuple[ImageBGR, RecognizedFace, Path] | None:
        """Return the picture that is shown, its chosen face, and its file; None without a face."""
        result = self.shown
        if result is None or result.image is None or not result.faces:
            return None
        faces = result.faces_scaled(result.image.shape[1] / result.size[0])
        return result.image, faces[min(self._chosen_face, len(faces) - 1)], result.path

    def shown_picture(self) -> Shown | None:
        """Return what is shown, for those who keep it."""
        result = self.shown
        if result is None or result.image is None:
            return None
        # The picture as it is kept for the view: its boxes are scaled to it.
        faces = result.faces_scaled(result.image.shape[1] / result.size[0])
        return Shown(result.image, self._items(AnalyzedFrame(Frame(result.image), faces)))

    def _maker(self) -> Callable[[], FrameAnalyzer]:
        self.analyzed_with = self._chosen.settings
        return partial(assembly.still_analyzer, self._chosen.settings)

    def _show_again(self) -> None:
        shown = self.shown
        if shown is not None and (shown.error or shown.image is not None):
            self._show_result(shown)

    def _want_thumbnail(self, path: Path) -> None:
        if self._thumbnails is not None:
            self._thumbnails.want(path)

    def _poll(self) -> None:
        self._take_view()
        for path, thumbnail in self._thumbnails.poll() if self._thumbnails is not None else ():
            self._strip.pictures.show_thumbnail(path, thumbnail)
        polled = self._thread.poll() if self._thread is not None else []
        results = [result for result in polled if self._strip.holds(result.path)]
        new = []
        for result in results:
            if (kept := self._store.put(result)) is not None:
                self._pace.add(result.seconds)
                self._strip.show_result(kept, result.thumbnail)
                if self._thumbnails is not None:
                    self._thumbnails.forget(result.path)
                new.append(kept)
        if new:
            self.is_saved = False
            self.found.emit(new)
        for result in results:
            if result.path == self._current:
                self._show_result(result)
        if new:
            self.progressed.emit()
            if self.is_done:
                self._tell_when_all_failed()
                self.changed.emit()

    def _take_view(self) -> None:
        """Show the picture that was just read; what is found on it may come later."""
        view = self._views.poll() if self._views is not None else None
        if view is None or view.path != self._current:
            return
        result = self._store.get(view.path)
        if result is not None and result.image is None and view.image is not None:
            self._store.put(replace(result, image=view.image))
            self._show_result(replace(result, image=view.image))
        elif result is None and view.image is not None:
            self._window.view.show_image(view.image, view.size, [])
            self._window.panel.show_no_face("", _tr("Analyzing…"))

    def _tell_when_all_failed(self) -> None:
        n = self._strip.n_pictures
        if n > 1 and self._store.n_failed == n:
            words = _tr("None of the {n} pictures can be analyzed. The first: {reason}")
            reason = self.results()[0].error
            self._window.banner.show_message(words.format(n=n, reason=reason), is_problem=True)

    def _show_result(self, result: PictureResult) -> None:
        window = self._window
        if result.image is None:
            window.view.show_text(result.error)
            window.panel.show_no_face(_tr("This file can't be read."), _tr("No picture"))
            self.face_shown.emit(result.path, -1)
            return
        faces = result.faces
        items = self._items(AnalyzedFrame(Frame(result.image), faces))
        chosen = min(self._chosen_face, len(faces) - 1)
        window.view.show_image(
            result.image, result.size, items, chosen=chosen if len(faces) > 1 else -1
        )
        if faces:
            window.panel.show_face(faces[chosen].raw, chosen + 1, len(faces))
            window.panel.show_seen(faces[chosen], at_once=True, is_photo=True)
        else:
            words = _tr("Faces seen from the front and in good light are found best.")
            window.panel.show_no_face(words)
        self.face_shown.emit(result.path, chosen)

    def _items(self, analyzed: AnalyzedFrame) -> list[OverlayItem]:
        return styled_items(analyzed, self._window.view.style_, smoothed=False)
