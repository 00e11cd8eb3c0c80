"""How much teaching helps other people: `python docs/teaching_figures.py DATA --each 5 10 20 50`.

DATA is a copy of facial_expressions. The persons of its test split are cut in two by the checksum
of their names, several times in another way. Faces of one half are corrected (kept as the window
keeps them), the other half is measured, the model is taught, switched, and measured again.
With `--focus LABEL` one expression is to be found more often. Prints one line a cut: faces, what
came of it, and of each expression with ten faces or more the recall before and after, in points.
"""

import argparse
import sys
import tempfile
import zlib
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from fer_desktop.core.geometry import BoundingBox
from fer_desktop.core.labels import INDEX, LABELS
from fer_desktop.core.settings import Settings
from fer_desktop.core.types import Expression, Face, RecognizedFace
from fer_desktop.evaluation.datasets import Sample, read_samples
from fer_desktop.evaluation.pictures import load_picture
from fer_desktop.system.background import Background
from fer_desktop.teaching.corrections import Corrections
from fer_desktop.teaching.gathering import taught
from fer_desktop.teaching.measuring import Measurement, measure
from fer_desktop.teaching.taught_model import save_taught
from fer_desktop.vision import assembly

MOST = 240
"""Pictures of an expression, at most; else neutral and happiness would be most of the work."""
FEW = 10


def chosen(data: Path) -> list[Sample]:
    """Return pictures of the test persons, at most so many of each expression."""
    samples = read_samples(data, "legend", "person-test")
    samples.sort(key=lambda sample: zlib.crc32(sample.path.name.encode()))
    counts: Counter[int] = Counter()
    kept = []
    for sample in samples:
        counts[sample.label] += 1
        if counts[sample.label] <= MOST:
            kept.append(sample)
    return kept


def halves(samples: Sequence[Sample], cut: int) -> tuple[list[Sample], list[Sample]]:
    """Return the pictures of two halves of the persons, cut in a way of its own for each number."""
    inside = [zlib.crc32(f"{cut}{sample.person}".encode()) // 7 % 2 for sample in samples]
    pairs = list(zip(samples, inside, strict=True))
    return [s for s, ours in pairs if ours], [s for s, ours in pairs if not ours]


def corrected(samples: Sequence[Sample], each: int, folder: Path) -> list[Sample]:
    """Keep faces as corrections, as many of each expression as asked for, and return them."""
    kept, counts = Corrections(folder), Counter[int]()
    nothing = Expression(np.full(8, 0.125, np.float32), 0.5)
    for sample in samples:
        counts[sample.label] += 1
        if counts[sample.label] > each:
            continue
        picture = load_picture(sample)
        box = BoundingBox(0, 0, picture.shape[1], picture.shape[0])
        face = RecognizedFace(Face(box, 1.0), nothing, nothing)
        name = sample.path.name
        kept.add(picture, face, LABELS[sample.label], source=name, group=sample.person)
    return kept.samples()


def done(work: Any) -> Any:  # noqa: ANN401 - whatever the job gives
    """Return what a job gives."""
    job = Background(work, "figures")
    while not job.wait(1):
        pass
    if job.result is None:
        raise SystemExit(job.problem)
    return job.result


def one_cut(samples: Sequence[Sample], cut: int, each: int, focus: int | None) -> str:
    """Correct, measure, teach, switch and measure again; return the line that tells it."""
    settings = Settings()
    spec = assembly.model_spec(settings)
    ours, others = halves(samples, cut)
    with tempfile.TemporaryDirectory() as name:
        lesson = corrected(ours, each, Path(name, "corrections"))
        network, outcome = done(lambda job: taught(lesson, spec, None, job, focus))
        begin = f"cut {cut}, {len(lesson)} faces: "
        if outcome.refusal is not None:
            return f"{begin}refused ({outcome.refusal.reason} {outcome.refusal.label})"
        folder = Path(name, "taught")
        save_taught(outcome, network, spec, folder, data="corrections", focus=focus)
        models = [
            (assembly.make_classifier(Settings(model=model)).for_pictures(), spec.uncertain_below)
            for model in (settings.model, str(folder))
        ]
        found: Measurement = done(lambda job: measure("others", others, models, None, job))
    before, after = (model.answers.figures() for model in found.models)
    cells = [
        f"{label} {100 * before.per_class[label].recall:.0f} to "
        f"{100 * after.per_class[label].recall:.0f}"
        for label in LABELS
        if before.per_class[label].n >= FEW
    ]
    accuracy = f"right {100 * before.accuracy:.0f} to {100 * after.accuracy:.0f}"
    return begin + ", ".join([*cells, accuracy])


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--each", type=int, nargs="+", default=[20], metavar="N")
    parser.add_argument("--cuts", type=int, default=3, metavar="N")
    parser.add_argument("--focus", choices=LABELS)
    options = parser.parse_args()
    samples = chosen(options.data)
    focus = None if options.focus is None else INDEX[options.focus]
    for each in options.each:
        for cut in range(1, options.cuts + 1):
            print(one_cut(samples, cut, each, focus), flush=True)


if __name__ == "__main__":
    main()
