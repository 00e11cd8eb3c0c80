"""Everything that a user can choose, as one immutable value that is swapped whole."""

from dataclasses import Field, dataclass, field, fields
from typing import Any, Final, Literal, get_args

from fer_desktop.core.errors import SettingsError

EngineName = Literal["litert", "keras"]
Theme = Literal["system", "light", "dark"]
DetectorName = Literal["haar", "yunet"]
Search = Literal["fast", "balanced", "thorough"]
Purpose = Literal["", "personal", "informed", "research", "medical", "safety", "outside"]
Language = Literal["system", "en", "de", "es", "fr", "zh_CN"]

SPANS_S: Final = (10, 30, 60, 120, 300)
"""What the timeline can show, in seconds."""
DELAYS_S: Final = (0, 3, 5, 10)
"""What the self-timer can wait, in seconds."""
WITH_CONSENT: Final = ("research", "medical", "safety", "outside")
"""Purposes for which no recording begins without a consent sheet."""


def _choice(default: str, kind: object, words: str, *, analysis: bool = False) -> Any:  # noqa: ANN401 - as dataclasses.field
    return field(
        default=default, metadata={"one_of": get_args(kind), "words": words, "analysis": analysis}
    )


def _number(
    default: float | None,
    low: float,
    high: float,
    words: str,
    unit: str = "",
    *,
    analysis: bool = False,
) -> Any:  # noqa: ANN401
    """Return a field of a number; a whole default takes whole numbers only."""
    return field(
        default=default,
        metadata={"range": (low, high), "words": words, "unit": unit, "analysis": analysis},
    )


def _one_of(default: int, values: tuple[int, ...], words: str) -> Any:  # noqa: ANN401
    return field(default=default, metadata={"one_of": values, "words": words})


def _text(default: str, *, analysis: bool = False) -> Any:  # noqa: ANN401
    return field(default=default, metadata={"analysis": analysis})


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
        detector: What finds faces: the bundled Haar cascades, or a YuNet file of the user's own.
        detector_model: That file.
        search: How thoroughly the cascades look for faces in live video; pictures are always looked
            at thoroughly.
        video_search: The same in video files, which can wait.
        smallest_face: Smallest face that is looked for in live video, as a share of the picture's
            longer side; 0 takes the smallest that `search` can find.
        camera: Identity of the camera chosen last; "" takes the first.
        camera_width: Width that the camera is asked for in pixels; 0 leaves it to the program.
        camera_height: Height that goes with it.
        camera_rate: Frames a second that the camera is asked for; 0 leaves it to the program.
        mirror: Show cameras mirrored, as people know themselves. The view only, never data.
        theme: Colours of the window.
        language: Of the window; "system" takes that of the system, else English.
        reduced_motion: Calm the window: no flash, fewer steps of the timeline.
        announce: Tell the result to screen readers, at most once a second.
        show_boxes: Draw a box around each face.
        show_labels: Write the expression beside it.
        show_confidence: Write the percentage behind it.
        show_numbers: Write each face's number where there are several.
        show_bars: Draw the strongest probabilities beside each face.
        overlay_scale: Size of the words over the picture; 1 is that of the window.
        overlay_opacity: How much the overlay covers of the picture: 1 all, 0.2 little.
        video_every_frame: Analyze each frame of a played video, however long it takes; else late
            ones are left out.
        show_panel: Show the panel at the side.
        timeline_s: What the timeline shows, in seconds.
        snapshot_folder: Where snapshots go; "" takes a folder in the user's pictures.
        snapshot_overlay: Snapshots show boxes and words.
        snapshot_sound: A snapshot is heard.
        snapshot_flash: A snapshot is seen as a flash.
        timer_s: A snapshot waits so long, in seconds.
        record_folder: Where recorded sessions go; "" takes a folder in the user's documents.
        record_video: A session has the clean picture too, as a video.
        record_blurred: Faces are blurred in that video.
        record_chosen_only: A session has no other face than the chosen one, or the largest.
        record_consent: Each recording begins with a consent sheet, which is kept beside it.
        consent_text: What the sheet says; "" takes the program's own words.
        send_lsl: Hand live results to Lab Streaming Layer, on this computer.
        send_osc: Hand them to a program on this computer that reads OSC.
        send_ws: Hand them to programs on this computer over WebSocket.
        send: Where they go too, parted by spaces; for one start, as the command line says it.
        keep_corrections: Faces whose expression the user corrects are kept on this computer.
        scheduler: Address of the Dask cluster that was measured on last; "" for none. Nothing goes
            there unless the user says so each time.
        own_models: Model directories that the user has chosen before.
        welcome_seen: Which edition of the first page was seen; 0 none.
        purpose: What the program is used for, as the user said there; "" where not. The last three
            are reasons for which it may be used at work and in education.
    """

    model: str = _text("se-resnet", analysis=True)
    engine: EngineName = _choice("litert", EngineName, "engine", analysis=True)
    min_confidence: float | None = _number(None, 0, 1, "least confidence", analysis=True)
    smoothing_s: float = _number(0.25, 0, 10, "smoothing_s", " s", analysis=True)
    hold_s: float = _number(0.4, 0, 10, "hold_s", " s", analysis=True)
    detector: DetectorName = _choice("haar", DetectorName, "detector", analysis=True)
    detector_model: str = _text("", analysis=True)
    search: Search = _choice("balanced", Search, "search for faces", analysis=True)
    video_search: Search = _choice("thorough", Search, "search in video files", analysis=True)
    smallest_face: float = _number(0.0, 0, 0.5, "smallest face", " of the picture", analysis=True)
    camera: str = _text("")
    camera_width: int = _number(0, 0, 16384, "camera's width", " px")
    camera_height: int = _number(0, 0, 16384, "camera's height", " px")
    camera_rate: float = _number(0.0, 0, 1000, "camera's rate", " frames a second")
    mirror: bool = True
    theme: Theme = _choice("system", Theme, "theme")
    language: Language = _choice("system", Language, "language")
    reduced_motion: bool = False
    announce: bool = True
    show_boxes: bool = True
    show_labels: bool = True
    show_confidence: bool = True
    show_numbers: bool = True
    show_bars: bool = False
    overlay_scale: float = _number(1.0, 0.5, 3, "size of the overlay")
    overlay_opacity: float = _number(1.0, 0.2, 1, "opacity of the overlay")
    video_every_frame: bool = False
    show_panel: bool = True
    timeline_s: int = _one_of(60, SPANS_S, "length of the timeline")
    snapshot_folder: str = _text("")
    snapshot_overlay: bool = True
    snapshot_sound: bool = True
    snapshot_flash: bool = True
    timer_s: int = _one_of(0, DELAYS_S, "self-timer")
    record_folder: str = _text("")
    record_video: bool = False
    record_blurred: bool = False
    record_chosen_only: bool = False
    record_consent: bool = False
    consent_text: str = _text("")
    send_lsl: bool = False
    send_osc: bool = False
    send_ws: bool = False
    send: str = _text("")
    keep_corrections: bool = False
    scheduler: str = _text("")
    own_models: tuple[str, ...] = ()
    welcome_seen: int = _number(0, 0, 1000, "edition of the first page")
    purpose: Purpose = _choice("", Purpose, "purpose")

    def __post_init__(self) -> None:
        for each in fields(self):
            _check(each, getattr(self, each.name))


def of_analysis(settings: Settings) -> Settings:
    """Return the settings with defaults for all that the analysis does not use."""
    return Settings(
        **{
            f.name: getattr(settings, f.name)
            for f in fields(Settings)
            if f.metadata.get("analysis")
        }
    )


def _check(each: "Field[Any]", value: object) -> None:
    words = each.metadata.get("words", each.name)
    known = each.metadata.get("one_of")
    if known is not None and value not in known:
        listed = ", ".join(str(item) for item in known)
        raise SettingsError(f"The {words} is one of {listed}, not {value!r}.")
    if "range" in each.metadata and value is not None:
        low, high = each.metadata["range"]
        # Written so that NaN fails too.
        if not (isinstance(value, int | float) and low <= value <= high):
            unit = each.metadata["unit"]
            raise SettingsError(f"The {words} is between {low:g} and {high:g}{unit}, not {value}.")
