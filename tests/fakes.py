"""Stand-ins with scripted behaviour: sources, a detector, a classifier, a camera on loopback."""

import contextlib
import faulthandler
import http.server
import os
import signal
import sys
import threading
import time
from pathlib import Path

import cv2
import numpy as np

from fer_desktop.batch.jobs import Outcome
from fer_desktop.batch.processes import READY
from fer_desktop.core.errors import SourceError
from fer_desktop.core.geometry import BoundingBox
from fer_desktop.core.labels import LABELS, N_LABELS
from fer_desktop.core.types import Face, Frame
from fer_desktop.system.crashes import trace_into
from fer_desktop.vision.camera.devices import CameraDevice
from fer_desktop.vision.recognition.model_spec import ModelSpec
from fer_desktop.vision.recognition.preprocess import ChipFormat

PATIENCE_S = 300
"""What must come is waited for so long: a guard against hanging, for a computer may be slow."""


def picture(width=64, height=48, value=100):
    """Return a plain picture."""
    return np.full((height, width, 3), value, np.uint8)


def probabilities(label, p=0.9):
    """Return (8,) float32 with `p` on one label and the rest spread evenly."""
    values = np.full(N_LABELS, (1 - p) / (N_LABELS - 1), np.float32)
    values[LABELS.index(label)] = p
    return values / values.sum()


class ScriptedSource:
    """A source that does what its script says, entry by entry.

    Entries: an array is a frame, a number a pause in seconds, an exception is raised, "end" ends,
    a callable is called. After the script it ends, or begins anew where `repeats`.
    """

    def __init__(self, script, *, name="Scripted", live=True, comes_back=False, repeats=False):
        self.name, self.is_live, self.may_drop = name, live, live
        self.can_come_back = comes_back
        self.script, self.repeats = script, repeats
        self.n_opened = self.n_closed = 0
        self.threads = set()
        self._position, self._index, self._is_open = 0, 0, False
        self.open_error = None

    def open(self):
        self.threads.add(threading.current_thread().name)
        self.n_opened += 1
        if self.open_error is not None:
            raise self.open_error
        self._is_open = True

    def read(self):
        self.threads.add(threading.current_thread().name)
        if not self._is_open:
            raise SourceError(f"{self.name}: not open.")
        while True:
            if self._position >= len(self.script):
                if not self.repeats:
                    return None
                self._position = 0
            entry = self.script[self._position]
            self._position += 1
            if isinstance(entry, np.ndarray):
                now = time.perf_counter()
                time_s = now if self.is_live else self._index / 30
                self._index += 1
                return Frame(entry.copy(), self._index - 1, time_s, now)
            if isinstance(entry, Exception):
                raise entry
            if entry == "end":
                return None
            if callable(entry):
                entry()
            else:
                time.sleep(entry)

    def close(self):
        self._is_open = False
        self.n_closed += 1


class FixedDetector:
    """Finds the same boxes in every picture, or those of the next list at each call."""

    def __init__(self, *boxes, per_call=None):
        self._boxes, self._per_call = boxes, list(per_call or [])
        self.is_closed = False

    def detect(self, image):
        boxes = self._per_call.pop(0) if self._per_call else self._boxes
        height, width = image.shape[:2]
        return [Face(BoundingBox(*box).clipped(width, height), 0.9) for box in boxes]

    def look(self, frame, expected):
        self.expected = expected
        return self.detect(frame.image)

    def close(self):
        self.is_closed = True


class FixedClassifier:
    """Names every chip the same, or by its brightness where a function is given."""

    engine_name = "litert"

    def __init__(self, label="happiness", p=0.9, by_mean=None):
        self._row, self._by_mean = probabilities(label, p), by_mean
        self.n_calls = 0
        self.spec = ModelSpec(
            directory=Path("fixed"),
            name="fixed",
            version="0",
            description="A fake.",
            chip_format=ChipFormat(16, 16, 3),
            temperature=1.0,
            uncertain_below=0.4,
            sha256={"model.tflite": "0" * 64, "model.keras": "1" * 64},
        )

    def for_pictures(self):
        return self

    def twin(self):
        return self

    def classify(self, chips):
        self.n_calls += 1
        if self._by_mean is not None:
            return np.stack([self._by_mean(float(chip.mean())) for chip in chips])
        return np.repeat(self._row[np.newaxis], len(chips), axis=0)


def camera_device(name="Loopback", number=0, target="", identity=None):
    """Return a camera that OpenCV opens through FFmpeg, so that an address can be its target."""
    return CameraDevice(number, name, target, cv2.CAP_FFMPEG, identity or f"{name}|0000:0001|a")


_PART = "--frame\r\nContent-Type: image/jpeg\r\nContent-Length: {}\r\n\r\n"


class LoopbackCamera:
    """An MJPEG camera on 127.0.0.1, read by OpenCV through the same class as a real one.

    Modes: "play" sends frames, each a little different as a sensor's noise makes them; "frozen"
    the same one, "black" none of it, "slow" one a second; "stall" keeps the connection and sends
    nothing, "refuse" closes at once. `unplug()` cuts running connections and refuses new ones;
    `plug_in()` undoes it.
    """

    # More than a slow look at its frames could pass over in step.
    N_VARIANTS = 61

    def __init__(self, image, rate=30):
        self._image = image
        self._encoded = {}
        self._rate = rate
        self.mode = "play"
        self.n_connections = self.n_sent = 0
        self._stop, self._sending = threading.Event(), threading.Lock()
        camera = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                camera.n_connections += 1
                if camera.mode == "refuse":
                    self.send_error(503)
                    return
                self.send_response(200)
                kind = "multipart/x-mixed-replace; boundary=frame"
                self.send_header("Content-Type", kind)
                self.end_headers()
                with contextlib.suppress(OSError):  # the reader has gone
                    camera._send(self.wfile)

            def log_message(self, *arguments):
                pass

        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._thread = threading.Thread(
            target=self._server.serve_forever, args=(0.05,), name="loopback camera", daemon=True
        )
        self._thread.start()

    @property
    def url(self):
        """Return its address."""
        return f"http://127.0.0.1:{self._server.server_address[1]}/video.mjpg"

    def unplug(self):
        self.mode = "refuse"

    def plug_in(self):
        self.mode = "play"

    def stall(self):
        """Send nothing from now on: what `n_sent` counts has been sent."""
        with self._sending:
            self.mode = "stall"

    def close(self):
        self._stop.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(PATIENCE_S)

    def _send(self, file):
        n_sent = 0
        while not self._stop.is_set() and self.mode != "refuse":
            with self._sending:
                if self.mode != "stall":
                    data = self._data(n_sent)
                    file.write(_PART.format(len(data)).encode() + data + b"\r\n")
                    file.flush()
                    n_sent += 1
                    self.n_sent += 1
            self._stop.wait(1 if self.mode == "slow" else 1 / self._rate)

    def _data(self, number):
        """Return a frame as JPEG; of a black or frozen picture always the same."""
        key = self.mode if self.mode in ("black", "frozen") else number % self.N_VARIANTS
        if key not in self._encoded:
            image = self._image.copy()
            if key == "black":
                image[:] = 0
            elif key != "frozen":
                image[-8:, -8:] = 60 + 2 * key
            self._encoded[key] = cv2.imencode(".jpg", image)[1].tobytes()
        return self._encoded[key]


def serve_scripted(connection, task, trace=None):
    """Stand in for a process of the analysis: it does what the names of the files say.

    "poison" kills it each time, "frail" the first time only, "slow" takes a while; "crash" is a
    fault of native code, "bad" an exception that nobody expects.
    """
    with trace_into(trace):
        _do_as_they_say(connection)


def _do_as_they_say(connection):
    connection.send(READY)
    with contextlib.suppress(EOFError, OSError):
        while True:
            for job in connection.recv():
                path = Path(job.item.path)
                if path.name.startswith("poison"):
                    os.kill(os.getpid(), signal.SIGKILL)
                if path.name.startswith("frail") and not path.exists():
                    path.touch()
                    os.kill(os.getpid(), signal.SIGKILL)
                if path.name.startswith("crash"):
                    faulthandler._sigsegv()
                if path.name.startswith("bad"):
                    raise ZeroDivisionError
                if path.name.startswith("slow"):
                    time.sleep(0.3)
                connection.send(Outcome(job.number, str(path), f"{path.name}\n", None))


def serve_nothing(connection, task, trace=None):
    """Stand in for a process of the analysis that can't start."""
    os._exit(3)


def n_lines_run(function):
    """Return how many lines of Python a call runs: what it costs, on however slow a computer."""
    n = 0

    def count(frame, event, argument):
        nonlocal n
        n += event == "line"
        assert n < 1_000_000, "it goes on and on"
        return count

    before = sys.gettrace()
    sys.settrace(count)
    try:
        function()
    finally:
        sys.settrace(before)
    return n


def wait_until(condition, timeout_s=PATIENCE_S):
    """Wait until a condition holds; fail when it does not in time."""
    deadline = time.monotonic() + timeout_s
    while time.monotonic() < deadline:
        result = condition()
        if result:
            return result
        time.sleep(0.005)
    raise AssertionError(f"not within {timeout_s} s: {condition}")
