"""Subtitles: pysrt reads them, none overlaps, and each says who looks like what."""

import pysrt

from fer_desktop.export.formats.subrip import write
from tests.export.recordings import INFO, face_row, small


def cues(path):
    return [
        (cue.start.ordinal / 1000, cue.end.ordinal / 1000, cue.text) for cue in pysrt.open(path)
    ]


def test_several_faces_have_their_numbers(tmp_path):
    write(small(), tmp_path / "a.srt", INFO)
    assert cues(tmp_path / "a.srt") == [
        (0.0, 0.5, "face 1: looks like happiness"),
        (0.5, 1.0, "face 1: looks like happiness\nface 2: looks like sadness"),
        (1.0, 1.5, "face 1: looks like neutral\nface 2: looks like sadness"),
        (1.5, 2.0, "face 1: looks like neutral"),
        (2.5, 3.0, "face 1: looks like happiness"),
    ]
    assert [cue.index for cue in pysrt.open(tmp_path / "a.srt")] == [1, 2, 3, 4, 5]


def test_one_face_has_none_and_may_be_unsure(tmp_path):
    write([face_row(n, "uncertain") for n in range(5)], tmp_path / "a.srt", INFO)
    assert cues(tmp_path / "a.srt") == [(0.0, 0.5, "not sure")]


def test_a_single_frame_has_no_subtitle(tmp_path):
    write([face_row(0, "fear")], tmp_path / "a.srt", INFO)
    assert (tmp_path / "a.srt").read_text() == ""
