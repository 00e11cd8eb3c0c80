"""Make faces from a face model: `python -m model.rendered --mesh FILE --kind expressions ...`.

Expressions are real neutral faces that are moved, one folder a class, in their own framing.
"""

import argparse
import sys
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

import numpy as np
from tqdm import tqdm

from fer_desktop.app import bootstrap
from fer_desktop.core.errors import FerError
from fer_desktop.core.settings import Settings
from fer_desktop.vision.images import write_image
from fer_desktop.vision.preprocess import resized
from model.rendered.action_units import drawn
from model.rendered.mesh import load_mesh
from model.rendered.moving import Mover
from model.rendered.portraits import Portrait, fitter_for, neutral_samples, portraits

SHARES = {
    "anger": 0.19,
    "contempt": 0.22,
    "disgust": 0.22,
    "fear": 0.22,
    "happiness": 0.03,
    "neutral": 0.03,
    "sadness": 0.05,
    "surprise": 0.04,
}
"""What is rare in real data is made most."""
SIDE = 64
_USES = 11
"""A face is moved about so often."""


def write_expressions(
    mover: Mover, faces: Sequence[Portrait], count: int, out: Path, seed: int
) -> None:
    """Write `count` pictures, each into the folder of its class.

    Raises:
        ImageError: A picture can't be written.
    """
    names = list(SHARES)
    for number in tqdm(range(count), desc="Moving faces", unit="px"):
        rng = np.random.default_rng((seed, number))
        expression = names[int(rng.choice(len(names), p=list(SHARES.values())))]
        face = faces[number % len(faces)]
        image = mover.moved(face.picture, face.fit, drawn(expression, rng))
        path = out / expression / f"{face.name}_{number:05}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        write_image(path, resized(image, SIDE))


def build_parser() -> argparse.ArgumentParser:
    """Return the command line of `python -m model.rendered`."""
    parser = argparse.ArgumentParser(prog="python -m model.rendered", description=__doc__)
    add = parser.add_argument
    add("--mesh", type=Path, required=True, metavar="FILE", help="the face model, an .npz")
    add(
        "--neutral-data",
        type=Path,
        nargs="+",
        required=True,
        metavar="DIR",
        help="FER+ and facial_expressions: their training parts give the faces",
    )
    add("--out", type=Path, required=True, metavar="DIR", help="a new folder for the pictures")
    add("--count", type=int, default=1000, metavar="N", help="how many (default 1000)")
    add("--kind", choices=("expressions",), default="expressions")
    add("--seed", type=int, default=0, metavar="N", help="the same gives the same pictures")
    return parser


def main(arguments: list[str] | None = None) -> int:
    """Run the command and return its exit code."""
    options = build_parser().parse_args(arguments)
    if options.out.exists() and any(options.out.iterdir()):
        print(f"{options.out} is not empty; give a new folder.", file=sys.stderr)
        return 2
    rng = np.random.default_rng(options.seed)
    try:
        mesh = load_mesh(options.mesh)
        samples = neutral_samples(options.neutral_data)
        fitter = fitter_for(mesh, samples, rng)
        network = bootstrap.make_classifier(Settings())
        wanted = max(1, options.count // _USES)
        faces = list(islice(portraits(samples, fitter, network, rng), wanted))
        if not faces:
            print("No neutral face is frontal enough to be moved.", file=sys.stderr)
            return 1
        write_expressions(Mover(mesh), faces, options.count, options.out, options.seed)
    except FerError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
