"""Lab Streaming Layer: a stream of eight probabilities and valence a face, and one of markers."""

import os
import time
from collections.abc import Mapping
from typing import Any, Final

import pylsl

from fer_desktop import __version__
from fer_desktop.core.labels import LABELS
from fer_desktop.core.types import AnalyzedFrame
from fer_desktop.export.streams.targets import NETWORK, Target

NAME: Final = "FER Desktop"
FACE_TYPE: Final = "Expression"
MARKER_TYPE: Final = "Markers"
CHANNELS: Final = (*LABELS, "valence")
_FORGET_S: Final = 10.0
"""The stream of a face ends when it was away for so long."""
_MACHINE_ONLY: Final = "[multicast]\nResolveScope = machine\n"


class LslSender:
    """Opens a stream for each face when it is first seen.

    Each sample has the time at which its picture was read, on the clock of LSL. A face that was not
    seen in a frame has no sample there, so the rate is irregular and nothing is made up.
    """

    def __init__(self, target: Target, model: Mapping[str, Any]) -> None:
        """Open the stream of markers.

        Args:
            target: Whether other computers find the streams.
            model: What `model_record` gives, for the streams' descriptions.
        """
        # Only before the library's first use, and a configuration of the user's own goes first.
        if target.host != NETWORK and "LSLAPICFG" not in os.environ:
            pylsl.set_config_content(_MACHINE_ONLY)
        self._model = model
        self._outlets: dict[int, tuple[pylsl.StreamOutlet, float]] = {}
        self._markers = self._outlet("markers", MARKER_TYPE, ("marker",), pylsl.cf_string)

    def send(self, analyzed: AnalyzedFrame) -> None:
        """Push a sample for each face that was seen."""
        captured_s = analyzed.frame.captured_s
        for position, face in enumerate(analyzed.faces, 1):
            if face.face.is_held:
                continue
            number = face.track_id or position
            if number not in self._outlets:
                name = f"face {number}"
                outlet = self._outlet(name, FACE_TYPE, CHANNELS, pylsl.cf_float32)
            else:
                outlet, _ = self._outlets[number]
            self._outlets[number] = outlet, captured_s
            sample = [*(float(p) for p in face.raw.probabilities), face.valence]
            outlet.push_sample(sample, _lsl_time(captured_s))
        for number, (_, seen_s) in list(self._outlets.items()):
            if captured_s - seen_s > _FORGET_S:
                del self._outlets[number]

    def mark(self, text: str, time_s: float) -> None:
        """Push a marker."""
        self._markers.push_sample([text], _lsl_time(time_s))

    def close(self) -> None:
        """End all streams."""
        self._outlets.clear()
        self._markers = None

    def _outlet(
        self, name: str, kind: str, channels: tuple[str, ...], form: int
    ) -> pylsl.StreamOutlet:
        info = pylsl.StreamInfo(
            f"{NAME} {name}",
            kind,
            len(channels),
            pylsl.IRREGULAR_RATE,
            form,
            f"fer-desktop {name}",
        )
        about = info.desc()
        about.append_child_value("manufacturer", f"{NAME} {__version__}")
        model = about.append_child("model")
        for key, value in self._model.items():
            model.append_child_value(key, str(value))
        listed = about.append_child("channels")
        for label in channels:
            channel = listed.append_child("channel")
            channel.append_child_value("label", label)
            if kind == FACE_TYPE:
                unit = "-1 to 1" if label == "valence" else "probability"
                channel.append_child_value("unit", unit)
                channel.append_child_value("type", "raw")
        return pylsl.StreamOutlet(info)


def _lsl_time(time_s: float) -> float:
    """Return the time on LSL's clock that `time.perf_counter()` had at that moment."""
    return float(pylsl.local_clock() - (time.perf_counter() - time_s))
