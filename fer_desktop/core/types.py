"""The values that flow through the program, all frozen: Frame in, AnalyzedFrame out."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Self

import numpy as np
from numpy.typing import NDArray

from fer_desktop.core.geometry import BoundingBox
from fer_desktop.core.labels import INDEX, LABELS, N_LABELS, UNCERTAIN
from fer_desktop.core.likeness import Appearance
from fer_desktop.core.quality import ChipQuality

ImageBGR = NDArray[np.uint8]
"""A picture: (H, W, 3) uint8, blue-green-red, C-contiguous."""


@dataclass(frozen=True, eq=False)
class Frame:
    """One picture of a source.

    >>> Frame(np.zeros((480, 640, 3), np.uint8), index=3, time_s=0.1)
    Frame(640x480, index=3, time_s=0.100)

    Attributes:
        image: (H, W, 3) uint8 BGR, C-contiguous, read-only, so a frame can be shared between
            threads without a copy; whoever made the array must not write into it any more.
        index: Number of the frame in its source, from 0; a camera's dropped frames are counted in.
        time_s: Seconds on the source's own clock: the monotonic clock for a camera, the
            container's timestamp for a video, 0 for a picture.
        captured_s: `time.perf_counter()` when the frame was read; latency is made from it, and of
            two results the newer one is known by it.
        follows: It goes on from the frame before; not so where somebody jumped in a video.
    """

    image: ImageBGR
    index: int = 0
    time_s: float = 0.0
    captured_s: float = 0.0
    follows: bool = True

    def __post_init__(self) -> None:
        image = self.image
        if image.dtype != np.uint8 or image.ndim != 3 or image.shape[2] != 3:
            raise ValueError(
                f"a frame's image is (H, W, 3) uint8, not {image.shape} {image.dtype.name}"
            )
        if not image.size:
            raise ValueError(f"a frame's image is not empty, as {image.shape} is")
        if not image.flags.c_contiguous:
            raise ValueError("a frame's image is C-contiguous; use numpy.ascontiguousarray")
        # A view, so that the caller's own array stays writeable.
        view = image.view()
        view.flags.writeable = False
        object.__setattr__(self, "image", view)

    def __reduce__(self) -> tuple[type[Self], tuple[object, ...]]:
        # An array that is copied or sent somewhere could be written into.
        return type(self), (self.image, self.index, self.time_s, self.captured_s, self.follows)

    def __repr__(self) -> str:
        return f"Frame({self.width}x{self.height}, index={self.index}, time_s={self.time_s:.3f})"

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        if not isinstance(other, Frame):
            return NotImplemented
        places = (self.index, self.time_s) == (other.index, other.time_s)
        return places and np.array_equal(self.image, other.image)

    def __hash__(self) -> int:
        return hash((self.index, self.time_s, self.image.shape))

    @property
    def width(self) -> int:
        """Width in pixels."""
        return int(self.image.shape[1])

    @property
    def height(self) -> int:
        """Height in pixels."""
        return int(self.image.shape[0])


@dataclass(frozen=True, eq=False)
class Expression:
    """Probabilities of the eight expressions, and what follows from them.

    >>> seen = Expression(np.array([0, 0, 0, 0, 0.75, 0.25, 0, 0], np.float32))
    >>> seen.label, seen.confidence, seen.valence, seen.top(2)[1]
    ('happiness', 0.75, 0.75, ('neutral', 0.25))

    Attributes:
        probabilities: (8,) float32 in the order of `LABELS`, each in [0, 1], summing to 1;
            read-only.
        threshold: The label is `uncertain` when the strongest probability is below this.
        steady_label: The label as it was decided over time, which may lag behind the strongest
            probability; None where these probabilities alone decide.
    """

    probabilities: NDArray[np.float32]
    threshold: float = 0.0
    steady_label: str | None = None

    def __post_init__(self) -> None:
        values = self.probabilities
        shape = getattr(values, "shape", type(values).__name__)
        if shape != (N_LABELS,):
            raise ValueError(f"expected an array of ({N_LABELS},) probabilities, got {shape}")
        # A little below 0 is rounding.
        is_valid = np.isfinite(values).all() and values.min() >= -1e-6
        if not is_valid or abs(float(values.sum()) - 1.0) > 1e-3:
            raise ValueError(f"probabilities are in [0, 1] and sum to 1, got {values.tolist()}")
        if self.steady_label not in (None, UNCERTAIN, *LABELS):
            raise ValueError(f"a label is one of the eight or uncertain, not {self.steady_label!r}")
        # Its own: what is derived is remembered, and whoever made the array goes on with it.
        own = values.copy()
        own.flags.writeable = False
        object.__setattr__(self, "probabilities", own)

    def __reduce__(self) -> tuple[type[Self], tuple[object, ...]]:
        # An array that is copied or sent somewhere could be written into.
        return type(self), (self.probabilities, self.threshold, self.steady_label)

    def __repr__(self) -> str:
        return f"Expression({self.label} {self.confidence:.3f}, valence {self.valence:.3f})"

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        if not isinstance(other, Expression):
            return NotImplemented
        same = np.array_equal(self.probabilities, other.probabilities)
        return same and self.label == other.label

    def __hash__(self) -> int:
        return hash((self.probabilities.tobytes(), self.label))

    @cached_property
    def best(self) -> str:
        """The strongest of the eight expressions, however weak it is."""
        return LABELS[int(self.probabilities.argmax())]

    @cached_property
    def label(self) -> str:
        """The steady label; else the strongest expression, or `uncertain` below the threshold."""
        if self.steady_label is not None:
            return self.steady_label
        return UNCERTAIN if float(self.probabilities.max()) < self.threshold else self.best

    @property
    def is_uncertain(self) -> bool:
        """Whether the label is `uncertain`."""
        return self.label == UNCERTAIN

    @cached_property
    def confidence(self) -> float:
        """The probability of the label, in [0, 1]; the strongest one where it is uncertain."""
        return float(self.probabilities[INDEX[self.best if self.is_uncertain else self.label]])

    @cached_property
    def valence(self) -> float:
        """Happiness minus the strongest of sadness, anger, fear and disgust, in [-1, 1]."""
        p = self.probabilities
        negative = max(p[INDEX[label]] for label in ("sadness", "anger", "fear", "disgust"))
        return float(p[INDEX["happiness"]] - negative)

    def by_label(self) -> dict[str, float]:
        """Return the probabilities by label, in the order of `LABELS`."""
        return {label: float(p) for label, p in zip(LABELS, self.probabilities, strict=True)}

    def top(self, k: int) -> list[tuple[str, float]]:
        """Return the `k` strongest expressions with their probabilities, strongest first."""
        order = np.argsort(-self.probabilities, kind="stable")[:k]
        return [(LABELS[i], float(self.probabilities[i])) for i in order]


@dataclass(frozen=True)
class Face:
    """A face that was found.

    >>> Face(BoundingBox(10, 20, 40, 60), 0.9, track_id=2).box.width
    30

    Attributes:
        box: In pixels of the frame, inside it.
        detection_score: The detector's confidence in [0, 1].
        track_id: Number that stays with the face through a video; None in a single picture.
        is_held: The detector missed the face in this frame and the box is where it should be.
        tilt_deg: How far the head is laid counter-clockwise in the picture, as the detector saw it.
        turn_deg: How far it is turned to its left, the right of the picture, as the detector saw
            it: coarse; 90 and -90 are profiles.
        covered: How likely a part of the face is behind a mask, a hand or dark glasses, in [0, 1].
        appearance: What tells it from others in the picture, where that is known.
    """

    box: BoundingBox
    detection_score: float
    track_id: int | None = None
    is_held: bool = False
    tilt_deg: float = 0.0
    turn_deg: float = 0.0
    covered: float = 0.0
    appearance: Appearance | None = field(default=None, repr=False, compare=False)


@dataclass(frozen=True)
class RecognizedFace:
    """A face with its expression.

    Attributes:
        face: Where it is.
        raw: The expression as the network gave it.
        smoothed: The expression as it is shown.
        chip: What the network saw, as a picture: (H, W, 3) uint8 BGR; a gray network's is gray.
        quality: How well the face can be seen there.
    """

    face: Face
    raw: Expression
    smoothed: Expression
    chip: ImageBGR | None = field(default=None, repr=False, compare=False)
    quality: ChipQuality | None = None

    def __repr__(self) -> str:
        number = "" if self.track_id is None else f", track_id={self.track_id}"
        return f"RecognizedFace({self.label} {self.confidence:.3f}, box={tuple(self.box)}{number})"

    @property
    def box(self) -> BoundingBox:
        """Half-open box in pixels of the frame."""
        return self.face.box

    @property
    def track_id(self) -> int | None:
        """Number of the face through a video; None in a single picture."""
        return self.face.track_id

    @property
    def label(self) -> str:
        """The raw label: one of the eight, or `uncertain`."""
        return self.raw.label

    @property
    def confidence(self) -> float:
        """The strongest raw probability, in [0, 1]."""
        return self.raw.confidence

    @property
    def probabilities(self) -> dict[str, float]:
        """The raw probabilities by label."""
        return self.raw.by_label()

    @property
    def probability_array(self) -> NDArray[np.float32]:
        """The raw probabilities, (8,) float32 in the order of `LABELS`; a copy."""
        return self.raw.probabilities.copy()

    @property
    def valence(self) -> float:
        """Raw happiness minus the strongest of sadness, anger, fear and disgust, in [-1, 1]."""
        return self.raw.valence


@dataclass(frozen=True)
class Timings:
    """How long the stages of one frame took, in milliseconds."""

    detect_ms: float = 0.0
    track_ms: float = 0.0
    classify_ms: float = 0.0

    @property
    def total_ms(self) -> float:
        """The whole analysis."""
        return self.detect_ms + self.track_ms + self.classify_ms


@dataclass(frozen=True)
class AnalyzedFrame:
    """A frame together with the faces found in this very frame, largest first."""

    frame: Frame
    faces: tuple[RecognizedFace, ...]
    timings: Timings = field(default_factory=Timings, compare=False)

    def __repr__(self) -> str:
        seen = ", ".join(f"{face.label} {face.confidence:.2f}" for face in self.faces)
        return f"AnalyzedFrame({self.frame!r}, {len(self.faces)} faces: [{seen}])"

    @property
    def boxes(self) -> NDArray[np.int64]:
        """The boxes of the faces, (n, 4) int64: x1, y1, x2, y2 in pixels, half-open."""
        return np.array([face.box for face in self.faces], np.int64).reshape(-1, 4)

    @property
    def labels(self) -> list[str]:
        """The raw labels of the faces."""
        return [face.label for face in self.faces]

    @property
    def probability_array(self) -> NDArray[np.float32]:
        """The raw probabilities of the faces, (n, 8) float32 in the order of `LABELS`."""
        rows = [face.raw.probabilities for face in self.faces]
        return np.array(rows, np.float32).reshape(-1, N_LABELS)
