"""What is wrong with the view of a face, in words, and what to try."""

from PySide6.QtCore import QCoreApplication

from fer_desktop.core.view_check import Fault


def _tr(text: str) -> str:
    return QCoreApplication.translate("ChipView", text)


def advice(fault: Fault, *, is_photo: bool = False) -> str:
    """Return what is wrong, and what to try where somebody can still do something."""
    if is_photo:
        return {
            "small": _tr("The face is small."),
            "cut": _tr("The face is cut by the edge."),
            "aside": _tr("The face is far from the middle."),
            "covered": _tr("The face is covered."),
            "dark": _tr("It is dark."),
            "pale": _tr("It has hardly any contrast."),
            "bright": _tr("It is too bright."),
            "blurred": _tr("It is blurred."),
            "turned": _tr("The face is turned away."),
        }[fault]
    return {
        "small": _tr("The face is small: come closer."),
        "cut": _tr("Cut by the edge: move to the middle."),
        "aside": _tr("Far from the middle: move there."),
        "covered": _tr("Covered: show the whole face."),
        "dark": _tr("It is dark: turn to the light."),
        "pale": _tr("Hardly any contrast: clean the lens."),
        "bright": _tr("Too bright: turn away from the light."),
        "blurred": _tr("It is blurred: hold still or clean the lens."),
        "turned": _tr("Hold your head upright and face the camera."),
    }[fault]
