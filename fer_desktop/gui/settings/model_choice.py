"""The Model menu: the bundled models and the user's own, and the card of the chosen one."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog

from fer_desktop.core.errors import ModelError
from fer_desktop.core.settings import Settings
from fer_desktop.gui.common.chosen import Chosen
from fer_desktop.gui.common.reasons import allow
from fer_desktop.gui.settings.model_card import page_of, show_model_card
from fer_desktop.gui.settings.model_list import listed_models, why_no_keras
from fer_desktop.gui.shell.main_window import MainWindow
from fer_desktop.system import paths, window_memory
from fer_desktop.vision import assembly


def _tr(text: str) -> str:
    return QCoreApplication.translate("ModelChoice", text)


class ModelChoice(QObject):
    """Connects the actions of the Model menu."""

    def __init__(self, window: MainWindow, chosen: Chosen) -> None:
        super().__init__(window)
        self._window, self._chosen = window, chosen
        self._has_problem = False
        actions = window.actions_
        actions.model_group.triggered.connect(self._on_model)
        actions.own_model.triggered.connect(self._ask_for_own)
        actions.model_card.triggered.connect(self._show_card)
        for menu in actions.model_menus():
            menu.setToolTipsVisible(True)
        # A folder may have come or gone since.
        actions.menus["&Model"].aboutToShow.connect(self.fill)
        chosen.changed.connect(self._on_changed)
        self.fill()

    def fill(self) -> None:
        """List the models as they are now."""
        actions, settings = self._window.actions_, self._chosen.settings
        listed = listed_models(settings)
        actions.fill_models([(model.value, model.name) for model in listed], settings.model)
        missing = {model.value: model.missing for model in listed}
        for action in actions.model_group.actions():
            value = action.data()
            allow(action, missing[value])
            action.setToolTip(missing[value] or value)
        allow(actions.choices["engine"]["keras"], why_no_keras())

    def use(self, model: str) -> None:
        """Choose a model; one that can't be used changes nothing, and is told."""
        settings = self._chosen.settings
        try:
            spec = assembly.model_spec(replace(settings, model=model))
        except ModelError as error:
            self._window.banner.show_message(str(error), is_problem=True)
            self._has_problem = True
            self.fill()  # or the menu would have it checked
            return
        if self._has_problem:
            self._window.banner.clear()  # it was about the choice before
            self._has_problem = False
        own = settings.own_models
        if not paths.is_bundled(spec.directory) and model not in own:
            own = (*own, model)
        self._chosen.change(model=model, own_models=own)

    def _on_changed(self, before: Settings, now: Settings) -> None:
        if (before.model, before.own_models) != (now.model, now.own_models):
            self.fill()

    def _on_model(self, action: QAction) -> None:
        self.use(action.data())

    def _ask_for_own(self) -> None:
        title, start = _tr("Own Model Folder"), str(window_memory.last_folder("models"))
        found = QFileDialog.getExistingDirectory(self._window, title, start)
        if found:
            window_memory.use_folder("models", Path(found).parent)
            self.use(found)

    def _show_card(self) -> None:
        try:
            spec = assembly.model_spec(self._chosen.settings)
        except ModelError as error:
            self._window.banner.show_message(str(error), is_problem=True)
            return
        if paths.is_bundled(spec.directory):
            text = paths.model_card().read_text(encoding="utf-8")
        else:
            text = page_of(spec)
        show_model_card(self._window, text)
