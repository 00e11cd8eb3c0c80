"""Model > Teach: a new last layer for a model, or all of them, with figures before and after."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QTableWidget,
    QVBoxLayout,
    QWidget,
)

from fer_desktop.core.errors import ModelError
from fer_desktop.core.labels import INDEX, LABELS
from fer_desktop.core.settings import Settings
from fer_desktop.gui.common.banner import Banner
from fer_desktop.gui.common.icons import glyph, icon
from fer_desktop.gui.common.job_row import JobRow
from fer_desktop.gui.common.placement import keep_place
from fer_desktop.gui.common.reasons import allow_part
from fer_desktop.gui.common.retranslated import Retranslated
from fer_desktop.gui.common.theme import GRID
from fer_desktop.gui.common.widgets import PushButton, Scrolling
from fer_desktop.gui.common.words import name_of
from fer_desktop.gui.teaching.data_choice import DataChoice, fill_models, name_by_labels
from fer_desktop.gui.teaching.losing import leave, unfinished, unkept
from fer_desktop.gui.teaching.tables import fill_table, make_room, share
from fer_desktop.gui.teaching.teach_results import (
    Taught,
    TaughtWhole,
    teach_all_layers,
    teach_last_layer,
)
from fer_desktop.gui.teaching.verdict_words import (
    change_words,
    refusal_words,
    why_not_words,
)
from fer_desktop.system import paths
from fer_desktop.system.background import Background
from fer_desktop.teaching.corrections import Corrections
from fer_desktop.teaching.lesson import MOST_FALL
from fer_desktop.teaching.taught_model import MODEL_NAME, free_name
from fer_desktop.teaching.whole_network import why_not
from fer_desktop.vision import assembly

_LAST_LAYER, _WHOLE = range(2)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Teaching", text)


class TeachDialog(Retranslated, QDialog):
    """Opened with `show`; `stop` ends what runs.

    Signals:
        saved: Folder of a new model, which the user wants to use.
    """

    saved = Signal(object)

    def __init__(self, corrections: Corrections, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._settings = settings
        self.taught: Taught | TaughtWhole | None = None
        self.banner, self.row = Banner(), JobRow()
        self.data = DataChoice(corrections.samples, len(corrections))
        self.base, self.layers, self.focus = QComboBox(), QComboBox(), QComboBox()
        self.name = QLineEdit()
        fill_models(self.base, settings)
        self.focus.addItem("", None)
        for label in LABELS:
            self.focus.addItem(glyph(label), "", INDEX[label])
        self.layers.addItems(["", ""])
        parts = (self.data, self.base, self.layers, self.focus, self.name)
        self._labels: dict[QWidget, QLabel] = {part: QLabel() for part in parts}
        self.about, self.verdict, self.table = QLabel(), QLabel(), QTableWidget()
        self.begin, self.use, self.shut = PushButton(), PushButton(), PushButton()
        self._assemble()
        self.data.changed.connect(self._refresh)
        self.data.source.activated.connect(lambda: make_room(self))
        self.name.textChanged.connect(self._refresh)
        self.base.currentIndexChanged.connect(self._propose_name)
        for box in (self.base, self.layers):
            box.currentIndexChanged.connect(self._refresh)
            box.activated.connect(lambda: make_room(self))  # what is told may be longer
        self.begin.clicked.connect(self._teach)
        self.use.clicked.connect(self._keep_and_use)
        self.shut.clicked.connect(self.reject)
        self.row.succeeded.connect(self._show)
        self.row.failed.connect(self._fail)
        self._propose_name()
        self.retranslate()

    def retranslate(self) -> None:
        """Write everything in the language of now."""
        self.setWindowTitle(_tr("Teach a Model"))
        self._labels[self.data].setText(_tr("&Pictures"))
        self._labels[self.base].setText(_tr("&Model"))
        self._labels[self.layers].setText(_tr("&What learns"))
        self.layers.setItemText(_LAST_LAYER, _tr("The last layer, in seconds"))
        self.layers.setItemText(_WHOLE, _tr("The whole network with Keras, in minutes"))
        self._labels[self.focus].setText(_tr("&Find more often"))
        self._labels[self.name].setText(_tr("&Name"))
        name_by_labels(self._labels)
        self.focus.setItemText(0, _tr("All expressions alike"))
        for number, label in enumerate(LABELS, 1):
            self.focus.setItemText(number, name_of(label))
        self.begin.setText(_tr("&Teach"))
        self.use.setText(_tr("&Keep and Use"))
        self.shut.setText(_tr("Close"))
        self.data.retranslate()
        self._tell()
        self._refresh()

    def stop(self) -> None:
        """End what runs."""
        self.row.stop()

    @property
    def loss(self) -> str:
        """What would be lost with this window, as a sentence; "" where nothing would."""
        if self.row.is_busy:
            return unfinished(self)
        made = self.taught is not None and self.taught.refusal is None
        return unkept(self) if made else ""

    def reject(self) -> None:
        """Close, by Esc too; what would be lost is asked about first."""
        leave(self, self.loss, self.row.is_busy, self.use.click, lambda: self.done(0))

    def done(self, result: int) -> None:
        """End all threads and timers, and close."""
        self.stop()
        super().done(result)

    @property
    def _is_whole(self) -> bool:
        return self.layers.currentIndex() == _WHOLE

    def _why_not(self) -> str:
        """Return why what is chosen can't be taught, "" where it can."""
        base = self.base.currentData()
        if not self._is_whole or not base:
            return ""
        try:
            spec = assembly.model_spec(replace(self._settings, model=base))
        except ModelError:
            return ""  # the teaching tells it
        return why_not_words(why_not(spec), spec.name)

    def _about(self) -> str:
        if self._is_whole:
            words = _tr(
                "All layers of the model learn. A fifth of the pictures of each expression is kept "
                "aside and only measured; people in them may be in the others too, so the figures "
                "speak for these people. If any expression is found less often by more than "
                "{most}, nothing is made."
            )
        else:
            words = _tr(
                "Only the last layer of the model is taught, near the one it has. Faces are judged "
                "by a layer that saw no other picture of the same person or source. If any "
                "expression is found less often by more than {most}, nothing is made."
            )
        return words.format(most=share(MOST_FALL))

    def _propose_name(self) -> None:
        if self.base.currentData():
            self.name.setText(free_name(Path(self.base.currentData()).name))

    def _teach(self) -> None:
        data = self.data.chosen
        if data is None:
            return
        self.banner.clear()
        self.taught = None
        self._tell()
        settings = replace(self._settings, model=self.base.currentData())
        focus = self.focus.currentData()
        job: Background[Taught] | Background[TaughtWhole]
        if self._is_whole:
            job = Background(lambda job: teach_all_layers(job, data, settings), "teaching")
        else:
            job = Background(lambda job: teach_last_layer(job, data, settings, focus), "teaching")
        self.row.begin(job, epochs=self._is_whole)
        self._refresh()

    def _show(self, found: Taught | TaughtWhole) -> None:
        self.taught = found
        self._tell()
        self._refresh()
        make_room(self)
        if found.refusal is None:
            self.use.setFocus()

    def _fail(self, problem: str) -> None:
        if problem:
            self.banner.show_message(problem, is_problem=True)
        self._refresh()

    def _keep_and_use(self) -> None:
        found = self.taught
        if found is None:
            return
        folder = paths.taught_directory() / self.name.text().strip()
        try:
            found.save(folder)
        except ModelError as error:
            self.banner.show_message(str(error), is_problem=True)
            return
        self.saved.emit(folder)
        self.accept()

    def _tell(self) -> None:
        """Show what came of the teaching."""
        found = self.taught
        self.verdict.setVisible(found is not None)
        recalls = found.recalls if found is not None else []
        self._area.setVisible(bool(recalls))
        if found is None:
            return
        refusal = found.refusal
        self.verdict.setObjectName("problem" if refusal else "verdict")
        self.verdict.style().unpolish(self.verdict)
        self.verdict.style().polish(self.verdict)
        is_whole = isinstance(found, TaughtWhole)
        told = refusal_words(refusal, is_whole=is_whole) if refusal else found.words
        self.verdict.setText(told)
        if not recalls:
            return
        heads = [_tr("Faces"), _tr("Found before"), _tr("Found after"), _tr("Change")]
        cells = [
            [str(n), share(before), share(after), change_words(after - before)]
            for _, n, before, after in recalls
        ]
        fill_table(self.table, heads, [name_of(label) for label, *_ in recalls], cells)
        self.table.setAccessibleName(_tr("Figures"))

    def _refresh(self) -> None:
        busy = _tr("A model is being taught.") if self.row.is_busy else ""
        for part in self._labels:
            allow_part(part, busy)
        alike = _tr("Where the whole network learns, all expressions count alike.")
        allow_part(self.focus, busy or (alike if self._is_whole else ""))
        why = self._why_not()
        self.about.setText(why or self._about())
        allow_part(self.begin, busy or why or self.data.missing)
        allow_part(self.use, busy or self._unusable())

    def _unusable(self) -> str:
        """Return why no model can be kept yet; "" where one can."""
        if self.taught is None:
            return _tr("Teach a model first.")
        if self.taught.refusal is not None:
            return _tr("No model was made.")
        if MODEL_NAME.fullmatch(self.name.text().strip()) is None:
            return _tr("A name begins with a letter or digit; spaces, points, - and _ may follow.")
        return ""

    def _assemble(self) -> None:
        form, buttons, whole = QFormLayout(), QHBoxLayout(), QVBoxLayout(self)
        form.setSpacing(GRID)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for part, label in self._labels.items():
            label.setBuddy(part.source if isinstance(part, DataChoice) else part)
            form.addRow(label, part)
        self.about.setObjectName("quiet")
        for label in (self.about, self.verdict):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.begin.setIcon(icon("calibrate"))
        self.use.setIcon(icon("check"))
        self.begin.setDefault(True)
        buttons.setSpacing(GRID)
        buttons.addStretch(1)
        for button in (self.begin, self.use, self.shut):
            buttons.addWidget(button)
        for button in (self.use, self.shut):
            button.setAutoDefault(False)
        whole.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        whole.setSpacing(GRID)
        whole.addWidget(self.banner)
        whole.addWidget(self.about)
        whole.addLayout(form)
        whole.addWidget(self.row)
        whole.addWidget(self.verdict)
        # A low screen has no room for all of it.
        self._area = Scrolling(self.table)
        whole.addWidget(self._area)
        whole.addStretch()
        whole.addLayout(buttons)
        self.resize(80 * GRID, 40 * GRID)
        keep_place(self, "teach")
