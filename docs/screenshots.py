"""Take the pictures of the window that the documents show: `python docs/screenshots.py [NAME...]`.

Every view and dialog in both themes, at 100 and 200 %, in a real window under Xvfb (`xvfb-run`),
with the demo and copies of its picture. With names only those that contain one of them are taken,
and where all of these begin as a chapter's pictures do, the other chapters are left out.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog, QWidget

FOLDER = Path(__file__).parent / "screenshots"
SCALES = (1, 2)
_CHILD = "--scale"
_QUALITY = {1: 85, 2: 70}
_DIALOGS = (
    *("welcome", "keyboard", "model-card", "camera-settings", "camera-doctor"),
    *("doctor", "licences", "about"),
)
_CHAPTERS = {
    "live": ("no-camera", "live", "paused", "several", "mini", "full", "problem", "menu"),
    "sessions": ("recording", "recorded", "review", "dialog-export"),
    "dialogs": tuple(f"dialog-{name}" for name in (*_DIALOGS, "valence", "settings")),
    "pictures": ("pictures", "picture-table", "picture-problem"),
    "videos": ("video",),
}
"""How the names of the pictures begin."""
_VIDEO_S = 4.0
_MOST_S = 300
"""On a computer that has much else to do."""

Pages = Iterator[tuple[str, "QWidget"]]


def main() -> int:
    """Start a process for each scale, for Qt reads it once, and return the exit code."""
    if sys.argv[1:2] == [_CHILD]:
        return take(int(sys.argv[2]), sys.argv[3:])
    xvfb = shutil.which("xvfb-run")
    if xvfb is None:
        sys.exit("xvfb-run is missing; on Debian and Ubuntu: apt-get install xvfb xauth")
    FOLDER.mkdir(exist_ok=True)
    codes = []
    for scale in SCALES:
        qt = {"QT_SCALE_FACTOR": str(scale), "QT_QPA_PLATFORM": "xcb"}
        environment = {**os.environ, **qt, "TZ": "UTC"}
        screen = ["-a", "-s", "-screen 0 2880x1800x24"]
        command = [xvfb, *screen, sys.executable, __file__, _CHILD, str(scale), *sys.argv[1:]]
        codes.append(subprocess.run(command, env=environment, check=False).returncode)
    return max(codes)


def take(scale: int, wanted: list[str]) -> int:
    """Write the pictures at one scale and return the exit code."""
    for name in ("CONFIG", "CACHE", "STATE", "DATA"):
        os.environ[f"XDG_{name}_HOME"] = tempfile.mkdtemp()
    for name in ("Pictures", "Documents"):  # only shown: nothing is written there
        os.environ[f"XDG_{name.upper()}_DIR"] = f"/home/anna/{name}"
    sys.path.insert(0, str(Path(__file__).parents[1]))
    from PySide6.QtWidgets import QApplication

    from fer_desktop.gui.common.theme import apply_theme

    application = QApplication(sys.argv[:1])
    themes: tuple[Literal["light", "dark"], ...] = ("light", "dark")
    for theme in themes:
        apply_theme(application, theme)
        for name, widget in Album(theme).pages(wanted):
            full = f"{name}-{theme}" + ("" if scale == 1 else f"-{scale}x")
            if not wanted or any(part in full for part in wanted):
                widget.grab().save(str(FOLDER / f"{full}.webp"), "webp", _QUALITY[scale])
                print(full)
    return 0


class Album:
    """Brings the window into each of its states, one after the other."""

    def __init__(self, theme: Literal["light", "dark"]) -> None:
        from fer_desktop.core.settings import Settings
        from fer_desktop.gui.shell.main_window import MainWindow
        from fer_desktop.gui.shell.presenter import Presenter

        settings = Settings(theme=theme, welcome_seen=1000, snapshot_sound=False)
        self._window = MainWindow()
        self._presenter = Presenter(self._window, settings, lambda _: None, list)
        self._actions = self._window.actions_
        self._chosen = self._presenter.chosen
        self._folder = Path(tempfile.mkdtemp())

    def pages(self, wanted: list[str]) -> Pages:
        """Yield a name and the widget to take, while it is in that state."""
        self._window.show()
        self._window.move(40, 40)
        _wait(200)
        yield "empty", self._window
        for chapter in _needed(wanted):
            yield from getattr(self, f"_{chapter}")()
        self._window.close()

    def _live(self) -> Pages:
        from demo_pictures import group_picture
        from PySide6.QtGui import QFontDatabase

        from fer_desktop.gui.common.translation import LANGUAGES, SOURCE_LANGUAGE

        window = self._window
        self._presenter.start(None)
        self._fresh(30)
        yield "no-camera", window
        window.banner.clear()
        _wait(6000)
        self._fresh(5)
        yield "live", window
        chinese = QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)
        for language in LANGUAGES:
            if language == "zh_CN" and not chinese:
                print("no Chinese font is installed: no picture in Chinese", file=sys.stderr)
                continue
            self._chosen.change(language=language)
            self._fresh(10)  # the words beside a face come with its next frame
            if language != SOURCE_LANGUAGE:
                yield f"live-{language.lower()}", window
        self._chosen.change(language=SOURCE_LANGUAGE)
        self._fresh(10)
        self._actions.freeze.trigger()
        _wait(200)
        yield "paused", window
        self._actions.freeze.trigger()
        self._presenter.show_source(str(group_picture(self._folder)))
        self._chosen.change(show_bars=True)
        _until(lambda: self._presenter.live.is_over and self._presenter.live.shown)
        _wait(500)
        yield "several-faces", window
        self._chosen.change(show_bars=False)
        self._actions.mini_view.trigger()
        _wait(600)
        yield "mini-view", window
        self._actions.mini_view.trigger()
        self._actions.full_screen.trigger()
        _wait(800)
        yield "full-screen", window
        self._actions.full_screen.trigger()
        window.resize(1120, 720)
        self._presenter.show_source(str(self._folder / "gone.mp4"))
        _wait(400)
        yield "problem", window
        window.banner.clear()
        for title, menu in self._actions.menus.items():
            menu.popup(window.mapToGlobal(window.rect().topLeft()))
            _wait(150)
            yield f"menu-{title.replace('&', '').lower()}", menu
            menu.close()

    def _sessions(self) -> Pages:
        from demo_session import MOMENT_S, NAMED, make_session

        from fer_desktop.gui.live.recording_end import RecordingEnd

        window, reviews = self._window, self._presenter.reviews
        self._presenter.show_source("demo")
        self._fresh(30)
        self._chosen.change(record_folder=str(self._folder))
        self._actions.record.trigger()
        _wait(8200)
        yield "recording", window
        menu = self._actions.recording_menu()
        menu.popup(window.mapToGlobal(window.rect().center()))
        _wait(150)
        yield "recording-menu", menu
        menu.close()
        self._actions.record.trigger()
        _until(lambda: window.note.text)
        # What it says has this machine's folder and this moment; the picture is to stay the same.
        RecordingEnd(window, reviews.open).tell(NAMED, "")
        self._chosen.change(record_folder="")
        _wait(200)
        yield "recorded", window
        window.note.clear()
        self._presenter.live.stop()
        review = reviews.open(make_session(self._folder))
        _until(lambda: not review.progress.is_busy)
        review.player.seek(MOMENT_S)
        _until(lambda: not review.picture.is_waiting)
        _wait(300)
        yield "review", review
        review.head.export.click()
        dialog = self._presenter.exports.dialogs[0]
        dialog.target.line.setText(str(NAMED.with_suffix(dialog.formats.form.suffix)))
        _wait(300)
        yield "dialog-export", dialog
        dialog.close()
        review.close()

    def _dialogs(self) -> Pages:
        from PySide6.QtWidgets import QListWidget, QTabWidget

        self._presenter.show_source("demo")
        self._fresh(30)
        for name in _DIALOGS:
            with self._opened(self._actions.by_name()[name.replace("-", "_")].trigger) as dialog:
                _wait(4000 if "doctor" in name else 700)
                yield f"dialog-{name}", dialog() or self._window
        with self._opened(self._window.panel.about_valence.click) as dialog:
            yield "dialog-valence", dialog() or self._window
        with self._opened(self._actions.settings.trigger) as dialog:
            found = dialog()
            assert found is not None
            pages = found.findChild(QTabWidget) or found.findChild(QListWidget)
            assert pages is not None
            for number in range(pages.count()):
                if isinstance(pages, QTabWidget):
                    pages.setCurrentIndex(number)
                else:
                    pages.setCurrentRow(number)
                _wait(200)
                yield f"dialog-settings-{number + 1}", found

    def _pictures(self) -> Pages:
        from demo_pictures import picture_files

        self._presenter.open_files(picture_files(self._folder))
        pictures, opening = self._presenter.pictures, self._presenter.opening
        _until(lambda: pictures.is_active and pictures.is_done and not opening.is_busy)
        _wait(500)
        yield "pictures", self._window
        self._actions.face_table.trigger()
        _wait(500)
        yield "picture-table", self._window
        self._actions.face_table.trigger()
        for _ in range(5):
            self._actions.next_picture.trigger()
        _wait(500)
        yield "picture-problem", self._window

    def _videos(self) -> Pages:
        from video_cost import write_clip

        clip = self._folder / "seven faces.mp4"
        write_clip(clip, 12, 7)
        self._presenter.show_source(str(clip))
        live = self._presenter.live
        _until(lambda: live.shown is not None and live.shown.frame.time_s > _VIDEO_S)
        self._actions.freeze.trigger()
        self._presenter.transport.seek(2 * _VIDEO_S)
        _until(lambda: live.shown is not None and live.shown.frame.time_s >= 2 * _VIDEO_S)
        _wait(500)
        yield "video", self._window

    def _fresh(self, n: int) -> None:
        """Let the window live until so many further frames are analyzed."""
        seen: list[object] = []
        heard = self._presenter.live.analyzed.connect(seen.append)
        _until(lambda: len(seen) >= n)
        self._presenter.live.analyzed.disconnect(heard)

    def _opened(self, do: Callable[[], object]) -> "_Opened":
        return _Opened(do)


class _Opened:
    """Opens a dialog and closes it again."""

    def __init__(self, do: Callable[[], object]) -> None:
        self._do = do

    def __enter__(self) -> Callable[[], "QDialog | None"]:
        self._do()
        _wait(500)
        return self._found

    def __exit__(self, *_: object) -> None:
        while (dialog := self._found()) is not None:
            dialog.close()
            _wait(100)

    @staticmethod
    def _found() -> "QDialog | None":
        from PySide6.QtWidgets import QApplication, QDialog

        shown = [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog)]
        return next((widget for widget in shown if widget.isVisible()), None)


def _needed(wanted: list[str]) -> list[str]:
    """Return the chapters that have pictures with these names; all for words of another kind."""
    found = {
        part: [
            chapter
            for chapter, names in _CHAPTERS.items()
            if any(part.startswith(name) or name.startswith(part) for name in names)
        ]
        for part in wanted
    }
    if not wanted or not all(found.values()):
        return list(_CHAPTERS)
    return [chapter for chapter in _CHAPTERS if any(chapter in each for each in found.values())]


def _wait(milliseconds: int) -> None:
    """Let the window live; QTest's own wait would keep Python's lock from the other threads."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _until(is_so: Callable[[], object]) -> None:
    """Let the window live until something is so."""
    for _ in range(10 * _MOST_S):
        if is_so():
            return
        _wait(100)
    sys.exit("the window does not come into the state that is to be taken")


if __name__ == "__main__":
    sys.exit(main())
