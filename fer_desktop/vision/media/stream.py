"""Opens what lies at an address: that one and nothing that it may lead to, and says what is wrong.

Only containers and protocols that are listed here are let in: a playlist could make FFmpeg open any
other address, or a file of this computer.
"""

import errno
import re
import socket
from typing import Final
from urllib.parse import urlsplit

import av
from av.container import InputContainer

from fer_desktop.core.errors import CameraError, NoPictureError
from fer_desktop.vision.media.video_file import (
    MAX_FRAME_PIXELS,
    OpenVideo,
    closing_on_error,
    picture_tracks,
    prepared,
)
from fer_desktop.vision.media.video_kinds import READ_FORMATS

TIMEOUT_S: Final = 5.0
"""So long an answer may take, and a frame."""

_PROTOCOLS: Final = {
    "http": "http,tcp",
    "https": "http,https,tls,tcp",
    "rtsp": "rtsp,rtp,tcp,udp",
    "rtsps": "rtsps,rtsp,rtp,srtp,tls,tcp,udp",
}
_FORMATS: Final = ",".join((*READ_FORMATS, "mpjpeg", "rtsp", "rtp", "sdp"))
_LOOK_US: Final = 2_000_000
"""So much of a stream is looked at before its first frame."""
_PLAYLISTS: Final = (b"#EXTM3U", b"<MPD", b"[playlist]", b"ffconcat")
_PAGE: Final = re.compile(rb"<(!doctype html|html|head|body)", re.IGNORECASE)


def open_stream(url: str, name: str) -> OpenVideo:
    """Open an address and choose its picture track.

    Args:
        url: An http, https, rtsp or rtsps address.
        name: How it is called in messages, without a password.

    Raises:
        NoPictureError: Something answers, but sends no video.
        CameraError: It can't be reached, or gives nothing. The texts say what to try.
    """
    try:
        container = _opened(url, {})
    except (av.FFmpegError, OSError, ValueError) as error:
        raise _explained(url, name, error) from error
    with closing_on_error(container):
        tracks = picture_tracks(container)
        known = [track for track in tracks if getattr(track, "codec_context", None) is not None]
        if not known:
            raise NoPictureError(
                f"The stream {name} sends no video that can be read, only sound or other data."
            )
        track = known[0]
        if track.width * track.height > MAX_FRAME_PIXELS:
            raise NoPictureError(
                f"The stream {name} has frames of {track.width}x{track.height}, which are larger "
                f"than {MAX_FRAME_PIXELS // 1_000_000} megapixels."
            )
        video = prepared(container, track)
        if not is_finite(video):
            # Frame threads keep frames back, and those are late then.
            track.codec_context.thread_type = "SLICE"
        return video


def is_finite(video: OpenVideo) -> bool:
    """Return whether it is a file that was put there, with an end and times of its own."""
    return video.container.size > 0 and bool(video.container.duration)


def _opened(url: str, options: dict[str, str], form: str | None = None) -> InputContainer:
    scheme = urlsplit(url).scheme.lower()
    given = {
        "protocol_whitelist": _PROTOCOLS[scheme],
        "format_whitelist": form or _FORMATS,
        "max_pixels": str(MAX_FRAME_PIXELS),
    }
    if scheme.startswith("rtsp"):
        given["rtsp_flags"] = "prefer_tcp"  # over UDP, frames arrive with holes
    if form is None:
        given["analyzeduration"] = str(_LOOK_US)
    return av.open(
        scheme + url[len(scheme) :],  # FFmpeg knows them in lower case only
        mode="r",
        format=form,
        options={**given, **options},
        timeout=(TIMEOUT_S, TIMEOUT_S),
        metadata_errors="replace",
    )


_ANSWERS: Final = (
    (
        av.HTTPUnauthorizedError,
        "wants a name and a password, or other ones than these. They stand in its address: "
        "http://NAME:PASSWORD@HOST/...",
    ),
    (av.HTTPForbiddenError, "refuses access (403). Look at the rights that the camera gives."),
    (
        av.HTTPNotFoundError,
        "is not there (404): the host answers, but has nothing at this address. Check what comes "
        "after the host's name.",
    ),
    (
        (av.HTTPError, av.HTTPClientError),
        "can't be shown: it answers with an error of its own. Try again later.",
    ),
)
"""Whoever answered, and how."""


def _explained(url: str, name: str, error: Exception) -> CameraError:
    """Return what is wrong with an address that can't be opened."""
    stream = f"The stream {name}"
    for kind, words in _ANSWERS:
        if isinstance(error, kind):
            return CameraError(f"{stream} {words}")
    if isinstance(error, av.InvalidDataError):
        return _of_content(url, stream)
    if _leads_on(url, error):
        return CameraError(
            f"{stream} leads from address to address without end. Check the address, or give the "
            "one of the video itself."
        )
    return CameraError(f"{stream} can't be reached. {_unreached(url, error)}")


def _unreached(url: str, error: Exception) -> str:
    if isinstance(error, ConnectionRefusedError):
        return (
            "The host is there, but nothing answers at this port. Check the address, and whether "
            "the camera is on."
        )
    if isinstance(error, av.ExitError | TimeoutError):
        return f"Nothing answers within {TIMEOUT_S:.0f} seconds. Check the address and the network."
    if not _is_host(url):
        return "There is no host of this name. Check the address and the network."
    return "Check the address and the network."


def _of_content(url: str, stream: str) -> NoPictureError:
    """Return what an answer is that is no video."""
    start = b""
    try:
        with _opened(url, {}, "data") as container:
            start = next((bytes(packet) for packet in container.demux() if packet.size), b"")
    except (av.FFmpegError, OSError, ValueError):
        pass  # it may answer once only
    if _PAGE.search(start[:2000]):
        return NoPictureError(
            f"{stream} is a web page and no video. Give the address of the video itself; the "
            "camera's manual has it."
        )
    if any(sign in start[:2000] for sign in _PLAYLISTS):
        return NoPictureError(
            f"{stream} is a playlist, which leads to other addresses and is not followed. Give the "
            "address of the video itself."
        )
    if not start:
        return NoPictureError(f"{stream} answers, but sends nothing.")
    return NoPictureError(f"{stream} sends something that is no video, or one of unknown kind.")


def _is_host(url: str) -> bool:
    parts = urlsplit(url)
    try:
        socket.getaddrinfo(parts.hostname, parts.port or 80, type=socket.SOCK_STREAM)
    except (OSError, ValueError):
        return False
    return True


def _leads_on(url: str, error: Exception) -> bool:
    """Return whether the answer was another address: not to follow it fails in the same way."""
    if not url.lower().startswith("http") or getattr(error, "errno", None) != errno.EIO:
        return False
    if not _is_host(url):
        return False
    try:
        _opened(url, {"max_redirects": "0"}, "data").close()
    except (av.FFmpegError, OSError, ValueError) as again:
        return getattr(again, "errno", None) == errno.EIO
    return False
