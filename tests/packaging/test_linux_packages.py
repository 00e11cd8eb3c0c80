"""Debian package and archive: complete, started by their names, and the same each time."""

import gzip
import os
import shutil
import subprocess
import sys
import tarfile
import time

import linux_packages
import made
import pytest

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="these packages are for Linux"
)
needs_dpkg = pytest.mark.skipif(shutil.which("dpkg-deb") is None, reason="dpkg-deb is missing")


@pytest.fixture
def work(tmp_path, qapp):
    made.make(tmp_path / "work" / "made", "1.2.3")
    return tmp_path / "work"


def unpacked(package, folder):
    subprocess.run(["dpkg-deb", "--raw-extract", str(package), str(folder)], check=True)
    return folder


@needs_dpkg
def test_the_debian_package_has_all_in_its_place(frozen, work, tmp_path):
    package = linux_packages.debian_package(frozen, work, tmp_path, "1.2.3")
    root = unpacked(package, tmp_path / "root")
    for name in linux_packages.PROGRAMS:
        program = root / "usr/bin" / name
        assert program.is_symlink()
        started = subprocess.run([program.resolve()], capture_output=True, text=True, check=True)
        assert started.stdout == "started\n"
        page = gzip.decompress((root / f"usr/share/man/man1/{name}.1.gz").read_bytes()).decode()
        assert "analyze" in page
        assert "screenshot" in page
    assert (root / "usr/lib/fer-desktop/_internal/libsecond.so").is_symlink()
    for side in (16, 512):
        place = f"usr/share/icons/hicolor/{side}x{side}/apps/fer-desktop.png"
        assert (root / place).read_bytes().startswith(b"\x89PNG")
    control = (root / "DEBIAN/control").read_text()
    assert "Version: 1.2.3\n" in control
    assert "libgl1" in control
    assert f"libc6 (>= {linux_packages.glibc()})" in control
    entry = (root / "usr/share/applications/fer-desktop.desktop").read_text()
    assert "\nExec=fer-desktop-window\n" in entry
    data = (root / "usr/share/metainfo/fer-desktop.metainfo.xml").read_text()
    assert 'version="1.2.3" date="2023-11-14"' in data
    assert "@" not in data


@needs_dpkg
def test_files_are_everyones_to_read_and_of_the_commits_date(frozen, work, tmp_path):
    package = linux_packages.debian_package(frozen, work, tmp_path, "1.2.3")
    listed = subprocess.run(
        ["dpkg-deb", "--contents", str(package)], capture_output=True, text=True, check=True
    ).stdout.splitlines()
    assert len(listed) > 20
    assert {line.split()[1] for line in listed} == {"root/root"}
    assert {line[:10] for line in listed} <= {
        "drwxr-xr-x",
        "-rw-r--r--",
        "-rwxr-xr-x",
        "lrwxrwxrwx",
    }
    assert {line.split()[3] for line in listed} == {"2023-11-14"}


@needs_dpkg
def test_twice_made_it_is_the_same(frozen, work, tmp_path):
    packages = []
    for number in range(2):
        output = tmp_path / str(number)
        output.mkdir()
        packed = linux_packages.archive(frozen, output, "1.2.3")
        package = linux_packages.debian_package(frozen, work, output, "1.2.3")
        packages.append((packed.read_bytes(), package.read_bytes()))
        now = time.time() - 5000 * (number + 1)
        for file in frozen.rglob("*"):
            os.utime(file, (now, now), follow_symlinks=False)
    assert packages[0] == packages[1]


def test_the_archive_unpacks_to_one_folder_with_the_program(frozen, tmp_path):
    packed = linux_packages.archive(frozen, tmp_path, "1.2.3")
    assert packed.name == f"fer-desktop-1.2.3-linux-{linux_packages.machine()}.tar.xz"
    with tarfile.open(packed) as archive:
        assert {entry.name.split("/")[0] for entry in archive} == {packed.name[:-7]}
        archive.extractall(tmp_path / "there", filter="data")
    program = tmp_path / "there" / packed.name[:-7] / "fer-desktop"
    assert subprocess.check_output([program], text=True) == "started\n"
    assert (program.parent / "_internal" / "libsecond.so").is_symlink()


def test_the_desktop_entry_speaks_the_windows_languages():
    entry = (linux_packages.HERE / "fer-desktop.desktop").read_text(encoding="utf-8")
    for language in ("de", "es", "fr", "zh_CN"):
        assert f"\nComment[{language}]=" in entry
        assert f"\nGenericName[{language}]=" in entry
