"""Batch normalization in one native call where Keras runs on torch; the same layer elsewhere.

Keras composes it of a dozen small operations there, which on a processor takes longer than the
convolutions. The weights are those of the plain layer, which takes its place after training.
"""

from typing import Any

import keras


@keras.saving.register_keras_serializable("fer_desktop")
class FusedBatchNormalization(keras.layers.BatchNormalization):  # type: ignore[misc]
    """`keras.layers.BatchNormalization` over the last axis, with a faster step on torch."""

    def call(self, inputs: Any, training: bool | None = None, mask: Any = None) -> Any:  # noqa: ANN401
        """Return the normalized inputs, (n, H, W, channels)."""
        if keras.backend.backend() != "torch":
            return super().call(inputs, training=training, mask=mask)
        from torch.nn.functional import batch_norm

        moved = batch_norm(
            inputs.movedim(-1, 1),
            self.moving_mean.value,
            self.moving_variance.value,
            self.gamma.value,
            self.beta.value,
            bool(training),
            1.0 - self.momentum,
            self.epsilon,
        )
        return moved.movedim(1, -1)
