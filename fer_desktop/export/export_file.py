"""The one door through which the files of exports are written."""

import json
import shutil
import tempfile
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from fer_desktop.core.errors import SettingsError
from fer_desktop.export.export_info import ExportInfo
from fer_desktop.export.formats import Format, files_of, require
from fer_desktop.export.output_check import spare_session
from fer_desktop.sessions.rows import Row
from fer_desktop.system.files import Draft, reason
from fer_desktop.system.locks import HeldError
from fer_desktop.system.outputs import folder_for, only_writer


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
        SettingsError: A needed package is not installed, the file can't be written, another run
            writes it, or it would replace a part of a recorded session.
    """
    require(form)
    files = files_of(form, path)
    for file in files:
        spare_session(file)
    try:
        with folder_for(path.parent), ExitStack() as stack:
            drafts = [stack.enter_context(Draft(path, chosen=True))]
            if not drafts[0].is_special:  # beside a device is no place for files
                drafts += [stack.enter_context(Draft(file)) for file in files[1:]]
            with only_writer(drafts[0]):
                _write(form, rows, drafts[0], info)
                if form.about is not None and len(drafts) > 1:
                    text = json.dumps(form.about(replace(info, file=path.name)), indent=1)
                    drafts[1].path.write_text(text + "\n", encoding="utf-8")
                if check is not None:
                    check()
            for draft in drafts:
                draft.commit()
    except HeldError:
        raise SettingsError(
            f"{path}: another run writes it at this moment; wait for its end, or choose another "
            "file."
        ) from None
    except OSError as error:
        raise SettingsError(f"{path}: can't be written ({reason(error)}).") from error


def _write(form: Format, rows: Iterable[Row], draft: Draft, info: ExportInfo) -> None:
    if not (draft.is_special and form.seeks):
        form.write(rows, draft.path, info)
        return
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / f"whole{form.suffix}"
        form.write(rows, whole, info)
        with whole.open("rb") as file, draft.path.open("wb") as target:
            shutil.copyfileobj(file, target)
