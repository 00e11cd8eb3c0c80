"""Addresses of streams: what is wrong with one, passwords apart, and a check that opens it."""

import sys
import time
import types

import pytest

from fer_desktop.core.settings import Settings
from fer_desktop.vision.camera import stream_address
from fer_desktop.vision.camera.stream_address import (
    Address,
    begin_check,
    can_keep_passwords,
    keep_password,
    parsed,
    problem_of,
    with_kept_password,
)
from tests.fakes import PATIENCE_S, LoopbackCamera, picture


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("rtsp://192.168.1.20/stream", ""),
        (" HTTP://camera.local:8080/video ", ""),
        ("https://a", ""),
        ("", "empty"),
        ("   ", "empty"),
        ("192.168.1.20", "scheme"),
        ("camera.local:554", "scheme"),
        ("file:///etc/passwd", "scheme"),
        ("ftp://a/b", "scheme"),
        ("rtsp://", "host"),
        ("http:///video", "host"),
        ("http://a:port/", "port"),
        ("http://a:70000/", "port"),
        ("http://a:0/", "port"),
        ("rtsp://a b/c", "space"),
    ],
)
def test_what_is_wrong_is_told_apart(text, problem):
    assert problem_of(text) == problem


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("rtsp://a/b", Address("rtsp://a/b")),
        ("rtsp://anna:p%40ss@a:554/b?c=1", Address("rtsp://a:554/b?c=1", "anna", "p@ss")),
        ("rtsp://anna@a/b", Address("rtsp://a/b", "anna")),
        (" http://[::1]/b ", Address("http://[::1]/b")),
    ],
)
def test_user_and_password_come_apart(text, address):
    assert parsed(text) == address
    assert parsed(address.whole) == address


def test_a_password_with_any_sign_can_stand_in_an_address():
    address = Address("rtsp://a/b", "an:na", "p@ss/w?rd#")
    assert parsed(address.whole) == address
    assert "p@ss" not in address.whole


def waited(job):
    deadline = time.monotonic() + PATIENCE_S
    while not job.is_over:
        assert time.monotonic() < deadline
        time.sleep(0.02)
    return job


def test_the_check_reads_a_frame():
    camera = LoopbackCamera(picture(64, 48))
    try:
        job = waited(begin_check(Address(camera.url), Settings()))
    finally:
        camera.close()
    assert (job.result, job.problem) == ((64, 48), "")


def test_the_check_says_why_there_is_none():
    job = waited(begin_check(Address("http://127.0.0.1:9/video", "anna", "secret"), Settings()))
    assert job.result is None
    assert "can't be reached" in job.problem
    assert "secret" not in job.problem


class Ring:
    """A keyring in memory."""

    def __init__(self):
        self.kept = {}

    def set_password(self, service, name, text):
        self.kept[service, name] = text

    def get_password(self, service, name):
        return self.kept.get((service, name))

    def get_keyring(self):
        return self


@pytest.fixture
def ring(monkeypatch):
    """Install a keyring for the test."""
    ring = Ring()
    module = types.ModuleType("keyring")
    for name in ("set_password", "get_password", "get_keyring"):
        setattr(module, name, getattr(ring, name))
    errors, backends = types.ModuleType("keyring.errors"), types.ModuleType("keyring.backends")
    errors.KeyringError = OSError
    for name in ("fail", "null"):
        backend = types.ModuleType(f"keyring.backends.{name}")
        backend.Keyring = type("Keyring", (), {})
        setattr(backends, name, backend)
    found = {"keyring": module, "keyring.errors": errors, "keyring.backends": backends}
    for name, each in found.items():
        monkeypatch.setitem(sys.modules, name, each)
    monkeypatch.setattr(stream_address.importlib.util, "find_spec", lambda name: object())
    return ring


def test_a_password_is_kept_in_the_keyring_and_nowhere_else(ring):
    address = Address("rtsp://a/b", "anna", "secret")
    assert can_keep_passwords()
    assert keep_password(address)
    assert list(ring.kept) == [("FER Desktop streams", "rtsp://a/b")]
    assert with_kept_password("rtsp://a/b") == address
    assert with_kept_password("rtsp://other") == Address("rtsp://other")


def test_without_a_keyring_no_password_is_kept(monkeypatch):
    monkeypatch.setattr(stream_address.importlib.util, "find_spec", lambda name: None)
    assert not can_keep_passwords()
    assert not keep_password(Address("rtsp://a", "anna", "secret"))
    assert with_kept_password("rtsp://a") == Address("rtsp://a")
