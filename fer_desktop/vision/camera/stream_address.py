"""Addresses of network streams: what is wrong with one, and its password apart from it."""

import importlib.util
import logging
from dataclasses import dataclass
from typing import Final, Literal
from urllib.parse import quote, unquote, urlsplit, urlunsplit

from fer_desktop.core.errors import FerError
from fer_desktop.core.settings import Settings
from fer_desktop.system.background import Background
from fer_desktop.vision import assembly

log = logging.getLogger(__name__)

SCHEMES: Final = ("rtsp", "rtsps", "http", "https")
Problem = Literal["", "empty", "scheme", "host", "port", "space"]
_SERVICE: Final = "FER Desktop streams"


@dataclass(frozen=True)
class Address:
    """An address with what has to be known to open it.

    Attributes:
        plain: Without user and password, so that it can be shown and kept.
        user: Name; "" for none.
        password: "" for none.
    """

    plain: str
    user: str = ""
    password: str = ""

    @property
    def whole(self) -> str:
        """The address as it is opened."""
        if not self.user and not self.password:
            return self.plain
        parts = urlsplit(self.plain)
        secret = f":{quote(self.password, safe='')}" if self.password else ""
        return urlunsplit(
            parts._replace(netloc=f"{quote(self.user, safe='')}{secret}@{parts.netloc}")
        )


def parsed(text: str) -> Address:
    """Return an address; user and password that stand in it come apart."""
    text = text.strip()
    try:
        parts = urlsplit(text)
    except ValueError:
        return Address(text)
    if "@" not in parts.netloc:
        return Address(text)
    secrets, _, host = parts.netloc.rpartition("@")
    user, _, password = secrets.partition(":")
    return Address(urlunsplit(parts._replace(netloc=host)), unquote(user), unquote(password))


def problem_of(text: str) -> Problem:
    """Return what is wrong with an address as far as can be seen; "" for nothing."""
    text = text.strip()
    if not text:
        return "empty"
    if any(sign.isspace() for sign in text):
        return "space"
    try:
        parts = urlsplit(text)
        host, port = parts.hostname, parts.port
    except ValueError:
        return "port"
    if parts.scheme.lower() not in SCHEMES or "://" not in text:
        return "scheme"
    if not host:
        return "host"
    return "port" if port == 0 else ""


def begin_check(address: Address, settings: Settings) -> Background[tuple[int, int]]:
    """Begin to open a stream and to read a frame; the result is its width and height."""

    def job(running: Background[tuple[int, int]]) -> tuple[int, int]:
        running.n_expected = 1
        source = assembly.source(address.whole, settings)
        try:
            source.open()
            running.check()
            frame = source.read()
        finally:
            source.close()
        if frame is None:
            raise FerError(f"The stream {source.name} gives no picture.")
        return frame.width, frame.height

    return Background(job, "pictures stream")


def can_keep_passwords() -> bool:
    """Return whether this computer has a keyring that this program can use."""
    if importlib.util.find_spec("keyring") is None:
        return False
    import keyring
    from keyring.backends import fail, null

    return not isinstance(keyring.get_keyring(), fail.Keyring | null.Keyring)


def keep_password(address: Address) -> bool:
    """Put user and password into the system's keyring; return False where that fails."""
    if not can_keep_passwords():
        return False
    import keyring
    from keyring.errors import KeyringError

    try:
        keyring.set_password(_SERVICE, address.plain, f"{address.user}\n{address.password}")
    except KeyringError as error:
        log.info("the keyring takes no password: %s", error)
        return False
    return True


def with_kept_password(plain: str) -> Address:
    """Return an address with the user and password that the keyring has for it, if any."""
    if not can_keep_passwords():
        return Address(plain)
    import keyring
    from keyring.errors import KeyringError

    try:
        kept = keyring.get_password(_SERVICE, plain)
    except KeyringError as error:
        log.info("the keyring gives no password: %s", error)
        return Address(plain)
    user, _, password = (kept or "").partition("\n")
    return Address(plain, user, password)
