"""Begins a recorded session: where it lies, and what is said about it."""

from dataclasses import dataclass, fields
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

import platformdirs

from fer_desktop.core.errors import ModelError
from fer_desktop.core.settings import Settings
from fer_desktop.sessions.consent import Consent
from fer_desktop.sessions.writer import SessionWriter, folder_name
from fer_desktop.vision import assembly
from fer_desktop.vision.camera.sources import is_video_file
from fer_desktop.vision.doctor import machine, versions
from fer_desktop.vision.recognition.model_spec import KERAS_FILE, LITERT_FILE

SourceKind = Literal["camera", "video", "picture", "demo", "stream"]


@dataclass(frozen=True)
class Recorded:
    """What is to be recorded.

    Attributes:
        source: As `--source` names it.
        name: The source's name for people.
        participant: Whom the user says that it is of; "" where not.
        session: What the user calls it; "" where not.
        consent: What the people agreed to; None without a sheet.
    """

    source: str
    name: str
    participant: str = ""
    session: str = ""
    consent: Consent | None = None

    @property
    def kind(self) -> SourceKind:
        """What the source is."""
        if self.source.startswith("camera"):
            return "camera"
        if self.source == "demo":
            return "demo"
        if "://" in self.source:
            return "stream"
        return "video" if is_video_file(Path(self.source)) else "picture"

    @property
    def path(self) -> str:
        """The file that is played; "" for all that is live."""
        return self.source if self.kind in ("video", "picture") else ""


def sessions_directory() -> Path:
    """Return where sessions go unless the user chooses; it is made with the first one."""
    return Path(platformdirs.user_documents_dir()) / "FER Desktop Sessions"


def chosen_directory(settings: Settings) -> Path:
    """Return where the user wants sessions."""
    return Path(settings.record_folder) if settings.record_folder else sessions_directory()


def open_session(recorded: Recorded, settings: Settings) -> SessionWriter:
    """Make the folder of a session and return what writes into it.

    Raises:
        SessionError: It can't be made.
    """
    names = recorded.participant, recorded.session
    folder = chosen_directory(settings) / folder_name(datetime.now(), *names)
    info = {
        "source": {"kind": recorded.kind, "name": recorded.name},
        **{key: name for key, name in zip(("participant", "session"), names, strict=True) if name},
        **({"purpose": settings.purpose} if settings.purpose else {}),
        "frame_size": None,
        "model": model_of(settings),
        "settings": analysis_of(settings),
        "versions": versions(),
        "machine": machine(),
        "options": {
            "video": settings.record_video,
            "blur_faces": settings.record_blurred,
            "chosen_face_only": settings.record_chosen_only,
        },
    }
    return SessionWriter(folder, info, recorded.consent)


def analysis_of(settings: Settings) -> dict[str, Any]:
    """Return the settings that the analysis uses."""
    return {
        field.name: getattr(settings, field.name)
        for field in fields(Settings)
        if field.metadata.get("analysis")
    }


def model_of(settings: Settings) -> dict[str, Any]:
    """Return which model names the expressions."""
    try:
        spec = assembly.model_spec(settings)
    except ModelError:
        # Frames go through without faces then, and the rows say so.
        return {"name": settings.model, "version": None, "sha256": None, "engine": settings.engine}
    file = LITERT_FILE if settings.engine == "litert" else KERAS_FILE
    return {
        "name": spec.name,
        "version": spec.version,
        "sha256": spec.sha256.get(file),
        "engine": settings.engine,
    }
