"""The dialog in which a camera is chosen, with its size and rate, beside what it really gives."""

import itertools
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
)

from fer_desktop.core.settings import Settings
from fer_desktop.gui.camera.choice import CameraChoice
from fer_desktop.gui.camera.watch import CameraWatch
from fer_desktop.gui.common.chosen import Chosen
from fer_desktop.gui.common.numbers import decimal, short
from fer_desktop.gui.common.placement import keep_place
from fer_desktop.gui.common.reasons import allow_part
from fer_desktop.gui.common.retranslated import Retranslated
from fer_desktop.gui.common.theme import GRID
from fer_desktop.gui.common.widgets import PushButton
from fer_desktop.gui.shell.live_mode import LiveMode
from fer_desktop.gui.shell.main_window import MainWindow
from fer_desktop.gui.view.image_view import ImageView
from fer_desktop.live.events import PipelineState
from fer_desktop.vision.assembly import capture_format
from fer_desktop.vision.camera.capture_format import USUAL_RATES, USUAL_SIZES, CaptureFormat
from fer_desktop.vision.camera.devices import CameraDevice, find_camera
from fer_desktop.vision.camera.formats import offered_formats

OfferedFormats = Callable[[CameraDevice], tuple[CaptureFormat, ...]]
_PICTURE_MS: Final = 100
_TEXT_MS: Final = 500
_NO_SIZE: Final = (0, 0)


class CameraSettings(Retranslated, QDialog):
    """Opened with `show`; the live picture goes on behind it, and in it."""

    def __init__(
        self,
        window: MainWindow,
        chosen: Chosen,
        cameras: CameraChoice,
        live: LiveMode,
        watch: CameraWatch,
        offered: OfferedFormats = offered_formats,
    ) -> None:
        super().__init__(window)
        self._chosen, self._cameras, self._live = chosen, cameras, live
        self._watch, self._offered = watch, offered
        self._identities: list[str] = []
        self._sizes: list[tuple[int, int]] = []
        self._rates: list[float] = []
        self._formats: tuple[str, tuple[CaptureFormat, ...]] = ("", ())
        self.camera, self.size_, self.rate = QComboBox(), QComboBox(), QComboBox()
        self.mirror = QCheckBox()
        self.preview, self.measured, self.hint = ImageView(), QLabel(), QLabel()
        self.doctor, self.close_ = PushButton(), PushButton()
        self._labels = [QLabel() for _ in range(3)]
        self._picture, self._text = QTimer(self), QTimer(self)
        self._assemble()
        self._connect(window)
        self.retranslate()

    def retranslate(self) -> None:
        """Write everything in the language that the application has now."""
        self.setWindowTitle(self.tr("Camera Settings"))
        words = (self.tr("&Camera:"), self.tr("&Resolution:"), self.tr("&Frames a second:"))
        for label, text in zip(self._labels, words, strict=True):
            label.setText(text)
        self.camera.setAccessibleName(self.tr("Camera"))
        self.size_.setAccessibleName(self.tr("Resolution"))
        self.rate.setAccessibleName(self.tr("Frames a second"))
        self.preview.setAccessibleName(self.tr("Preview"))
        self.mirror.setText(self.tr("&Mirror the view, not the data"))
        self.mirror.setAccessibleName(self.tr("Mirror the view"))
        self.doctor.setText(self.tr("Camera &Doctor…"))
        self.close_.setText(self.tr("Close"))
        self.refresh()

    def refresh(self) -> None:
        """Show the cameras and choices as they are now."""
        self._fill_cameras()
        self._fill_formats()
        self.mirror.setChecked(self._chosen.settings.mirror)
        self._show_measured()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to follow the camera."""
        self.refresh()
        self._show_picture()
        self._picture.start(_PICTURE_MS)
        self._text.start(_TEXT_MS)
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Follow nothing any more."""
        self._picture.stop()
        self._text.stop()
        super().hideEvent(event)

    # What the user does

    def _connect(self, window: MainWindow) -> None:
        self._picture.timeout.connect(self._show_picture)
        self._text.timeout.connect(self._show_measured)
        self.camera.activated.connect(lambda at: self._cameras.use(self._identities[at]))
        self.size_.activated.connect(self._choose_size)
        self.rate.activated.connect(
            lambda at: self._chosen.change(camera_rate=float(self._rates[at]))
        )
        self.mirror.toggled.connect(lambda on: self._chosen.change(mirror=on))
        self.doctor.clicked.connect(window.actions_.camera_doctor.trigger)
        self.close_.clicked.connect(self.close)
        self._cameras.listed.connect(self._refresh_if_shown)
        self._live.changed.connect(self._refresh_if_shown)
        self._chosen.changed.connect(self._on_changed)

    def _choose_size(self, at: int) -> None:
        width, height = self._sizes[at]
        self._chosen.change(camera_width=width, camera_height=height)

    def _on_changed(self, before: Settings, now: Settings) -> None:
        del before, now
        self._refresh_if_shown()

    def _refresh_if_shown(self) -> None:
        if self.isVisible():
            self.refresh()

    # What is shown

    def _device(self) -> CameraDevice | None:
        """Return the camera in use, else the one chosen last, else the first."""
        cameras = self._cameras.cameras or []
        wanted = self._cameras.current() or self._chosen.settings.camera
        return find_camera(cameras, wanted) or (cameras[0] if cameras else None)

    def _fill_cameras(self) -> None:
        cameras, remembered = self._cameras.cameras or [], self._chosen.settings.camera
        entries = [(camera.identity, camera.name) for camera in cameras]
        if remembered and find_camera(cameras, remembered) is None:
            name = remembered.partition("|")[0]
            entries.append((remembered, self.tr("{name} (not connected)").format(name=name)))
        self._identities = [identity for identity, _ in entries]
        none, choose = self.tr("No camera found"), self.tr("Choose a camera")
        self.camera.setPlaceholderText(choose if entries else none)
        plug = self.tr("Plug a camera in; it appears here by itself.")
        allow_part(self.camera, "" if entries else plug)
        current = self._cameras.current()
        if not current and self._live.source.startswith("camera"):
            current = remembered
        _fill(self.camera, [name for _, name in entries], _position(self._identities, current))

    def _fill_formats(self) -> None:
        device, settings = self._device(), self._chosen.settings
        if device is None:
            self._formats = ("", ())
        elif self._formats[0] != device.identity:
            self._formats = (device.identity, self._offered(device))
        known = self._formats[1]
        size = (settings.camera_width, settings.camera_height)
        sizes = {(f.width, f.height) for f in known} or set(USUAL_SIZES)
        ordered = sorted((sizes | {size}) - {_NO_SIZE}, key=lambda s: (s[0] * s[1], s))
        self._sizes = [_NO_SIZE, *ordered]
        rates = {f.rate for f in known if size in ((f.width, f.height), _NO_SIZE) and f.rate}
        rates = (rates or set(USUAL_RATES)) | {settings.camera_rate}
        self._rates = [0.0, *sorted(rates - {0.0})]
        program = self.tr("Chosen by the program")
        size_words = [f"{width} x {height}" for width, height in ordered]
        _fill(self.size_, [program, *size_words], self._sizes.index(size))
        rate_words = [short(rate) for rate in self._rates[1:]]
        _fill(self.rate, [program, *rate_words], self._rates.index(settings.camera_rate))
        self.hint.setText(
            ""
            if known
            else self.tr(
                "The system does not tell what this camera offers: a choice is used if "
                "the camera can."
            )
        )

    def _show_picture(self) -> None:
        live = self._live
        if live.shown is None or not live.source.startswith("camera"):
            self.preview.show_text(self._why_no_picture())
            return
        frame = live.shown.frame
        self.preview.show_image(
            frame.image,
            (frame.width, frame.height),
            [],
            is_mirrored=self._chosen.settings.mirror,
        )

    def _why_no_picture(self) -> str:
        if not self._identities:
            return self.tr("Plug a camera in; it appears here by itself.")
        if self._live.is_running and self._live.source.startswith("camera"):
            return self.tr("No picture yet")
        return self.tr("Choose a camera to see its picture.")

    def _show_measured(self) -> None:
        self.measured.setText(self._measured_words())

    def _measured_words(self) -> str:
        live, size, rate = self._live, self._watch.size, self._watch.rate()
        if not (live.is_running and live.source.startswith("camera")):
            return self.tr("The camera is off.")
        if live.state is not PipelineState.RUNNING:
            return self.tr("No picture comes.")
        if live.is_frozen:
            return self.tr("The picture is paused.")
        if size is None or not rate:
            return self.tr("Measuring…")
        asked = capture_format(self._chosen.settings).filled()
        words = self.tr(
            "{width} x {height} at {rate} frames a second (asked for {wide} x {high} at {often})"
        )
        return words.format(
            width=size[0],
            height=size[1],
            rate=decimal(rate, 1),
            wide=asked.width,
            high=asked.height,
            often=short(asked.rate),
        )

    def _assemble(self) -> None:
        self.preview.setMinimumSize(40 * GRID, 30 * GRID)
        self.preview.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hint.setObjectName("quiet")
        for label in (self.measured, self.hint):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        # A camera's long name is cut short rather than widening the dialog.
        self.camera.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.camera.setMinimumContentsLength(16)
        for choice in (self.size_, self.rate):  # these are filled anew while the dialog is open
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        form = QFormLayout()
        form.setSpacing(GRID)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for label, field in zip(self._labels, (self.camera, self.size_, self.rate), strict=True):
            label.setBuddy(field)
            form.addRow(label, field)
        form.addRow(self.hint)
        form.addRow(self.mirror)
        right = QVBoxLayout()
        right.addLayout(form)
        right.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID)
        buttons.addWidget(self.doctor)
        buttons.addStretch(1)
        buttons.addWidget(self.close_)
        right.addLayout(buttons)
        left = QVBoxLayout()
        left.setSpacing(GRID)
        left.addWidget(self.preview, 1)
        left.addWidget(self.measured)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        whole.setSpacing(2 * GRID)
        whole.addLayout(left, 3)
        whole.addLayout(right, 2)
        self.resize(92 * GRID, 44 * GRID)
        keep_place(self, "camera settings")
        parts = [self.camera, self.size_, self.rate, self.mirror, self.doctor, self.close_]
        for part, following in itertools.pairwise(parts):
            self.setTabOrder(part, following)
        self.camera.setFocus()


def _fill(box: QComboBox, words: list[str], chosen: int) -> None:
    """Let a box offer these words; one that offers them already is left alone while it is open."""
    if [box.itemText(at) for at in range(box.count())] != words:
        box.clear()
        box.addItems(words)
    box.setCurrentIndex(chosen)


def _position(values: list[str], wanted: str) -> int:
    return values.index(wanted) if wanted in values else -1
