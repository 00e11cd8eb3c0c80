"""The window hands live results on while the settings ask for it, and to nobody else."""

import json
import time

import pytest

pytest.importorskip("websockets", reason="the extra 'live' is not installed")

from websockets.sync.client import connect

from fer_desktop.core.settings import Settings
from fer_desktop.export.streams.targets import Target
from fer_desktop.gui.common.chosen import Chosen
from fer_desktop.gui.live import sending
from fer_desktop.gui.live.sending import Sending, targets_of
from fer_desktop.gui.shell.main_window import MainWindow
from tests.export.streams.frames import frame
from tests.fakes import PATIENCE_S, wait_until


class FakeLive:
    receiver = marker = None

    def send_to(self, receiver, marker=None):
        self.receiver, self.marker = receiver, marker


@pytest.fixture
def desk(qtbot):
    window = MainWindow()
    qtbot.addWidget(window)
    chosen, live = Chosen(Settings(model="seed"), lambda settings: None), FakeLive()
    made = Sending(window, chosen, live)
    yield made, chosen, live, window
    made.close()


def test_nothing_is_sent_unless_asked(desk):
    made, _, live, _ = desk
    assert (made.output, live.receiver) == (None, None)


def test_a_choice_opens_it_at_once_and_takes_it_back(desk):
    made, chosen, live, _ = desk
    chosen.change(send="ws://127.0.0.1:0")
    port = made.output.targets[0].port
    with connect(f"ws://127.0.0.1:{port}") as client:
        assert wait_until(lambda: made.output._threads[0]._sender._waiting)
        live.receiver(frame(3, 1))
        line = json.loads(client.recv(PATIENCE_S))
        live.marker("door", time.perf_counter())
        assert json.loads(client.recv(PATIENCE_S))["marker"] == "door"
    assert (line["index"], line["model"]["name"]) == (3, "seed")
    same = made.output
    chosen.change(theme="dark")
    assert made.output is same
    chosen.change(send="")
    assert (made.output, live.receiver, live.marker) == (None, None, None)


def test_what_cannot_be_opened_is_told(desk, monkeypatch):
    made, chosen, _, window = desk
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    chosen.change(send_osc=True)
    assert made.output is None
    assert "install 'fer-desktop[live]'" in window.banner.text


def test_what_goes_wrong_later_is_told_too(desk, qtbot):
    made, chosen, live, window = desk
    chosen.change(send="osc://127.0.0.1:9")
    made.output._threads[0]._sender.send = lambda analyzed: analyzed.nothing
    live.receiver(frame(1, 1))
    qtbot.waitUntil(lambda: "nothing is sent any more" in window.banner.text)


def test_each_place_is_opened_once():
    settings = Settings(send="osc ws://stage:1", send_osc=True, send_ws=True)
    assert targets_of(settings) == (
        Target("osc", "127.0.0.1", 9000),
        Target("ws", "stage", 1),
        Target("ws", "127.0.0.1", 8765),
    )
    assert sending.targets_of(Settings()) == ()
