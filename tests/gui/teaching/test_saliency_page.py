"""What the network looks at: painted for the chosen face, which it follows; live goes on."""

import numpy as np

from fer_desktop.core.settings import Settings
from fer_desktop.gui.teaching.saliency_page import painted


def test_it_paints_what_counts_and_leaves_the_rest():
    chip = np.full((16, 16, 3), 200, np.uint8)
    parts = np.zeros((7, 7), np.float32)
    parts[0, 0] = 0.6
    image = painted(chip, parts, 70)
    assert image.shape == (70, 70, 3)
    assert image[2, 2, 0] < 100  # blue gives way to vermilion
    np.testing.assert_array_equal(image[60, 60], [200, 200, 200])


def test_it_follows_the_chosen_face_of_pictures(make_desk, quick_analysis, picture_files):
    desk = make_desk(Settings(theme="light", model="seed"))
    desk.open(picture_files)
    desk.actions.saliency.trigger()
    page = desk.presenter.teaching.dialogs[-1]
    desk.wait(lambda: page.shown)
    assert page.words.text() == "What makes this face look like anger:"
    assert not page.picture.pixmap().isNull()
    desk.actions.next_face.trigger()
    desk.wait(lambda: page.shown[0].raw.best == "surprise")
    desk.presenter.chosen.change(model="se-resnet")
    assert not page.isVisible()


def test_without_a_face_it_says_so(make_desk, quick_analysis):
    desk = make_desk(Settings(theme="light", model="seed"))
    desk.actions.saliency.trigger()
    page = desk.presenter.teaching.dialogs[-1]
    assert page.words.text() == "There is no face. Start the camera, or open pictures."
    desk.presenter.start("demo")
    desk.wait(lambda: page.shown)
    assert "look like" in page.words.text()
