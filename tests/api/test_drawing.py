"""Results drawn into a copy of the picture, in its own kind and channels."""

import numpy as np
import pytest

from fer_desktop import draw
from fer_desktop.core.overlay import COLORS
from fer_desktop.core.types import AnalyzedFrame, Frame
from tests.export.test_writers import recognized
from tests.fakes import picture


def test_a_copy_has_the_box_and_the_picture_stays():
    image, face = picture(64, 48), recognized("anger")
    drawn = draw(image, [face])
    assert tuple(drawn[20, 4]) == COLORS["anger"][::-1]
    assert (image == 100).all()
    assert (draw(image, AnalyzedFrame(Frame(image), (face,))) == drawn).all()


def test_channels_stay_as_they_were():
    image, face = picture(64, 48), recognized("anger")
    assert (draw(image, [face], color="rgb")[:, :, ::-1] == draw(image, [face])).all()
    assert draw(image[:, :, 0], [face], color="gray").shape == (48, 64, 3)


def test_a_pillow_picture_gives_one():
    pillow = pytest.importorskip("PIL.Image", reason="Pillow is not installed")
    image, face = picture(64, 48), recognized("anger")
    drawn = draw(pillow.fromarray(image), [face])
    assert isinstance(drawn, pillow.Image)
    assert (np.asarray(drawn)[:, :, ::-1] == draw(image, [face])).all()


def test_what_the_window_shows_can_be_drawn():
    image, face = picture(64, 48), recognized("anger")
    assert tuple(draw(image, [face], smoothed=True)[20, 4]) == COLORS["fear"][::-1]
