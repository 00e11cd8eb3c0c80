"""Lab Streaming Layer over loopback, read by its own inlets: values, clock, order, descriptions."""

import time

import numpy as np
import pytest

pytest.importorskip("pylsl", reason="the extra 'live' is not installed")

import pylsl

from fer_desktop.core.labels import LABELS
from fer_desktop.export.streams.live_output import LiveOutput
from tests.export.streams.frames import MODEL, frame
from tests.fakes import PATIENCE_S


@pytest.fixture
def output():
    with LiveOutput("lsl", model=MODEL) as output:
        yield output


def inlet_of(name):
    """Return an inlet of the stream of this name; it is open."""
    found = pylsl.resolve_byprop("name", f"FER Desktop {name}", timeout=20)
    if not found:
        control = pylsl.StreamInfo("control of a test", "test", 1, 0, "float32", "control")
        outlet = pylsl.StreamOutlet(control)
        others = pylsl.resolve_byprop("name", "control of a test", timeout=20)
        del outlet
        assert not others, "a stream that is not ours is found, so ours is missing"
        pytest.skip("this machine lets no stream be found")
    inlet = pylsl.StreamInlet(found[0])
    inlet.open_stream(timeout=PATIENCE_S)
    return inlet


def test_a_thousand_frames_are_received_as_they_were_sent(output):
    output.put(frame(0, 4))
    inlet = inlet_of("face 4")
    sent, times, received, stamps = [], [], [], []
    while not inlet.pull_sample(timeout=0.2)[0]:  # the subscription is heard a moment later
        output.put(frame(0, 4))
    while inlet.pull_sample(timeout=0.5)[0]:
        pass
    for index in range(1, 1001):
        analyzed = frame(index, 4)
        times.append(pylsl.local_clock() - (time.perf_counter() - analyzed.frame.captured_s))
        output.put(analyzed)
        sent.append(analyzed.faces[0])
        sample, stamp = inlet.pull_sample(timeout=PATIENCE_S)
        received.append(sample)
        stamps.append(stamp)
    for sample, face in zip(received, sent, strict=True):
        assert sample[:8] == [float(p) for p in face.raw.probabilities]
        assert sample[8] == pytest.approx(face.valence, abs=1e-6)
    # When the picture was read, on LSL's clock. Some are off on a busy computer: two clocks are
    # read, one after the other, here as there.
    assert np.median(np.abs(np.subtract(stamps, times))) < 1e-3
    assert np.mean(np.diff(stamps) > 0) > 0.9
    assert output.n_dropped == 0
    inlet.close_stream()


def test_a_stream_says_what_it_holds_and_what_made_it(output):
    output.put(frame(0, 5))
    inlet = inlet_of("face 5")
    info = inlet.info(timeout=PATIENCE_S)
    assert (info.type(), info.channel_count()) == ("Expression", 9)
    assert info.nominal_srate() == pylsl.IRREGULAR_RATE
    channel, names = info.desc().child("channels").child("channel"), []
    while not channel.empty():
        names.append(channel.child_value("label"))
        channel = channel.next_sibling()
    assert names == [*LABELS, "valence"]
    assert info.desc().child("model").child_value("sha256") == "0" * 64
    inlet.close_stream()


def test_markers_are_a_stream_of_their_own(output):
    inlet = inlet_of("markers")
    for _ in range(100):
        output.mark("door")
        sample, stamp = inlet.pull_sample(timeout=0.2)
        if sample:
            break
    assert sample == ["door"]
    assert stamp == pytest.approx(pylsl.local_clock(), abs=30)
    inlet.close_stream()
