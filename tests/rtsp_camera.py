"""An RTSP camera on 127.0.0.1 that does it well or badly: JPEG over RTP inside its one connection.

What RFC 2326 and RFC 2435 ask for, as far as a reader that wants TCP needs it.
"""

import contextlib
import socket
import struct
import threading

import cv2
import numpy as np

_PIECE = 1400
_ANSWERS = {
    "OPTIONS": "Public: OPTIONS, DESCRIBE, SETUP, PLAY, TEARDOWN\r\n",
    "SETUP": "Transport: RTP/AVP/TCP;unicast;interleaved=0-1\r\nSession: 1\r\n",
    "PLAY": "Session: 1\r\n",
}
_DESCRIPTION = (
    "v=0\r\no=- 0 0 IN IP4 127.0.0.1\r\ns=camera\r\nc=IN IP4 0.0.0.0\r\nt=0 0\r\n"
    "m=video 0 RTP/AVP 26\r\na=control:track\r\n"
)


def noise(number, size=(320, 240)):
    """Return a picture of noise, another for each of twenty numbers."""
    shape = (size[1], size[0], 3)
    return np.random.default_rng(number % 20).integers(0, 255, shape, np.uint8)


class RtspCamera:
    """Sends pictures; its mode says how, and may change while it does.

    Modes: "play", "other_size" (two sizes in turn), "garbage" (bytes that are no JPEG), "holes"
    (every second packet is left out), "silent" (the connection stays), "refuse" (it is cut, and new
    ones are), "endless_head" (the answer to the first question never ends), "backwards" (the time
    of its packets runs back).
    """

    def __init__(self, rate=30, mode="play"):
        self.mode, self._rate = mode, rate
        self._stop = threading.Event()
        self._socket = socket.create_server(("127.0.0.1", 0))
        self._socket.settimeout(0.05)
        self._thread = threading.Thread(target=self._serve, name="rtsp camera", daemon=True)
        self._thread.start()

    @property
    def url(self):
        """Return its address."""
        return f"rtsp://127.0.0.1:{self._socket.getsockname()[1]}/live"

    def close(self):
        self._stop.set()
        self._thread.join(5)
        self._socket.close()

    def _serve(self):
        while not self._stop.is_set():
            with contextlib.suppress(OSError):  # nobody, or a reader that has gone
                connection, _ = self._socket.accept()
                with connection:
                    if self.mode != "refuse":
                        connection.settimeout(5)
                        self._talk(connection)

    def _talk(self, connection):
        file = connection.makefile("rwb")
        while (line := file.readline()) and not self._stop.is_set():
            method, number = line.split()[0].decode(), b"0"
            while (head := file.readline().strip()) and not self._stop.is_set():
                name, _, value = head.partition(b":")
                number = value.strip() if name.lower() == b"cseq" else number
            answer = _ANSWERS.get(method, "")
            if method == "DESCRIBE":
                answer = f"Content-Type: application/sdp\r\nContent-Length: {len(_DESCRIPTION)}\r\n"
            file.write(f"RTSP/1.0 200 OK\r\nCSeq: {number.decode()}\r\n{answer}".encode())
            while self.mode == "endless_head" and not self._stop.is_set():
                file.write(b"X-Filler: " + b"x" * 5000 + b"\r\n")
                self._stop.wait(0.01)
            file.write(b"\r\n" + (_DESCRIPTION.encode() if method == "DESCRIBE" else b""))
            file.flush()
            if method == "PLAY":
                self._send(connection)
                return

    def _send(self, connection):
        sequence = number = 0
        while not self._stop.is_set() and self.mode != "refuse":
            mode, time = self.mode, int(number * 90_000 / self._rate)
            size = (160, 120) if mode == "other_size" and number % 2 else (320, 240)
            if mode == "backwards":
                time = (1 << 31) - time
            parts = [] if mode == "silent" else _pieces(noise(number, size))
            if mode == "garbage":
                parts = [bytes(range(200)) * 3]
            for place, part in enumerate(parts):
                is_last = place == len(parts) - 1
                head = struct.pack(">BBHII", 0x80, 26 | is_last << 7, sequence & 0xFFFF, time, 7)
                sequence += 1
                if mode != "holes" or place % 2:
                    packet = head + part
                    connection.sendall(struct.pack(">cBH", b"$", 0, len(packet)) + packet)
            number += 1
            self._stop.wait(1 / self._rate)


def _pieces(image):
    """Return a picture as the payloads of RTP packets."""
    quality = [cv2.IMWRITE_JPEG_QUALITY, 30]
    data = cv2.imencode(".jpg", image, quality)[1].tobytes()
    tables, at = b"", 2
    while data[at + 1] != 0xDA:
        length = int.from_bytes(data[at + 2 : at + 4], "big")
        if data[at + 1] == 0xDB:
            body = data[at + 4 : at + 2 + length]
            tables += b"".join(body[n + 1 : n + 65] for n in range(0, len(body), 65))
        at += 2 + length
    scan = data[at + 2 + int.from_bytes(data[at + 2 : at + 4], "big") : -2]
    height, width = image.shape[:2]
    sizes = bytes((1, 255, width // 8, height // 8))
    pieces = []
    for begin in range(0, len(scan), _PIECE):
        head = struct.pack(">I", begin) + sizes
        if not begin:
            head += struct.pack(">BBH", 0, 0, len(tables)) + tables
        pieces.append(head + scan[begin : begin + _PIECE])
    return pieces
