"""Reads pictures that a camera sends one after the other over HTTP (multipart/x-mixed-replace).

FFmpeg believes what such a stream says: it waits for gigabytes where a length says so, stops for
good at garbage between two pictures, and hands out half of a picture as if it were whole.
"""

import base64
import re
import socket
import ssl
import threading
import time
from collections import deque
from typing import Final
from urllib.parse import unquote, urlsplit

import cv2
import numpy as np

from fer_desktop.core.types import ImageBGR
from fer_desktop.vision import MAX_PICTURE_PIXELS
from fer_desktop.vision.media.jpeg_scanner import JpegScanner
from fer_desktop.vision.media.picture_size import BrokenHeaderError, size_of

_MOST_HEAD: Final = 64 << 10
_LOOK_S: Final = 0.1
_MOST_WAITING: Final = 3
_CHUNK: Final = 1 << 16
_STATUS: Final = re.compile(rb"HTTP/1\.[01] 200\b")
_KIND: Final = re.compile(rb"^content-type:\s*multipart/x-mixed-replace", re.I | re.M)


class NoPicturesError(Exception):
    """The stream gives no picture.

    Attributes:
        is_garbage: It sends something, but no picture that can be read.
    """

    def __init__(self, *, is_garbage: bool) -> None:
        super().__init__("garbage" if is_garbage else "silence")
        self.is_garbage = is_garbage


class HttpPictures:
    """A connection to such a camera, for one thread; `interrupt` is for others.

    Attributes:
        n_broken: Pictures that were not whole, or can't be read; they are dropped.
    """

    def __init__(self, url: str, timeout_s: float) -> None:
        """Take an address; nothing is connected before `open`."""
        self._url, self._timeout_s = url, timeout_s
        self._scanner, self._whole = JpegScanner(), deque[bytes](maxlen=_MOST_WAITING)
        self._n_unread = 0
        self._stop = threading.Event()
        self._socket: socket.socket | None = None

    @property
    def n_broken(self) -> int:
        """Pictures that were dropped so far."""
        return self._scanner.n_broken + self._n_unread

    def open(self) -> bool:
        """Connect; return False where it sends no pictures in this way, or asks for more.

        Raises:
            OSError: It can't be reached, or answers too slowly.
        """
        parts = urlsplit(self._url)
        give_up_s = time.perf_counter() + self._timeout_s
        port = parts.port or (443 if parts.scheme == "https" else 80)
        self._socket = socket.create_connection((parts.hostname or "", port), self._timeout_s)
        if parts.scheme == "https":
            context = ssl.create_default_context()
            self._socket = context.wrap_socket(self._socket, server_hostname=parts.hostname)
        self._socket.sendall(_request(self._url))
        self._socket.settimeout(_LOOK_S)
        head = b""
        while b"\r\n\r\n" not in head:
            data = self._received()
            if data == b"" or len(head) > _MOST_HEAD:
                return False
            if self._stop.is_set() or time.perf_counter() > give_up_s:
                raise TimeoutError
            head += data or b""
        head, _, rest = head.partition(b"\r\n\r\n")
        if not _STATUS.match(head) or not _KIND.search(head):
            return False
        self._whole.extend(self._scanner.feed(rest))
        return True

    def read(self) -> ImageBGR:
        """Return the next picture, (H, W, 3) uint8 BGR.

        Raises:
            NoPicturesError: None came in time, or the connection has ended.
        """
        give_up_s = time.perf_counter() + self._timeout_s
        has_come = False
        while True:
            while self._whole:
                image = _decoded(self._whole.popleft())
                if image is not None:
                    return image
                self._n_unread += 1
            data = self._received()
            if data == b"" or self._stop.is_set() or time.perf_counter() > give_up_s:
                raise NoPicturesError(is_garbage=has_come and data != b"")
            if data is not None:
                has_come = True
                self._whole.extend(self._scanner.feed(data))

    def interrupt(self) -> None:
        """Let `read` end soon; for another thread."""
        self._stop.set()

    def close(self) -> None:
        """Hang up."""
        if self._socket is not None:
            self._socket.close()
            self._socket = None

    def _received(self) -> bytes | None:
        """Return what has come; b"" at the end of the connection, None where nothing has."""
        if self._socket is None:
            return b""
        try:
            return self._socket.recv(_CHUNK)
        except TimeoutError:
            return None
        except OSError:
            return b""


def _request(url: str) -> bytes:
    parts = urlsplit(url)
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    host = parts.netloc.rpartition("@")[2]
    # 1.0: nothing is cut into chunks.
    lines = [f"GET {target} HTTP/1.0", f"Host: {host}", "Accept: */*"]
    if parts.username is not None:
        name = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
        lines.append(f"Authorization: Basic {base64.b64encode(name.encode()).decode()}")
    return "\r\n".join([*lines, "", ""]).encode("utf-8", "replace")


def _decoded(data: bytes) -> ImageBGR | None:
    try:
        size = size_of("JPEG", data)
    except BrokenHeaderError:
        return None
    if size is None or size.width * size.height > MAX_PICTURE_PIXELS:
        return None
    image = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_COLOR)
    return None if image is None else np.asarray(image, np.uint8)
