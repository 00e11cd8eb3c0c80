"""Which participant and condition a recording is of: from a small table, or from its name."""

import csv
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from fer_desktop.core.errors import DataError
from fer_desktop.core.inert import inert
from fer_desktop.sessions.study import Place
from fer_desktop.system.files import reason
from fer_desktop.system.reading import read_whole

COLUMNS: Final = ("recording", "participant", "condition")
EVERYTHING: Final = "all"
"""The condition of recordings whose name tells none."""
_NAMED: Final = {
    "participant": re.compile(r"(?:^|[_ ])sub-([^_ ]+)"),
    "condition": re.compile(r"(?:^|[_ ])(?:cond|task|ses)-([^_ ]+)"),
}
_MOST_BYTES: Final = 4_000_000
_N_TOLD: Final = 5
"""So many names a message lists."""


def place_of(name: str, participant: str = "", session: str = "") -> Place:
    """Return where a recording belongs that no table tells of.

    What the user said when it was recorded goes first; then what its name tells, such as
    `sub-01_task-film`; else it is a participant of its own.
    """
    found = {what: pattern.search(name) for what, pattern in _NAMED.items()}
    told, condition = found["participant"], found["condition"]
    return Place(
        participant or (told[1] if told else name),
        session or (condition[1] if condition else EVERYTHING),
    )


def _whole(lines: Iterable[dict[str, str]], file: Path) -> Iterator[dict[str, str]]:
    try:
        yield from lines
    except csv.Error as error:
        raise DataError(f"{file}: this is no table of groups ({error}).") from error


def read_groups(file: Path) -> dict[str, Place]:
    """Return the places by recording that a table with these columns gives.

    The columns are `recording` (the name of a session's folder or of a video), `participant` and
    `condition`, parted by commas, semicolons or tabs; others are not looked at.

    Raises:
        DataError: It can't be read, lacks a column, or has a recording twice.
    """
    try:
        text = read_whole(file, _MOST_BYTES).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DataError(
            f"{file}: the groups can't be read, for they are not UTF-8; a spreadsheet calls it "
            "'CSV UTF-8' when it saves."
        ) from error
    except OSError as error:
        raise DataError(f"{file}: the groups can't be read ({reason(error)}).") from error
    head, _, rest = text.partition("\n")
    delimiter = max(",;\t", key=head.count)
    names = [name.strip().casefold() for name in next(csv.reader([head], delimiter=delimiter), [])]
    lines = csv.DictReader(rest.splitlines(), names, delimiter=delimiter)
    missing = [name for name in COLUMNS if name not in names]
    if missing:
        raise DataError(
            f"{file}: the column {missing[0]} is missing; a table of groups has "
            f"{', '.join(COLUMNS)}."
        )
    found: dict[str, Place] = {}
    for line in _whole(lines, file):
        name, participant, condition = (str(line[column] or "").strip() for column in COLUMNS)
        participant, condition = inert(participant), inert(condition)
        name = _same(name)
        if name in found:
            raise DataError(f"{file}: the recording {name} is there twice.")
        if name:
            found[name] = Place(participant or name, condition or EVERYTHING)
    return found


def _same(name: str) -> str:
    """Return a name in one of the two forms that systems keep letters with accents in."""
    return unicodedata.normalize("NFC", name)


def places_of(names: Mapping[str, Sequence[str]], groups: Mapping[str, Place]) -> dict[str, Place]:
    """Return the place of each recording, as a table tells it.

    Args:
        names: By path, what a table may call it.
        groups: What `read_groups` gives.

    Raises:
        DataError: A recording is not in the table.
    """
    places = {}
    for path, called in names.items():
        place = next((groups[name] for name in map(_same, called) if name in groups), None)
        if place is None:
            raise DataError(
                f"{path}: the table of groups has no recording {called[0]}; it has "
                f"{_some(list(groups)) or 'none'}."
            )
        places[path] = place
    return places


def not_given(names: Mapping[str, Sequence[str]], groups: Mapping[str, Place]) -> str:
    """Return, in words, which recordings of a table are none of these; "" where all are there.

    Args:
        names: As for `places_of`.
        groups: What `read_groups` gives.
    """
    known = {_same(name) for called in names.values() for name in called}
    return _some([name for name in groups if name not in known])


def _some(names: Sequence[str]) -> str:
    return ", ".join(names[:_N_TOLD]) + (" and others" if len(names) > _N_TOLD else "")
