"""Everything that a user can choose, as one immutable value that is swapped whole."""

from dataclasses import dataclass
from typing import Literal, get_args

from fer_desktop.core.errors import SettingsError

EngineName = Literal["litert", "keras"]
Theme = Literal["system", "light", "dark"]


@dataclass(frozen=True)
class Settings:
    """The choices of a user.

    Attributes:
        model: Name of a bundled model, or the path of a model directory.
        engine: What runs the network.
        min_confidence: Below it a label is `uncertain`; None takes the model's own threshold.
        smoothing_s: Response time of the shown probabilities and label in seconds; 0 shows raw
            values.
        hold_s: How long a face stays after the detector lost it, in seconds.
        mirror: Show cameras mirrored, as people know themselves. The view only, never data.
        theme: Colours of the window.
        camera: Identity of the camera chosen last; "" takes the first.
    """

    model: str = "se-resnet"
    engine: EngineName = "litert"
    min_confidence: float | None = None
    smoothing_s: float = 0.25
    hold_s: float = 0.4
    mirror: bool = True
    theme: Theme = "system"
    camera: str = ""

    def __post_init__(self) -> None:
        if self.engine not in get_args(EngineName):
            raise SettingsError(f"The engine is one of litert, keras, not {self.engine!r}.")
        if self.theme not in get_args(Theme):
            raise SettingsError(f"The theme is one of system, light, dark, not {self.theme!r}.")
        if self.min_confidence is not None and not 0 <= self.min_confidence <= 1:
            raise SettingsError(
                f"The least confidence is between 0 and 1, not {self.min_confidence}."
            )
        for name in ("smoothing_s", "hold_s"):
            if not 0 <= getattr(self, name) <= 10:
                raise SettingsError(f"{name} is between 0 and 10 s, not {getattr(self, name)}.")
