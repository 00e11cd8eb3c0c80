"""Records, exports and analyzes while a signal comes to each thread all the time; gets a folder."""

import ctypes
import os
import signal
import sys
import threading
import time
from pathlib import Path

from fer_desktop.__main__ import keep_stdout_whole, main
from fer_desktop.core.settings import Settings
from fer_desktop.sessions.new_session import Recorded, open_session
from fer_desktop.sessions.recorder import Recorder
from tests.fakes import PATIENCE_S
from tests.sessions.killed_child import analyzed_frames

EVERY_S = 0.002
N_LETTERS = 300_000
"""More than a pipe holds."""


def disturb(stop):
    """Interrupt what the threads wait for, read and write, native ones too."""
    tgkill = ctypes.CDLL(None).tgkill
    me = threading.get_native_id()
    while not stop.wait(EVERY_S):
        for thread in (int(each.name) for each in Path("/proc/self/task").iterdir()):
            if thread != me:
                tgkill(os.getpid(), thread, signal.SIGALRM)


def record(folder):
    """Record all frames with their video, and return the session's folder."""
    settings = Settings(model="seed", record_folder=str(folder), record_video=True)
    recorder = Recorder(
        lambda: open_session(Recorded("camera", "Camera"), settings), with_pictures=True
    )
    recorder.start()
    for analyzed in analyzed_frames():
        while recorder._queue.qsize() > 10:  # a slow disk drops no frame here
            time.sleep(0.01)
        recorder.add(analyzed)
    recorder.request_stop()
    recorder.join(PATIENCE_S)
    return recorder.folder


def run(home):
    """Do all of it; the results go into a pipe that is read when the last of them waits for it."""
    come, waits = [], []

    def hear(*_):
        come.append(True)
        if waits:
            waits.pop()
            if not waits:
                print("waits", file=sys.stderr, flush=True)

    signal.signal(signal.SIGALRM, hear)
    keep_stdout_whole()
    stop = threading.Event()
    thread = threading.Thread(target=disturb, args=(stop,))
    thread.start()
    folder = record(home)
    codes = [
        main(["export", str(folder), "--format", "csv", "--output", str(home / "out.csv")]),
        main(["analyze", str(folder / "video.mp4"), "--every", "9", "--format", "csv"]),
    ]
    waits += [True] * 5  # not before it has begun, for its first part goes on at once
    print("x" * N_LETTERS)
    stop.set()
    thread.join()
    # One may still be on its way to a thread when the interpreter takes its own hearing back.
    signal.signal(signal.SIGALRM, signal.SIG_IGN)
    assert come
    return max(codes)


if __name__ == "__main__":
    sys.exit(run(Path(sys.argv[1])))
