"""How much teaching helps other people: `python docs/teaching_figures.py DATA --write-docs`.

DATA is a copy of facial_expressions. The persons of its test split are cut in two by the checksum
of their names, several times in another way. Faces of one half are corrected (kept as the window
keeps them), the other half is measured, the model is taught, switched, and measured again, for each
expression of `--focus`, which is to be found more often. What was found is saved in
`docs/teaching_figures.json`; with `--write-docs` the table and the sentences around it in
`docs/teaching.md` are written from there, without DATA from what was saved last.
"""

import argparse
import datetime as dt
import json
import sys
import tempfile
import textwrap
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

SAVED = Path(__file__).with_suffix(".json")
PAGE = Path(__file__).with_name("teaching.md")
BEGIN, END = "<!-- figures -->", "<!-- /figures -->"
MOST = 240
"""Pictures of an expression, at most; else neutral and happiness would be most of the work."""
FEW = 10
_WIDTH = 112


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


def one_cut(samples: Sequence[Sample], cut: int, each: int, focus: int) -> dict[str, Any]:
    """Correct, measure, teach, switch and measure again; return what came of it."""
    settings = Settings()
    spec = assembly.model_spec(settings)
    ours, others = halves(samples, cut)
    with tempfile.TemporaryDirectory() as name:
        lesson = corrected(ours, each, Path(name, "corrections"))
        network, outcome = done(lambda job: taught(lesson, spec, None, job, focus))
        run: dict[str, Any] = {"focus": LABELS[focus], "cut": cut, "n": len(lesson)}
        if outcome.refusal is not None:
            return {**run, "refused": outcome.refusal.reason, "label": outcome.refusal.label}
        folder = Path(name, "taught")
        save_taught(outcome, network, spec, folder, data="corrections", focus=focus)
        models = [
            (assembly.make_classifier(Settings(model=model)).for_pictures(), spec.uncertain_below)
            for model in (settings.model, str(folder))
        ]
        found: Measurement = done(lambda job: measure("others", others, models, None, job))
    before, after = (model.answers.figures() for model in found.models)
    recalls = {
        label: [round(figures.per_class[label].recall, 4) for figures in (before, after)]
        for label in LABELS
        if before.per_class[label].n >= FEW
    }
    right = [round(figures.accuracy, 4) for figures in (before, after)]
    return {**run, "recalls": recalls, "right": right}


def line_of(run: dict[str, Any]) -> str:
    """Return what came of a run, for people who wait."""
    begin = f"{run['focus']}, cut {run['cut']}, {run['n']} faces: "
    if "refused" in run:
        return f"{begin}refused ({run['refused']} {run['label']})"
    cells = [f"{label} {_change(values)}" for label, values in run["recalls"].items()]
    return begin + ", ".join([*cells, f"right {_change(run['right'])}"])


def section(saved: dict[str, Any]) -> str:
    """Return the table and the sentences around it, in Markdown."""
    first, *others = dict.fromkeys(run["focus"] for run in saved["runs"])
    runs = [run for run in saved["runs"] if run["focus"] == first]
    made = [run for run in runs if "refused" not in run]
    labels = sorted({label for run in made for label in run["recalls"]}, key=LABELS.index)
    labels.sort(key=lambda label: label != first)
    n_cuts = len({run["cut"] for run in runs})
    begin = (
        f"What it can do, by `{saved['command']}` on {saved['date']}: the persons of the test "
        f"split of facial_expressions are cut in two in {n_cuts} ways, with at most "
        f"{saved['most']} pictures of an expression. Faces of one half are corrected and teach "
        f"`{saved['model']}` {saved['version']} to find {first} more often, the other half is "
        "measured. Found before and after, in percent:"
    )
    lines = [
        textwrap.fill(begin, _WIDTH, break_long_words=False, break_on_hyphens=False),
        "",
        "| corrected | cut | " + " | ".join(labels) + " |",
        "|---:" * (2 + len(labels)) + "|",
    ]
    for run in runs:
        told = [_change(run["recalls"][label]) for label in labels] if run in made else []
        cells = told or ["refused", *[""] * (len(labels) - 1)]
        lines.append(f"| {run['n']} | {run['cut']} | " + " | ".join(cells) + " |")
    end = " ".join([_gain(first, made), *(_refusals(each, saved) for each in others)])
    lines += ["", textwrap.fill(end, _WIDTH, break_long_words=False, break_on_hyphens=False)]
    return "\n".join(lines)


def _change(values: Sequence[float]) -> str:
    return f"{100 * values[0]:.0f} to {100 * values[1]:.0f}"


def _points(values: Sequence[float]) -> int:
    """Return a change in points, as the rounded figures of the table give it."""
    return round(100 * values[1]) - round(100 * values[0])


def _range(values: Sequence[int]) -> str:
    low, high = min(values), max(values)
    return f"{low}" if low == high else f"{low} to {high}"


def _gain(focus: str, made: Sequence[dict[str, Any]]) -> str:
    if not made:
        return f"It refused every time: nothing got better with {focus} in focus."
    gains = [_points(run["recalls"][focus]) for run in made]
    falls = [-_points(v) for run in made for k, v in run["recalls"].items() if k != focus]
    return (
        f"So {focus} is found by {_range(gains)} points more often on other people, "
        f"and no other expression less often by more than {max(0, *falls)}."
    )


def _refusals(focus: str, saved: dict[str, Any]) -> str:
    runs = [run for run in saved["runs"] if run["focus"] == focus]
    refused = [run for run in runs if "refused" in run]
    made = [run for run in runs if "refused" not in run]
    words = f"With {focus} in focus it refused in {len(refused)} of {len(runs)}"
    if not made:
        return f"{words}."
    gains = [_points(run["recalls"][focus]) for run in made]
    return f"{words}; in the others it is found by {_range(gains)} points more often."


def page(saved: dict[str, Any]) -> str:
    """Return docs/teaching.md with the figures that were saved."""
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
    return f"{before}{BEGIN}\n{section(saved)}\n{END}{rest.partition(END)[2]}"


def main() -> None:
    """Measure, save, and write the page."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path, nargs="?")
    parser.add_argument("--each", type=int, nargs="+", default=[20, 50], metavar="N")
    parser.add_argument("--cuts", type=int, default=3, metavar="N")
    parser.add_argument("--focus", choices=LABELS, nargs="+", default=["disgust", "sadness"])
    parser.add_argument("--write-docs", action="store_true")
    options = parser.parse_args()
    if options.data is not None:
        samples, spec = chosen(options.data), assembly.model_spec(Settings())
        each, focus = " ".join(map(str, options.each)), " ".join(options.focus)
        saved: dict[str, Any] = {
            "command": f"python docs/teaching_figures.py DATA --each {each} --cuts {options.cuts} "
            f"--focus {focus} --write-docs",
            "date": dt.datetime.now(dt.UTC).date().isoformat(),
            "most": MOST,
            "model": spec.name,
            "version": spec.version,
            "runs": [],
        }
        for label in options.focus:
            for n in options.each:
                for cut in range(1, options.cuts + 1):
                    saved["runs"].append(one_cut(samples, cut, n, INDEX[label]))
                    print(line_of(saved["runs"][-1]), flush=True)
        SAVED.write_text(json.dumps(saved, indent=1) + "\n", encoding="utf-8")
    elif not options.write_docs:
        parser.error("name the folder of the pictures, or --write-docs")
    if options.write_docs:
        PAGE.write_text(page(json.loads(SAVED.read_text(encoding="utf-8"))), encoding="utf-8")


if __name__ == "__main__":
    main()
