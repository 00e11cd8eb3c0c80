"""Make faces from a face model: `python -m model.rendered --mesh FILE --kind expressions ...`.

Expressions are real neutral faces that are moved, one folder a class, in their own framing. Heads
are rendered, turned by up to 90 degrees, at the known places of truth.json.
"""

import argparse
import sys
from collections.abc import Iterable
from itertools import islice
from pathlib import Path

import numpy as np
from tqdm import tqdm

from fer_desktop.core.errors import FerError
from fer_desktop.core.settings import Settings
from fer_desktop.vision import assembly
from fer_desktop.vision.media.images import write_image
from fer_desktop.vision.recognition.preprocess import resized
from model.rendered.action_units import drawn
from model.rendered.heads import HeadMaker
from model.rendered.mesh import load_mesh
from model.rendered.moving import Mover
from model.rendered.portraits import Portrait, fitter_for, neutral_samples, portraits
from model.rendered.scenes import write_scenes

SHARES = {
    "anger": 0.17,
    "contempt": 0.14,
    "disgust": 0.15,
    "fear": 0.20,
    "happiness": 0.02,
    "neutral": 0.06,
    "sadness": 0.10,
    "surprise": 0.16,
}
"""What is rare in real data is made most."""
SIDE = 64
_USES = 20
_FACES_OF_HEADS = 200
"""A face is moved about so often."""


def write_expressions(
    mover: Mover, faces: Iterable[Portrait], count: int, out: Path, seed: int
) -> int:
    """Write up to `count` pictures, each into the folder of its class, and return how many.

    Each face is moved a few times as soon as it is found; fewer are written where the faces end.

    Raises:
        ImageError: A picture can't be written.
    """
    names = list(SHARES)
    written = 0
    with tqdm(total=count, desc="Moving faces", unit="px") as bar:
        for face in faces:
            for _ in range(min(_USES, count - written)):
                rng = np.random.default_rng((seed, written))
                expression = names[int(rng.choice(len(names), p=list(SHARES.values())))]
                image = mover.moved(face.picture, face.fit, drawn(expression, rng))
                path = out / expression / f"{face.name}_{written:05}.png"
                path.parent.mkdir(parents=True, exist_ok=True)
                write_image(path, resized(image, SIDE))
                written += 1
                bar.update()
            if written == count:
                break
    return written


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
    add("--model", default=Settings.model, metavar="NAME|DIR", help="it says which are neutral")
    add("--count", type=int, default=1000, metavar="N", help="how many (default 1000)")
    add("--kind", choices=("expressions", "heads"), default="expressions")
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
        network = assembly.make_classifier(Settings(model=options.model))
        faces = portraits(samples, fitter, network, rng)
        if options.kind == "heads":
            some = list(islice(faces, min(_FACES_OF_HEADS, options.count)))
            written = options.count if some else 0
            if some:
                write_scenes(HeadMaker(mesh), some, options.count, options.out, options.seed)
        else:
            written = write_expressions(
                Mover(mesh), faces, options.count, options.out, options.seed
            )
    except FerError as error:
        print(error, file=sys.stderr)
        return 1
    if written < options.count:
        print(f"The neutral faces were enough for {written} pictures only.", file=sys.stderr)
    return 0 if written else 1


if __name__ == "__main__":
    sys.exit(main())
