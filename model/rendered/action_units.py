"""Which muscles make an expression, and the movements of the face model that they stand for.

Action units are those of FACS; their combinations are those that EMFACS counts as an expression,
its full ones and, as `slight`, those with few units, which untrained people show when asked.
It knows names and weights; it must not know the mesh.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from fer_desktop.core.labels import LABELS

BOTH_SIDES: Mapping[str, Mapping[str, float]] = {
    "1": {"browInnerUp": 1.0},
    "2": {"browOuterUp": 0.9},
    "4": {"browDown": 1.0},
    "5": {"eyeWide": 1.5},
    "6": {"cheekSquint": 0.6, "cheekRaiser": 0.5, "eyeSquint": 0.3},
    "7": {"eyeSquint": 1.0},
    "9": {"noseSneer": 0.9},
    "10": {"mouthUpperUp": 0.9},
    "12": {"mouthSmile": 0.8},
    "14": {"mouthDimple": 1.0},
    "15": {"mouthFrown": 1.0},
    "16": {"mouthLowerDown": 1.0},
    "20": {"mouthStretch": 1.0},
    "24": {"mouthPress": 0.9},
    "43": {"eyeBlink": 0.5},
}
"""Movements that the model has for each side apart."""
_WHOLE: Mapping[str, Mapping[str, float]] = {
    "17": {"mouthShrugLower": 0.9, "mouthShrugUpper": 0.25},
    "18": {"mouthPucker": 0.6},
    "22": {"mouthFunnel": 0.5},
    "23": {"mouthRollLower": 0.35, "mouthRollUpper": 0.35, "mouthPucker": 0.15},
    "25": {"jawOpen": 0.1},
    "26": {"jawOpen": 0.33},
    "27": {"jawOpen": 0.75},
    "28": {"mouthRollLower": 0.6, "mouthRollUpper": 0.5},
}
UNITS = frozenset(BOTH_SIDES) | frozenset(_WHOLE)
_FREE = ("1", "2", "4", "7", "12", "14", "15", "17", "20", "24", "43")
"""Units that faces do a little without meaning anything."""


@dataclass(frozen=True)
class Variant:
    """One way to show an expression.

    Attributes:
        units: Action units at full strength 1.
        share: How often this way is taken, relative to the others.
        slight: It is what people do who show little: weaker, too.
        lopsided: All sided units of `units` on one side only.
        even: Units on both sides, also where the others are lopsided.
    """

    units: Mapping[str, float]
    share: float = 1.0
    slight: bool = False
    lopsided: bool = False
    even: Mapping[str, float] = field(default_factory=dict)


EXPRESSIONS: Mapping[str, tuple[Variant, ...]] = {
    "anger": (
        Variant({"4": 1.2, "5": 0.4, "7": 0.7, "23": 0.8, "24": 0.6}, 3),
        Variant({"4": 1.2, "7": 0.8, "24": 1.0, "17": 0.6}, 2),
        Variant({"4": 1.3, "5": 0.5, "7": 0.5, "10": 0.7, "16": 0.8, "25": 1.0, "9": 0.3}, 2),
        Variant({"4": 1.3, "5": 0.7, "7": 0.4, "22": 0.5, "10": 0.6, "16": 0.6, "26": 1.2}, 1),
        Variant({"4": 1.2, "7": 0.7}, 1.5, slight=True),
        Variant({"4": 1.1, "5": 0.8}, 1.5, slight=True),
        Variant({"4": 1.0, "23": 0.9, "24": 0.5}, 2, slight=True),
        Variant({"4": 0.7, "17": 0.8, "24": 1.1, "7": 0.3}, 2, slight=True),
    ),
    "contempt": (
        Variant({"12": 0.8, "14": 0.4}, 3, lopsided=True),
        Variant({"14": 0.9}, 2, lopsided=True, even={"24": 0.4, "43": 0.3}),
        Variant({"12": 0.7, "10": 0.5}, 1, lopsided=True, even={"7": 0.4}),
        Variant({"10": 0.4, "14": 0.6, "12": 0.5}, 2, lopsided=True, even={"43": 0.35}),
        Variant({"14": 0.7, "12": 0.3, "2": 0.7}, 2, lopsided=True, even={"17": 0.4, "7": 0.3}),
    ),
    "disgust": (
        Variant({"9": 1.1, "10": 0.7, "17": 0.9, "4": 0.4, "6": 0.6, "7": 0.6}, 3),
        Variant({"9": 1.1, "10": 0.9, "25": 0.8, "4": 0.4, "7": 0.8, "15": 0.3}, 2),
        Variant({"9": 1.0, "17": 1.1, "15": 0.8, "4": 0.4, "10": 0.4, "43": 0.5}, 2),
        Variant({"9": 1.1, "10": 1.0, "16": 0.6, "26": 0.8, "4": 0.4, "6": 0.8}, 1),
        Variant({"10": 1.2, "17": 0.9, "9": 0.6, "7": 0.5}, 1),
        Variant({"9": 1.0, "4": 0.4, "7": 0.6}, 2, slight=True),
        Variant({"10": 1.2, "25": 0.6, "7": 0.4}, 1, slight=True),
    ),
    "fear": (
        Variant({"1": 1.2, "2": 0.6, "4": 0.8, "5": 1.3, "20": 1.2, "16": 0.6, "25": 1.2}, 3),
        Variant({"1": 1.2, "2": 0.6, "4": 0.8, "5": 1.3, "20": 1.1, "16": 0.5, "26": 0.9}, 3),
        Variant({"1": 1.3, "4": 1.0, "5": 1.2, "7": 0.3, "20": 1.3, "16": 0.9, "10": 0.3}, 2),
        Variant({"1": 1.2, "2": 0.6, "4": 0.8, "5": 1.3, "20": 1.1, "16": 0.5, "27": 0.7}, 1),
        Variant({"1": 1.1, "2": 0.4, "4": 0.9, "5": 0.6, "20": 0.8, "25": 0.9}, 3, slight=True),
        Variant({"1": 1.1, "4": 1.0, "7": 0.3, "20": 1.1, "25": 0.8, "16": 0.3}, 3, slight=True),
        Variant({"1": 1.0, "2": 0.7, "4": 0.7, "5": 1.1, "25": 0.8}, 2, slight=True),
        Variant({"1": 0.6, "2": 0.5, "5": 1.3, "20": 0.7, "26": 0.6}, 1, slight=True),
    ),
    "happiness": (
        Variant({"6": 1.0, "12": 1.0}, 1),
        Variant({"6": 1.0, "12": 1.1, "25": 1.5, "10": 0.3}, 2),
    ),
    "neutral": (Variant({}),),
    "sadness": (
        Variant({"1": 1.2, "4": 0.6, "15": 1.1}, 2),
        Variant({"1": 1.2, "4": 0.7, "15": 1.0, "17": 0.7, "43": 0.5}, 2),
        Variant({"1": 1.1, "4": 0.6}, 1, slight=True),
        Variant({"15": 1.1, "17": 0.9}, 1, slight=True),
    ),
    "surprise": (
        Variant({"1": 1.1, "2": 1.1, "5": 1.0, "26": 1.2}, 2),
        Variant({"1": 1.1, "2": 1.1, "5": 1.1, "27": 0.9}, 2),
        Variant({"1": 1.1, "2": 1.1, "25": 1.0}, 2, slight=True),
        Variant({"1": 1.0, "2": 1.0, "5": 0.9, "26": 0.6}, 2, slight=True),
        Variant({"5": 1.1, "26": 1.0}, 1, slight=True),
    ),
}
assert set(EXPRESSIONS) == set(LABELS)


@dataclass(frozen=True)
class Drawn:
    """An expression at random.

    Attributes:
        left: Strength of each unit on the person's left side.
        right: Strength on the right; units of the whole face are the same on both.
        folds: How deep the folds of this skin are; the young have shallow ones.
    """

    left: Mapping[str, float]
    right: Mapping[str, float]
    folds: float = 1.0

    @property
    def movements(self) -> dict[str, float]:
        """The weights of the face model's movements, by its names."""
        found: dict[str, float] = {}
        for unit in sorted({*self.left, *self.right}):
            for name, share in _WHOLE.get(unit, {}).items():
                found[name] = found.get(name, 0.0) + share * self.left[unit]
            for name, share in BOTH_SIDES.get(unit, {}).items():
                for side, units in (("_L", self.left), ("_R", self.right)):
                    found[name + side] = found.get(name + side, 0.0) + share * units.get(unit, 0.0)
        return found


def drawn(expression: str, rng: np.random.Generator) -> Drawn:
    """Return the expression in one of its ways and strengths, a little uneven, with stray units."""
    variants = EXPRESSIONS[expression]
    shares = np.array([variant.share for variant in variants])
    variant = variants[int(rng.choice(len(variants), p=shares / shares.sum()))]
    weakest, strongest = (0.85, 1.4) if variant.lopsided else (0.7, 1.25)
    strength = float(rng.uniform(0.55 if variant.slight else weakest, strongest))
    stronger_left = bool(rng.integers(2))
    left: dict[str, float] = {}
    right: dict[str, float] = {}
    for unit, weight in variant.units.items():
        value = weight * strength * float(rng.uniform(0.8, 1.2))
        less = 0.0 if variant.lopsided else float(rng.uniform(0.7, 1.0))
        if unit in _WHOLE:
            less = 1.0
        left[unit], right[unit] = (value, value * less)[:: 1 if stronger_left else -1]
    for unit, weight in variant.even.items():
        left[unit] = right[unit] = weight * strength * float(rng.uniform(0.6, 1.2))
    n_stray = int(rng.integers(0, 3))
    for unit in rng.choice(_FREE, n_stray, replace=False):
        value = float(rng.uniform(0, 0.15))
        left[unit] = left.get(unit, 0.0) + value
        right[unit] = right.get(unit, 0.0) + value
    return Drawn(left, right, float(rng.uniform(0.3, 1.2)))
