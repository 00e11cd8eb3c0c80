"""The player: true speed by its clock, frames, markers, and never past the ends."""

import pytest

from fer_desktop.gui.review.player import ReviewPlayer
from fer_desktop.sessions.rows import Row
from tests.recorded import table_of


class Clock:
    now = 100.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def player(qapp, clock):
    player = ReviewPlayer(clock=clock)
    # Frames of a rate that changes: two a second, later one.
    times = (0.0, 0.5, 1.0, 1.5, 2.5, 3.5)
    rows = [Row(number, time_s, "FIND_FAILED") for number, time_s in enumerate(times)]
    player.set_session(table_of(rows), [1.2, 3.0])
    yield player
    player.pause()


def test_it_plays_as_fast_as_time_passes(player, clock, qtbot):
    player.toggle()
    clock.now += 1.25
    qtbot.waitUntil(lambda: player.position_s == pytest.approx(1.25))
    player.seek(2.0)
    clock.now += 0.5
    qtbot.waitUntil(lambda: player.position_s == pytest.approx(2.5))
    assert player.is_playing


def test_it_stops_at_the_end_and_begins_anew(player, clock, qtbot):
    told = []
    player.changed.connect(lambda: told.append(player.is_playing))
    player.toggle()
    clock.now += 60
    qtbot.waitUntil(lambda: not player.is_playing)
    assert player.position_s == 3.5
    player.toggle()
    assert player.position_s == 0.0
    player.toggle()
    assert told == [True, False, True, False]


def test_steps_go_from_frame_to_frame_and_stand_still(player):
    moments = []
    player.moved.connect(moments.append)
    player.seek(0.7)
    player.toggle()
    for n_frames in (1, 1, 1, -1, -10, 10, 1):
        player.step(n_frames)
    assert moments == [0.7, 1.0, 1.5, 2.5, 1.5, 0.0, 3.5, 3.5]
    assert not player.is_playing


def test_markers(player):
    seen = []
    for direction in (1, 1, 1, -1, -1):
        player.to_marker(direction)
        seen.append(player.position_s)
    assert seen == [1.2, 3.0, 3.0, 1.2, 1.2]


def test_seeking_stays_inside(player):
    player.seek(-3)
    assert player.position_s == 0.0
    player.seek(99)
    assert player.position_s == 3.5


def test_without_a_session_nothing_happens(qapp):
    player = ReviewPlayer()
    player.toggle()
    player.step(1)
    player.to_marker(1)
    assert (player.is_playing, player.position_s) == (False, 0.0)
