"""What the network sees of a face, pixel by pixel, and what would make it a better view."""

import math
import time
from collections.abc import Callable
from functools import partial
from typing import get_args

import numpy as np
from PySide6.QtCore import QCoreApplication, QEvent, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from fer_desktop.core.advice import SteadyAdvice
from fer_desktop.core.quality import ChipQuality, Issue
from fer_desktop.core.types import ImageBGR
from fer_desktop.gui.common.quality_words import advice
from fer_desktop.gui.common.retranslated import Retranslated
from fer_desktop.gui.common.theme import GRID
from fer_desktop.gui.view.image_view import to_qimage

_SIDE = 12 * GRID
"""Twice the 48 px of the default network, so that all its pixels are of one size."""
_MOST = 2
"""Nobody can follow more advice at once."""
_SIZE_EVERY_S = 0.5
"""The size of a face before a camera is never quite still; faster nobody can read it."""
_OTHER_HEIGHTS = (QEvent.Type.LanguageChange, QEvent.Type.FontChange, QEvent.Type.StyleChange)


def _tr(text: str) -> str:
    return QCoreApplication.translate("ChipView", text)


class ChipView(Retranslated, QWidget):
    """The chip enlarged, its size in words, and advice that does not flicker."""

    def __init__(
        self, parent: QWidget | None = None, *, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Take what tells the time, in seconds."""
        super().__init__(parent)
        self._clock = clock
        self._steady = SteadyAdvice[Issue]()
        self._sized_s = -math.inf
        self._picture = _Picture()
        self.size_words = _Words("quiet", _longest_size)
        self.advice = [_Words("advice", _all_advice) for _ in range(_MOST)]
        words = QVBoxLayout()
        words.setSpacing(GRID // 2)
        words.addWidget(self.size_words)
        words.addSpacing(GRID // 2)
        for label in self.advice:
            words.addWidget(label)
        words.addStretch()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2 * GRID)
        layout.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)
        self._shown: tuple[ImageBGR, ChipQuality | None] | None = None
        self._is_photo = False
        self.retranslate()
        self.show_nothing()

    def retranslate(self) -> None:
        """Say what is shown in the language of now."""
        self.setAccessibleName(self.tr("What the network sees"))
        if self._shown is not None:
            self.show_chip(*self._shown, at_once=True, is_photo=self._is_photo)

    def show_chip(
        self,
        chip: ImageBGR,
        quality: ChipQuality | None,
        *,
        at_once: bool = False,
        is_photo: bool = False,
    ) -> None:
        """Show a face as the network takes it.

        Args:
            chip: (H, W, 3) uint8 BGR.
            quality: What is said of it; None says nothing.
            at_once: Show its advice now, for a picture; else it waits until it has held.
            is_photo: It is of a file: nobody can hold still or turn to the light any more.
        """
        self._shown, self._is_photo = (chip, quality), is_photo
        self._picture.show_image(chip)
        if at_once or quality is None:
            self._begin_anew()
        now_s = self._clock()
        if not 0 <= now_s - self._sized_s < _SIZE_EVERY_S:
            self._sized_s = now_s
            self.size_words.setText(_size_words(chip, quality))
        if quality is None:
            self._say([])
        else:
            shown = self._steady.update(quality.issues[:_MOST], now_s)
            self._say([advice(issue, is_photo=is_photo) for issue in shown] or [_good_view()])

    def show_nothing(self) -> None:
        """Show that there is no face; the next one begins anew."""
        self._shown = None
        self._begin_anew()
        self._picture.show_image(None)
        self.size_words.setText("")
        self._say([])

    def _begin_anew(self) -> None:
        self._steady.forget()
        self._sized_s = -math.inf

    def _say(self, sentences: list[str]) -> None:
        for number, label in enumerate(self.advice):
            label.setText(sentences[number] if number < len(sentences) else "")
        words = " ".join(filter(None, [self.size_words.text(), *sentences]))
        if words != self.accessibleDescription():  # screen readers are told of each change
            self.setAccessibleDescription(words)


class _Picture(QWidget):
    """The chip, enlarged without any smoothing."""

    def __init__(self) -> None:
        super().__init__()
        self._image: ImageBGR | None = None
        self.setFixedSize(_SIDE, _SIDE)

    def show_image(self, image: ImageBGR | None) -> None:
        self._image = image
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        if self._image is None:
            painter.fillRect(self.rect(), self.palette().color(QPalette.ColorRole.AlternateBase))
        else:
            # Smooth where pixels are left out, never where they are enlarged.
            is_larger = len(self._image) > self.width() * self.devicePixelRatioF()
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, is_larger)
            painter.drawImage(self.rect(), to_qimage(self._image))
        painter.end()


class _Words(QLabel):
    """Words that are broken into lines, with room for the longest, so that nothing ever moves."""

    def __init__(self, name: str, longest: Callable[[], list[str]]) -> None:
        super().__init__()
        self._longest = longest
        self._heights: dict[int, int] = {}
        """By width: layouts ask at each change of the words, and measuring all takes long."""
        self.setObjectName(name)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignTop)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            room, flags = QRect(0, 0, width, 9999), int(Qt.TextFlag.TextWordWrap)
            rectangle = partial(self.fontMetrics().boundingRect, room, flags)
            self._heights[width] = max(rectangle(text).height() for text in self._longest())
        return self._heights[width]

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in _OTHER_HEIGHTS:
            self._heights.clear()
            self.updateGeometry()
        super().changeEvent(event)


def _size_words(chip: ImageBGR, quality: ChipQuality | None) -> str:
    height, width = chip.shape[:2]
    if quality is None:
        words = _tr("The network sees {width} x {height} pixels.")
        return words.format(width=width, height=height)
    words = _tr("The network sees {width} x {height} pixels, from a face of {face}.")
    return words.format(width=width, height=height, face=quality.face_px)


def _longest_size() -> list[str]:
    chip = np.empty((100, 100, 1), np.uint8)
    return [_size_words(chip, ChipQuality(999, 0.0, 0.0, 0.0, 0.0))]


def _good_view() -> str:
    return _tr("Good view of the face.")


def _all_advice() -> list[str]:
    return [_good_view(), *(advice(issue) for issue in get_args(Issue))]
