"""A stream on loopback that is lost now and then, and what happens in the window the while."""

import contextlib
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

import cv2

from fer_desktop.gui.shell.main_window import MainWindow
from fer_desktop.gui.shell.presenter import Presenter
from fer_desktop.system import paths
from fer_desktop.vision.camera.scene import FRAME_RATE, Scene, SceneSource

if TYPE_CHECKING:
    from io import BufferedIOBase

ROUND_S: Final = 60
"""All that happens happens once in so many seconds."""
_PLAN: Final = {
    5: "model",
    10: "lose",
    14: "back",
    20: "record",
    30: "end",
    34: "review",
    40: "close",
    44: "theme",
    48: "language",
    52: "stall",
    57: "back",
}


class LossyStream:
    """Two swaying faces as single pictures over HTTP; `mode` is "play", "stall" or "lose"."""

    def __init__(self) -> None:
        self.mode = "play"
        source = SceneSource(paths.demo_picture(), Scene(640, 480, 2))
        source.open()
        frames = [source.read() for _ in range(4 * FRAME_RATE)]
        source.close()
        encoded = [cv2.imencode(".jpg", frame.image)[1] for frame in frames if frame is not None]
        self._pictures = [data.tobytes() for data in encoded]
        self._stop = threading.Event()
        stream = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                if stream.mode == "lose":
                    self.send_error(503)
                    return
                self.send_response(200)
                self.send_header("Content-Type", "multipart/x-mixed-replace; boundary=x")
                self.end_headers()
                with contextlib.suppress(OSError):
                    stream.send(self.wfile)

            def log_message(self, *_: object) -> None:
                pass

        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, name="stream", daemon=True).start()

    @property
    def url(self) -> str:
        """Its address."""
        return f"http://127.0.0.1:{self._server.server_address[1]}/"

    def send(self, file: "BufferedIOBase") -> None:
        """Send pictures until the connection is to be lost."""
        n = 0
        while not self._stop.wait(1 / FRAME_RATE) and self.mode != "lose":
            if self.mode == "play":
                file.write(b"--x\r\n\r\n" + self._pictures[n % len(self._pictures)] + b"\r\n")
                n += 1

    def close(self) -> None:
        """End it."""
        self._stop.set()
        self._server.shutdown()
        self._server.server_close()


class Events:
    """Lets things happen, one after the other, again and again."""

    def __init__(self, window: MainWindow, presenter: Presenter, stream: LossyStream) -> None:
        self._window, self._presenter, self._stream = window, presenter, stream
        self._models = self._turns("se-resnet", "seed")
        self._themes = self._turns("dark", "light")
        self._languages = self._turns("de", "zh_CN", "en")

    def second(self, n: int) -> None:
        """Do what is due in this second of the run."""
        what = _PLAN.get(n % ROUND_S)
        if what is None:
            return
        chosen, actions = self._presenter.chosen, self._window.actions_
        if what in ("lose", "stall", "back"):
            self._stream.mode = "play" if what == "back" else what
        elif what == "model":
            chosen.change(model=next(self._models))
        elif what == "theme":
            chosen.change(theme=next(self._themes))
        elif what == "language":
            chosen.change(language=next(self._languages))
        elif what in ("record", "end"):
            if self._presenter.recording.is_on is (what == "end"):
                actions.record.trigger()
        elif what == "review":
            self._review(Path(chosen.settings.record_folder))
        else:
            self._presenter.reviews.close()

    def _review(self, folder: Path) -> None:
        sessions = sorted(folder.iterdir()) if folder.is_dir() else []
        if sessions:
            self._presenter.reviews.open(sessions[-1])

    @staticmethod
    def _turns(*names: str) -> Iterator[str]:
        while True:
            yield from names
