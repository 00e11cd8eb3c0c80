"""How each network is trained: all that decides how a training goes, kept beside its weights."""

from dataclasses import dataclass, field, replace
from typing import Literal

SPLITS = {"legend": "person-train", "ferplus": "Train", "folders": "all"}


@dataclass(frozen=True, kw_only=True)
class Recipe:
    """All that decides how a training goes; kept in `state.json` and checked when it goes on.

    Attributes:
        network: A key of `model.networks.NETWORKS`.
        splits: The training split of each data layout.
        learning_rate: Adam's rate: constant without `warmup_epochs`, else the peak.
        warmup_epochs: Epochs in which the rate climbs to its peak, before a cosine to 0.
        clip_norm: Longest gradient, over all weights together; 0 lets every length pass.
        adam_epsilon: Adam's epsilon; a large one makes small gradients stay small.
        weight_decay: Shrinks the weights apart from the gradient (AdamW); 0 is plain Adam.
        average: Momentum of the moving average of the weights, a step; the average is what is
            measured and kept. 0 keeps the weights themselves.
        balance: 0 draws classes as they occur in each data set, 1 equally often.
        adjust_looks: Keeps what a picture's look alone (colour or gray) tells of its class out of
            what is learned, see `model.looks`.
        two_truths: Learns what was seen and what was meant side by side, see `model.truths`.
        teacher: A finished model whose answers are learned beside what was seen, see
            `model.teaching`; none where it is empty. With `two_truths` only.
        taught: Share of its answers in what was seen.
        moved: Learns faces that `model.rendered` moved as well. With `two_truths` only.
        of_start: Share of the weights that a training began with in those that it ends with. What
            is new is learned, and less of the old is lost (Wortsman et al., 2022).
        augment: How pictures are changed at random, a key of `model.augment.AUGMENTATIONS`.
        closing_epochs: Last epochs that see pictures as they mostly are: changed by
            `closing_augment`, and not blended.
        closing_augment: How pictures are changed in them.
        mixup: Two pictures and their labels are blended with a share drawn from Beta(mixup, mixup)
            (Zhang et al., 2018); 0 leaves them apart.
        smoothing: Share of a label without votes that is spread over all classes.
        precision: `float32`, or `mixed_bfloat16`: faster where the processor has it.
        keep: Which epoch's weights are kept: the `best` on the pictures kept for choosing, or the
            `last`.
        measure_every: Epochs from one measurement to the next; the last epoch always is measured.
        patience: Epochs without a better one after which the training ends; 0 goes to the end.
    """

    network: str
    splits: dict[str, str] = field(default_factory=lambda: dict(SPLITS))
    epochs: int
    batch_size: int
    learning_rate: float
    warmup_epochs: float
    clip_norm: float
    adam_epsilon: float
    weight_decay: float = 0.0
    average: float
    balance: float
    adjust_looks: bool = False
    two_truths: bool = False
    teacher: str = ""
    taught: float = 0.5
    moved: bool = False
    of_start: float = 0.0
    augment: str
    closing_epochs: int = 0
    closing_augment: str = "plain"
    mixup: float = 0.0
    smoothing: float = 0.0
    precision: str = "float32"
    keep: Literal["best", "last"] = "best"
    measure_every: int = 1
    patience: int = 0
    seed: int = 1


FINE_TUNING = Recipe(
    network="seed",  # whichever the model is
    epochs=20,
    batch_size=16,
    learning_rate=5e-4,
    warmup_epochs=1.0,
    clip_norm=1.0,
    adam_epsilon=1e-7,
    average=0.0,
    balance=0.5,
    augment="plain",
)
"""For some tens to thousands of one's own pictures.

Chosen by going on from `seed` with some dozens and some hundreds of pictures of FER+, a kind that
it had never seen: the recall of the classes shown has to rise on other pictures of that kind. Each
training tells its own figures before and after.
"""

RECIPES = {
    "seed": Recipe(
        network="seed",
        epochs=24,
        batch_size=64,
        learning_rate=0.01,
        warmup_epochs=2.0,
        clip_norm=1.0,
        adam_epsilon=1e-4,
        average=0.998,
        balance=0.35,
        augment="plain",
        patience=12,
    ),
    "se-resnet-teacher": Recipe(
        network="se-resnet-teacher",
        # Neither the person split's nor the seed split's test pictures: both are measured.
        splits={**SPLITS, "legend": "common-train"},
        epochs=60,
        batch_size=128,
        learning_rate=2e-3,
        warmup_epochs=1.0,
        clip_norm=1.0,
        adam_epsilon=1e-7,
        weight_decay=0.05,
        average=0.999,
        balance=0.4,
        augment="strong",
        closing_epochs=9,
        mixup=0.2,
        smoothing=0.1,
        precision="mixed_bfloat16",
        # A few dozen pictures of rare classes decide which epoch is best, that is noise; and those
        # pictures reward what the second part unlearns.
        keep="last",
    ),
    "se-resnet": Recipe(
        network="se-resnet",
        # Neither the person split's nor the seed split's test pictures: both are measured.
        splits={**SPLITS, "legend": "common-train"},
        epochs=28,
        batch_size=128,
        learning_rate=2.5e-3,
        warmup_epochs=1.0,
        clip_norm=1.0,
        adam_epsilon=1e-7,
        weight_decay=0.05,
        average=0.999,
        balance=0.3,
        two_truths=True,
        augment="wild",
        closing_epochs=5,
        closing_augment="mild",
        smoothing=0.1,
        # A few dozen pictures of rare classes would decide which epoch is best, and that is noise.
        keep="last",
        measure_every=5,
    ),
}

_MILDER = replace(
    RECIPES["se-resnet"],
    epochs=20,
    learning_rate=1.5e-3,
    warmup_epochs=0.3,
    augment="mild",
    closing_epochs=0,
    teacher="se-resnet-teacher",
)

GOING_ON = {
    "se-resnet-teacher": (
        replace(
            RECIPES["se-resnet-teacher"],
            epochs=3,
            learning_rate=3e-4,
            warmup_epochs=0.2,
            adjust_looks=True,
            augment="plain",
            closing_epochs=0,
            mixup=0.0,
        ),
    ),
    "se-resnet": (
        _MILDER,
        replace(_MILDER, epochs=15, moved=True, of_start=0.3),
        replace(_MILDER, epochs=18, moved=True, of_start=0.3),
        replace(_MILDER, epochs=10, moved=True, of_start=0.3),
        replace(_MILDER, epochs=10, moved=True, of_start=0.3),
    ),
}
"""How a network goes on from its finished training (`--start`), on the same data, part by part.

The teacher goes on with looks adjusted: it unlearns what the look of a picture tells, and little
else. The mean of the weights is so slow for so few epochs that they stay half-way to those that it
began with. With looks adjusted from its beginning a training learned less of all else.

The network that is bundled goes on with milder changes and a teacher; then, four times, with moved
faces beside the real ones, which show what anger, contempt, disgust and fear look like when they
are posed. The first time it saw half as many of them, and hardly any surprise and sadness; the last
two times some of them show little, as people do who never learned to pose."""
