"""Which participant and condition a recording is of: from a small table, or from its name."""

import csv
import re
from collections.abc import Mapping, Sequence
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


def place_of(name: str) -> Place:
    """Return what a name tells, such as `sub-01_task-film`; else it is a participant of its own."""
    found = {what: pattern.search(name) for what, pattern in _NAMED.items()}
    participant, condition = found["participant"], found["condition"]
    return Place(participant[1] if participant else name, condition[1] if condition else EVERYTHING)


def read_groups(file: Path) -> dict[str, Place]:
    """Return the places by recording that a table with these columns gives.

    The columns are `recording` (the name of a session's folder or of a video), `participant` and
    `condition`, parted by commas, semicolons or tabs; others are not looked at.

    Raises:
        DataError: It can't be read, lacks a column, or has a recording twice.
    """
    try:
        text = read_whole(file, _MOST_BYTES).decode("utf-8-sig")
    except OSError as error:
        raise DataError(f"{file}: the groups can't be read ({reason(error)}).") from error
    except UnicodeDecodeError as error:
        raise DataError(f"{file}: the groups can't be read (they are no UTF-8).") from error
    head = text.partition("\n")[0]
    delimiter = max(",;\t", key=head.count)
    lines = csv.DictReader(text.splitlines(), delimiter=delimiter)
    missing = [name for name in COLUMNS if name not in (lines.fieldnames or ())]
    if missing:
        raise DataError(
            f"{file}: the column {missing[0]} is missing; a table of groups has "
            f"{', '.join(COLUMNS)}."
        )
    found: dict[str, Place] = {}
    for line in lines:
        name, participant, condition = (str(line[column] or "").strip() for column in COLUMNS)
        participant, condition = inert(participant), inert(condition)
        if name in found:
            raise DataError(f"{file}: the recording {name} is there twice.")
        if name:
            found[name] = Place(participant or name, condition or EVERYTHING)
    return found


def places_of(
    names: Mapping[str, Sequence[str]], groups: Mapping[str, Place] | None
) -> dict[str, Place]:
    """Return the place of each recording.

    Args:
        names: By path, what a table may call it; the first is taken where there is no table.
        groups: What `read_groups` gives; None reads the names.

    Raises:
        DataError: A recording is not in the table.
    """
    if groups is None:
        return {path: place_of(called[0]) for path, called in names.items()}
    places = {}
    for path, called in names.items():
        place = next((groups[name] for name in called if name in groups), None)
        if place is None:
            raise DataError(f"{path}: the table of groups has no recording {called[0]}.")
        places[path] = place
    return places
