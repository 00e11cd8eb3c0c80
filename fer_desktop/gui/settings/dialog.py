"""The settings dialog: every change acts at once; all can be undone, carried away and brought."""

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import datetime
from pathlib import Path
from typing import Any, Final

import platformdirs
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from fer_desktop.core.errors import SettingsError
from fer_desktop.core.settings import Settings
from fer_desktop.export.output_check import InputFiles, spare
from fer_desktop.gui.common.banner import Banner
from fer_desktop.gui.common.chosen import Chosen
from fer_desktop.gui.common.placement import fit, keep_place
from fer_desktop.gui.common.retranslated import Retranslated
from fer_desktop.gui.common.theme import GRID
from fer_desktop.gui.common.widgets import PushButton
from fer_desktop.gui.settings.editors import ChoiceEditor
from fer_desktop.gui.settings.fields import ELSEWHERE, PAGES, words
from fer_desktop.gui.settings.model_list import listed_models, why_no_keras
from fer_desktop.gui.settings.pages import Page
from fer_desktop.gui.settings.rules import problems_of
from fer_desktop.system import window_memory
from fer_desktop.system.settings_store import export_settings, import_settings
from fer_desktop.vision import assembly

_EXPORTED_AS: Final = "fer-desktop-settings"
_KIND: Final = "settings"


class SettingsDialog(Retranslated, QDialog):
    """All settings but those of the camera, on pages. The window goes on behind it."""

    def __init__(self, parent: QWidget, chosen: Chosen, welcome: QAction) -> None:
        """Show the settings; `welcome` opens the first page again."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._chosen = chosen
        self._pending: dict[str, object] = {}
        """What the user chose and can't be used yet."""
        self.banner, self.pages = Banner(), QTabWidget()
        self._pages = [Page(specs, lambda: chosen.settings) for specs in PAGES.values()]
        self.rows = {name: row for page in self._pages for name, row in page.rows.items()}
        self._first_page = _button(welcome.trigger)
        self._pages[0].below.addWidget(self._first_page, 0, Qt.AlignmentFlag.AlignLeft)
        self._reset, self._export = _button(self._on_reset), _button(self._on_export)
        self._import, self._close = _button(self._on_import), _button(self.close)
        self._assemble()
        self.retranslate()
        for row in self.rows.values():
            name = row.editor.name
            row.editor.edited.connect(lambda value, name=name: self._on_edited(name, value))
        chosen.changed.connect(self._on_changed)
        self._show()
        self._has_place = keep_place(self, "settings")

    def showEvent(self, event: QShowEvent) -> None:
        """Open so large that nothing has to be scrolled, if the screen is, or as it was left."""
        if not self._has_place:
            self._has_place = True
            self._fit()
        super().showEvent(event)

    def _fit(self) -> None:
        hints = [page.sizeHint() for page in self._pages]
        tabs = self.pages.tabBar().sizeHint()
        width = max(tabs.width(), *(h.width() for h in hints))
        wanted = QSize(width, max(h.height() for h in hints))
        lines = tabs.height() + self._close.sizeHint().height()
        fit(self, wanted + QSize(5 * GRID, lines + 7 * GRID))

    def retranslate(self) -> None:
        """Write all words in the language of now."""
        self.setWindowTitle(self.tr("Settings"))
        for number, (title, page) in enumerate(zip(PAGES, self._pages, strict=True)):
            self.pages.setTabText(number, words(title))
            page.retranslate()
        self._first_page.setText(self.tr("S&how the First Page"))
        self._reset.setText(self.tr("&Reset to Defaults"))
        self._export.setText(self.tr("E&xport…"))
        self._import.setText(self.tr("&Import…"))
        self._close.setText(self.tr("&Close"))
        self._show()

    def _assemble(self) -> None:
        for page in self._pages:
            self.pages.addTab(page, "")
        self.pages.setDocumentMode(True)
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID)
        for button in (self._reset, self._export, self._import):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self._close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        layout.setSpacing(2 * GRID)
        layout.addWidget(self.banner)
        layout.addWidget(self.pages, 1)
        layout.addLayout(buttons)
        for each in self.findChildren(QPushButton):
            each.setAutoDefault(False)  # the Enter key in a field must not reset or undo all

    # What the user does

    def _on_edited(self, name: str, value: object) -> None:
        self._pending[name] = value
        problems = problems_of(self._wanted())
        usable = {n: v for n, v in self._pending.items() if n not in problems}
        self._pending = {n: v for n, v in self._pending.items() if n in problems}
        self._chosen.change(**usable)
        self._show_problems(problems)

    def _on_reset(self) -> None:
        before = self._chosen.settings
        kept = {name: getattr(before, name) for name in ELSEWHERE}
        self._take(Settings(**kept), self.tr("All settings are as at the first start."))

    def _on_export(self) -> None:
        path, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Export Settings"),
            str(_folder() / f"{_EXPORTED_AS} {datetime.now():%Y-%m-%d %H.%M.%S}.json"),
            self.tr("Settings (*.json)"),
        )
        if not path:
            return
        window_memory.use_folder(_KIND, Path(path).parent)
        try:
            spare([Path(path)], InputFiles(list))
            export_settings(Path(path), self._chosen.settings)
        except SettingsError as error:
            self.banner.show_message(str(error), is_problem=True)
        else:
            text = self.tr("The settings are in {name}.").format(name=Path(path).name)
            self.banner.show_message(text, is_problem=False)

    def _on_import(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self, self.tr("Import Settings"), str(_folder()), self.tr("Settings (*.json)")
        )
        if not path:
            return
        window_memory.use_folder(_KIND, Path(path).parent)
        try:
            loaded = import_settings(Path(path))
        except SettingsError as error:
            self.banner.show_message(str(error), is_problem=True)
            return
        settings, missing = assembly.with_known_model(loaded.settings)
        notes = (*loaded.notes, *missing)
        text = self.tr("The settings of {name} are used now.").format(name=Path(path).name)
        self._take(settings, " ".join([text, *notes[:3]]), is_problem=bool(notes))

    def _take(self, settings: Settings, text: str, *, is_problem: bool = False) -> None:
        before = self._chosen.settings
        self._pending.clear()
        self._chosen.take(settings)
        self._show()
        self.banner.show_message(
            text,
            is_problem=is_problem,
            action=self.tr("Undo"),
            act=lambda: self._chosen.take(before),
        )

    # What is shown

    def _wanted(self) -> Settings:
        values: dict[str, Any] = self._pending
        return replace(self._chosen.settings, **values)

    def _on_changed(self, before: Settings, now: Settings) -> None:
        for field in fields(Settings):
            if getattr(before, field.name) != getattr(now, field.name):
                self._pending.pop(field.name, None)
        self._show()

    def _show(self) -> None:
        wanted = self._wanted()
        models, engines = self.rows["model"].editor, self.rows["engine"].editor
        if isinstance(models, ChoiceEditor) and isinstance(engines, ChoiceEditor):
            models.fill([(m.value, m.name, m.missing) for m in listed_models(wanted)])
            if why_no_keras():
                engines.disable("keras", why_no_keras())
        for name, row in self.rows.items():
            row.editor.show_value(getattr(wanted, name))
        self._show_problems(problems_of(wanted))

    def _show_problems(self, problems: dict[str, str]) -> None:
        for name, row in self.rows.items():
            row.show_problem(problems.get(name, "") if name in self._pending else "")


def _folder() -> Path:
    """Return where files of settings were last, or where people keep such."""
    return window_memory.last_folder(_KIND, platformdirs.user_documents_path())


def _button(act: Callable[[], object]) -> PushButton:
    button = PushButton()
    button.clicked.connect(act)
    return button
