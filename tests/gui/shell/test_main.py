"""The window as a program: it runs, takes its picture, and its exit code tells how it went."""

import json
import subprocess
import sys
from pathlib import Path

import cv2
import pytest

from fer_desktop.__main__ import main
from fer_desktop.gui.shell import main as window
from fer_desktop.gui.shell.main import own_taskbar_button
from fer_desktop.system import paths
from fer_desktop.system.terminal import CAMERA, MODEL, NO_INPUT, OK, SOME_FAILED
from fer_desktop.vision.camera.devices import list_cameras
from tests.fakes import PATIENCE_S
from tests.forked import run_code

ROOT = Path(__file__).parents[3]
PROGRAM = "import sys\nfrom fer_desktop.__main__ import main\nsys.exit(main(sys.argv[1:]))"


def run(*arguments, code=None, timeout=PATIENCE_S):
    """Run the program in a Python of its own, or some code, which starts at once."""
    if code:
        return run_code(code, *arguments, cwd=ROOT, timeout=timeout)
    return subprocess.run(
        [sys.executable, "-m", "fer_desktop", *map(str, arguments)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        timeout=timeout,
        check=False,
    )


def window_code(source, run_for_s, screenshot=None):
    """Return code that calls `run_window` and leaves with what it returns."""
    return (
        "import sys; from pathlib import Path\n"
        "from fer_desktop.core.settings import Settings\n"
        "from fer_desktop.gui.shell.main import run_window\n"
        "from fer_desktop.system import shutdown\n"
        f"shot = Path({str(screenshot)!r}) if {screenshot is not None} else None\n"
        f"code = run_window({source!r}, Settings(theme='light'), {run_for_s}, shot)\n"
        "sys.exit(shutdown.leave(code, at_once=True))"  # as the program does
    )


def test_the_demo_runs_and_takes_its_picture(tmp_path):
    shot = tmp_path / "new folder" / "window.png"
    # In so short a time no frame is analyzed; the picture waits for the first one.
    code = (
        "import sys\n"
        "from fer_desktop.__main__ import main\n"
        "from fer_desktop.gui.shell import main as window\n"
        f"window._WAIT_MORE_S = {PATIENCE_S}\n"
        "sys.exit(main(sys.argv[1:]))"
    )
    done = run("--source", "demo", "--run-for", "0.01", "--screenshot", shot, code=code)
    assert done.returncode == OK, done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""
    picture = cv2.imread(str(shot))
    assert picture.shape[:2] == (720, 792)  # the offscreen screen is 800 pixels wide
    # The demo's portrait, with its box and words, not the dark ground alone.
    view = picture[150:650, 40:440]
    assert view.std() > 30
    yellow = (abs(picture.astype(int) - (66, 228, 240)).max(axis=2) < 12).sum()
    assert yellow > 1000


@pytest.mark.parametrize(("run_for_s", "greets"), [(None, True), (0.1, False)])
def test_somebody_who_starts_it_sees_the_first_page_and_a_script_does_not(run_for_s, greets):
    code = (
        "from PySide6.QtCore import QTimer\n"
        "from fer_desktop.gui.shell.presenter import Presenter\n"
        "def greet(self, source, notes):\n"
        "    print('greets before', source)\n"
        "    QTimer.singleShot(0, self._window.close)\n"
        "Presenter.greet_and_start = greet\n"
    )
    done = run(code=code + window_code("demo", run_for_s))
    assert done.returncode == OK, done.stderr
    assert ("greets before demo" in done.stdout) is greets


@pytest.fixture
def no_window(monkeypatch):
    """Fail a test that comes as far as the window."""
    monkeypatch.setattr(window, "run_window", lambda *_: pytest.fail("a window is opened"))


def test_an_unknown_file_is_told_before_a_window_opens(no_window, tmp_path, capsys):
    assert main(["--source", str(tmp_path / "none.mp4"), "--run-for", "0.2"]) == NO_INPUT
    assert "none.mp4: there is no such file" in capsys.readouterr().err


def test_an_unknown_file_is_told_by_the_window_too(tmp_path):
    done = run(code=window_code(str(tmp_path / "none.mp4"), 0.2))
    assert done.returncode == NO_INPUT
    assert "there is no such file" in done.stderr


def test_a_broken_video_has_the_code_of_inputs(tmp_path):
    broken = tmp_path / "broken.mp4"
    broken.write_bytes(b"\0\0\0\x18ftypmp42" + b"\0" * 500)
    done = run("--source", broken, "--run-for", "0.5", code=PROGRAM)
    assert done.returncode == NO_INPUT
    assert "broken.mp4" in done.stderr


def test_a_camera_that_is_not_there_has_its_own_code():
    if list_cameras():  # as on a machine without one
        code = (
            "from fer_desktop.vision.camera import capture as camera\n"
            "without = ('', 0, lambda: [], camera.PROGRAMS_CHOICE)\n"
            "camera.CameraSource.__init__.__defaults__ = without\n"
        )
        done = run(code=code + window_code("camera:0", 0.5))
    else:
        done = run("--source", "camera:0", "--run-for", "0.5", code=PROGRAM)
    assert done.returncode == CAMERA
    assert "No camera was found" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_unknown_model_has_its_own_code(no_window, capsys):
    arguments = ["--source", "demo", "--model", "nonsense", "--run-for", "0.2"]
    assert main(arguments) == MODEL
    assert "nonsense" in capsys.readouterr().err


SLOW_END = (
    "import time\n"
    "from fer_desktop.gui.shell.presenter import Presenter\n"
    f"Presenter.close = lambda self: time.sleep({PATIENCE_S})\n"
)
"""As on a busy computer: the process is ended from within, and its code is the same."""


@pytest.mark.parametrize(
    ("place", "how"), [("no-picture.xyz", SLOW_END), ("a file/window.png", "")]
)
def test_a_screenshot_that_can_not_be_written_is_told_and_the_window_closes(tmp_path, place, how):
    (tmp_path / "a file").write_bytes(b"")
    try:
        done = run(code=how + window_code("demo", 0.2, tmp_path / place))
    except subprocess.TimeoutExpired as error:
        pytest.fail(f"the window stays open: {(error.stderr or b'').decode()[-300:]}")
    assert done.returncode == SOME_FAILED
    assert "the screenshot can't be written" in done.stderr


def test_without_a_screenshot_it_ends_in_time_and_keeps_nothing_of_the_command_line(own_folders):
    model = paths.model_directory("seed")
    done = run("--source", "demo", "--model", model, "--run-for", "0.2", code=PROGRAM)
    assert done.returncode == OK, done.stderr
    kept = own_folders / "xdg_config_home" / "fer-desktop" / "settings.json"
    assert not kept.exists() or str(model) not in kept.read_text()


def test_the_kept_theme_is_used(tmp_path, own_folders):
    folder = own_folders / "xdg_config_home" / "fer-desktop"
    folder.mkdir(parents=True)
    (folder / "settings.json").write_text(json.dumps({"theme": "dark"}))
    shot = tmp_path / "dark.png"
    done = run("--source", "demo", "--run-for", "0.1", "--screenshot", shot)
    assert done.returncode == OK, done.stderr
    panel = cv2.imread(str(shot))[500:600, 530:780]
    assert panel.mean() < 60


@pytest.mark.parametrize(
    ("content", "told"),
    [(b"{", "is no settings file"), (b'{"model": "gone", "hold_s": 2}', "no model 'gone'")],
)
def test_bad_settings_are_told_in_the_window_which_opens_all_the_same(own_folders, content, told):
    folder = own_folders / "xdg_config_home" / "fer-desktop"
    folder.mkdir(parents=True)
    file = folder / "settings.json"
    file.write_bytes(content)
    code = (
        "import sys\n"
        "from fer_desktop.__main__ import main\n"
        "from fer_desktop.gui.shell import presenter\n"
        "start = presenter.Presenter.start\n"
        "def told(self, source, notes):\n"
        "    start(self, source, notes)\n"
        "    print(self._window.note.text)\n"
        "    self.chosen.change(mirror=False)\n"
        "presenter.Presenter.start = told\n"
        "sys.exit(main(['--source', 'demo', '--run-for', '0.2']))"
    )
    done = run(code=code)
    assert done.returncode == OK, done.stderr
    assert told in done.stdout
    kept = json.loads(file.read_text())
    assert kept["mirror"] is False
    # A model that is away for now is not forgotten.
    assert kept["model"] == ("gone" if b"gone" in content else "se-resnet")


def test_on_windows_the_window_has_its_own_button_in_the_taskbar(monkeypatch):
    import ctypes
    from types import SimpleNamespace

    named = []
    shell = SimpleNamespace(SetCurrentProcessExplicitAppUserModelID=named.append)
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(shell32=shell), raising=False)
    own_taskbar_button()
    assert named == []
    monkeypatch.setattr(sys, "platform", "win32")
    own_taskbar_button()
    assert named == ["FERDesktop.FERDesktop"]
