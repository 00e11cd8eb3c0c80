"""The sound of a video goes along with a copy of its pictures, at the same times."""

from fractions import Fraction

import av
import numpy as np
import pytest

from fer_desktop.vision.media.mp4_writer import VideoWriter
from tests.movies import coded

RATE = 48_000


def write_source(path, codec, *, start_s=0.0, beep_s=1.0, seconds=3.0, container_options=None):
    """Write a silent video with one beep of 0.1 s, both shifted by a time; return the path."""
    with av.open(str(path), "w", options=container_options or {}) as file:
        track = file.add_stream("mpeg4", rate=25)
        track.width, track.height, track.pix_fmt = 64, 48, "yuv420p"
        sound = file.add_stream(codec, rate=RATE)
        sound.layout = "mono"
        sound.format = form = "s16p" if codec == "libmp3lame" else sound.codec_context.format.name
        packets = []
        for number in range(round(seconds * 25)):
            frame = av.VideoFrame.from_ndarray(coded(number, 64, 48), format="bgr24")
            frame.pts = number + round(start_s * 25)
            packets += track.encode(frame)
        packets += track.encode(None)
        tone = np.zeros(round(seconds * RATE))
        place = np.arange(round(beep_s * RATE), round((beep_s + 0.1) * RATE))
        tone[place] = 0.5 * np.sin(place * 2 * np.pi * 1000 / RATE)
        for start in range(0, len(tone), 960):
            part = tone[start : start + 960]
            samples = (part * 32767).astype(np.int16) if "s16" in form else part.astype(np.float32)
            piece = av.AudioFrame.from_ndarray(samples[np.newaxis], form, "mono")
            piece.sample_rate, piece.time_base = RATE, Fraction(1, RATE)
            piece.pts = start + round(start_s * RATE)
            packets += sound.encode(piece)
        packets += sound.encode(None)
        for packet in sorted(packets, key=lambda each: float(each.dts * each.time_base)):
            file.mux(packet)
    return path


def copied(source, path, n_frames, start_s=0.0):
    """Copy a video's sound into one with so many pictures; return the writer, closed."""
    with path.open("xb", buffering=0) as file:
        writer = VideoWriter(file, fragmented=False, sound=source)
        for number in range(n_frames):
            writer.write(coded(number, 64, 48), start_s + number / 25)
        writer.close()
    return writer


def beep_s(path):
    """Return when the beep begins, in seconds since the start of the file, and all sound ends."""
    with av.open(str(path)) as file:
        start_s = (file.start_time or 0) / av.time_base
        found, end_s = None, 0.0
        for frame in file.decode(audio=0):
            samples = frame.to_ndarray().astype(float)
            samples = samples / (32768 if "s16" in frame.format.name else 1)
            loud = np.flatnonzero(np.abs(samples[0]) > 0.1)
            if loud.size and found is None:
                found = frame.time + loud[0] / frame.sample_rate - start_s
            end_s = frame.time + samples.shape[1] / frame.sample_rate - start_s
        return found, end_s, file.streams.audio[0].codec_context.name


@pytest.mark.parametrize(
    ("suffix", "codec", "copied_as"),
    [
        *((".mp4", "aac", "aac"), (".mkv", "libopus", "opus"), (".mkv", "flac", "flac")),
        *((".mov", "pcm_s16le", "aac"), (".avi", "libmp3lame", "mp3float")),
    ],
)
def test_the_sound_is_there_at_its_time(tmp_path, suffix, codec, copied_as):
    source = write_source(tmp_path / f"a{suffix}", codec)
    assert copied(source, tmp_path / "copy.mp4", 75).sound_problem == ""
    when_s, end_s, name = beep_s(tmp_path / "copy.mp4")
    assert name == copied_as
    assert when_s == pytest.approx(beep_s(source)[0], abs=0.03)
    assert when_s == pytest.approx(1.0, abs=0.06)
    assert end_s == pytest.approx(3.0, abs=0.1)


def test_a_file_that_does_not_begin_at_zero(tmp_path):
    source = write_source(tmp_path / "a.ts", "aac", start_s=10.0)
    assert copied(source, tmp_path / "copy.mp4", 75).sound_problem == ""
    assert beep_s(tmp_path / "copy.mp4")[0] == pytest.approx(1.0, abs=0.06)


def test_it_ends_with_the_pictures(tmp_path):
    source = write_source(tmp_path / "a.mp4", "aac")
    copied(source, tmp_path / "copy.mp4", 50)
    assert beep_s(tmp_path / "copy.mp4")[1] == pytest.approx(2.0, abs=0.1)


def test_a_video_without_sound_has_a_copy_without(tmp_path, video):
    assert copied(video, tmp_path / "copy.mp4", 5).sound_problem == ""
    with av.open(str(tmp_path / "copy.mp4")) as file:
        assert len(file.streams) == 1


def test_sound_that_can_not_be_read_costs_no_picture_and_is_told(tmp_path):
    writer = copied(tmp_path / "gone.mp4", tmp_path / "copy.mp4", 5)
    assert "no such file" in writer.sound_problem
    with av.open(str(tmp_path / "copy.mp4")) as file:
        assert len(list(file.decode(video=0))) == 5
