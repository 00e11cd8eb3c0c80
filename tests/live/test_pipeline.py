"""The session with its two threads: what is dropped, what is told, and what survives."""

import dataclasses
import threading
import time
import weakref
from types import SimpleNamespace

import cv2
import numpy as np
import pytest

from fer_desktop.core.errors import CameraError, ModelError, SourceError
from fer_desktop.core.settings import Settings
from fer_desktop.core.types import Frame
from fer_desktop.live import capture, pipeline
from fer_desktop.live.capture import CaptureThread
from fer_desktop.live.events import AnalysisFailed, AnalysisReady, PipelineState, StateChanged
from fer_desktop.live.pipeline import LivePipeline, has_hanging_threads
from fer_desktop.live.slot import LatestSlot
from fer_desktop.vision import assembly
from fer_desktop.vision.analyzer import FrameAnalyzer
from fer_desktop.vision.camera.capture import CameraSource
from fer_desktop.vision.camera.demo import DemoSource
from fer_desktop.vision.camera.image_source import ImageSource
from fer_desktop.vision.camera.stream import StreamSource
from fer_desktop.vision.media.video_source import VideoSource
from tests.fakes import (
    PATIENCE_S,
    FixedClassifier,
    FixedDetector,
    LoopbackCamera,
    ScriptedSource,
    camera_device,
    picture,
    wait_until,
)

IDLE, OPENING, RUNNING = PipelineState.IDLE, PipelineState.OPENING, PipelineState.RUNNING
LOST, ENDED, FAILED = PipelineState.LOST, PipelineState.ENDED, PipelineState.FAILED
BOX = (10, 10, 30, 30)


def numbered(*values):
    """Return pictures that are told apart by their brightness."""
    return [picture(value=value) for value in values]


def number_of(frame):
    """Return the brightness of a numbered picture."""
    return int(frame.image[0, 0, 0])


def fixed_analyzer(settings=None, detector=None):
    threshold = 0.4 if settings is None else settings.min_confidence or 0.4
    return FrameAnalyzer(detector or FixedDetector(BOX), FixedClassifier(), threshold=threshold)


class GatedDetector(FixedDetector):
    """Remembers the numbers of its pictures and holds each until the gate is open."""

    def __init__(self, *, is_open=False):
        super().__init__(BOX)
        self.gate, self.entered = threading.Event(), threading.Event()
        self.seen = []
        if is_open:
            self.gate.set()

    def detect(self, image):
        self.seen.append(int(image[0, 0, 0]))
        self.entered.set()
        assert self.gate.wait(PATIENCE_S)
        return super().detect(image)


class Watched:
    """A session that is polled, with all that it told."""

    def __init__(self, session):
        self.session = session
        self.results, self.events = [], []

    def poll(self):
        result, events = self.session.poll()
        self.events.extend(events)
        if result is not None:
            self.results.append(result)
        return True

    def until(self, condition):
        """Poll until the condition holds."""
        wait_until(lambda: self.poll() and condition())

    def for_s(self, seconds):
        """Poll for a while."""
        end = time.perf_counter() + seconds
        self.until(lambda: time.perf_counter() >= end)

    def until_state(self, *states):
        """Poll until the session went through these states, from the start."""
        self.until(lambda: self.states[: len(states)] == list(states))

    @property
    def states(self):
        return [event.state for event in self.events if isinstance(event, StateChanged)]

    @property
    def numbers(self):
        return [number_of(result.frame) for result in self.results]

    def told(self, kind):
        return [event for event in self.events if isinstance(event, kind)]

    def message(self, state):
        """Return the first message that came with a state."""
        return next(e.message for e in self.told(StateChanged) if e.state is state)


@pytest.fixture
def run():
    """Return a function that starts a session; each must stop in time in the end."""
    watched, gates = [], []

    def start(source, make_analyzer=fixed_analyzer, settings=None, *, gate=None, **options):
        """Start on a source, or on what a function gives; open `gate` before the end."""
        make_source = source if callable(source) else lambda: source
        if gate is not None:
            gates.append(gate)
        session = LivePipeline(make_source, make_analyzer, settings or Settings(), **options)
        watched.append(Watched(session))
        session.start()
        return watched[-1]

    yield start
    for found in watched:
        begin = time.perf_counter()
        found.session.stop()
        assert time.perf_counter() - begin < PATIENCE_S / 2, "it waited for a gate"
    for gate in gates:
        gate.set()
    wait_until(lambda: not has_hanging_threads())


# Normal runs.


def test_a_normal_run_from_start_to_end(run):
    source = ScriptedSource([*numbered(1, 2, 3), 0.05, *numbered(4), "end"], name="Cam")
    watched = run(source)
    watched.until(lambda: ENDED in watched.states and 4 in watched.numbers)
    assert watched.states == [OPENING, RUNNING, ENDED]
    assert {event.source for event in watched.told(StateChanged)} == {"Cam"}
    assert {event.message for event in watched.told(StateChanged)} == {""}
    assert watched.told(AnalysisReady) == [AnalysisReady("fixed", "litert")]
    assert watched.numbers == sorted(watched.numbers)
    assert watched.session.state is ENDED
    assert (source.n_opened, source.n_closed) == (1, 1)


def test_nothing_is_opened_before_the_start():
    source = ScriptedSource([])
    session = LivePipeline(lambda: source, fixed_analyzer, Settings())
    assert session.poll() == (None, [])
    assert session.state is IDLE
    session.stop()
    assert source.n_opened == 0


def test_a_result_belongs_to_its_own_frame(run):
    class Detector(FixedDetector):
        def detect(self, image):
            self._boxes = [(0, 0, int(image[0, 0, 0]) + 1, 20)]
            return super().detect(image)

    script = [entry for value in range(60) for entry in (picture(value=value), 0.002)]
    watched = run(ScriptedSource(script), lambda settings: fixed_analyzer(detector=Detector()))
    watched.until(lambda: ENDED in watched.states and 59 in watched.numbers)
    assert len(watched.results) > 3
    for result in watched.results:
        (face,) = result.faces
        assert face.box.x2 == number_of(result.frame) + 1
        assert result.frame.index == number_of(result.frame)


def test_one_thread_opens_reads_and_closes(run):
    class Source(ScriptedSource):
        def close(self):
            self.threads.add(threading.current_thread().name)
            super().close()

    source = Source([*numbered(1), 0.01], name="Cam", repeats=True)
    watched = run(source)
    watched.until(lambda: watched.results)
    watched.session.stop()
    assert source.threads == {"capture Cam"}
    assert source.n_closed == 1


def test_the_analyzer_is_made_and_used_in_one_other_thread(run):
    names = set()

    class Detector(FixedDetector):
        def detect(self, image):
            names.add(threading.current_thread().name)
            return super().detect(image)

    def make(settings):
        names.add(threading.current_thread().name)
        return fixed_analyzer(detector=Detector(BOX))

    watched = run(ScriptedSource([*numbered(1), 0.01], repeats=True), make)
    watched.until(lambda: len(watched.results) > 2)
    assert names == {"analysis"}


def test_the_resolution_may_change_in_mid_stream(run):
    def whole_picture(settings):
        return fixed_analyzer(detector=FixedDetector((0, 0, 10_000, 10_000)))

    sizes = [(64, 48), (128, 96), (20, 90), (64, 48)]
    script, started, release = [], [], threading.Event()
    for n, size in enumerate(sizes, 1):
        script += [
            picture(*size),
            lambda n=n: wait_until(
                lambda: release.is_set() or (started and len(started[0].results) == n)
            ),
        ]
    watched = run(ScriptedSource(script), whole_picture, gate=release)
    started.append(watched)
    watched.until(lambda: ENDED in watched.states)
    assert len(watched.results) == 4
    for result, (width, height) in zip(watched.results, sizes, strict=True):
        assert (result.frame.width, result.frame.height) == (width, height)
        assert tuple(result.faces[0].box) == (0, 0, width, height)


# Opened anew.


def test_reopened_it_shows_the_other_source_and_the_model_stays_loaded(run):
    made = []

    def make(settings):
        made.append(settings)
        return fixed_analyzer()

    first = ScriptedSource([*numbered(1), 0.01], repeats=True)
    second = ScriptedSource([*numbered(2), 0.01], repeats=True)
    watched = run(first, make)
    watched.until(lambda: 1 in watched.numbers)
    watched.session.reopen(lambda: second)
    assert first.n_closed == 1  # before the other one is opened: it may be the same camera
    watched.until(lambda: 2 in watched.numbers)
    seen = len(watched.numbers)
    watched.until(lambda: len(watched.numbers) > seen + 5)
    assert set(watched.numbers[seen:]) == {2}
    assert len(made) == 1
    assert watched.states == [OPENING, RUNNING, OPENING, RUNNING]


def test_reopening_a_source_that_hangs_waits_until_the_driver_lets_go(run, monkeypatch):
    monkeypatch.setattr("fer_desktop.live.pipeline.STOP_TIMEOUT_S", 0.1)
    gate = threading.Event()
    first = ScriptedSource([*numbered(1), lambda: gate.wait(PATIENCE_S), "end"])
    second = ScriptedSource([*numbered(2), 0.01], repeats=True)
    watched = run(first, gate=gate)
    watched.until(lambda: 1 in watched.numbers)
    watched.session.reopen(lambda: second)
    watched.for_s(1.3)
    assert second.n_opened == 0
    assert has_hanging_threads()
    gate.set()
    watched.until(lambda: 2 in watched.numbers)


def test_statistics(run):
    watched = run(ScriptedSource([*numbered(1), 0.05], repeats=True))
    watched.until(lambda: len(watched.results) >= 12)
    statistics = watched.session.statistics()
    assert 0 < statistics.frames_per_second < 21
    assert statistics.latency_ms > 0


# A slow analysis.


def test_a_slow_analysis_drops_frames_and_counts_them(run):
    detector, more = GatedDetector(), threading.Event()
    script = [*numbered(0), lambda: detector.entered.wait(PATIENCE_S), *numbered(*range(1, 11))]
    source = ScriptedSource([*script, lambda: more.wait(PATIENCE_S)])
    watched = run(source, lambda settings: fixed_analyzer(detector=detector), gate=more)
    wait_until(lambda: source._index == 11 and watched.session.statistics().dropped == 9)
    detector.gate.set()
    watched.until(lambda: 10 in watched.numbers)
    assert detector.seen == [0, 10], "the newest frame, not the oldest"
    assert watched.session.statistics().dropped == 9
    more.set()


def test_who_polls_late_gets_the_newest_result_alone(run):
    detector = GatedDetector(is_open=True)
    script = [entry for value in range(5) for entry in (picture(value=value), 0.03)]
    watched = run(ScriptedSource(script), lambda settings: fixed_analyzer(detector=detector))
    wait_until(lambda: detector.seen and detector.seen[-1] == 4)
    watched.until(lambda: ENDED in watched.states and 4 in watched.numbers)
    assert len(watched.results) <= 2


def test_a_fast_source_and_a_slow_poller_keep_a_few_frames_only(run):
    frames = []

    class Source(ScriptedSource):
        def read(self):
            frame = super().read()
            frames.append(weakref.ref(frame))
            return frame

    detector = GatedDetector(is_open=True)
    source = Source([picture(320, 240), 0.001], repeats=True)
    run(source, lambda settings: fixed_analyzer(detector=detector))
    wait_until(lambda: len(frames) > 300 and len(detector.seen) > 20)
    # One in each slot, one at work in each thread, and one on its way.
    assert sum(frame() is not None for frame in list(frames)) <= 6


# Files.


@dataclasses.dataclass
class TimedSource:
    """A file whose frames have these times; remembers when each was asked for and given."""

    times: list
    name: str = "Timed"
    is_live = False
    may_drop = False
    can_come_back = False

    def open(self):
        self.asked, self.given = [], []

    def read(self):
        self.asked.append(time.perf_counter())
        index = len(self.given)
        if index == len(self.times):
            return None
        self.given.append(time.perf_counter())
        return Frame(picture(value=index), index, self.times[index], self.given[-1])

    def close(self):
        pass


def test_a_file_loses_no_frame_however_slow_the_analysis_is(run):
    detector = GatedDetector()
    source = ScriptedSource(numbered(*range(12)), live=False)
    watched = run(source, lambda settings: fixed_analyzer(detector=detector))
    wait_until(detector.entered.is_set)
    watched.for_s(0.5)  # all twelve would be through by now
    detector.gate.set()
    watched.until(lambda: ENDED in watched.states and len(detector.seen) == 12)
    assert detector.seen == list(range(12))
    assert watched.session.statistics().dropped == 0


def test_a_file_is_over_when_its_last_frame_is_analyzed(run):
    detector = GatedDetector()
    source = ScriptedSource(numbered(1), live=False)
    watched = run(source, lambda settings: fixed_analyzer(detector=detector), gate=detector.gate)
    assert not watched.session.is_over
    watched.until(lambda: ENDED in watched.states and detector.entered.is_set())
    assert not watched.session.is_over
    detector.gate.set()
    watched.until(lambda: watched.session.is_over)
    watched.poll()
    assert watched.numbers == [1]


def test_a_camera_that_drops_frames_is_over_too_and_a_failed_one(run):
    for end in ("end", SourceError("a.mp4: the video is damaged.")):
        watched = run(ScriptedSource([*numbered(*range(50)), end]))
        watched.until(lambda: watched.session.is_over)  # noqa: B023 - called at once
        watched.poll()
        assert watched.numbers[-1] == 49


def test_a_lost_camera_is_not_over(run):
    source = ScriptedSource([*numbered(1), CameraError("Gone.")], comes_back=True)
    watched = run(source)
    watched.until(lambda: LOST in watched.states and watched.results)
    assert not watched.session.is_over


def test_a_file_plays_at_its_own_speed():
    source = TimedSource([0.0, 0.05, 0.1, 0.5, 0.55])
    played(source)
    for index, time_s in enumerate(source.times):
        assert source.asked[index + 1] - source.given[0] >= time_s - 0.005


def test_a_file_need_not_begin_at_zero():
    source = TimedSource([100.0, 100.05, 100.1])
    played(source)
    assert 0.095 <= source.asked[-1] - source.given[0] < 100


def test_a_frame_of_a_file_becomes_present_when_its_time_has_come(run):
    """The latency that is shown is of the program, not of the file's own pace."""
    watched = run(TimedSource([0.0, 0.4]))
    watched.until(lambda: len(watched.results) == 2)
    first, second = (result.frame.captured_s for result in watched.results)
    assert second - first >= 0.35


def test_after_a_stall_a_file_goes_on_without_a_rush():
    now_s = 50.0
    pace, shown = capture._Pace(lambda: now_s), []
    for time_s in (0.0, 0.1, 0.2, 0.3):
        now_s += 0.4 if time_s == 0.1 else 0.0  # to read it takes so long
        now_s += max(0.0, pace.delay_s(time_s))
        shown.append(now_s)
    assert np.diff(shown) == pytest.approx([0.4, 0.1, 0.1])


def played(source):
    """Read a source to its end in a capture thread."""
    slot, states = LatestSlot(), []
    thread = CaptureThread(source, slot, lambda state, name, message: states.append(state))
    thread.start()
    wait_until(lambda: slot.take() is None and not thread.is_alive)
    assert states == [OPENING, RUNNING, ENDED]


def test_a_real_video_without_a_drop(run, video):
    detector = GatedDetector(is_open=True)
    watched = run(lambda: VideoSource(video), lambda settings: fixed_analyzer(detector=detector))
    watched.until(lambda: ENDED in watched.states and len(detector.seen) == 30)
    assert watched.session.statistics().dropped == 0
    watched.until(lambda: watched.results[-1].frame.index == 29)
    times = [result.frame.time_s for result in watched.results]
    assert times == sorted(times)
    assert times[-1] == pytest.approx(29 / 15, abs=1e-3)


def test_a_picture_is_shown_once(run, portrait):
    watched = run(lambda: ImageSource(portrait))
    watched.until(lambda: ENDED in watched.states and watched.results)
    assert len(watched.results) == 1


def test_the_demo_with_the_real_analyzer(run):
    from fer_desktop.system import paths

    demo = DemoSource(paths.demo_picture())
    demo.may_drop = False  # a face whose next frame comes seconds later is another one
    watched = run(demo, assembly.live_analyzer, Settings(model="seed"))
    watched.until(lambda: sum(len(result.faces) == 1 for result in watched.results) >= 5)
    assert watched.told(AnalysisReady) == [AnalysisReady("seed", "litert")]
    numbers = {result.faces[0].track_id for result in watched.results if result.faces}
    assert numbers == {1}


def test_a_long_wait_is_not_taken_for_silence():
    # The next frame of a file may be due much later.
    source = TimedSource([0.0, 1000.0])
    thread = CaptureThread(source, LatestSlot(), lambda state, name, message: None)
    thread.start()
    wait_until(lambda: thread._is_waiting)
    time.sleep(0.05)
    assert thread.silent_s() == 0.0
    thread.request_stop()
    assert thread.join(PATIENCE_S)


def test_a_slow_analysis_of_a_file_is_not_taken_for_the_files_silence(run):
    detector = GatedDetector()
    source = ScriptedSource(numbered(*range(4)), live=False)
    watched = run(
        source,
        lambda settings: fixed_analyzer(detector=detector),
        silence_s=0.3,
        open_silence_s=0.3,
    )
    watched.for_s(0.8)
    detector.gate.set()
    watched.until(lambda: ENDED in watched.states)
    assert watched.states == [OPENING, RUNNING, ENDED]


def test_the_time_between_two_tries_is_not_counted_as_silence(monkeypatch):
    # A race: after the wait, and before the driver is called, the wait must not count.
    monkeypatch.setattr(capture, "_RETRY_S", (0.5,))
    source = ScriptedSource([], comes_back=True)
    source.open_error = CameraError("No camera.")
    silences = []

    def report(state, name, message):
        if state is OPENING:
            silences.append(thread.silent_s())

    thread = CaptureThread(source, LatestSlot(), report)
    thread.start()
    wait_until(lambda: len(silences) >= 2)
    thread.request_stop()
    assert thread.join(PATIENCE_S)
    assert max(silences) < 0.4


class SilentCapture:
    """A capture thread whose driver has been silent for as long as a test says."""

    is_alive = can_come_back = True
    source_name = "The camera"
    silence_s = 0.0

    def __init__(self, source, slot, report):
        self.report, self.is_asked_to_end = report, False

    def silent_s(self):
        return self.silence_s

    def excuse(self):
        self.silence_s = 0.0

    def start(self):
        """Nothing runs."""

    def request_stop(self):
        self.is_asked_to_end, self.is_alive = True, False

    def join(self, timeout_s):
        return True


@pytest.mark.parametrize(
    ("state", "patience_s"), [(IDLE, 15), (OPENING, 15), (LOST, 15), (RUNNING, 6)]
)
def test_a_source_that_is_opened_may_be_silent_for_longer(run, monkeypatch, state, patience_s):
    made = []
    monkeypatch.setattr(
        pipeline, "CaptureThread", lambda *given: made.append(SilentCapture(*given)) or made[-1]
    )
    watched = run(ScriptedSource([]), silence_s=6, open_silence_s=15)
    if state is not IDLE:
        made[0].report(state, "The camera", "")
        watched.poll()
    made[0].silence_s = patience_s - 0.1
    watched.poll()
    assert not made[0].is_asked_to_end
    made[0].silence_s = patience_s + 0.1
    watched.poll()
    assert made[0].is_asked_to_end
    assert watched.states[-1] is LOST
    assert "does not answer" in watched.told(StateChanged)[-1].message


def test_while_the_whole_program_stood_still_no_source_was_silent(run, monkeypatch):
    """It was stopped and goes on (Ctrl+Z, fg), or the computer slept."""
    made = []
    monkeypatch.setattr(
        pipeline, "CaptureThread", lambda *given: made.append(SilentCapture(*given)) or made[-1]
    )
    watched = run(ScriptedSource([]), silence_s=6, open_silence_s=15)
    watched.poll()
    now_s = time.perf_counter() + 30
    monkeypatch.setattr(pipeline, "time", SimpleNamespace(perf_counter=lambda: now_s))
    made[0].silence_s = 30.0
    watched.poll()
    assert not made[0].is_asked_to_end
    assert watched.states == []
    made[0].silence_s = 16.0  # it is silent all the same
    watched.poll()
    assert watched.states == [LOST]


def test_silence_is_measured_anew_when_it_is_excused():
    reads, gate = threading.Event(), threading.Event()
    source = ScriptedSource([reads.set, gate.wait, *numbered(1)], live=True)
    thread = CaptureThread(source, LatestSlot(), lambda *_: None)
    thread.start()
    assert reads.wait(PATIENCE_S)
    thread._progress_s -= 100
    assert thread.silent_s() >= 100
    thread.excuse()
    assert thread.silent_s() < 100
    gate.set()
    thread.request_stop()
    assert thread.join(PATIENCE_S)


# Failures.


def test_a_source_that_fails_for_good_says_why(run):
    source = ScriptedSource([*numbered(1), SourceError("a.mp4: the video is damaged.")])
    watched = run(source)
    watched.until(lambda: FAILED in watched.states)
    assert watched.states == [OPENING, RUNNING, FAILED]
    assert watched.message(FAILED) == "a.mp4: the video is damaged."
    wait_until(lambda: source.n_closed == 1)
    assert source.n_opened == 1


def test_a_source_that_can_not_be_opened(run):
    source = ScriptedSource([])
    source.open_error = SourceError("a.mp4: there is no such file.")
    watched = run(source)
    watched.until(lambda: FAILED in watched.states)
    assert watched.states == [OPENING, FAILED]
    assert watched.message(FAILED) == "a.mp4: there is no such file."
    assert watched.session.state is FAILED


@pytest.mark.parametrize("comes_back", [False, True])
@pytest.mark.parametrize("where", ["open", "read"])
def test_an_error_that_nobody_expected_is_logged_and_told(run, caplog, where, comes_back):
    source = ScriptedSource([*numbered(1), RuntimeError("boom")], comes_back=comes_back)
    if where == "open":
        source.open_error = RuntimeError("boom")
    watched = run(source)
    watched.until(lambda: FAILED in watched.states)
    assert watched.message(FAILED) == "Reading from Scripted failed; the log file says why."
    assert "boom" in caplog.text
    wait_until(lambda: source.n_closed == 1)
    caplog.clear()


def test_a_camera_that_is_unplugged_goes_on_by_itself_once_it_is_back(run):
    release = threading.Event()
    gone = CameraError("The camera was disconnected.")
    script = [*numbered(1), gone, *numbered(2), lambda: release.wait(PATIENCE_S)]
    source = ScriptedSource(script, comes_back=True)
    watched = run(source, gate=release)
    watched.until(lambda: 2 in watched.numbers)
    assert watched.states == [OPENING, RUNNING, LOST, OPENING, RUNNING]
    assert watched.message(LOST) == "The camera was disconnected."
    assert (source.n_opened, source.n_closed) == (2, 1)
    release.set()


def test_tries_become_rarer_while_a_camera_is_away(run, monkeypatch):
    monkeypatch.setattr(capture, "_RETRY_S", (0.01, 0.01, 60))
    source = ScriptedSource([], comes_back=True)
    source.open_error = CameraError("No camera.")
    watched = run(source)
    watched.until(lambda: watched.states.count(LOST) == 3)
    watched.for_s(0.3)
    assert source.n_opened == source.n_closed == 3
    assert watched.states == [OPENING, LOST] * 3


def test_after_a_picture_the_first_try_is_soon_again(run, monkeypatch):
    monkeypatch.setattr(capture, "_RETRY_S", (0.01, 60))
    script = [*numbered(1), CameraError("The camera was disconnected.")]
    watched = run(ScriptedSource(script, comes_back=True, repeats=True))
    watched.until(lambda: watched.states.count(LOST) >= 4)


def test_an_opened_camera_without_a_picture_does_not_count_as_back(run, monkeypatch):
    monkeypatch.setattr(capture, "_RETRY_S", (0.01, 60))
    source = ScriptedSource([CameraError("No picture.")], comes_back=True, repeats=True)
    watched = run(source)
    watched.until(lambda: watched.states.count(LOST) == 2)
    watched.for_s(0.3)
    assert source.n_opened == 2


@pytest.mark.parametrize("kind", ["camera", "stream"])
def test_a_real_camera_is_unplugged_and_plugged_in_again(run, kind):
    camera = LoopbackCamera(picture(320, 240))
    device = camera_device(target=camera.url)

    def cameras():
        return [device] if camera.mode == "play" else []

    source = {
        "camera": lambda: CameraSource(device.identity, cameras=cameras),
        "stream": lambda: StreamSource(camera.url),
    }[kind]
    try:
        watched = run(source)
        watched.until(lambda: len(watched.results) >= 3)
        assert watched.states == [OPENING, RUNNING]
        camera.unplug()
        watched.until(lambda: watched.states[2:4] == [LOST, OPENING])
        assert "It goes on by itself once it is back." in watched.message(LOST)
        watched.until(lambda: watched.states.count(LOST) >= 2)
        camera.plug_in()
        n_results = len(watched.results)
        watched.until(lambda: len(watched.results) >= n_results + 3)
        assert watched.states[-2:] == [OPENING, RUNNING]
        assert watched.session.state is RUNNING
        watched.session.stop()
    finally:
        camera.close()


# Drivers that hang.


class HangingSource(ScriptedSource):
    """Hangs in open, or in read after its first frame; then goes on with number 77."""

    def __init__(self, where, gate, **options):
        super().__init__(
            [*numbered(1), lambda: gate.wait(PATIENCE_S), *numbered(77), "end"], **options
        )
        self._where, self._gate = where, gate
        self.closed_by = set()

    def open(self):
        if self._where == "open":
            self._gate.wait(PATIENCE_S)
        super().open()

    def close(self):
        self.closed_by.add(threading.current_thread().name)
        super().close()


@pytest.mark.parametrize("where", ["open", "read"])
def test_a_hanging_camera_is_given_up_and_tried_again_once_it_lets_go(run, where):
    gate, made = threading.Event(), []

    def make_source():
        made.append(
            HangingSource(where, gate, comes_back=True, name="Cam")
            if not made
            else ScriptedSource([*numbered(5), 0.01], repeats=True, comes_back=True, name="Cam")
        )
        return made[-1]

    limits = {"silence_s": PATIENCE_S, "open_silence_s": PATIENCE_S}
    limits["open_silence_s" if where == "open" else "silence_s"] = 0.3
    watched = run(make_source, gate=gate, **limits)
    watched.until(lambda: LOST in watched.states)
    watched.session._silence_s = watched.session._open_silence_s = PATIENCE_S
    assert watched.states == ([OPENING, LOST] if where == "open" else [OPENING, RUNNING, LOST])
    assert watched.message(LOST).startswith("Cam does not answer.")
    assert has_hanging_threads()
    watched.for_s(1.3)
    assert len(made) == 1, "another thread would hang in the same driver"
    assert made[0].n_closed == 0, "closing while a read is under way ends the process"
    assert watched.states[-1] is LOST
    gate.set()
    watched.until(lambda: 5 in watched.numbers)
    assert len(made) == 2
    assert watched.states.count(LOST) == 1
    assert watched.states[-2:] == [OPENING, RUNNING]
    assert 77 not in watched.numbers, "a frame of the source that was given up"
    assert made[0].n_closed == 1
    assert made[0].closed_by == {"capture Cam"}


def test_a_hanging_file_has_failed(run):
    gate = threading.Event()
    source = HangingSource("read", gate, live=False)
    watched = run(source, gate=gate, silence_s=0.3, open_silence_s=0.3)
    watched.until(lambda: FAILED in watched.states)
    assert "does not answer" in watched.message(FAILED)
    gate.set()
    wait_until(lambda: source.n_closed == 1)
    watched.for_s(0.1)
    assert watched.states[-1] is FAILED


@pytest.mark.parametrize("where", ["open", "read"])
def test_stop_leaves_a_hanging_thread_behind_in_time(run, where):
    gate = threading.Event()
    source = HangingSource(where, gate, comes_back=True)
    watched = run(source, gate=gate)
    watched.until(lambda: source.n_opened or watched.states == [OPENING])
    if where == "read":
        watched.until(lambda: watched.numbers == [1])
    watched.session.stop()
    assert watched.session.state is IDLE
    assert has_hanging_threads()
    assert source.n_closed == 0
    gate.set()
    wait_until(lambda: not has_hanging_threads())
    assert source.n_closed == 1


def test_opening_may_take_longer_than_reading(run):
    gate = threading.Event()
    source = HangingSource("open", gate, comes_back=True)
    watched = run(source, gate=gate, silence_s=0.1, open_silence_s=PATIENCE_S)
    watched.until(lambda: watched.states == [OPENING])
    watched.for_s(0.5)
    assert watched.states == [OPENING]
    gate.set()
    watched.until(lambda: RUNNING in watched.states)


def test_closing_a_lost_camera_may_take_as_long_as_opening_one(run):
    gate = threading.Event()

    class SlowToClose(ScriptedSource):
        def close(self):
            gate.wait(PATIENCE_S)
            super().close()

    made = []

    def make_source():
        made.append(SlowToClose([*numbered(1), CameraError("Unplugged.")], comes_back=True))
        return made[-1]

    watched = run(make_source, gate=gate)
    watched.until(lambda: LOST in watched.states)
    watched.session._silence_s = 0.1
    watched.for_s(0.5)
    assert not has_hanging_threads()
    assert watched.message(LOST) == "Unplugged."
    assert watched.states.count(LOST) == 1
    gate.set()
    watched.until(lambda: made[0].n_opened == 2)
    assert len(made) == 1


def test_stop_in_the_middle_of_a_long_wait_is_quick(run, monkeypatch):
    monkeypatch.setattr(pipeline, "STOP_TIMEOUT_S", PATIENCE_S / 2)
    watched = run(TimedSource([0.0, 1000.0]))
    watched.until(lambda: watched.results)
    watched.session.stop()
    assert not has_hanging_threads()


def test_stop_while_the_analysis_is_busy_with_a_file_is_quick(run):
    detector = GatedDetector()
    source = ScriptedSource(numbered(*range(9)), live=False)
    watched = run(source, lambda settings: fixed_analyzer(detector=detector), gate=detector.gate)
    wait_until(lambda: source._index >= 3)
    watched.session.stop()
    assert has_hanging_threads()  # the analysis: it was not waited for
    detector.gate.set()
    wait_until(lambda: source.n_closed == 1)


def test_stop_twice_and_nothing_is_told_afterwards(run):
    source = ScriptedSource([*numbered(1), 0.005], repeats=True)
    watched = run(source)
    watched.until(lambda: watched.results)
    watched.session.stop()
    watched.session.stop()
    n_read = source._index
    watched.poll()
    watched.for_s(0.1)
    assert source._index == n_read
    assert watched.states == [OPENING, RUNNING]
    assert watched.session.state is IDLE


def test_when_nobody_polls_events_do_not_pile_up(run, monkeypatch):
    monkeypatch.setattr(capture, "_RETRY_S", (0.0,))
    source = ScriptedSource([], comes_back=True)
    source.open_error = CameraError("No camera.")
    watched = run(source)
    wait_until(lambda: source.n_opened > 600)
    watched.poll()
    assert 100 < len(watched.events) < 600


# The analysis.


def test_without_a_model_frames_still_come(run):
    def make(settings):
        raise ModelError("There is no model 'x'.")

    watched = run(ScriptedSource([*numbered(1, 2, 3), 0.02], repeats=True), make)
    watched.until(lambda: len(watched.results) >= 5)
    assert watched.told(AnalysisFailed) == [AnalysisFailed("There is no model 'x'.")]
    assert all(result.faces == () for result in watched.results)
    assert watched.states == [OPENING, RUNNING]


def test_an_analyzer_that_breaks_while_it_is_made_is_logged(run, caplog):
    def make(settings):
        raise RuntimeError("boom")

    watched = run(ScriptedSource([*numbered(1), 0.02], repeats=True), make)
    watched.until(lambda: len(watched.results) >= 2)
    (event,) = watched.told(AnalysisFailed)
    assert event.message == "The analysis failed; the log file says why."
    assert "boom" in caplog.text
    caplog.clear()


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (ModelError("The network gave no probabilities."), "The network gave no probabilities."),
        (RuntimeError("boom"), "The analysis failed; the log file says why."),
    ],
)
def test_an_analysis_that_fails_in_mid_run_is_told_once_and_frames_go_on(
    run, caplog, error, message
):
    class Broken(FixedDetector):
        n_calls = 0

        def detect(self, image):
            self.n_calls += 1
            if self.n_calls == 3:
                raise error
            return super().detect(image)

    detectors = [FixedDetector(BOX), Broken(BOX)]
    watched = run(
        ScriptedSource([*numbered(1), 0.01], repeats=True),
        lambda settings: fixed_analyzer(detector=detectors.pop()),
    )
    watched.until(lambda: watched.told(AnalysisFailed))
    n_results = len(watched.results)
    watched.until(lambda: len(watched.results) >= n_results + 5)
    assert watched.told(AnalysisFailed) == [AnalysisFailed(message)]
    assert all(result.faces == () for result in watched.results[n_results + 1 :])
    # Other settings are another chance.
    watched.session.apply(Settings(smoothing_s=0.1))
    watched.until(lambda: watched.results[-1].faces)
    assert len(watched.told(AnalysisReady)) == 2
    caplog.clear()


def test_the_very_frame_whose_analysis_failed_is_shown_too(run):
    class Broken(FixedDetector):
        def detect(self, image):
            raise ModelError("The network gave no probabilities.")

    watched = run(ScriptedSource(numbered(7)), lambda settings: fixed_analyzer(detector=Broken()))
    watched.until(lambda: watched.numbers == [7])
    assert watched.results[0].faces == ()


def test_what_an_analyzer_holds_is_given_back_at_the_end(run):
    closed = []

    class Analyzer(FrameAnalyzer):
        def close(self):
            closed.append(self)
            super().close()

    def make_analyzer(settings):
        return Analyzer(FixedDetector(BOX), FixedClassifier(), threshold=0.4)

    watched = run(ScriptedSource(numbered(1)), make_analyzer)
    watched.until(lambda: watched.results)
    assert not closed
    watched.session.stop()
    assert len(closed) == 1


def test_settings_are_applied_in_mid_run(run):
    made = []

    def make(settings):
        made.append(settings)
        return fixed_analyzer(settings)

    first, second = Settings(min_confidence=0.2), Settings(min_confidence=0.95)
    source = ScriptedSource([*numbered(1), 0.01], repeats=True)
    watched = run(source, make, first)
    watched.until(lambda: watched.results)
    assert watched.results[-1].faces[0].label == "happiness"
    watched.session.apply(second)
    watched.until(lambda: watched.results[-1].faces[0].label == "uncertain")
    n_results = len(watched.results)
    watched.until(lambda: len(watched.results) >= n_results + 3)
    assert made == [first, second]
    assert source.n_opened == 1
    assert {result.faces[0].label for result in watched.results[n_results:]} == {"uncertain"}


def test_a_model_that_is_broken_and_then_changed_for_a_good_one(run):
    def make(settings):
        if settings.model == "bad":
            raise ModelError("bad: expected sha256 1, found 2.")
        return fixed_analyzer(settings)

    source = ScriptedSource([*numbered(1), 0.01], repeats=True)
    watched = run(source, make, Settings(model="bad"))
    watched.until(lambda: watched.told(AnalysisFailed) and watched.results)
    assert not watched.told(AnalysisReady)
    watched.session.apply(Settings(model="seed"))
    watched.until(lambda: watched.results[-1].faces)
    assert len(watched.told(AnalysisFailed)) == len(watched.told(AnalysisReady)) == 1


def test_frames_are_shared_without_a_copy(run):
    read = []

    class Source(ScriptedSource):
        def read(self):
            frame = super().read()
            read.append(frame)
            return frame

    watched = run(Source([*numbered(1), 0.02, "end"]))
    watched.until(lambda: watched.results)
    (result,) = watched.results
    assert result.frame is read[0]
    assert not result.frame.image.flags.writeable
    assert isinstance(result.frame.image, np.ndarray)
    assert cv2.mean(result.frame.image)[0] == 1


def test_who_listens_hears_every_frame_also_those_that_nobody_polled(run):
    heard, pictures = [], numbered(*range(20))
    watched = run(ScriptedSource(pictures, live=False))
    watched.session.listen(lambda analyzed: heard.append(number_of(analyzed.frame)))
    wait_until(lambda: len(heard) >= 19)
    watched.until(lambda: watched.session.is_over)
    assert heard[-19:] == list(range(1, 20))
    assert len(watched.numbers) < 19
    watched.session.listen(None)
