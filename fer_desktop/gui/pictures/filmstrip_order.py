"""Which of the opened pictures are shown in the filmstrip, and in which order."""

from typing import Any, Final

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QSortFilterProxyModel,
)

from fer_desktop.core.labels import LABELS, UNCERTAIN
from fer_desktop.core.natural import natural
from fer_desktop.gui.common.words import name_of
from fer_desktop.gui.pictures.filmstrip_model import PATH_ROLE, RESULT_ROLE, FilmstripModel
from fer_desktop.live.pictures import PictureResult

ALL, SEVERAL, NO_FACE, UNREADABLE = "all", "several", "no face", "unreadable"
KINDS: Final = (ALL, *LABELS, UNCERTAIN, SEVERAL, NO_FACE, UNREADABLE)
"""Which pictures can be shown: those with a face of a label, with several faces, and so on."""
OPENED, NAME, LABEL, UNSURE, FACES = "opened", "name", "label", "unsure", "faces"
ORDERS: Final = (OPENED, NAME, LABEL, UNSURE, FACES)
"""As opened, by name, by label, the least sure ones first, those with most faces first."""

_Index = QModelIndex | QPersistentModelIndex


class FilmstripOrder(QSortFilterProxyModel):
    """Lies between the opened pictures and the strip; results that come find their place."""

    def __init__(self, pictures: FilmstripModel) -> None:
        super().__init__()
        self._pictures = pictures
        self._kind, self._order, self._words = ALL, OPENED, ""
        self.setDynamicSortFilter(True)
        self.setSourceModel(pictures)

    @property
    def is_whole(self) -> bool:
        """Whether all pictures are shown."""
        return self._kind == ALL and not self._words

    def show_kind(self, kind: str) -> None:
        """Show only the pictures of a kind, one of `KINDS`."""
        self._kind = kind
        self.invalidate()

    def show_names(self, words: str) -> None:
        """Show only the pictures whose names have these words in them."""
        self._words = words.strip().casefold()
        self.invalidate()

    def show_order(self, order: str) -> None:
        """Show the pictures in an order, one of `ORDERS`."""
        self._order = order
        self.invalidate()
        self.sort(-1 if order == OPENED else 0)

    def filterAcceptsRow(self, row: int, parent: _Index) -> bool:
        """Return whether a picture is shown."""
        del parent
        index = self._pictures.index(row)
        if self._words and self._words not in index.data(PATH_ROLE).name.casefold():
            return False
        return self._kind == ALL or _is_of(self._kind, index.data(RESULT_ROLE))

    def lessThan(self, left: _Index, right: _Index) -> bool:
        """Return whether a picture stands before another one."""
        keys = [(self._key(index), index.row()) for index in (left, right)]
        return bool(keys[0] < keys[1])

    def _key(self, index: _Index) -> tuple[Any, ...]:
        if self._order == NAME:
            return (natural(index.data(PATH_ROLE).name),)
        result: PictureResult | None = index.data(RESULT_ROLE)
        if result is None or not result.faces:
            return (1, "", 0.0)  # behind all those in which something was found
        face = result.faces[0].raw
        if self._order == LABEL:
            return (0, name_of(face.label).casefold(), -face.confidence)
        if self._order == UNSURE:
            return (0, "", min(each.raw.confidence for each in result.faces))
        return (0, "", float(-len(result.faces)))


def _is_of(kind: str, result: PictureResult | None) -> bool:
    if result is None:
        return False
    if kind == UNREADABLE:
        return bool(result.error)
    if kind == NO_FACE:
        return not result.error and not result.faces
    if kind == SEVERAL:
        return len(result.faces) > 1
    return any(
        kind == UNCERTAIN if face.raw.is_uncertain else face.label == kind for face in result.faces
    )
