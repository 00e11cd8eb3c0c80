"""How sure the network is of pictures before anything disturbs them, which chooses clips' faces."""

from collections.abc import Iterable

from fer_desktop.core.labels import LABELS
from fer_desktop.core.settings import Settings
from fer_desktop.core.types import Frame, ImageBGR, RecognizedFace
from fer_desktop.evaluation.datasets import Sample
from fer_desktop.evaluation.pictures import load_picture
from fer_desktop.vision import assembly
from fer_desktop.vision.analyzer import FrameAnalyzer
from fer_desktop.vision.detection.detector import BALANCED, EveryFrame
from model.noisy_camera import framed
from model.talking import TalkingFace

SURE = 0.7
"""A change counts as true where the network names both pictures rightly and this surely; faces of
which it is less sure are made to talk."""


def name_of(sample: Sample) -> str:
    """Return what a sample is called in reports."""
    return f"{sample.path.name}: {LABELS[sample.label]}"


class Judge:
    """Tells what the network says to undisturbed frames, and where their faces are."""

    def __init__(self, settings: Settings) -> None:
        classifier = assembly.make_classifier(settings)
        detector = EveryFrame(assembly.haar_detector(BALANCED))
        threshold = classifier.spec.uncertain_below
        self._analyzer = FrameAnalyzer(detector, classifier, threshold=threshold)

    def largest(self, scene: ImageBGR) -> RecognizedFace | None:
        """Return the largest face of a frame, or None."""
        return next(iter(self._analyzer.analyze(Frame(scene)).faces), None)

    def is_sure(self, sample: Sample) -> bool:
        """Return whether the network names a sample rightly and surely."""
        face = self.largest(framed(load_picture(sample)))
        if face is None:
            return False
        return face.raw.label == LABELS[sample.label] and face.raw.confidence >= SURE

    def talking(self, scene: ImageBGR) -> TalkingFace | None:
        """Return the largest face of a frame, so that it can talk, or None."""
        face = self.largest(scene)
        return TalkingFace(scene, face.box) if face else None

    def unsure_talkers(self, samples: Iterable[Sample], n: int) -> list[tuple[str, TalkingFace]]:
        """Return so many faces that the network is not sure of, with their names."""
        found: list[tuple[str, TalkingFace]] = []
        for sample in samples:
            if len(found) >= n:
                break
            scene = framed(load_picture(sample))
            face = self.largest(scene)
            if face is not None and face.raw.confidence < SURE:
                found.append(
                    (f"{sample.path.name}: {LABELS[sample.label]}", TalkingFace(scene, face.box))
                )
        return found
