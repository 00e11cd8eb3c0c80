"""Where a picture lies in a view: as large as fits, or enlarged and moved about. Geometry only."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt

_LARGEST: Final = 32.0
_SMALLEST: Final = 0.05
_PAN: Final = 40.0

PANS: Final[dict[int, QPointF]] = {
    # An arrow shows what lies that way, so the picture moves the other way.
    Qt.Key.Key_Left: QPointF(_PAN, 0),
    Qt.Key.Key_Right: QPointF(-_PAN, 0),
    Qt.Key.Key_Up: QPointF(0, _PAN),
    Qt.Key.Key_Down: QPointF(0, -_PAN),
}
"""How far each arrow key moves an enlarged picture."""


class Viewport:
    """Keeps a zoom and the point of the picture that stands in the middle of the view.

    Sizes are in logical pixels of the view; a zoom of 1 shows one picture pixel on one of these.
    """

    def __init__(self) -> None:
        self.zoom: float | None = None
        """None fits the picture to the view."""
        self._center = QPointF(0.5, 0.5)

    def scale(self, picture: QSizeF, view: QSizeF) -> float:
        """Return how large a picture pixel is in the view."""
        if self.zoom is not None:
            return self.zoom
        return min(view.width() / picture.width(), view.height() / picture.height())

    def target(self, picture: QSizeF, view: QSizeF) -> QRectF:
        """Return where the whole picture lies; it may be larger than the view."""
        scale = self.scale(picture, view)
        width, height = picture.width() * scale, picture.height() * scale
        return QRectF(
            _placed(width, view.width(), self._center.x()),
            _placed(height, view.height(), self._center.y()),
            width,
            height,
        )

    def fit(self) -> None:
        """Show the whole picture."""
        self.zoom, self._center = None, QPointF(0.5, 0.5)

    def set_zoom(self, zoom: float, anchor: QPointF, picture: QSizeF, view: QSizeF) -> None:
        """Enlarge or shrink; what is at `anchor` in the view stays there, as far as it can."""
        before = self.target(picture, view)
        at_x = (anchor.x() - before.left()) / before.width()
        at_y = (anchor.y() - before.top()) / before.height()
        self.zoom = min(_LARGEST, max(_SMALLEST, zoom))
        width, height = picture.width() * self.zoom, picture.height() * self.zoom
        self._center = QPointF(
            at_x + (view.width() / 2 - anchor.x()) / width,
            at_y + (view.height() / 2 - anchor.y()) / height,
        )
        self._keep_inside(picture, view)

    def pan(self, by: QPointF, picture: QSizeF, view: QSizeF) -> bool:
        """Move the picture by so much of the view; return whether it can be moved at all."""
        target = self.target(picture, view)
        if target.width() <= view.width() and target.height() <= view.height():
            return False
        self._center -= QPointF(by.x() / target.width(), by.y() / target.height())
        self._keep_inside(picture, view)
        return True

    def _keep_inside(self, picture: QSizeF, view: QSizeF) -> None:
        target = self.target(picture, view)
        self._center = QPointF(
            _inside(self._center.x(), view.width() / target.width()),
            _inside(self._center.y(), view.height() / target.height()),
        )


def _placed(length: float, room: float, center: float) -> float:
    """Return where a picture of this length begins in the room."""
    if length <= room:
        return (room - length) / 2
    return min(0.0, max(room - length, room / 2 - center * length))


def _inside(center: float, shown: float) -> float:
    """Return the middle of the part that is shown, moved so that no edge comes into view."""
    half = min(0.5, shown / 2)
    return min(1 - half, max(half, center))
