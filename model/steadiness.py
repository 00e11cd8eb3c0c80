"""Measure how calm and how quick the live label is: `python -m model.steadiness --data DIR`.

Still faces are shown to the live analyzer through a made-up noisy camera, and every change of what
the panel shows is counted: of the label, of the face's number, of there being a face. Then the
picture switches to one with another expression, and the time is taken until its label is shown.
Faces are made to talk, where no more than one expression is meant and the label should stay; and
expressions that pass quickly should be shown all the same.
All times are the camera's own, so the figures do not depend on how fast the computer is.
"""

import argparse
import sys
import zlib
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from typing import Any

from tqdm import tqdm

from fer_desktop.core.labels import LABELS
from fer_desktop.core.settings import Settings
from fer_desktop.core.types import ImageBGR
from fer_desktop.evaluation.datasets import Sample, person_hash, read_samples
from fer_desktop.evaluation.pictures import load_picture
from fer_desktop.vision import assembly
from fer_desktop.vision.media.images import read_image
from model.noisy_camera import HEIGHT, Disturbance, framed, noisy_frames
from model.reports import tell
from model.sureness import Judge, name_of
from model.talk_figures import (
    Pair,
    measure_talking,
    quick_figures,
    talking_change_figures,
    talking_figures,
)
from model.watching import (
    Calm,
    calm_of,
    middle_and_end,
    reaction_figures,
    reaction_s,
    share,
    watch,
)

STILL_S = 20.0
BEFORE_S, AFTER_S = 2.0, 1.5
"""A face is seen long enough to be settled, and then its change long enough to be shown."""


def spread(samples: Iterable[Sample]) -> list[Sample]:
    """Return the samples class by class in turn, each class in the order of its names' checksums.

    So the first few hold every class that there is, and do not hang on the order of a table.
    """
    classes: dict[int, list[Sample]] = {}
    for sample in sorted(samples, key=lambda s: zlib.crc32(s.path.name.encode())):
        classes.setdefault(sample.label, []).append(sample)
    turns = [(turn, label) for label, own in classes.items() for turn in range(len(own))]
    return [classes[label][turn] for turn, label in sorted(turns)]


def pairs(
    samples: Sequence[Sample], is_sure: Callable[[Sample], bool], n: int
) -> list[tuple[Sample, Sample]]:
    """Return pairs with two expressions that the network names surely and rightly.

    Two pictures of one person as long as there are such, one pair a person; then of anybody. Each
    second pair is turned round, so that the rarer expression is not always the new one.
    """
    persons: dict[str, list[Sample]] = {}
    for sample in samples:
        persons.setdefault(sample.person, []).append(sample)
    names = sorted((name for name in persons if name), key=lambda name: (person_hash(name), name))
    found: list[tuple[Sample, Sample]] = []
    for name in names:
        if len(found) < n and len({s.label for s in persons[name]}) > 1:
            found += _paired(persons[name], is_sure, 1)
    known = {sample.path for pair in found for sample in pair}
    others = [sample for sample in samples if sample.path not in known]
    found += _paired(others, is_sure, n - len(found))
    return [pair if number % 2 else pair[::-1] for number, pair in enumerate(found)]


def _paired(
    samples: Iterable[Sample], is_sure: Callable[[Sample], bool], n: int
) -> list[tuple[Sample, Sample]]:
    found: list[tuple[Sample, Sample]] = []
    waiting: Sample | None = None
    for sample in spread(samples):
        if len(found) >= n:
            break
        if (waiting is None or sample.label != waiting.label) and is_sure(sample):
            if waiting is None:
                waiting = sample
            else:
                found.append((waiting, sample))
                waiting = None
    return found


def measure_still(
    settings: Settings, scenes: Iterable[tuple[str, ImageBGR]], seconds: float, rate: float
) -> list[Calm]:
    """Return how calm each still scene was, with a new live analyzer for each."""
    found = []
    for number, (name, scene) in enumerate(scenes):
        frames = noisy_frames([(seconds, scene)], rate=rate, seed=number)
        with closing(assembly.live_analyzer(settings)) as analyzer:
            found.append(calm_of(name, list(watch(analyzer, frames))))
    return found


def measure_reaction(
    settings: Settings, before: ImageBGR, after: ImageBGR, label: str, *, rate: float, seed: int = 0
) -> float:
    """Return how long a new label takes after the scene has switched, in seconds."""
    frames = noisy_frames([(BEFORE_S, before), (AFTER_S, after)], rate=rate, seed=seed)
    with closing(assembly.live_analyzer(settings)) as analyzer:
        return reaction_s(watch(analyzer, frames), BEFORE_S, label)


def still_figures(found: Sequence[Calm]) -> dict[str, Any]:
    """Return the figures of the still faces; those that were never found are only counted."""
    seen = [calm for calm in found if calm.seen > 0]
    return {
        "n": len(found),
        "not_found": len(found) - len(seen),
        "at_most_one_change": share(calm.changes <= 1 for calm in seen),
        "changes": middle_and_end([calm.changes for calm in seen]),
        "raw_changes": middle_and_end([calm.raw_changes for calm in seen]),
        "faces": [asdict(calm) for calm in found],
    }


def measure_pairs(
    settings: Settings, chosen: Sequence[tuple[Sample, Sample]], rate: float
) -> dict[str, Any]:
    """Return the figures of the reactions to a change of expression at a rate."""
    seconds = []
    for number, pair in enumerate(tqdm(chosen, desc=f"Changes at {rate:g}/s", unit="pair")):
        before, after = (framed(load_picture(sample)) for sample in pair)
        label = LABELS[pair[1].label]
        seconds.append(measure_reaction(settings, before, after, label, rate=rate, seed=number))
    return reaction_figures(seconds, rate)


def measure(options: argparse.Namespace, settings: Settings) -> dict[str, Any]:
    """Return what the options ask for, with progress bars on stderr."""
    found: dict[str, Any] = {}
    samples = read_samples(options.data, None, options.split) if options.data else []
    judge = Judge(settings)
    pictures = [(path.name, framed(read_image(path), HEIGHT)) for path in options.picture]
    scenes = pictures + [
        (name_of(sample), framed(load_picture(sample)))
        for sample in spread(samples)[: options.stills]
    ]
    bar = tqdm(scenes, desc="Still faces", unit="px")
    found["still"] = still_figures(measure_still(settings, bar, options.seconds, options.rates[0]))
    chosen = pairs(samples, judge.is_sure, options.pairs)
    found["pairs"] = [[sample.path.name for sample in pair] for pair in chosen]
    found["reaction"] = {
        f"{rate:g}": measure_pairs(settings, chosen, rate) for rate in options.rates if chosen
    }
    talkers = [(name, face) for name, scene in pictures if (face := judge.talking(scene))]
    talkers += judge.unsure_talkers(spread(samples), options.talkers)
    found["talking"] = {
        f"{rate:g}": talking_figures(
            measure_talking(
                settings, tqdm(talkers, desc=f"Talking at {rate:g}/s"), options.seconds, rate
            ),
            options.seconds,
        )
        for rate in options.rates
        if talkers
    }
    return found | measure_quick_and_talking_changes(options, settings, judge, chosen)


def measure_quick_and_talking_changes(
    options: argparse.Namespace,
    settings: Settings,
    judge: Judge,
    chosen: Sequence[tuple[Sample, Sample]],
) -> dict[str, Any]:
    """Return whether quick expressions show, and changes on talking faces."""
    scenes = [
        Pair(framed(load_picture(before)), framed(load_picture(after)), LABELS[after.label])
        for before, after in chosen
    ]
    talking = [(judge.talking(p.before), judge.talking(p.after), p.label) for p in scenes]
    changes = [(a, b, label) for a, b, label in talking if a is not None and b is not None]
    return {
        "quick": {f"{r:g}": quick_figures(settings, scenes, r) for r in options.rates if scenes},
        "talking_changes": {
            f"{r:g}": talking_change_figures(settings, changes, r) for r in options.rates if changes
        },
    }


def build_parser() -> argparse.ArgumentParser:
    """Return the command line of `python -m model.steadiness`."""
    parser = argparse.ArgumentParser(prog="python -m model.steadiness", description=__doc__)
    add = parser.add_argument
    add("--data", type=Path, metavar="DIR", help="a labelled data set of face crops")
    add("--split", metavar="NAME", help="default: the one meant for measuring")
    add(
        "--picture", type=Path, nargs="+", default=[], metavar="FILE", help="pictures of a face too"
    )
    add("--model", default=Settings.model, metavar="NAME|DIR")
    add("--smoothing", type=float, default=Settings.smoothing_s, metavar="S", help="0 turns it off")
    add("--stills", type=int, default=20, metavar="N", help="still faces of the data set")
    add("--pairs", type=int, default=20, metavar="N", help="changes of expression")
    add("--talkers", type=int, default=12, metavar="N", help="faces that are made to talk")
    add("--seconds", type=float, default=STILL_S, metavar="S", help="of each such face")
    add(
        "--rates",
        type=float,
        nargs="+",
        default=[30.0, 10.0],
        metavar="N",
        help="frames a second of the changes; still faces have the first (default: 30 10)",
    )
    add("--report", type=Path, metavar="FILE", help="write the figures there too")
    return parser


def main(arguments: list[str] | None = None) -> int:
    """Run the command and return its exit code."""
    options = build_parser().parse_args(arguments)
    if not options.data and not options.picture:
        print("Give --data, --picture or both.", file=sys.stderr)
        return 2
    return tell(lambda: figures(options), options.report)


def figures(options: argparse.Namespace) -> dict[str, Any]:
    """Return all that is measured.

    Raises:
        FerError: The model, the data or the picture can't be read.
    """
    settings = Settings(model=options.model, smoothing_s=options.smoothing)
    spec = assembly.model_spec(settings)
    return {
        "model": spec.name,
        "version": spec.version,
        "data": options.data.resolve().name if options.data else None,
        "split": options.split,
        "smoothing_s": settings.smoothing_s,
        "seconds": options.seconds,
        "rates": options.rates,
        "disturbance": asdict(Disturbance()),
        **measure(options, settings),
    }


if __name__ == "__main__":
    sys.exit(main())
