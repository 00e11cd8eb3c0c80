"""When each frame of a video is shown, from its packets alone: no frame is decoded."""

from pathlib import Path
from typing import Any, Final

import av
import numpy as np
from av.packet import Packet
from numpy.typing import NDArray

from fer_desktop.vision.media.video_file import OpenVideo, counts_pieces, open_video

_SHOWN_BIT: Final = 0x10
"""In the first byte of a piece of VP8: it is shown; others only help to decode."""


def index_of(path: Path) -> NDArray[np.float64]:
    """Return the times of all frames in the order in which they are shown, in seconds.

    Empty where the file does not say them: then only counting helps.

    Raises:
        SourceError: It can't be opened as a video.
    """
    video = open_video(path)
    try:
        stamps = _from_table(video) or _from_packets(video)
    finally:
        video.container.close()
    ticks = np.sort(np.array(stamps, np.float64))
    return ticks * float(video.tick_s) - float(video.zero_s)


def is_joined(path: Path) -> bool:
    """Return whether stamps of a file begin again: recordings were put behind each other in it.

    Raises:
        SourceError: It can't be opened as a video.
    """
    video = open_video(path)
    order = _Order()
    try:
        return any(order.is_broken_by(packet) for packet in video.container.demux(video.track))
    except (av.FFmpegError, OSError):
        return False  # up to where the file is readable
    finally:
        video.container.close()


class _Order:
    """Looks at the stamps of one piece after the other."""

    def __init__(self) -> None:
        self._last: int | None = None
        self._latest: int | None = None

    def is_broken_by(self, packet: "Packet[Any]") -> bool:
        """Return whether stamps begin again with this piece."""
        if packet.dts is not None:
            if self._last is not None and packet.dts < self._last:
                return True
            self._last = packet.dts
        if packet.pts is not None:
            # What needs no earlier frame is shown after all that came before it.
            if packet.is_keyframe and self._latest is not None and packet.pts <= self._latest:
                return True
            self._latest = max(packet.pts, self._latest or packet.pts)
        return False


def _from_table(video: OpenVideo) -> list[int]:
    """Return the stamps of an MP4 that keeps its frames in the order in which they are shown."""
    track = video.track
    if video.format_name != "mov" or track.codec_context.has_b_frames:
        return []
    entries = track.index_entries
    # A fragmented file lists its frames piece by piece.
    if not track.frames or len(entries) != track.frames:
        return []
    if entries[0].timestamp != (track.start_time or 0):
        return []
    return [entry.timestamp for entry in entries if not entry.is_discard]


def _from_packets(video: OpenVideo) -> list[int]:
    is_vp8 = video.track.codec_context.name in ("vp8", "libvpx")
    stamps: list[int] = []
    by_pieces, order = counts_pieces(video), _Order()
    try:
        for packet in video.container.demux(video.track):
            if not packet.size or packet.is_discard:
                continue
            stamp = packet.dts if by_pieces else packet.pts
            if stamp is None:
                return []
            if not by_pieces and order.is_broken_by(packet):
                return []  # put together of several: the same times come again
            if is_vp8 and not memoryview(packet)[0] & _SHOWN_BIT:
                continue
            stamps.append(stamp)
    except (av.FFmpegError, OSError):
        pass  # up to where the file is readable
    return stamps
