"""Episodes begin and end where they should: with labels, gaps, pauses and the last frame."""

from fer_desktop.sessions.episodes import EpisodeFinder, Steps, episodes, frames_of
from tests.export.recordings import empty_row, face_row, small


def told(rows):
    return [
        (e.face_id, e.label, round(e.start_s, 6), round(e.end_s, 6), e.follows)
        for e in episodes(rows)
    ]


def test_the_small_recording():
    assert told(small()) == [
        (1, "happiness", 0.0, 1.0, ""),
        (2, "sadness", 0.5, 1.5, ""),
        (1, "neutral", 1.0, 2.0, "happiness"),
        (1, "happiness", 2.5, 3.0, ""),
    ]


def test_frames_hold_all_their_faces_and_a_lost_source_joins_none():
    rows = [face_row(0, "fear"), face_row(0, "fear", face_id=2), empty_row(0, "LOST")]
    assert [len(frame) for frame in frames_of([*rows, empty_row(1)])] == [2, 1, 1]


def test_a_lost_source_ends_what_was_shown():
    rows = [face_row(n, "fear") for n in range(5)]
    rows += [empty_row(4, "LOST", time_s=0.45), face_row(90, "fear")]
    assert told(rows) == [(1, "fear", 0.0, 0.45, ""), (1, "fear", 9.0, 9.1, "")]


def test_a_pause_without_any_row_is_a_gap_too():
    rows = [face_row(n, "fear") for n in (*range(5), *range(30, 35))]
    assert told(rows) == [(1, "fear", 0.0, 0.5, ""), (1, "fear", 3.0, 3.5, "")]


def test_a_slow_source_has_no_gaps():
    rows = [face_row(n, "fear", time_s=2.0 * n) for n in range(5)]
    assert told(rows) == [(1, "fear", 0.0, 10.0, "")]


def test_single_dropped_frames_end_nothing_and_many_do():
    few = [face_row(0, "fear"), face_row(1, "fear"), empty_row(2, "DROPPED"), face_row(3, "fear")]
    assert told(few) == [(1, "fear", 0.0, 0.45, "")]
    many = [face_row(0, "fear"), face_row(1, "fear"), face_row(2, "fear")]
    many += [empty_row(n, "DROPPED") for n in range(3, 20)]
    assert told([*many, face_row(20, "fear")])[0] == (1, "fear", 0.0, 0.3, "")


def test_each_video_has_its_own_time():
    rows = small("a.mp4") + small("b.mp4")
    found = list(episodes(rows))
    assert [e.path for e in found] == ["a.mp4"] * 4 + ["b.mp4"] * 4
    assert all(0 < e.duration_s <= 1.0 + 1e-9 for e in found)


def test_times_that_fall_give_no_negative_length():
    rows = [face_row(n, "fear", time_s=5.0 - n) for n in range(3)]
    assert all(each.duration_s >= 0 for each in episodes(rows))


def test_nothing_gives_nothing():
    assert told([]) == []
    assert told([empty_row(0), empty_row(1)]) == []
    assert EpisodeFinder().finish() == []
    assert Steps().end_s == 0.0


def test_one_frame_alone_has_no_length():
    assert told([face_row(0, "fear")]) == [(1, "fear", 0.0, 0.0, "")]
