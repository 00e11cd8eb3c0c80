"""Take the pictures of the window that the documents show: `python docs/screenshots.py`.

The window is the real one, on the built-in demo and on copies of its picture, in a process without
a display (Qt's offscreen platform), so that anyone gets the same pictures.
"""

import os
import sys
import tempfile
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_LOGGING_RULES"] = "qt.qpa.*=false"
for name in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
    os.environ[name] = tempfile.mkdtemp()
sys.path.insert(0, str(Path(__file__).parents[1]))

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from fer_desktop.app import paths
from fer_desktop.core.settings import Settings, Theme
from fer_desktop.gui.main_window import MainWindow
from fer_desktop.gui.presenter import Presenter
from fer_desktop.gui.theme import apply_theme
from fer_desktop.vision.images import read_image, write_image

FOLDER = Path(__file__).parent / "screenshots"


def main() -> int:
    """Write the pictures and return the exit code."""
    application = QApplication(sys.argv[:1])
    themes: tuple[Theme, ...] = ("light", "dark")
    for theme in themes:
        apply_theme(application, theme)
        window = MainWindow()
        presenter = Presenter(window, Settings(theme=theme), lambda _: None, list)
        window.show()
        presenter.start("demo")
        _wait(4000)
        _save(window, f"live-{theme}")
        presenter.open_files(_pictures())
        _wait(6000)
        _save(window, f"pictures-{theme}")
        window.close()
    return 0


def _wait(milliseconds: int) -> None:
    """Let the window live; QTest's own wait would keep Python's lock from the other threads."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _pictures() -> list[Path]:
    """Return the demo's picture in four framings, and a file that is none."""
    folder = Path(tempfile.mkdtemp())
    image = read_image(paths.demo_picture())
    parts = {
        "portrait.png": image,
        "close.png": image[20:220, 125:325],
        "mirrored.png": image[:300, ::-1],
        "suit.png": image[300:, 100:400],
    }
    for name, part in parts.items():
        write_image(folder / name, part)
    (folder / "notes.jpg").write_text("not a picture", encoding="utf-8")
    return [folder / name for name in (*parts, "notes.jpg")]


def _save(window: MainWindow, name: str) -> None:
    FOLDER.mkdir(exist_ok=True)
    if not window.grab().save(str(FOLDER / f"{name}.png")):
        raise SystemExit(f"{FOLDER / name}.png can't be written")


if __name__ == "__main__":
    sys.exit(main())
