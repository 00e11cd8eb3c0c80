"""Editors for one setting each: they show a value, and say when the user chose another one."""

from collections.abc import Callable, Sequence
from dataclasses import fields
from typing import Any, Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QHBoxLayout,
    QLabel,
    QSlider,
    QWidget,
)

from fer_desktop.core.settings import Settings
from fer_desktop.gui.common.reasons import allow_part
from fer_desktop.gui.common.theme import GRID
from fer_desktop.gui.settings.fields import FieldSpec, choices_of, without_mnemonic, words


def _tr(text: str) -> str:
    return QCoreApplication.translate("SettingsDialog", text)


class Editor(QWidget):
    """The base of all: widgets in a row.

    Signals:
        edited: The user chose this value.
    """

    edited = Signal(object)

    def __init__(self, name: str, spec: FieldSpec, *parts: QWidget) -> None:
        """Show these parts; the first has the focus and takes the label's mnemonic."""
        super().__init__()
        self.name, self.spec, self.focus = name, spec, parts[0]
        self.setFocusProxy(self.focus)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        for part in parts:
            row.addWidget(part)
            part.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            part.setMinimumHeight(3 * GRID)  # large enough for every hand
            part.installEventFilter(self)

    def show_value(self, value: Any) -> None:  # noqa: ANN401 - of the setting's type
        """Show a value; that is no choice of the user."""
        raise NotImplementedError

    def retranslate(self) -> None:
        """Write all words in the language of now."""
        self.focus.setAccessibleName(
            without_mnemonic(words(self.spec.label)).rstrip(":\uff1a\u00a0 ")
        )
        self.focus.setAccessibleDescription(words(self.spec.help))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave the wheel to the page, unless the part has the focus: it would change values."""
        is_wheel = event.type() == QEvent.Type.Wheel
        if is_wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)


class CheckEditor(Editor):
    """On or off."""

    def __init__(self, name: str, spec: FieldSpec) -> None:
        box = QCheckBox()
        super().__init__(name, spec, box)
        self._box = box
        self._box.clicked.connect(self._on_click)

    def show_value(self, value: bool) -> None:
        """Show whether it is on."""
        self._box.setChecked(value)

    def retranslate(self) -> None:
        """Write the label, which belongs to the box."""
        super().retranslate()
        self._box.setText(words(self.spec.label))

    def _on_click(self, on: bool) -> None:
        self.edited.emit(on)


class ChoiceEditor(Editor):
    """One of several."""

    def __init__(self, name: str, spec: FieldSpec) -> None:
        listed = QComboBox()
        super().__init__(name, spec, listed)
        self._list = listed
        # A long name must not widen the page; the list opens as wide as it needs.
        self._list.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._list.setMinimumContentsLength(24)
        self._list.activated.connect(lambda: self.edited.emit(self._list.currentData()))

    def show_value(self, value: str | int) -> None:
        """Show which one is chosen."""
        self._list.setCurrentIndex(self._list.findData(value))

    def retranslate(self) -> None:
        """Write the words of all."""
        super().retranslate()
        known = choices_of(self.name, self.spec)
        if known:
            self.fill([(value, text, "") for value, text in known])

    def fill(self, items: Sequence[tuple[str | int, str, str]]) -> None:
        """Offer other values, each with its words, and why it can't be chosen or ""."""
        chosen = self._list.currentData()
        self._list.clear()
        for value, text, why in items:
            self._list.addItem(text, value)
            if why:
                self.disable(value, why)
        self.show_value(chosen)

    def disable(self, value: str | int, why: str) -> None:
        """Let a value not be chosen, and say why."""
        model, index = self._list.model(), self._list.findData(value)
        assert isinstance(model, QStandardItemModel)
        model.item(index).setEnabled(False)
        model.item(index).setToolTip(why)


class SliderEditor(Editor):
    """A slider with its number, as a percentage."""

    def __init__(self, name: str, spec: FieldSpec) -> None:
        slider, number = QSlider(Qt.Orientation.Horizontal), QLabel()
        super().__init__(name, spec, slider, number)
        self._slider, self._number = slider, number
        low, high = range_of(name)
        self._slider.setRange(round(low * spec.scale), round(high * spec.scale))
        self._slider.setSingleStep(round(spec.step))
        self._slider.setPageStep(round(spec.step) * 2)
        self._number.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._number.setMinimumWidth(self._number.fontMetrics().horizontalAdvance("000 %"))
        self._slider.valueChanged.connect(self._on_slider)

    def show_value(self, value: float) -> None:
        """Show where it stands."""
        self._slider.blockSignals(True)
        self._slider.setValue(round(value * self.spec.scale))
        self._slider.blockSignals(False)
        self._number.setText(f"{self._slider.value()} %")

    def _on_slider(self, value: int) -> None:
        self._number.setText(f"{value} %")
        self.edited.emit(value / self.spec.scale)


class NumberEditor(Editor):
    """A number with its unit."""

    def __init__(self, name: str, spec: FieldSpec, *more: QWidget) -> None:
        box = QDoubleSpinBox()
        super().__init__(name, spec, box, *more)
        self._box = box
        low, high = range_of(name)
        self._box.setDecimals(spec.decimals)
        self._box.setRange(low * spec.scale, high * spec.scale)
        self._box.setSingleStep(spec.step)
        self._box.setSuffix(spec.unit)
        self._box.setKeyboardTracking(False)  # not every digit is a choice
        self._box.valueChanged.connect(lambda shown: self.edited.emit(shown / self.spec.scale))

    def show_value(self, value: float) -> None:
        """Show a number."""
        self._box.blockSignals(True)
        self._box.setValue(value * self.spec.scale)
        self._box.blockSignals(False)

    def retranslate(self) -> None:
        """Write what the lowest number means."""
        super().retranslate()
        self._box.setSpecialValueText(words(self.spec.other))


class OptionalEditor(NumberEditor):
    """A number, or a box to have none and take what the model says."""

    def __init__(self, name: str, spec: FieldSpec, usual: Callable[[], float]) -> None:
        """Edit a setting; `usual` gives the number that is shown where there is none."""
        none = QCheckBox()
        super().__init__(name, spec, none)
        self._none, self._usual = none, usual
        self._none.clicked.connect(self._on_none)

    def show_value(self, value: float | None) -> None:
        """Show a number, or that there is none."""
        self._none.setChecked(value is None)
        self._allow(value is not None)
        super().show_value(self._usual() if value is None else value)

    def retranslate(self) -> None:
        """Write the words of the box."""
        Editor.retranslate(self)
        self._none.setText(words(self.spec.other))
        self._none.setAccessibleName(without_mnemonic(words(self.spec.other)))

        self._allow(not self._none.isChecked())

    def _allow(self, on: bool) -> None:
        allow_part(self._box, "" if on else _tr("Untick the box beside it to choose a number."))

    def _on_none(self, on: bool) -> None:
        self._allow(not on)
        self.edited.emit(None if on else self._box.value() / self.spec.scale)


_RANGES: Final = {one.name: one.metadata.get("range", (0, 0)) for one in fields(Settings)}


def range_of(name: str) -> tuple[float, float]:
    """Return the lowest and the highest value of a setting."""
    low, high = _RANGES[name]
    return float(low), float(high)
