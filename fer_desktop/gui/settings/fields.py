"""What the settings dialog shows, as a table: each setting with its page, words and kind of editor.

The settings' own ranges are not repeated here; the editors take them from `Settings`.
"""

import re
from dataclasses import dataclass, field
from typing import Final, Literal

from PySide6.QtCore import QCoreApplication

from fer_desktop.gui.common.marking import QT_TRANSLATE_NOOP
from fer_desktop.gui.shell.action_table import CHOICES, translated

Kind = Literal["check", "choice", "slider", "number", "optional", "folder", "file"]

CAMERA_SETTINGS: Final = ("camera", "camera_width", "camera_height", "camera_rate")
ELSEWHERE: Final = (
    *CAMERA_SETTINGS,
    "video_every_frame",
    "keep_corrections",
    "scheduler",
    "own_models",
    "send",
    "consent_text",
    "welcome_seen",
    "purpose",
)
"""Settings that are chosen in other places, and that a reset leaves as they are."""


@dataclass(frozen=True)
class FieldSpec:
    """How a setting is shown.

    Attributes:
        label: Its words, with a mnemonic.
        kind: What edits it.
        help: A line below it; "" for none.
        choices: Values and words of a choice; empty where they are those of the menus.
        scale: What is shown is so many times the value.
        step: Of what is shown.
        decimals: Of what is shown.
        unit: Behind the number.
        other: Words for the lowest value, or for none.
    """

    label: str
    kind: Kind
    help: str = ""
    choices: dict[str | int, str] = field(default_factory=dict)
    scale: float = 1
    step: float = 1
    decimals: int = 0
    unit: str = ""
    other: str = ""


def words(text: str) -> str:
    """Return a text of this table in the language of the window."""
    return QCoreApplication.translate("SettingsDialog", text) if text else ""


def choices_of(name: str, spec: FieldSpec) -> list[tuple[str | int, str]]:
    """Return the values of a choice with their words; those of the menus lose their mnemonics."""
    if spec.choices:
        return [(value, words(text)) for value, text in spec.choices.items()]
    return [(value, without_mnemonic(translated(t))) for value, t in CHOICES.get(name, {}).items()]


def without_mnemonic(text: str) -> str:
    """Return words without the sign that marks their mnemonic."""
    return re.sub(r"&(.)", r"\1", re.sub(r"\s*\(&.\)", "", text))


PAGES: Final[dict[str, dict[str, FieldSpec]]] = {
    QT_TRANSLATE_NOOP("SettingsDialog", "&General"): {
        "language": FieldSpec(QT_TRANSLATE_NOOP("SettingsDialog", "&Language:"), "choice"),
        "theme": FieldSpec(QT_TRANSLATE_NOOP("SettingsDialog", "&Theme:"), "choice"),
        "reduced_motion": FieldSpec(
            QT_TRANSLATE_NOOP("SettingsDialog", "Less &motion"),
            "check",
            QT_TRANSLATE_NOOP("SettingsDialog", "No flash, and fewer steps of the timeline."),
        ),
        "announce": FieldSpec(
            QT_TRANSLATE_NOOP("SettingsDialog", "T&ell results to screen readers"),
            "check",
            QT_TRANSLATE_NOOP("SettingsDialog", "When the result changes, at most once a second."),
        ),
    },
    QT_TRANSLATE_NOOP("SettingsDialog", "&View"): {
        "mirror": FieldSpec(
            QT_TRANSLATE_NOOP("SettingsDialog", "&Mirror cameras"),
            "check",
            QT_TRANSLATE_NOOP(
                "SettingsDialog", "As people know themselves. Only on the screen, never in files."
            ),
        ),
        "show_boxes": FieldSpec(
            QT_TRANSLATE_NOOP("SettingsDialog", "&Boxes around faces"), "check"
        ),
        "show_labels": FieldSpec(
            QT_TRANSLATE_NOOP("SettingsDialog", "&Labels beside faces"), "check"
        ),
        "show_confidence": FieldSpec(
            QT_TRANSLATE_NOOP("SettingsDialog", "P&ercentages behind labels"), "check"
        ),
        "show_numbers": FieldSpec(
            QT_TRANSLATE_NOOP("SettingsDialog", "&Numbers, where there are several faces"), "check"
        ),
        "show_bars": FieldSpec(
            QT_TRANSLATE_NOOP("SettingsDialog", "Bar&s of the strongest probabilities"), "check"
        ),
        "overlay_scale": FieldSpec(
            QT_TRANSLATE_NOOP("SettingsDialog", "Si&ze of the overlay:"),
            "slider",
            scale=100,
            step=10,
        ),
        "overlay_opacity": FieldSpec(
            QT_TRANSLATE_NOOP("SettingsDialog", "&Opacity of the overlay:"),
            "slider",
            scale=100,
            step=5,
        ),
        "show_panel": FieldSpec(QT_TRANSLATE_NOOP("SettingsDialog", "Si&de panel"), "check"),
        "timeline_s": FieldSpec(
            QT_TRANSLATE_NOOP("SettingsDialog", "&Timeline shows:"),
            "choice",
            choices={
                10: QT_TRANSLATE_NOOP("SettingsDialog", "10 seconds"),
                30: QT_TRANSLATE_NOOP("SettingsDialog", "30 seconds"),
                60: QT_TRANSLATE_NOOP("SettingsDialog", "1 minute"),
                120: QT_TRANSLATE_NOOP("SettingsDialog", "2 minutes"),
                300: QT_TRANSLATE_NOOP("SettingsDialog", "5 minutes"),
            },
        ),
    },
    QT_TRANSLATE_NOOP("SettingsDialog", "&Analysis"): {
        "model": FieldSpec(
            QT_TRANSLATE_NOOP("SettingsDialog", "&Model:"),
            "choice",
            QT_TRANSLATE_NOOP(
                "SettingsDialog", "Names the expressions. The Model menu adds one of your own."
            ),
        ),
        "engine": FieldSpec(
            QT_TRANSLATE_NOOP("SettingsDialog", "E&ngine:"),
            "choice",
            QT_TRANSLATE_NOOP("SettingsDialog", "What computes the model. LiteRT starts at once."),
        ),
        "min_confidence": FieldSpec(
            QT_TRANSLATE_NOOP("SettingsDialog", "&Least confidence:"),
            "optional",
            QT_TRANSLATE_NOOP("SettingsDialog", "Below it the result is “not sure”."),
            scale=100,
            step=5,
            unit=" %",
            other=QT_TRANSLATE_NOOP("SettingsDialog", "The m&odel's own"),
        ),
        "smoothing_s": FieldSpec(
            QT_TRANSLATE_NOOP("SettingsDialog", "&Smoothing:"),
            "number",
            QT_TRANSLATE_NOOP("SettingsDialog", "More is steadier, less is quicker; 0 is off."),
            step=0.05,
            decimals=2,
            unit=" s",
        ),
        "hold_s": FieldSpec(
            QT_TRANSLATE_NOOP("SettingsDialog", "&Hold a lost face:"),
            "number",
            QT_TRANSLATE_NOOP("SettingsDialog", "So long it stays where it was seen last."),
            step=0.1,
            decimals=2,
            unit=" s",
        ),
        "search": FieldSpec(QT_TRANSLATE_NOOP("SettingsDialog", "Search &for faces:"), "choice"),
        "video_search": FieldSpec(
            QT_TRANSLATE_NOOP("SettingsDialog", "Search in vid&eo files:"),
            "choice",
            QT_TRANSLATE_NOOP(
                "SettingsDialog", "Of files that are analyzed for review. Less is quicker."
            ),
            choices={
                "fast": QT_TRANSLATE_NOOP("SettingsDialog", "Fast"),
                "balanced": QT_TRANSLATE_NOOP("SettingsDialog", "Balanced"),
                "thorough": QT_TRANSLATE_NOOP("SettingsDialog", "Thorough"),
            },
        ),
        "smallest_face": FieldSpec(
            QT_TRANSLATE_NOOP("SettingsDialog", "Smalles&t face:"),
            "number",
            QT_TRANSLATE_NOOP(
                "SettingsDialog", "Of the picture's longer side, in live video. More is quicker."
            ),
            scale=100,
            decimals=1,
            unit=" %",
            other=QT_TRANSLATE_NOOP("SettingsDialog", "As small as can be found"),
        ),
        "detector": FieldSpec(
            QT_TRANSLATE_NOOP("SettingsDialog", "&Detector:"),
            "choice",
            choices={
                "haar": QT_TRANSLATE_NOOP("SettingsDialog", "Haar cascades, built in"),
                "yunet": QT_TRANSLATE_NOOP("SettingsDialog", "YuNet, from your file"),
            },
        ),
        "detector_model": FieldSpec(
            QT_TRANSLATE_NOOP("SettingsDialog", "&YuNet's file:"),
            "file",
            QT_TRANSLATE_NOOP("SettingsDialog", "An ONNX file of your own; none is brought along."),
        ),
    },
    QT_TRANSLATE_NOOP("SettingsDialog", "Sna&pshots, Recordings"): {
        "snapshot_folder": FieldSpec(
            QT_TRANSLATE_NOOP("SettingsDialog", "Snapshots &folder:"),
            "folder",
            QT_TRANSLATE_NOOP("SettingsDialog", "It is made with the first snapshot."),
        ),
        "snapshot_overlay": FieldSpec(
            QT_TRANSLATE_NOOP("SettingsDialog", "With the &overlay"), "check"
        ),
        "snapshot_sound": FieldSpec(QT_TRANSLATE_NOOP("SettingsDialog", "With a &sound"), "check"),
        "snapshot_flash": FieldSpec(
            QT_TRANSLATE_NOOP("SettingsDialog", "With a f&lash"),
            "check",
            QT_TRANSLATE_NOOP("SettingsDialog", "Not while there is to be less motion."),
        ),
        "timer_s": FieldSpec(QT_TRANSLATE_NOOP("SettingsDialog", "Self-&timer:"), "choice"),
        "record_folder": FieldSpec(
            QT_TRANSLATE_NOOP("SettingsDialog", "Recor&dings folder:"),
            "folder",
            QT_TRANSLATE_NOOP("SettingsDialog", "Each recording is a folder of its own there."),
        ),
        "record_video": FieldSpec(
            QT_TRANSLATE_NOOP("SettingsDialog", "Record the picture too, as a vid&eo"),
            "check",
            QT_TRANSLATE_NOOP(
                "SettingsDialog", "Else only figures are recorded, and no picture at all."
            ),
        ),
        "record_blurred": FieldSpec(
            QT_TRANSLATE_NOOP("SettingsDialog", "&Blur faces in the video"),
            "check",
            QT_TRANSLATE_NOOP("SettingsDialog", "A face that is not found is not blurred."),
        ),
        "record_chosen_only": FieldSpec(
            QT_TRANSLATE_NOOP("SettingsDialog", "Figures of the c&hosen face only"),
            "check",
            QT_TRANSLATE_NOOP(
                "SettingsDialog", "That is the one that you clicked; without a click the largest."
            ),
        ),
        "record_consent": FieldSpec(
            QT_TRANSLATE_NOOP("SettingsDialog", "Begin each &with a consent sheet"),
            "check",
            QT_TRANSLATE_NOOP(
                "SettingsDialog",
                "Text, who agrees and when are kept beside the recording. For research, and at "
                "work or in education, it is always asked for.",
            ),
        ),
    },
    QT_TRANSLATE_NOOP("SettingsDialog", "Live o&utput"): {
        "send_lsl": FieldSpec(
            QT_TRANSLATE_NOOP("SettingsDialog", "&Lab Streaming Layer"),
            "check",
            QT_TRANSLATE_NOOP(
                "SettingsDialog", "Probabilities and valence of each face, as streams in a lab."
            ),
        ),
        "send_osc": FieldSpec(
            QT_TRANSLATE_NOOP("SettingsDialog", "&OSC, to port 9000"),
            "check",
            QT_TRANSLATE_NOOP("SettingsDialog", "For programs of music, light and stage."),
        ),
        "send_ws": FieldSpec(
            QT_TRANSLATE_NOOP("SettingsDialog", "&WebSocket, on port 8765"),
            "check",
            QT_TRANSLATE_NOOP(
                "SettingsDialog",
                "JSON for programs of your own; http://127.0.0.1:8765 shows it in a browser. All "
                "three stay on this computer and need the extra 'live'.",
            ),
        ),
    },
}
