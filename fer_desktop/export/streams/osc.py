"""Open Sound Control over UDP: a bundle of messages a frame, for music and light programs."""

import contextlib
import time

from pythonosc import osc_bundle_builder, udp_client
from pythonosc.osc_message_builder import OscMessageBuilder

from fer_desktop.core.errors import SettingsError
from fer_desktop.core.types import AnalyzedFrame, RecognizedFace
from fer_desktop.export.streams.targets import Target
from fer_desktop.system.files import reason

ROOT = "/fer"


class OscSender:
    """Sends to one address; whether somebody listens there nobody knows, as OSC is.

    `/fer/frame` has number, time in seconds and count of faces; `/fer/face/N/probabilities` the
    eight raw probabilities, `/fer/face/N/valence`, `/fer/face/N/label` (raw) and
    `/fer/face/N/shown`, and `/fer/face/N/box` x1, y1, x2, y2 as shares of the picture.
    `/fer/marker` has text and age in seconds. A face that was not seen in a frame is not in its
    bundle.
    """

    def __init__(self, target: Target) -> None:
        """Prepare to send.

        Raises:
            SettingsError: The address is none.
        """
        try:
            self._client = udp_client.UDPClient(target.host, target.port)
        except (OSError, UnicodeError) as error:  # a host that can't even be asked for
            why = reason(error) if isinstance(error, OSError) else str(error)
            raise SettingsError(
                f"{target}: this address can't be used ({why}); look at the name, or give the "
                "receiver's address in numbers."
            ) from error

    def send(self, analyzed: AnalyzedFrame) -> None:
        """Send a frame and its faces."""
        bundle = osc_bundle_builder.OscBundleBuilder(osc_bundle_builder.IMMEDIATELY)
        seen = [face for face in analyzed.faces if not face.face.is_held]
        frame = analyzed.frame
        bundle.add_content(_message("frame", frame.index, frame.time_s, len(seen)))
        for position, face in enumerate(seen, 1):
            for message in _messages(face, face.track_id or position, analyzed):
                bundle.add_content(message)
        self._send(bundle.build())

    def mark(self, text: str, time_s: float) -> None:
        """Send a marker."""
        self._send(_message("marker", text, time.perf_counter() - time_s))

    def close(self) -> None:
        """Close the socket."""
        self._client._sock.close()  # noqa: SLF001 - it has no other way

    def _send(self, content: object) -> None:
        # Where nobody listens, some systems say so at the next message; the one after may be heard.
        with contextlib.suppress(ConnectionRefusedError):
            self._client.send(content)


def _messages(face: RecognizedFace, number: int, analyzed: AnalyzedFrame) -> list[object]:
    width, height = analyzed.frame.width, analyzed.frame.height
    x1, y1, x2, y2 = face.box
    place = f"face/{number}"
    return [
        _message(f"{place}/probabilities", *(float(p) for p in face.raw.probabilities)),
        _message(f"{place}/valence", face.valence),
        _message(f"{place}/label", face.label),
        _message(f"{place}/shown", face.smoothed.label),
        _message(f"{place}/box", x1 / width, y1 / height, x2 / width, y2 / height),
    ]


def _message(name: str, *values: str | float) -> object:
    builder = OscMessageBuilder(f"{ROOT}/{name}")
    for value in values:
        # Whole numbers, numbers of 32 bits and texts are what every program knows.
        kind = "s" if isinstance(value, str) else "i" if isinstance(value, int) else "f"
        builder.add_arg(value, kind)
    return builder.build()
