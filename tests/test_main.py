"""The start: commands, the window, and the live run where no window can be opened."""

import io
import os
import subprocess
import sys
from pathlib import Path

import cv2
import pytest

from fer_desktop import __version__
from fer_desktop.__main__ import keep_stdout_whole, main, repair_streams
from fer_desktop.cli import headless
from fer_desktop.system import paths
from tests.fakes import PATIENCE_S

ROOT = Path(__file__).parents[1]
NATIVE_NOISE = "INFO: Created TensorFlow Lite"
NO_WINDOW = "So the live pipeline runs without a window"


@pytest.fixture
def no_display(monkeypatch):
    """Take away the display, as on a server."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")


def lines_of(err):
    return [line for line in err.splitlines() if not line.startswith(NATIVE_NOISE)]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere is always a display")
def test_without_a_display_the_demo_runs_and_its_faces_and_labels_are_printed(tmp_path):
    """A process of its own: nothing here has asked Qt to do without a display."""
    missing = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {name: value for name, value in os.environ.items() if name not in missing}
    picture = tmp_path / "live.png"
    done = subprocess.run(
        [sys.executable, "-m", "fer_desktop", "--run-for", "1", "--screenshot", picture],
        capture_output=True,
        text=True,
        env=environment,
        cwd=ROOT,
        timeout=PATIENCE_S,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    report = dict(line.split(": ", 1) for line in done.stdout.splitlines())
    assert report["faces"].startswith("1 at most")
    assert "happiness" in report["labels"]
    assert float(report["frames per second"].split()[0]) >= 0
    assert report["picture"] == str(picture)
    assert cv2.imread(str(picture)) is not None
    (told,) = lines_of(done.stderr)
    assert "no display" in told
    assert NO_WINDOW in told


def test_without_a_display_the_picture_goes_into_the_cache(no_display, capsys):
    assert main(["--run-for", "0.2"]) == 0
    picture = paths.cache_directory() / "live.png"
    assert f"picture: {picture}" in capsys.readouterr().out
    assert picture.is_file()


def test_when_every_frame_has_the_same_label_its_share_is_100_percent(no_display, capsys):
    # ">99 %" is for probabilities; a share of counted frames can be whole.
    assert main(["--run-for", "0.2", "--source", "demo"]) == 0
    assert "labels: happiness 100 %" in capsys.readouterr().out


def failed(capsys, *arguments):
    """Return the exit code and what stderr says beside that there is no window."""
    code = main([str(argument) for argument in arguments])
    out, err = capsys.readouterr()
    assert out == ""
    return code, [line for line in lines_of(err) if NO_WINDOW not in line]


@pytest.mark.parametrize("name", ["empty.mp4", "text.png", "missing.png"])
def test_a_bad_source_is_one_sentence_that_names_it(no_display, capsys, tmp_path, name):
    if name != "missing.png":
        (tmp_path / name).write_bytes(b"" if "empty" in name else b"Dear reader")
    code, told = failed(capsys, "--run-for", "1", "--source", tmp_path / name)
    assert code == 5
    assert len(told) == 1, told
    assert str(tmp_path / name) in told[0]


def test_a_missing_camera_is_one_sentence_and_ends_with_3(no_display, capsys, monkeypatch):
    monkeypatch.setattr(headless, "FIRST_FRAME_S", 0.3)
    code, told = failed(capsys, "--run-for", "1", "--source", "camera:99")
    assert code == 3
    assert len(told) == 1, told
    assert "camera" in told[0]


def test_an_unknown_model_is_told_before_any_window_opens(capsys):
    code, told = failed(capsys, "--model", "missing")
    assert (code, len(told)) == (4, 1)
    assert "seed" in told[0]


def test_a_kept_setting_is_used_and_the_command_line_wins(no_display, capsys):
    paths.settings_file().write_text('{"model": "gone"}')
    code, told = failed(capsys, "--run-for", "0.2")
    assert (code, len(told)) == (4, 1)
    assert "'gone'" in told[0]
    assert main(["--run-for", "0.2", "--model", "seed"]) == 0
    capsys.readouterr()


def test_the_version_is_told(capsys):
    with pytest.raises(SystemExit) as caught:
        main(["--version"])
    assert caught.value.code == 0
    assert capsys.readouterr().out == f"fer-desktop {__version__}\n"


@pytest.mark.parametrize("missing", [["stdout", "stderr"], ["stderr"], ["stdout"]], ids=str)
def test_a_windowed_program_on_windows_has_no_streams(monkeypatch, missing):
    for name in missing:
        monkeypatch.setattr(sys, name, None)
    assert main(["models"]) == 0
    for name in missing:
        getattr(sys, name).close()


def test_what_goes_into_a_file_on_windows_is_utf_8(monkeypatch):
    stream = io.TextIOWrapper(io.BytesIO(), encoding="cp1252")
    monkeypatch.setattr(sys, "stdout", stream)
    monkeypatch.setattr(sys, "platform", "win32")
    repair_streams()
    assert (stream.encoding, stream.errors) == ("utf-8", "backslashreplace")


class TakesParts(io.RawIOBase):
    """Takes a part of what it gets, as a pipe does when its writer is stopped and goes on."""

    def __init__(self):
        self.taken = b""

    def writable(self):
        return True

    def write(self, data):
        part = bytes(data[:1000])
        self.taken += part
        return len(part)


def test_without_a_buffer_of_python_nothing_that_is_printed_is_lost(monkeypatch):
    raw = TakesParts()
    unbuffered = io.TextIOWrapper(raw, "utf-8", "strict", newline="\n", write_through=True)
    monkeypatch.setattr(sys, "stdout", unbuffered)
    monkeypatch.setattr(sys, "__stdout__", unbuffered)
    keep_stdout_whole()
    text = "a line\n" * 5000
    print(text, end="")
    assert raw.taken == text.encode()
    assert sys.stdout is sys.__stdout__
    sys.stdout.detach()


def test_streams_without_a_file_behind_them_are_fine(capsys):
    """Notebooks, consoles in windows, and test runners have such."""
    assert main(["models"]) == 0
    assert "seed" in capsys.readouterr().out


@pytest.mark.skipif(sys.platform == "win32", reason="a POSIX crash")
@pytest.mark.parametrize("is_crash", [True, False])
def test_what_native_libraries_print_is_thrown_away_and_nothing_else(is_crash):
    """Neither what is said meanwhile nor the trace of a crash."""
    code = (
        "import faulthandler, os, sys\n"
        "from fer_desktop.cli import commands as cli\n"
        "from fer_desktop.__main__ import main\n"
        "def run(options):\n"
        "    from fer_desktop.system.terminal import say\n"
        "    from fer_desktop.system.native_noise import silenced\n"
        "    with silenced():\n"
        "        os.write(2, b'native noise')\n"
        "        say('said')\n"
        f"        if {is_crash}:\n"
        "            faulthandler._sigsegv()\n"
        "    return 0\n"
        "cli.run = run\n"
        "sys.argv[1:] = ['models']\n"
        "sys.exit(main())"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=False
    )
    first, *more = done.stderr.splitlines()
    assert first == "said"
    assert ("Fatal Python error: Segmentation fault" in more) is is_crash
    assert bool(done.returncode) is is_crash
