"""dev.py: what it decides to install, and when it installs nothing."""

import ast
import importlib.util
import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.fakes import PATIENCE_S

CHECKOUT = Path(__file__).parents[1]
SPEC = importlib.util.spec_from_file_location("dev", CHECKOUT / "dev.py")
dev = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(dev)

MINOR = dev.MINOR
PYPROJECT = """
[project]
name = "x"
optional-dependencies = {keras = ["tensorflow"]}
[dependency-groups]
lint = ["ruff>=0.12"]
dev = ["pytest>=8", {include-group = "lint"}]
package = ["pyinstaller>=6"]
"""


class FakeSystem(dev.System):
    """A Debian where everything but the named things is there; commands are only written down."""

    is_linux = True

    def __init__(self, lacks=(), *, root=False, uv=False, apt=True, apt_brings=True, known=()):
        self.lacks = set(lacks)
        self.root, self.apt_brings, self.known = root, apt_brings, set(known)
        self.programs = {name for name, there in (("uv", uv), ("apt-get", apt)) if there}
        self.calls, self.captured, self.became, self.stamps = [], [], [], []
        self.codes = {}

    def is_root(self):
        return self.root

    def loads(self, soname):
        return soname not in self.lacks

    def has_module(self, name):
        return name not in self.lacks

    def program(self, name):
        there = name in self.programs if name in ("uv", "apt-get") else name not in self.lacks
        return f"/bin/{name}" if there else None

    def capture(self, command):
        self.captured.append(command)
        if command[0] == "apt-cache":
            return (0 if command[2] in self.known else 100), ""
        code = self.codes.get("apt-get install" if "install" in command else "apt-get update", 0)
        if "install" in command and not code and self.apt_brings:
            self.lacks.clear()
        return code, "what apt-get said"

    def call(self, command, cwd, *, to_stderr=False):
        venv = cwd / (".venv-package" if ".venv-package" in str(command) else ".venv")
        self.calls.append([str(part) for part in command])
        self.stamps.append((venv / dev.STAMP).exists())
        if "venv" in command:
            (venv / f"lib/python3.{MINOR}/site-packages/pip").mkdir(parents=True, exist_ok=True)
            dev.venv_python(venv).parent.mkdir(parents=True, exist_ok=True)
            dev.venv_python(venv).touch()
            (venv / "pyvenv.cfg").write_text(f"version = 3.{MINOR}.1\n")
        return next((code for word, code in self.codes.items() if word in command), 0)

    def become(self, command, cwd, environment):
        self.became.append((command, cwd, environment))
        return 7


@pytest.fixture
def root(tmp_path, monkeypatch):
    monkeypatch.delenv("FER_NO_UV", raising=False)
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    (tmp_path / "pyproject.toml").write_text(PYPROJECT)
    (tmp_path / "constraints.txt").write_text("ruff==0.12\n")
    return tmp_path


def stamp_of(root):
    return dev.installed_parts(root / ".venv", dev.stamp_key(root))


# --- Python and the command line


@pytest.mark.parametrize("version", [(3, 10, 9), (3, 14, 0), (2, 7, 18)])
def test_a_python_that_does_not_work_is_told_in_one_sentence(version):
    with pytest.raises(dev.DevError) as told:
        dev.check_python(version)
    text = str(told.value)
    assert "3.11 or 3.12 or 3.13" in text
    assert ".".join(map(str, version)) in text
    assert "\n" not in text


@pytest.mark.parametrize("version", [(3, 11, 0), (3, 12, 9), (3, 13, 20)])
def test_pythons_that_work(version):
    dev.check_python(version)


def test_the_range_of_pythons_is_that_of_the_project():
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    (_, oldest), (_, newest) = dev.OLDEST, dev.NEWEST
    assert project["requires-python"] == f">=3.{oldest},<3.{newest + 1}"


def test_an_old_python_can_read_dev_py_as_far_as_that_sentence():
    ast.parse((CHECKOUT / "dev.py").read_text(encoding="utf-8"), feature_version=(3, 7))


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ([], "usage:"),
        (["fly"], "unknown command 'fly'"),
        (["--fast", "run"], "--fast"),
        (["check", "x"], "no arg"),
    ],
)
def test_wrong_usage_is_exit_code_2(arguments, says, root, capsys):
    system = FakeSystem()
    assert dev.main(arguments, root, system) == 2
    assert says in capsys.readouterr().err
    assert not system.calls + system.became


def test_help_goes_to_stdout(root, capsys):
    assert dev.main(["--help"], root, FakeSystem()) == 0
    out = capsys.readouterr().out
    assert all(f"  {name} " in out for name in dev.JOBS)


@pytest.mark.parametrize(
    ("arguments", "environment", "may_use_uv"),
    [
        (["run", "--help"], {}, True),
        (["--no-uv", "run", "--help"], {}, False),
        (["run", "--help"], {"FER_NO_UV": "1"}, False),
        (["run", "--help"], {"FER_NO_UV": "0"}, True),
    ],
)
def test_what_stands_behind_the_command_is_passed_on(arguments, environment, may_use_uv):
    assert dev.parse(arguments, environment) == ("run", ["--help"], may_use_uv)


# --- what is installed


def test_groups_are_read_from_pyproject_with_the_groups_in_them(root):
    assert dev.group_requirements(root, "dev") == ["pytest>=8", "ruff>=0.12"]


@pytest.mark.parametrize(
    ("command", "expected"),
    [
        ("run", ["-e", "."]),
        ("train", ["-e", ".[keras]"]),
        ("check", ["-e", ".", "pytest>=8", "ruff>=0.12"]),
        ("test", ["-e", ".[keras]", "pytest>=8", "ruff>=0.12"]),
        ("bench", ["-e", ".[keras]", "pytest>=8", "ruff>=0.12"]),
    ],
)
def test_a_job_installs_what_it_needs_and_no_more(command, expected, root):
    arguments = dev.install_arguments(root, dev.JOBS[command].parts)
    assert arguments == ["-c", "constraints.txt", *expected]


def test_the_project_has_every_extra_and_group():
    tables = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))
    assert set(tables["project"]["optional-dependencies"]) >= dev.EXTRAS
    assert set(tables["dependency-groups"]) >= dev.GROUPS
    assert set(dev.PARTS) == dev.EXTRAS | dev.GROUPS | dev.APP


def test_the_first_run_makes_a_venv_with_pip_and_the_second_only_starts(root, capsys):
    system = FakeSystem()
    assert dev.main(["run", "--source", "demo"], root, system) == 7
    venv, pip = system.calls
    assert venv[1:4] == ["-m", "venv", "--clear"]
    assert pip[:4] == [str(dev.venv_python(root / ".venv")), "-m", "pip", "install"]
    assert capsys.readouterr().err.count("\n") == 1
    assert dev.main(["run", "--source", "demo"], root, system) == 7
    assert len(system.calls) == 2
    assert not capsys.readouterr().err
    assert system.became[0] == system.became[1]


def test_the_window_starts_in_the_folder_of_the_user(root):
    system = FakeSystem()
    dev.main(["run", "a.mp4"], root, system)
    command, cwd, environment = system.became[0]
    assert command[1:] == ["-P", "-m", "fer_desktop", "a.mp4"]
    assert cwd == Path.cwd()
    assert "QT_QPA_PLATFORM" not in environment


def test_test_adds_to_what_run_installed(root, capsys):
    system = FakeSystem()
    dev.main(["run"], root, system)
    capsys.readouterr()
    dev.main(["test"], root, system)
    assert len(system.calls) == 3  # no second venv
    assert ".[keras]" in system.calls[2]
    news = capsys.readouterr().err
    assert "TensorFlow" in news
    assert "PySide6" not in news
    assert stamp_of(root) == {"app", "dev", "keras"}
    for command, job in dev.JOBS.items():
        if job.venv == ".venv":
            dev.main([command], root, system)
    assert [call for call in system.calls if "install" in call] == system.calls[1:3]


def test_packages_are_made_without_tensorflow_in_an_environment_of_their_own(root, capsys):
    system = FakeSystem()
    dev.main(["test"], root, system)
    dev.main(["package", "deb"], root, system)
    dev.main(["release", "1.2.3"], root, system)
    ours = [call for call in system.calls if ".venv-package" in str(call)]
    assert len(ours) == 2  # made once, filled once
    assert "pyinstaller>=6" in ours[1]
    assert not any("keras" in part for part in ours[1])
    assert dev.installed_parts(root / ".venv-package", dev.stamp_key(root)) == {"app", "package"}
    python = str(dev.venv_python(root / ".venv-package"))
    commands = [command for command, _, _ in system.became[1:]]
    assert commands == [
        [python, str(root / "packaging/package.py"), "deb"],
        [python, str(root / "packaging/release.py"), "1.2.3"],
    ]
    assert "into .venv-package" in capsys.readouterr().err


def test_what_was_installed_before_still_counts(root):
    system = FakeSystem()
    dev.main(["check"], root, system)
    dev.main(["train"], root, system)
    assert stamp_of(root) == {"app", "dev", "keras"}


@pytest.mark.parametrize(
    ("given", "used"), [(None, "offscreen"), ("", "offscreen"), ("xcb", "xcb")]
)
def test_tests_need_no_display(given, used, root, monkeypatch):
    if given is not None:
        monkeypatch.setenv("QT_QPA_PLATFORM", given)
    system = FakeSystem()
    dev.main(["test", "-k", "x"], root, system)
    command, cwd, environment = system.became[0]
    assert command[1:] == ["-m", "pytest", "-k", "x"]
    assert cwd == root
    assert environment["QT_QPA_PLATFORM"] == used


@pytest.mark.parametrize("broken", ["venv", "pip"])
def test_an_installation_that_fails_leaves_no_stamp_and_starts_nothing(broken, root):
    system = FakeSystem()
    dev.main(["run"], root, system)
    (root / "constraints.txt").write_text("ruff==0.13\n")
    dev.venv_python(root / ".venv").unlink()  # so that both steps are due
    (root / f".venv/lib/python3.{MINOR}/site-packages/pip").rmdir()
    system.codes = {broken: 3}
    assert dev.main(["run"], root, system) == 1
    assert not any(system.stamps)  # gone before the first step, not after the last
    assert not stamp_of(root)
    assert not (root / ".venv" / dev.STAMP).exists()
    assert len(system.became) == 1


def test_ctrl_c_leaves_no_stamp_and_no_traceback(root, monkeypatch, capsys):
    def interrupted(*_, **__):
        raise KeyboardInterrupt

    system = FakeSystem()
    monkeypatch.setattr(system, "call", interrupted)
    assert dev.main(["run"], root, system) == 130
    assert "Traceback" not in capsys.readouterr().err
    assert not stamp_of(root)


def test_uv_is_taken_where_it_is_and_asks_for_no_ensurepip(root):
    system = FakeSystem({"ensurepip"}, uv=True)
    assert dev.main(["run"], root, system) == 7
    venv, add = system.calls
    assert venv[:2] == ["/bin/uv", "venv"]
    assert add[:3] == ["/bin/uv", "pip", "install"]
    assert add[add.index("--python") + 1] == str(dev.venv_python(root / ".venv"))


def test_uv_that_fails_is_not_replaced_silently(root, capsys):
    system = FakeSystem(uv=True)
    system.codes = {"install": 2}
    assert dev.main(["run"], root, system) == 1
    assert len(system.calls) == 2
    assert "--no-uv" in capsys.readouterr().err
    system.codes = {}
    assert dev.main(["--no-uv", "run"], root, system) == 7
    assert system.calls[-1][1:4] == ["-m", "pip", "install"]


def test_an_environment_made_anew_has_lost_what_was_in_it(root):
    system = FakeSystem(uv=True)
    dev.main(["check"], root, system)
    (root / f".venv/lib/python3.{MINOR}/site-packages/pip").rmdir()  # uv brings none
    dev.main(["--no-uv", "train"], root, system)
    assert system.calls[-2][1:4] == ["-m", "venv", "--clear"]
    assert stamp_of(root) == {"app", "keras"}


def test_checks_go_on_after_a_failure(root, capsys):
    system = FakeSystem()
    system.codes = {"ruff": 1}
    assert dev.main(["check"], root, system) == 1
    assert [call[1:] for call in system.calls[2:]] == [list(c) for c in dev.CHECKS.values()]
    assert "failed: ruff check, ruff format" in capsys.readouterr().err
    system.codes = {}
    assert dev.main(["check"], root, system) == 0


# --- the stamp


@pytest.fixture
def stamped(root):
    FakeSystem().call(["venv"], root)
    dev.write_stamp(root / ".venv", dev.stamp_key(root), {"app", "dev"})
    return root


def test_the_stamp_says_what_is_there(stamped):
    assert stamp_of(stamped) == {"app", "dev"}


@pytest.mark.parametrize("name", ["pyproject.toml", "constraints.txt"])
def test_the_stamp_holds_for_the_same_requirements_only(name, stamped):
    with (stamped / name).open("a") as file:
        file.write("# changed\n")
    assert not stamp_of(stamped)


def test_the_stamp_holds_for_the_same_python_only(stamped, monkeypatch):
    monkeypatch.setattr(dev, "MINOR", MINOR + 1)
    assert not stamp_of(stamped)
    assert not dev.is_usable(stamped / ".venv", with_pip=True)


def test_the_stamp_does_not_hold_in_a_moved_checkout(stamped, tmp_path_factory):
    moved = stamped.rename(tmp_path_factory.mktemp("elsewhere") / "checkout")
    assert not stamp_of(moved)


def test_the_stamp_does_not_hold_without_the_interpreter(stamped):
    dev.venv_python(stamped / ".venv").unlink()
    assert not stamp_of(stamped)


@pytest.mark.parametrize("content", ["", "{}", "\xff\xfe"])
def test_a_damaged_stamp_counts_as_none(content, stamped):
    (stamped / ".venv" / dev.STAMP).write_text(content, encoding="latin-1")
    assert not stamp_of(stamped)


def test_an_environment_of_uv_can_be_added_to_but_not_with_pip(stamped):
    venv = stamped / ".venv"
    (venv / "pyvenv.cfg").write_text(f"home = /usr/bin\nversion_info = 3.{MINOR}.7\n")
    (venv / f"lib/python3.{MINOR}/site-packages/pip").rmdir()
    assert dev.is_usable(venv, with_pip=False)
    assert not dev.is_usable(venv, with_pip=True)


# --- the system


def test_without_root_one_line_says_what_to_run_and_nothing_is_done(root, capsys):
    system = FakeSystem({"libEGL.so.1", "libxcb-cursor.so.0", "ensurepip"}, known={"libegl1"})
    assert dev.main(["run"], root, system) == 1
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    command = "sudo apt-get install -y --no-install-recommends libegl1 libxcb-cursor0 python3-venv"
    assert f"sudo apt-get update && {command}\n" in told
    assert not system.calls + system.became
    assert {command[0] for command in system.captured} == {"apt-cache"}
    assert not (root / ".venv").exists()


def test_the_whole_suite_is_shared_by_the_cores(root):
    system = FakeSystem()
    dev.main(["test"], root, system)
    command, _, _ = system.became[0]
    assert command[1:] == ["-m", "pytest", *dev.WHOLE_SUITE]
    assert "-n" in command


def test_the_lists_are_not_updated_where_apt_has_them(root, capsys):
    assert dev.main(["run"], root, FakeSystem({"libEGL.so.1"}, known={"libegl1"})) == 1
    expected = "first run this: sudo apt-get install -y --no-install-recommends libegl1\n"
    assert capsys.readouterr().err.endswith(expected)


def test_root_installs_exactly_what_is_missing(root):
    system = FakeSystem({"libGL.so.1", "xauth"}, root=True)
    assert dev.main(["test"], root, system) == 7
    update, install = (call for call in system.captured if call[0] == "apt-get")
    assert update[-1] == "update"
    assert install[-5:] == ["install", "-y", "--no-install-recommends", "libgl1", "xauth"]


@pytest.mark.parametrize(
    ("known", "chosen"),
    [
        ({"libglib2.0-0t64", "libglib2.0-0"}, "libglib2.0-0t64"),
        ({"libglib2.0-0"}, "libglib2.0-0"),
        (set(), "libglib2.0-0"),
    ],
)
def test_packages_have_the_name_of_the_release(known, chosen):
    missing = {"libglib-2.0.so.0": dev.QT["libglib-2.0.so.0"]}
    assert dev.packages_for(missing, FakeSystem(known=known)) == [chosen]


def test_the_venv_package_is_that_of_the_running_python(root):
    system = FakeSystem({"ensurepip"}, root=True, known={f"python3.{MINOR}-venv"})
    dev.main(["run"], root, system)
    assert system.captured[-1][-1] == f"python3.{MINOR}-venv"


def test_apt_get_that_fails_is_heard(root, capsys):
    system = FakeSystem({"libGL.so.1"}, root=True)
    system.codes = {"apt-get install": 100}
    assert dev.main(["run"], root, system) == 1
    assert "what apt-get said" in capsys.readouterr().err
    assert not system.calls


def test_a_library_that_apt_get_did_not_bring_stops_it(root, capsys):
    system = FakeSystem({"libGL.so.1"}, root=True, apt_brings=False)
    assert dev.main(["run"], root, system) == 1
    assert "still missing after apt-get: libGL.so.1" in capsys.readouterr().err
    assert not system.calls


def test_without_apt_get_the_libraries_are_named(root, capsys):
    system = FakeSystem({"libGL.so.1", "libEGL.so.1"}, root=True, apt=False)
    assert dev.main(["run"], root, system) == 1
    assert "libGL.so.1, libEGL.so.1" in capsys.readouterr().err
    assert not system.calls + system.captured


def test_jobs_without_a_window_need_no_libraries_of_it(root):
    system = FakeSystem({*dev.QT, *dev.XCB, *dev.XVFB})
    assert dev.main(["train"], root, system) == 7
    assert dev.main(["check"], root, system) == 0


def test_other_systems_are_not_searched_for_debian_libraries(root, monkeypatch):
    monkeypatch.setattr(FakeSystem, "is_linux", False)
    assert dev.main(["run"], root, FakeSystem({*dev.QT, *dev.XCB, "ensurepip"})) == 7


# --- the real System


def test_the_real_answers():
    system = dev.System()
    assert system.has_module("venv")
    assert not system.has_module("no_such_module")
    assert not system.loads("libno-such-library.so.0")
    assert system.program("no-such-program") is None
    assert system.capture(["no-such-program"])[0] == 127
    assert system.capture([sys.executable, "-c", "print('x'); raise SystemExit(4)"])[0] == 4


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="sonames of Linux")
def test_the_probe_sees_libraries_that_are_there():
    assert dev.System().loads("libc.so.6")


def test_the_exit_code_of_dev_py_is_that_of_main():
    command = [sys.executable, str(CHECKOUT / "dev.py"), "fly"]
    assert (
        subprocess.run(command, capture_output=True, timeout=PATIENCE_S, check=False).returncode
        == 2
    )


@pytest.mark.skipif(os.name == "nt", reason="the stand-in for .venv is a link")
def test_a_covered_run_hands_over_arguments_and_exit_code(root):
    """The whole of dev.py as a user starts it, with a stand-in for the installed program."""
    (root / "dev.py").write_bytes((CHECKOUT / "dev.py").read_bytes())
    python = dev.venv_python(root / ".venv")
    python.parent.mkdir(parents=True)
    python.symlink_to(sys.executable)
    dev.write_stamp(root / ".venv", dev.stamp_key(root), {"app", "keras"})
    (root / "model").mkdir()
    (root / "model/make.py").write_text("import sys; print(sys.argv[1:]); sys.exit(5)")
    done = subprocess.run(
        [sys.executable, str(root / "dev.py"), "train", "--data", "a b"],
        env={**os.environ, "PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (5, "['--data', 'a b']\n", "")
