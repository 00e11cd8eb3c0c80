"""Makes whole pictures of interlaced frames, whose two halves were taken one after the other."""

from collections import deque
from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

import av
from av.filter import Graph
from av.video.frame import VideoFrame


class Stamped(NamedTuple):
    """A decoded frame and its time.

    Attributes:
        frame: The frame.
        stamp: On the track's clock; None where the file has none.
    """

    frame: VideoFrame
    stamp: int | None


class _Shape(NamedTuple):
    width: int
    height: int
    format: str
    colorspace: int
    color_range: int


class Deinterlacer:
    """Hands frames through; from the first interlaced one on they come one frame later."""

    def __init__(self) -> None:
        self._graph: Graph | None = None
        self._shape: _Shape | None = None
        self._stamps: deque[int | None] = deque()
        self._n_put = 0

    def put(self, stamped: Stamped) -> Iterator[Stamped]:
        """Take the next frame, and yield those that are whole by now."""
        frame = stamped.frame
        if self._graph is None and not frame.interlaced_frame:
            yield stamped  # what nearly all are: nothing more is asked of them
            return
        shape = _Shape(
            frame.width,
            frame.height,
            frame.format.name,
            frame.colorspace,
            frame.color_range,
        )
        if self._graph is not None and shape != self._shape:
            yield from self.rest()
        if self._graph is None:
            if not frame.interlaced_frame:
                yield stamped
                return
            self._graph, self._shape = _graph_for(frame), shape
        self._stamps.append(stamped.stamp)
        # The filter wants growing times; those of the file are put back afterwards.
        frame.pts, frame.time_base = self._n_put, Fraction(1, 1000)
        self._n_put += 1
        self._graph.vpush(frame)
        yield from self._ready()

    def rest(self) -> Iterator[Stamped]:
        """Yield what still waits."""
        if self._graph is not None:
            self._graph.vpush(None)
            yield from self._ready()
        self.reset()

    def reset(self) -> None:
        """Forget what waits."""
        self._graph, self._shape, self._n_put = None, None, 0
        self._stamps.clear()

    def _ready(self) -> Iterator[Stamped]:
        while self._graph is not None and self._stamps:
            try:
                frame = self._graph.vpull()
            except (av.BlockingIOError, av.EOFError):
                return
            yield Stamped(frame, self._stamps.popleft())


def _graph_for(frame: VideoFrame) -> Graph:
    graph = Graph()
    graph.threads = 1
    source = graph.add(
        "buffer",
        video_size=f"{frame.width}x{frame.height}",
        pix_fmt=frame.format.name,
        time_base="1/1000",
        pixel_aspect="1/1",
        colorspace=str(frame.colorspace),
        range=str(frame.color_range),
    )
    # One frame for each, and progressive ones in between as they are.
    lines = graph.add("bwdif", mode="send_frame", parity="auto", deint="interlaced")
    sink = graph.add("buffersink")
    graph.link_nodes(source, lines, sink).configure()
    return graph
