"""Puts small files in the place of large libraries that are there for nothing.

PyAV's FFmpeg is linked with encoders of which the program uses none, and without which it does not
load: a library of the same name has the same names in it, and each encoder says that it can't be
opened. OpenCV brings FFmpeg a second time; where it is the same version, PyAV's is taken.
"""

import re
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from typing import Final, NamedTuple

from pruning import Entry

ENCODERS: Final = {"libx264": "0", "libx265": "0", "libSvtAv1Enc": "0x80001000u"}
"""Their names, and what each of their functions returns: no encoder, or that something failed."""
_FFMPEG: Final = re.compile(r"lib(avcodec|avformat|avutil|swresample|swscale)-\w+\.so\.([\d.]+)")
_OWN, _SECOND = "av.libs", "opencv_python_headless.libs"


class Symbol(NamedTuple):
    """A name that a library exports.

    Attributes:
        name: Of the function or data.
        n_bytes: Of data; 0 for a function.
    """

    name: str
    n_bytes: int


def without_encoders(entries: list[Entry], folder: Path) -> list[Entry]:
    """Return the files with stand-ins for PyAV's encoders; as they are where nothing can make them.

    Args:
        entries: Files inside the program.
        folder: Where the stand-ins go.
    """
    if shutil.which("cc") is None or shutil.which("nm") is None:
        return entries
    return [
        (inside, str(standin(Path(source), _answer(inside), folder)), kind)
        if kind != "SYMLINK" and _answer(inside)
        else (inside, source, kind)
        for inside, source, kind in entries
    ]


def _answer(inside: str) -> str:
    path = PurePosixPath(inside)
    return ENCODERS.get(path.name.partition("-")[0], "") if path.parts[0] == _OWN else ""


def standin(library: Path, answer: str, folder: Path) -> Path:
    """Return a library with the names of another one, whose functions do nothing.

    Args:
        library: Whose place it takes.
        answer: What each function returns, as C.
        folder: Where it goes.

    Raises:
        SystemExit: It can't be made.
    """
    code = folder / f"{library.name}.c"
    lines = []
    for symbol in exported(library):
        if symbol.n_bytes:
            lines.append(f"char {symbol.name}[{symbol.n_bytes}];")
        else:
            # The caller takes of it what it expects: a number or an address.
            lines.append(f"unsigned long {symbol.name}(void) {{ return {answer}; }}")
    code.write_text("\n".join(lines) + "\n", encoding="utf-8")
    made = folder / library.name
    command = ["cc", "-shared", "-fPIC", "-Os", "-nostdlib", "-s", "-w", "-fno-builtin"]
    command += ["-Wl,--build-id=none", f"-Wl,-soname,{library.name}", "-o", str(made), str(code)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"No stand-in for {library.name}:\n{done.stderr[-2000:]}")
    return made


def exported(library: Path) -> list[Symbol]:
    """Return the names that C programs can use of a library, in the order of the alphabet."""
    command = ["nm", "-D", "--defined-only", "-S", str(library)]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    found = []
    for line in said.splitlines():
        parts = line.split()
        kind, name = parts[-2], parts[-1].partition("@")[0]
        if not name.isidentifier() or name.startswith("_"):
            continue  # those of C++ are for the library itself
        if kind in "TWi":
            found.append(Symbol(name, 0))
        elif kind in "DBRVC" and len(parts) == 4:
            found.append(Symbol(name, int(parts[1], 16)))
    return sorted(set(found))


def one_ffmpeg(entries: list[Entry]) -> list[Entry]:
    """Return the files with OpenCV's FFmpeg as links to PyAV's, where it is the same version."""
    own = {key: inside for inside in _names(entries) if (key := _library(inside, _OWN))}
    second = {key: inside for inside in _names(entries) if (key := _library(inside, _SECOND))}
    if not second or not second.keys() <= own.keys():
        return entries  # one of another version would be another library
    links = {second[key]: f"../{own[key]}" for key in second}
    return [
        (inside, links[inside], "SYMLINK") if inside in links else (inside, source, kind)
        for inside, source, kind in entries
    ]


def _names(entries: Iterable[Entry]) -> list[str]:
    return [inside for inside, _, kind in entries if kind != "SYMLINK"]


def _library(inside: str, folder: str) -> tuple[str, str] | None:
    """Return name and version of a library of FFmpeg in a folder; None for all else."""
    path = PurePosixPath(inside)
    found = _FFMPEG.fullmatch(path.name) if path.parts[0] == folder else None
    return (found[1], found[2]) if found else None
