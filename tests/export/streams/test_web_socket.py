"""WebSocket over loopback, read by its own client: all lines, several readers, none in the way."""

import http.client
import json
import socket

import pytest

pytest.importorskip("websockets", reason="the extra 'live' is not installed")

from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from fer_desktop.core.errors import SettingsError
from fer_desktop.export.streams.live_output import LiveOutput
from fer_desktop.export.streams.web_socket import MOST_WAITING
from tests.export.streams.frames import MODEL, frame
from tests.export.test_writers import written
from tests.fakes import PATIENCE_S, wait_until


@pytest.fixture
def output():
    with LiveOutput("ws://127.0.0.1:0", model=MODEL, source="camera") as output:
        yield output


def address(output):
    return f"ws://127.0.0.1:{output.targets[0].port}"


def listening(output, n):
    """Wait until the server knows so many clients."""
    return wait_until(lambda: len(output._threads[0]._sender._waiting) == n)


def test_a_thousand_frames_are_received_as_they_were_sent(output):
    frames = [frame(index, 1, 2) for index in range(1000)]
    with connect(address(output), max_queue=None) as client:
        assert listening(output, 1)
        lines = []
        for each in frames:
            output.put(each)
            lines.append(json.loads(client.recv(PATIENCE_S)))
    assert [line["index"] for line in lines] == list(range(1000))
    for line, sent in zip(lines, frames, strict=True):
        found = [list(face["probabilities"].values()) for face in line["faces"]]
        assert found == [[float(p) for p in face.raw.probabilities] for face in sent.faces]
    assert output.n_dropped == 0


def test_a_message_is_a_line_of_analyze(output):
    sent = frame(3, 1)
    with connect(address(output)) as client:
        assert listening(output, 1)
        output.put(sent)
        message = json.loads(client.recv(PATIENCE_S))
        output.mark("door")
        marker = json.loads(client.recv(PATIENCE_S))
    line = json.loads(written("jsonl", ("camera", "live", [sent], None)))
    assert message.pop("wall_time_utc").endswith("Z")
    assert line.pop("wall_time_utc") is None
    assert message == {**line, "model": MODEL}
    assert (marker["marker"], marker["path"]) == ("door", "camera")


def test_a_client_may_go_and_come_again(output):
    for index in range(3):
        with connect(address(output)) as client:
            assert listening(output, 1)
            output.put(frame(index))
            assert json.loads(client.recv(PATIENCE_S))["index"] == index
        assert listening(output, 0)


def test_a_client_that_has_gone_is_known_though_nothing_is_sent(output):
    with connect(address(output)):
        assert listening(output, 1)
    assert listening(output, 0)


def test_the_end_waits_for_no_client_to_which_nothing_is_sent(output):
    sender = output._threads[0]._sender
    with connect(address(output)):
        assert listening(output, 1)
        output.close()
        assert not sender._thread.is_alive()


def test_a_reader_that_stops_holds_up_neither_the_sender_nor_another_reader(output):
    with (
        connect(address(output), max_queue=1, ping_interval=None, close_timeout=0.1),
        connect(address(output)) as reader,
    ):
        assert listening(output, 2)
        # More than fit into all buffers of the first, of which it reads nothing.
        for index in range(3 * MOST_WAITING):
            output.put(frame(index, *range(1, 9)))
            assert f'"index": {index},' in reader.recv(PATIENCE_S)
        waiting = [each.qsize() for each in output._threads[0]._sender._waiting.values()]
        assert max(waiting) <= MOST_WAITING
        assert (min(waiting), output.n_dropped) == (0, 0)


def test_a_page_of_another_site_is_refused(output):
    for origin in ("https://example.org", "null", "http://127.0.0.1.example.org"):
        with pytest.raises(InvalidStatus), connect(address(output), origin=origin):
            pass
    with connect(address(output), origin="http://localhost:5500"):
        assert listening(output, 1)


def test_its_own_page_works_from_another_computer_and_no_other_page_does():
    with LiveOutput("ws://0.0.0.0:0") as output:
        port = output.targets[0].port

        def asked(host, origin):
            client = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE_S)
            client.putrequest("GET", "/", skip_host=True)
            key = {"Sec-WebSocket-Key": "AAAAAAAAAAAAAAAAAAAAAA==", "Sec-WebSocket-Version": "13"}
            upgrade = {"Connection": "Upgrade", "Upgrade": "websocket"}
            for name, value in {"Host": host, **upgrade, **key}.items():
                client.putheader(name, value)
            for each in origin:
                client.putheader("Origin", each)
            client.endheaders()
            status = client.getresponse().status
            client.close()
            return status

        own = f"192.168.1.7:{port}"
        assert asked(own, [f"http://{own}"]) == 101
        assert asked(f"[fe80::1]:{port}", [f"http://[fe80::1]:{port}"]) == 101
        name = f"{socket.gethostname()}:{port}"
        assert asked(name, [f"http://{name}"]) == 101
        # Another site, also one whose name leads here.
        assert asked(own, ["http://192.168.1.8"]) == 403
        assert asked(f"evil.example:{port}", [f"http://evil.example:{port}"]) == 403
        assert asked(own, [f"http://{own}", "http://evil.example"]) == 403


def test_the_same_address_shows_a_page(output):
    client = http.client.HTTPConnection("127.0.0.1", output.targets[0].port, timeout=PATIENCE_S)
    client.request("GET", "/")
    answer = client.getresponse()
    assert answer.status == 200
    assert b"new WebSocket" in answer.read()
    client.close()
    client.request("GET", "/other")
    answer = client.getresponse()
    assert answer.status == 404
    client.close()


def test_an_address_that_is_taken_is_told_and_nothing_stays_open(output):
    with pytest.raises(SettingsError, match=r"this address can't be used.* another port"):
        LiveOutput("osc", f"ws://127.0.0.1:{output.targets[0].port}")
