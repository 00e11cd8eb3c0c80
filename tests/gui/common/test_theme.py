"""The themes: text reads well on every ground, and the choice is followed."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter, QPalette
from PySide6.QtWidgets import QCheckBox, QLabel, QMenu, QMenuBar, QPushButton, QRadioButton, QWidget

from fer_desktop.core.overlay import COLORS, text_color
from fer_desktop.gui.common import theme as theme_module
from fer_desktop.gui.common.banner import Banner
from fer_desktop.gui.common.theme import apply_theme, is_dark
from fer_desktop.gui.shell.presenter import _LAMP
from fer_desktop.gui.view.signs import paint_sign
from tests.gui.conftest import dress

Role = QPalette.ColorRole
GROUNDS = (Role.Window, Role.Base, Role.AlternateBase, Role.Button)


def luminance(rgb):
    """Return the relative luminance after WCAG 2."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in rgb]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(a, b):
    bright, dark = sorted((luminance(a), luminance(b)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def color(palette, role, group=QPalette.ColorGroup.Active):
    return palette.color(group, role).getRgbF()[:3]


@pytest.fixture
def palette(each_theme, qapp):
    dress(qapp, each_theme)
    return qapp.palette()


def test_the_measure_itself():
    assert contrast((0, 0, 0), (1, 1, 1)) == pytest.approx(21)


@pytest.mark.parametrize("ground", GROUNDS, ids=lambda role: role.name)
@pytest.mark.parametrize("text", [Role.WindowText, Role.Text, Role.ButtonText], ids=str)
def test_text_reads_well(palette, text, ground):
    assert contrast(color(palette, text), color(palette, ground)) >= 7


@pytest.mark.parametrize("ground", GROUNDS, ids=lambda role: role.name)
@pytest.mark.parametrize("text", [Role.PlaceholderText, Role.Link], ids=str)
def test_quiet_text_and_links_read_well_enough(palette, text, ground):
    assert contrast(color(palette, text), color(palette, ground)) >= 4.5


@pytest.mark.parametrize(
    ("text", "ground"),
    [(Role.HighlightedText, Role.Highlight), (Role.ToolTipText, Role.ToolTipBase)],
    ids=str,
)
def test_text_on_its_own_ground_reads_well_enough(palette, text, ground):
    assert contrast(color(palette, text), color(palette, ground)) >= 4.5


@pytest.mark.parametrize("text", [Role.WindowText, Role.Text, Role.ButtonText], ids=str)
def test_disabled_text_can_still_be_read(palette, text):
    disabled = color(palette, text, QPalette.ColorGroup.Disabled)
    assert disabled != color(palette, text)
    for ground in (Role.Window, Role.Button):
        assert contrast(disabled, color(palette, ground)) >= 4.5


@pytest.mark.parametrize("label", COLORS)
def test_words_on_the_colours_of_the_expressions_read_well_enough(label):
    ground, text = COLORS[label], text_color(COLORS[label])
    assert contrast([c / 255 for c in text], [c / 255 for c in ground]) >= 4.5


def test_light_is_light_and_dark_is_dark(qapp):
    apply_theme(qapp, "light")
    light = color(qapp.palette(), Role.Window)
    apply_theme(qapp, "dark")
    dark = color(qapp.palette(), Role.Window)
    assert luminance(light) > 0.8
    assert luminance(dark) < 0.05


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_widgets_take_the_colours(qapp, qtbot, theme):
    label, button = QLabel("quiet words"), QPushButton("Press")
    label.setObjectName("quiet")
    for widget in (label, button):
        qtbot.addWidget(widget)
    apply_theme(qapp, theme)
    for widget in (label, button):
        widget.ensurePolished()
    quiet = label.palette().color(Role.WindowText)
    assert quiet == qapp.palette().color(Role.PlaceholderText)
    face = button.grab().toImage().pixelColor(8, button.height() // 2)
    assert face == qapp.palette().color(Role.Button)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("kind", [QMenu, QMenuBar])
def test_words_and_icons_read_on_the_chosen_line_of_a_menu(qapp, qtbot, theme, kind):
    dress(qapp, theme)
    menu = kind()
    qtbot.addWidget(menu)
    menu.ensurePolished()
    line = color(menu.palette(), Role.Highlight)
    assert line != color(qapp.palette(), Role.Highlight)
    for ink in (Role.HighlightedText, Role.ButtonText):
        assert contrast(color(menu.palette(), ink), line) >= 7
    assert color(menu.palette(), Role.WindowText) == color(qapp.palette(), Role.WindowText)


@pytest.mark.parametrize("kind", [QCheckBox, QRadioButton])
def test_the_edges_of_what_can_be_filled_are_seen(qapp, qtbot, palette, kind):
    box = kind()
    qtbot.addWidget(box)
    box.ensurePolished()
    picture = box.grab().toImage()
    middle = picture.height() // 2
    edges = [picture.pixelColor(x, middle).getRgbF()[:3] for x in range(picture.width())]
    assert max(contrast(edge, color(palette, Role.Window)) for edge in edges) >= 3


@pytest.mark.parametrize("name", ["light", "dark"])
def test_words_about_a_problem_read_well_enough(qapp, qtbot, name):
    label = QLabel("It can't be.")
    label.setObjectName("problem")
    qtbot.addWidget(label)
    apply_theme(qapp, name)
    label.ensurePolished()
    words = label.palette().color(Role.WindowText)
    assert words == QColor(getattr(theme_module, f"_{name.upper()}_PROBLEM"))
    assert contrast(words.getRgbF()[:3], color(qapp.palette(), Role.Window)) >= 4.5


def test_a_chosen_theme_does_not_ask_the_system(qapp, monkeypatch):
    monkeypatch.setattr(QGuiApplication, "styleHints", staticmethod(lambda: 1 / 0))
    assert is_dark("dark")
    assert not is_dark("light")


@pytest.mark.parametrize(
    ("scheme", "expected"),
    [
        (Qt.ColorScheme.Dark, True),
        (Qt.ColorScheme.Light, False),
        (Qt.ColorScheme.Unknown, False),
    ],
    ids=str,
)
def test_the_system_is_followed_and_silence_is_light(qapp, monkeypatch, scheme, expected):
    class Hints:
        @staticmethod
        def colorScheme():  # noqa: N802 - Qt's name
            return scheme

    monkeypatch.setattr(QGuiApplication, "styleHints", staticmethod(Hints))
    assert is_dark("system") is expected


@pytest.mark.parametrize("behind", ["#000000", "#ffffff", "#808080", "#f0e442"])
@pytest.mark.parametrize("kind", ["on", "paused", "trouble"])
def test_signs_read_over_any_picture(qapp, kind, behind):
    image = QImage(200, 60, QImage.Format.Format_RGB32)
    image.fill(QColor(behind))
    painter = QPainter(image)
    paint_sign(painter, QRectF(image.rect()), "MMMM", kind)
    painter.end()
    rows = range(12, 30)
    left = next(x for x in range(200) if image.pixelColor(x, 20) != QColor(behind))
    ground = image.pixelColor(left + 4, 20).getRgbF()[:3]

    def best(columns):
        inks = (image.pixelColor(x, y).getRgbF()[:3] for x in columns for y in rows)
        return max(contrast(ink, ground) for ink in inks)

    assert best(range(left + 28, 190)) >= 4.5  # the words
    assert best(range(left + 11, left + 21)) >= 3  # a mark beside words that say the same


@pytest.mark.parametrize("state", ["on", "trouble", "off"])
def test_the_lamp_is_seen_and_its_words_read(palette, state):
    ground = color(palette, Role.Window)
    assert contrast(QColor(_LAMP[state]).getRgbF()[:3], ground) >= 3  # a dot beside words
    assert contrast(color(palette, Role.WindowText), ground) >= 4.5


@pytest.mark.parametrize("is_problem", [True, False])
def test_the_banner_reads(palette, qtbot, is_problem):
    parent = QWidget()
    qtbot.addWidget(parent)
    banner = Banner(parent)
    banner.resize(600, 60)
    parent.show()
    banner.show_message("Words", is_problem=is_problem)
    label = banner.findChild(QLabel)
    ground = banner.grab().toImage().pixelColor(300, 6).getRgbF()[:3]
    assert ground == pytest.approx(color(palette, Role.AlternateBase), abs=0.01)
    assert contrast(color(label.palette(), Role.WindowText), ground) >= 4.5
