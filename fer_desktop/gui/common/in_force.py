"""Which faces are shown corrected by their neutral face at this moment, and since when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from fer_desktop.core.types import Expression


@dataclass(frozen=True, eq=False)
class NeutralTaken:
    """A neutral face that corrects what is shown of a face.

    Attributes:
        track_id: Number of the face.
        since: When it was taken, in the time of this computer.
        looked: What it looked like to the network.
    """

    track_id: int
    since: datetime
    looked: Expression


class InForce(QObject):
    """The neutral faces that hold now.

    Signals:
        changed: There are others.
        unwanted: The face with this number is to be shown uncorrected again.
    """

    changed = Signal()
    unwanted = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[NeutralTaken, ...] = ()

    @property
    def neutral_faces(self) -> Sequence[NeutralTaken]:
        """All of them, in the order in which they were taken."""
        return self._all

    def put(self, taken: NeutralTaken) -> None:
        """Add one; it takes the place of an earlier one of the same face."""
        self._set([each for each in self._all if each.track_id != taken.track_id] + [taken])

    def keep(self, tracks: frozenset[int]) -> None:
        """Drop those of other faces than these."""
        if any(each.track_id not in tracks for each in self._all):
            self._set([each for each in self._all if each.track_id in tracks])

    def _set(self, some: Sequence[NeutralTaken]) -> None:
        self._all = tuple(some)
        self.changed.emit()
