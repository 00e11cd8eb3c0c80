"""For widgets that are written anew when the language of the window changes."""

from PySide6.QtCore import QEvent


class Retranslated:
    """Calls `retranslate` when the language changes; stands before Qt's class among the bases."""

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)  # type: ignore[misc] # of Qt's class, which comes next

    def retranslate(self) -> None:
        """Write the fixed words in the language of now."""
        raise NotImplementedError
