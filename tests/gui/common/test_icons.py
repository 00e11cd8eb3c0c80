"""Icons and small faces: one set without colours of its own, sharp, in the theme's colours."""

import ast
import gc
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree as ET

import numpy as np
import pytest
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QImage, QPainter, QPalette
from PySide6.QtWidgets import QPushButton

from fer_desktop.core.labels import LABELS, UNCERTAIN
from fer_desktop.gui.common import icons
from fer_desktop.gui.common.theme import apply_theme
from fer_desktop.system import paths

ROOT = Path(__file__).parents[3]
ICONS = paths.resources() / "icons"
DRAWINGS = sorted(p for p in ICONS.rglob("*.svg") if p.stem != "fer-desktop")
RED = QColor(255, 0, 0)


def pixels(image):
    """Return an image or a pixmap as (H, W, 4) of red, green, blue and alpha."""
    image = image if isinstance(image, QImage) else image.toImage()
    image = image.convertToFormat(QImage.Format.Format_RGBA8888)
    data = np.frombuffer(image.constBits(), np.uint8)
    return data.reshape(image.height(), image.width(), 4).astype(int)


def ink_color(pixmap):
    """Return the colour of what is fully covered."""
    found = pixels(pixmap)
    colors = np.unique(found[found[..., 3] == 255][:, :3], axis=0)
    assert len(colors) == 1
    return tuple(colors[0])


def of_palette(role, group=QPalette.ColorGroup.Active):
    return QGuiApplication.palette().color(group, role).getRgb()[:3]


def painted(rect, label="fear", size=40, zoom=1.0, ratio=1.0):
    """Return the alpha of a small face that is painted onto nothing."""
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    image.setDevicePixelRatio(ratio)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.scale(zoom, zoom)
    try:
        icons.paint_glyph(painter, rect, label, RED)
    finally:
        painter.end()
    return pixels(image)[..., 3]


@pytest.mark.parametrize("file", DRAWINGS, ids=lambda p: p.stem)
def test_drawings_are_one_set_without_colours_of_their_own(file):
    root = ET.parse(file).getroot()
    assert root.get("viewBox") == "0 0 24 24"
    assert (root.get("stroke"), root.get("stroke-width")) == ("currentColor", "2")
    assert (root.get("stroke-linecap"), root.get("stroke-linejoin")) == ("round", "round")
    for element in root.iter():
        assert not {"style", "class", "color", "opacity"} & set(element.attrib)
        for name in ("fill", "stroke"):
            assert element.get(name, "none") in {"none", "currentColor"}


@pytest.mark.parametrize("file", DRAWINGS, ids=lambda p: p.stem)
def test_every_drawing_shows_something_and_nothing_is_cut_off(qapp, file):
    get = icons.glyph if file.parent.name == "expressions" else icons.icon
    alpha = pixels(get(file.stem).pixmap(QSize(240, 240), 1.0))[..., 3]
    assert 0.02 < (alpha > 128).mean() < 0.5
    inner = alpha[1:-1, 1:-1]
    assert inner.astype(bool).sum() == alpha.astype(bool).sum(), "ink at the very edge"


def test_the_names_are_the_files():
    assert {*icons._files("icon")} == {p.stem for p in ICONS.glob("*.svg")} - {"fer-desktop"}
    assert {*icons._files("glyph")} == {*LABELS, UNCERTAIN}


@pytest.mark.parametrize("name", ["nonsense", "fer-desktop", "expressions/anger", "anger", ""])
def test_an_unknown_icon_is_an_error_that_lists_those_there_are(name):
    with pytest.raises(KeyError, match=r"There is no icon '.*'; there are calibrate, camera, "):
        icons.icon(name)


def test_an_unknown_face_is_an_error_that_lists_those_there_are(qapp):
    with pytest.raises(KeyError, match="There is no glyph 'joy'; there are anger, contempt, "):
        icons.glyph("joy")
    with pytest.raises(KeyError, match="There is no glyph 'camera'"):
        painted(QRectF(0, 0, 16, 16), "camera")


def used_names(source):
    """Return the icon names that stand in code: `icon("camera")`, or `icon="camera"`."""
    found = set()
    for call in (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)):
        named = [word.value for word in call.keywords if word.arg == "icon"]
        name = getattr(call.func, "id", getattr(call.func, "attr", ""))
        for value in (*named, *(call.args[:1] if name == "icon" else [])):
            if isinstance(value, ast.Constant) and isinstance(value.value, str):
                found.add(value.value)
    return found


def test_icons_that_the_code_names_exist():
    assert used_names('icon("a"); icons.icon("b"); Entry("x", icon="c"); other("d")') == {*"abc"}
    for module in sorted((ROOT / "fer_desktop").rglob("*.py")):
        unknown = used_names(module.read_text(encoding="utf-8")) - {*icons._files("icon")}
        assert not unknown, f"{module.name} names icons that are not there"


def test_an_icon_follows_the_theme_by_itself(qapp):
    apply_theme(qapp, "light")
    icon = icons.icon("stop")
    seen = []
    for theme in ("light", "dark"):
        apply_theme(qapp, theme)
        seen.append(ink_color(icon.pixmap(QSize(24, 24), 2.0)))
        assert seen[-1] == of_palette(QPalette.ColorRole.ButtonText)
    assert seen[0] != seen[1]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_disabled_icons_are_quiet_and_selected_ones_read_on_the_highlight(qapp, theme):
    apply_theme(qapp, theme)
    icon = icons.icon("stop")
    disabled = ink_color(icon.pixmap(QSize(24, 24), 1.0, QIcon.Mode.Disabled))
    assert disabled == of_palette(QPalette.ColorRole.PlaceholderText)
    assert disabled == of_palette(QPalette.ColorRole.ButtonText, QPalette.ColorGroup.Disabled)
    selected = ink_color(icon.pixmap(QSize(24, 24), 1.0, QIcon.Mode.Selected))
    assert selected == of_palette(QPalette.ColorRole.HighlightedText)


def test_faces_have_the_colour_of_words(qapp):
    apply_theme(qapp, "dark")
    face = ink_color(icons.glyph("neutral").pixmap(QSize(48, 48), 1.0))
    assert face == of_palette(QPalette.ColorRole.WindowText)


def test_a_button_shows_its_icon_in_the_theme_it_is_painted_in(qapp, qtbot):
    apply_theme(qapp, "light")
    button = QPushButton(icons.icon("stop"), "")
    button.setIconSize(QSize(24, 24))
    qtbot.addWidget(button)
    for theme in ("light", "dark"):
        apply_theme(qapp, theme)
        button.ensurePolished()
        shown = pixels(button.grab())[..., :3].reshape(-1, 3)
        assert (shown == of_palette(QPalette.ColorRole.ButtonText)).all(axis=1).sum() > 50


@pytest.mark.parametrize(("ratio", "side"), [(1.0, 16), (1.5, 24), (2.0, 32), (3.0, 48)])
def test_icons_are_drawn_anew_for_every_density(qapp, ratio, side):
    icon = icons.icon("settings")
    dense = icon.pixmap(QSize(16, 16), ratio)
    assert (dense.width(), dense.devicePixelRatio()) == (side, ratio)
    assert np.array_equal(pixels(dense), pixels(icon.pixmap(QSize(side, side), 1.0)))


def test_an_icon_stays_square_in_a_wide_place(qapp):
    rows, columns = np.nonzero(pixels(icons.icon("stop").pixmap(QSize(48, 24), 1.0))[..., 3])
    assert (rows.min(), rows.max()) == (4, 19)
    assert (columns.min(), columns.max()) == (16, 31)


def test_a_changed_copy_lives_as_long_as_it_is_held(qapp):
    icon = icons.icon("eye")
    copy = QIcon(icon)
    copy.setIsMask(True)  # Qt clones the engine for the copy
    gc.collect()
    wanted = pixels(icon.pixmap(QSize(24, 24), 1.0))
    assert np.array_equal(pixels(copy.pixmap(QSize(24, 24), 1.0)), wanted)
    del icon
    gc.collect()
    assert np.array_equal(pixels(copy.pixmap(QSize(24, 24), 1.0)), wanted)


@pytest.mark.parametrize("side", [14, 16, 28])
def test_faces_differ_clearly_even_when_small(qapp, side):
    rect = QRectF(0, 0, side, side)
    seen = {label: painted(rect, label, side) / 255 for label in icons._files("glyph")}
    for a, b in combinations(seen, 2):
        ink = min(seen[a].sum(), seen[b].sum())
        assert np.abs(seen[a] - seen[b]).sum() / ink > 0.15, f"{a} looks like {b}"


def test_a_face_is_painted_in_any_colour_into_the_middle_of_its_place(qapp):
    image = QImage(60, 40, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    icons.paint_glyph(painter, QRectF(10, 4, 40, 32), "neutral", QColor(10, 200, 30))
    painter.end()
    assert ink_color(image) == (10, 200, 30)
    rows, columns = np.nonzero(pixels(image)[..., 3])
    assert (rows.min(), rows.max(), columns.min(), columns.max()) == (4, 35, 14, 45)


@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_a_face_between_two_pixels_is_as_sharp_as_on_one(qapp, ratio):
    whole = painted(QRectF(3, 1, 16, 16), ratio=ratio)
    assert np.array_equal(painted(QRectF(3.2, 0.8, 16, 16), ratio=ratio), whole)


def test_a_face_has_the_detail_of_the_screen_and_of_the_zoom(qapp):
    large = painted(QRectF(2, 4, 32, 32))
    assert np.array_equal(painted(QRectF(1, 2, 16, 16), ratio=2.0), large)
    assert np.array_equal(painted(QRectF(1, 2, 16, 16), zoom=2.0), large)


def test_a_face_is_drawn_once_for_each_size_and_colour(qapp):
    icons._image.cache_clear()
    for _ in range(3):
        painted(QRectF(0, 0, 16, 16))
    painted(QRectF(0, 0, 18, 18))
    assert icons._image.cache_info().misses == 2
