"""Clips with known faces before a noisy camera: still, moving, crossing, turning away, leaving."""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from fer_desktop.core.geometry import BoundingBox
from fer_desktop.core.types import Frame
from model.composed import Composer, Placed
from model.noisy_camera import HEIGHT, WIDTH, NoisyCamera

RATE = 30.0


@dataclass(frozen=True)
class Clip:
    """A clip.

    Attributes:
        name: Of its kind.
        number: Of the clip within its kind; it chooses faces, background and noise.
        seconds: How long it is.
        place: Takes a time in seconds; returns the faces, those behind first, by a key that stays
            with the person. A face that hardly anybody could find (hidden, turned away) is there
            with `is_hidden`.
    """

    name: str
    number: int
    seconds: float
    place: Callable[[float], dict[int, "Seen"]]


@dataclass(frozen=True)
class Seen:
    """A face in a frame; `is_hidden` where it need not be found."""

    placed: Placed
    is_hidden: bool = False


@dataclass(frozen=True, eq=False)
class Shot:
    """A frame, and the boxes in it by person; `hidden` are those that need not be found."""

    frame: Frame
    boxes: dict[int, BoundingBox]
    hidden: frozenset[int]


def shots(clip: Clip, composer: Composer) -> Iterator[Shot]:
    """Give the frames of a clip with what is true of them."""
    camera = NoisyCamera(WIDTH, HEIGHT, rate=RATE, seed=clip.number)
    background = composer.background(clip.number, WIDTH, HEIGHT)
    for index in range(round(clip.seconds * RATE)):
        seen = clip.place(index / RATE)
        image = composer.compose(background, [face.placed for face in seen.values()])
        inside = {
            person: face
            for person, face in seen.items()
            if face.placed.box.clipped(WIDTH, HEIGHT).area
        }
        yield Shot(
            camera.frame(image),
            {person: face.placed.box for person, face in inside.items()},
            frozenset(p for p, f in inside.items() if f.is_hidden or not _is_whole(f.placed)),
        )


def _is_whole(face: Placed) -> bool:
    return face.box.clipped(WIDTH, HEIGHT) == face.box


def clips(n: int, n_crops: int) -> list[Clip]:
    """Return `n` clips of each kind; the faces are taken in turn."""
    kinds = (_still, _moving, _crossing, _turning_away, _leaving)
    return [kind(number, 2 * number % n_crops, n_crops) for kind in kinds for number in range(n)]


def _still(number: int, face: int, n_crops: int) -> Clip:
    del n_crops
    placed = Placed(face, WIDTH / 2, HEIGHT / 2, 110 + 30 * (number % 4))
    return Clip("still", number, 5.0, lambda _time_s: {0: Seen(placed)})


def _moving(number: int, face: int, n_crops: int) -> Clip:
    del n_crops
    side = 100 + 20 * (number % 4)

    def place(time_s: float) -> dict[int, Seen]:
        x = WIDTH / 2 + 170 * math.sin(2 * math.pi * time_s / 3)
        y = HEIGHT / 2 + 70 * math.sin(2 * math.pi * time_s / 2)
        scale = 1 + 0.25 * math.sin(2 * math.pi * time_s / 5)
        return {0: Seen(Placed(face, x, y, side * scale))}

    return Clip("moving", number, 5.0, place)


def _crossing(number: int, face: int, n_crops: int) -> Clip:
    """Two faces pass each other; the one in front hides the other for a moment."""
    other, side = (face + 1) % n_crops, 100 + 15 * (number % 3)

    def place(time_s: float) -> dict[int, Seen]:
        way = (WIDTH - 2.2 * side) * (time_s / 4 - 0.5)
        behind = Placed(face, WIDTH / 2 - way, HEIGHT / 2 - 20, side)
        front = Placed(other, WIDTH / 2 + way, HEIGHT / 2 + 20, side * 1.15)
        is_hidden = abs(2 * way) < 0.9 * side
        return {0: Seen(behind, is_hidden), 1: Seen(front)}

    return Clip("crossing", number, 4.0, place)


def _turning_away(number: int, face: int, n_crops: int) -> Clip:
    """A face cannot be made out for 0.3 s, twice."""
    del n_crops
    placed = Placed(face, WIDTH / 2, HEIGHT / 2, 130)
    blurred = replace(placed, blur=0.25)

    def place(time_s: float) -> dict[int, Seen]:
        is_away = any(start <= time_s < start + 0.3 for start in (1.5, 3.0))
        return {0: Seen(blurred if is_away else placed, is_away)}

    return Clip("turning away", number, 4.5, place)


def _leaving(number: int, face: int, n_crops: int) -> Clip:
    """One face leaves to the right; a second later another comes in there."""
    other, side = (face + 1) % n_crops, 120

    def place(time_s: float) -> dict[int, Seen]:
        out = max(0.0, time_s - 1.0) * 400
        back = max(0.0, 4.0 - time_s) * 400
        return {
            0: Seen(Placed(face, WIDTH / 2 + out, HEIGHT / 2, side)),
            1: Seen(Placed(other, WIDTH / 2 + back, HEIGHT / 2, side)),
        }

    return Clip("leaving", number, 5.0, place)
