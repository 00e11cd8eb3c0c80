"""Make the packages of this system: `python3 dev.py package [PART...]`.

Into dist/ (or --output): `frozen`, the folder with the program; `archive` and `deb`, which hold
it; `python`, the wheel and the source archive. All of them unless named. The frozen program is made
anew each time; an archive or a Debian package alone takes the one that is there.
"""

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import figures
import freeze
import linux_packages

ROOT = freeze.ROOT
sys.path.insert(0, str(ROOT))

from fer_desktop import __version__  # noqa: E402

PARTS = ("frozen", "archive", "deb", "python")
IS_LINUX = sys.platform.startswith("linux")


def python_packages(output: Path) -> list[Path]:
    """Return the wheel and the source archive."""
    environment = {**os.environ, "SOURCE_DATE_EPOCH": freeze.commit_time()}
    # Not isolated: hatchling is in this environment, in a version that is known.
    command = [sys.executable, "-P", "-m", "build", "--no-isolation", "--outdir", str(output)]
    command.append(str(ROOT))
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"The Python packages can't be made:\n{done.stdout[-2000:]}{done.stderr}")
    return [
        output / f"fer_desktop-{__version__}-py3-none-any.whl",
        output / f"fer_desktop-{__version__}.tar.gz",
    ]


def package(parts: list[str], work: Path, output: Path) -> list[Path]:
    """Make some parts and return their files and folders."""
    work.mkdir(parents=True, exist_ok=True)
    output.mkdir(parents=True, exist_ok=True)
    found: list[Path] = []
    frozen = output / freeze.NAME
    needs_frozen = {"archive", "deb"} & set(parts)
    if "frozen" in parts or (needs_frozen and not (frozen / freeze.NAME).exists()):
        found.append(timed("frozen", lambda: freeze.freeze(work, output, __version__)))
    if "archive" in parts:
        found.append(timed("archive", lambda: linux_packages.archive(frozen, output, __version__)))
    if "deb" in parts:
        made = timed(
            "deb", lambda: linux_packages.debian_package(frozen, work, output, __version__)
        )
        found.append(made)
    if "python" in parts:
        start = time.perf_counter()
        found += python_packages(output)
        print(f"python: {time.perf_counter() - start:.0f} s", flush=True)
    return found


def timed(name: str, make: Callable[[], Path]) -> Path:
    """Make one thing and tell how large it is and how long it took."""
    start = time.perf_counter()
    path = make()
    n_bytes = freeze.size(path) if path.is_dir() else path.stat().st_size
    print(
        f"{name}: {path}, {n_bytes / 1e6:.0f} MB, {time.perf_counter() - start:.0f} s", flush=True
    )
    return path


def main(arguments: list[str] | None = None) -> int:
    """Run the command and return its exit code."""
    parser = argparse.ArgumentParser("python3 dev.py package", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    parser.add_argument("--output", type=Path, default=ROOT / "dist", metavar="DIR")
    parser.add_argument("--work", type=Path, default=ROOT / "build", metavar="DIR")
    parser.add_argument(
        "--report", type=Path, metavar="FILE", help="write sizes and times there, as Markdown"
    )
    options = parser.parse_args(arguments)
    if unknown := set(options.parts) - set(PARTS):
        parser.error(f"no such part: {', '.join(sorted(unknown))}; there are {', '.join(PARTS)}")
    linux_only = ("archive", "deb")
    parts = options.parts or [part for part in PARTS if IS_LINUX or part not in linux_only]
    if not IS_LINUX and set(parts) & set(linux_only):
        parser.error("archive and deb are made on Linux; docs/packaging.md tells of this system.")
    work, output = options.work.resolve(), options.output.resolve()
    found = package(parts, work, output)
    if options.report is not None:
        packed = [path for path in found if path.is_file()]
        page = figures.page(output / freeze.NAME, packed, work, __version__)
        options.report.write_text(page, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
