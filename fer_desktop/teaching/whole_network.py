"""Teaches all layers of a model with Keras, in processes of the training workshop of a checkout.

The workshop and TensorFlow are loaded by those processes alone: one that is stopped or killed takes
nothing along. The model is ready to be used before anybody decides to keep it.
"""

import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import weakref
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from threading import Thread
from typing import Any, Final, Literal

import cv2

from fer_desktop.core.errors import DataError, ImageError, ModelError
from fer_desktop.core.labels import LABELS
from fer_desktop.evaluation.datasets import Sample
from fer_desktop.evaluation.pictures import load_picture
from fer_desktop.system import files, shutdown
from fer_desktop.system.background import Background
from fer_desktop.system.paths import SPEC_FILE
from fer_desktop.teaching.lesson import FEWEST_OF_CLASS, MOST_FALL, Refusal
from fer_desktop.teaching.taught_model import CARD_FILE
from fer_desktop.vision.recognition.model_spec import KERAS_FILE, LITERT_FILE, ModelSpec

ROOT: Final = Path(__file__).parents[2]
"""Of a checkout; elsewhere there is no workshop in it."""
_EPOCH: Final = re.compile(r"^epoch=(\d+) ")
_EPOCHS: Final = 20
_LOOK_S: Final = 0.2
_MOST_LINES: Final = 20

WhyNot = Literal["", "package", "keras", "base"]


def why_not(spec: ModelSpec, root: Path = ROOT) -> WhyNot:
    """Return why a whole model can't be taught here.

    `package`: this is no checkout, so there is no workshop; `keras`: the extra is not installed;
    `base`: the model has no Keras file; "" where it can.
    """
    if getattr(sys, "frozen", False) or not (root / "model" / "train.py").is_file():
        return "package"
    if any(importlib.util.find_spec(name) is None for name in ("tensorflow", "keras")):
        return "keras"
    return "" if (spec.directory / KERAS_FILE).is_file() else "base"


class Work:
    """A temporary folder that goes with this object, or when it is told to.

    Attributes:
        name: Its path.
    """

    def __init__(self) -> None:
        self.name = tempfile.mkdtemp(prefix="fer-desktop-")
        self.cleanup = weakref.finalize(self, shutil.rmtree, self.name, ignore_errors=True)


@dataclass(frozen=True, eq=False)
class WholeOutcome:
    """What came of it.

    Attributes:
        before: The figures of the model that was taught, on pictures that were kept aside.
        after: Those of the new one.
        refusal: Why it is not to be kept; None where it is.
        work: Folder of everything; it goes with this object.
    """

    before: Mapping[str, Any]
    after: Mapping[str, Any]
    refusal: Refusal | None
    work: "Work"

    @property
    def folder(self) -> Path:
        """The model folder that was made."""
        return Path(self.work.name) / "out" / "model"


def teach_whole(
    samples: Sequence[Sample],
    spec: ModelSpec,
    job: Background[Any],
    *,
    are_crops: bool,
    more: Sequence[str] = (),
) -> WholeOutcome:
    """Teach within a job, which is told of each epoch and may end it.

    Args:
        samples: The labelled pictures; those that can't be read are left out.
        spec: Of the model that is taught.
        job: What this runs in.
        are_crops: Whether the pictures are face crops already.
        more: Further options of the training.

    Raises:
        DataError: The workshop gave up; its last words say why.
    """
    work = Work()
    data, out = Path(work.name) / "data", Path(work.name) / "out"
    _write(samples, data, job)
    job.n_done, job.n_expected = 0, _EPOCHS
    begin = ["model.train", "--init", str(spec.directory), "--data", str(data)]
    detector = () if are_crops else ("--detector",)
    _run([*begin, "--layout", "folders", "--out", str(out), *detector, *more], job)
    report = json.loads((out / "report.json").read_text(encoding="utf-8"))
    refusal = _verdict(report["before"], report)
    if refusal is None:
        # The workshop keeps the cut faces of photographs beside its results.
        learned = data if are_crops else out / "faces"
        given = ["--weights", str(out / "best.keras"), "--data", str(learned)]
        given += ["--layout", "folders", "--split", "all", "--out", str(out / "model")]
        _run(["model.export", *given, "--metrics", str(out / "report.json")], job)
    return WholeOutcome(report["before"], report, refusal, work)


def save_whole(outcome: WholeOutcome, spec: ModelSpec, folder: Path, *, data: str) -> Path:
    """Keep a model that was taught and return its folder; as `save_taught` for the last layer.

    Raises:
        ModelError: It can't be written, or there is something already.
    """
    if outcome.refusal is not None:
        raise ModelError(f"{folder}: a refused lesson makes no model.")
    n = int(outcome.after["n"])
    try:
        values = json.loads((outcome.folder / SPEC_FILE).read_text(encoding="utf-8"))
        made = datetime.now(UTC).isoformat(timespec="seconds")
        values |= {
            "name": folder.name,
            "version": f"{spec.version}+{made}",
            "description": (
                f"{spec.name} {spec.version}, all of its layers taught on this computer; measured "
                f"on {n} pictures that were kept aside."
            ),
            "training_data": [*spec.training_data, f"{data}: named on this computer"],
            "based_on": {"name": spec.name, "version": spec.version, "sha256": spec.sha256},
        }
        folder.mkdir(parents=True)
        for name in (KERAS_FILE, LITERT_FILE):
            shutil.copyfile(outcome.folder / name, folder / name)
        files.write_text(folder / CARD_FILE, _card(outcome, spec, values))
        files.write_text(folder / SPEC_FILE, json.dumps(values, indent=1, ensure_ascii=False))
    except FileExistsError:
        raise ModelError(f"{folder}: there is a model of this name; choose another.") from None
    except OSError as error:
        shutil.rmtree(folder, ignore_errors=True)
        raise ModelError(f"{folder}: can't be written ({files.reason(error)}).") from error
    return folder


def _write(samples: Sequence[Sample], data: Path, job: Background[Any]) -> None:
    """Write the pictures as one folder a class: the workshop knows no corrections and no tables."""
    try:
        for number, sample in enumerate(samples):
            job.check()
            try:
                image = load_picture(sample)
            except ImageError:
                continue
            folder = data / LABELS[sample.label]
            folder.mkdir(parents=True, exist_ok=True)
            files.write_bytes(folder / f"{number}.png", cv2.imencode(".png", image)[1].tobytes())
    except OSError as error:
        raise DataError(f"{data}: can't be written ({files.reason(error)}).") from error
    if not data.exists():
        raise DataError("There is no picture among these that can be read.")


def _run(command: Sequence[str], job: Background[Any]) -> None:
    """Run a module of the workshop to its end, or to that of the job."""
    said: list[str] = []
    with subprocess.Popen(
        [sys.executable, "-u", "-m", *command],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        errors="replace",
        env={**os.environ, "PYTHONIOENCODING": "utf-8", "TF_CPP_MIN_LOG_LEVEL": "3"},
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    ) as process:
        listeners = [
            Thread(target=_listen, args=(stream, said, job), daemon=True)
            for stream in (process.stdout, process.stderr)
        ]
        for each in listeners:
            each.start()
        entry = shutdown.Entry(
            "the training of a whole network",
            ask=process.kill,
            drop=process.kill,
            is_alive=lambda: process.poll() is None,
        )
        try:
            while True:
                job.check()
                with suppress(subprocess.TimeoutExpired):
                    process.wait(_LOOK_S)
                    break
        except BaseException:
            process.kill()
            raise
        finally:
            entry.release()
        for each in listeners:
            each.join()
    if process.returncode:
        raise DataError(said[-1] if said else f"The training ended with {process.returncode}.")


def _listen(stream: Any, said: list[str], job: Background[Any]) -> None:  # noqa: ANN401
    """Take down the last lines of a process, and how many epochs it has done."""
    for line in stream:
        epoch = _EPOCH.match(line)
        if epoch:
            job.n_done = min(int(epoch[1]), job.n_expected)
        elif line.strip():
            said.append(line.strip())
            del said[:-_MOST_LINES]


def _verdict(before: Mapping[str, Any], after: Mapping[str, Any]) -> Refusal | None:
    """Return why a model with these figures is not wanted; None where it is."""
    worst = (MOST_FALL, "")
    for label in LABELS:
        old, new = before["per_class"][label], after["per_class"][label]
        if old["n"] >= FEWEST_OF_CLASS:
            worst = max(worst, (old["recall"] - new["recall"], label))
    if worst[1]:
        return Refusal("worse", worst[1], worst[0], MOST_FALL)
    gain = after["balanced_accuracy"] - before["balanced_accuracy"]
    return None if gain > 0 else Refusal("no_gain")


def _card(outcome: WholeOutcome, spec: ModelSpec, values: Mapping[str, Any]) -> str:
    rows = [
        f"| {label} | {old['n']} | {old['recall']:.3f} | {new['recall']:.3f} |"
        for label in LABELS
        if (old := outcome.before["per_class"][label])["n"]
        and (new := outcome.after["per_class"][label])
    ]
    return "\n".join(
        [
            f"# {values['name']}",
            "",
            values["description"],
            "",
            "The figures are of pictures that no step of the training saw; people in them may be "
            "in the training pictures too, so they speak for these people. A model that finds any "
            f"expression less often by more than {MOST_FALL:.0%} is refused.",
            "",
            "Of faces of other people, in other light and from other cameras it may be worse than "
            f"{spec.name}. What it says is a guess about an expression, not about a feeling.",
            "",
            "| recall of | pictures | before | after |",
            "|---|---:|---:|---:|",
            *rows,
            "",
        ]
    )
