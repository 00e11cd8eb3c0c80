"""The side panel: what the chosen face looks like, its probabilities, its crop and its past."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from fer_desktop.core.labels import UNCERTAIN
from fer_desktop.core.overlay import percent
from fer_desktop.core.types import Expression, RecognizedFace
from fer_desktop.gui.common import messages
from fer_desktop.gui.common.icons import icon
from fer_desktop.gui.common.numbers import signed
from fer_desktop.gui.common.retranslated import Retranslated
from fer_desktop.gui.common.theme import GRID
from fer_desktop.gui.common.words import name_of
from fer_desktop.gui.panel.crop_view import ChipView
from fer_desktop.gui.panel.probability_bars import ProbabilityBars
from fer_desktop.gui.panel.timeline import Timeline

_WIDTH = 316
_STALE = 0.35
"""How much of what is not of now is still seen."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("FacePanel", text)


class FacePanel(Retranslated, QScrollArea):
    """Words, bars, crop and timeline for one face; it scrolls where the window is low."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(_WIDTH)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.which, self.headline, self.detail = (
            _label("quiet"),
            _label("headline"),
            _label("quiet"),
        )
        font = self.headline.font()
        font.setPointSizeF(font.pointSizeF() * 1.7)
        font.setBold(True)
        self.headline.setFont(font)
        # Room for two lines from the start: nothing below may move when the words change.
        self.detail.setMinimumHeight(2 * self.detail.fontMetrics().lineSpacing())
        self.detail.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.bars, self.chip, self.timeline = ProbabilityBars(), ChipView(), Timeline()
        self.chip_title = _label("quiet")
        self.valence, self.about_valence = QLabel(), QToolButton()
        self.about_valence.setIcon(icon("info"))
        self.about_valence.setAutoRaise(True)
        self.about_valence.clicked.connect(lambda: messages.show_valence(self.window()))
        self.calibrated = _label("quiet")
        self.calibrated.hide()
        self.note = _label("quiet")
        self._parts = QVBoxLayout()
        whole = self._assembled()
        self.setWidget(whole)
        self.veil = _Veil(whole)
        self._expression: Expression | None = None
        self.retranslate()
        self.show_no_face()

    def show_face(self, expression: Expression, number: int, of: int) -> None:
        """Show a face: its expression, its number, and of how many it is one."""
        self._expression = expression
        self.which.setText(
            _tr("Looks like") if of == 1 else _tr("Face {number} looks like").format(number=number)
        )
        top = expression.top(3)
        if expression.is_uncertain:
            self.headline.setText(name_of(UNCERTAIN))
            self.detail.setText(
                _tr("between {first} and {second}").format(
                    first=name_of(top[0][0]), second=name_of(top[1][0])
                )
            )
        else:
            self.headline.setText(name_of(expression.label))
            others = [
                f"{name_of(label)} {percent(p)}"
                for label, p in top
                if label != expression.label and p >= 0.005
            ][:2]
            words = _tr("{percent} sure, then {others}") if others else _tr("{percent} sure")
            self.detail.setText(
                words.format(percent=percent(expression.confidence), others=", ".join(others))
            )
        self.valence.setText(_tr("Valence {value}").format(value=signed(expression.valence)))
        self.bars.show_expression(expression)

    def show_seen(
        self, face: RecognizedFace, *, at_once: bool = False, is_photo: bool = False
    ) -> None:
        """Show what the network sees of a face.

        Args:
            face: The face.
            at_once: Show the advice now, where nothing moves.
            is_photo: It is of a file, where nobody can follow advice.
        """
        if face.chip is None:
            self.chip.show_nothing()
        else:
            self.chip.show_chip(face.chip, face.quality, at_once=at_once, is_photo=is_photo)

    def show_stale(self, on: bool) -> None:
        """Dim all that is shown, or no more: it is not what the face looks like just now."""
        self.veil.setVisible(on)
        self.veil.raise_()

    def show_calibrated(self, on: bool) -> None:
        """Say whether what is shown is corrected by the person's neutral face."""
        self.calibrated.setVisible(on)

    def show_no_face(self, detail: str = "", headline: str = "") -> None:
        """Show that there is no face, or what else there is instead of one."""
        self._expression = None
        self.calibrated.hide()
        self.which.setText("")
        self.headline.setText(headline or _tr("No face"))
        self.detail.setText(detail)
        self.valence.setText(_tr("Valence {value}").format(value="\u2013"))
        self.bars.show_expression(None)
        self.chip.show_nothing()

    def retranslate(self) -> None:
        """Write the fixed words in the language of now."""
        self.note.setText(
            _tr(
                "A guess about the expression that is shown, not about feelings. "
                "Everything runs on this computer."
            )
        )
        self.chip_title.setText(_tr("What the network sees"))
        self.calibrated.setText(_tr("Corrected by this person's neutral face"))
        for say in (self.about_valence.setToolTip, self.about_valence.setAccessibleName):
            say(_tr("What valence means"))
        # Room for its longest words, or they are cut for a moment and the button beside them moves.
        longest = [_tr("Valence {value}").format(value=signed(value)) for value in (0.88, -0.88)]
        width = max(map(self.valence.fontMetrics().horizontalAdvance, longest))
        self.valence.setMinimumWidth(width + GRID // 2)
        if self._expression is None:
            self.show_no_face()

    def _assembled(self) -> QWidget:
        whole = QWidget()
        layout = QVBoxLayout(whole)
        layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, GRID)  # other fonts are higher
        layout.setSpacing(GRID // 2)
        valence = QHBoxLayout()
        valence.addWidget(self.valence)
        valence.addWidget(self.about_valence)
        valence.addStretch()
        for part in (self.which, self.headline, self.detail):
            layout.addWidget(part)
        layout.addLayout(valence)
        layout.addWidget(self.calibrated)
        layout.addSpacing(GRID)
        layout.addWidget(self.bars)
        layout.addSpacing(GRID // 2)
        layout.addWidget(self.chip_title)
        layout.addWidget(self.chip)
        layout.addSpacing(GRID)
        layout.addWidget(self.timeline, 1)
        layout.addStretch()
        layout.addSpacing(GRID)
        layout.addWidget(self.note)
        return whole


def _label(name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
    return label


class _Veil(QWidget):
    """Lies over all of a widget and lets little of it through, but every click.

    Not an effect of Qt's: the plot, which is a view of its own, would show through it twice.
    """

    def __init__(self, under: QWidget) -> None:
        super().__init__(under)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        under.installEventFilter(self)
        self.resize(under.size())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as what it covers."""
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.resize(watched.size())
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground of the window, nearly opaque."""
        del event
        color = QColor(self.palette().color(QPalette.ColorRole.Window))
        color.setAlphaF(1 - _STALE)
        painter = QPainter(self)
        painter.fillRect(self.rect(), color)
        painter.end()
