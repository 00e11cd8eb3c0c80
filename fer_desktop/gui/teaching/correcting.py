"""The correction mode: keys name the chosen face, in pictures, live and in reviews."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QMessageBox

from fer_desktop.core.errors import DataError, ModelError
from fer_desktop.core.types import ImageBGR, RecognizedFace
from fer_desktop.gui.common.chosen import Chosen
from fer_desktop.gui.common.words import name_of
from fer_desktop.gui.shell.action_table import OVERLAY
from fer_desktop.gui.shell.main_window import MainWindow
from fer_desktop.gui.teaching.consent import ask_to_keep
from fer_desktop.gui.teaching.correction_bar import CorrectionBar
from fer_desktop.system import paths
from fer_desktop.teaching.corrections import Correction, Corrections
from fer_desktop.vision import assembly


def _tr(text: str) -> str:
    return QCoreApplication.translate("Teaching", text)


@dataclass(frozen=True, eq=False)
class ShownFace:
    """A face that can be corrected.

    Attributes:
        image: (H, W, 3) uint8 BGR, the picture.
        face: The face, in its pixels.
        source: Name of the picture, video, session or camera.
        moment: What tells this picture from others of the source.
        group: Person, as far as the source tells; "" where it does not.
    """

    image: ImageBGR
    face: RecognizedFace
    source: str
    moment: str = ""
    group: str = ""

    @property
    def identity(self) -> tuple[object, ...]:
        """What is the same when the same face is named again."""
        return self.source, self.moment, *self.face.box


FindFace = Callable[[], ShownFace | None]


class Correcting(QObject):
    """Switches the mode on and off and keeps what is named. Nothing is kept before consent.

    Signals:
        changed: There are more corrections, or fewer.
    """

    changed = Signal()

    def __init__(self, window: MainWindow, chosen: Chosen, find: FindFace) -> None:
        """Connect the action of the mode; `find` gives the chosen face of the window."""
        super().__init__(window)
        self._window, self._chosen = window, chosen
        self._corrections: Corrections | None = None
        self._keys: dict[str, list[QKeySequence]] = {}
        self._named: dict[tuple[object, ...], Correction] = {}
        self._bars: list[CorrectionBar] = []
        self.question: QMessageBox | None = None
        self.bar = self.add_bar(find)
        # Above the picture and below the messages.
        window.left.insertWidget(window.left.indexOf(window.view), self.bar)
        window.actions_.correct.toggled.connect(self._switch)

    @property
    def corrections(self) -> Corrections:
        """What is kept, read when it is first asked for.

        Raises:
            DataError: It can't be read.
        """
        if self._corrections is None:
            self._corrections = Corrections(paths.corrections_directory())
        return self._corrections

    @property
    def is_on(self) -> bool:
        """Whether keys name faces."""
        return self._window.actions_.correct.isChecked() and self._chosen.settings.keep_corrections

    def add_bar(self, find: FindFace) -> CorrectionBar:
        """Return a bar for a window, which shows it while the mode is on."""
        bar = CorrectionBar()
        bar.named.connect(lambda label: self._name(bar, find, label))
        bar.undone.connect(lambda: self._undo(bar))
        bar.left.connect(lambda: self._window.actions_.correct.setChecked(False))
        bar.setVisible(self.is_on)
        self._bars.append(bar)
        return bar

    def remove_bar(self, bar: CorrectionBar) -> None:
        """Forget a bar, whose window is closed."""
        self._bars.remove(bar)

    def tell_changed(self) -> None:
        """Forget which faces were named: some corrections were removed elsewhere."""
        self._named.clear()
        self.changed.emit()

    def close(self) -> None:
        """Take back a question that was not answered."""
        if self.question is not None:
            self.question.close()

    def _switch(self, on: bool) -> None:
        if on and not self._chosen.settings.keep_corrections:
            # Over the window in which it was asked for, which may be a review.
            front = QApplication.activeWindow() or self._window
            self.question = ask_to_keep(front, paths.corrections_directory())
            self.question.accepted.connect(self._agree)
            self.question.rejected.connect(self._refuse)
            self.question.finished.connect(self._forget_question)
            return
        self._show()

    def _agree(self) -> None:
        self._chosen.change(keep_corrections=True)
        self._show()

    def _refuse(self) -> None:
        self._window.actions_.correct.setChecked(False)

    def _forget_question(self) -> None:
        self.question = None

    def _show(self) -> None:
        """Show the bars; the keys of the overlay are theirs meanwhile."""
        actions = self._window.actions_.by_name()
        if self.is_on and not self._keys:
            self._keys = {name: actions[name].shortcuts() for name in OVERLAY}
        for name, keys in self._keys.items():
            actions[name].setShortcuts([] if self.is_on else keys)
        if not self.is_on:
            self._keys = {}
        for bar in self._bars:
            bar.tell("")
            bar.setVisible(self.is_on)

    def _name(self, bar: CorrectionBar, find: FindFace, label: str) -> None:
        shown = find()
        if shown is None:
            bar.tell(_tr("There is no face to name here, or none was found yet."))
            return
        try:
            model = self._model()
            before = self._named.pop(shown.identity, None)
            if before is not None:  # the same face again: the last word counts
                self.corrections.remove([before])
            made = self.corrections.add(
                shown.image,
                shown.face,
                label,
                source=shown.source,
                group=bar.who.text().strip() or shown.group,
                model=model,
            )
        except (DataError, ModelError) as error:
            bar.tell(str(error))
            return
        self._named[shown.identity] = made
        words = _tr("Kept: {label} (the model said {said}). {n} in all.")
        said, n = name_of(made.said), len(self.corrections)
        bar.tell(words.format(label=name_of(label), said=said, n=n))
        self.changed.emit()

    def _undo(self, bar: CorrectionBar) -> None:
        try:
            removed = self.corrections.undo()
        except DataError as error:
            bar.tell(str(error))
            return
        if removed is None:
            bar.tell(_tr("There is nothing to undo."))
            return
        self._named = {key: kept for key, kept in self._named.items() if kept != removed}
        words = _tr("Undone: {label}. {n} in all.")
        n = len(self.corrections)
        bar.tell(words.format(label=name_of(removed.label), n=n))
        self.changed.emit()

    def _model(self) -> tuple[str, str]:
        spec = assembly.model_spec(self._chosen.settings)
        return spec.name, spec.version
