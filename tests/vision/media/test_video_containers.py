"""Videos as phones and browsers make them: frames of uneven length, in each kind of container."""

import itertools
from fractions import Fraction

import av
import numpy as np
import pytest

from fer_desktop.core.errors import SourceError
from fer_desktop.vision.media.video_source import VideoSource

TICKS = 90_000
STEPS_S = (1 / 60, 1 / 30, 0.1, 1 / 24, 0.5, 1 / 15, 0.7)
TIMES = [0.0, *itertools.accumulate(itertools.islice(itertools.cycle(STEPS_S), 59))]
KINDS = [
    # With frames that are stored in another order than they are shown.
    ("a.mp4", "libx264", {"bf": "3"}),
    ("a.mov", "libx264", {"bf": "3"}),
    ("a.mkv", "libx264", {"bf": "3"}),
    ("a.ts", "libx264", {"bf": "3"}),
    ("a.webm", "libvpx-vp9", {"deadline": "realtime"}),
]


@pytest.fixture
def make(tmp_path):
    """Return a function that writes a video whose frames have these times."""

    def write(name, codec, options, times):
        path = tmp_path / name
        with av.open(str(path), "w") as container:
            stream = container.add_stream(codec, rate=30, options=options)
            stream.width = stream.height = 64
            stream.pix_fmt = "yuv420p"
            stream.codec_context.time_base = Fraction(1, TICKS)
            for number, time_s in enumerate(times):
                gray = np.full((64, 64, 3), 20 + number % 2 * 150, np.uint8)
                frame = av.VideoFrame.from_ndarray(gray, format="bgr24")
                frame.pts, frame.time_base = round(time_s * TICKS), Fraction(1, TICKS)
                container.mux(stream.encode(frame))
            container.mux(stream.encode())
        return path

    return write


def read(path):
    source, times, levels = VideoSource(path), [], []
    source.open()
    try:
        while (frame := source.read()) is not None:
            times.append(frame.time_s)
            levels.append(float(frame.image.mean()))
    finally:
        source.close()
    return times, levels


@pytest.mark.parametrize("start_s", [0.0, 20.0], ids=["from the start", "cut from a longer one"])
@pytest.mark.parametrize(("name", "codec", "options"), KINDS, ids=[kind[0] for kind in KINDS])
def test_every_frame_comes_once_in_order_at_its_time(make, name, codec, options, start_s):
    path = make(name, codec, options, [start_s + time_s for time_s in TIMES])
    times, levels = read(path)
    # Matroska and WebM count in milliseconds.
    assert times == pytest.approx(TIMES, abs=1.1e-3)
    assert [level > 95 for level in levels] == [number % 2 == 1 for number in range(len(TIMES))]


def test_a_video_of_an_uneven_rate_that_was_cut_short_says_so(make):
    path = make("a.mkv", "libx264", {"bf": "0"}, TIMES)
    data = path.read_bytes()
    path.write_bytes(data[: len(data) * 6 // 10])
    with pytest.raises(SourceError, match="damaged; it ends after"):
        read(path)
