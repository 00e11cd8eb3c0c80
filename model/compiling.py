"""A network that is ready to be trained, where it begins, and the plain one that is left of it."""

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import keras

from fer_desktop.core.errors import ModelError
from fer_desktop.system import paths
from fer_desktop.vision.recognition.engine_keras import load_archive, load_network
from fer_desktop.vision.recognition.model_spec import load_spec
from model.fused import FusedBatchNormalization
from model.looks import accuracy, adjusted_crossentropy
from model.networks import NETWORKS
from model.recipes import Recipe
from model.reports import training_of
from model.truths import truths_accuracy, truths_loss, with_truths


def learning_rate(recipe: Recipe, steps_per_epoch: int) -> Any:  # noqa: ANN401 - Keras has no types
    """Return the rate, or a schedule: linear warm-up, then a cosine to 0."""
    if recipe.warmup_epochs <= 0:
        return recipe.learning_rate
    warmup = max(1, round(recipe.warmup_epochs * steps_per_epoch))
    return keras.optimizers.schedules.CosineDecay(
        initial_learning_rate=recipe.learning_rate / 100,
        decay_steps=max(1, recipe.epochs * steps_per_epoch - warmup),
        warmup_target=recipe.learning_rate,
        warmup_steps=warmup,
    )


def new_model(
    recipe: Recipe,
    steps_per_epoch: int,
    start: Any = None,  # noqa: ANN401
) -> Any:  # noqa: ANN401
    """Return a compiled network in the recipe's precision.

    Its weights are fresh, or those of `start`, with its normalization folded in or not.

    Raises:
        ModelError: `start` is another network.
    """
    with precision(recipe.precision):
        for normalization in (FusedBatchNormalization, None):
            model = NETWORKS[recipe.network].build(normalization)
            if recipe.two_truths:
                model = with_truths(model)
            if start is None:
                return compiled(model, recipe, steps_per_epoch)
            weights = start.get_weights()
            if [w.shape for w in weights] == [w.shape for w in model.get_weights()]:
                model.set_weights(weights)
                return compiled(model, recipe, steps_per_epoch)
    raise ModelError(f"The model to go on from is no {recipe.network}; give its --network.")


def starting_point(start: str) -> tuple[Any, dict[str, Any]]:
    """Return the network to go on from, and what there is to say of it.

    Args:
        start: The `best.keras` of a training, or the name or directory of a finished model.

    Raises:
        ModelError: There is no such model, or it can't be loaded.
    """
    weights = Path(start)
    if weights.is_file():
        model = load_archive(weights.read_bytes(), weights)
        return model, {"weights": weights.name, **training_of(weights)}
    spec = load_spec(paths.model_directory(start))
    about = {"name": spec.name, "version": spec.version, "sha256": spec.sha256}
    return load_network(spec), about


def compiled(model: Any, recipe: Recipe, steps_per_epoch: int) -> Any:  # noqa: ANN401
    """Return the model, ready to be trained as the recipe says."""
    values = {
        "learning_rate": learning_rate(recipe, steps_per_epoch),
        "epsilon": recipe.adam_epsilon,
        "global_clipnorm": recipe.clip_norm or None,
        "use_ema": recipe.average > 0,
        "ema_momentum": recipe.average or 0.99,
    }
    if recipe.weight_decay:
        optimizer = keras.optimizers.AdamW(weight_decay=recipe.weight_decay, **values)
        # Biases and normalization have nothing to gain from being small.
        optimizer.exclude_from_weight_decay(var_names=["bias", "gamma", "beta"])
    else:
        optimizer = keras.optimizers.Adam(**values)
    loss, metric = "categorical_crossentropy", "accuracy"
    if recipe.two_truths:
        loss = truths_loss
        metric = keras.metrics.MeanMetricWrapper(truths_accuracy, name="accuracy")
    elif recipe.adjust_looks:
        loss, metric = adjusted_crossentropy, accuracy
    model.compile(
        optimizer=optimizer,
        loss=loss,
        metrics=[metric],
        jit_compile=False,
    )
    return model


@contextlib.contextmanager
def precision(name: str) -> Iterator[None]:
    """Build layers in this precision for as long as the context lasts."""
    before = keras.config.dtype_policy()
    keras.config.set_dtype_policy(name)
    try:
        yield
    finally:
        keras.config.set_dtype_policy(before)


def finished_network(weights: list[Any], network: str, *, two_truths: bool = False) -> Any:  # noqa: ANN401
    """Return the plain float32 network with the weights of a model in training.

    With two truths it keeps the logits of both: `model.truths.joined` makes one answer of them.
    """
    for normalization in (keras.layers.BatchNormalization, None):
        plain = NETWORKS[network].build(normalization)
        if two_truths:
            plain = with_truths(plain)
        if len(plain.weights) == len(weights):
            break
    plain.set_weights(weights)
    return plain
