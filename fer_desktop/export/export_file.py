"""The one door through which the files of exports are written."""

import json
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import Final

from fer_desktop.core.errors import SettingsError
from fer_desktop.core.rows import Row
from fer_desktop.export.exclusion_file import EXCLUSIONS_FILE
from fer_desktop.export.export_info import ExportInfo
from fer_desktop.export.formats import Format, files_of, require
from fer_desktop.export.session_files import FACES_FILE, INFO_FILE, MARKERS_FILE, VIDEO_FILE
from fer_desktop.system.files import Draft, reason

_OF_SESSIONS: Final = (INFO_FILE, FACES_FILE, MARKERS_FILE, VIDEO_FILE, EXCLUSIONS_FILE)


def export(
    form: Format,
    rows: Iterable[Row],
    path: Path,
    info: ExportInfo,
    check: Callable[[], None] | None = None,
) -> None:
    """Write a file of a format, and the JSON file beside it; nothing half-written is left.

    Args:
        form: The format.
        rows: What is written.
        path: The file; one that is there is written over.
        info: What is told of the rows.
        check: Called before the files get their names; what it raises leaves all as it was.

    Raises:
        SettingsError: A needed package is not installed, the file can't be written, or it would
            replace a part of a recorded session.
    """
    require(form)
    files = files_of(form, path)
    _spare_sessions(files)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with ExitStack() as stack:
            drafts = [stack.enter_context(Draft(file, chosen=file == path)) for file in files]
            form.write(rows, drafts[0].path, info)
            if form.about is not None:
                text = json.dumps(form.about(info), indent=1)
                drafts[1].path.write_text(text + "\n", encoding="utf-8")
            if check is not None:
                check()
            for draft in drafts:
                draft.commit()
    except OSError as error:
        raise SettingsError(f"{path}: can't be written ({reason(error)}).") from error


def _spare_sessions(files: Iterable[Path]) -> None:
    for file in files:
        # Some systems take capital and small letters for the same.
        if file.name.lower() in _OF_SESSIONS and (file.parent / INFO_FILE).is_file():
            raise SettingsError(
                f"{file} is a part of a recorded session; choose another name or folder."
            )
