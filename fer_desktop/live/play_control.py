"""What the user wants of a video that is played, and where it stands: between two threads."""

import threading
from dataclasses import dataclass, replace
from typing import Final, Literal

SPEEDS: Final = (0.25, 0.5, 1.0, 1.5, 2.0, 4.0)
"""How many seconds of a video can be played in a second."""


@dataclass(frozen=True)
class PlayState:
    """Where a video stands.

    Attributes:
        position_s: Time of the frame that is shown, or about to be.
        length_s: When its last frame is over, as far as is known; 0 where it is not.
        step_s: How long a frame usually lasts.
        is_playing: It goes on by itself.
        is_at_end: There is no further frame.
        speed: Seconds of the video in a second.
        every_frame: Each frame is analyzed, however long that takes; else late ones are left out.
    """

    position_s: float = 0.0
    length_s: float = 0.0
    step_s: float = 0.04
    is_playing: bool = True
    is_at_end: bool = False
    speed: float = 1.0
    every_frame: bool = False


@dataclass(frozen=True)
class Order:
    """Go to a moment, to the next frame, the one before, or show the same one again.

    Attributes:
        kind: Which of them.
        time_s: The moment.
    """

    kind: Literal["seek", "on", "back", "again"]
    time_s: float = 0.0


class PlayControl:
    """The window gives orders, and the thread that reads takes them; of several moments the last.

    Attributes:
        is_bound: No order but to hold and to go on is taken: it is being recorded.
    """

    def __init__(self, *, every_frame: bool = False) -> None:
        self._changed = threading.Condition()
        self._state = PlayState(every_frame=every_frame)
        self._orders: list[Order] = []
        self.is_bound = False

    @property
    def state(self) -> PlayState:
        """Where the video stands at this moment."""
        with self._changed:
            return self._state

    # What the window says

    def play(self, on: bool = True) -> None:
        """Go on, or hold; at the end, go on from the begin."""
        with self._changed:
            if on and self._state.is_at_end and not self._orders:
                if self.is_bound:
                    return
                self._orders.append(Order("seek", 0.0))
            self._set(is_playing=on)

    def seek(self, time_s: float) -> None:
        """Go to a moment; it plays on from there if it played."""
        with self._changed:
            if self.is_bound:
                return
            end_s = self._state.length_s or time_s
            order = Order("seek", min(max(0.0, time_s), end_s))
            self._orders = [order]
            self._set(position_s=order.time_s)

    def step(self, n_frames: int) -> None:
        """Hold, and go so many frames on, or back."""
        with self._changed:
            if self.is_bound:
                return
            self._orders += [Order("on" if n_frames > 0 else "back")] * abs(n_frames)
            self._set(is_playing=False)

    def look_again(self) -> None:
        """Let the frame that a held video shows be analyzed once more."""
        with self._changed:
            if not (self._orders or self._state.is_playing or self.is_bound):
                self._orders.append(Order("again"))
                self._changed.notify_all()

    def set_speed(self, speed: float) -> None:
        """Play so many seconds of the video in a second."""
        with self._changed:
            self._set(speed=speed)

    def set_every_frame(self, on: bool) -> None:
        """Analyze each frame, or stay at the chosen speed."""
        with self._changed:
            self._set(every_frame=on)

    # What the thread says

    def tell(self, **values: float | bool) -> None:
        """Tell where the video stands; a moment that was ordered meanwhile counts more."""
        with self._changed:
            if self._orders:
                values.pop("position_s", None)
            self._state = replace(self._state, **values)  # type: ignore[arg-type] # as they are

    def take(self) -> Order | None:
        """Take the next order, if there is one."""
        with self._changed:
            return self._orders.pop(0) if self._orders else None

    @property
    def has_order(self) -> bool:
        """Whether something else is wanted already."""
        with self._changed:
            return bool(self._orders)

    def wait(self, seconds: float) -> None:
        """Wait so long, or until something is wanted that was not wanted before."""
        with self._changed:
            if not self._orders and seconds > 0:
                self._changed.wait(seconds)

    def wake(self) -> None:
        """End a wait."""
        with self._changed:
            self._changed.notify_all()

    def _set(self, **values: float | bool) -> None:
        self._state = replace(self._state, **values)  # type: ignore[arg-type] # as they are
        self._changed.notify_all()
