"""Brings the program into a state and says so, for docs/endings.py: STATE DIR."""

import importlib
import os
import sys
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

sys.path.insert(0, str(Path(__file__).parents[1]))

if TYPE_CHECKING:
    from PySide6.QtCore import QTimer

    from fer_desktop.gui.shell.presenter import Presenter

READY: Final = "ready"


@dataclass(frozen=True)
class State:
    """A state of the program.

    Attributes:
        name: For the table.
        arguments: Of the program; names of prepared files in them are replaced by their paths.
        has_window: It can be closed.
        records: A recording is under way.
        wait_s: Seconds more after it is reached.
    """

    name: str
    arguments: tuple[str, ...]
    has_window: bool = True
    records: bool = False
    wait_s: float = 0.3


_DEMO: Final = ("--source", "demo")
_BATCH: Final = ("analyze", "{video}", "{second_video}", "--format", "csv", "--output", "{out}")
STATES: Final = {
    "start": State("first moment, imports", _DEMO, has_window=False, wait_s=0.05),
    "window": State("window opens", _DEMO, wait_s=0.0),
    "welcome": State("first page open", ()),
    "live": State("live", _DEMO),
    "recording": State("recording rows", _DEMO, records=True, wait_s=1.0),
    "video": State("recording with video", _DEMO, records=True, wait_s=1.0),
    "pictures": State("pictures of 50 megapixels", ()),
    "review": State("video for review", ()),
    "model": State("model loading", _DEMO, wait_s=0.1),
    "doctor": State("doctor report", _DEMO, wait_s=0.1),
    "export": State("export", (), wait_s=0.1),
    "stream": State("stream that hangs", ("--source", "{stream}"), wait_s=1.0),
    "headless": State(
        "headless, stream that hangs", ("--source", "{stream}"), has_window=False, wait_s=1.0
    ),
    "batch": State("batch, 1 process", (*_BATCH, "--workers", "1"), has_window=False),
    "workers": State("batch, 2 processes", (*_BATCH, "--workers", "2"), has_window=False),
}


def main(key: str, given: Path) -> int:
    """Run the program, bring it into a state, and say so; a line on stdin closes its window."""
    if key == "start":
        sys.addaudithook(_say_when_imported)
    _be_patient(float(os.environ["FER_ENDINGS_SECONDS"]))
    # Before the program, which would wait for the end of this thread.
    threading.Thread(target=_listen, daemon=True).start()
    from fer_desktop.__main__ import main as run

    places = {
        "video": given / "a.mp4",
        "second_video": given / "b.mp4",
        "out": Path(os.environ["HOME"]) / "out.csv",
        "stream": os.environ["FER_ENDINGS_STREAM"],
    }
    state = STATES[key]
    arguments = [argument.format(**places) for argument in state.arguments]
    if state.has_window:
        _Arrangement(key, given).prepare()
    elif key == "headless":
        _say_when_called("fer_desktop.cli.headless", "_watch")
    elif key == "batch":
        _say_when_called("fer_desktop.batch.runner", "JobAnalyzer")
    elif key == "workers":
        _say_when_called("fer_desktop.batch.processes", "WorkerProcesses._hear")
    sys.argv[1:] = arguments
    return run()


def _be_patient(most_s: float) -> None:
    """Where an end may take long, as on a busy computer, let nothing be left behind before."""
    from fer_desktop.system import shutdown

    if most_s > 10:
        vars(shutdown).update(BOUND_S=most_s / 2, _LEAVE_S=most_s)


def _listen() -> None:
    if sys.stdin.readline():
        from PySide6.QtCore import QMetaObject, Qt
        from PySide6.QtWidgets import QApplication

        from fer_desktop.gui.shell.main_window import MainWindow

        (window,) = (w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow))
        for presenter in _presenters:
            presenter.leaving.is_unattended = True  # as if the user had said yes
        QMetaObject.invokeMethod(window, "close", Qt.ConnectionType.QueuedConnection)


def _say_when_imported(event: str, arguments: tuple[object, ...]) -> None:
    if event == "import" and arguments[0] == "numpy" and not _said:
        _said.append(True)
        _ready()


_said: list[bool] = []
_presenters: "list[Presenter]" = []


def _ready() -> None:
    print(READY, flush=True)


def _after(act: Callable[[], object]) -> None:
    act()
    _ready()


def _say_when_called(module: str, name: str) -> None:
    owner: Any = importlib.import_module(module)
    *outer, last = name.split(".")
    for part in outer:
        owner = getattr(owner, part)
    real = getattr(owner, last)

    def said(*arguments: object, **named: object) -> object:
        setattr(owner, last, real)
        _ready()
        return real(*arguments, **named)

    setattr(owner, last, said)


class _Arrangement:
    """Lets the window bring itself into a state."""

    def __init__(self, key: str, given: Path) -> None:
        self._key, self._given = key, given
        self._timers: list[QTimer] = []

    def prepare(self) -> None:
        """Take the place of the window's start."""
        from fer_desktop.gui.shell import presenter as module

        real = module.Presenter.greet_and_start

        def start(presenter: "Presenter", source: str | None, notes: Sequence[str] = ()) -> None:
            _presenters.append(presenter)
            if self._key in ("pictures", "review", "export"):
                self._when(lambda: True, lambda: self._open(presenter))
            else:
                real(presenter, source, notes)
                self._arrange(presenter)

        module.Presenter.greet_and_start = start  # type: ignore[method-assign, assignment]

    def _arrange(self, presenter: "Presenter") -> None:
        key, live = self._key, presenter.live
        actions = presenter._window.actions_  # noqa: SLF001
        if key in ("window", "welcome", "stream"):
            _ready()
        elif key == "model":
            _say_when_called("fer_desktop.vision.recognition.trial", "_heard")
            own = str(self._given / "own model")
            self._when(lambda: live.shown, lambda: presenter.chosen.change(model=own))
        elif key in ("recording", "video"):
            presenter.chosen.change(record_video=key == "video")
            record = actions.record.trigger
            self._when(lambda: live.shown and live.shown.faces, lambda: _after(record))
        elif key == "doctor":
            self._when(lambda: live.shown, lambda: _after(actions.doctor.trigger))
        else:
            self._when(lambda: live.shown, _ready)

    def _open(self, presenter: "Presenter") -> None:
        if self._key == "pictures":
            presenter.open_files(sorted(self._given.glob("large-*.jpg")))
            self._when(lambda: presenter.pictures.is_active, _ready)
        elif self._key == "review":
            shown = presenter.reviews.open_video(self._given / "a.mp4")
            progress = shown.progress
            self._when(lambda: progress._job and progress._job.n_done > 5, _ready)  # noqa: SLF001
        else:
            shown = presenter.reviews.open(self._given / "session")
            self._when(lambda: shown.session, lambda: self._export(presenter))

    def _export(self, presenter: "Presenter") -> None:
        from fer_desktop.export.session_export import SessionExport

        (shown,) = presenter.reviews.open_windows.values()
        shown.export_wanted.emit()
        target = Path(os.environ["HOME"]) / "out.html"
        order = SessionExport(self._given / "session", "html", target, None, "session")
        presenter.exports.dialogs[0]._write(order)  # noqa: SLF001
        _ready()

    def _when(self, condition: Callable[[], object], then: Callable[[], object]) -> None:
        from PySide6.QtCore import QTimer

        timer = QTimer()

        def look() -> None:
            if condition():
                timer.stop()
                then()

        timer.timeout.connect(look)
        timer.start(10)
        self._timers.append(timer)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2])))
