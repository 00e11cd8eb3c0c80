"""Picture mode: the opened pictures, analyzed in the background and shown one at a time."""

from collections import OrderedDict
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from fer_desktop.app import bootstrap
from fer_desktop.core.overlay import OverlayItem, overlay_items
from fer_desktop.core.types import AnalyzedFrame, Frame
from fer_desktop.gui.chosen import Chosen
from fer_desktop.gui.main_window import MainWindow
from fer_desktop.gui.snapshots import Shown
from fer_desktop.gui.words import overlay_words, spoken
from fer_desktop.live.pictures import PictureResult, PictureThread

POLL_MS = 30
_MOST_BYTES = 400_000_000
"""Pictures kept in memory; older ones are read again when they are chosen."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("PictureMode", text)


class PictureMode(QObject):
    """Shows pictures in the window.

    Signals:
        changed: Pictures were opened, closed or analyzed.
        described: What the face looks like that was just chosen, in words.
    """

    changed = Signal()
    described = Signal(str)

    def __init__(self, window: MainWindow, chosen: Chosen) -> None:
        super().__init__(window)
        self._window, self._chosen = window, chosen
        self._thread: PictureThread | None = None
        self._results: OrderedDict[Path, PictureResult] = OrderedDict()
        self._current: Path | None = None
        self._chosen_face = 0
        self._n_done = self._n_failed = 0
        self._done: set[Path] = set()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._poll)
        window.filmstrip.chosen.connect(self.show)
        chosen.changed.connect(self._show_again)

    @property
    def is_active(self) -> bool:
        """Whether pictures are open."""
        return bool(self._window.filmstrip.paths())

    @property
    def shown(self) -> PictureResult | None:
        """The picture that is shown, if it is analyzed."""
        return self._results.get(self._current) if self._current else None

    def open(self, paths: list[Path]) -> None:
        """Open pictures, beside those that are open."""
        if self._thread is None:
            settings = self._chosen.settings
            self._thread = PictureThread(lambda: bootstrap.still_analyzer(settings))
            self._timer.start(POLL_MS)
        self._window.view.show_sign("")
        self._window.panel.timeline.hide()
        strip = self._window.filmstrip
        new = strip.add(paths)
        self._thread.add(new)
        strip.show()
        self._window.banner.clear()
        strip.choose(paths[0])
        strip.setFocus()
        self.changed.emit()

    def close(self) -> None:
        """Close all pictures."""
        self._timer.stop()
        if self._thread is not None:
            self._thread.stop()
            self._thread = None
        self._window.filmstrip.empty()
        self._window.filmstrip.hide()
        self._results.clear()
        self._done.clear()
        self._current, self._n_failed = None, 0
        self.changed.emit()

    def show(self, path: Path) -> None:
        """Show one of the pictures, or that it is not ready yet."""
        self._current, self._chosen_face = path, 0
        if path in self._results:
            self._results.move_to_end(path)
            self._show_result(self._results[path])
            return
        self._window.view.show_text(_tr("Reading {name}…").format(name=path.name))
        self._window.panel.show_no_face()
        if path in self._done and self._thread is not None:
            self._thread.add([path])  # it was put out of memory

    def choose_face(self, position: int) -> None:
        """Show the face at this position in the panel; -1 the largest."""
        self._chosen_face = max(0, position)
        if self.shown is None:
            return
        self._show_result(self.shown)
        faces = self.shown.faces
        if faces:  # whole pictures are told by the row of them
            chosen = min(self._chosen_face, len(faces) - 1)
            self.described.emit(spoken(faces[chosen].raw, chosen + 1, len(faces)))

    def _show_again(self) -> None:
        if self.is_active and self.shown is not None:
            self._show_result(self.shown)

    def progress(self) -> str:
        """Return how far the analysis is, in words."""
        total = len(self._window.filmstrip.paths())
        if len(self._done) < total:
            words = _tr("{done} of {total} pictures").format(done=len(self._done), total=total)
        else:
            words = _tr("1 picture") if total == 1 else _tr("{n} pictures").format(n=total)
        if self._n_failed:
            words += _tr(", {failed} can't be read").format(failed=self._n_failed)
        return words

    def _poll(self) -> None:
        if self._thread is None:
            return
        for result in self._thread.poll():
            self._window.filmstrip.show_result(result)
            if result.path not in self._done:
                self._done.add(result.path)
                self._n_failed += bool(result.error)
            self._keep(result)
            if result.path == self._current:
                self._show_result(result)
            self.changed.emit()

    def _keep(self, result: PictureResult) -> None:
        self._results[result.path] = result
        used = sum(r.image.nbytes for r in self._results.values() if r.image is not None)
        while used > _MOST_BYTES and len(self._results) > 1:
            _, oldest = self._results.popitem(last=False)
            used -= oldest.image.nbytes if oldest.image is not None else 0

    def _show_result(self, result: PictureResult) -> None:
        window = self._window
        if result.image is None:
            window.view.show_text(result.error)
            window.panel.show_no_face(_tr("This file can't be read."), _tr("No picture"))
            return
        faces = result.faces
        items = self._items(AnalyzedFrame(Frame(result.image), faces))
        chosen = min(self._chosen_face, len(faces) - 1)
        window.view.show_image(
            result.image, result.size, items, chosen=chosen if len(faces) > 1 else -1
        )
        if faces:
            window.panel.show_face(faces[chosen].raw, chosen + 1, len(faces))
        else:
            window.panel.show_no_face(
                _tr("Faces seen from the front and in good light are found best.")
            )

    def shown_picture(self) -> Shown | None:
        """Return what is shown, for those who keep it."""
        result = self.shown
        if result is None or result.image is None:
            return None
        # The picture as it is kept for the view: its boxes are scaled to it.
        faces = result.faces_scaled(result.image.shape[1] / result.size[0])
        return Shown(result.image, self._items(AnalyzedFrame(Frame(result.image), faces)))

    def _items(self, analyzed: AnalyzedFrame) -> list[OverlayItem]:
        style = self._window.view.style_
        return overlay_items(
            analyzed, smoothed=False, words=lambda expression: overlay_words(expression, style)
        )
