"""The line at the bottom: what is running, and how well."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QStatusBar, QWidget

from fer_desktop.gui.common.retranslated import Retranslated
from fer_desktop.live.pipeline import Statistics

_NOTE_MS: Final = 6000


class StatusLine(Retranslated, QStatusBar):
    """The model at the left; frames per second, latency, dropped frames at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._model, self._rates = QLabel(), QLabel()
        self._model.setObjectName("quiet")
        self._named = ("", "")
        self._told: tuple[Statistics | None, float] = (None, 0.0)
        self._rates.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.addWidget(self._model)
        self.addPermanentWidget(self._rates)
        self.setContentsMargins(10, 0, 10, 2)
        self.retranslate()

    @property
    def text(self) -> str:
        """All that is shown, for tests and screen readers."""
        return "  ".join(label.text() for label in (self._model, self._rates))

    def retranslate(self) -> None:
        """Write the words in the language of now."""
        # Room for the longest figures from the start: nothing is cut, nothing jumps.
        longest = self.tr("{rate} frames/s    latency {latency} ms    {dropped} dropped").format(
            rate="120", latency="9999", dropped="99999"
        )
        self._rates.setMinimumWidth(self._rates.fontMetrics().horizontalAdvance(longest))
        if self._named[0]:
            self.show_model(*self._named)
        self.show_rates(*self._told)

    def note(self, text: str) -> None:
        """Show short news for some seconds."""
        self.showMessage(text, _NOTE_MS)

    def show_model(self, model: str, engine: str) -> None:
        """Show what names the expressions."""
        self._named = (model, engine)
        self._model.setText(
            self.tr("Model {model}, engine {engine}").format(model=model, engine=engine)
        )

    def show_rates(self, statistics: Statistics | None, latency_ms: float) -> None:
        """Show the live figures, or nothing while nothing is live."""
        self._told = statistics, latency_ms
        if statistics is None or statistics.frames_per_second == 0:
            self._rates.setText("")
            return
        self._rates.setText(
            self.tr("{rate} frames/s    latency {latency} ms    {dropped} dropped").format(
                rate=f"{statistics.frames_per_second:.0f}",
                latency=f"{latency_ms:.0f}",
                dropped=statistics.dropped,
            )
        )
