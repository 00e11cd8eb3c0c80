"""What a camera is asked for: the size of its pictures and how many a second."""

from dataclasses import dataclass
from typing import Final

USUAL_SIZES: Final = ((320, 240), (640, 480), (800, 600), (1280, 720), (1920, 1080))
"""What is offered where the system does not tell what a camera can."""
USUAL_RATES: Final = (5.0, 10.0, 15.0, 24.0, 30.0, 60.0)


@dataclass(frozen=True)
class CaptureFormat:
    """A size in pixels and a rate in frames a second; 0 leaves it to the program."""

    width: int = 0
    height: int = 0
    rate: float = 0.0

    def filled(self) -> "CaptureFormat":
        """Return what is really asked for, with the program's choice where it has one."""
        width, height = self.width, self.height
        if not (width and height):  # half a size is none
            width, height = 1280, 720
        return CaptureFormat(width, height, self.rate or 30.0)


PROGRAMS_CHOICE: Final = CaptureFormat()
