"""What is wrong with a live picture, by its frames and the state of its source, and the words."""

from typing import Literal

from PySide6.QtCore import QCoreApplication

from fer_desktop.live.events import PipelineState
from fer_desktop.vision.camera.health import Presence, Verdict

Trouble = Literal["", "gone", "black", "frozen"]


def _tr(text: str) -> str:
    return QCoreApplication.translate("LiveMode", text)


class LiveTrouble:
    """Judges whether a live picture may be taken for the present.

    Attributes:
        presence: Whether frames come.
        verdict: What the frames look like; None where they do not tell enough.
    """

    def __init__(self) -> None:
        self.presence = Presence()
        self.verdict: Verdict | None = None

    def found(self, state: PipelineState, *, is_watched: bool) -> Trouble:
        """Return what is wrong with the picture; "" where it is well, or is no live one.

        Args:
            state: Of the source.
            is_watched: It is a live picture of somewhere.
        """
        if state is PipelineState.FAILED or (is_watched and self.presence.is_gone):
            return "gone"
        if is_watched and self.verdict in (Verdict.BLACK, Verdict.FROZEN):
            return "black" if self.verdict is Verdict.BLACK else "frozen"
        return "gone" if state is PipelineState.LOST else ""


def trouble_words(trouble: Trouble) -> str:
    """Return what the corner of the picture says of it."""
    words = {"gone": _tr("No picture"), "black": _tr("Black picture")}
    return words.get(trouble, _tr("The picture stands still"))
