"""Everything that a user can choose, as one immutable value that is swapped whole."""

from dataclasses import dataclass
from typing import Literal, get_args

from fer_desktop.core.errors import SettingsError

EngineName = Literal["litert", "keras"]
Theme = Literal["system", "light", "dark"]
DetectorName = Literal["haar", "yunet"]
Search = Literal["fast", "balanced", "thorough"]


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
        detector: What finds faces: the bundled Haar cascades, or a YuNet file of the user's own.
        detector_model: That file.
        search: How thoroughly the cascades look for faces in live video; pictures and video files
            are always looked at thoroughly.
        smallest_face: Smallest face that is looked for in live video, as a share of the picture's
            longer side; 0 takes the smallest that `search` can find.
        camera: Identity of the camera chosen last; "" takes the first.
    """

    model: str = "se-resnet"
    engine: EngineName = "litert"
    min_confidence: float | None = None
    smoothing_s: float = 0.25
    hold_s: float = 0.4
    mirror: bool = True
    theme: Theme = "system"
    detector: DetectorName = "haar"
    detector_model: str = ""
    search: Search = "balanced"
    smallest_face: float = 0.0
    camera: str = ""

    def __post_init__(self) -> None:
        for name, words, kind in (
            ("engine", "engine", EngineName),
            ("theme", "theme", Theme),
            ("detector", "detector", DetectorName),
            ("search", "search for faces", Search),
        ):
            known, value = get_args(kind), getattr(self, name)
            if value not in known:
                raise SettingsError(f"The {words} is one of {', '.join(known)}, not {value!r}.")
        if self.min_confidence is not None and not 0 <= self.min_confidence <= 1:
            raise SettingsError(
                f"The least confidence is between 0 and 1, not {self.min_confidence}."
            )
        if not 0 <= self.smallest_face <= 0.5:
            raise SettingsError(
                f"The smallest face is between 0 and 0.5 of the picture, not {self.smallest_face}."
            )
        for name in ("smoothing_s", "hold_s"):
            if not 0 <= getattr(self, name) <= 10:
                raise SettingsError(f"{name} is between 0 and 10 s, not {getattr(self, name)}.")
