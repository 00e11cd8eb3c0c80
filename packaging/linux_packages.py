"""Packs the frozen program for Linux: a Debian package and an archive to unpack anywhere.

Nothing of the time or the user of the build goes into either, so the same files make the same
package.
"""

import gzip
import os
import shutil
import subprocess
import sys
import tarfile
from datetime import UTC, datetime
from pathlib import Path

import made
from freeze import NAME, ROOT, commit_time, size

HERE = Path(__file__).parent / "linux"
LIBRARY = Path("usr/lib", NAME)
PROGRAMS = ("fer-desktop", "fer-desktop-window")
DEPENDS = {
    # Libraries are copied from the computer of the build, and these ask for its own C library.
    "libc6": "",
    # Drivers bring their own, so none can be packed.
    "libgl1": "",
    "libegl1": "",
}
RECOMMENDS = (
    # A desktop has them; without any font there are no letters.
    *("fonts-dejavu-core", "libwayland-cursor0", "libwayland-egl1"),
    # The camera doctor names its command.
    "v4l-utils",
)
_ARCHITECTURES = {"x86_64": "amd64", "aarch64": "arm64"}
_CONTROL = """\
Package: fer-desktop
Version: {version}
Architecture: {architecture}
Maintainer: The FER Desktop authors
Installed-Size: {kilobytes}
Depends: {depends}
Recommends: {recommends}
Section: science
Priority: optional
Description: read facial expressions live from a webcam
 FER Desktop shows the picture of a camera, a video or pictures, finds the faces
 in it and names what each looks like: anger, contempt, disgust, fear, happiness,
 neutral, sadness or surprise, or says that it is not sure.
 .
 Everything runs on this computer: no picture leaves it, and none is stored
 unless you save it.
"""


def machine() -> str:
    """Return the kind of processor, as file names have it."""
    return os.uname().machine


def date() -> str:
    """Return the day of the last commit."""
    return datetime.fromtimestamp(int(commit_time()), UTC).strftime("%Y-%m-%d")


def glibc() -> str:
    """Return the version of the C library here, below which the frozen program does not start."""
    return os.confstr("CS_GNU_LIBC_VERSION").split()[-1]  # type: ignore[union-attr]


def manual_page() -> bytes:
    """Return the manual page of the command line."""
    options = {
        "--module": "fer_desktop.cli.commands",
        "--function": "build_parser",
        "--project-name": "FER Desktop",
        "--prog": "fer-desktop",
        "--description": "read facial expressions live from a webcam",
        "--manual-title": "FER Desktop",
    }
    command = [sys.executable, "-P", "-c", "from argparse_manpage.cli import main; main()"]
    command += [word for pair in options.items() for word in pair]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": commit_time(), "COLUMNS": "80"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=False)
    if done.returncode:
        raise SystemExit(f"The manual page can't be made: {done.stderr.decode()}")
    return done.stdout


def lay_out(frozen: Path, root: Path, pictures: Path, version: str) -> None:
    """Put all files of the package where they lie on a computer that has it.

    Args:
        frozen: The frozen program.
        root: Stands for the computer's own root.
        pictures: What `made.make` has drawn.
        version: Of the program.
    """
    shutil.copytree(frozen, root / LIBRARY, symlinks=True)
    programs = root / "usr/bin"
    programs.mkdir(parents=True)
    for name in PROGRAMS:
        (programs / name).symlink_to(f"../lib/{NAME}/{name}")
    share = root / "usr/share"
    _write(share / "applications/fer-desktop.desktop", (HERE / "fer-desktop.desktop").read_bytes())
    text = (HERE / "fer-desktop.metainfo.xml").read_text(encoding="utf-8")
    text = text.replace("@VERSION@", version).replace("@DATE@", date())
    _write(share / "metainfo/fer-desktop.metainfo.xml", text.encode())
    for side in made.PNG_SIDES:
        icon = share / f"icons/hicolor/{side}x{side}/apps/fer-desktop.png"
        _write(icon, (pictures / f"fer-desktop-{side}.png").read_bytes())
    _write(share / "icons/hicolor/scalable/apps/fer-desktop.svg", made.DRAWING.read_bytes())
    page = gzip.compress(manual_page(), mtime=0)
    for name in PROGRAMS:
        _write(share / f"man/man1/{name}.1.gz", page)
    _write(share / "doc/fer-desktop/copyright", (ROOT / "LICENSE").read_bytes())
    changes = gzip.compress((ROOT / "CHANGELOG.md").read_bytes(), mtime=0)
    _write(share / "doc/fer-desktop/changelog.gz", changes)


def _write(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)


def even_out(root: Path) -> None:
    """Give all files the date of the commit and the rights that any computer expects."""
    seconds = int(commit_time())
    for path in sorted(root.rglob("*"), reverse=True):
        if not path.is_symlink():
            runs = path.is_dir() or path.stat().st_mode & 0o100
            path.chmod(0o755 if runs else 0o644)
        os.utime(path, (seconds, seconds), follow_symlinks=False)
    root.chmod(0o755)
    os.utime(root, (seconds, seconds))


def debian_package(frozen: Path, work: Path, output: Path, version: str) -> Path:
    """Return the Debian package that is made of a frozen program."""
    root = work / "deb"
    shutil.rmtree(root, ignore_errors=True)
    lay_out(frozen, root, work / "made", version)
    architecture = _ARCHITECTURES.get(machine(), machine())
    depends = {**DEPENDS, "libc6": f">= {glibc()}"}
    control = _CONTROL.format(
        version=version,
        architecture=architecture,
        kilobytes=-(-size(root) // 1024),
        recommends=", ".join(RECOMMENDS),
        depends=", ".join(
            f"{name} ({least})" if least else name for name, least in depends.items()
        ),
    )
    _write(root / "DEBIAN/control", control.encode())
    even_out(root)
    package = output / f"{NAME}_{version}_{architecture}.deb"
    command = ["dpkg-deb", "--root-owner-group", "-Zxz", "--build", str(root), str(package)]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": commit_time()}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"dpkg-deb failed: {done.stderr.strip()}")
    return package


def archive(frozen: Path, output: Path, version: str) -> Path:
    """Return a `.tar.xz` of a frozen program."""
    name = f"{NAME}-{version}-linux-{machine()}"
    file = output / f"{name}.tar.xz"
    seconds = int(commit_time())

    def plain(entry: tarfile.TarInfo) -> tarfile.TarInfo:
        entry.uid = entry.gid = 0
        entry.uname = entry.gname = "root"
        entry.mtime = seconds
        runs = entry.isdir() or entry.issym() or entry.mode & 0o100
        entry.mode = 0o755 if runs else 0o644
        return entry

    with tarfile.open(file, "w:xz", format=tarfile.GNU_FORMAT, preset=6) as packed:
        for path in [frozen, *sorted(frozen.rglob("*"))]:
            inside = Path(name, path.relative_to(frozen))
            packed.add(path, str(inside), recursive=False, filter=plain)
    return file
