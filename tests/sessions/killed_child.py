"""Records a source of 30, then 8, then 25 frames a second, and kills itself; gets a folder."""

import os
import signal
import sys
import time

from fer_desktop.core.geometry import BoundingBox
from fer_desktop.core.settings import Settings
from fer_desktop.core.types import AnalyzedFrame, Expression, Face, Frame, RecognizedFace
from fer_desktop.sessions.new_session import Recorded, open_session
from fer_desktop.sessions.recorder import Recorder
from tests.fakes import probabilities
from tests.movies import coded

SPEEDS = ((30, 60, "happiness"), (8, 24, "anger"), (25, 100, "sadness"))
"""Frames a second, how many, and what the face shows then."""
START_S = 5000.25
"""A camera's clock does not begin with the recording."""
N_LATE = 20
"""Frames that come just before the kill."""


def analyzed_frames():
    """Yield all frames of the source."""
    index, time_s = 0, START_S
    for rate, n, label in SPEEDS:
        looks = Expression(probabilities(label), steady_label=label)
        for _ in range(n):
            face = RecognizedFace(Face(BoundingBox(90, 60, 190, 180), 0.9, 1), looks, looks)
            yield AnalyzedFrame(Frame(coded(index), index, time_s, time.perf_counter()), (face,))
            index, time_s = index + 1, time_s + 1 / rate


def main():
    """Record and die."""
    settings = Settings(model="seed", record_folder=sys.argv[1], record_video=True)
    flushed = []

    def opened():
        sink = open_session(Recorded("camera", "Camera"), settings)
        flush = sink.flush

        def noted():
            flush()
            flushed.append(sink)

        sink.flush = noted
        return sink

    recorder = Recorder(opened, with_pictures=True)
    recorder.start()
    frames = list(analyzed_frames())
    for number, analyzed in enumerate(frames):
        if number == len(frames) - N_LATE:
            while not recorder._queue.empty():
                time.sleep(0.01)
            n_flushed = len(flushed)
            while len(flushed) < n_flushed + 2:  # what came until now is on the disk by then
                time.sleep(0.01)
        while recorder._queue.qsize() > 10:  # a slow disk drops no frame here
            time.sleep(0.01)
        recorder.add(analyzed)
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    main()
