"""OSC over loopback, read by its own library: all of it, in order, as it was sent."""

import socket
import threading

import pytest

pytest.importorskip("pythonosc", reason="the extra 'live' is not installed")

from pythonosc.dispatcher import Dispatcher
from pythonosc.osc_server import BlockingOSCUDPServer

from fer_desktop.core.errors import SettingsError
from fer_desktop.export.streams.live_output import LiveOutput
from tests.export.streams.frames import frame
from tests.fakes import wait_until


@pytest.fixture
def heard():
    """Return the port of a listener and what it hears."""
    messages, dispatcher = [], Dispatcher()
    dispatcher.set_default_handler(lambda address, *values: messages.append((address, *values)))
    server = BlockingOSCUDPServer(("127.0.0.1", 0), dispatcher)
    server.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1 << 22)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield server.server_address[1], messages
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_thousand_frames_are_received_as_they_were_sent(heard):
    port, messages = heard
    frames = [frame(index, 1) for index in range(1000)]
    with LiveOutput(f"osc://127.0.0.1:{port}") as output:
        for n, each in enumerate(frames):
            output.put(each)
            # A sender may be quicker than UDP's buffer; a camera is not.
            assert wait_until(lambda n=n: len(messages) >= 6 * (n - 20))
        assert wait_until(lambda: len(messages) >= 6000)
        assert output.n_dropped == 0
    numbers = [message[1] for message in messages if message[0] == "/fer/frame"]
    assert numbers == list(range(1000))
    probabilities = [m[1:] for m in messages if m[0] == "/fer/face/1/probabilities"]
    for values, sent in zip(probabilities, frames, strict=True):
        assert values == tuple(float(p) for p in sent.faces[0].raw.probabilities)


def test_a_frame_is_a_bundle_of_messages(heard):
    port, messages = heard
    sent = frame(7, 3)
    with LiveOutput(f"osc://127.0.0.1:{port}") as output:
        output.put(sent)
        output.put(frame(8, 3, held=True))
        output.mark("door")
        assert wait_until(lambda: len(messages) == 8)
    face = sent.faces[0]
    assert messages[0] == ("/fer/frame", 7, pytest.approx(7 / 30), 1)
    assert messages[2] == ("/fer/face/3/valence", pytest.approx(face.valence, abs=1e-6))
    assert messages[3:5] == [
        ("/fer/face/3/label", face.label),
        ("/fer/face/3/shown", face.smoothed.label),
    ]
    assert messages[5] == ("/fer/face/3/box", 0.25, 0.25, 0.5, 0.75)
    assert messages[6] == ("/fer/frame", 8, pytest.approx(8 / 30), 0), "a held face was not seen"
    assert messages[7][:2] == ("/fer/marker", "door")


def test_nobody_there_is_no_problem_and_who_comes_later_hears_the_rest():
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    with LiveOutput(f"osc://127.0.0.1:{port}") as output:
        for index in range(5):
            output.put(frame(index, 1))
        assert wait_until(lambda: output._threads[0].n_sent == 5)
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as late:
            late.bind(("127.0.0.1", port))
            late.settimeout(10)
            for index in range(5, 8):
                output.put(frame(index, 1))
            assert late.recv(65536).startswith(b"#bundle\0")
        assert output.problems == []


def test_a_host_that_is_none_is_told_at_once():
    with pytest.raises(SettingsError, match=r"osc://\.\.\.:1: this address can't be used"):
        LiveOutput("osc://...:1")
