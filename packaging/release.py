"""Make a release of this system: `python3 dev.py release VERSION`.

From a clean checkout whose version is VERSION and whose changelog tells of it, all packages are
made twice, each time in a fresh clone; they have to come out the same, byte by byte. Into
dist/VERSION go the packages, their bill of materials and SHA256SUMS.
"""

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import freeze
import sbom
from smoke_test import SmokeError, smoke_test

ROOT = freeze.ROOT
sys.path.insert(0, str(ROOT))

from fer_desktop import __version__  # noqa: E402

SUMS = "SHA256SUMS"


def why_not(version: str) -> str:
    """Return what stands against a release of this checkout; "" is nothing."""
    if version != __version__:
        return f"fer_desktop/__init__.py says version {__version__}, not {version}."
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    if not any(line.startswith(f"## {version}") for line in changes.splitlines()):
        return f"CHANGELOG.md has no heading '## {version}'."
    done = subprocess.run(
        ["git", "-C", str(ROOT), "status", "--porcelain"],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        return "this is no git checkout."
    if done.stdout.strip():
        return f"the checkout is not clean:\n{done.stdout.rstrip()}"
    return ""


def build(source: Path, output: Path) -> list[Path]:
    """Make all packages in a fresh clone and return them, by name."""
    shutil.rmtree(source, ignore_errors=True)
    clone = ["git", "clone", "--quiet", "--no-local", str(ROOT), str(source)]
    subprocess.run(clone, check=True)
    command = [sys.executable, str(source / "packaging" / "package.py")]
    command += ["--output", str(output), "--work", str(source / "build")]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": freeze.commit_time()}
    if subprocess.run(command, env=environment, check=False).returncode:
        raise SystemExit("release.py: the packages can't be made.")
    return sorted(path for path in output.iterdir() if path.is_file())


def checksums(files: list[Path]) -> dict[str, str]:
    """Return the SHA-256 of each file, by its name."""
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


def differences(first: Path, second: Path) -> list[str]:
    """Return the files of two folders that are not the same, or not in both."""
    names = {
        path.relative_to(folder)
        for folder in (first, second)
        for path in folder.rglob("*")
        if path.is_file() and not path.is_symlink()
    }
    return sorted(str(name) for name in names if _content(first / name) != _content(second / name))


def _content(file: Path) -> bytes | None:
    return file.read_bytes() if file.is_file() else None


def release(output: Path) -> dict[str, str]:
    """Make the release and return its checksums, by file name.

    Raises:
        SystemExit: The two builds differ, or the program does not pass the smoke test.
    """
    shutil.rmtree(output, ignore_errors=True)
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        # The same folder for both: the fact to be shown is that time and chance leave no trace.
        source = work / "source"
        first = build(source, work / "first")
        second = build(source, work / "second")
        sums = checksums(first)
        if sums != checksums(second):
            found = differences(work / "first", work / "second")
            raise SystemExit(f"release.py: two builds differ in {', '.join(found[:20])}")
        frozen = work / "first" / freeze.NAME
        try:
            print(smoke_test(frozen, with_xvfb=bool(shutil.which("Xvfb")), limit_s=2.0, keep=None))
        except SmokeError as failure:
            raise SystemExit(f"release.py: {failure}") from failure
        output.mkdir(parents=True)
        for file in first:
            shutil.move(file, output / file.name)
        bill = output / f"{freeze.NAME}-{__version__}.cdx.json"
        bill.write_text(sbom.bill_of_materials(frozen, __version__), encoding="utf-8")
        sums |= checksums([bill])
    lines = [f"{checksum}  {name}\n" for name, checksum in sorted(sums.items())]
    (output / SUMS).write_text("".join(lines), encoding="utf-8")
    return sums


def main(arguments: list[str] | None = None) -> int:
    """Run the command and return its exit code."""
    parser = argparse.ArgumentParser("python3 dev.py release", description=__doc__)
    parser.add_argument("version", metavar="VERSION", help="as fer_desktop/__init__.py has it")
    options = parser.parse_args(arguments)
    if problem := why_not(options.version):
        print(f"release.py: {problem}", file=sys.stderr)
        return 1
    output = ROOT / "dist" / options.version
    for name, checksum in sorted(release(output).items()):
        print(f"{checksum}  {output / name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
