"""Above a picture: its name and place, and which pictures the filmstrip shows in which order."""

import cv2
import pytest

from fer_desktop.core.labels import LABELS
from fer_desktop.gui.pictures.filmstrip_order import KINDS, ORDERS
from fer_desktop.vision import assembly
from fer_desktop.vision.analyzer import FrameAnalyzer
from tests.fakes import FixedClassifier, FixedDetector, probabilities
from tests.gui.conftest import LEFT, RIGHT, half_and_half

SURE = {"a": ("anger", 0.9), "b": ("fear", 0.7), "c": ("anger", 0.6), "d": ("fear", 0.3)}


@pytest.fixture
def desk(make_desk, monkeypatch, tmp_path):
    """Return the window with d, c, b, a, an empty one without a face, and a broken one."""

    class Detector(FixedDetector):
        def detect(self, image):
            boxes = {0: (), 2: (LEFT, RIGHT)}.get(image.shape[1] - 320, (LEFT,))
            return FixedDetector(*boxes).detect(image)

    def by_mean(mean):
        return probabilities(*SURE["abcd"[round(mean * 255) // 50]])

    monkeypatch.setattr(
        assembly,
        "still_analyzer",
        lambda _: FrameAnalyzer(Detector(), FixedClassifier(by_mean=by_mean), threshold=0.4),
    )
    files = []
    for number, name in enumerate("dcba"):
        image = half_and_half(321 + number)
        image[:] = 20 + 50 * "abcd".index(name)
        files.append(tmp_path / f"{name}.png")
        cv2.imwrite(str(files[-1]), image)
    files.append(tmp_path / "empty.png")
    cv2.imwrite(str(files[-1]), half_and_half(320))
    files.append(tmp_path / "broken.png")
    files[-1].write_bytes(b"")
    desk = make_desk()
    desk.open(files)
    return desk


def shown(desk):
    order = desk.window.filmstrip.order
    return [order.index(row, 0).data(0x100).stem for row in range(order.rowCount())]


def choose(box, at):
    box.setCurrentIndex(at)
    box.activated.emit(at)


def place(desk):
    bar = desk.window.picture_bar
    return ", ".join(filter(None, (bar.name.text(), bar.place.text())))


def test_the_name_and_the_place_stand_above_the_picture(desk):
    assert desk.window.picture_bar.isVisible()
    assert place(desk) == "d.png, 1 of 6"
    desk.actions.next_picture.trigger()
    assert place(desk) == "c.png, 2 of 6"
    desk.actions.back_to_live.trigger()
    assert not desk.window.picture_bar.isVisible()


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("anger", ["c", "a"]),
        ("fear", ["b"]),
        ("uncertain", ["d"]),
        ("several", ["c"]),
        ("no face", ["empty"]),
        ("unreadable", ["broken"]),
        ("sadness", []),
    ],
)
def test_pictures_of_a_kind(desk, kind, expected):
    bar = desk.window.picture_bar
    choose(bar.kind, KINDS.index(kind))
    assert shown(desk) == expected
    n = len(expected)
    assert place(desk).endswith(f"1 of {n}, 6 open" if n else "6 open")
    choose(bar.kind, 0)
    assert shown(desk) == ["d", "c", "b", "a", "empty", "broken"]


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("name", ["a", "b", "broken", "c", "d", "empty"]),
        ("label", ["a", "c", "b", "d", "empty", "broken"]),
        ("unsure", ["d", "c", "b", "a", "empty", "broken"]),
        ("faces", ["c", "d", "b", "a", "empty", "broken"]),
    ],
)
def test_pictures_in_an_order(desk, order, expected):
    bar = desk.window.picture_bar
    choose(bar.order, ORDERS.index(order))
    assert shown(desk) == expected
    choose(bar.order, 0)
    assert shown(desk) == ["d", "c", "b", "a", "empty", "broken"]


def test_a_name_is_found_and_the_keys_go_through_what_is_shown(desk):
    desk.qtbot.keyClicks(desk.window.picture_bar.words, "B")
    assert shown(desk) == ["b", "broken"]
    desk.window.filmstrip.step(-1)
    assert place(desk) == "b.png, 1 of 2, 6 open"
    desk.actions.next_picture.trigger()
    assert place(desk).startswith("broken.png")
    assert not desk.actions.next_picture.isEnabled()


def test_pictures_that_are_opened_anew_are_all_shown(desk, picture_files):
    choose(desk.window.picture_bar.kind, KINDS.index("fear"))
    desk.actions.back_to_live.trigger()
    desk.open(picture_files[:2])
    assert shown(desk) == ["a", "b"]
    assert desk.window.picture_bar.kind.currentIndex() == 0


def test_the_choices_have_the_words_of_the_window(desk):
    kinds = [desk.window.picture_bar.kind.itemText(at) for at in range(len(KINDS))]
    assert kinds[1 : 1 + len(LABELS)] == list(LABELS)
    assert kinds[0] == "All pictures"
    assert "" not in kinds
