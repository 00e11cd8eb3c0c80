"""Where windows lie: as large as the screen allows, and where the user left them."""

from typing import Any, Final

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from fer_desktop.gui.common.theme import GRID
from fer_desktop.system import window_memory

_EDGE: Final = GRID // 2
_TITLE: Final = 4 * GRID + _EDGE
"""What the system draws around a window needs so much at its sides, and above it."""
_LARGEST: Final = 1 << 15


def screens() -> list[QRect]:
    """Return what is free of each screen, the first one's first; tests have their own."""
    first = QGuiApplication.primaryScreen()
    others = [screen for screen in QGuiApplication.screens() if screen is not first]
    return [screen.availableGeometry() for screen in (first, *others) if screen is not None]


def room(screen: QRect) -> QRect:
    """Return where a window may lie on a screen, its title and edges left out."""
    return screen.adjusted(_EDGE, _TITLE, -_EDGE, -_EDGE)


def most_width() -> int:
    """Return how wide a window can be on the narrowest screen that is there, in pixels."""
    return min((room(screen).width() for screen in screens()), default=_LARGEST)


def most_height() -> int:
    """Return how high a window can be on the lowest screen that is there, in pixels."""
    return min((room(screen).height() for screen in screens()), default=_LARGEST)


def placed(wanted: QRect, available: list[QRect]) -> QRect:
    """Return a place for a window: as wanted, but on a screen that is there, and all of it.

    Args:
        wanted: Where the window was, or is to be.
        available: What is free of each screen, the first one's first.
    """
    if not available:
        return wanted

    def shared(screen: QRect) -> int:
        common = screen.intersected(wanted)
        return max(0, common.width()) * max(0, common.height())

    best = max(available, key=shared)  # the first one where it is on none
    free = room(best)
    size = wanted.size().boundedTo(free.size())
    if not shared(best):
        found = QRect(free.topLeft(), size)
        found.moveCenter(free.center())
        return found
    x = min(max(wanted.x(), free.left()), free.right() + 1 - size.width())
    y = min(max(wanted.y(), free.top()), free.bottom() + 1 - size.height())
    return QRect(x, y, size.width(), size.height())


def fit(window: QWidget, size: QSize) -> None:
    """Give a window this size, or what its screen has room for."""
    window.resize(size.boundedTo(_largest(window)))


def keep_place(window: QWidget, name: str) -> bool:
    """Give a window the place that it had last, or let it fit, and remember where it is left.

    Args:
        window: Not shown yet.
        name: Stands for it in what is kept.

    Returns:
        Whether it had a place.
    """
    keeper = _Keeper(window, name)
    return keeper.restore()


class _Keeper(QObject):
    """Watches one window; it goes with it."""

    def __init__(self, window: QWidget, name: str) -> None:
        super().__init__(window)
        self._window, self._name = window, name
        window.installEventFilter(self)

    def restore(self) -> bool:
        """Place the window; return whether it had a place."""
        kept = _kept().get(self._name)
        wanted = _rect(kept)
        window = self._window
        if wanted is None:
            fit(window, window.size())
            self._lay_over_parent()
            return False
        window.setGeometry(placed(wanted, screens()))
        if isinstance(kept, dict) and kept.get("maximized") is True:
            window.setWindowState(Qt.WindowState.WindowMaximized)
        return True

    def _lay_over_parent(self) -> None:
        """Lay it over the window that it belongs to: Qt would leave its title above the screen."""
        parent = self._window.parentWidget()
        if parent is None or not parent.window().isVisible():
            return
        size = self._window.size().expandedTo(self._window.minimumSizeHint())
        wanted = QRect(self._window.pos(), size)
        wanted.moveCenter(parent.window().geometry().center())
        self._window.setGeometry(placed(wanted, screens()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Remember the place before the window goes."""
        if event.type() == QEvent.Type.Hide and watched is self._window:
            self._remember()
        return False

    def _remember(self) -> None:
        window = self._window
        is_special = bool(window.windowFlags() & Qt.WindowType.WindowStaysOnTopHint)
        if is_special or window.isFullScreen() or window.isMinimized():
            return  # the small view and the full screen are no place to begin with
        rect = window.normalGeometry() if window.isMaximized() else window.geometry()
        if not rect.isValid():
            return
        place = {"at": [rect.x(), rect.y(), rect.width(), rect.height()]}
        places = _kept()
        now: dict[str, Any] = {**place, "maximized": window.isMaximized()}
        if places.get(self._name) != now:
            window_memory.remember("places", {**places, self._name: now})


def _largest(window: QWidget) -> QSize:
    available = screens()
    parent = window.parentWidget()
    at = (parent.window() if parent is not None else window).geometry()
    on = [screen for screen in available if screen.intersects(at)] or available[:1]
    return room(on[0]).size() if on else QSize(_LARGEST, _LARGEST)


def _kept() -> dict[str, Any]:
    """Return the places of all windows."""
    places = window_memory.recall("places")
    return places if isinstance(places, dict) else {}


def _rect(kept: object) -> QRect | None:
    """Return what is kept of a window; None where it is no place."""
    at = kept.get("at") if isinstance(kept, dict) else None
    if not isinstance(at, list) or len(at) != 4:
        return None
    if not all(type(n) is int and abs(n) <= _LARGEST for n in at) or min(at[2:]) < 1:
        return None
    return QRect(*at)
