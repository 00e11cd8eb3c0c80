"""Gives faces a number that stays with them from frame to frame, from their boxes alone."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from fer_desktop.core.geometry import iou
from fer_desktop.core.types import Face

_CLOSE_FRACTION = 0.5
"""Boxes that barely overlap still belong together if their centres are closer than this share of
their width: a quick nod at a low frame rate."""
_SAME_PLACE_IOU = 0.5
"""A face that the detector is not sure of has to lie this well on the one that it goes on from."""


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

    def __init__(
        self,
        hold_s: float = 0.4,
        min_iou: float = 0.2,
        min_belief: float = 0.0,
        sure_score: float = 0.0,
    ) -> None:
        """Start without faces.

        Args:
            hold_s: How long a face stays after it was seen last.
            min_iou: Boxes that overlap so much belong together.
            min_belief: A face is returned once the scores of its sightings sum to this: at once
                where the detector is sure, after some frames where it is not, and never where it
                invents a face in a single frame. 0 returns every face at once.
            sure_score: A found face with a lower score is none of its own: it only goes on from a
                known one in its place that no surer face goes on from, and adds no belief (after
                the two rounds of ByteTrack, Zhang et al., 2022). So a face that turns away stays.
        """
        self._hold_s, self._min_iou = hold_s, min_iou
        self._min_belief, self._sure_score = min_belief, sure_score
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
            is_sure = face.detection_score >= self._sure_score
            track_id, belief = matches.get(position), face.detection_score if is_sure else 0.0
            if track_id is None:
                if not is_sure:
                    continue
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
        """Return track numbers by position in `found`: sure faces first, best pairs first."""
        pairs = sorted(
            (
                (face.detection_score >= self._sure_score, score, position, track_id)
                for position, face in enumerate(found)
                for track_id, track in self._tracks.items()
                if (score := self._affinity(track.face, face)) > 0
            ),
            key=lambda pair: (not pair[0], -pair[1], pair[3]),
        )
        matches: dict[int, int] = {}
        for _, _, position, track_id in pairs:
            if position not in matches and track_id not in matches.values():
                matches[position] = track_id
        return matches

    def _affinity(self, old: Face, new: Face) -> float:
        overlap = iou(old.box, new.box)
        if new.detection_score < self._sure_score:
            return overlap if overlap >= _SAME_PLACE_IOU else 0.0
        if overlap >= self._min_iou:
            return 1.0 + overlap
        a, b = old.box, new.box
        distance = max(abs((a.x1 + a.x2) - (b.x1 + b.x2)), abs((a.y1 + a.y2) - (b.y1 + b.y2))) / 2
        ratio = a.width / max(1, b.width)
        reach = _CLOSE_FRACTION * max(a.width, b.width)
        is_close = distance < reach and 0.5 < ratio < 2.0
        return 1.0 - distance / reach if is_close else 0.0
