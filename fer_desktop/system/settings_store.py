"""Keeps the settings between starts, and reads and writes them as files to carry elsewhere."""

import json
import logging
from dataclasses import asdict, fields, replace
from pathlib import Path
from typing import Any, Final, NamedTuple

from fer_desktop.core.errors import SettingsError, one_line
from fer_desktop.core.settings import Settings
from fer_desktop.core.settings_repair import repaired
from fer_desktop.system import files
from fer_desktop.system.reading import open_regular

log = logging.getLogger(__name__)

SCHEMA: Final = 1
"""Of the file; older ones have no number, and the same names."""
_MOST_BYTES: Final = 1_000_000


class Loaded(NamedTuple):
    """Settings, and a sentence for each value that could not be used."""

    settings: Settings
    notes: tuple[str, ...] = ()


def read_settings(path: Path) -> Loaded:
    """Return the kept settings; what can't be used takes its default, and a note says so.

    A file that holds no settings at all is moved aside.
    """
    try:
        loaded = Loaded(*repaired(_parsed(path)))
    except FileNotFoundError:
        return Loaded(Settings())
    except OSError as error:
        loaded = Loaded(Settings(), (f"{path} can't be read ({error.strerror}).",))
    except SettingsError as error:
        loaded = Loaded(Settings(), (f"{error} {_moved_aside(path)}".strip(),))
    for note in loaded.notes:
        log.info("settings: %s", note)
    return loaded


def save_settings(path: Path, settings: Settings) -> None:
    """Keep the settings; the file is replaced whole."""
    try:
        if path.exists():
            files.check_ordinary(path)  # a pipe in its place would be waited for
        _write(path, settings)
    except OSError as error:
        log.info("the settings can't be kept: %s", error)


def export_settings(path: Path, settings: Settings) -> None:
    """Write the settings into a file of the user's own, which may be written over.

    Raises:
        SettingsError: The file can't be written.
    """
    try:
        _write(path, settings)
    except OSError as error:
        raise SettingsError(f"{path} can't be written ({files.reason(error)}).") from error


def import_settings(path: Path) -> Loaded:
    """Return the settings in a file that was exported, perhaps on another computer.

    Raises:
        SettingsError: It can't be read, or holds no settings at all.
    """
    try:
        values = _parsed(path)
    except OSError as error:
        raise SettingsError(f"{path} can't be read ({error.strerror}).") from error
    if not any(field.name in values for field in fields(Settings)):
        raise SettingsError(f"{path} holds no settings of FER Desktop.")
    return Loaded(*repaired(values))


class Keeper:
    """Keeps each new choice.

    What the command line says for this once is not kept, until the user chooses anew.
    """

    def __init__(self, path: Path, kept: Settings, at_start: Settings) -> None:
        """Begin with what is kept, and with what is used at the start."""
        self._path, self._kept, self._at_start = path, kept, at_start
        self._for_once = {
            field.name
            for field in fields(Settings)
            if getattr(kept, field.name) != getattr(at_start, field.name)
        }

    def keep(self, settings: Settings) -> None:
        """Keep these settings."""
        self._for_once = {
            name
            for name in self._for_once
            if getattr(settings, name) == getattr(self._at_start, name)
        }
        kept = {name: getattr(self._kept, name) for name in self._for_once}
        save_settings(self._path, replace(settings, **kept))


def _parsed(path: Path) -> dict[str, Any]:
    """Return the values in a file.

    Raises:
        OSError: It can't be read.
        SettingsError: It holds no JSON object.
    """
    with open_regular(path) as file:
        content = file.read(_MOST_BYTES + 1)
    try:
        if len(content) > _MOST_BYTES:
            raise ValueError("far too large")  # noqa: TRY301 - told as the other reasons
        values = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise SettingsError(
            f"{path} is no settings file: it can't be read as JSON ({one_line(error)})."
        ) from error
    if not isinstance(values, dict):
        raise SettingsError(f"{path} is no settings file: it holds no names with values.")
    return values


def _moved_aside(path: Path) -> str:
    broken = path.with_name(f"{path.stem}.broken{path.suffix}")
    try:
        path.replace(broken)
    except OSError:
        return ""
    return f"It is kept as {broken.name}."


def _write(path: Path, settings: Settings) -> None:
    values = {"schema": SCHEMA, **asdict(settings)}
    # Many keep their settings elsewhere, behind a link, which therefore is followed.
    files.write_text(path, json.dumps(values, indent=1) + "\n", chosen=True)
