"""Takes the sound of a file along into a video that is made of its pictures."""

import logging
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any, Final

import av
from av.audio.resampler import AudioResampler
from av.audio.stream import AudioStream
from av.container import InputContainer, OutputContainer
from av.packet import Packet

from fer_desktop.core.errors import SourceError
from fer_desktop.vision.media.video_file import open_video, reason_of

log = logging.getLogger(__name__)

_AS_IT_IS: Final = frozenset({"aac", "mp3", "ac3", "eac3", "alac", "opus", "flac"})
"""What players take from an MP4; all other sound is encoded anew."""
_NEW_CODEC: Final = "aac"


class SoundCopy:
    """Copies the first track of sound, as far as the pictures have come.

    Attributes:
        problem: Why it is missing or ends early; "" while all is well.
    """

    def __init__(self, source: Path, target: OutputContainer) -> None:
        """Open the file and add a track of sound, before anything is written to the target.

        Args:
            source: A video; one without sound gives none.
            target: Where it goes.
        """
        self.problem = ""
        self._target = target
        self._source: InputContainer | None = None
        self._packets: Iterator[Packet[Any]] = iter(())
        self._next: Packet[Any] | None = None
        self._last_dts: int | None = None
        self._resampler: AudioResampler | None = None
        self._track: AudioStream | None = None
        try:
            self._open(source)
        except (SourceError, av.FFmpegError, OSError, ValueError) as error:
            self._fail(error)

    def copy_until(self, time_s: float) -> None:
        """Copy all sound that begins before a time, in seconds of the file."""
        while self._next is not None:
            packet = self._next
            if packet.pts is not None and float(packet.pts * packet.time_base) >= time_s:
                return
            self._put(packet)
            self._next = next(self._packets, None)

    def finish(self) -> None:
        """Write what an encoder still holds."""
        if self._track is not None and self._resampler is not None and not self.problem:
            try:
                self._encode(None)
            except (av.FFmpegError, ValueError) as error:
                self._fail(error)

    def close(self) -> None:
        """Close the file; a second call does nothing."""
        self._next, self._packets = None, iter(())
        if self._source is not None:
            self._source.close()
            self._source = None

    def _open(self, source: Path) -> None:
        video = open_video(source)
        self._source = container = video.container
        video.track.discard = av.stream.Discard.all
        tracks = [track for track in container.streams.audio if _has_decoder(track)]
        if not tracks:
            return
        sound = tracks[0]
        if sound.codec_context.codec.canonical_name in _AS_IT_IS:
            self._track = self._target.add_stream_from_template(sound)
        else:
            rate = sound.codec_context.sample_rate or 48_000
            self._track = self._target.add_stream(_NEW_CODEC, rate=min(rate, 48_000))
            self._track.layout = "mono" if sound.codec_context.channels == 1 else "stereo"
            codec = self._track.codec_context
            self._resampler = AudioResampler(codec.format or "fltp", codec.layout, codec.rate)
        self._packets = self._read(container, sound, video.zero_s)
        self._next = next(self._packets, None)

    def _read(
        self, container: InputContainer, sound: AudioStream, zero_s: Fraction
    ) -> "Iterator[Packet[Any]]":
        """Yield the pieces of the sound, with the times that they have in seconds of the file."""
        zero = round(zero_s / sound.time_base) if sound.time_base else 0
        try:
            for packet in container.demux(sound):
                if not packet.size:
                    continue
                packet.pts = None if packet.pts is None else packet.pts - zero
                packet.dts = None if packet.dts is None else packet.dts - zero
                yield packet
        except (av.FFmpegError, OSError) as error:
            self._fail(error)

    def _put(self, packet: "Packet[Any]") -> None:
        if self._track is None or self.problem:
            return
        try:
            if self._resampler is not None:
                self._encode(packet)
                return
            dts = packet.dts if packet.dts is not None else packet.pts
            if dts is None or (self._last_dts is not None and dts <= self._last_dts):
                return  # files that were put together begin their count again
            self._last_dts = dts
            packet.stream = self._track
            self._target.mux(packet)
        except (av.FFmpegError, ValueError) as error:
            self._fail(error)

    def _encode(self, packet: "Packet[Any] | None") -> None:
        """Decode a piece and encode it anew; None writes the rest."""
        track, resampler = self._track, self._resampler
        assert track is not None
        assert resampler is not None
        frames = packet.decode() if packet is not None else [None]
        for frame in frames:
            for whole in resampler.resample(frame):  # type: ignore[arg-type] # sound only
                self._target.mux(track.encode(whole))
        if packet is None:
            self._target.mux(track.encode(None))

    def _fail(self, error: Exception) -> None:
        self.problem = self.problem or reason_of(error)
        log.info("the sound can't be copied: %s", self.problem)


def _has_decoder(track: AudioStream) -> bool:
    return getattr(track, "codec_context", None) is not None
