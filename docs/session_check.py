"""Record a session through the window and load every export back: `python docs/session_check.py`.

The window is the real one, on Xvfb where `xvfb-run` is there, and plays a video; the recording is
started with its key and ends with the video. Then `fer-desktop export` writes each format, the
reader of its kind opens it, and its numbers are compared with the session's rows. With `--report
FILE` the table goes there too. The exit code is 1 where something is missing or differs.
"""

import argparse
import datetime as dt
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "docs")]
_CHILD = "FER_DESKTOP_SESSION_CHECK"
TOLERANCE = 1e-6
SECONDS = 10


def main() -> int:
    """Start again on a virtual screen where there is one, and return the exit code."""
    xvfb = shutil.which("xvfb-run")
    if os.environ.get(_CHILD) or xvfb is None:
        return check()
    environment = {**os.environ, _CHILD: "1", "QT_QPA_PLATFORM": "xcb"}
    command = [xvfb, "-a", "-s", "-screen 0 1600x1200x24", sys.executable, *sys.argv]
    return subprocess.run(command, env=environment, check=False).returncode


def check() -> int:
    """Do it and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--report", type=Path, metavar="FILE")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = record(Path(name))
        lines, is_well = compared(folder, Path(name))
    print("\n".join(lines))
    if options.report is not None:
        options.report.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return 0 if is_well else 1


def record(home: Path) -> Path:
    """Play a video in the window, record it with the key R, and return the session's folder."""
    import soak  # gives the program a home of its own
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from fer_desktop.core.settings import Settings
    from fer_desktop.gui.common.theme import apply_theme
    from fer_desktop.gui.shell.main_window import MainWindow
    from fer_desktop.gui.shell.presenter import Presenter
    from fer_desktop.live.events import PipelineState

    there = QApplication.instance()
    application = there if isinstance(there, QApplication) else QApplication(sys.argv[:1])
    apply_theme(application, "light")
    video = soak.make_video(home, SECONDS)
    sessions = home / "sessions"
    settings = Settings(
        theme="light", welcome_seen=1000, record_folder=str(sessions), record_video=True
    )
    window = MainWindow()
    presenter = Presenter(window, settings, lambda _: None, list)
    window.show()
    presenter.start(str(video))
    wait(lambda: presenter.live.shown is not None)
    window.activateWindow()
    window.view.setFocus()
    wait(window.isActiveWindow)  # keys go nowhere else
    QTest.keyClick(window.view, Qt.Key.Key_R)
    wait(lambda: presenter.recording.is_on, 5)
    wait(lambda: presenter.live.state is PipelineState.ENDED)
    wait(lambda: not presenter.recording.is_on)
    window.close()
    presenter.close()
    (folder,) = sessions.iterdir()
    return folder


def wait(condition: Callable[[], bool], seconds: float = 60.0) -> None:
    """Let the window work until something is so."""
    from event_loop import event_loop

    end_s = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end_s:
            sys.exit("session_check.py: the window does not do what it should.")
        event_loop(20)


def compared(folder: Path, work: Path) -> tuple[list[str], bool]:
    """Return the lines of the report, and whether all is well."""
    import numpy as np

    from fer_desktop.cli.commands import build_parser, run
    from fer_desktop.core.labels import LABELS
    from fer_desktop.export.formats import FORMATS
    from fer_desktop.sessions.files import read_session
    from fer_desktop.vision import doctor

    session = read_session(folder)
    rows = list(session.rows())
    raws = [row.raw for row in rows if row.raw is not None]
    raw = np.array([each.probabilities for each in raws], np.float64)
    lines = [f"# Session and exports of {dt.datetime.now(dt.UTC).date().isoformat()}", ""]
    lines += ["Made by `python docs/session_check.py --report FILE`; nothing here is typed.", ""]
    machine = doctor.machine()
    platform = os.environ.get("QT_QPA_PLATFORM", "the system's")
    lines += [
        f"A video of {SECONDS} s recorded through the window (platform {platform}): {len(rows)} "
        f"rows, {len(raws)} with a face; counts {session.info['counts']}; {machine['processor']}, "
        f"Python {sys.version.split()[0]}.",
        "",
    ]
    lines += ["| format | read with | entries | largest difference to the rows |"]
    lines += ["|---|---|---|---|"]
    is_well = bool(raws) and not session.problems
    for name, form in FORMATS.items():
        path = work / f"export{form.suffix}"
        arguments = ["export", str(folder), "--format", name, "--output", str(path)]
        if run(build_parser().parse_args(arguments)):
            return [*lines, f"| {name} | | it failed | |"], False
        reader, n, values = loaded(name, path, LABELS)
        difference = "-"
        if values is not None:
            known = raw if len(values) == len(raw) else values * np.nan
            most = float(np.nanmax(np.abs(values - known[:, : values.shape[1]])))
            difference, is_well = f"{most:.1e}", is_well and most <= TOLERANCE
        is_well = is_well and n > 0
        lines.append(f"| {name} | {reader} | {n} | {difference} |")
    return lines, is_well


def loaded(name: str, path: Path, labels: tuple[str, ...]) -> tuple[str, int, Any]:
    """Return what opened a file, how many entries it has, and the raw probabilities in it."""
    import numpy as np
    import pandas as pd

    columns = [f"p_{label}" for label in labels]
    if name in ("csv", "jsonl", "parquet", "xlsx"):
        readers = {
            "csv": pd.read_csv,
            "jsonl": lambda file: pd.read_json(file, lines=True),
            "parquet": pd.read_parquet,
            "xlsx": pd.read_excel,
        }
        table = readers[name](path)
        values = table[table[columns[0]].notna()][columns].to_numpy(np.float64)
        return "pandas", len(table), values
    if name == "py-feat":
        table = pd.read_csv(path)
        values = table[table["happiness"].notna()][list(labels)].to_numpy(np.float64)
        return "pandas", len(table), values
    if name == "boris":
        return "pandas and openpyxl", len(pd.read_excel(path)), None
    if name == "srt":
        import pysrt

        return "pysrt", len(pysrt.open(str(path))), None
    if name in ("bids", "elan", "observer", "physio", "statistics"):
        how = {"sep": "," if path.suffix == ".csv" else "\t"}
        if name == "observer":
            how = {"sep": ";", "encoding": "utf-16"}
        return "pandas", len(pd.read_csv(path, **how)), None
    return "as text", len(path.read_text(encoding="utf-8").splitlines()), None


if __name__ == "__main__":
    sys.exit(main())
