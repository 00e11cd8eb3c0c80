"""The course of the learning rate over a training."""

import math
from typing import Any

import keras

from fer_desktop.core.errors import DataError

ops = keras.ops


@keras.saving.register_keras_serializable(package="fer")
class WarmCosines(keras.optimizers.schedules.LearningRateSchedule):  # type: ignore[misc]
    """A linear climb to the peak, then a cosine to 0, and from `restart_step` on another one.

    Loshchilov and Hutter (2017) call the second a warm restart: it leaves the valley that the first
    ended in, and ends in a better one.
    """

    def __init__(
        self, peak: float, warmup_steps: int, restart_step: int, steps: int, name: str = "rate"
    ) -> None:
        """Make a schedule.

        Args:
            peak: Highest rate, at the end of the climb and again at the restart.
            warmup_steps: Steps of the climb.
            restart_step: First step of the second cosine; 0 for none.
            steps: Steps of the whole training; from there on the rate is 0.
            name: For Keras.

        Raises:
            DataError: The restart lies outside the training.
        """
        if not 0 <= restart_step < steps:
            raise DataError("The restart of the learning rate lies after the training's end.")
        self.peak, self.warmup_steps, self.name = peak, warmup_steps, name
        self.restart_step, self.steps = restart_step, steps

    def __call__(self, step: Any) -> Any:  # noqa: ANN401 - a tensor of the backend in use
        """Return the rate at a step, counted from 0."""
        step = ops.cast(step, "float32")
        first_end = self.restart_step or self.steps
        rate = self._cosine(step, self.warmup_steps, first_end)
        if self.restart_step:
            second = self._cosine(step, self.restart_step, self.steps)
            rate = ops.where(step < self.restart_step, rate, second)
        climb = (step + 1) / self.warmup_steps
        return self.peak * ops.where(step < self.warmup_steps, climb, rate)

    def _cosine(self, step: Any, start: int, end: int) -> Any:  # noqa: ANN401
        share = ops.clip((step - start) / max(1, end - start), 0.0, 1.0)
        return 0.5 * (1 + ops.cos(share * math.pi))

    def get_config(self) -> dict[str, Any]:
        """Return what `__init__` takes, for checkpoints."""
        names = ("peak", "warmup_steps", "restart_step", "steps", "name")
        return {name: getattr(self, name) for name in names}
