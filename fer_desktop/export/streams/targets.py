"""Where live results go, as a text names it: `lsl`, `osc://HOST:PORT`, `ws://HOST:PORT`."""

import re
from dataclasses import dataclass
from typing import Final, Literal, get_args

from fer_desktop.core.errors import SettingsError

Kind = Literal["lsl", "osc", "ws"]

LOOPBACK: Final = "127.0.0.1"
NETWORK: Final = "network"
"""The host of `lsl://network`: streams that other computers find, too."""
PORTS: Final[dict[str, int]] = {"osc": 9000, "ws": 8765}
PACKAGES: Final[dict[str, str]] = {"lsl": "pylsl", "osc": "pythonosc", "ws": "websockets"}
_TEXT: Final = re.compile(r"(\w+)(?:://(\[[^\]]+\]|[^:/\s]*)(?::(\d{1,5}))?/?)?")


@dataclass(frozen=True)
class Target:
    """One of the places that live results go to.

    Attributes:
        kind: The protocol.
        host: Where OSC goes, or what the WebSocket server listens on; this computer alone unless
            another one is named. Of LSL, `network` lets other computers find the streams.
        port: Its port; 0 for LSL, and for a server that takes a free one.
    """

    kind: Kind
    host: str = LOOPBACK
    port: int = 0

    def __str__(self) -> str:
        if self.kind == "lsl":
            return "lsl" if self.host != NETWORK else f"lsl://{NETWORK}"
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.kind}://{host}:{self.port}"


def target_of(text: str) -> Target:
    """Return the target that a text names.

    >>> str(target_of("osc")), str(target_of("ws://0.0.0.0:9001"))
    ('osc://127.0.0.1:9000', 'ws://0.0.0.0:9001')

    Raises:
        SettingsError: It names none.
    """
    found = _TEXT.fullmatch(text.strip()) if isinstance(text, str) else None
    name, host, port = found.groups() if found else ("", None, None)
    kind = next((each for each in get_args(Kind) if each == name.lower()), None)
    if kind is None or int(port or 0) > 65535:
        raise SettingsError(
            f"{text!r} is no place for live results; there are lsl, osc, ws, and with an address "
            "osc://HOST:PORT and ws://HOST:PORT."
        )
    if kind == "lsl":
        if host not in (None, "", NETWORK) or port:
            raise SettingsError(f"{text!r}: LSL has no address, only lsl and lsl://{NETWORK}.")
        return Target(kind, host or LOOPBACK)
    if kind == "osc" and port is not None and not int(port):
        raise SettingsError(f"{text!r}: OSC goes to a port, from 1 to 65535; 9000 is usual.")
    chosen = (host or LOOPBACK).strip("[]")
    return Target(kind, chosen, PORTS[kind] if port is None else int(port))
