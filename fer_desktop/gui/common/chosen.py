"""The user's choices in the window: one value, changed in one place, told to all who use it."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from fer_desktop.core.settings import Settings


class Chosen(QObject):
    """Holds the settings.

    Signals:
        changed: The settings before and the settings now.
    """

    changed = Signal(object, object)

    def __init__(self, settings: Settings, keep: Callable[[Settings], None]) -> None:
        """Begin with these settings; `keep` stores each new choice."""
        super().__init__()
        self.settings = settings
        self._keep = keep

    def change(self, **values: Any) -> None:  # noqa: ANN401 - Settings checks them
        """Choose other values for some settings; what is chosen already changes nothing.

        Raises:
            SettingsError: A value is impossible; nothing is changed.
        """
        self.take(replace(self.settings, **values))

    def take(self, settings: Settings, *, keep: bool = True) -> None:
        """Choose all settings at once; without `keep` for this time only."""
        before = self.settings
        if settings == before:
            return
        self.settings = settings
        if keep:
            self._keep(settings)
        self.changed.emit(before, settings)
