"""Gives faces a number that stays with them from frame to frame, from their boxes alone."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from fer_desktop.core.geometry import iou
from fer_desktop.core.types import Face

_CLOSE_FRACTION = 0.5
"""Boxes that barely overlap still belong together if their centres are closer than this share of
their width: a quick nod at a low frame rate."""


@dataclass
class _Track:
    face: Face
    seen_s: float
    belief: float


class Tracker:
    """Matches each face to the nearest known one; keeps a lost face for a short while.

    Times are the frames' own seconds, so behaviour does not depend on the frame rate. When time
    goes backwards (a video was rewound) all tracks are forgotten; numbers are never used twice.
    """

    def __init__(self, hold_s: float = 0.4, min_iou: float = 0.2, min_belief: float = 0.0) -> None:
        """Start without faces.

        Args:
            hold_s: How long a face stays after it was seen last.
            min_iou: Boxes that overlap so much belong together.
            min_belief: A face is returned once the scores of its sightings sum to this: at once
                where the detector is sure, after some frames where it is not, and never where it
                invents a face in a single frame. 0 returns every face at once.
        """
        self._hold_s, self._min_iou, self._min_belief = hold_s, min_iou, min_belief
        self._tracks: dict[int, _Track] = {}
        self._next_id = 1
        self._time_s = float("-inf")

    @property
    def known(self) -> frozenset[int]:
        """Numbers of the faces that are not forgotten."""
        return frozenset(self._tracks)

    def update(self, found: Sequence[Face], time_s: float) -> list[Face]:
        """Return the faces of this frame with their numbers.

        Found faces come first, in their order; then those that the detector lost less than
        `hold_s` ago, with their last box and `is_held` set.
        """
        if time_s < self._time_s:
            self._tracks.clear()
        self._time_s = time_s
        matches = self._match(found)
        numbered: list[Face] = []
        fresh: set[int] = set()
        for position, face in enumerate(found):
            track_id, belief = matches.get(position), face.detection_score
            if track_id is None:
                track_id, self._next_id = self._next_id, self._next_id + 1
            else:
                belief += self._tracks[track_id].belief
            tracked = replace(face, track_id=track_id, is_held=False)
            self._tracks[track_id] = _Track(tracked, time_s, belief)
            fresh.add(track_id)
            if belief >= self._min_belief:
                numbered.append(tracked)
        for track_id, track in list(self._tracks.items()):
            if track_id in fresh:
                continue
            if time_s - track.seen_s > self._hold_s:
                del self._tracks[track_id]
            elif track.belief >= self._min_belief:
                numbered.append(replace(track.face, is_held=True))
        return numbered

    def _match(self, found: Sequence[Face]) -> dict[int, int]:
        """Return track numbers by position in `found`, best pairs first."""
        pairs = sorted(
            (
                (score, position, track_id)
                for position, face in enumerate(found)
                for track_id, track in self._tracks.items()
                if (score := self._affinity(track.face, face)) > 0
            ),
            key=lambda pair: (-pair[0], pair[2]),
        )
        matches: dict[int, int] = {}
        for _, position, track_id in pairs:
            if position not in matches and track_id not in matches.values():
                matches[position] = track_id
        return matches

    def _affinity(self, old: Face, new: Face) -> float:
        overlap = iou(old.box, new.box)
        if overlap >= self._min_iou:
            return 1.0 + overlap
        a, b = old.box, new.box
        distance = max(abs((a.x1 + a.x2) - (b.x1 + b.x2)), abs((a.y1 + a.y2) - (b.y1 + b.y2))) / 2
        ratio = a.width / max(1, b.width)
        reach = _CLOSE_FRACTION * max(a.width, b.width)
        is_close = distance < reach and 0.5 < ratio < 2.0
        return 1.0 - distance / reach if is_close else 0.0
