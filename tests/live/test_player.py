"""A video file in the live pipeline: held, sought, stepped, at true speed or without drops."""

import threading
import time

import pytest

from fer_desktop.core.settings import Settings
from fer_desktop.live.events import PipelineState, StateChanged
from fer_desktop.live.kept_results import KeptResults
from fer_desktop.live.pipeline import LivePipeline, PlayedVideo
from fer_desktop.live.play_control import PlayControl
from fer_desktop.vision.analyzer import FrameAnalyzer
from fer_desktop.vision.media.video_playback import VideoPlayback
from fer_desktop.vision.media.video_reader import VideoReader
from tests.fakes import PATIENCE_S, FixedClassifier, FixedDetector, wait_until
from tests.movies import coded, number_of, write_movie

N, RATE = 50, 25


class Eye(FixedDetector):
    """Remembers the numbers of the frames that it saw, and waits at a gate for each."""

    def __init__(self):
        super().__init__((10, 10, 60, 60))
        self.asked, self.seen, self.gate = [], [], threading.Event()
        self.gate.set()

    def look(self, frame, expected):
        self.asked.append(number_of(frame.image))
        assert self.gate.wait(PATIENCE_S)
        self.seen.append(number_of(frame.image))
        return super().look(frame, expected)


class Playing:
    """A session that plays, and what it showed and told."""

    def __init__(self, path, **options):
        self.eye, self.control, self.kept = Eye(), PlayControl(**options), KeptResults()
        self.shown, self.told = [], []
        self.session = LivePipeline(
            lambda: pytest.fail("the file is no other source"),
            lambda settings: FrameAnalyzer(self.eye, FixedClassifier(), threshold=0.4),
            Settings(),
            video=PlayedVideo(path, self.control, self.kept),
        )

    def poll(self):
        result, events = self.session.poll()
        self.told += [e.state for e in events if isinstance(e, StateChanged)]
        if result is not None:
            assert number_of(result.frame.image) == result.frame.index
            self.shown.append(result)

    def until(self, condition):
        wait_until(lambda: self.poll() or condition())

    def until_shown(self, number):
        self.until(lambda: self.shown and self.shown[-1].frame.index == number)

    @property
    def numbers(self):
        return [one.frame.index for one in self.shown]

    def rest(self, seconds=0.3):
        end = time.monotonic() + seconds
        self.until(lambda: time.monotonic() > end)


@pytest.fixture(scope="module")
def movie(tmp_path_factory):
    path = tmp_path_factory.mktemp("played") / "clip.mp4"
    return write_movie(path, [coded(n) for n in range(N)], options={"g": "12"})


@pytest.fixture
def play(movie):
    """Return what starts to play; a held one holds its first frame."""
    made = []

    def play(*, held=False, gated=False, **options):
        playing = Playing(movie, **options)
        if gated:
            playing.eye.gate.clear()
        made.append(playing)
        if held:
            playing.control.step(1)
        playing.session.start()
        if held:
            playing.until_shown(0)
        return playing

    yield play
    for playing in made:
        playing.eye.gate.set()
        playing.session.stop()


def test_every_frame_is_analyzed_once_and_in_order_without_drops(play):
    playing = play(every_frame=True)
    playing.until(lambda: PipelineState.ENDED in playing.told and len(playing.kept) == N)
    assert playing.eye.seen == list(range(N))
    state = playing.control.state
    assert (state.is_at_end, state.is_playing) == (True, False)
    assert state.length_s == pytest.approx(N / RATE, abs=0.05)
    assert playing.session.statistics().dropped == 0


def test_a_slow_analysis_drops_frames_and_the_video_keeps_its_speed(play):
    begin = time.perf_counter()
    playing = play(gated=True)
    playing.until(lambda: PipelineState.ENDED in playing.told)
    assert time.perf_counter() - begin > N / RATE - 0.3  # never faster
    playing.eye.gate.set()
    playing.until(lambda: N - 1 in playing.eye.seen)
    assert len(playing.eye.seen) < 5
    assert playing.eye.seen == sorted(set(playing.eye.seen))
    assert playing.session.statistics().dropped > 5


def test_a_held_video_stays_where_it_is_and_goes_on_from_there(play):
    playing = play(every_frame=True)
    playing.until(lambda: playing.shown)
    playing.control.play(False)
    before = None
    while before != (now := (playing.control.state.position_s, len(playing.eye.seen))):
        before = now
        playing.rest()
    assert not playing.control.state.is_at_end
    assert len(playing.eye.seen) < N
    playing.control.play()
    playing.until(lambda: PipelineState.ENDED in playing.told and len(playing.kept) == N)
    assert playing.eye.seen == list(range(N))


def test_seeking_shows_the_frame_of_that_moment(play):
    playing = play(held=True)
    for number in (30, 7, 49):
        playing.control.seek((number + 0.5) / RATE)
        playing.until_shown(number)
        assert playing.control.state.position_s == pytest.approx(number / RATE)
    playing.control.seek(1000.0)
    playing.until_shown(N - 1)


def test_going_back_shows_what_was_found_at_once_without_the_analysis(play):
    playing = play(held=True)
    playing.control.seek(20 / RATE)
    playing.until_shown(20)
    found = playing.shown[-1].faces
    playing.control.seek(30 / RATE)
    playing.until_shown(30)
    playing.rest(0.1)
    playing.eye.gate.clear()  # nothing can be analyzed any more
    playing.control.seek(20 / RATE)
    playing.until_shown(20)
    (face,) = playing.shown[-1].faces
    assert face.face.box == found[0].face.box
    assert face.smoothed.label == found[0].smoothed.label


def test_a_late_result_does_not_take_the_place_of_a_newer_frame(play):
    playing = play(held=True)
    playing.rest(0.1)
    playing.eye.gate.clear()
    playing.control.seek(30 / RATE)
    playing.until(lambda: 30 in playing.eye.asked)
    playing.control.seek(0.0)  # known already
    playing.until(lambda: len(playing.shown) == 2)
    playing.eye.gate.set()
    playing.until(lambda: playing.kept.get(playing.shown[-1].frame.time_s) is not None)
    playing.until(lambda: 30 in playing.eye.seen)
    playing.rest(0.2)
    assert playing.numbers[-1] == 0
    assert 30 not in playing.numbers


def test_steps_on_and_back_hold_the_video(play):
    playing = play(held=True)
    playing.control.step(1)
    playing.until_shown(1)
    playing.control.step(2)
    playing.until_shown(3)
    playing.control.step(-1)
    playing.until_shown(2)
    assert not playing.control.state.is_playing


def test_of_many_moments_only_the_last_is_looked_for(play, monkeypatch):
    playing, go_to, gate = play(held=True), VideoPlayback.go_to, threading.Event()

    def go_later(*arguments):
        assert gate.wait(PATIENCE_S)
        return go_to(*arguments)

    monkeypatch.setattr(VideoPlayback, "go_to", go_later)
    for number in range(1, 45):
        playing.control.seek(number / RATE)
    gate.set()  # by now all are wanted, however busy the computer
    playing.until_shown(44)
    assert len(set(playing.eye.seen)) < 4


def test_at_the_end_playing_begins_anew_and_seeking_goes_back(play):
    playing = play(held=True, every_frame=True)
    playing.control.seek(48 / RATE)
    playing.until_shown(48)
    playing.control.play()
    playing.until(lambda: playing.told[-1] is PipelineState.ENDED)
    playing.until_shown(49)
    playing.control.seek(10 / RATE)
    playing.until_shown(10)
    assert playing.told[-1] is PipelineState.RUNNING
    assert not playing.control.state.is_playing
    playing.control.seek(49 / RATE)
    playing.control.play()
    playing.until(lambda: playing.told[-1] is PipelineState.ENDED)
    playing.control.play()
    playing.until(lambda: playing.told[-1] is PipelineState.RUNNING)
    playing.until(lambda: 2 in playing.numbers[-20:] or 3 in playing.numbers[-20:])


def test_a_bound_video_plays_straight_on(play):
    playing = play(held=True)
    playing.control.is_bound = True
    playing.control.seek(1.0)
    playing.control.step(5)
    playing.rest(0.1)
    assert playing.numbers[-1] == 0
    playing.control.play()
    playing.until(lambda: playing.numbers[-1] > 0)


@pytest.mark.parametrize(("speed", "to_s"), [(0.25, 0.2), (4.0, 0.8)])
def test_the_speed_is_kept(play, speed, to_s):
    playing = play(held=True)
    playing.control.set_speed(speed)
    begin = time.perf_counter()
    playing.control.play()
    playing.until(lambda: playing.control.state.position_s >= to_s)
    took_s = time.perf_counter() - begin
    assert took_s > (to_s - 0.04) / speed - 0.05  # never faster


def test_where_reading_itself_is_too_slow_it_jumps_to_keep_the_speed(play, monkeypatch):
    n_read, once = [0], VideoReader.next

    def slowly(self):
        n_read[0] += 1
        time.sleep(0.15)  # a frame lasts 0.04
        return once(self)

    monkeypatch.setattr(VideoReader, "next", slowly)
    playing = play()
    playing.until(lambda: PipelineState.ENDED in playing.told)
    assert n_read[0] < N
    assert playing.numbers == sorted(playing.numbers)


def test_other_settings_look_at_the_held_frame_again(play):
    playing = play(held=True)
    playing.control.seek(30 / RATE)
    playing.until_shown(30)
    playing.rest(0.1)
    n_seen = len(playing.eye.seen)
    playing.session.apply(Settings(min_confidence=0.9))
    playing.until(lambda: len(playing.eye.seen) > n_seen)
    assert playing.eye.seen[-1] == 30
    playing.rest(0.1)
    assert len(playing.kept) == 1
