"""What the two heads of the demo do, moment by moment: plain numbers, no pictures.

Everything comes back to its beginning after `LENGTH_S`, so that the clip loops.
"""

import math
from dataclasses import dataclass

from model.rendered.action_units import BOTH_SIDES, EXPRESSIONS, Drawn
from model.rendered.pose import Pose

LENGTH_S = 16.0
_RISE_S, _HOLD_S, _FALL_S = 1.2, 1.5, 0.5
"""What is shown live is calmed over a moment, so the full expression stays for longer than that."""
_ROLES: tuple[tuple[tuple[str, int, float], ...], ...] = (
    (("happiness", 1, 0.4), ("anger", 1, 4.4), ("contempt", 3, 8.4), ("fear", 2, 12.3)),
    (("surprise", 0, 1.6), ("disgust", 0, 5.4), ("sadness", 1, 9.2)),
)
"""For each head: an expression, which of its ways, and when it begins to show."""
_BLINKS = ((4.0, 8.0, 11.9, 15.7), (0.7, 5.1, 8.9, 12.5))
_BLINK_S = 0.3
_TURNS_S = 8.0, 5.1
"""When each head turns aside, between two expressions."""
_LEAVES_S, _GONE_S, _COMES_S, _BACK_S = 12.6, 13.5, 14.3, 15.2
"""When the second head leaves and comes back."""


@dataclass(frozen=True)
class Moment:
    """What a head does at a moment.

    Attributes:
        expression: Which muscles move how far.
        label: What is shown.
        strength: How far it is shown, 0 to 1.
        pose: How the head is held.
        aside: How far it is out of the picture to its side, 0 to 1.
    """

    expression: Drawn
    label: str
    strength: float
    pose: Pose
    aside: float


def moment(head: int, time_s: float) -> Moment:
    """Return what head 0 or 1 does at a time of the clip."""
    label, way, strength = "neutral", 0, 0.0
    for name, variant, begin_s in _ROLES[head]:
        value = _rise_and_fall(time_s - begin_s)
        if value > 0:
            label, way, strength = name, variant, value
    sway = 2 * math.pi * time_s / LENGTH_S
    sign = 1 - 2 * head
    yaw = 7 * math.sin(2 * sway + head) + sign * 30 * _bump(time_s, _TURNS_S[head], 1.4)
    aside = _eased((time_s - _LEAVES_S) / (_GONE_S - _LEAVES_S)) - _eased(
        (time_s - _COMES_S) / (_BACK_S - _COMES_S)
    )
    aside *= head
    if head:
        going = 35 * _bump(time_s, (_LEAVES_S + _GONE_S) / 2, 1.2)
        yaw += going - 30 * _bump(time_s, (_COMES_S + _BACK_S) / 2, 1.2)
    pose = Pose(yaw, 3 * math.sin(3 * sway + 2 * head), 3.5 * math.sin(sway + 2 * head))
    blink = max((_bump(time_s, at_s, _BLINK_S) for at_s in _BLINKS[head]), default=0.0)
    return Moment(shown(label, way, strength, blink), label, strength, pose, aside)


def shown(label: str, way: int, strength: float, blink: float = 0.0) -> Drawn:
    """Return an expression in one of its ways, evenly on both sides unless it is lopsided."""
    variant = EXPRESSIONS[label][way]
    left = {unit: weight * strength for unit, weight in variant.units.items()}
    right = {
        unit: 0.0 if variant.lopsided and unit in BOTH_SIDES else value
        for unit, value in left.items()
    }
    for unit, weight in variant.even.items():
        left[unit] = right[unit] = weight * strength
    for side in (left, right):
        side["43"] = min(2.0, side.get("43", 0.0) + 2 * blink)
    return Drawn(left, right, 0.9)


def _rise_and_fall(since_s: float) -> float:
    up = _eased(since_s / _RISE_S)
    return up * (1 - _eased((since_s - _RISE_S - _HOLD_S) / _FALL_S))


def _bump(time_s: float, middle_s: float, width_s: float) -> float:
    away = abs(time_s - middle_s) / width_s
    return 0.5 + 0.5 * math.cos(2 * math.pi * away) if away < 0.5 else 0.0


def _eased(share: float) -> float:
    x = min(max(share, 0.0), 1.0)
    return x * x * (3 - 2 * x)
