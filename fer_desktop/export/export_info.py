"""What an export tells of its recording beside the rows."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Final

from fer_desktop.export.text_table import Decimal
from fer_desktop.sessions.episodes import EndOf, no_end
from fer_desktop.sessions.files import Marker, SessionFiles
from fer_desktop.sessions.study import Place
from fer_desktop.system.reading import read_whole
from fer_desktop.vision.media.video_end import end_of_video

NOTE: Final = (
    "These are guesses about what faces look like, made by a network that is often wrong. "
    "An expression is not a feeling: people smile when they are sad."
)
"""Stands in every export that people read."""
_MOST_BYTES: Final = 4_000_000


@dataclass(frozen=True)
class ExportInfo:
    """What a recording is, and what it was made with.

    Attributes:
        title: Name of the session, the video, or the pictures.
        stills: All is single pictures, so that time means nothing.
        started_utc: ISO 8601; "" for files.
        source: `kind` and `name` of what was looked at.
        participant: Whom the user said that it is of; "" where not.
        session: What the user called it; "" where not.
        model: Name, version, SHA-256 and engine.
        settings: Those of the analysis.
        versions: Of the program and its packages.
        markers: What the user noted, in the order of time.
        problems: What is not whole, a sentence each.
        face: Number of the only face that is exported; None for all.
        file: Name of the file that this is told beside; "" within the file itself.
        decimal: What numbers in tables of text have before their fraction.
        made: Tells when a video's file was made, in ISO 8601; "" where nothing says so.
        end_of: Tells when the video of a row's path ends: no event outlasts it.
        inputs: Of several recordings in one file, what is told of each.
        places: Participant and condition of each recording, by its path; for studies.
        n_rows: So many rows the recording says that it has; 0 where nothing says so.
        notes: What is learned while the rows are written and belongs into the file beside them.
    """

    title: str
    stills: bool = False
    started_utc: str = ""
    source: Mapping[str, Any] = field(default_factory=dict)
    model: Mapping[str, Any] = field(default_factory=dict)
    settings: Mapping[str, Any] = field(default_factory=dict)
    versions: Mapping[str, Any] = field(default_factory=dict)
    markers: tuple[Marker, ...] = ()
    problems: tuple[str, ...] = ()
    face: int | None = None
    file: str = ""
    decimal: Decimal = "."
    made: Callable[[], str] = field(default=str, repr=False, compare=False)
    end_of: EndOf = field(default=no_end, repr=False, compare=False)
    participant: str = ""
    session: str = ""
    inputs: tuple[Mapping[str, Any], ...] = ()
    places: Mapping[str, Place] = field(default_factory=dict)
    n_rows: int = 0
    notes: dict[str, Any] = field(default_factory=dict, repr=False, compare=False)

    def as_dict(self) -> dict[str, Any]:
        """Return all but the markers as JSON values."""
        return {
            **({"file": self.file} if self.file else {}),
            "title": self.title,
            "note": NOTE,
            "started_utc": self.started_utc or None,
            "source": dict(self.source),
            "face": self.face,
            "model": dict(self.model),
            "settings": dict(self.settings),
            "versions": dict(self.versions),
            "problems": list(self.problems),
            **({"participant": self.participant} if self.participant else {}),
            **({"session": self.session} if self.session else {}),
            **({"decimal": self.decimal} if self.decimal != "." else {}),
            **({"inputs": [dict(each) for each in self.inputs]} if self.inputs else {}),
        }


def session_info(session: SessionFiles) -> ExportInfo:
    """Return what a session says of itself; parts that it has not are left empty."""
    info = session.info
    return ExportInfo(
        title=session.folder.resolve().name,
        n_rows=session.n_rows,
        started_utc=str(info.get("started_utc") or ""),
        source=_mapping(info.get("source")),
        model=_mapping(info.get("model")),
        settings=_mapping(info.get("settings")),
        versions=_mapping(info.get("versions")),
        markers=tuple(sorted(session.markers, key=lambda marker: marker.time_s)),
        problems=tuple(session.problems),
        end_of=_end_of(session),
        participant=_text(info.get("participant")),
        session=_text(info.get("session")),
    )


def _end_of(session: SessionFiles) -> EndOf:
    """Return what tells when a session's own video ends; it looks when it is asked first."""

    @cache
    def end_s() -> float | None:
        return end_of_video(session.video) if session.video is not None else None

    return lambda _: end_s()


def exported_file(beside: Path) -> str | None:
    """Return which file an export wrote this JSON file beside.

    None where there is none, or one that no export wrote; "" where it does not say.
    """
    try:
        found = json.loads(read_whole(beside, _MOST_BYTES))
    except (OSError, ValueError, RecursionError):
        return None
    told = found.get("GeneratedBy", found) if isinstance(found, dict) else None
    if not isinstance(told, dict) or told.get("note") != NOTE:
        return None
    return str(told.get("file", ""))


def _text(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}
