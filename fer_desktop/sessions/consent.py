"""The consent sheet of a recording: what was agreed to, by whom and when, kept beside it."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from fer_desktop.core.errors import SessionError
from fer_desktop.system.files import reason, write_text
from fer_desktop.system.reading import read_whole

CONSENT_FILE: Final = "consent.json"
_SCHEMA: Final = 1
_MOST_BYTES: Final = 1_000_000


@dataclass(frozen=True)
class Consent:
    """What people agreed to before they were recorded.

    Attributes:
        text: What they read, or what was read to them.
        language: Of the text, such as "en".
        people: Who agreed; names or pseudonyms.
        time: When, in ISO 8601, UTC.
        purpose: What the program is used for; "" where nobody said it.
    """

    text: str
    language: str
    people: tuple[str, ...]
    time: str
    purpose: str = ""


def write_consent(folder: Path, consent: Consent) -> None:
    """Write the sheet into the folder of a session.

    Raises:
        OSError: It can't be written.
    """
    words = json.dumps({"schema": _SCHEMA, **asdict(consent)}, indent=1, ensure_ascii=False)
    write_text(folder / CONSENT_FILE, words + "\n")


def read_consent(folder: Path) -> Consent | None:
    """Return the sheet of a session; None where there is none.

    Raises:
        SessionError: There is one that can't be read.
    """
    file = folder / CONSENT_FILE
    try:
        values = json.loads(read_whole(file, _MOST_BYTES, within=folder))
        texts = [str(values[name]) for name in ("text", "language", "time")]
        people = tuple(str(each) for each in values["people"])
        return Consent(texts[0], texts[1], people, texts[2], str(values.get("purpose", "")))
    except FileNotFoundError:
        return None
    except OSError as error:
        raise SessionError(f"{file}: can't be read ({reason(error)}).") from error
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise SessionError(f"{file}: this is no consent sheet.") from error
