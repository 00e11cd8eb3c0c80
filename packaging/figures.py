"""Tells how large the packages are, where the bytes are, and how quickly the program starts."""

import datetime as dt
import os
import platform
import shutil
import sys
from importlib.metadata import version
from pathlib import Path
from typing import Any

import freeze
from smoke_test import smoke_test

sys.path.insert(0, str(freeze.ROOT))

from fer_desktop.vision.doctor import processor

MOST_MB, MOST_PACKED_MB, FIRST_FRAME_S = 400, 120, 2.0
"""The bars: the frozen program, its archive, and seconds to the first analyzed frame."""
_TOOLS = ("pyinstaller", "PySide6-Essentials", "opencv-python-headless", "ai-edge-litert", "numpy")


def everything(work: Path, program_version: str) -> int:
    """Return the bytes of a program that is frozen with nothing left out."""
    os.environ["FER_DESKTOP_ALL"] = "1"
    try:
        frozen = freeze.freeze(work / "everything", work / "everything" / "dist", program_version)
    finally:
        del os.environ["FER_DESKTOP_ALL"]
    n_bytes = freeze.size(frozen)
    shutil.rmtree(work / "everything")
    return n_bytes


def page(frozen: Path, packed: list[Path], work: Path, program_version: str) -> str:
    """Return a page about a frozen program and its packages, as Markdown."""
    n_bytes = freeze.size(frozen)
    smoke = smoke_test(frozen, with_xvfb=bool(shutil.which("Xvfb")), limit_s=60.0, keep=None)
    rows = [("the frozen program", f"{n_bytes / 1e6:.1f} MB", f"at most {MOST_MB} MB")]
    for file in packed:
        bar = f"at most {MOST_PACKED_MB} MB" if file.suffix in (".xz", ".deb") else ""
        rows.append((f"`{file.name}`", f"{file.stat().st_size / 1e6:.1f} MB", bar))
    for key, seconds in smoke.items():
        if key.startswith("window_"):
            kind = key.split("_")[1]
            what = f"window closed after its first analyzed frame, {kind}"
            measured = f"{seconds['warm']} s warm, {seconds['first']} s at first"
            rows.append((what, measured, f"at most {FIRST_FRAME_S:g} s warm"))
    rows += [(f"`fer-desktop {name}`", f"{s:.2f} s", "") for name, s in smoke["commands_s"].items()]
    lines = [f"# Packages of {dt.datetime.now(dt.UTC).date().isoformat()}", ""]
    lines += ["Made by `python3 dev.py package --report FILE`; nothing here is typed by hand.", ""]
    tools = ", ".join(f"{name} {version(name)}" for name in _TOOLS)
    commit = freeze.commit()
    system = f"{processor()}, {os.cpu_count()} cores; {platform.platform()}"
    lines += [f"Commit {commit}; {system}; Python {platform.python_version()}, {tools}.", ""]
    lines += table(("what", "measured", "bar"), rows)
    lines += ["", "## Where the bytes are", ""]
    parts = freeze.largest(frozen)
    rest = n_bytes - sum(size for _, size in parts)
    sizes = [(name, f"{size / 1e6:.1f}") for name, size in [*parts, ("all others", rest)]]
    lines += table(("part of `_internal`", "MB"), sizes)
    whole = everything(work, program_version)
    lines += ["", f"Frozen with nothing left out it has {whole / 1e6:.1f} MB."]
    return "\n".join(lines) + "\n"


def table(head: tuple[str, ...], rows: list[Any]) -> list[str]:
    """Return a table's lines."""
    lines = [head, ("---",) * len(head), *rows]
    return ["| " + " | ".join(row) + " |" for row in lines]
