"""Colours and spacing of the window: one light and one dark palette over Qt's Fusion style."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from fer_desktop.core.settings import Theme

GRID: Final = 8
"""All distances are multiples of this, in logical pixels."""

_Role = QPalette.ColorRole

# Text on its ground has a contrast of at least 7:1, quiet text at least 4.5:1.
_LIGHT: Final = {
    _Role.Window: "#f4f5f7",
    _Role.Base: "#ffffff",
    _Role.AlternateBase: "#eceef1",
    _Role.Button: "#e6e9ed",
    _Role.WindowText: "#1a1f26",
    _Role.Text: "#1a1f26",
    _Role.ButtonText: "#1a1f26",
    _Role.ToolTipBase: "#1a1f26",
    _Role.ToolTipText: "#ffffff",
    _Role.PlaceholderText: "#59626e",
    _Role.Mid: "#c3c9d1",
    _Role.Highlight: "#1f5fbf",
    _Role.HighlightedText: "#ffffff",
    _Role.Link: "#1f5fbf",
}
_DARK: Final = {
    _Role.Window: "#1d2127",
    _Role.Base: "#15181d",
    _Role.AlternateBase: "#262b33",
    _Role.Button: "#2d333c",
    _Role.WindowText: "#eef1f5",
    _Role.Text: "#eef1f5",
    _Role.ButtonText: "#eef1f5",
    _Role.ToolTipBase: "#eef1f5",
    _Role.ToolTipText: "#15181d",
    _Role.PlaceholderText: "#a3adba",
    _Role.Mid: "#454d59",
    _Role.Highlight: "#6ea8ff",
    _Role.HighlightedText: "#10141a",
    _Role.Link: "#8ab9ff",
}

# The chosen line of a menu, and the button of a dialog that Enter presses: icons there keep the
# colour that they have on a tool bar, for Qt does not say where an icon is painted, so the ground
# has to be one on which that colour reads.
_LIGHT_MENU: Final = "#cfdff7"
_DARK_MENU: Final = "#33486a"

# Fusion draws the edge of what can be filled in 1.4 times darker than its window: on a ground of
# these colours the edge has a contrast of 3:1 or more with that of the dialogs.
_LIGHT_EDGE: Final = "#b0b5bd"
_DARK_EDGE: Final = "#9aa2ae"
_WITH_EDGE: Final = ("QCheckBox", "QRadioButton", "QLineEdit", "QAbstractSpinBox", "QComboBox")

# Words of what can't be used, at least 4.5:1 on their ground.
_LIGHT_PROBLEM: Final = "#a63c00"
_DARK_PROBLEM: Final = "#ff9d5c"
_LIGHT_GOOD: Final = "#00704c"
_DARK_GOOD: Final = "#4fc893"

_STYLE: Final = """
QToolTip {{ border: 0; padding: 4px; }}
* {{ dialogbuttonbox-buttons-have-icons: 0; }}
QStatusBar::item {{ border: 0; }}
QPushButton {{ padding: 5px 14px; border: 1px solid {mid}; border-radius: 5px;
    background: {button}; }}
QPushButton:default:enabled {{ background: {chosen}; border-color: {highlight}; }}
QPushButton:hover {{ border-color: {highlight}; }}
QPushButton:focus {{ border: 2px solid {highlight}; padding: 4px 13px; }}
QPushButton[icon-only="true"] {{ padding: 5px 7px; }}
QPushButton[icon-only="true"]:focus {{ padding: 4px 6px; }}
QPushButton#narrow {{ padding: 5px 2px; }}
QPushButton#narrow:focus {{ padding: 4px 1px; }}
QPushButton#narrow::menu-indicator {{ image: none; width: 0; }}
QPushButton:disabled {{ color: {quiet}; }}
QTextBrowser, QPlainTextEdit {{ border: 1px solid {mid}; padding: 1px; background: {base}; }}
QTextBrowser:focus, QPlainTextEdit:focus {{ border: 2px solid {highlight}; padding: 0; }}
QListWidget {{ border: 0; background: {base}; }}
Filmstrip, FaceTable, ReviewTable {{ border: 2px solid {base}; background: {base}; }}
Filmstrip:focus, FaceTable:focus, ReviewTable:focus {{ border-color: {highlight}; }}
QFrame#banner {{ border: 1px solid {mid}; background: {alternate}; }}
QFrame#banner[kind="problem"] {{ border-left: 5px solid #d55e00; }}
QFrame#banner[kind="note"] {{ border-left: 5px solid {highlight}; }}
QLabel#quiet {{ color: {quiet}; }}
QLabel#problem {{ color: {problem}; }}
"""


def verdict_color(palette: QPalette, *, is_good: bool) -> QColor:
    """Return the colour of a sign that says that something is well, or is not, on this palette."""
    on_dark = palette.color(QPalette.ColorRole.Window).lightness() < 128
    if is_good:
        return QColor(_DARK_GOOD if on_dark else _LIGHT_GOOD)
    return QColor(_DARK_PROBLEM if on_dark else _LIGHT_PROBLEM)


def is_dark(theme: Theme) -> bool:
    """Return whether a theme is dark at this moment; a system that says nothing counts as light."""
    if theme != "system":
        return theme == "dark"
    return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark


def apply_theme(application: QApplication, theme: Theme) -> None:
    """Give the whole application the colours of a theme."""
    application.setStyle("Fusion")
    colors = _DARK if is_dark(theme) else _LIGHT
    palette = QPalette()
    for role, color in colors.items():
        palette.setColor(role, QColor(color))
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colors[_Role.PlaceholderText]))
    application.setPalette(palette)
    edged = QPalette(palette)
    edged.setColor(_Role.Window, QColor(_DARK_EDGE if is_dark(theme) else _LIGHT_EDGE))
    for kind in _WITH_EDGE:
        application.setPalette(edged, kind)  # type: ignore[arg-type]  # as below
    palette.setColor(_Role.Highlight, QColor(_DARK_MENU if is_dark(theme) else _LIGHT_MENU))
    palette.setColor(_Role.HighlightedText, QColor(colors[_Role.WindowText]))
    for menu in ("QMenuBar", "QMenu"):  # with edges of what can be ticked in the second alone
        # PySide's stubs say bytes, and PySide takes words only.
        application.setPalette(palette, menu)  # type: ignore[arg-type]
        palette.setColor(_Role.Window, QColor(_DARK_EDGE if is_dark(theme) else _LIGHT_EDGE))
    application.setStyleSheet(
        _STYLE.format(
            mid=colors[_Role.Mid],
            button=colors[_Role.Button],
            highlight=colors[_Role.Highlight],
            quiet=colors[_Role.PlaceholderText],
            base=colors[_Role.Base],
            alternate=colors[_Role.AlternateBase],
            chosen=_DARK_MENU if is_dark(theme) else _LIGHT_MENU,
            problem=_DARK_PROBLEM if is_dark(theme) else _LIGHT_PROBLEM,
        )
    )
