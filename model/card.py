"""Write the model card from the reports: `python -m model.card`. No figure is typed by hand.

A section whose report is not there is left out.
"""

import argparse
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from model.card_sections import (
    bad_views_part,
    face_check_part,
    outside_part,
    rivals_part,
    trust_part,
    truths_part,
)
from model.card_tables import (
    MEASURED_ON,
    MODELS,
    circumstances,
    identity,
    looks_sentence,
    main_table,
    model_part,
    pair,
    plain_table,
    rates_table,
    recall_table,
    speed_table,
    steadiness_table,
    uncertain_table,
)
from model.recipes import GOING_ON, RECIPES
from model.reports import REPORTS, read_report

TEACHER = "se-resnet-teacher"
CARD = Path(__file__).parent / "MODEL_CARD.md"

_INTRODUCTION = """\
# Model card

<!-- Written by `python -m model.card` from the files in model/reports; edit the text there. -->

Two networks come with the program. Both name the expression of one face: anger, contempt, disgust,
fear, happiness, neutral, sadness or surprise.

- **se-resnet**, the default: 40x40 gray in, a residual network with squeeze-and-excitation (He et
  al., 2016; Hu et al., 2018), {default_parameters:,} parameters, trained from scratch on FER+ and
  facial_expressions together. It learned two truths side by side, what ten people saw in a picture
  and what the picture was searched for; in its second part also the answers of a larger network,
  its teacher; and in its last parts real neutral faces that a face model (ICT-FaceKit) moved into
  posed expressions, strong and slight ones, by their action units, for posed anger, contempt,
  disgust and fear are rare in photographs. What it answers is what people would see. Gray, so
  colour can tell it nothing.
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

## Who is missing

**facial_expressions** is known to hold mostly press photographs of public figures: politicians,
athletes and actors, most of them from the United States, about three in four of them men, most of
them white, hardly any children and few people over eighty. **FER+** has no record of age, sex or
origin; its pictures are what image searches gave in 2013, many of them posed or acted, and its
taggers were few and of one place. In both, very young, old and dark-skinned people are few, nearly
nobody is seen from the side, and contempt, disgust and fear are rare. Expect more mistakes on faces
that such pictures lack, on turned heads, with glasses, beards or hands before the face{measured}.

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

    python3 dev.py train --network se-resnet --data FERPLUS FACIAL_EXPRESSIONS --outside SETS \\
        --mesh MESH
    python3 dev.py train --network seed --data FACIAL_EXPRESSIONS
    python -m model.steadiness --data FACIAL_EXPRESSIONS --report \\
        model/reports/se-resnet/steadiness.json
    python -m model.quality --data FERPLUS --split Valid --report \\
        model/reports/se-resnet/quality.json
    python -m model.baseline --data FACIAL_EXPRESSIONS --report \\
        model/reports/se-resnet/baseline.json
    python -m model.outside --data SETS
    python -m model.degraded --data FERPLUS
    python -m model.both_truths --data FERPLUS
    python -m model.rivals --data FERPLUS --outside SETS
    python -m model.quote
    python -m model.speed --report model/reports/speed.json
    python -m model.face_check make --data FERPLUS FACIAL_EXPRESSIONS --mesh MESH --work FOLDER
    python -m model.card

A killed training goes on where it stopped. `model/recipes.py` holds the recipes; the last command
writes this page anew from `model/reports`.

**How the bundled se-resnet was made**: {parts}, on one core, on {processor} (two cores, with other
work beside), with Keras on torch; {of_start:.0%} of the weights that each part with moved faces
began with are in those it ended with. The first command does the same, after it has made the
teacher ({teacher_epochs} epochs) and the moved faces. The parts ran in sittings of their own, each
from the weights of the one before, and the version before each said which faces are neutral; the
recipe was put down after them, so the command was not run as a whole.

The teacher is the network that was bundled before, as version 4: 48x48 gray in, four times the
arithmetic. Its figures on the same pictures:

{teacher_table}

**What the figures owe to the test parts.** Balancing, changes and mirror images were chosen knowing
what earlier networks did on person-test and seed-test, so these two are somewhat kind. How far the
network leans to each class, temperature and threshold were fitted on FER+ Valid, on training
persons kept aside and on the sets from outside together (`model/leaning.py`,
`model/calibrate.py`): the figures of these sets are a little kind, too. How much each of these
counts in it was chosen knowing what comes of it on person-test.
"""


def write_card(folder: Path, card: Path) -> None:
    """Write the card from the reports in a folder."""
    reports = {
        model: {p.stem: read_report(p) for p in sorted((folder / model).glob("*.json"))}
        for model in MODELS
    }
    tried = [read_report(path) for path in sorted((folder / "seed" / "rates").glob("*.json"))]
    framing = read_report(folder / "framing.json")
    speed = read_report(folder / "speed.json")
    rivals = read_report(folder / "rivals.json") if (folder / "rivals.json").is_file() else None
    check_file = folder / "face-check.json"
    check = read_report(check_file) if check_file.is_file() else None
    teacher = {path.stem: read_report(path) for path in sorted((folder / TEACHER).glob("*.json"))}
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
        "on the pictures kept for choosing are right, and 72 in a hundred on sets from outside, or "
        "0.7 where that takes more.\n",
        uncertain_table(reports),
        *truths_part(reports[MODELS[0]]),
        *outside_part(reports),
        *trust_part(reports, MEASURED_ON),
        *bad_views_part(reports[MODELS[0]]),
        *rivals_part(rivals, reports),
        *face_check_part(check, circumstances(check) if check else ""),
        "\n## Live\n",
        f"Still faces of person-test before a made-up camera (sensor noise, flickering light, a "
        f"shaking hand) for {reports[MODELS[0]]['steadiness']['seconds']:.0f} s at 30 frames a "
        "second: every change of the shown label or of the face's number is counted. Then the "
        "picture is exchanged for one with another expression, both of which the network names "
        "rightly and surely, and the time is taken until the new label is shown: 0.4 s is in "
        "time, 0.5 s below 15 frames a second. Talking faces are pictures whose mouth, brows and "
        "head are moved as in speech (`model/talking.py`).\n",
        f"Measured with version {reports[MODELS[0]]['steadiness']['version']} of se-resnet, "
        f"{circumstances(reports[MODELS[0]]['steadiness'])}\n",
        steadiness_table(reports[MODELS[0]]["steadiness"]),
        "\n## Speed\n",
        "With LiteRT on one core, median; all in one run.\n",
        speed_table(speed),
        f"\nMeasured {circumstances(speed)}\n",
        _DATA.format(
            measured=", as *Bad views* tells"
            if "degraded" in reports[MODELS[0]]
            else "; how many more was not measured"
        ),
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
        "pictures were cut at such boxes. So a detected face is framed as the network saw faces "
        "in training (se-resnet: 0.85 of the box, seed: the whole), and turned upright by the "
        "tilt that was seen.\n",
        _AGAIN.format(
            parts=_parts_of(training),
            of_start=training["recipe"]["of_start"],
            processor=default["measured"]["processor"],
            teacher_epochs=RECIPES[TEACHER].epochs + sum(part.epochs for part in GOING_ON[TEACHER]),
            teacher_table=plain_table(teacher),
        ),
    ]
    card.write_text("\n".join(parts), encoding="utf-8")


def _parts_of(training: Mapping[str, Any]) -> str:
    """Return how long each part of a training took, the first one first, as words."""
    told = []
    for part in _chain(training):
        how = "more with a teacher" if told else "from nothing"
        if "n_moved" in part:
            how = f"more with {part['n_moved']:,} moved faces beside the real ones"
        epochs = "epochs " if not told else ""
        told.append(f"{part['epoch']} {epochs}{how} in {part['seconds'] / 60:.0f} minutes")
    return f"{', '.join(told[:-1])} and {told[-1]}"


def _chain(training: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    if "start" in training:
        yield from _chain(training["start"])
    yield training


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
