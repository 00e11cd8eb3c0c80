#!/usr/bin/env python3
"""Set up and start FER Desktop from a checkout, on Linux, macOS and Windows.

The first use of a command puts what that command needs, and no more, into `.venv`; later uses only
start it. Standard library only, in the grammar of Python 3.7: an older Python has to get as far as
the sentence that says which ones work.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    # A shared library, program or module, and the Debian packages that bring it: of two names the
    # first one that apt knows.
    Needs = dict[str, tuple[str, ...]]

ROOT = Path(__file__).resolve().parent
STAMP = "fer-desktop-installed"
# requires-python of pyproject.toml, which only tomllib (Python 3.11) could read.
OLDEST, NEWEST = (3, 11), (3, 13)
MAJOR, MINOR = sys.version_info[:2]

EXTRAS = frozenset({"keras"})
GROUPS = frozenset({"dev", "package"})
APP = frozenset({"app"})
# What each part brings, and its size on disk in GB.
PARTS = {
    "app": ("PySide6, OpenCV, PyAV, LiteRT", 0.7),
    "dev": ("the test and lint tools", 0.4),
    "keras": ("TensorFlow", 2.0),
    "package": ("PyInstaller and the packaging tools", 0.1),
}

QT: Needs = {
    "libglib-2.0.so.0": ("libglib2.0-0t64", "libglib2.0-0"),
    "libGL.so.1": ("libgl1",),
    "libEGL.so.1": ("libegl1",),
    "libX11.so.6": ("libx11-6",),
    "libfontconfig.so.1": ("libfontconfig1",),
    "libxkbcommon.so.0": ("libxkbcommon0",),
    "libdbus-1.so.3": ("libdbus-1-3",),
}
# All that Qt's xcb plugin is linked with. Without one of them Qt does not raise, it aborts.
XCB: Needs = {
    "libX11-xcb.so.1": ("libx11-xcb1",),
    "libxcb-cursor.so.0": ("libxcb-cursor0",),
    "libxcb-icccm.so.4": ("libxcb-icccm4",),
    "libxcb-image.so.0": ("libxcb-image0",),
    "libxcb-keysyms.so.1": ("libxcb-keysyms1",),
    "libxcb-randr.so.0": ("libxcb-randr0",),
    "libxcb-render-util.so.0": ("libxcb-render-util0",),
    "libxcb-render.so.0": ("libxcb-render0",),
    "libxcb-shape.so.0": ("libxcb-shape0",),
    "libxcb-shm.so.0": ("libxcb-shm0",),
    "libxcb-sync.so.1": ("libxcb-sync1",),
    "libxcb-util.so.1": ("libxcb-util1",),
    "libxcb-xfixes.so.0": ("libxcb-xfixes0",),
    "libxcb-xkb.so.1": ("libxcb-xkb1",),
    "libxkbcommon-x11.so.0": ("libxkbcommon-x11-0",),
}
PACKAGE: Needs = {"strip": ("binutils",), "git": ("git",), "dpkg-deb": ("dpkg",)}
XVFB: Needs = {"Xvfb": ("xvfb",), "xauth": ("xauth",)}

# Without arguments all cores share the tests. A file's tests stay together: they share what is slow
# to make. Each process may load TensorFlow, so more than four would want too much memory.
# The order, and how many processes there are, is that of tests/conftest.py.
WHOLE_SUITE = ("-n", "auto", "--maxprocesses", "4", "--dist", "loadfile", "--no-loadscope-reorder")

CHECKS = {
    "ruff check": ("-m", "ruff", "check", "."),
    "ruff format": ("-m", "ruff", "format", "--check", "."),
    "mypy": ("-m", "mypy"),
    "vulture": ("-m", "vulture"),
    # Not the script of that name: its first line names the folder in which .venv was made.
    "lint-imports": ("-c", "from importlinter.cli import lint_imports_command as run; run()"),
}


class Job(NamedTuple):
    """What a command needs and starts; a job without a module or script runs CHECKS."""

    summary: str
    parts: frozenset[str]
    libraries: Needs
    programs: Needs
    module: str = ""
    script: str = ""
    # What is frozen is what is installed, so packages are made in an environment of their own.
    venv: str = ".venv"


def packaging_job(summary: str, script: str) -> Job:
    """Return a job that freezes the program."""
    parts, libraries = APP | {"package"}, {**QT, **XCB}
    return Job(summary, parts, libraries, PACKAGE, script=script, venv=".venv-package")


JOBS = {
    "run": Job("start the window", APP, {**QT, **XCB}, {}, "fer_desktop"),
    "test": Job("run the tests", APP | {"dev", "keras"}, {**QT, **XCB}, XVFB, "pytest"),
    "check": Job("run the linters and the type checker", APP | {"dev"}, {}, {}),
    "train": Job("make a bundled model again", APP | {"keras"}, {}, {}, "model.make"),
    "bench": Job("measure speed and detection", APP | {"dev", "keras"}, {}, {}, "model.bench"),
    "fuzz": Job("read files changed at random", APP | {"dev"}, {}, {}, script="docs/fuzz.py"),
    "package": packaging_job("make the packages of this system", "packaging/package.py"),
    "release": packaging_job("make a release and check it", "packaging/release.py"),
}


class DevError(Exception):
    """Ends dev.py with a message for the user and an exit code."""

    def __init__(self, message: str, code: int = 1) -> None:
        super().__init__(message)
        self.code = code


class System:
    """This computer, as far as dev.py asks it; tests put their own answers in its place."""

    is_linux = sys.platform.startswith("linux")

    def is_root(self) -> bool:
        """Say whether apt-get may be used without sudo."""
        return os.geteuid() == 0

    def loads(self, soname: str) -> bool:
        """Say whether the dynamic linker finds the library and all that it is linked with."""
        import ctypes

        try:
            ctypes.CDLL(soname)
        except OSError:
            return False
        return True

    def program(self, name: str) -> str | None:
        """Return the path of a program on the PATH."""
        import shutil

        return shutil.which(name)

    def has_module(self, name: str) -> bool:
        """Say whether this Python can import a module of its standard library."""
        import importlib.util

        importlib.invalidate_caches()  # apt-get may have brought it a moment ago
        return importlib.util.find_spec(name) is not None

    def knows_package(self, name: str) -> bool:
        """Say whether apt has a package of that name to install."""
        return self.capture(["apt-cache", "show", name])[0] == 0

    def capture(self, command: Sequence[str]) -> tuple[int, str]:
        """Run a command without showing what it prints; return its exit code and that."""
        import subprocess

        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        try:
            done = subprocess.run(
                command,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
                errors="replace",
                check=False,
            )
        except OSError as error:
            return 127, str(error)
        return done.returncode, done.stdout

    def call(self, command: Sequence[str], cwd: Path, *, to_stderr: bool = False) -> int:
        """Run a command and return its exit code."""
        import subprocess

        # 2 rather than sys.stderr, which under a test has no file descriptor.
        return subprocess.call(command, cwd=cwd, stdout=2 if to_stderr else None)

    def become(self, command: Sequence[str], cwd: Path, environment: Mapping[str, str]) -> int:
        """End this process as that command; on Windows, which cannot, wait for its exit code."""
        if os.name != "nt":
            os.chdir(cwd)
            os.execve(command[0], list(command), environment)
        import subprocess

        child = subprocess.Popen(command, cwd=cwd, env=environment)
        while True:
            try:
                return child.wait()
            except KeyboardInterrupt:  # the child got it too and decides
                continue


def say(message: str) -> None:
    """Print one line for the user; stdout belongs to the command that is started."""
    print(f"dev.py: {message}", file=sys.stderr, flush=True)


def check_python(version: Sequence[int]) -> None:
    """Stop with a sentence on a Python that FER Desktop does not run on."""
    if OLDEST <= tuple(version[:2]) <= NEWEST:
        return
    known = " or ".join(f"3.{minor}" for minor in range(OLDEST[1], NEWEST[1] + 1))
    found = ".".join(str(number) for number in version[:3])
    raise DevError(f"FER Desktop needs Python {known}; this is {found}. Start dev.py with another.")


def usage() -> str:
    """Return the help text."""
    lines = ["usage: python3 dev.py [--no-uv] COMMAND [ARGUMENT...]", ""]
    lines += [f"  {name:<7} {job.summary}" for name, job in JOBS.items()]
    lines += [
        "",
        "The first use of a command installs what it needs into .venv, or .venv-package.",
        "--no-uv (or FER_NO_UV=1): install with venv and pip even where uv is on the PATH.",
    ]
    return "\n".join(lines)


def parse(arguments: Sequence[str], environment: Mapping[str, str]) -> tuple[str, list[str], bool]:
    """Return the command, its own arguments and whether uv may be used."""
    rest = list(arguments)
    may_use_uv = environment.get("FER_NO_UV", "") in ("", "0")
    while rest and rest[0] == "--no-uv":
        may_use_uv = False
        del rest[0]
    if not rest:
        raise DevError(usage(), 2)
    command = rest.pop(0)
    if command not in JOBS:
        raise DevError(f"unknown command {command!r}\n{usage()}", 2)
    if rest and not (JOBS[command].module or JOBS[command].script):
        raise DevError(f"{command} takes no arguments", 2)
    return command, rest, may_use_uv


# --- what the system has to bring


def lacking(needs: Needs, programs: Needs, modules: Needs, system: System) -> Needs:
    """Return those of the libraries, programs and modules that this computer does not have."""
    found = {name: packages for name, packages in needs.items() if not system.loads(name)}
    found.update({name: p for name, p in programs.items() if system.program(name) is None})
    found.update({name: p for name, p in modules.items() if not system.has_module(name)})
    return found


def packages_for(missing: Needs, system: System) -> list[str]:
    """Return the Debian packages to install, under the names that this release uses."""
    chosen = set()
    for candidates in missing.values():
        known = (name for name in candidates[:-1] if system.knows_package(name))
        chosen.add(next(known, candidates[-1]))
    return sorted(chosen)


def ensure_system(job: Job, modules: Needs, system: System) -> None:
    """Install what the job needs outside .venv; without root say how, and stop."""
    if not system.is_linux:
        return
    missing = lacking(job.libraries, job.programs, modules, system)
    if not missing:
        return
    if system.program("apt-get") is None:
        names = ", ".join(missing)
        raise DevError(f"missing here: {names}. Install them with this system's package manager.")
    if not system.is_root():
        packages = packages_for(missing, system)
        command = f"sudo apt-get install -y --no-install-recommends {' '.join(packages)}"
        if not system.knows_package(packages[-1]):  # a system that never fetched the lists
            command = f"sudo apt-get update && {command}"
        raise DevError(f"first run this: {command}")
    apt_install(missing, system)
    left = lacking(job.libraries, job.programs, modules, system)
    if left:
        raise DevError(f"still missing after apt-get: {', '.join(left)}")


def apt_install(missing: Needs, system: System) -> None:
    """Install Debian packages as root, silently unless that fails."""
    # Another package manager may be at work: wait for it rather than fail.
    apt_get = ["apt-get", "-q", "-o", "DPkg::Lock::Timeout=120"]
    say("fetching the package lists (apt-get update)")
    code, log = system.capture([*apt_get, "update"])
    if code:
        say(f"apt-get update failed, going on with the lists that are here:\n{log.strip()}")
    packages = packages_for(missing, system)
    say(f"installing system packages (apt-get, up to 0.3 GB): {' '.join(packages)}")
    code, log = system.capture([*apt_get, "install", "-y", "--no-install-recommends", *packages])
    if code:
        raise DevError(f"apt-get install failed:\n{log.strip()}")


# --- what .venv has to hold


def venv_python(venv: Path) -> Path:
    """Return where a virtual environment has its interpreter."""
    return venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def stamp_key(root: Path) -> str:
    """Return the fingerprint of all that decides what an installation would bring."""
    import hashlib

    # The folder too: a moved checkout still has the editable install of the old place.
    digest = hashlib.sha256(f"{MAJOR}.{MINOR} {root}".encode())
    for name in ("pyproject.toml", "constraints.txt"):
        digest.update(b"\0" + (root / name).read_bytes())
    return digest.hexdigest()


def installed_parts(venv: Path, key: str) -> frozenset[str]:
    """Return what the stamp says is installed for this key; nothing without a valid stamp."""
    if not venv_python(venv).exists():  # also where the system's Python is gone
        return frozenset()
    try:
        stamped, *parts = (venv / STAMP).read_text(encoding="utf-8").split()
    except (OSError, ValueError):
        return frozenset()
    return frozenset(parts) if stamped == key else frozenset()


def write_stamp(venv: Path, key: str, parts: Iterable[str]) -> None:
    """Record, in one step, that these parts are installed completely."""
    draft = venv / f"{STAMP}.part"
    draft.write_text("\n".join([key, *sorted(parts)]) + "\n", encoding="utf-8")
    draft.replace(venv / STAMP)


def is_usable(venv: Path, *, with_pip: bool) -> bool:
    """Say whether packages can be added to an environment that is there already."""
    if not venv_python(venv).exists():
        return False
    try:
        lines = (venv / "pyvenv.cfg").read_text(encoding="utf-8").splitlines()
    except OSError:
        return False
    pairs = [[part.strip() for part in line.split("=", 1)] for line in lines if "=" in line]
    settings = {pair[0]: pair[1] for pair in pairs}
    # venv writes version, uv writes version_info.
    version = settings.get("version", settings.get("version_info", ""))
    if version.split(".")[:2] != [str(MAJOR), str(MINOR)]:
        return False
    places = ("Lib/site-packages/pip", "lib/python*/site-packages/pip")
    return not with_pip or any(True for place in places for _ in venv.glob(place))


def group_requirements(root: Path, group: str) -> list[str]:
    """Return a dependency group as requirements, for a pip below 25.1, which has no --group."""
    import tomllib

    tables = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    requirements = []
    for entry in tables["dependency-groups"][group]:
        if isinstance(entry, str):
            requirements.append(entry)
        else:
            requirements += group_requirements(root, entry["include-group"])
    return requirements


def install_arguments(root: Path, parts: frozenset[str]) -> list[str]:
    """Return the arguments that pip and uv share."""
    extras = ",".join(sorted(parts & EXTRAS))
    arguments = ["-c", "constraints.txt", "-e", f".[{extras}]" if extras else "."]
    for group in sorted(parts & GROUPS):
        arguments += group_requirements(root, group)
    return arguments


def announcement(parts: Iterable[str], tool: str, folder: str = ".venv") -> str:
    """Return the line that says what is installed, with what and how large it is."""
    contents = [PARTS[part] for part in sorted(parts)]
    names, size = " and ".join(name for name, _ in contents), sum(s for _, s in contents)
    return f"installing {names} into {folder} with {tool}, about {size:.1f} GB"


def install_steps(root: Path, parts: frozenset[str], uv: str | None, venv: Path) -> list[list[str]]:
    """Return the commands that put these parts into venv, with the making of it if needed."""
    python = str(venv_python(venv))
    # The interpreter behind an activated .venv, which would otherwise delete itself.
    base = getattr(sys, "_base_executable", None) or sys.executable
    if uv:
        make = [uv, "venv", "--quiet", "--python", base]
        add = [uv, "pip", "install", "--quiet", "--python", python]
    else:
        make = [base, "-m", "venv"]
        add = [python, "-m", "pip", "install", "-qq", "--disable-pip-version-check"]
    steps = [[*add, *install_arguments(root, parts)]]
    if not is_usable(venv, with_pip=not uv):
        steps.insert(0, [*make, "--clear", str(venv)])
    return steps


def install(root: Path, job: Job, uv: str | None, system: System) -> None:
    """Put the project and the job's parts into its venv; leave no stamp unless all went well."""
    venv, parts = root / job.venv, job.parts
    key = stamp_key(root)
    # Making .venv anew, say for pip where uv had made it, empties it first.
    had = installed_parts(venv, key) if is_usable(venv, with_pip=not uv) else frozenset()
    (venv / STAMP).unlink(missing_ok=True)
    tool = "uv" if uv else "pip"
    say(announcement(parts - had, tool, job.venv))
    for step in install_steps(root, parts, uv, venv):
        code = system.call(step, root, to_stderr=True)
        if code:
            hint = "; python3 dev.py --no-uv COMMAND takes pip instead" if uv else ""
            raise DevError(f"the installation with {tool} failed (exit code {code}){hint}")
    write_stamp(venv, key, had | parts)


# --- the commands


def prepare(job: Job, *, may_use_uv: bool, root: Path, system: System) -> None:
    """Make sure that the job finds all it needs, here and in its venv."""
    venv = root / job.venv
    complete = job.parts <= installed_parts(venv, stamp_key(root))
    uv = system.program("uv") if may_use_uv and not complete else None
    modules: Needs = {}
    if not complete and not uv and not is_usable(venv, with_pip=True):
        # Debian keeps ensurepip, without which venv makes no pip, in a package of its own.
        modules["ensurepip"] = (f"python3.{MINOR}-venv", "python3-venv")
    ensure_system(job, modules, system)
    if not complete:
        install(root, job, uv, system)


def run_checks(python: str, root: Path, system: System) -> int:
    """Run all checks, also after one failed, and return 1 if any did."""
    failed = []
    for name, arguments in CHECKS.items():
        say(name)
        if system.call([python, *arguments], root):
            failed.append(name)
    if failed:
        say(f"failed: {', '.join(failed)}")
    return 1 if failed else 0


def start(command: str, arguments: Sequence[str], root: Path, system: System) -> int:
    """Run the command in its venv and return its exit code."""
    job = JOBS[command]
    python = str(venv_python(root / job.venv))
    environment = dict(os.environ)
    if job.script:
        return system.become([python, str(root / job.script), *arguments], Path.cwd(), environment)
    if not job.module:
        return run_checks(python, root, system)
    if job.module == "pytest":
        environment["QT_QPA_PLATFORM"] = environment.get("QT_QPA_PLATFORM") or "offscreen"
        options = arguments or WHOLE_SUITE
        return system.become([python, "-m", "pytest", *options], root, environment)
    # Paths among the arguments are the user's, so the folder stays, and -P keeps what lies in that
    # folder from being taken for one of our modules.
    command_line = [python, "-P", "-m", job.module, *arguments]
    return system.become(command_line, Path.cwd(), environment)


def main(arguments: Sequence[str], root: Path = ROOT, system: System | None = None) -> int:
    """Run one command and return its exit code."""
    system = system or System()
    try:
        if arguments and arguments[0] in ("-h", "--help"):
            print(usage())
            return 0
        command, rest, may_use_uv = parse(arguments, os.environ)
        check_python(sys.version_info[:3])
        prepare(JOBS[command], may_use_uv=may_use_uv, root=root, system=system)
        return start(command, rest, root, system)
    except DevError as error:
        say(str(error))
        return error.code
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
