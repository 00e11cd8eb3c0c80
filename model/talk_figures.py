"""How calm the live label is on faces that talk, and whether true changes show all the same.

There are no clips of people who talk in the data, so pictures are made to (`model.talking`). Of a
picture that the network is sure of, speech changes no label; so the talking ones are those that it
is not sure of, where people who talk before a camera are most of the time.
"""

from collections.abc import Iterable, Sequence
from contextlib import closing
from typing import Any, NamedTuple

import numpy as np
from tqdm import tqdm

from fer_desktop.core.settings import Settings
from fer_desktop.core.types import ImageBGR
from fer_desktop.vision import assembly
from model.noisy_camera import noisy_frames
from model.speech import Speech
from model.talking import TalkingFace, talking_frames
from model.watching import (
    BAR_S,
    Calm,
    calm_of,
    middle_and_end,
    reaction_figures,
    reaction_s,
    share,
    watch,
)

QUICK_S = (0.5, 0.65, 0.8)
"""So long quick expressions last, in turn."""
CALM_S, AFTER_S = 2.0, 1.5
TALK_S, TALK_AFTER_S = 4.0, 2.5
"""Before and after a change of expression; who talks has done so for a phrase or two."""


class Pair(NamedTuple):
    """Two pictures with two expressions, and the label of the second."""

    before: ImageBGR
    after: ImageBGR
    label: str


def measure_talking(
    settings: Settings, faces: Iterable[tuple[str, TalkingFace]], seconds: float, rate: float
) -> list[Calm]:
    """Return how calm the label of each talking face was, with a new live analyzer for each."""
    found = []
    for number, (name, face) in enumerate(faces):
        frames = talking_frames([(seconds, face)], Speech(seconds, number), rate=rate, seed=number)
        with closing(assembly.live_analyzer(settings)) as analyzer:
            found.append(calm_of(name, list(watch(analyzer, frames))))
    return found


def measure_quick(settings: Settings, pair: Pair, lasts_s: float, rate: float, seed: int) -> bool:
    """Return whether an expression is shown that lasts so long, between two stretches of another.

    It has to be before it is gone for longer than a change may take.
    """
    scenes = [(CALM_S, pair.before), (lasts_s, pair.after), (AFTER_S, pair.before)]
    frames = noisy_frames(scenes, rate=rate, seed=seed)
    with closing(assembly.live_analyzer(settings)) as analyzer:
        found = reaction_s(watch(analyzer, frames), CALM_S, pair.label)
    return found <= lasts_s + BAR_S


def measure_talking_change(
    settings: Settings, faces: tuple[TalkingFace, TalkingFace], label: str, rate: float, seed: int
) -> float:
    """Return how long a new label takes on a face that talks before and after, in seconds."""
    before, after = faces
    speech = Speech(TALK_S + TALK_AFTER_S, seed)
    parts = [(TALK_S, before), (TALK_AFTER_S, after)]
    frames = talking_frames(parts, speech, rate=rate, seed=seed)
    with closing(assembly.live_analyzer(settings)) as analyzer:
        return reaction_s(watch(analyzer, frames), TALK_S, label)


def talking_figures(found: Sequence[Calm], seconds: float) -> dict[str, Any]:
    """Return the figures of talking faces; those that were never found are only counted."""
    seen = [calm for calm in found if calm.seen > 0]
    shown = [60 * calm.changes / seconds for calm in seen]
    raw = [60 * calm.raw_changes / seconds for calm in seen]
    return {
        "n": len(found),
        "not_found": len(found) - len(seen),
        "changes_a_minute": _mean_and_more(shown),
        "raw_changes_a_minute": _mean_and_more(raw),
        "faces": [
            {"name": calm.name, "changes_a_minute": round(a_minute, 1), "labels": calm.labels}
            for calm, a_minute in zip(seen, shown, strict=True)
        ],
    }


def _mean_and_more(values: Sequence[float]) -> dict[str, float | None]:
    mean = round(float(np.mean(values)), 1) if values else None
    return {"mean": mean, **middle_and_end(values)}


def quick_figures(settings: Settings, pairs: Sequence[Pair], rate: float) -> dict[str, Any]:
    """Return how many quick expressions are shown at a rate."""
    shown = [
        measure_quick(settings, pair, QUICK_S[number % len(QUICK_S)], rate, number)
        for number, pair in enumerate(tqdm(pairs, desc=f"Quick ones at {rate:g}/s", unit="pair"))
    ]
    return {"n": len(shown), "lasting_s": list(QUICK_S), "shown": share(shown)}


def talking_change_figures(
    settings: Settings,
    changes: Sequence[tuple[TalkingFace, TalkingFace, str]],
    rate: float,
) -> dict[str, Any]:
    """Return the figures of the reactions to a change of expression on talking faces."""
    bar = tqdm(changes, desc=f"Talking changes at {rate:g}/s", unit="pair")
    seconds = [
        measure_talking_change(settings, (before, after), label, rate, number)
        for number, (before, after, label) in enumerate(bar)
    ]
    return reaction_figures(seconds, rate)
