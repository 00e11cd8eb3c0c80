"""Which labelled pictures are measured or taught with: the corrections, or a folder."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import platformdirs
from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from fer_desktop.core.settings import Settings
from fer_desktop.evaluation.datasets import Sample, read_samples
from fer_desktop.gui.common.icons import icon
from fer_desktop.gui.common.numbers import count
from fer_desktop.gui.common.theme import GRID
from fer_desktop.gui.common.widgets import PushButton
from fer_desktop.gui.shell.action_table import without_mnemonic
from fer_desktop.system import paths, window_memory

_CORRECTIONS, _FOLDER = range(2)
_WIDEST: Final = 44
_KIND: Final = "labelled pictures"


def _tr(text: str) -> str:
    return QCoreApplication.translate("Teaching", text)


@dataclass(frozen=True)
class ChosenData:
    """Labelled pictures that the user chose.

    Attributes:
        title: What they are called.
        read: Gives them; raises DataError where the folder is not as it should be.
        are_crops: They are face crops already.
    """

    title: str
    read: Callable[[], Sequence[Sample]]
    are_crops: bool


class DataChoice(QWidget):
    """Two sources, a folder's line, and whether its pictures are faces already.

    Signals:
        changed: Another choice.
    """

    changed = Signal()

    def __init__(self, samples: Callable[[], list[Sample]], n: int) -> None:
        """Offer `n` corrections, which `samples` gives, and any folder."""
        super().__init__()
        self._samples, self._n = samples, n
        self.source, self.folder, self.crops = QComboBox(), QLineEdit(), QCheckBox()
        self.browse, self.help = PushButton(), QLabel()
        self.browse.setIcon(icon("open-folder"))
        self.browse.setAutoDefault(False)
        self.help.setObjectName("quiet")
        self.help.setWordWrap(True)
        self.source.addItems(["", ""])
        self.source.setCurrentIndex(_CORRECTIONS if n else _FOLDER)
        self.source.currentIndexChanged.connect(self._refresh)
        self.folder.textChanged.connect(self._refresh)
        self.crops.toggled.connect(self._refresh)
        self.browse.clicked.connect(self._browse)
        line, whole = QHBoxLayout(), QVBoxLayout(self)
        line.setSpacing(GRID)
        line.addWidget(self.folder, 1)
        line.addWidget(self.browse)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(GRID)
        whole.addWidget(self.source)
        whole.addLayout(line)
        whole.addWidget(self.crops)
        whole.addWidget(self.help)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)  # the help's words go on in the next line
        self.setSizePolicy(policy)
        self.setFocusProxy(self.source)
        self.retranslate()

    @property
    def chosen(self) -> ChosenData | None:
        """What is chosen; None where no folder is named yet."""
        if self.source.currentIndex() == _CORRECTIONS:
            if not self._n:
                return None
            samples = self._samples()
            return ChosenData(_tr("My corrections"), lambda: samples, are_crops=True)
        text = self.folder.text().strip()
        if not text:
            return None
        folder = Path(text).expanduser()
        return ChosenData(folder.name, lambda: read_samples(folder), self.crops.isChecked())

    @property
    def missing(self) -> str:
        """What is to be done first, as a sentence; "" where something is chosen."""
        if self.chosen is not None:
            return ""
        if self.source.currentIndex() == _FOLDER:
            return _tr("Choose a folder of labelled pictures first.")
        return _tr("There are no corrections yet. Model > Correct Expressions (C) makes them.")

    def retranslate(self) -> None:
        """Write everything in the language of now."""
        self.source.setItemText(_CORRECTIONS, _tr("My corrections ({n})").format(n=count(self._n)))
        self.source.setItemText(_FOLDER, _tr("A folder of labelled pictures"))
        self.folder.setPlaceholderText(_tr("Folder"))
        self.folder.setAccessibleName(_tr("Folder"))
        self.browse.setText(_tr("Browse…"))
        self.crops.setText(_tr("Its pictures are faces that are cut out already"))
        self.help.setText(
            _tr(
                "One folder inside for each expression, named in English: anger, contempt, "
                "disgust, fear, happiness, neutral, sadness, surprise. FER+ is known too."
            )
        )
        self._refresh()

    def _refresh(self) -> None:
        is_folder = self.source.currentIndex() == _FOLDER
        for part in (self.folder, self.browse, self.crops, self.help):
            part.setVisible(is_folder)
        self.changed.emit()

    def _browse(self) -> None:
        start = self.folder.text().strip() or str(
            window_memory.last_folder(_KIND, platformdirs.user_pictures_path())
        )
        title = _tr("Folder of Labelled Pictures")
        found = QFileDialog.getExistingDirectory(self, title, start)
        if found:
            window_memory.use_folder(_KIND, Path(found).parent)
            self.folder.setText(found)


def name_by_labels(labels: Mapping[QWidget, QLabel]) -> None:
    """Let screen readers tell what the labels beside some widgets say."""
    for part, label in labels.items():
        box = part.source if isinstance(part, DataChoice) else part
        box.setAccessibleName(without_mnemonic(label.text()))


def fill_models(box: QComboBox, settings: Settings, *, none: str = "") -> None:
    """List the models in a box, the one in use first chosen; `none` is one more entry before."""
    known = dict.fromkeys((*paths.bundled_models(), *settings.own_models, settings.model))
    if none:
        box.addItem(none, "")
    for value in known:
        box.addItem(Path(value).name or value, value)
    box.setCurrentIndex(0 if none else box.findData(settings.model))
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(min(_WIDEST, max(len(Path(value).name) for value in known)))
