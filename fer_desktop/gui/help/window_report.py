"""What the doctor's report says about the window: Qt, screen, theme."""

from PySide6.QtCore import QLocale, qVersion
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QWidget

from fer_desktop.core.settings import Settings
from fer_desktop.gui.common.theme import is_dark


def window_report(window: QWidget, settings: Settings) -> str:
    """Return lines about the window and its screen, in English as the whole report is."""
    screen, ratio = window.screen(), window.devicePixelRatio()
    size = screen.size()
    theme = "dark" if is_dark(settings.theme) else "light"
    reader = "listening" if QAccessible.isActive() else "none"
    return "\n".join(
        [
            f"Qt {qVersion()}, platform {QGuiApplication.platformName()}",
            f"screen: {size.width()} x {size.height()} at scale {ratio:g}, "
            f"{screen.refreshRate():.0f} Hz; window {window.width()} x {window.height()}",
            f"theme: {settings.theme}, shown {theme}",
            f"language: {settings.language}, system {QLocale.system().name()}",
            f"assistive technology: {reader}",
        ]
    )
