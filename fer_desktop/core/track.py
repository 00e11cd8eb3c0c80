"""What a tracker knows of a face, and the same in numbers alone, from which it can go on."""

from dataclasses import dataclass, replace

from fer_desktop.core.geometry import BoundingBox
from fer_desktop.core.likeness import Appearance
from fer_desktop.core.motion import Motion
from fer_desktop.core.types import Face


@dataclass(frozen=True)
class Look:
    """Where it was seen what a face looks like: from that frame it can be had again."""

    time_s: float
    box: BoundingBox


@dataclass(frozen=True)
class KnownFace:
    """What is known of a face, in numbers alone; the frame of its look tells the rest."""

    face: Face
    motion: Motion
    seen_s: float
    belief: float
    seen_box: BoundingBox
    waited_s: float
    look: Look | None


@dataclass
class Track:
    """A face that is followed through the frames, see `Tracker`.

    Attributes:
        face: As it was in the last frame.
        motion: Where it will be.
        seen_s: When it was seen last.
        belief: Sum of the scores of its sightings.
        seen_box: Where it was seen last.
        appearance: What it looks like, where that is known.
        waited_s: How long it was behind another, or carried on.
        look: Where that it looks so was seen.
    """

    face: Face
    motion: Motion
    seen_s: float
    belief: float
    seen_box: BoundingBox
    appearance: Appearance | None = None
    waited_s: float = 0.0
    look: Look | None = None

    @classmethod
    def of(cls, known: KnownFace) -> "Track":
        """Return the track of a face that is known in numbers; what it looks like is not."""
        return cls(**vars(known))

    def in_numbers(self) -> KnownFace:
        """Return it without what it looks like."""
        known = {name: value for name, value in vars(self).items() if name != "appearance"}
        return KnownFace(**{**known, "face": replace(self.face, appearance=None)})


@dataclass(frozen=True)
class TrackerState:
    """All that what a tracker says next depends on, but what faces look like."""

    tracks: tuple[KnownFace, ...]
    gone: tuple[KnownFace, ...]
    next_id: int
    time_s: float
