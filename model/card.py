"""Write the model card from the reports: `python -m model.card`. No figure is typed by hand."""

import argparse
import sys
from pathlib import Path
from typing import Any

from fer_desktop.core.labels import LABELS
from model.reports import REPORTS, read_report

CARD = Path(__file__).parent / "MODEL_CARD.md"

_INTRODUCTION = """\
# Model card: seed

<!-- Written by `python -m model.card` from the files in model/reports; edit the text there. -->

The small network that the project began with: 100x100 RGB in, convolutions of 16, 32 and 64
(3x3, ReLU, each followed by 2x2 max-pooling), dense 1024, softmax 8; 6,586,408 parameters. One-hot
labels, categorical cross-entropy, Adam with a peak rate of 0.01.

- **For** seeing how far a plain network gets, for teaching, and as a yardstick. It knows
  *happiness* and *neutral*, and the others only now and then: look at the recalls below before you
  trust it.
- **Not for** judging people: not in hiring, schooling, policing, medicine or any decision about
  somebody. It guesses which expression a face shows, not what a person feels. In the European Union
  inferring emotions at work and in education is forbidden (AI Act, Article 5(1)(f)).
- **Data**: `facial_expressions` (muxspace, Apache-2.0), 13,682 pictures, most of
  them press photographs of public persons cut out by a Haar detector. Half are neutral, four in ten
  happy; fear has 21 pictures and contempt 9. Children, old people, women and dark skin are rarer in
  such press photographs than in life, so expect more mistakes there; this was not measured.
- **Weights**: MIT. `model.keras` is what training made; `model.tflite` is made from it. Both hold
  weights rounded to half precision, and every figure below was measured after that, through the
  program's own code.
- **Calibration**: one temperature, fitted on the validation persons, is in `model.json`, and so is
  the threshold below which the answer is `uncertain`.

## Protocol

`person-test` holds the persons whose name has a CRC-32 divisible by 5; nobody in it was seen in
training. The bundled weights are those trained on `person-train`. `seed-test` is the last fifth of
each class in file order, which holds most of the colour pictures; its figures come from a training
on `seed-train` with the same recipe, which is not bundled. A quarter of seed-test are colour
film stills, often from the side, and nearly all colour pictures in seed-train show disgust or
sadness: there the network still answers by the kind of picture. Changes of the kind `style` make
that better, at a price for the rare classes. One training person in ten is kept for
choosing the epoch. "Crops" takes a picture as it is; "detector" finds the face first, as the
program does, and counts a picture without a found face as wrong.
"""

_AGAIN = """\
## Again

    python -m model.train --network seed --data DIR --out runs/person
    python -m model.export --weights runs/person/best.keras --data DIR --out resources/models/seed
    python -m model.evaluate --model seed --data DIR --split person-test

`DIR` is the folder of facial_expressions. `python -m model.train --help` lists what the recipe is
made of; `python -m model.card` writes this page anew from `model/reports`.
"""


def main_table(reports: dict[str, dict[str, Any]]) -> str:
    """Return the table of the main figures."""
    lines = [
        "| trained on | measured on | n | found | accuracy | balanced | macro-F1 | ECE |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for name, trained in (
        ("person-crops", "person-train"),
        ("person-detector", "person-train"),
        ("seed-crops", "seed-train"),
        ("seed-style-crops", "seed-train, changes `style`"),
    ):
        r = reports[name]
        way = "crops" if r["crops"] else "detector"
        lines.append(
            f"| {trained} | {r['split']}, {way} | {r['n']:,} | {r['detected']:.3f} | "
            f"{r['accuracy']:.3f} | {r['balanced_accuracy']:.3f} | {r['macro_f1']:.3f} | "
            f"{r['ece']:.3f} |"
        )
    return "\n".join(lines)


def class_table(report: dict[str, Any]) -> str:
    """Return precision, recall and F1 of each class."""
    lines = ["| class | n | precision | recall | F1 |", "|---|---|---|---|---|"]
    for label in LABELS:
        f = report["per_class"][label]
        lines.append(
            f"| {label} | {f['n']:,} | {f['precision']:.2f} | {f['recall']:.2f} | {f['f1']:.2f} |"
        )
    return "\n".join(lines)


def confusion_table(report: dict[str, Any]) -> str:
    """Return the confusion matrix: rows are the true classes."""
    lines = ["| true, named | " + " | ".join(LABELS) + " |", "|---" * (len(LABELS) + 1) + "|"]
    for label, row in zip(LABELS, report["confusion"], strict=True):
        lines.append(f"| {label} | " + " | ".join(f"{n:,}" for n in row) + " |")
    return "\n".join(lines)


def rates_table(reports: list[dict[str, Any]]) -> str:
    """Return every recipe that was tried, measured on person-test as crops."""
    lines = [
        "| rate | warm-up | clip | epsilon | average | balance | changes | epochs | accuracy | "
        "balanced | macro-F1 |",
        "|---|---|---|---|---|---|---|---|---|---|---|",
    ]
    for report in reports:
        r = report["recipe"]
        lines.append(
            f"| {r['learning_rate']:g} | {r['warmup_epochs']:g} | {r['clip_norm'] or 'none'} | "
            f"{r['adam_epsilon']:g} | {r.get('average', 0):g} | "
            f"{r['balance']:g} | {r['augment']} | "
            f"{report['best_epoch']} of {report['epoch']} | {report['accuracy']:.3f} | "
            f"{report['balanced_accuracy']:.3f} | {report['macro_f1']:.3f} |"
        )
    return "\n".join(lines)


def circumstances(report: dict[str, Any]) -> str:
    """Return when, where and with what a report was measured."""
    measured = report["measured"]
    versions = ", ".join(f"{name} {version}" for name, version in measured["versions"].items())
    return f"{measured['date']}, {measured['processor']}, Python {measured['python']}, {versions}."


def write_card(folder: Path, card: Path) -> None:
    """Write the card from the reports in a folder."""
    seed = folder / "seed"
    reports = {p.stem: read_report(p) for p in sorted(seed.glob("*.json"))}
    tried = [read_report(path) for path in sorted((seed / "rates").glob("*.json"))]
    framing = read_report(folder / "framing.json")
    middle = framing["percentiles"].index(50)
    parts = [
        _INTRODUCTION,
        "## Figures\n",
        main_table(reports),
        f"\nMeasured {circumstances(reports['person-crops'])}\n",
        "## Per class, person-test\n",
        class_table(reports["person-crops"]),
        "\n## Confusion, person-test\n",
        confusion_table(reports["person-crops"]),
        "\n## Per class, seed-test\n",
        class_table(reports["seed-crops"]),
        "\n## Confusion, seed-test\n",
        confusion_table(reports["seed-crops"]),
        "\n## Rates tried\n",
        "All on person-train, measured as crops on person-test at the epoch that the validation "
        "persons chose. The first row is the plain recipe that the project began with; the last "
        "is the one that is shipped. Warm-up: epochs in which the rate climbs, before a cosine to "
        "0; clip: longest gradient; average: momentum of the mean of the weights that is measured; "
        "balance: 0 draws the classes as they occur, 1 equally often; changes: with `plain` "
        "pictures are mirrored, turned, shifted, lit differently and lose their colour at random; "
        "with `style` they also take shape, sharpness and tones of other pictures; epochs: the "
        "chosen one of all.\n",
        rates_table(tried),
        "\n## Framing\n",
        f"The detector finds {framing['found']:.1%} of the faces in {framing['split']}; its box "
        f"is {framing['side_share'][middle]:.1%} as wide as the picture (median), because the "
        "pictures were cut at such boxes. So the crop margin is 0: a detected face is framed as "
        "the network saw faces in training.\n",
        _AGAIN,
    ]
    card.write_text("\n".join(parts), encoding="utf-8")


def main(arguments: list[str] | None = None) -> int:
    """Run the command and return its exit code."""
    parser = argparse.ArgumentParser(prog="python -m model.card", description=__doc__)
    parser.add_argument("--reports", type=Path, default=REPORTS, metavar="DIR")
    parser.add_argument("--card", type=Path, default=CARD, metavar="FILE")
    options = parser.parse_args(arguments)
    write_card(options.reports, options.card)
    return 0


if __name__ == "__main__":
    sys.exit(main())
