"""Gives faces a number that stays with them from frame to frame, from their boxes.

Only one that was lost for a while has to look alike as well.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from fer_desktop.core.geometry import BoundingBox, covered, iou
from fer_desktop.core.likeness import ALIKE_FROM, Appearance, is_alike, likeness
from fer_desktop.core.motion import Motion
from fer_desktop.core.track import Look, Track, TrackerState
from fer_desktop.core.types import Face

_CLOSE_FRACTION: Final = 0.5
"""Boxes that barely overlap still belong together if their centres are closer than this share of
their width: a quick nod at a low frame rate. What was waited for may be anywhere near."""
_SAME_PLACE_IOU: Final = 0.5
"""A face that the detector is not sure of has to lie this well on the one that it goes on from."""
_BEHIND: Final = 0.3
"""A lost face so much of which lies under a seen one is behind it."""
_WAIT_S: Final = 2.0
"""So long a face is waited for that is behind another or was carried on, and so long one that was
lost may come back to where it was seen last."""
_GLANCE_S: Final = 0.2
"""Who comes back after this has to look alike."""
_BACK_REACH: Final = 1.0
"""Who comes back is at most so many widths from where the face was seen last."""
_LEAST_INSIDE: Final = 0.6
"""A lost face less of which is inside the picture has left it."""


@dataclass(frozen=True)
class Expected:
    """A known face: where it was in the last frame, and where it should be by now."""

    last: Face
    box: BoundingBox


class Tracker:
    """Matches each face to the nearest known one; keeps a lost face for a short while.

    One that is lost for longer, but did not leave the picture, is neither shown nor expected. It
    gets its number again if it is found within two seconds where it was seen last, and looks alike.

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
            hold_s: How long a face stays after it was seen last. One that is behind another, or
                moves on without being made out, is not shown for longer, but known for two seconds
                more.
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
        self._tracks: dict[int, Track] = {}
        self._gone: dict[int, Track] = {}
        self._next_id = 1
        self._time_s = float("-inf")

    @property
    def known(self) -> frozenset[int]:
        """Numbers of the faces that are not forgotten."""
        return frozenset(self._tracks) | frozenset(self._gone)

    @property
    def state(self) -> TrackerState:
        """What `restore` takes, so that another tracker goes on as this one would."""
        tracks, gone = (
            tuple(track.in_numbers() for track in some.values())
            for some in (self._tracks, self._gone)
        )
        return TrackerState(tracks, gone, self._next_id, self._time_s)

    def restore(self, state: TrackerState) -> None:
        """Go on where another tracker was; `recall` has to tell what the faces look like."""
        self._tracks, self._gone = (
            {_number(known.face): Track.of(known) for known in some}
            for some in (state.tracks, state.gone)
        )
        self._next_id, self._time_s = state.next_id, state.time_s

    def recall(self, time_s: float, appearance_of: Callable[[BoundingBox], Appearance]) -> None:
        """Learn what restored faces look like that were seen in the frame of this time."""
        for track in (*self._tracks.values(), *self._gone.values()):
            if track.look is not None and track.look.time_s == time_s:
                track.appearance = appearance_of(track.look.box)

    def forget(self) -> None:
        """Forget all faces, as after a cut or where time goes backwards: who is found is new."""
        self._tracks.clear()
        self._gone.clear()
        self._time_s = float("-inf")

    def expected(self, time_s: float) -> list[Expected]:
        """Return the known faces as they should be at a time; none where it went backwards."""
        if time_s < self._time_s:
            return []
        return [
            Expected(replace(track.face, track_id=track_id), track.motion.at(time_s))
            for track_id, track in self._tracks.items()
        ]

    def update(
        self, found: Sequence[Face], time_s: float, size: tuple[int, int] | None = None
    ) -> list[Face]:
        """Return the faces of this frame with their numbers.

        Found faces come first, in their order; then those that the detector lost less than
        `hold_s` ago, where they should be, with `is_held` set.

        Args:
            found: What the detector found. A face of these that has a number already was only
                followed: its box is where the known face of that number has moved to. With
                `is_held` it is not known to be there still.
            time_s: Of the frame.
            size: Width and height of the picture: who leaves it is held no longer.
        """
        if time_s < self._time_s:
            self.forget()
        passed_s, self._time_s = max(0.0, time_s - self._time_s), time_s
        self._gone = {n: t for n, t in self._gone.items() if time_s - t.seen_s <= _WAIT_S}
        carried = {_number(face): face.box for face in found if face.is_held}
        first_new = self._next_id
        seen = self._take([face for face in found if not face.is_held], carried)
        newcomers = [face for face in seen if _number(face) >= first_new]
        numbered = [f for f in seen if self._is_shown(self._tracks[_number(f)])]
        fresh = {_number(face) for face in seen}
        for track_id, track in list(self._tracks.items()):
            if track_id in fresh:
                continue
            self._go_on(track, carried.get(track_id), seen, passed_s)
            is_replaced = any(
                iou(track.face.box, face.box) >= _SAME_PLACE_IOU for face in newcomers
            )
            lost_s = time_s - track.seen_s
            is_over = lost_s > self._hold_s + min(track.waited_s, _WAIT_S)
            is_inside = _is_inside(track.face.box, size)
            if is_replaced or is_over or not is_inside:
                del self._tracks[track_id]
                # Without a look that can be compared, it can't be known again.
                may_return = is_inside and track.appearance is not None and lost_s <= _WAIT_S
                if may_return and self._is_shown(track):
                    self._gone[track_id] = track
            elif self._is_shown(track) and lost_s <= self._hold_s:
                numbered.append(replace(track.face, is_held=True))
        return numbered

    def _go_on(
        self, track: Track, carried_to: BoundingBox | None, seen: Sequence[Face], passed_s: float
    ) -> None:
        """Move a lost face to where it was carried, or should be by now."""
        box = carried_to
        if box is not None:
            track.motion = track.motion.seen(box, self._time_s)
            track.seen_box = box
        else:
            box = track.motion.at(self._time_s)
        if carried_to is not None or any(covered(box, face.box) > _BEHIND for face in seen):
            track.waited_s += passed_s
        track.face = replace(track.face, box=box)

    def _is_shown(self, track: Track) -> bool:
        return track.belief >= self._min_belief

    def _take(self, found: Sequence[Face], carried: dict[int, BoundingBox]) -> list[Face]:
        """Return the found faces that are kept, with their numbers, and keep them in mind."""
        followed = {face.track_id for face in found}  # and None, for the others
        boxes = {
            track_id: carried.get(track_id) or track.motion.at(self._time_s)
            for track_id, track in self._tracks.items()
            if track_id not in followed
        }
        matches = self._match(found, boxes)
        taken: list[Face] = []
        for position, face in enumerate(found):
            if face.track_id is not None:
                track = self._tracks[face.track_id]
                track.motion = track.motion.seen(face.box, self._time_s)
                track.face, track.seen_s, track.waited_s = face, self._time_s, 0.0
                track.seen_box = face.box
                taken.append(face)
                continue
            is_sure = face.detection_score >= self._sure_score
            belief = face.detection_score if is_sure else 0.0
            appearance = face.appearance
            look = None if appearance is None else Look(self._time_s, face.box)
            track_id = matches.get(position)
            if track_id is not None:
                old = self._tracks[track_id]
                is_alone = _is_alone(face, found)
                motion = (old.motion.seen if is_alone else old.motion.touched)(
                    face.box, self._time_s
                )
                belief += old.belief
                if appearance is None or not is_alone:  # or else it would be the other's
                    appearance, look = old.appearance, old.look
            elif is_sure and (track_id := self._returned(face)) is not None:
                motion = Motion(face.box, self._time_s)
                belief += self._gone.pop(track_id).belief
            elif is_sure:
                track_id, self._next_id = self._next_id, self._next_id + 1
                motion = Motion(face.box, self._time_s)
            else:
                continue
            tracked = replace(face, track_id=track_id)
            self._tracks[track_id] = Track(
                tracked, motion, self._time_s, belief, face.box, appearance, look=look
            )
            taken.append(tracked)
        return taken

    def _match(self, found: Sequence[Face], boxes: dict[int, BoundingBox]) -> dict[int, int]:
        """Return track numbers by position in `found`: sure faces first, best pairs first."""
        pairs = sorted(
            (
                (face.detection_score >= self._sure_score, score, position, track_id)
                for position, face in enumerate(found)
                if face.track_id is None
                for track_id, box in boxes.items()
                if (score := self._affinity(box, face, self._tracks[track_id].waited_s)) > 0
                and self._may_be(self._tracks[track_id], face, found)
            ),
            key=lambda pair: (not pair[0], -pair[1], pair[3]),
        )
        matches: dict[int, int] = {}
        for _, _, position, track_id in pairs:
            if position not in matches and track_id not in matches.values():
                matches[position] = track_id
        return matches

    def _may_be(self, track: Track, face: Face, found: Sequence[Face]) -> bool:
        """Return whether a face may be one that was known; of one that is half hidden who knows."""
        if self._time_s - track.seen_s <= _GLANCE_S or not _is_alone(face, found):
            return True
        return is_alike(track.appearance, face.appearance)

    def _returned(self, face: Face) -> int | None:
        """Return the number of the lost face that is most like one found where it was."""
        best_id, most = None, ALIKE_FROM
        for track_id, track in self._gone.items():
            if track.appearance is None or face.appearance is None:
                continue
            if not _nearness(track.seen_box, face.box, _BACK_REACH):
                continue
            alike = likeness(track.appearance, face.appearance)
            if alike >= most:
                best_id, most = track_id, alike
        return best_id

    def _affinity(self, old: BoundingBox, new: Face, waited_s: float) -> float:
        overlap = iou(old, new.box)
        if new.detection_score < self._sure_score:
            return overlap if overlap >= _SAME_PLACE_IOU else 0.0
        if overlap >= self._min_iou:
            return 1.0 + overlap
        widths = min(1.0, _CLOSE_FRACTION + waited_s)
        return _nearness(old, new.box, widths)


def _number(face: Face) -> int:
    assert face.track_id is not None
    return face.track_id


def _is_alone(face: Face, found: Sequence[Face]) -> bool:
    return all(other is face or not iou(other.box, face.box) for other in found)


def _nearness(a: BoundingBox, b: BoundingBox, widths: float) -> float:
    """Return 1 for one middle, falling to 0 so many widths apart; 0 for quite another size."""
    distance = max(abs((a.x1 + a.x2) - (b.x1 + b.x2)), abs((a.y1 + a.y2) - (b.y1 + b.y2))) / 2
    ratio = a.width / max(1, b.width)
    reach = widths * max(a.width, b.width)
    is_close = distance < reach and 0.5 < ratio < 2.0
    return 1.0 - distance / reach if is_close else 0.0


def _is_inside(box: BoundingBox, size: tuple[int, int] | None) -> bool:
    return size is None or box.clipped(*size).area >= _LEAST_INSIDE * box.area
