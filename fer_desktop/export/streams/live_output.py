"""Live results for other programs, wherever they were asked for."""

import importlib.util
import time
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from types import TracebackType
from typing import Any, Self

from fer_desktop.core.errors import SettingsError
from fer_desktop.core.types import AnalyzedFrame
from fer_desktop.export.streams.sender import Sender, SenderThread
from fer_desktop.export.streams.targets import PACKAGES, Target, target_of


class LiveOutput:
    """Sends frames and markers to other programs while they come; whoever is slow misses some.

    Each place has a thread of its own, so `put` never waits. Nothing leaves this computer unless an
    address says so. Needs the extra `live`.

    >>> from fer_desktop import Analyzer, LiveOutput
    >>> with Analyzer(model="seed") as analyzer, LiveOutput("osc", "ws://127.0.0.1:0") as output:
    ...     for analyzed in analyzer.analyze_live("demo"):
    ...         output.put(analyzed)
    ...         break
    ...     output.mark("the first one")

    Attributes:
        targets: Where results go; a port that was chosen freely is told here.
    """

    def __init__(
        self,
        *targets: str | Target,
        model: Mapping[str, Any] | None = None,
        source: str = "",
        tell: Callable[[str], None] = lambda _: None,
    ) -> None:
        """Open all places, or none.

        Args:
            targets: `lsl`, `osc`, `ws`, or with an address `osc://HOST:PORT`, `ws://HOST:PORT`;
                `lsl://network` lets other computers find the streams.
            model: What the results are made with, as `name`, `version`, `sha256` and `engine`.
            source: What JSON calls `path`.
            tell: Learns in a sentence, and in a thread of its own, what goes wrong later.

        Raises:
            SettingsError: A target is none, its package is not installed, or its address is taken.
        """
        self.targets: tuple[Target, ...] = ()
        self._threads: list[SenderThread] = []
        chosen = [each if isinstance(each, Target) else target_of(each) for each in targets]
        with ExitStack() as stack:
            for target in chosen:
                sender, opened = _open(target, model or {}, source)
                thread = SenderThread(sender, str(opened), tell)
                stack.callback(thread.close)
                self._threads.append(thread)
                self.targets += (opened,)
            self._stack = stack.pop_all()

    @property
    def problems(self) -> list[str]:
        """A sentence for each place to which nothing can be sent."""
        return [thread.problem for thread in self._threads if thread.problem]

    @property
    def n_dropped(self) -> int:
        """So many frames and markers were dropped because a place was too slow."""
        return sum(thread.n_dropped for thread in self._threads)

    def put(self, analyzed: AnalyzedFrame) -> None:
        """Send a frame and its faces; this never waits.

        Raises:
            TypeError: It is something else.
        """
        if not isinstance(analyzed, AnalyzedFrame):
            raise TypeError(
                f"what is sent is an AnalyzedFrame, as analyze_live gives it, not {analyzed!r}"
            )
        for thread in self._threads:
            thread.put(analyzed)

    def mark(self, text: str, time_s: float | None = None) -> None:
        """Send a marker; this never waits.

        Args:
            text: What happened.
            time_s: What `time.perf_counter()` was then; None for now.
        """
        at_s = time.perf_counter() if time_s is None else time_s
        for thread in self._threads:
            thread.put((text, at_s))

    def close(self) -> None:
        """Send what waits, for two seconds at most, and let go of all places.

        After it nothing is sent: another thread may be about to put its last frame.
        """
        self._stack.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def require(target: Target) -> None:
    """Make sure that what a target needs is installed.

    Raises:
        SettingsError: It is not.
    """
    package = PACKAGES[target.kind]
    if importlib.util.find_spec(package) is None:
        raise SettingsError(f"{target} needs {package}; install 'fer-desktop[live]'.")


def _open(target: Target, model: Mapping[str, Any], source: str) -> tuple[Sender, Target]:
    require(target)
    if target.kind == "osc":
        from fer_desktop.export.streams.osc import OscSender

        return OscSender(target), target
    if target.kind == "lsl":
        from fer_desktop.export.streams.lsl import LslSender

        return LslSender(target, model), target
    from fer_desktop.export.streams.web_socket import WebSocketSender

    server = WebSocketSender(target, model, source)
    return server, Target(target.kind, target.host, server.port)
