"""What the network looks at: the chosen face with the parts that its answer hangs on."""

import time
from collections.abc import Callable
from dataclasses import replace
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from fer_desktop.core.labels import INDEX
from fer_desktop.core.settings import Settings
from fer_desktop.core.types import ImageBGR, RecognizedFace
from fer_desktop.gui.common.placement import keep_place, most_height
from fer_desktop.gui.common.retranslated import Retranslated
from fer_desktop.gui.common.theme import GRID
from fer_desktop.gui.common.words import name_of
from fer_desktop.system.background import Background
from fer_desktop.vision import assembly
from fer_desktop.vision.recognition.classifier import Classifier
from fer_desktop.vision.recognition.preprocess import whole_picture_chip
from fer_desktop.vision.recognition.saliency import occlusion_saliency

_SIDE_PX: Final = 40 * GRID
_LOOK_MS: Final = 40
_COLOR: Final = (0, 94, 213)
"""Vermilion of the Okabe-Ito palette, in BGR."""
_LINES: Final = 14
"""So many lines of text and buttons stand above and below the face."""
_FAINT: Final = 0.5
"""Changes of the log-odds that are smaller are not shown as if they were much."""

Found = tuple[RecognizedFace, NDArray[np.float32]]


def _tr(text: str) -> str:
    return QCoreApplication.translate("Teaching", text)


class SaliencyPage(Retranslated, QDialog):
    """Follows the chosen face while it is open; the live picture does not wait for it."""

    def __init__(
        self, find: Callable[[], RecognizedFace | None], settings: Settings, parent: QWidget
    ) -> None:
        """Ask `find` for the face again and again."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._find, self._settings = find, settings
        self._classifier: Classifier | None = None
        self._job: Background[Found] | None = None
        self._asked: ImageBGR | None = None
        self._begun_s = self._free_s = 0.0
        self.shown: Found | None = None
        self.picture, self.words, self.note = QLabel(), QLabel(), QLabel()
        # A low screen, or one with a large font, has no room for all of it.
        left = most_height() - _LINES * self.fontMetrics().lineSpacing()
        self._side = max(_SIDE_PX // 2, min(_SIDE_PX, left))
        self.picture.setFixedHeight(self._side)
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.note.setObjectName("quiet")
        for line in (self.words, self.note):
            line.setWordWrap(True)
            line.setMinimumWidth(_SIDE_PX)
            line.setTextFormat(Qt.TextFormat.PlainText)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        layout.setSpacing(GRID)
        for part in (self.words, self.picture, self.note, buttons):
            layout.addWidget(part)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(_LOOK_MS)
        self.retranslate()
        keep_place(self, "saliency")

    def retranslate(self) -> None:
        """Write everything in the language of now."""
        self.setWindowTitle(_tr("What the Network Looks At"))
        self.note.setText(
            _tr(
                "Coloured parts make the answer less sure when they are covered. This says what "
                "the answer hangs on, not whether it is right, and nothing about the person."
            )
        )
        self._tell()

    def done(self, result: int) -> None:
        """End all threads and timers, and close."""
        self._timer.stop()
        if self._job is not None:
            self._job.stop()
            self._job = None
        super().done(result)

    def _look(self) -> None:
        job = self._job
        if job is not None:
            if not job.is_over:
                return
            self._job = None
            # As long a rest as it worked: the live picture comes first where the computer is slow.
            now_s = time.monotonic()
            self._free_s = now_s + (now_s - self._begun_s)
            if job.result is None:
                self._timer.stop()
                self.words.setText(job.problem)
                return
            self.shown = job.result
            self._tell()
        if time.monotonic() < self._free_s:
            return
        face = self._find()
        if self.shown is None:
            self._tell()
        if face is not None and face.chip is not None and face.chip is not self._asked:
            self._asked, self._begun_s = face.chip, time.monotonic()
            self._job = Background(lambda _: self._found(face), "saliency")

    def _found(self, face: RecognizedFace) -> Found:
        """Work it out, in the thread of the job; only one runs at a time."""
        if self._classifier is None:
            self._classifier = assembly.make_classifier(self._settings)
        assert face.chip is not None
        chip_format = self._classifier.spec.chip_format
        # It is the very chip, cut already: a margin must not be cut once more.
        values = whole_picture_chip(face.chip, replace(chip_format, margin=0.0))
        return face, occlusion_saliency(self._classifier, values, INDEX[face.raw.best])

    def _tell(self) -> None:
        if self.shown is None:
            none = _tr("There is no face. Start the camera, or open pictures.")
            there = _tr("The chosen face is looked at…")
            self.words.setText(none if self._find() is None else there)
            return
        face, parts = self.shown
        words = _tr("What makes this face look like {label}:")
        self.words.setText(words.format(label=name_of(face.raw.best)))
        assert face.chip is not None
        image = painted(face.chip, parts, self._side)
        height, width = image.shape[:2]
        wrapped = QImage(image.data, width, height, 3 * width, QImage.Format.Format_BGR888)
        self.picture.setPixmap(QPixmap.fromImage(wrapped.copy()))


def painted(chip: ImageBGR, parts: NDArray[np.float32], side: int) -> ImageBGR:
    """Return the face with the parts coloured that its answer hangs on, (side, side, 3) BGR."""
    large = cv2.resize(chip, (side, side), interpolation=cv2.INTER_LINEAR)
    shares = np.clip(parts, 0, None) / max(float(parts.max()), _FAINT)
    weights = cv2.resize(shares, (side, side), interpolation=cv2.INTER_CUBIC)
    weights = np.clip(weights, 0, 1)[:, :, np.newaxis] * 0.65
    mixed = large * (1 - weights) + np.array(_COLOR) * weights
    return np.ascontiguousarray(mixed, np.uint8)
