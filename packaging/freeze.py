"""Freezes the program with PyInstaller into one folder that needs no Python."""

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import made

ROOT = Path(__file__).resolve().parents[1]
NAME = "fer-desktop"


def commit_time() -> str:
    """Return the seconds since 1970 of the last commit: the date of all that is packed."""
    if known := os.environ.get("SOURCE_DATE_EPOCH"):
        return known
    command = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    # An unpacked source archive has no history, but files.
    return done.stdout.strip() or str(int((ROOT / "pyproject.toml").stat().st_mtime))


def commit() -> str:
    """Return the short name of the last commit; "unknown" outside a checkout."""
    command = ["git", "-C", str(ROOT), "rev-parse", "--short", "HEAD"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stdout.strip() or "unknown"


def freeze(work: Path, output: Path, version: str) -> Path:
    """Return the folder with the program; an older one in its place is replaced.

    Args:
        work: Where files go that nobody needs later.
        output: Where the folder is made.
        version: Of the program.
    """
    if importlib.util.find_spec("tensorflow") is not None:
        raise SystemExit("TensorFlow is installed here; freeze in an environment without it.")
    made.make(work / "made", version)
    environment = {
        **os.environ,
        "FER_DESKTOP_MADE": str(work / "made"),
        # The same input gives the same files: no order by chance, no time of today.
        "PYTHONHASHSEED": "0",
        "SOURCE_DATE_EPOCH": commit_time(),
    }
    spec = ROOT / "packaging" / "fer_desktop.spec"
    folders = ["--distpath", str(output), "--workpath", str(work / "pyinstaller")]
    # -P: this folder's name is also that of a library that PyInstaller uses.
    command = [sys.executable, "-P", "-m", "PyInstaller", "--noconfirm", "--clean"]
    command += ["--log-level", "WARN", *folders, str(spec)]
    if subprocess.run(command, cwd=work, env=environment, check=False).returncode:
        raise SystemExit("PyInstaller failed; its messages are above.")
    if sys.platform.startswith("linux"):
        (output / NAME / f"{NAME}-window").symlink_to(NAME)
    return output / NAME


def size(folder: Path) -> int:
    """Return the bytes of all files in a folder, links not followed."""
    return sum(file.lstat().st_size for file in folder.rglob("*") if not file.is_dir())


def largest(folder: Path, n: int = 12) -> list[tuple[str, int]]:
    """Return the largest parts of a frozen program and their bytes, largest first."""
    inside = folder / "_internal"
    parts = [
        (part.name, size(part) if part.is_dir() else part.lstat().st_size)
        for part in inside.iterdir()
    ]
    return sorted(parts, key=lambda part: -part[1])[:n]
