"""What is the matter with a camera, and what to do about it on each system, in words for people."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from fer_desktop.gui.common.marking import QT_TRANSLATE_NOOP
from fer_desktop.vision.camera.health import Verdict

_WHAT: Final = {
    Verdict.WELL: QT_TRANSLATE_NOOP("CameraWords", "{name} works."),
    Verdict.ABSENT: QT_TRANSLATE_NOOP("CameraWords", "No camera was found."),
    Verdict.REFUSED: QT_TRANSLATE_NOOP("CameraWords", "The system refuses the use of {name}."),
    Verdict.BUSY: QT_TRANSLATE_NOOP(
        "CameraWords", "{name} gives no picture; another program may be using it."
    ),
    Verdict.BLACK: QT_TRANSLATE_NOOP("CameraWords", "The picture of {name} is black."),
    Verdict.FROZEN: QT_TRANSLATE_NOOP(
        "CameraWords", "The picture of {name} stands still: every frame is the same."
    ),
    Verdict.SLOW: QT_TRANSLATE_NOOP("CameraWords", "{name} gives very few pictures a second."),
}
_EVERYWHERE: Final[dict[Verdict, tuple[str, ...]]] = {
    Verdict.WELL: (),
    Verdict.ABSENT: (
        QT_TRANSLATE_NOOP(
            "CameraWords",
            "Plug a camera in. The one of a laptop may have a key or a switch of its own.",
        ),
    ),
    Verdict.REFUSED: (),
    Verdict.BUSY: (
        QT_TRANSLATE_NOOP(
            "CameraWords", "Close other programs that use the camera: video calls, the browser."
        ),
    ),
    Verdict.BLACK: (
        QT_TRANSLATE_NOOP(
            "CameraWords", "Open the cover of the lens; some laptops have a slide or a key for it."
        ),
    ),
    Verdict.FROZEN: (
        QT_TRANSLATE_NOOP(
            "CameraWords", "Unplug the camera and plug it into another socket of the computer."
        ),
        QT_TRANSLATE_NOOP(
            "CameraWords",
            "A virtual camera shows what its program sends: start the picture there.",
        ),
    ),
    Verdict.SLOW: (
        QT_TRANSLATE_NOOP("CameraWords", "Turn on more light: in the dark cameras expose longer."),
        QT_TRANSLATE_NOOP(
            "CameraWords",
            "Choose 640 x 480 in Camera Settings: large raw pictures come slowly over USB.",
        ),
    ),
}
_OF_STREAMS: Final[dict[Verdict, str]] = {
    Verdict.BLACK: QT_TRANSLATE_NOOP(
        "CameraWords", "Look after the camera that sends it: its lens may be covered."
    ),
    Verdict.FROZEN: QT_TRANSLATE_NOOP(
        "CameraWords", "The camera that sends it may hang: switch it off and on again."
    ),
    Verdict.SLOW: QT_TRANSLATE_NOOP(
        "CameraWords", "Let the camera send smaller pictures: the network may be too slow."
    ),
}
_HERE: Final[dict[str, dict[Verdict, tuple[str, ...]]]] = {
    "linux": {
        Verdict.ABSENT: (
            QT_TRANSLATE_NOOP(
                "CameraWords",
                "See in a terminal whether the system knows it: ls -l /dev/video*",
            ),
        ),
        Verdict.REFUSED: (
            QT_TRANSLATE_NOOP(
                "CameraWords",
                "Add yourself to the group video: sudo usermod -aG video $USER",
            ),
            QT_TRANSLATE_NOOP("CameraWords", "Log out of the system and in again."),
        ),
        Verdict.BUSY: (
            QT_TRANSLATE_NOOP(
                "CameraWords", "See in a terminal which program has it: fuser -v /dev/video*"
            ),
        ),
        Verdict.BLACK: (
            QT_TRANSLATE_NOOP(
                "CameraWords",
                "See in a terminal whether its privacy switch is on: v4l2-ctl --list-ctrls",
            ),
        ),
        Verdict.SLOW: (
            QT_TRANSLATE_NOOP(
                "CameraWords",
                "Keep it from slowing down in the dark: "
                "v4l2-ctl --set-ctrl=exposure_dynamic_framerate=0",
            ),
        ),
    },
    "win32": {
        Verdict.ABSENT: (
            QT_TRANSLATE_NOOP(
                "CameraWords",
                "Look in the Device Manager, under Cameras, whether it is there and enabled.",
            ),
        ),
        Verdict.REFUSED: (
            QT_TRANSLATE_NOOP(
                "CameraWords",
                "Open Settings > Privacy & security > Camera (ms-settings:privacy-webcam).",
            ),
            QT_TRANSLATE_NOOP(
                "CameraWords",
                "Switch on “Camera access” and “Let desktop apps access your camera”.",
            ),
            QT_TRANSLATE_NOOP(
                "CameraWords", "See whether a virus guard protects the camera, and allow it there."
            ),
        ),
        Verdict.BUSY: (
            QT_TRANSLATE_NOOP(
                "CameraWords",
                "See which apps used it last in Settings > Privacy & security > Camera "
                "(ms-settings:privacy-webcam).",
            ),
        ),
        Verdict.BLACK: (
            QT_TRANSLATE_NOOP(
                "CameraWords",
                "Switch on “Let desktop apps access your camera” in Settings > Privacy & security "
                "> Camera (ms-settings:privacy-webcam).",
            ),
        ),
        Verdict.SLOW: (
            QT_TRANSLATE_NOOP(
                "CameraWords", "Plug it into a USB 3 socket of the computer itself, without a hub."
            ),
        ),
    },
    "darwin": {
        Verdict.ABSENT: (
            QT_TRANSLATE_NOOP(
                "CameraWords",
                "Look in System Information > Camera whether the system knows it.",
            ),
        ),
        Verdict.REFUSED: (
            QT_TRANSLATE_NOOP("CameraWords", "Open System Settings > Privacy & Security > Camera."),
            QT_TRANSLATE_NOOP(
                "CameraWords",
                "Switch it on for FER Desktop; for Terminal, if the program was started there.",
            ),
            QT_TRANSLATE_NOOP("CameraWords", "Quit the program and start it again."),
        ),
        Verdict.BUSY: (
            QT_TRANSLATE_NOOP(
                "CameraWords", "Unplug it and plug it in again; an iPhone needs to be near by."
            ),
        ),
        Verdict.BLACK: (
            QT_TRANSLATE_NOOP(
                "CameraWords",
                "See whether System Settings > Screen Time > Content & Privacy allows the camera.",
            ),
        ),
        Verdict.SLOW: (
            QT_TRANSLATE_NOOP(
                "CameraWords", "Plug it into a USB socket of the computer itself, without a hub."
            ),
        ),
    },
}


def _tr(text: str) -> str:
    return QCoreApplication.translate("CameraWords", text)


def what_is_wrong(verdict: Verdict, name: str) -> str:
    """Return one sentence about a camera."""
    return _tr(_WHAT[verdict]).format(name=name)


def steps_to_take(verdict: Verdict, platform: str) -> list[str]:
    """Return up to three steps on a system, as `sys.platform` names it; none when all is well."""
    here = _HERE.get(platform, _HERE["linux"])
    return [_tr(step) for step in (*_EVERYWHERE[verdict], *here.get(verdict, ()))]


def step_for_stream(verdict: Verdict) -> str:
    """Return what to do about a network stream that is black, frozen or slow."""
    return _tr(_OF_STREAMS[verdict])
