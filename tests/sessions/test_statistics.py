"""The figures of a recording that can be counted on fingers, and of pictures."""

import statistics

import pytest

from fer_desktop.sessions.statistics import SHOWN_LABELS, statistics_of
from tests.export.recordings import empty_row, face_row, small, varied


def test_the_small_recording():
    found = statistics_of(small())
    assert (found.n_frames, found.n_lost) == (30, 6)  # five not found, one dropped
    one, two = found.faces
    assert (one.face_id, two.face_id) == (1, 2)
    assert (one.n_frames, one.n_lost) == (30, 6)
    assert one.lost == pytest.approx(0.2)
    assert (two.n_frames, two.n_lost, two.lost) == (10, 0, 0.0)
    happy, neutral = one.labels["happiness"], one.labels["neutral"]
    assert happy.total_s == pytest.approx(1.5)
    assert happy.share == pytest.approx(0.6)
    assert (happy.n_episodes, happy.n_frames) == (2, 14)
    assert happy.mean_s == pytest.approx(0.75)
    assert happy.longest_s == pytest.approx(1.0)
    assert neutral.share == pytest.approx(0.4)
    assert one.transitions == {("happiness", "neutral"): 1}
    assert list(one.labels) == list(SHOWN_LABELS)
    nothing = one.labels["anger"]
    assert (nothing.share, nothing.mean_s, nothing.longest_s) == (0.0, None, None)


def test_valence_is_raw_and_of_measured_frames_alone():
    rows = varied()
    found = statistics_of(rows)
    for face in found.faces:
        values = [r.raw.valence for r in rows if r.face_id == face.face_id and r.status != "HELD"]
        assert face.valence_mean == pytest.approx(statistics.mean(values))
        assert face.valence_deviation == pytest.approx(statistics.stdev(values))


def test_held_dropped_and_lost_frames_are_lost():
    rows = [face_row(0, "fear"), face_row(1, "fear", status="HELD"), empty_row(2, "DROPPED")]
    rows += [empty_row(3), empty_row(3, "LOST"), face_row(4, "fear", status="UNSURE")]
    (face,) = statistics_of(rows).faces
    assert (face.n_frames, face.n_lost) == (6, 4)


def test_pictures_are_counted_together_and_those_without_a_face_are_lost():
    rows = [face_row(0, "fear", face_id=0, path="a.png", time_s=0.0)]
    rows += [face_row(0, "fear", face_id=1, path="a.png", time_s=0.0)]
    rows += [face_row(0, "anger", face_id=0, path="b.png", time_s=0.0)]
    rows += [empty_row(0, path="c.png"), empty_row(0, "UNREADABLE", path="d.png")]
    found = statistics_of(rows, stills=True)
    assert (found.n_frames, found.n_lost) == (3, 1)
    (all_faces,) = found.faces
    assert all_faces.face_id is None
    assert all_faces.labels["fear"].share == pytest.approx(2 / 3)
    assert all_faces.labels["fear"].n_frames == 2
    assert all_faces.labels["fear"].n_episodes == 0
    assert all_faces.lost == pytest.approx(1 / 4)


def test_nothing_gives_nothing():
    found = statistics_of([])
    assert (found.faces, found.lost) == ((), 0.0)


def test_one_frame_alone_counts_frames_and_has_no_spread():
    (face,) = statistics_of([face_row(0, "fear")]).faces
    assert face.labels["fear"].share == 1.0
    assert face.valence_deviation is None


def test_faces_of_two_videos_are_two():
    found = statistics_of(small("a.mp4") + small("b.mp4"))
    assert {(face.path, face.face_id) for face in found.faces} == {
        (path, number) for path in ("a.mp4", "b.mp4") for number in (1, 2)
    }
