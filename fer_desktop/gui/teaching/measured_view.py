"""What a measurement found: figures side by side, and a matrix for each model."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QLabel, QTableWidget, QTabWidget, QVBoxLayout, QWidget

from fer_desktop.core.labels import LABELS
from fer_desktop.evaluation.intervals import Interval
from fer_desktop.evaluation.metrics import Figures
from fer_desktop.evaluation.report import FEW_PICTURES
from fer_desktop.gui.common.numbers import count
from fer_desktop.gui.common.theme import GRID
from fer_desktop.gui.common.words import name_of
from fer_desktop.gui.teaching.card_view import CardView
from fer_desktop.gui.teaching.matrix import ConfusionMatrix
from fer_desktop.gui.teaching.tables import fill_table, share
from fer_desktop.teaching.measuring import MeasuredModel, Measurement


def _tr(text: str) -> str:
    return QCoreApplication.translate("Teaching", text)


class MeasuredView(QWidget):
    """Shows one measurement.

    Signals:
        opened: The files behind a cell, as a list of paths.
    """

    opened = Signal(list)

    def __init__(self, found: Measurement) -> None:
        super().__init__()
        self._found = found
        self.note, self.overview, self.tabs = QLabel(), QTableWidget(), QTabWidget()
        self.note.setWordWrap(True)
        self.note.setObjectName("quiet")
        self.matrices: list[ConfusionMatrix] = []
        self.cards: list[CardView] = []
        for number, model in enumerate(found.models):
            self.tabs.addTab(self._page(number, model), model.name)
        self.tabs.addTab(self._cards_page(), "")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(GRID)
        whole.addWidget(self.overview)
        whole.addWidget(self.tabs, 1)
        whole.addWidget(self.note)
        self.retranslate()

    def retranslate(self) -> None:
        """Write everything in the language of now."""
        columns = [_overall(model) for model in self._found.models]
        fill_table(
            self.overview,
            [model.name for model in self._found.models],
            [name for name, _ in columns[0]],
            [[column[row][1] for column in columns] for row in range(len(columns[0]))],
        )
        self.tabs.setTabText(len(self._found.models), _tr("Model card"))
        self.overview.setAccessibleName(_tr("Figures"))
        for matrix in self.matrices:
            matrix.retranslate()
        for card in self.cards:
            card.retranslate()
        words = _tr(
            "Pictures: {n}; more that could not be read: {lost}. A click on a cell opens the "
            "pictures behind it. The figures hold for these pictures and their labels only; with "
            "few pictures of an expression they say little about it."
        )
        n, lost = len(self._found.samples), self._found.n_unreadable
        self.note.setText(words.format(n=count(n), lost=count(lost)))

    def _cards_page(self) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(GRID, GRID, GRID, GRID)
        layout.setSpacing(2 * GRID)
        for model in self._found.models:
            self.cards.append(CardView(model))
            layout.addWidget(self.cards[-1])
        layout.addStretch(1)
        return page

    def _page(self, number: int, model: MeasuredModel) -> QWidget:
        figures = model.answers.figures()
        page, matrix, calibration = QWidget(), ConfusionMatrix(figures), QLabel()
        matrix.opened.connect(
            lambda truth, answer: self.opened.emit(self._found.behind(number, truth, answer))
        )
        self.matrices.append(matrix)
        calibration.setWordWrap(True)
        # The tabs do not ask how high words are that go on in the next line.
        calibration.setMinimumHeight(2 * calibration.fontMetrics().lineSpacing() + GRID)
        calibration.setContentsMargins(0, GRID, 0, 0)
        calibration.setAlignment(Qt.AlignmentFlag.AlignTop)
        calibration.setText(_calibration(figures))
        layout = QVBoxLayout(page)
        layout.setContentsMargins(GRID, GRID, GRID, GRID)
        layout.setSpacing(GRID)
        layout.addWidget(matrix)
        layout.addWidget(calibration)
        page.setMinimumHeight(matrix.height() + calibration.minimumHeight() + 5 * GRID)
        layout.addStretch(1)
        return page


def with_ends(value: float, interval: Interval | None) -> str:
    """Return such as "81 % (79 to 84 %)"."""
    if interval is None:
        return share(value)
    ends = _tr("{value} ({low} to {high})")
    return ends.format(value=share(value), low=share(interval[0]), high=share(interval[1]))


def _overall(model: MeasuredModel) -> list[tuple[str, str]]:
    figures = model.answers.figures()
    intervals = figures.intervals
    answered, right = model.answers.answered(model.threshold)
    return [
        (_tr("Right"), with_ends(figures.accuracy, intervals.accuracy)),
        (
            _tr("Mean over the expressions"),
            with_ends(figures.balanced_accuracy, intervals.balanced_accuracy),
        ),
        (_tr("Macro-F1"), with_ends(figures.macro_f1, intervals.macro_f1)),
        (_tr("Not sure"), share(1 - answered)),
        (_tr("Right where it is sure"), share(right)),
        (_tr("Calibration error"), share(figures.ece)),
        (_tr("Faces found"), share(figures.detected)),
    ]


def _calibration(figures: Figures) -> str:
    rows = [
        row
        for row in figures.calibration
        if row.confidence is not None and row.accuracy is not None
    ]
    sure = [row for row in rows if row.low >= 0.8]
    n = sum(row.n for row in sure)
    parts = []
    if n:
        right = sum((row.accuracy or 0) * row.n for row in sure) / n
        words = _tr("Answers with a confidence of 80 % or more: {n}, of which {right} are right.")
        parts.append(words.format(n=count(n), right=share(right)))
    few = [name_of(label) for label in LABELS if 0 < figures.per_class[label].n < FEW_PICTURES]
    if few:
        parts.append(_tr("Few pictures of: {names}.").format(names=", ".join(few)))
    return " ".join(parts)
