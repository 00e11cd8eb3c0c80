"""Leaves out libraries that only left-out plugins needed, and what only debuggers read."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import PurePosixPath
from typing import Any

Entry = tuple[str, str, str]
"""A file inside the program, where it comes from, and its kind, as PyInstaller lists them."""
Imports = Callable[[str], Any]
"""Returns the names of the libraries that a file is linked with, as pairs of name and path."""


def without_orphans(entries: list[Entry], imports: Imports) -> list[Entry]:
    """Return the files without the shared libraries that no other one of them is linked with.

    Only libraries of the system are meant, which lie at the top: those of packages lie in folders,
    and may be loaded by name.
    """
    kept = list(entries)
    needed = {name: _names(imports(source)) for name, source, _ in kept}
    while True:
        used = {name for inside, _, _ in kept for name in needed[inside]}
        rest = [entry for entry in kept if not _is_system_library(entry[0]) or entry[0] in used]
        if len(rest) == len(kept):
            return rest
        kept = rest


def _is_system_library(inside: str) -> bool:
    path = PurePosixPath(inside.replace("\\", "/"))
    is_alone = len(path.parts) == 1 and path.name.startswith("lib") and ".so" in path.name
    return is_alone and not path.name.startswith("libpython")


def _names(imports: Any) -> set[str]:  # noqa: ANN401 - as PyInstaller gives it
    return {PurePosixPath(name).name for name, _ in imports}


def strip_python(entries: list[Entry], folder: str) -> list[Entry]:
    """Return the files with Python's own and PyAV's modules stripped of what only debuggers read.

    Those of NumPy and OpenCV stay as they are: stripping damages some of them.

    Args:
        entries: Files inside the program.
        folder: Where the smaller copies go.
    """
    if shutil.which("strip") is None:
        return entries
    return [_stripped(entry, folder) if _is_python(entry[0]) else entry for entry in entries]


def _is_python(inside: str) -> bool:
    path = PurePosixPath(inside.replace("\\", "/"))
    is_of_pyav = path.parts[0] == "av" and path.suffix == ".so"
    return inside.startswith("libpython") or "lib-dynload/" in inside or is_of_pyav


def _stripped(entry: Entry, folder: str) -> Entry:
    inside, source, kind = entry
    # Modules of one name lie in several folders.
    copy = f"{folder}/{inside.replace('/', '-')}"
    command = ["strip", "--strip-unneeded", "-o", copy, source]
    done = subprocess.run(command, capture_output=True, check=False)
    return entry if done.returncode else (inside, copy, kind)
