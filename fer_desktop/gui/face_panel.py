"""The side panel: what the chosen face looks like, and the eight probabilities."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from fer_desktop.core.overlay import percent
from fer_desktop.core.types import Expression
from fer_desktop.gui.bars import ProbabilityBars
from fer_desktop.gui.theme import GRID


class FacePanel(QWidget):
    """Words and bars for one face."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(300)
        self.which = _label("quiet")
        self.headline = _label("headline")
        font = self.headline.font()
        font.setPointSizeF(font.pointSizeF() * 1.7)
        font.setBold(True)
        self.headline.setFont(font)
        self.detail = _label("quiet")
        self.bars = ProbabilityBars()
        note = _label("quiet")
        note.setText(
            self.tr(
                "A guess about the expression that is shown, not about feelings. "
                "Everything runs on this computer."
            )
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        layout.setSpacing(GRID // 2)
        layout.addWidget(self.which)
        layout.addWidget(self.headline)
        layout.addWidget(self.detail)
        layout.addSpacing(2 * GRID)
        layout.addWidget(self.bars)
        layout.addStretch()
        layout.addWidget(note)
        self.show_no_face()

    def show_face(self, expression: Expression, number: int, of: int) -> None:
        """Show a face: its expression, and which of how many it is, counted from 1."""
        self.which.setText(
            self.tr("Looks like")
            if of == 1
            else self.tr("Face {number} of {of} looks like").format(number=number, of=of)
        )
        if expression.is_uncertain:
            self.headline.setText(self.tr("not sure"))
            second = expression.top(2)
            self.detail.setText(
                self.tr("between {first} and {second}").format(
                    first=second[0][0], second=second[1][0]
                )
            )
        else:
            self.headline.setText(expression.label)
            self.detail.setText(
                self.tr("{percent} sure").format(percent=percent(expression.confidence))
            )
        self.bars.show_expression(expression)

    def show_no_face(self, detail: str = "", headline: str = "") -> None:
        """Show that there is no face, or what else there is instead of one."""
        self.which.setText("")
        self.headline.setText(headline or self.tr("No face"))
        self.detail.setText(detail)
        self.bars.show_expression(None)


def _label(name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
    return label
