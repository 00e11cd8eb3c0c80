"""Leaves out libraries that only left-out plugins needed, and what only debuggers read."""

import posixpath
import shutil
import subprocess
from collections.abc import Callable
from pathlib import PurePosixPath
from typing import Any, Final

Entry = tuple[str, str, str]
"""A file inside the program, where it comes from, and its kind, as PyInstaller lists them."""
Imports = Callable[[str], Any]
"""Returns the names of the libraries that a file is linked with, as pairs of name and path."""
_FOLDERS: Final = ("opencv_python_headless.libs", "pillow.libs")
"""Whose libraries are linked with, and never loaded by name."""
_STRIPPED: Final = ("av", "PIL", "ai_edge_litert")
"""Packages whose modules are whole without what only debuggers read."""


def without_orphans(entries: list[Entry], imports: Imports) -> list[Entry]:
    """Return the files without the shared libraries that no other one of them is linked with.

    Only libraries of the system are meant, which lie at the top, and those that lie beside OpenCV
    and Pillow: others of packages may be loaded by name. Links to what goes, go too.
    """
    kept = list(entries)
    needed = {
        name: set() if kind == "SYMLINK" else _names(imports(source)) for name, source, kind in kept
    }
    while True:
        used = {name for inside, _, _ in kept for name in needed[inside]}
        rest = [entry for entry in kept if not _may_go(entry[0]) or _name(entry[0]) in used]
        if len(rest) == len(kept):
            return _without_dead_links(rest)
        kept = rest


def _may_go(inside: str) -> bool:
    path = PurePosixPath(inside.replace("\\", "/"))
    is_at_place = len(path.parts) == 1 or path.parts[0] in _FOLDERS
    is_library = path.name.startswith("lib") and ".so" in path.name
    return is_at_place and is_library and not path.name.startswith("libpython")


def _name(inside: str) -> str:
    return PurePosixPath(inside.replace("\\", "/")).name


def _without_dead_links(entries: list[Entry]) -> list[Entry]:
    there = {inside for inside, _, _ in entries}
    return [
        (inside, source, kind)
        for inside, source, kind in entries
        if kind != "SYMLINK" or _target(inside, source) in there
    ]


def _target(inside: str, link: str) -> str:
    """Return the file inside the program that a link there leads to."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(inside), link))


def _names(imports: Any) -> set[str]:  # noqa: ANN401 - as PyInstaller gives it
    return {PurePosixPath(name).name for name, _ in imports}


def strip_python(entries: list[Entry], folder: str) -> list[Entry]:
    """Return the files with Python's own and some packages' modules stripped for no debugger.

    Those of NumPy and OpenCV stay as they are: stripping damages some of them.

    Args:
        entries: Files inside the program.
        folder: Where the smaller copies go.
    """
    if shutil.which("strip") is None:
        return entries
    return [
        _stripped(entry, folder) if entry[2] != "SYMLINK" and _is_python(entry[0]) else entry
        for entry in entries
    ]


def _is_python(inside: str) -> bool:
    path = PurePosixPath(inside.replace("\\", "/"))
    is_module = path.parts[0] in _STRIPPED and path.suffix == ".so"
    return inside.startswith("libpython") or "lib-dynload/" in inside or is_module


def _stripped(entry: Entry, folder: str) -> Entry:
    inside, source, kind = entry
    # Modules of one name lie in several folders.
    copy = f"{folder}/{inside.replace('/', '-')}"
    command = ["strip", "--strip-unneeded", "-o", copy, source]
    done = subprocess.run(command, capture_output=True, check=False)
    return entry if done.returncode else (inside, copy, kind)
