"""Model > Measure on My Pictures: one model or two on labelled pictures."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Final

import platformdirs
from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from fer_desktop.core.errors import DataError
from fer_desktop.core.settings import Settings
from fer_desktop.gui.common.banner import Banner
from fer_desktop.gui.common.cluster_choice import ClusterChoice
from fer_desktop.gui.common.icons import icon
from fer_desktop.gui.common.job_row import JobRow
from fer_desktop.gui.common.placement import keep_place
from fer_desktop.gui.common.reasons import allow_part
from fer_desktop.gui.common.retranslated import Retranslated
from fer_desktop.gui.common.theme import GRID
from fer_desktop.gui.common.widgets import PushButton, Scrolling
from fer_desktop.gui.teaching.data_choice import ChosenData, DataChoice, fill_models, name_by_labels
from fer_desktop.gui.teaching.losing import LEAST_PICTURES, leave, unfinished, unkept
from fer_desktop.gui.teaching.measured_view import MeasuredView
from fer_desktop.gui.teaching.tables import make_room
from fer_desktop.system import window_memory
from fer_desktop.system.background import Background
from fer_desktop.teaching.cluster_measuring import measure_on_cluster
from fer_desktop.teaching.corrections import Corrections
from fer_desktop.teaching.measured_page import write_measurement
from fer_desktop.teaching.measuring import Measurement, measure
from fer_desktop.vision import assembly

_KIND: Final = "measurements"


def _tr(text: str) -> str:
    return QCoreApplication.translate("Teaching", text)


class MeasureDialog(Retranslated, QDialog):
    """Opened with `show`; `stop` ends what runs.

    Signals:
        opened: The files behind a cell, as a list of paths.
        shared: Address of the cluster that is measured on.
    """

    opened = Signal(list)
    shared = Signal(str)

    def __init__(self, corrections: Corrections, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._settings = settings
        self.found: Measurement | None = None
        self._is_saved = False
        self.view: MeasuredView | None = None
        self._area: Scrolling | None = None
        self.banner, self.row = Banner(), JobRow()
        self.data = DataChoice(corrections.samples, len(corrections))
        self.first, self.second = QComboBox(), QComboBox()
        fill_models(self.first, settings)
        fill_models(self.second, settings, none="\u2013")
        parts: tuple[QWidget, ...] = (self.data, self.first, self.second)
        self._labels = {part: QLabel() for part in parts}
        self.cluster = ClusterChoice(settings.scheduler)
        self.start, self.save, self.shut = PushButton(), PushButton(), PushButton()
        self._place = QVBoxLayout()
        self._assemble()
        self.data.changed.connect(self._refresh)
        self.data.source.activated.connect(lambda: make_room(self))
        self.cluster.changed.connect(self._refresh)
        self.cluster.on.toggled.connect(lambda: make_room(self))
        self.start.clicked.connect(self._measure)
        self.save.clicked.connect(self._save)
        self.shut.clicked.connect(self.reject)
        self.row.succeeded.connect(self._show)
        self.row.failed.connect(self._fail)
        self.retranslate()

    def retranslate(self) -> None:
        """Write everything in the language of now."""
        self.setWindowTitle(_tr("Measure on My Pictures"))
        self._labels[self.data].setText(_tr("&Pictures"))
        self._labels[self.first].setText(_tr("&Model"))
        self._labels[self.second].setText(_tr("&Beside it"))
        name_by_labels(self._labels)
        self.start.setText(_tr("Me&asure"))
        self.save.setText(_tr("&Save…"))
        self.shut.setText(_tr("Close"))
        self.data.retranslate()
        self.cluster.retranslate()
        if self.view is not None:
            self.view.retranslate()
        self._refresh()

    def stop(self) -> None:
        """End what runs."""
        self.row.stop()

    @property
    def loss(self) -> str:
        """What would be lost with this window, as a sentence; "" where nothing would."""
        if self.row.is_busy:
            return unfinished(self)
        is_small = self.found is None or len(self.found.samples) < LEAST_PICTURES
        return "" if is_small or self._is_saved else unkept(self)

    def reject(self) -> None:
        """Close, by Esc too; what would be lost is asked about first."""
        leave(self, self.loss, self.row.is_busy, self.save.click, lambda: self.done(0))

    def done(self, result: int) -> None:
        """End all threads and timers, and close."""
        self.stop()
        super().done(result)

    def _measure(self) -> None:
        data = self.data.chosen
        if data is None:
            return
        self.banner.clear()
        values = [self.first.currentData(), self.second.currentData()]
        models = list(dict.fromkeys(value for value in values if value))
        settings, address = self._settings, self.cluster.chosen
        if data.are_crops:
            address = ""
        if address:
            self.shared.emit(address)
        self.row.begin(
            Background(lambda job: _measured(job, data, models, settings, address), "measuring")
        )
        self._refresh()

    def _show(self, found: Measurement) -> None:
        self.found, self._is_saved = found, False
        if self._area is not None:
            self._place.removeWidget(self._area)
            self._area.deleteLater()
        self.view = MeasuredView(found)
        self.view.opened.connect(self.opened)
        self._area = Scrolling(self.view)  # a low screen has no room for all of it
        self._place.addWidget(self._area)
        self._refresh()
        make_room(self)
        self.view.matrices[0].setFocus()

    def _fail(self, problem: str) -> None:
        if problem:
            self.banner.show_message(problem, is_problem=True)
        self._refresh()

    def _save(self) -> None:
        kinds = _tr("Web page (*.html);;JSON (*.json)")
        folder = window_memory.last_folder(_KIND, platformdirs.user_documents_path())
        name = f"measurement {datetime.now():%Y-%m-%d %H.%M.%S}.html"
        path, _ = QFileDialog.getSaveFileName(
            self, _tr("Save Measurement"), str(folder / name), kinds
        )
        if not path or self.found is None:
            return
        window_memory.use_folder(_KIND, Path(path).parent)
        try:
            write_measurement(self.found, Path(path))
        except DataError as error:
            self.banner.show_message(str(error), is_problem=True)
            return
        self._is_saved = True
        words = _tr("The measurement is in {file}").format(file=path)
        self.banner.show_message(words, is_problem=False)

    def _refresh(self) -> None:
        busy = _tr("It is being measured.") if self.row.is_busy else ""
        for part in (self.data, self.first, self.second, self.cluster):
            allow_part(part, busy)
        data = self.data.chosen
        # Faces that are cut out already take no detector, and so no cluster either.
        self.cluster.setVisible(data is None or not data.are_crops)
        no_address = "" if data is not None and data.are_crops else self.cluster.missing
        allow_part(self.start, busy or self.data.missing or no_address)
        allow_part(self.save, busy or ("" if self.found is not None else _tr("Measure first.")))

    def _assemble(self) -> None:
        form, buttons, whole = QFormLayout(), QHBoxLayout(), QVBoxLayout(self)
        form.setSpacing(GRID)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for part, label in self._labels.items():
            label.setBuddy(part.source if isinstance(part, DataChoice) else part)
            form.addRow(label, part)
        form.addRow("", self.cluster)
        self.start.setIcon(icon("check"))
        self.save.setIcon(icon("save"))
        self.start.setDefault(True)
        buttons.setSpacing(GRID)
        buttons.addWidget(self.save)
        buttons.addStretch(1)
        buttons.addWidget(self.start)
        buttons.addWidget(self.shut)
        for button in (self.save, self.shut):
            button.setAutoDefault(False)
        whole.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        whole.setSpacing(GRID)
        whole.addWidget(self.banner)
        whole.addLayout(form)
        whole.addWidget(self.row)
        whole.addLayout(self._place, 1)
        whole.addStretch()
        whole.addLayout(buttons)
        self.resize(96 * GRID, 40 * GRID)
        keep_place(self, "measure")


def _measured(
    job: Background[Measurement],
    data: ChosenData,
    models: Sequence[str],
    settings: Settings,
    address: str,
) -> Measurement:
    """Measure within a job, on a cluster where there is an address; raises as what it calls."""
    samples = data.read()
    detector = None if data.are_crops else assembly.still_detector(settings)
    classifiers = []
    for model in models:
        job.check()
        classifier = assembly.make_classifier(replace(settings, model=model)).for_pictures()
        threshold = settings.min_confidence
        own = classifier.spec.uncertain_below
        classifiers.append((classifier, own if threshold is None else threshold))
    if address:
        used = [replace(settings, model=model) for model in models]
        shared = [(each, *known) for each, known in zip(used, classifiers, strict=True)]
        return measure_on_cluster(data.title, samples, shared, address, job)
    return measure(data.title, samples, classifiers, detector, job)
