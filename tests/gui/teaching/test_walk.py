"""The whole loop in the window: correct 20 faces, measure, teach, switch, measure again."""

import json
import shutil
from pathlib import Path

import cv2
import numpy as np
import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QFileDialog

from fer_desktop.core.geometry import BoundingBox
from fer_desktop.core.labels import INDEX, LABELS
from fer_desktop.core.settings import Settings
from fer_desktop.core.types import Expression, Face, RecognizedFace
from fer_desktop.evaluation.datasets import read_samples
from fer_desktop.evaluation.pictures import load_picture
from fer_desktop.gui.common import placement
from fer_desktop.gui.teaching import teach_dialog, teach_results
from fer_desktop.gui.teaching.teach_results import TaughtWhole
from fer_desktop.gui.teaching.verdict_words import refusal_words
from fer_desktop.system import paths
from fer_desktop.teaching.lesson import Refusal
from fer_desktop.teaching.whole_network import WholeOutcome, Work
from tests.gui.conftest import half_and_half, lay_out


@pytest.fixture
def desk(make_desk, quick_analysis):
    desk = make_desk(Settings(theme="light", model="seed", keep_corrections=True))
    yield desk
    desk.presenter.teaching.close()


@pytest.fixture
def ten_pictures(tmp_path):
    """Return ten pictures, each with two faces for the quick analysis."""
    files = [tmp_path / f"person{number}.png" for number in range(10)]
    random = np.random.default_rng(0)
    for file in files:
        picture = half_and_half().astype(np.int16) + random.integers(-20, 20, (240, 320, 3))
        cv2.imwrite(str(file), picture.astype(np.uint8))
    return files


def dialog(desk):
    return desk.presenter.teaching.dialogs[-1]


def kept(desk):
    return desk.presenter.teaching.correcting.corrections


def correct_twenty(desk, files):
    desk.open(files)
    desk.actions.correct.trigger()
    for number, _ in enumerate(files):
        for key in (Qt.Key.Key_1, Qt.Key.Key_7):
            desk.qtbot.keyClick(desk.window.filmstrip, key)
            desk.actions.next_face.trigger()
        desk.actions.next_picture.trigger()
        assert len(kept(desk)) == 2 * number + 2


def test_correct_measure_and_be_refused_with_the_reason(desk, ten_pictures, tmp_path, monkeypatch):
    correct_twenty(desk, ten_pictures)
    desk.actions.measure.trigger()
    measuring = dialog(desk)
    assert measuring.data.source.currentText() == "My corrections (20)"
    desk.qtbot.mouseClick(measuring.start, Qt.MouseButton.LeftButton)
    desk.wait(lambda: measuring.found)
    assert measuring.found.models[0].answers.figures().n == 20
    (card,) = measuring.view.cards
    people = [card.table.verticalHeaderItem(row).text() for row in range(card.table.rowCount())]
    assert people == ["Faces of a web search (FER+)"]  # all that the card of this model tells
    assert "dark-skinned" in card.missing.text()
    matrix = measuring.view.matrices[0]
    assert (
        sum(
            int(matrix.item(r, c).text())
            for r in (0, 6)
            for c in range(9)
            if matrix.item(r, c).text() != "·"
        )
        == 20
    )
    target = tmp_path / "figures.json"
    answer = staticmethod(lambda *_: (str(target), ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    measuring.save.click()
    assert json.loads(target.read_text())["models"][0]["n"] == 20
    opened = []
    measuring.opened.connect(opened.extend)
    monkeypatch.setattr(desk.presenter.opening, "open", lambda files: None)
    row = next(r for r in (0, 6) if matrix.item(r, r).text() != "·" or True)
    column = next(c for c in range(9) if matrix.item(row, c).text() != "·")
    matrix.cellClicked.emit(row, column)
    assert len(opened) == int(matrix.item(row, column).text())
    measuring.close()

    kept(desk).remove(kept(desk).everything()[:2])
    desk.actions.teach.trigger()
    teaching = dialog(desk)
    desk.qtbot.mouseClick(teaching.begin, Qt.MouseButton.LeftButton)
    desk.wait(lambda: teaching.taught)
    words = teaching.verdict.text()
    assert words == "No model was made: 20 faces are needed (found: 18)."
    assert not teaching.use.isEnabled()
    assert not paths.taught_directory().exists()


def test_the_buttons_stay_in_reach_on_a_low_screen(desk, ten_pictures, monkeypatch):
    monkeypatch.setattr(placement, "screens", lambda: [QRect(0, 0, 1024, 600)])
    correct_twenty(desk, ten_pictures)
    desk.actions.measure.trigger()
    measuring = dialog(desk)
    measuring.start.click()
    desk.wait(lambda: measuring.found)
    desk.actions.teach.trigger()
    teaching = dialog(desk)
    none = {"n": 9, "recall": 0.5}
    figures = {"n": 72, "balanced_accuracy": 0.5, "per_class": dict.fromkeys(LABELS, none)}
    teaching._show(TaughtWhole(WholeOutcome(figures, figures, None, Work()), None, ""))
    for each in (measuring, teaching):
        lay_out()
        assert each.height() <= 560
        assert each.minimumSizeHint().height() <= 560
        assert each.shut.geometry().bottom() < each.height()


def test_a_cluster_is_used_only_where_it_is_asked_for_and_one_that_is_not_there_is_told(
    desk, ten_pictures, tmp_path
):
    folder = tmp_path / "labelled" / "anger"
    folder.mkdir(parents=True)
    ten_pictures[0].rename(folder / "a.png")
    desk.actions.measure.trigger()
    measuring = dialog(desk)
    assert not measuring.cluster.on.isChecked()
    measuring.data.folder.setText(str(folder.parent))
    measuring.cluster.on.click()
    assert "leave this computer" in measuring.cluster.warning.text()
    assert not measuring.start.isEnabled()  # no address yet
    measuring.cluster.address.setText("tcp:/none")
    measuring.start.click()
    desk.wait(lambda: measuring.banner.text)
    assert "no Dask scheduler answers" in measuring.banner.text
    assert desk.presenter.settings.scheduler == "tcp:/none"
    measuring.data.crops.click()
    assert not measuring.cluster.isVisible()  # crops are measured here, in seconds


def test_stopping_gives_no_figures_and_no_problem(desk, ten_pictures):
    correct_twenty(desk, ten_pictures)
    desk.actions.measure.trigger()
    measuring = dialog(desk)
    measuring.start.click()
    assert not measuring.start.isEnabled()
    measuring.row.button.click()
    assert measuring.start.isEnabled()
    assert measuring.found is None
    assert measuring.banner.text == ""


@pytest.mark.data
@pytest.mark.timeout(900)
def test_teach_switch_and_measure_again(make_desk, datasets):
    """With real faces: most corrections were made on other days, and all are taught."""
    desk = make_desk(Settings(theme="light", model="seed", keep_corrections=True))
    samples = read_samples(datasets / "facial_expressions", "legend", "person-test")
    chosen = []
    for label in ("disgust", "happiness", "neutral", "sadness", "surprise"):
        chosen += [each for each in samples if each.label == INDEX[label]][:24]
    nothing = Expression(np.full(8, 0.125, np.float32), 0.5)
    for each in chosen:
        picture = load_picture(each)
        box = BoundingBox(0, 0, picture.shape[1], picture.shape[0])
        face = RecognizedFace(Face(box, 1.0), nothing, nothing)
        label, name = LABELS[each.label], each.path.name
        kept(desk).add(picture, face, label, source=name, group=each.person)
    desk.actions.measure.trigger()
    measuring = dialog(desk)
    measuring.start.click()
    desk.wait(lambda: measuring.found)
    before = measuring.found.models[0].answers.figures().per_class
    measuring.done(0)  # unasked

    desk.actions.teach.trigger()
    teaching = dialog(desk)
    teaching.focus.setCurrentIndex(1 + INDEX["disgust"])
    teaching.begin.click()
    desk.wait(lambda: teaching.taught)
    assert teaching.use.isEnabled(), teaching.verdict.text()
    assert "held back" in teaching.verdict.text()
    teaching.use.click()
    folder = paths.taught_directory() / "seed-taught-1"
    assert desk.presenter.settings.model == str(folder)
    assert "seed-taught-1 is used from now on" in desk.window.banner.text
    assert str(folder) in [a.data() for a in desk.actions.model_group.actions()]

    desk.actions.measure.trigger()
    measuring = dialog(desk)
    measuring.second.setCurrentIndex(measuring.second.findData("seed"))
    measuring.start.click()
    desk.wait(lambda: measuring.found)
    new, old = (model.answers.figures().per_class for model in measuring.found.models)
    assert old["disgust"].recall == before["disgust"].recall
    assert new["disgust"].recall > old["disgust"].recall
    measuring.done(0)  # unasked

    desk.actions.remove_taught.trigger()
    question = desk.presenter.teaching.question
    assert "seed-taught-1" in question.text()
    question.accept()
    assert not folder.exists()
    assert desk.presenter.settings.model == "se-resnet"
    assert not desk.actions.remove_taught.isEnabled()


def test_why_the_whole_network_can_not_be_taught_is_said_before_anybody_tries(
    desk, ten_pictures, monkeypatch
):
    desk.actions.teach.trigger()
    teaching = dialog(desk)
    teaching.data.folder.setText(str(ten_pictures[0].parent))
    assert teaching.begin.isEnabled()
    monkeypatch.setattr(teach_dialog, "why_not", lambda spec: "package")
    teaching.layers.setCurrentIndex(1)
    assert "only in a checkout" in teaching.about.text()
    assert not teaching.begin.isEnabled()
    assert not teaching.focus.isEnabled()
    monkeypatch.setattr(teach_dialog, "why_not", lambda spec: "")
    teaching.layers.setCurrentIndex(0)
    teaching.layers.setCurrentIndex(1)
    assert "All layers of the model learn" in teaching.about.text()
    assert teaching.begin.isEnabled()


def test_a_refusal_of_a_whole_network_says_nothing_about_other_persons():
    words = refusal_words(Refusal("no_gain"), is_whole=True)
    assert "kept aside" in words
    assert "persons" not in words
    assert "persons" in refusal_words(Refusal("no_gain"))


def test_the_whole_network_is_taught_kept_and_used(desk, ten_pictures, tmp_path, monkeypatch):
    """The training itself has tests of its own; here it is a copy of the bundled model."""
    none = {"n": 0, "recall": None}

    def learned(samples, spec, job, *, are_crops):
        work = Work()
        shutil.copytree(spec.directory, Path(work.name) / "out" / "model")
        before = {"n": 9, "balanced_accuracy": 0.4, "per_class": dict.fromkeys(LABELS, none)}
        before["per_class"]["anger"] = {"n": 9, "recall": 0.4}
        after = {**before, "balanced_accuracy": 0.8}
        after["per_class"] = {**before["per_class"], "anger": {"n": 9, "recall": 0.8}}
        return WholeOutcome(before, after, None, work)

    monkeypatch.setattr(teach_dialog, "why_not", lambda spec: "")
    monkeypatch.setattr(teach_results, "teach_whole", learned)
    folder = tmp_path / "labelled" / "anger"
    folder.mkdir(parents=True)
    ten_pictures[0].rename(folder / "a.png")
    desk.actions.teach.trigger()
    teaching = dialog(desk)
    teaching.data.folder.setText(str(folder.parent))
    teaching.layers.setCurrentIndex(1)
    teaching.begin.click()
    desk.wait(lambda: teaching.taught)
    assert "kept aside" in teaching.verdict.text()
    assert "40\xa0% to 80\xa0%" in teaching.verdict.text()
    assert teaching.table.verticalHeaderItem(0).text() == "anger"
    teaching.use.click()
    made = paths.taught_directory() / "seed-taught-1"
    assert desk.presenter.settings.model == str(made)
    assert (made / "model.keras").is_file()
    desk.actions.remove_taught.trigger()
    desk.presenter.teaching.question.accept()
    assert not made.exists()
