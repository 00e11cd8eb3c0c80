"""What teaching gives to its dialog: of the last layer alone, or of all of them."""

from dataclasses import dataclass
from pathlib import Path

from fer_desktop.core.labels import LABELS
from fer_desktop.core.settings import Settings
from fer_desktop.gui.teaching.data_choice import ChosenData
from fer_desktop.gui.teaching.verdict_words import success_words, whole_words
from fer_desktop.system import paths
from fer_desktop.system.background import Background
from fer_desktop.teaching.gathering import taught
from fer_desktop.teaching.lesson import Outcome, Refusal
from fer_desktop.teaching.network import OpenedNetwork
from fer_desktop.teaching.taught_model import save_taught
from fer_desktop.teaching.whole_network import WholeOutcome, save_whole, teach_whole
from fer_desktop.vision import assembly
from fer_desktop.vision.recognition import trial
from fer_desktop.vision.recognition.model_spec import ModelSpec


@dataclass(frozen=True, eq=False)
class Taught:
    """What a job that taught the last layer gives."""

    network: OpenedNetwork
    outcome: Outcome
    spec: ModelSpec
    title: str
    focus: int | None

    @property
    def refusal(self) -> Refusal | None:
        """Why there is no model."""
        return self.outcome.refusal

    @property
    def words(self) -> str:
        """How much better it is."""
        return success_words(self.outcome)

    @property
    def recalls(self) -> list[tuple[str, int, float, float]]:
        """Label, faces, recall before and after, of each class with faces."""
        if not self.outcome.changes:
            return []
        before, after = (
            each.figures().per_class for each in (self.outcome.before, self.outcome.after)
        )
        return [(x, before[x].n, before[x].recall, after[x].recall) for x in LABELS if before[x].n]

    def save(self, folder: Path) -> None:
        """Make the model folder; raises ModelError."""
        title, focus = self.title, self.focus
        save_taught(self.outcome, self.network, self.spec, folder, data=title, focus=focus)


@dataclass(frozen=True, eq=False)
class TaughtWhole:
    """What a job that taught the whole network gives."""

    outcome: WholeOutcome
    spec: ModelSpec
    title: str

    @property
    def refusal(self) -> Refusal | None:
        """Why there is no model."""
        return self.outcome.refusal

    @property
    def words(self) -> str:
        """How much better it is."""
        return whole_words(self.outcome)

    @property
    def recalls(self) -> list[tuple[str, int, float, float]]:
        """Label, faces, recall before and after, of each class with faces."""
        before, after = (each["per_class"] for each in (self.outcome.before, self.outcome.after))
        return [
            (x, before[x]["n"], before[x]["recall"], after[x]["recall"])
            for x in LABELS
            if before[x]["n"]
        ]

    def save(self, folder: Path) -> None:
        """Make the model folder; raises ModelError."""
        save_whole(self.outcome, self.spec, folder, data=self.title)


def teach_last_layer(
    job: Background[Taught], data: ChosenData, settings: Settings, focus: int | None
) -> Taught:
    """Teach within a job; raises as what it calls."""
    samples = data.read()
    spec = assembly.model_spec(settings)
    if not paths.is_bundled(spec.directory):
        trial.try_model(spec, "litert")
    detector = None if data.are_crops else assembly.still_detector(settings)
    network, outcome = taught(samples, spec, detector, job, focus)
    return Taught(network, outcome, spec, data.title, focus)


def teach_all_layers(
    job: Background[TaughtWhole], data: ChosenData, settings: Settings
) -> TaughtWhole:
    """Teach all layers within a job; raises as what it calls."""
    samples = data.read()
    spec = assembly.model_spec(settings)
    outcome = teach_whole(samples, spec, job, are_crops=data.are_crops)
    return TaughtWhole(outcome, spec, data.title)
