"""A place for one thing between two threads, in which the latest wins and losses are counted."""

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class LatestSlot(Generic[T]):
    """Hands over the newest item.

    A queue in its place falls ever further behind when its reader is slow; here the reader always
    gets the present, and `dropped` says what it missed.
    """

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._item: T | None = None
        self._dropped = self._accepted = 0

    @property
    def dropped(self) -> int:
        """How many items were overwritten before anyone took them."""
        with self._changed:
            return self._dropped

    @property
    def accepted(self) -> int:
        """How many items were or will be taken: those put in and not dropped."""
        with self._changed:
            return self._accepted - self._dropped

    def put(self, item: T) -> None:
        """Put an item in; one that is still there is dropped."""
        with self._changed:
            self._dropped += self._item is not None
            self._accepted += 1
            self._item = item
            self._changed.notify_all()

    def miss(self) -> None:
        """Count an item as dropped that was not even put in."""
        with self._changed:
            self._dropped += 1
            self._accepted += 1

    def put_when_free(self, item: T, timeout_s: float) -> bool:
        """Put an item in once the slot is empty; return False when it was not in time."""
        with self._changed:
            if not self._changed.wait_for(lambda: self._item is None, timeout_s):
                return False
            self._item = item
            self._accepted += 1
            self._changed.notify_all()
            return True

    def wait_until_free(self, timeout_s: float) -> bool:
        """Wait until nothing is in it; return False when that was not in time."""
        with self._changed:
            return self._changed.wait_for(lambda: self._item is None, timeout_s)

    def take(self, timeout_s: float = 0.0) -> T | None:
        """Take the item out; return None when there was none in time."""
        with self._changed:
            self._changed.wait_for(lambda: self._item is not None, timeout_s)
            item, self._item = self._item, None
            if item is not None:
                self._changed.notify_all()
            return item

    def clear(self) -> None:
        """Throw the item away without counting it as dropped."""
        with self._changed:
            self._item = None
            self._changed.notify_all()


class HeardSlot(LatestSlot[T]):
    """A slot beside which two may listen to every item, also to those that are overwritten.

    Attributes:
        listener: Called with each item in the thread that puts it in, so it has to be quick; None
            for nobody.
        second: The same, for somebody else.
    """

    def __init__(self) -> None:
        super().__init__()
        self.listener: Callable[[T], None] | None = None
        self.second: Callable[[T], None] | None = None

    def put(self, item: T) -> None:
        """Let the listeners have an item, and put it in."""
        for listener in (self.listener, self.second):
            if listener is not None:
                listener(item)
        super().put(item)


class InOrderSlot(HeardSlot[T]):
    """A slot into which two threads put: what is older than the newest is heard, not handed over.

    Attributes:
        when: Tells how new an item is.
    """

    def __init__(self, when: Callable[[T], float]) -> None:
        super().__init__()
        self._when = when
        self._order = threading.Lock()
        self._newest: float | None = None

    def put(self, item: T) -> None:
        """Let the listener have an item, and put it in if none is newer."""
        with self._order:
            at = self._when(item)
            if self._newest is None or at >= self._newest:
                self._newest = at
                super().put(item)
            elif self.listener is not None:
                self.listener(item)
