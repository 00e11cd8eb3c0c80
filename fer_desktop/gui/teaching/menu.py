"""The part of the Model menu that corrects, measures and teaches."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QDialog, QMessageBox

from fer_desktop.core.errors import DataError, ModelError
from fer_desktop.core.settings import Settings
from fer_desktop.core.types import RecognizedFace
from fer_desktop.gui.common.chosen import Chosen
from fer_desktop.gui.common.in_force import InForce
from fer_desktop.gui.common.reasons import allow
from fer_desktop.gui.shell.main_window import MainWindow
from fer_desktop.gui.teaching.consent import ask_to_remove
from fer_desktop.gui.teaching.correcting import Correcting, FindFace
from fer_desktop.gui.teaching.corrections_page import CorrectionsPage
from fer_desktop.gui.teaching.in_force_view import InForceView
from fer_desktop.gui.teaching.measure_dialog import MeasureDialog
from fer_desktop.gui.teaching.saliency_page import SaliencyPage
from fer_desktop.gui.teaching.tables import make_room
from fer_desktop.gui.teaching.teach_dialog import TeachDialog
from fer_desktop.teaching.corrections import Corrections
from fer_desktop.teaching.taught_model import is_taught, remove_taught


def _tr(text: str) -> str:
    return QCoreApplication.translate("Teaching", text)


class TeachingMenu(QObject):
    """Connects the actions. `close` ends everything that runs."""

    def __init__(
        self,
        window: MainWindow,
        chosen: Chosen,
        find: FindFace,
        in_force: InForce,
        use_model: Callable[[str], None],
        open_files: Callable[[list[Path]], None],
    ) -> None:
        """Connect the actions.

        Args:
            window: The window.
            chosen: The user's choices.
            find: Gives the chosen face of the window.
            in_force: The neutral faces that hold.
            use_model: Chooses a model, as the Model menu does.
            open_files: Opens pictures in the window.
        """
        super().__init__(window)
        self._window, self._chosen = window, chosen
        self._in_force = in_force
        self._use_model, self._open_files = use_model, open_files
        self.correcting = Correcting(window, chosen, find)
        self.dialogs: list[QDialog] = []
        self.question: QMessageBox | None = None
        actions = window.actions_
        actions.corrections.triggered.connect(self._show_corrections)
        actions.measure.triggered.connect(self._measure)
        actions.teach.triggered.connect(self._teach)
        actions.remove_taught.triggered.connect(self._ask_to_remove)
        actions.saliency.triggered.connect(lambda: self._show_saliency(find))
        chosen.changed.connect(self._on_changed)
        window.retranslated.connect(self._refresh)
        self._refresh()

    def close(self) -> None:
        """Close all dialogs; what they do ends."""
        self.correcting.close()
        if self.question is not None:
            self.question.close()
        for dialog in list(self.dialogs):
            dialog.done(QDialog.DialogCode.Rejected)

    def unkept(self) -> list[str]:
        """Return of each dialog a sentence about what would be lost with it."""
        losing = [each for each in self.dialogs if isinstance(each, TeachDialog | MeasureDialog)]
        return [each.loss for each in losing if each.loss]

    def _show_saliency(self, find: FindFace) -> None:
        def find_face() -> RecognizedFace | None:
            shown = find()
            return shown.face if shown is not None else None

        if self._is_raised(SaliencyPage):
            return
        self._open(SaliencyPage(find_face, self._chosen.settings, self._window))

    def _on_changed(self, before: Settings, now: Settings) -> None:
        if (before.model, before.engine) != (now.model, now.engine):
            for dialog in list(self.dialogs):
                if isinstance(dialog, SaliencyPage):
                    dialog.close()  # it asks another model than the one that answers now
                elif isinstance(dialog, CorrectionsPage):
                    dialog.in_force.fill()
        self._refresh()

    def _refresh(self) -> None:
        model = self._chosen.settings.model
        reason = "" if is_taught(Path(model)) else _tr("The model in use was not taught here.")
        allow(self._window.actions_.remove_taught, reason)

    def _corrections(self) -> Corrections | None:
        try:
            return self.correcting.corrections
        except DataError as error:
            self._window.banner.show_message(str(error), is_problem=True)
            return None

    def _show_corrections(self) -> None:
        corrections = self._corrections()
        if corrections is None or self._is_raised(CorrectionsPage):
            return
        in_force = InForceView(self._chosen, self._in_force, self._use_model)
        page = CorrectionsPage(corrections, in_force, self._window)
        page.changed.connect(self.correcting.tell_changed)
        page.erased.connect(self._forget_consent)
        self.correcting.changed.connect(page.fill)
        self._open(page)

    def _forget_consent(self) -> None:
        """Ask again before anything is kept anew."""
        self._window.actions_.correct.setChecked(False)
        self._chosen.change(keep_corrections=False)

    def _measure(self) -> None:
        corrections = self._corrections()
        if corrections is not None and not self._is_raised(MeasureDialog):
            dialog = MeasureDialog(corrections, self._chosen.settings, self._window)
            dialog.opened.connect(self._open_files)
            dialog.shared.connect(lambda address: self._chosen.change(scheduler=address))
            self._open(dialog)

    def _teach(self) -> None:
        corrections = self._corrections()
        if corrections is not None and not self._is_raised(TeachDialog):
            dialog = TeachDialog(corrections, self._chosen.settings, self._window)
            dialog.saved.connect(self._use)
            self._open(dialog)

    def _use(self, folder: Path) -> None:
        self._use_model(str(folder))
        words = _tr("The model {name} is used from now on; the Model menu switches back.")
        self._window.banner.show_message(words.format(name=folder.name), is_problem=False)

    def _open(self, dialog: QDialog) -> None:
        self.dialogs.append(dialog)
        dialog.finished.connect(lambda _: self.dialogs.remove(dialog))
        dialog.show()  # never exec: pictures are looked at beside it
        make_room(dialog)

    def _is_raised(self, kind: type[QDialog]) -> bool:
        """Bring the dialog of a kind to the front; return whether there is one."""
        open_ = [dialog for dialog in self.dialogs if isinstance(dialog, kind)]
        for dialog in open_:
            dialog.raise_()
            dialog.activateWindow()
        return bool(open_)

    def _ask_to_remove(self) -> None:
        folder = Path(self._chosen.settings.model)
        self.question = ask_to_remove(self._window, folder.name)
        self.question.accepted.connect(lambda: self._remove(folder))
        self.question.finished.connect(self._forget_question)

    def _forget_question(self) -> None:
        self.question = None

    def _remove(self, folder: Path) -> None:
        own = tuple(each for each in self._chosen.settings.own_models if each != str(folder))
        self._chosen.change(model=Settings().model, own_models=own)
        try:
            remove_taught(folder)
        except ModelError as error:
            self._window.banner.show_message(str(error), is_problem=True)
