"""What every source of frames has in common."""

from typing import Protocol, runtime_checkable

from fer_desktop.core.types import Frame


class FrameSource(Protocol):
    """Gives frames. Opened, read and closed by one thread: OpenCV crashes otherwise.

    Attributes:
        name: For people, such as the camera's name.
        is_live: Frames come in their own time, and a late one is worth nothing. Else the reader
            sets the pace by the frames' own times.
        may_drop: A frame may be skipped when the analysis is busy.
        can_come_back: When it fails, it is worth opening it again.
    """

    name: str
    is_live: bool
    may_drop: bool
    can_come_back: bool

    def open(self) -> None:
        """Get ready to read.

        Raises:
            SourceError: It can't be opened; the text says why and what to try.
            ImageError: The picture that it is made of can't be read.
        """
        ...

    def read(self) -> Frame | None:
        """Return the next frame, or None at the end.

        Raises:
            SourceError: It failed, or is not open.
        """
        ...

    def close(self) -> None:
        """Let go of it; a second call does nothing."""
        ...


@runtime_checkable
class Interruptible(Protocol):
    """A source whose read can be ended by another thread."""

    def interrupt(self) -> None:
        """Let a read that waits end soon."""
        ...
