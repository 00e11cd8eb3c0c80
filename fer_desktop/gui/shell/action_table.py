"""Every action of the menus, as a table: its words, its key, its icon and where it stands."""

import re
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

from fer_desktop.gui.common.marking import QT_TRANSLATE_NOOP

_Key = QKeySequence.StandardKey
Keys = str | QKeySequence.StandardKey | tuple[str | QKeySequence.StandardKey, ...]

SEPARATOR: Final = "-"


@dataclass(frozen=True)
class ActionSpec:
    """An action.

    Attributes:
        text: What the menu says, with a mnemonic, not yet translated.
        keys: What triggers it; none where empty.
        icon: Name of its icon; none where empty.
        is_checkable: It is on or off.
    """

    text: str
    keys: Keys = ""
    icon: str = ""
    is_checkable: bool = False


def translated(text: str) -> str:
    """Return a text of these tables in the language of the window."""
    return QCoreApplication.translate("Actions", text)


def without_mnemonic(text: str) -> str:
    """Return a menu's words as people read them: "Open Images", not "&Open Images…"."""
    text = re.sub(r"\s*\(&\w\)", "", text)  # where the script has no letters for mnemonics
    return re.sub("&(.)", r"\1", text).rstrip("…")


ACTIONS: Final[dict[str, ActionSpec]] = {
    # File
    "open_images": ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "&Open Images…"), _Key.Open, "open-image"
    ),
    "open_folder": ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "Open &Folder…"), "Ctrl+Alt+O", "open-folder"
    ),
    "open_video": ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "Open &Video…"), "Ctrl+Shift+O", "open-video"
    ),
    "open_session": ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "Open Sess&ion…"), "Ctrl+Shift+S", "timeline"
    ),
    "recordings": ActionSpec(QT_TRANSLATE_NOOP("Actions", "Recordin&gs…"), "Ctrl+L", "timeline"),
    "review_video": ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "Anal&yze Video for Review…"), icon="open-video"
    ),
    "analyze_folder": ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "&Analyze Folder into Table…"), icon="table"
    ),
    "export_session": ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "E&xport Session…"), "Ctrl+Shift+E", "export"
    ),
    "paste": ActionSpec(QT_TRANSLATE_NOOP("Actions", "&Paste Picture"), _Key.Paste, "paste"),
    "snapshot": ActionSpec(QT_TRANSLATE_NOOP("Actions", "&Take Snapshot"), "S", "snapshot"),
    "undo_snapshot": ActionSpec(QT_TRANSLATE_NOOP("Actions", "&Undo Snapshot"), _Key.Undo, "undo"),
    "copy_picture": ActionSpec(QT_TRANSLATE_NOOP("Actions", "&Copy Picture"), _Key.Copy, "copy"),
    "save_picture": ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "&Save Picture As…"), _Key.Save, "save"
    ),
    "save_table": ActionSpec(QT_TRANSLATE_NOOP("Actions", "Save Ta&ble…"), "Ctrl+T", "table"),
    "record": ActionSpec(QT_TRANSLATE_NOOP("Actions", "&Record Session"), "R", "record"),
    "record_video": ActionSpec(QT_TRANSLATE_NOOP("Actions", "With &Video"), is_checkable=True),
    "record_blurred": ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "&Blur Faces in the Video"), is_checkable=True
    ),
    "record_chosen_only": ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "&Only the Chosen Face"), is_checkable=True
    ),
    "record_consent": ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "With a &Consent Sheet"), is_checkable=True
    ),
    "name_recording": ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "&Participant and Session…"), icon="people"
    ),
    "check_view": ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "&Light and Position…"), "Ctrl+Shift+L", "light"
    ),
    "pause_recording": ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "Pa&use Recording"), "Shift+R", is_checkable=True
    ),
    "mark": ActionSpec(QT_TRANSLATE_NOOP("Actions", "Set &Marker…"), "E", "marker"),
    "mark_now": ActionSpec(QT_TRANSLATE_NOOP("Actions", "Mar&k Now"), "Shift+E"),
    "back_to_live": ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "C&lose Pictures"), _Key.Close, "close"
    ),
    "settings": ActionSpec(QT_TRANSLATE_NOOP("Actions", "S&ettings…"), "Ctrl+,", "settings"),
    # Windows has no standard key for it.
    "leave": ActionSpec(QT_TRANSLATE_NOOP("Actions", "&Quit"), "Ctrl+Q"),
    # Camera
    "demo": ActionSpec(QT_TRANSLATE_NOOP("Actions", "&Demo"), is_checkable=True),
    "freeze": ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "&Pause"), "Space", "pause", is_checkable=True
    ),
    "start_stop": ActionSpec(QT_TRANSLATE_NOOP("Actions", "&Stop"), "Shift+Space", "stop"),
    # Video
    "step_back": ActionSpec(QT_TRANSLATE_NOOP("Actions", "A Frame &Back"), ",", "step-back"),
    "step_on": ActionSpec(QT_TRANSLATE_NOOP("Actions", "A Frame &On"), ".", "step-on"),
    "jump_back": ActionSpec(QT_TRANSLATE_NOOP("Actions", "&5 Seconds Back"), "Ctrl+Left"),
    "jump_on": ActionSpec(QT_TRANSLATE_NOOP("Actions", "5 Seconds O&n"), "Ctrl+Right"),
    "to_start": ActionSpec(QT_TRANSLATE_NOOP("Actions", "To the &Start"), "Home"),
    "to_end": ActionSpec(QT_TRANSLATE_NOOP("Actions", "To the &End"), "End"),
    "slower": ActionSpec(QT_TRANSLATE_NOOP("Actions", "S&lower"), "-"),
    "faster": ActionSpec(QT_TRANSLATE_NOOP("Actions", "&Faster"), "+"),
    "usual_speed": ActionSpec(QT_TRANSLATE_NOOP("Actions", "&Usual Speed"), "="),
    "every_frame": ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "Analyze E&very Frame, However Long It Takes"),
        icon="every-frame",
        is_checkable=True,
    ),
    # Camera
    "open_stream": ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "Open Strea&m…"), "Ctrl+Shift+A", "stream"
    ),
    "refresh": ActionSpec(QT_TRANSLATE_NOOP("Actions", "&Refresh List"), _Key.Refresh, "refresh"),
    "camera_settings": ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "Camera S&ettings…"), "Ctrl+K", "camera"
    ),
    "camera_doctor": ActionSpec(QT_TRANSLATE_NOOP("Actions", "Camera D&octor…"), icon="check"),
    # Faces and pictures
    "previous_picture": ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "&Previous Picture"), ("PgUp",), "previous"
    ),
    "next_picture": ActionSpec(QT_TRANSLATE_NOOP("Actions", "Ne&xt Picture"), ("PgDown",), "next"),
    "next_face": ActionSpec(QT_TRANSLATE_NOOP("Actions", "Next &Face"), "F"),
    "set_neutral": ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "This Is My &Neutral Face"), "N", "calibrate"
    ),
    "forget_neutral": ActionSpec(QT_TRANSLATE_NOOP("Actions", "Forge&t Neutral Face"), "Shift+N"),
    "saliency": ActionSpec(QT_TRANSLATE_NOOP("Actions", "What the Network &Looks At…"), "L", "eye"),
    "face_table": ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "Table &of Faces"), "T", "table", is_checkable=True
    ),
    "show_file": ActionSpec(QT_TRANSLATE_NOOP("Actions", "Sho&w in Folder"), icon="folder"),
    "remove_picture": ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "&Remove from the List"), _Key.Delete, "close"
    ),
    "analyze_again": ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "&Analyze Again"), "Ctrl+R", "refresh"
    ),
    "stop_pictures": ActionSpec(QT_TRANSLATE_NOOP("Actions", "&Stop Analysis"), "Ctrl+.", "stop"),
    # View
    "mirror": ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "&Mirror Camera"), "M", "mirror", is_checkable=True
    ),
    "show_boxes": ActionSpec(QT_TRANSLATE_NOOP("Actions", "&Boxes"), "1", is_checkable=True),
    "show_labels": ActionSpec(QT_TRANSLATE_NOOP("Actions", "&Labels"), "2", is_checkable=True),
    "show_confidence": ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "&Percentages"), "3", is_checkable=True
    ),
    "show_numbers": ActionSpec(QT_TRANSLATE_NOOP("Actions", "&Numbers"), "4", is_checkable=True),
    "show_bars": ActionSpec(QT_TRANSLATE_NOOP("Actions", "Ba&rs"), "5", is_checkable=True),
    "zoom_fit": ActionSpec(QT_TRANSLATE_NOOP("Actions", "&Fit to Window"), "Ctrl+0", "zoom-fit"),
    "zoom_actual": ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "&Actual Size"), "Ctrl+1", "zoom-actual"
    ),
    "zoom_in": ActionSpec(QT_TRANSLATE_NOOP("Actions", "Zoom &In"), _Key.ZoomIn, "zoom-in"),
    "zoom_out": ActionSpec(QT_TRANSLATE_NOOP("Actions", "Zoom &Out"), _Key.ZoomOut, "zoom-out"),
    "show_panel": ActionSpec(QT_TRANSLATE_NOOP("Actions", "Side &Panel"), "F9", is_checkable=True),
    "mini_view": ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "Mi&ni View, Always on Top"),
        "F8",
        "mini-view",
        is_checkable=True,
    ),
    "full_screen": ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "F&ull Screen"),
        (_Key.FullScreen, "F11"),
        "full-screen",
        is_checkable=True,
    ),
    # Model
    "own_model": ActionSpec(QT_TRANSLATE_NOOP("Actions", "&Own Model Folder…"), icon="open-folder"),
    "remove_taught": ActionSpec(QT_TRANSLATE_NOOP("Actions", "Remove Tau&ght Model…")),
    "correct": ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "Co&rrect Expressions"), "C", is_checkable=True
    ),
    "corrections": ActionSpec(QT_TRANSLATE_NOOP("Actions", "Correct&ions…"), icon="table"),
    "measure": ActionSpec(QT_TRANSLATE_NOOP("Actions", "&Measure on My Pictures…")),
    "teach": ActionSpec(QT_TRANSLATE_NOOP("Actions", "&Teach…"), icon="calibrate"),
    "model_card": ActionSpec(QT_TRANSLATE_NOOP("Actions", "Model &Card…"), icon="info"),
    # Help
    "welcome": ActionSpec(QT_TRANSLATE_NOOP("Actions", "&First Page"), icon="info"),
    "keyboard": ActionSpec(QT_TRANSLATE_NOOP("Actions", "&Keyboard"), "F1", "keyboard"),
    "notice": ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "&Notice for People in View…"), icon="people"
    ),
    "doctor": ActionSpec(QT_TRANSLATE_NOOP("Actions", "&Doctor Report…"), icon="check"),
    "log_folder": ActionSpec(QT_TRANSLATE_NOOP("Actions", "Open &Log Folder"), icon="folder"),
    "licences": ActionSpec(QT_TRANSLATE_NOOP("Actions", "L&icences…"), icon="licence"),
    "about": ActionSpec(QT_TRANSLATE_NOOP("Actions", "&About FER Desktop"), icon="help"),
}

CHOICES: Final[dict[str, dict[str | int, str]]] = {
    # name of a setting -> its values with their words
    "theme": {
        "system": QT_TRANSLATE_NOOP("Actions", "As the &System"),
        "light": QT_TRANSLATE_NOOP("Actions", "&Light"),
        "dark": QT_TRANSLATE_NOOP("Actions", "&Dark"),
    },
    "search": {
        "fast": QT_TRANSLATE_NOOP("Actions", "&Fast: Upright Heads, near the Camera"),
        "balanced": QT_TRANSLATE_NOOP("Actions", "&Balanced"),
        "thorough": QT_TRANSLATE_NOOP("Actions", "&Thorough: Small Faces Too, Slower"),
    },
    "engine": {
        "litert": QT_TRANSLATE_NOOP("Actions", "&LiteRT"),
        "keras": QT_TRANSLATE_NOOP("Actions", "&Keras (Needs TensorFlow)"),
    },
    "timer_s": {
        0: QT_TRANSLATE_NOOP("Actions", "&Off"),
        3: QT_TRANSLATE_NOOP("Actions", "&3 Seconds"),
        5: QT_TRANSLATE_NOOP("Actions", "&5 Seconds"),
        10: QT_TRANSLATE_NOOP("Actions", "&10 Seconds"),
    },
    # Languages are written in themselves; only the first is translated.
    "language": {
        "system": QT_TRANSLATE_NOOP("Actions", "As the &System"),
        "en": "&English",
        "de": "&Deutsch",
        "es": "Españo&l",
        "fr": "&Français",
        "zh_CN": "简体中文 (&Z)",
    },
}

SEARCHING: Final = QT_TRANSLATE_NOOP("Actions", "Looking for cameras…")
NO_CAMERA: Final = QT_TRANSLATE_NOOP("Actions", "No camera found")
WHY_SEARCHING: Final = QT_TRANSLATE_NOOP("Actions", "The system is asked which cameras there are.")
WHY_NO_CAMERA: Final = QT_TRANSLATE_NOOP("Actions", "Plug a camera in; it appears here by itself.")

SUBMENUS: Final[dict[str, tuple[str, str]]] = {
    "theme": (QT_TRANSLATE_NOOP("Actions", "&Theme"), "theme"),
    "search": (QT_TRANSLATE_NOOP("Actions", "&Search for Faces"), ""),
    "engine": (QT_TRANSLATE_NOOP("Actions", "&Engine"), ""),
    "timer_s": (QT_TRANSLATE_NOOP("Actions", "Self-&Timer"), "timer"),
    "language": (QT_TRANSLATE_NOOP("Actions", "Lan&guage"), "language"),
    "overlay": (QT_TRANSLATE_NOOP("Actions", "O&verlay"), "eye"),
    "recording": (QT_TRANSLATE_NOOP("Actions", "What Is Recor&ded"), ""),
    "recent": (QT_TRANSLATE_NOOP("Actions", "Open Rece&nt"), ""),
}

OVERLAY: Final = ("show_boxes", "show_labels", "show_confidence", "show_numbers", "show_bars")

RECORDING: Final = (
    *("record_video", "record_blurred", "record_chosen_only", "-", "name_recording"),
    *("record_consent", "check_view", "-", "pause_recording"),
)

SUBMENU_ACTIONS: Final = {"overlay": OVERLAY, "recording": RECORDING}

MENUS: Final[dict[str, tuple[str, ...]]] = {
    # Lower-case entries are actions or choices; the cameras and models are filled in by fill_*.
    QT_TRANSLATE_NOOP("Actions", "&File"): (
        *("open_images", "open_folder", "open_video", "recent", "paste", SEPARATOR),
        *("analyze_folder", SEPARATOR),
        *("recordings", "open_session", "review_video", "export_session", SEPARATOR),
        *("snapshot", "undo_snapshot", "copy_picture", "save_picture", "save_table", SEPARATOR),
        *("record", "recording", "mark", "mark_now", SEPARATOR),
        *("back_to_live", SEPARATOR, "settings", "leave"),
    ),
    QT_TRANSLATE_NOOP("Actions", "&Camera"): (),
    QT_TRANSLATE_NOOP("Actions", "Vi&deo"): (
        *("freeze", SEPARATOR, "step_back", "step_on", "jump_back", "jump_on"),
        *("to_start", "to_end", SEPARATOR, "slower", "faster", "usual_speed"),
        *(SEPARATOR, "every_frame"),
    ),
    QT_TRANSLATE_NOOP("Actions", "F&aces"): (
        *("next_face", "set_neutral", "forget_neutral", "corrections", "saliency", SEPARATOR),
        *("previous_picture", "next_picture", "face_table", "show_file", "remove_picture"),
        *(SEPARATOR, "analyze_again", "stop_pictures"),
    ),
    QT_TRANSLATE_NOOP("Actions", "&View"): (
        *("mirror", "overlay", SEPARATOR, "zoom_fit", "zoom_actual", "zoom_in", "zoom_out"),
        *(SEPARATOR, "show_panel", "mini_view", "full_screen", SEPARATOR),
        *("search", "theme", "language"),
    ),
    QT_TRANSLATE_NOOP("Actions", "&Model"): (),
    QT_TRANSLATE_NOOP("Actions", "&Help"): (
        *("welcome", "keyboard", "notice", SEPARATOR, "doctor", "log_folder", SEPARATOR),
        *("licences", "about"),
    ),
}
CAMERA_MENU: Final = (
    *(SEPARATOR, "freeze", "start_stop", "timer_s", SEPARATOR),
    *("open_stream", SEPARATOR, "camera_settings", "camera_doctor", "refresh"),
)
MODEL_MENU: Final = (
    *(SEPARATOR, "own_model", "remove_taught", SEPARATOR),
    *("correct", "corrections", "measure", "teach", SEPARATOR, "engine", SEPARATOR, "model_card"),
)
