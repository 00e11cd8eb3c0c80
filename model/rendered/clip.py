"""Make the demo's clip: `python -m model.rendered.clip --mesh FILE --out resources/demo/heads.mp4`.

Two rendered heads that are nobody's show all eight expressions from hardly to full, turn, and one
leaves and comes back. The same command gives the same pictures.
"""

import argparse
import sys
from pathlib import Path

import av
import cv2
import numpy as np
from numpy.typing import NDArray
from tqdm import tqdm

from fer_desktop.core.errors import FerError
from fer_desktop.core.types import ImageBGR
from fer_desktop.vision.media.images import write_image
from model.rendered.acting import LENGTH_S, Moment, moment
from model.rendered.mesh import PART_NAMES, FaceMesh, load_mesh, rotation, vertex_normals
from model.rendered.painted import Look, colours, hairiness
from model.rendered.pose import BOX_MIDDLE_CM
from model.rendered.raster import rasterized
from model.rendered.wrinkles import darkening

Values = NDArray[np.float32]
WIDTH, HEIGHT, RATE = 640, 480, 10
_FINER = 1.25
_DISTANCE_CM = 90.0
LOOKS = (
    Look(
        (128, 158, 205),
        (108, 98, 178),
        (34, 52, 82),
        (120, 96, 62),
        (122, 92, 58),
        9.0,
        0.8,
        0.0,
        11,
    ),
    Look(
        (74, 104, 152), (72, 68, 122), (18, 20, 24), (34, 52, 84), (70, 98, 88), 9.4, 1.15, 0.55, 5
    ),
)
_PLACES = ((172.0, 262.0, 11.6), (472.0, 250.0, 11.2))
"""Where the middle of each head is, in pixels, and how many pixels a cm is."""
_KEY, _FILL = np.array((-0.45, 0.5, 0.74), np.float32), np.array((0.8, 0.0, 0.6), np.float32)
_MOUTH_OPENS = 0.02


class Actor:
    """A head that is moved and rendered; keeps what does not change."""

    def __init__(self, mesh: FaceMesh, look: Look) -> None:
        """Take the face model and what the head looks like."""
        self._mesh, self._look = mesh, look
        offsets = mesh.person(np.random.default_rng(look.person), 0.7)
        self._rest = mesh.neutral + offsets
        normals = vertex_normals(self._rest, mesh.triangles)
        self._shape = self._rest + normals * 0.5 * hairiness(mesh.neutral, look)[:, np.newaxis]
        inside = mesh.of_parts("mouth", "gums", "teeth", "sockets")
        self._closed = mesh.triangles[~inside], mesh.part_of[~inside]
        # Shoulders stay where they are when the head is turned.
        self._turns = np.clip((mesh.neutral[:, 1:2] + 12.5) / 5, 0, 1)

    def render(self, at: Moment, scale: float) -> tuple[Values, Values]:
        """Return a picture (S, S, 3) float32 BGR and where in it the head is, (S, S) of 0 to 1.

        The middle of the head is the middle of the picture; `scale` is in pixels a cm.
        """
        mesh, fine = self._mesh, scale * _FINER
        shape = self._shape + mesh.moved(at.expression.movements)
        is_open = at.strength > _MOUTH_OPENS
        triangles, parts = (mesh.triangles, mesh.part_of) if is_open else self._closed
        middle = np.array(BOX_MIDDLE_CM, np.float32)
        turn = rotation(at.pose.yaw_deg, at.pose.pitch_deg, at.pose.roll_deg)
        still = rotation(0.25 * at.pose.yaw_deg, 0, 0.2 * at.pose.roll_deg)
        placed = shape - middle
        placed = (placed @ turn.T) * self._turns + (placed @ still.T) * (1 - self._turns)
        placed = placed.astype(np.float32)
        size = 2 * round(22 * fine)
        near = _DISTANCE_CM / (_DISTANCE_CM - placed[:, 2])
        points = np.stack(
            [
                size / 2 - 0.5 + fine * placed[:, 0] * near,
                size / 2 - 0.5 - fine * placed[:, 1] * near,
                placed[:, 2],
            ],
            axis=1,
        ).astype(np.float32)
        seen = rasterized(points, triangles, size, size)
        where = seen.anything
        normals = seen.values(vertex_normals(placed, triangles))[where]
        places = seen.values(mesh.neutral)[where]
        part = parts[seen.triangle[where]]
        colour = colours(places, part, self._look)
        is_face = part == PART_NAMES.index("face")
        e = at.expression
        folds = darkening(places[:, 0], places[:, 1], e.left, e.right) * is_face
        lit = colour * (1 - 0.8 * e.folds * folds)[:, np.newaxis] * _light(normals, places)
        shiny = _shine(normals) * is_face * (1 - hairiness(places, self._look))
        lit += (34 * shiny)[:, np.newaxis]
        image = np.zeros((size, size, 3), np.float32)
        image[where] = lit
        mask = where.astype(np.float32)
        _let_down(image, mask)
        small = (round(size / _FINER),) * 2
        share = cv2.resize(mask, small, interpolation=cv2.INTER_AREA)
        mean = cv2.resize(image, small, interpolation=cv2.INTER_AREA)
        return mean / np.maximum(share, 1e-3)[..., np.newaxis], share


def _light(normals: Values, places: Values) -> Values:
    """Return (N, 3): light from a window at the left, and less and bluer from the room."""
    normals = normals / np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-6)
    key = np.clip((normals @ _KEY + 0.25) / 1.25, 0, 1)
    fill = np.clip(normals @ _FILL, 0, 1)
    soft = 0.75 + 0.25 * np.clip((normals[:, 1] + 1) / 1.4, 0, 1)
    # Below the chin it is dark, though nothing throws shadows here.
    soft *= 1 - 0.45 * np.exp(-(((places[:, 1] + 9.3) / 1.5) ** 2)) * (places[:, 2] < 6)
    warm = key[:, np.newaxis] * np.array((0.62, 0.66, 0.7), np.float32)
    cool = fill[:, np.newaxis] * np.array((0.2, 0.17, 0.15), np.float32)
    return np.asarray((0.3 + warm + cool) * soft[:, np.newaxis], np.float32)


def _shine(normals: Values) -> Values:
    half = _KEY + np.array((0, 0, 1), np.float32)
    return np.asarray(np.clip(normals @ (half / np.linalg.norm(half)), 0, 1) ** 18, np.float32)


def _let_down(image: Values, mask: Values) -> None:
    """Let the clothes go on below where the mesh ends."""
    last = int(mask.sum(axis=1).argmax())
    down = np.linspace(1, 0.8, len(mask) - last, dtype=np.float32)[:, np.newaxis]
    mask[last:] = np.maximum(mask[last], 0)
    cloth = cv2.GaussianBlur(image[last : last + 1], (0, 0), 0.05 * len(mask))
    worn = cv2.GaussianBlur(mask[last : last + 1], (0, 0), 0.05 * len(mask))
    even = cloth[0] / np.maximum(worn[0], 1e-3)[:, np.newaxis] * mask[last][:, np.newaxis]
    share = np.clip(np.arange(len(mask) - last) / (0.02 * len(mask)), 0, 1)[
        :, np.newaxis, np.newaxis
    ]
    image[last:] = (image[last] + (even - image[last]) * share) * down[..., np.newaxis]


def room() -> Values:
    """Return the (H, W, 3) float32 ground: a wall with a window's light, out of focus."""
    y, x = np.mgrid[:HEIGHT, :WIDTH].astype(np.float32)
    light = np.exp(-(((x - 60) / 420) ** 2 + ((y - 90) / 380) ** 2))
    ground = np.array((176, 178, 172), np.float32) * (0.62 + 0.45 * light)[..., np.newaxis]
    for left, top, right, bottom, colour in (
        (286, 60, 362, 250, (120, 140, 150)),
        (560, 0, 640, 330, (112, 120, 132)),
        (0, 30, 70, 300, (206, 208, 200)),
    ):
        cv2.rectangle(ground, (left, top), (right, bottom), colour, -1)
    cv2.circle(ground, (324, 300), 46, (88, 128, 104), -1)
    cv2.rectangle(ground, (0, 380), (WIDTH, HEIGHT), (96, 118, 140), -1)
    return np.asarray(cv2.GaussianBlur(ground, (0, 0), 14), np.float32)


def frame(actors: tuple[Actor, ...], ground: Values, time_s: float) -> ImageBGR:
    """Return the picture at a time of the clip, (480, 640, 3) uint8 BGR."""
    canvas = ground.copy()
    for head, (actor, (x, y, scale)) in enumerate(zip(actors, _PLACES, strict=True)):
        at = moment(head, time_s)
        if at.aside >= 1:
            continue
        image, share = actor.render(at, scale)
        step = 6 * at.aside * (1 - at.aside)
        _paste(canvas, image, share, x + at.aside * 345, y + 10 * step)
    return np.ascontiguousarray(np.clip(np.rint(canvas), 0, 255), np.uint8)


def _paste(canvas: Values, image: Values, share: Values, x: float, y: float) -> None:
    size = len(image)
    left, top = round(x - size / 2), round(y - size / 2)
    x1, y1 = max(0, left), max(0, top)
    x2, y2 = min(canvas.shape[1], left + size), min(canvas.shape[0], top + size)
    if x1 >= x2 or y1 >= y2:
        return
    part = np.s_[y1 - top : y2 - top, x1 - left : x2 - left]
    under = canvas[y1:y2, x1:x2]
    under += (image[part] - under) * share[part][..., np.newaxis]


def build_parser() -> argparse.ArgumentParser:
    """Return the command line of `python -m model.rendered.clip`."""
    parser = argparse.ArgumentParser(prog="python -m model.rendered.clip", description=__doc__)
    add = parser.add_argument
    add("--mesh", type=Path, required=True, metavar="FILE", help="the face model, an .npz")
    add("--out", type=Path, required=True, metavar="FILE", help="a new .mp4, or a folder of .png")
    add("--at", type=float, nargs="+", metavar="S", help="only the pictures at these times")
    return parser


def main(arguments: list[str] | None = None) -> int:
    """Run the command and return its exit code."""
    options = build_parser().parse_args(arguments)
    try:
        mesh = load_mesh(options.mesh)
        actors = tuple(Actor(mesh, look) for look in LOOKS)
        ground = room()
        if options.at:
            for time_s in options.at:
                write_image(options.out / f"{time_s:06.2f}.png", frame(actors, ground, time_s))
            return 0
        write_clip(actors, ground, options.out)
    except FerError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def write_clip(actors: tuple[Actor, ...], ground: Values, path: Path) -> None:
    """Write the whole clip."""
    with av.open(str(path), "w", format="mp4") as container:
        track = container.add_stream("mpeg4", rate=RATE)
        track.width, track.height, track.pix_fmt = WIDTH, HEIGHT, "yuv420p"
        track.bit_rate = 1_200_000
        track.codec_context.thread_count = 1
        for number in tqdm(range(round(LENGTH_S * RATE)), desc="Rendering", unit="px"):
            image = frame(actors, ground, number / RATE)
            container.mux(track.encode(av.VideoFrame.from_ndarray(image, format="bgr24")))
        container.mux(track.encode())


if __name__ == "__main__":
    sys.exit(main())
