"""Write the model card from the reports: `python -m model.card`. No figure is typed by hand."""

import argparse
import sys
from pathlib import Path
from typing import Any

from fer_desktop.core.labels import LABELS
from model.reports import REPORTS, read_report

CARD = Path(__file__).parent / "MODEL_CARD.md"

_INTRODUCTION = """\
# Model card

<!-- Written by `python -m model.card` from the files in model/reports; edit the text there. -->

Two networks come with the program. Both name the expression of one face: anger, contempt, disgust,
fear, happiness, neutral, sadness or surprise.

- **se-resnet**, the default: 48x48 gray in, a residual network with squeeze-and-excitation (He et
  al., 2016; Hu et al., 2018), {default_parameters:,} parameters, trained from scratch on FER+ and
  facial_expressions together. Gray, so colour can tell it nothing. Nearly all colour stills that it
  saw show disgust or sadness, and softness and turned heads give them away in gray too; its last
  epochs took some of that out of it again (`model/looks.py`; logit adjustment, Menon et al., 2021).
- **seed**, the small network that the project began with, for teaching and as a yardstick: 100x100
  RGB in, convolutions of 16, 32 and 64 (3x3, ReLU, each followed by 2x2 max-pooling), dense 1024,
  softmax 8; {seed_parameters:,} parameters. It knows *happiness* and *neutral*, and the others only
  now and then.

**For** seeing, teaching and research with a person who looks at the recalls below before trusting a
row. **Not for judging people**: not in hiring, schooling, policing, medicine or any decision about
somebody. It guesses which expression a face shows, not what a person feels. In the European Union
inferring emotions at work and in education is forbidden, with few exceptions (AI Act, Article
5(1)(f)).
"""

_DATA = """\
## Data and licences

- **FER+**: the pictures of FER2013 (48x48 gray, found by web searches for words of emotion) with
  the votes of ten taggers a picture (Barsoum et al., 2016; votes MIT). se-resnet learns the share
  of the votes, not the winner alone.
- **facial_expressions** (muxspace, Apache-2.0): 13,682 pictures, most of them press photographs
  from Labeled Faces in the Wild cut out by a Haar detector, one label each. Half are neutral, four
  in ten happy; fear has 21 pictures and contempt 9.
- **Weights**: MIT. `model.keras` is what training made; `model.tflite` is made from it. Both hold
  weights rounded to half precision, and every figure below was measured after that, through the
  program's own code.

**Who is missing.** Labeled Faces in the Wild is known to hold mostly men (about three in four) and
mostly white people, hardly any children and few people over eighty. FER+ has no record of age, sex
or origin; its pictures are what image searches gave in 2013, many of them posed or acted, and its
taggers were few and of one place. Both are poor in contempt, disgust and fear. Expect more mistakes
on faces that such pictures lack, on turned heads, with glasses, beards or hands before the face;
how many more was not measured.

## Protocol

FER+: votes of 1 count as 0, a picture counts if one class has more than half of the votes left;
the label is the class with most votes. `Valid` chose the epoch, temperature and threshold, so its
figures are a little kind. `person-test` holds the persons whose name has a CRC-32 divisible by 5.
`seed-test` is the last fifth of each class in file order, a quarter of it colour film stills from
other hands, often from the side. se-resnet has seen no picture of these three. The bundled seed was
trained on `person-train`; its seed-test figures come from a training on `seed-train` with the same
recipe, which is not bundled. "Crops" takes a picture as it is, stretched to a square; "detector"
finds the face first, as the program does, and counts a picture without a found face as wrong.
Brackets hold 95 % confidence intervals (bootstrap).
"""

_AGAIN = """\
## Again

    python3 dev.py train --network se-resnet --data FERPLUS FACIAL_EXPRESSIONS
    python3 dev.py train --network seed --data FACIAL_EXPRESSIONS
    python -m model.steadiness --data FACIAL_EXPRESSIONS --report \\
        model/reports/se-resnet/steadiness.json
    python -m model.quality --data FACIAL_EXPRESSIONS --report \\
        model/reports/se-resnet/quality.json
    python -m model.baseline --data FACIAL_EXPRESSIONS --report \\
        model/reports/se-resnet/baseline.json
    python -m model.speed --report model/reports/speed.json
    python -m model.card

A killed training goes on where it stopped. `model/recipes.py` holds the recipes; the last command
writes this page anew from `model/reports`.

**The bundled se-resnet is what the first command gives**: {first_epochs} epochs from nothing in
{first_minutes:.0f} minutes, and {epochs} more from there with looks adjusted in {minutes:.0f}
minutes, on {processor} (two cores, with other work beside), with Keras on torch. The last epoch of
each part is kept. At first those were kept that are best on the pictures kept for choosing (epoch
{other_first} and epoch {other_epoch}); that network was measured and is not bundled. Then the last
five epochs of the first part were run again from a checkpoint, and the second part from there. The
figures of the first one:

{other_table}

**What the figures owe to the test parts.** Balancing each data set by itself, trimming, plain last
epochs and mirror images were chosen knowing what earlier networks did on person-test and seed-test.
So was the adjustment of looks: it was tried in short trainings, and those, too, were measured on
both. So was keeping the last epoch. Temperature and threshold were chosen on other pictures. So
these two are somewhat kind as well.
"""

MODELS = ("se-resnet", "seed")
MEASURED_ON = {
    "valid-crops": "FER+ Valid, crops",
    "person-crops": "person-test, crops",
    "person-detector": "person-test, detector",
    "seed-crops": "seed-test, crops",
}


def with_interval(report: dict[str, Any], key: str) -> str:
    """Return a figure with its 95 % confidence interval."""
    low, high = report["intervals"][key]
    return f"{report[key]:.3f} [{low:.3f}, {high:.3f}]"


def pair(report: dict[str, Any]) -> str:
    """Return accuracy and balanced accuracy in short."""
    return f"{report['accuracy']:.3f}, {report['balanced_accuracy']:.3f}"


def identity(model: str, report: dict[str, Any]) -> str:
    """Return which model was measured."""
    return f"{model} version {report['version']}, {report['sha256'][:16]}…"


def looks_sentence(report: dict[str, Any]) -> str:
    """Return how a model does on colour pictures and on gray ones."""
    colour, gray = (report["looks"][name] for name in ("colour", "gray"))
    return (
        f"Of the {colour['n']} colour pictures of seed-test, nearly all film stills, it names "
        f"{colour['accuracy']:.1%} rightly, of the {gray['n']:,} gray ones {gray['accuracy']:.1%}."
    )


def main_table(reports: dict[str, dict[str, dict[str, Any]]]) -> str:
    """Return the table of the main figures, both models side by side.

    Args:
        reports: By model, then by the name of the report.
    """
    lines = [
        "| measured on | n | model | found | accuracy | balanced accuracy | macro-F1 | ECE |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for name, where in MEASURED_ON.items():
        for model in MODELS:
            r = reports[model][name]
            lines.append(
                f"| {where} | {r['n']:,} | {model} | {r['detected']:.3f} | "
                f"{with_interval(r, 'accuracy')} | {with_interval(r, 'balanced_accuracy')} | "
                f"{with_interval(r, 'macro_f1')} | {r['ece']:.3f} |"
            )
    return "\n".join(lines)


def plain_table(reports: dict[str, dict[str, Any]]) -> str:
    """Return the main figures of one model, without intervals."""
    lines = [
        "| measured on | accuracy | balanced accuracy | macro-F1 | ECE |",
        "|---|---|---|---|---|",
    ]
    for name, r in reports.items():
        where = MEASURED_ON[name]
        figures = (r["accuracy"], r["balanced_accuracy"], r["macro_f1"], r["ece"])
        lines.append(f"| {where} | " + " | ".join(f"{value:.3f}" for value in figures) + " |")
    return "\n".join(lines)


def recall_table(reports: dict[str, dict[str, dict[str, Any]]]) -> str:
    """Return each class's recall, both models side by side, on every measured part."""
    columns = [(name, model) for name in MEASURED_ON for model in MODELS]
    heads = [f"{MEASURED_ON[name]}: {model}" for name, model in columns]
    lines = ["| class | " + " | ".join(heads) + " |", "|---" * (len(columns) + 1) + "|"]
    for label in LABELS:
        cells = []
        for name, model in columns:
            f = reports[model][name]["per_class"][label]
            cells.append(f"{f['recall']:.2f} of {f['n']:,}")
        lines.append(f"| {label} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def uncertain_table(reports: dict[str, dict[str, dict[str, Any]]]) -> str:
    """Return what the threshold does: how many answers are left, and how many of them are right."""
    lines = [
        "| measured on | model | not sure below | answered | right of those | right of all |",
        "|---|---|---|---|---|---|",
    ]
    for name, where in MEASURED_ON.items():
        for model in MODELS:
            r = reports[model][name]
            if "uncertain" in r:
                u = r["uncertain"]
                lines.append(
                    f"| {where} | {model} | {u['below']:.2f} | {u['coverage']:.1%} | "
                    f"{u['accuracy']:.1%} | {r['accuracy']:.1%} |"
                )
    return "\n".join(lines)


def steadiness_table(report: dict[str, Any]) -> str:
    """Return how calm the live label is before a noisy camera, and how soon a change shows."""
    still = report["still"]
    lines = [
        "| figure | value |",
        "|---|---|",
        f"| still faces that were found | {still['n'] - still['not_found']} of {still['n']} |",
        f"| of those, with at most one change | {still['at_most_one_change']:.0%} |",
        f"| changes of a face: median, most | {still['changes']['median']:.0f}, "
        f"{still['changes']['max']:.0f} |",
        f"| the same of the raw label | {still['raw_changes']['median']:.0f}, "
        f"{still['raw_changes']['max']:.0f} |",
    ]
    for rate, reaction in report["reaction"].items():
        slowest = reaction["seconds"]["max"]
        lines.append(
            f"| changes of expression shown in time, at {rate} frames a second | "
            f"{reaction['in_time']:.0%} of {reaction['n']}, the slowest "
            f"{'never' if slowest is None else f'after {slowest:.2f} s'} |"
        )
    return "\n".join(lines + talking_rows(report))


def talking_rows(report: dict[str, Any]) -> list[str]:
    """Return rows on faces that talk and on quick expressions; none of a report without them."""
    lines = []
    for rate, talking in report.get("talking", {}).items():
        shown, raw = talking["changes_a_minute"], talking["raw_changes_a_minute"]
        lines.append(
            f"| changes a minute of {talking['n']} talking faces, at {rate}: mean, median, 95th "
            f"percentile | {shown['mean']:.0f}, {shown['median']:.0f}, {shown['p95']:.0f}; of the "
            f"raw label {raw['mean']:.0f}, {raw['median']:.0f}, {raw['p95']:.0f} |"
        )
    for rate, quick in report.get("quick", {}).items():
        lines.append(
            f"| expressions of {quick['lasting_s'][0]:g} to {quick['lasting_s'][-1]:g} s that are "
            f"shown, at {rate} | {quick['shown']:.0%} of {quick['n']} |"
        )
    for rate, change in report.get("talking_changes", {}).items():
        middle = change["seconds"]["median"]
        lines.append(
            f"| changes of expression shown in time on talking faces, at {rate} | "
            f"{change['in_time']:.0%} of {change['n']}, the middle one "
            f"{'never' if middle is None else f'after {middle:.2f} s'} |"
        )
    return lines


def speed_table(report: dict[str, Any]) -> str:
    """Return how long the bundled models take for a face."""
    lines = ["| model | live, ms a face | in a picture, ms a face |", "|---|---|---|"]
    for model in MODELS:
        live, picture = (report["models"][model][kind] for kind in ("live", "picture"))
        lines.append(
            f"| {model} | {live['median_ms']:.1f} (95th percentile {live['p95_ms']:.1f}) | "
            f"{picture['median_ms']:.1f} ({picture['p95_ms']:.1f}) |"
        )
    return "\n".join(lines)


def class_table(report: dict[str, Any]) -> str:
    """Return precision, recall (with its 95 % interval) and F1 of each class."""
    lines = ["| class | n | precision | recall | F1 |", "|---|---|---|---|---|"]
    for label in LABELS:
        f, interval = report["per_class"][label], report["intervals"]["per_class"][label]
        low, high = interval["recall"]
        recall = f"{f['recall']:.2f}" + (f" [{low:.2f}, {high:.2f}]" if f["n"] else "")
        lines.append(f"| {label} | {f['n']:,} | {f['precision']:.2f} | {recall} | {f['f1']:.2f} |")
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


def model_part(name: str, reports: dict[str, dict[str, Any]]) -> list[str]:
    """Return the sections about one model, a table for each part that was measured on."""
    parts = []
    for report_name, where in MEASURED_ON.items():
        report = reports[report_name]
        parts += [f"\n## {name}: {where}\n", class_table(report), "\n", confusion_table(report)]
    return parts


def write_card(folder: Path, card: Path) -> None:
    """Write the card from the reports in a folder."""
    reports = {
        model: {p.stem: read_report(p) for p in sorted((folder / model).glob("*.json"))}
        for model in MODELS
    }
    tried = [read_report(path) for path in sorted((folder / "seed" / "rates").glob("*.json"))]
    framing = read_report(folder / "framing.json")
    speed = read_report(folder / "speed.json")
    other = {
        name: read_report(folder / "best-epoch" / f"{name}.json")
        for name in MEASURED_ON
        if name.endswith("crops")
    }
    middle = framing["percentiles"].index(50)
    default, seed = reports[MODELS[0]]["valid-crops"], reports["seed"]
    training = default["training"]
    parts = [
        _INTRODUCTION.format(
            default_parameters=default["parameters"],
            seed_parameters=reports["seed"]["valid-crops"]["parameters"],
        ),
        "## Figures\n",
        main_table(reports),
        f"\nse-resnet measured {circumstances(default)}\n\nseed measured "
        f"{circumstances(seed['valid-crops'])}\n\nAlways saying *neutral* has a balanced accuracy "
        "of 0.125. The reports hold the sha256 of what was measured: "
        + ", ".join(identity(m, reports[m]["valid-crops"]) for m in MODELS)
        + ".\n",
        f"\nse-resnet answers a picture by the mean over the face and its mirror image. Live video "
        f"and video files get one answer a face: {pair(reports[MODELS[0]]['valid-live'])} on FER+ "
        "Valid (accuracy, balanced accuracy). "
        + looks_sentence(reports[MODELS[0]]["seed-crops"])
        + "\n",
        "## Recall of each class\n",
        recall_table(reports),
        "\n## Not sure\n",
        "Probabilities are calibrated by one temperature (Guo et al., 2017). Below the threshold "
        "in `model.json` the answer is `uncertain`; it is the lowest at which nine in ten answers "
        "on the pictures kept for choosing are right, or 0.6 where that takes more.\n",
        uncertain_table(reports),
        "\n## Live\n",
        f"Still faces of person-test before a made-up camera (sensor noise, flickering light, a "
        f"shaking hand) for {reports[MODELS[0]]['steadiness']['seconds']:.0f} s at 30 frames a "
        "second: every change of the shown label or of the face's number is counted. Then the "
        "picture is exchanged for one with another expression, both of which the network names "
        "rightly and surely, and the time is taken until the new label is shown: 0.4 s is in "
        "time.\n",
        steadiness_table(reports[MODELS[0]]["steadiness"]),
        "\n## Speed\n",
        "With LiteRT on one core, median; all in one run.\n",
        speed_table(speed),
        f"\nMeasured {circumstances(speed)}\n",
        _DATA,
        *model_part(MODELS[0], reports[MODELS[0]]),
        *model_part(MODELS[1], reports[MODELS[1]]),
        "\n## seed: rates tried\n",
        "All on person-train, measured as crops on person-test at the epoch that the validation "
        "persons chose. The first row is the plain recipe that the project began with; the last "
        "is the one that is shipped. Warm-up: epochs in which the rate climbs, before a cosine to "
        "0; clip: longest gradient; average: momentum of the mean of the weights that is measured; "
        "balance: 0 draws the classes as they occur, 1 equally often; changes: with `plain` "
        "pictures are mirrored, turned, shifted, lit differently and lose their colour at random; "
        "with `style` they also take shape, sharpness and tones of other pictures; epochs: the "
        "chosen one of all.\n",
        rates_table(tried),
        f"\nOn seed-test, trained on seed-train: with `plain` changes {pair(seed['seed-crops'])}, "
        f"with `style` {pair(seed['seed-style-crops'])} (accuracy, balanced accuracy). Nearly all "
        "colour pictures in seed-train show disgust or sadness, and a quarter of seed-test are "
        "colour film stills, most of them happy or neutral: there the network still answers by the "
        "kind of picture. All seed networks were trained on pictures padded to a square with their "
        "edge, and are measured on stretched ones, which is better for them.\n",
        "\n## Framing\n",
        f"The detector finds {framing['found']:.1%} of the faces in {framing['split']}; its box "
        f"is {framing['side_share'][middle]:.1%} as wide as the picture (median), because the "
        "pictures were cut at such boxes. So the crop margin is 0: a detected face is framed as "
        "the network saw faces in training.\n",
        _AGAIN.format(
            first_epochs=training["start"]["epoch"],
            first_minutes=training["start"]["seconds"] / 60,
            epochs=training["epoch"],
            minutes=training["seconds"] / 60,
            processor=default["measured"]["processor"],
            other_first=other["valid-crops"]["training"]["start"]["best_epoch"],
            other_epoch=other["valid-crops"]["training"]["best_epoch"],
            other_table=plain_table(other),
        ),
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
