"""The figures as text: aligned, with intervals, and honest about classes with few pictures."""

import numpy as np

from fer_desktop.core.labels import INDEX, LABELS
from fer_desktop.evaluation.metrics import figures
from fer_desktop.evaluation.report import figures_text
from tests.fakes import probabilities


def measured():
    """Return figures of 60 happy, 10 fearful and 50 neutral pictures; 2 neutral lack a face."""
    case = [("happiness", "happiness")] * 54 + [("happiness", "neutral")] * 6
    case += [("fear", "fear")] * 4 + [("fear", "neutral")] * 6 + [("neutral", "neutral")] * 50
    rows = np.array([probabilities(answer) for _, answer in case])
    found = np.ones(len(case), bool)
    found[-2:] = False
    return figures(rows, np.array([INDEX[label] for label, _ in case]), found)


def cells(text, name, place=-1):
    """Return the cells of the row with a name, in the last table or another one."""
    rows = text.split("\n\n")[place].splitlines()
    return next(row.split()[1:] for row in rows if row.split()[:1] == [name])


def test_overall_figures_stand_beside_their_intervals():
    found = measured()
    low, high = found.intervals.accuracy
    assert cells(figures_text(found), "accuracy", 1) == [
        f"{(54 + 4 + 48) / 120:.4f}",
        f"{low:.4f}",
        "to",
        f"{high:.4f}",
    ]
    text = figures_text(found)
    for name, value in (
        ("balanced accuracy", found.balanced_accuracy),
        ("macro-F1", found.macro_f1),
    ):
        assert f"{value:.4f}" in next(row for row in text.splitlines() if row.startswith(name))


def test_each_class_has_its_figures_and_the_interval_of_its_recall():
    found = measured()
    low, high = found.intervals.per_class["happiness"].recall
    f1 = 2 * 54 / (54 + 60)
    assert cells(figures_text(found), "happiness") == (
        f"60 1.000 0.900 {low:.3f} to {high:.3f} {f1:.3f}".split()
    )


def test_classes_with_few_pictures_are_marked():
    text = figures_text(measured())
    assert cells(text, "fear")[0] == "10"
    assert cells(text, "fear")[-2:] == ["few", "pictures"]
    assert cells(text, "neutral")[0] == "50"
    assert "pictures" not in cells(text, "neutral")
    assert cells(text, "anger") == ["0", "-", "-", "-", "-", "no", "pictures"]


def test_the_confusion_matrix_has_a_column_for_lost_faces():
    text = figures_text(measured())
    assert cells(text, "neutral", 2) == ["0"] * 5 + ["48", "0", "0", "2"]
    assert cells(text, "true", 2) == ["class", *LABELS, "no", "face"]


def test_the_columns_are_aligned_even_with_many_pictures():
    rows = np.tile(probabilities("fear"), (20_000, 1))
    truth = np.full(20_000, INDEX["fear"])
    text = figures_text(figures(rows, truth, np.ones(20_000, bool)))
    assert cells(text, "fear", 2) == ["0", "0", "0", "20000", "0", "0", "0", "0", "0"]
    for table in text.split("\n\n")[1:]:
        ends = {len(row.removesuffix("   no pictures")) for row in table.splitlines()}
        assert len(ends) == 1, table
    assert all(len(line) <= 100 for line in text.splitlines())


def test_nothing_measured_is_told_without_an_error():
    nothing = figures(np.zeros((0, 8), np.float32), np.zeros(0, np.int64), np.zeros(0, bool))
    assert cells(figures_text(nothing), "accuracy", 1) == ["0.0000", "-"]
