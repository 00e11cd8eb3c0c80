"""Looks whether everything that the program needs is there, and says what to do where not."""

import importlib.metadata
import importlib.util
import os
import platform
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fer_desktop import __version__
from fer_desktop.core.errors import FerError
from fer_desktop.core.settings import Settings
from fer_desktop.core.types import Frame
from fer_desktop.system import paths
from fer_desktop.system.display import missing_display
from fer_desktop.vision import assembly
from fer_desktop.vision.camera.devices import CameraDevice, is_refused, list_cameras
from fer_desktop.vision.camera.formats import offered_formats
from fer_desktop.vision.media.images import read_image
from fer_desktop.vision.recognition.model_spec import KERAS_FILE

_PACKAGES = (
    "numpy",
    "opencv-python-headless",
    "PySide6-Essentials",
    "ai-edge-litert",
    "platformdirs",
    "pyqtgraph",
    "cv2-enumerate-cameras",
    "psutil",
    "keras",
    "tensorflow",
)


@dataclass(frozen=True)
class Check:
    """One thing that was looked at.

    Attributes:
        name: What.
        ok: Whether it works.
        needed: The program does its main job only with it.
        text: What was found, or what to do.
    """

    name: str
    ok: bool
    needed: bool
    text: str


def versions() -> dict[str, str | None]:
    """Return the version of each package that matters; None where it is not installed."""
    found: dict[str, str | None] = {"fer-desktop": __version__, "python": platform.python_version()}
    for name in _PACKAGES:
        try:
            found[name] = importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            found[name] = None
    return found


def machine() -> dict[str, Any]:
    """Return what this computer is."""
    return {
        "system": platform.platform(),
        "processor": processor(),
        "cores": os.cpu_count(),
    }


def processor() -> str:
    """Return the processor's name, as far as the system tells it."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        lines = []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or platform.machine()


def run_checks() -> list[Check]:
    """Return the checks, done one after the other; none of them raises."""
    return list(checks())


def checks() -> Iterator[Check]:
    """Do the checks one after the other and yield each."""
    yield _guarded("resources", True, lambda: f"models: {', '.join(paths.bundled_models())}")
    for name in _models():
        yield _guarded(f"model {name}", True, _model_check(name))
    yield _guarded("analysis", True, _analysis)
    yield _guarded("window", False, _window)
    yield _guarded("display", False, _display)
    yield _guarded("camera", False, _cameras)
    yield _guarded("keras engine", False, _keras)


def report_text(checks: list[Check]) -> str:
    """Return the whole report for people, ready to be copied into a question."""
    lines = [f"{key}: {value}" for key, value in machine().items()]
    lines += [f"{name} {version or 'not installed'}" for name, version in versions().items()]
    lines.append("")
    for check in checks:
        mark = "ok" if check.ok else ("PROBLEM" if check.needed else "absent")
        lines.append(f"{mark:<8} {check.name}: {check.text}")
    return "\n".join(lines)


class _ProblemError(Exception):
    """A check found something missing; the text says what to do."""


def _guarded(name: str, needed: bool, look: Callable[[], str]) -> Check:
    try:
        return Check(name, True, needed, look())
    except (_ProblemError, FerError, OSError, ImportError) as error:
        return Check(name, False, needed, str(error))


def _models() -> list[str]:
    try:
        return paths.bundled_models()
    except FileNotFoundError:
        return []


def _model_check(name: str) -> Callable[[], str]:
    def look() -> str:
        spec = assembly.model_spec(Settings(model=name))
        # A frozen program has no Keras engine, so it comes without what only that reads.
        left_out = KERAS_FILE if getattr(sys, "frozen", False) else ""
        sizes = {file: len(spec.read_file(file)) for file in spec.sha256 if file != left_out}
        listed = ", ".join(f"{file} {size / 1e6:.1f} MB" for file, size in sizes.items())
        return f"version {spec.version}; {listed}; checksums right"

    return look


def _analysis() -> str:
    analyzer = assembly.still_analyzer(Settings())
    analyzed = analyzer.analyze(Frame(read_image(paths.demo_picture())))
    if not analyzed.faces:
        raise _ProblemError("No face was found in the demo's picture; install the program anew.")
    face = analyzed.faces[0]
    return (
        f"demo picture: {face.label} {face.confidence:.2f}; faces found in "
        f"{analyzed.timings.detect_ms:.0f} ms, named in {analyzed.timings.classify_ms:.1f} ms"
    )


def _window() -> str:
    # Looked for without loading it: the window's libraries may be what is broken.
    if importlib.util.find_spec("PySide6") is None:
        raise _ProblemError("PySide6 is not installed; the commands work, the window does not.")
    return "PySide6 is installed"


def _display() -> str:
    problem = missing_display(os.environ, sys.platform)
    if problem:
        raise _ProblemError(problem)
    return "there is one"


def _cameras() -> str:
    cameras = list_cameras()
    if not cameras:
        raise _ProblemError("None found. Plug one in, or allow its use in the privacy settings.")
    return ", ".join(_camera(camera) for camera in cameras)


def _camera(camera: CameraDevice) -> str:
    if is_refused(camera):
        return f"{camera.name} (the system refuses its use)"
    n_formats = len(offered_formats(camera))
    return f"{camera.name} ({n_formats} formats)" if n_formats else camera.name


def _keras() -> str:
    if importlib.util.find_spec("tensorflow") is None:
        raise _ProblemError("TensorFlow is not installed; only the Keras engine needs it.")
    return "TensorFlow is installed"
