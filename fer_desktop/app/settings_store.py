"""Keeps the settings between starts; a damaged file costs no more than its damaged values."""

import json
import logging
from dataclasses import asdict, fields, replace
from pathlib import Path

from fer_desktop.core.errors import SettingsError
from fer_desktop.core.settings import Settings

log = logging.getLogger(__name__)


def load_settings(path: Path) -> Settings:
    """Return the kept settings; what is missing, unknown or impossible takes its default."""
    settings = Settings()
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return settings
    except (OSError, ValueError, RecursionError) as error:
        log.info("the settings can't be read, defaults are used: %s", error)
        return settings
    if not isinstance(kept, dict):
        return settings
    for field in fields(Settings):
        if field.name not in kept:
            continue
        value, default = kept[field.name], getattr(settings, field.name)
        if isinstance(default, tuple) and isinstance(value, list):
            value = tuple(item for item in value if isinstance(item, str))
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        wants_number = isinstance(default, float) or field.name == "min_confidence"
        fits = is_number if wants_number else type(value) is type(default)
        if not fits and value is not None:
            log.info("a kept setting is not used: %s %r", field.name, value)
        if not fits:
            continue
        try:
            settings = replace(settings, **{field.name: value})
        except SettingsError as error:
            log.info("a kept setting is not used: %s", error)
    return settings


def save_settings(path: Path, settings: Settings) -> None:
    """Keep the settings; the file is replaced whole."""
    part = path.with_name(path.name + ".part")
    try:
        part.write_text(json.dumps(asdict(settings), indent=1) + "\n", encoding="utf-8")
        part.replace(path)
    except OSError as error:
        log.info("the settings can't be kept: %s", error)
