"""The promises of docs/privacy.md, each with its test."""

import os
import platform
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "privacy.md").read_text(encoding="utf-8")
linux = pytest.mark.skipif(
    not sys.platform.startswith("linux") or platform.machine() not in ("x86_64", "aarch64"),
    reason="the filter of calls is Linux's",
)


@pytest.fixture
def home(tmp_path):
    """Return a home of its own, in which everything of a run lies."""
    folder = tmp_path / "home of somebody"
    folder.mkdir()
    return folder


def run(home, *arguments, script="-m fer_desktop", **more):
    names = ("CONFIG", "CACHE", "STATE", "DATA")
    cut = {f"XDG_{name}_HOME" for name in names} | {"XDG_PICTURES_DIR", "XDG_DOCUMENTS_DIR"}
    environment = {k: v for k, v in os.environ.items() if k not in cut}
    temporary = home.parent / "temporary"
    temporary.mkdir(exist_ok=True)
    return subprocess.run(
        [sys.executable, *script.split(), *map(str, arguments)],
        cwd=more.get("cwd", ROOT),
        env={**environment, "HOME": str(home), "TMPDIR": str(temporary), "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )


def guarded(home, *arguments):
    return run(home, *arguments, script=f"{ROOT / 'tests' / 'no_network.py'}")


@linux
def test_the_guard_kills_whoever_asks_for_a_network(home):
    assert guarded(home, "--connect").returncode == -signal.SIGSYS


@pytest.fixture(scope="module")
def home_of_window(tmp_path_factory):
    """Return the home of somebody who had the window open, without a network."""
    home = tmp_path_factory.mktemp("window") / "home of somebody"
    home.mkdir()
    done = guarded(home, "--source", "demo", "--run-for", "1", "--screenshot", home / "a.png")
    assert done.returncode == 0, done.stderr
    return home


@pytest.fixture(scope="module")
def homes_of_analyze(portrait, video, tmp_path_factory):
    """Return the homes of those who analyzed files without a network, with one process and two."""
    homes = [tmp_path_factory.mktemp("analyze") / "home of somebody" for _ in range(2)]
    for workers, home in enumerate(homes, 1):
        home.mkdir()
        arguments = ("--format", "csv", "--output", home / "o.csv", "--every", "10")
        done = guarded(home, "analyze", portrait, video, "--workers", workers, *arguments)
        assert done.returncode == 0, done.stderr
    return homes


@linux
def test_the_window_asks_for_no_network(home_of_window):
    assert (home_of_window / "a.png").exists()


@linux
def test_analyze_asks_for_no_network(homes_of_analyze):
    one, two = ((home / "o.csv").read_text(encoding="utf-8") for home in homes_of_analyze)
    assert one == two


@linux
def test_export_and_doctor_ask_for_no_network(home, portrait):
    done = guarded(home, "export", portrait, "--format", "html", "--output", home / "o.html")
    assert done.returncode == 0, done.stderr
    assert guarded(home, "doctor").returncode in (0, 1)


def files_below(folder):
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


@linux
def test_the_window_writes_its_settings_and_log_and_nothing_else(home_of_window):
    home = home_of_window
    allowed = (
        r"a\.png|\.config/fer-desktop/(settings|window)\.json"
        r"|\.local/state/fer-desktop/log/fer-desktop\.log.*"
    )
    others = r"|\.cache/(fontconfig|qtshadercache|mesa_shader_cache|fer-desktop)[^/]*/.*"
    assert all(re.fullmatch(allowed + others, name) for name in files_below(home))
    assert not files_below(home.parent / "temporary")


@linux
def test_analyze_writes_what_it_was_asked_for_and_nothing_else(homes_of_analyze):
    for home in homes_of_analyze:
        assert files_below(home) == {"o.csv"}
        assert not files_below(home.parent / "temporary")


def test_the_log_tells_neither_passwords_nor_users_nor_pictures(home):
    source = "http://user:secret@127.0.0.1:9/live?token=hidden"
    done = run(home, "--source", source, "--run-for", "1")
    code = (
        "import logging, pathlib\nfrom fer_desktop.system import logs\nlogs.log_to_file()\n"
        f"logging.error('%s of %s', pathlib.Path.home() / 'a.jpg', {source!r})"
    )
    run(home, code, script="-c")
    (log,) = home.rglob("fer-desktop.log")
    text = log.read_text(encoding="utf-8")
    assert "~/a.jpg of http" in text
    for secret in ("secret", "hidden", home.name):
        assert secret not in text
        assert secret not in done.stderr
    assert len(text) < 100_000


def test_every_promise_names_tests_that_exist():
    named = re.findall(r"`(tests/[\w/]+\.py)(?:::(\w+))?`", PAGE)
    assert len(named) >= 8
    for file, test in named:
        assert (ROOT / file).is_file(), file
        assert f"def {test}(" in (ROOT / file).read_text(encoding="utf-8") or not test, test
