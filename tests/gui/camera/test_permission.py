"""The camera's permission: asked for once where the system wants that, never elsewhere."""

import sys

import pytest
from PySide6.QtCore import Qt

from fer_desktop.gui.camera import permission

Status = Qt.PermissionStatus


@pytest.fixture
def asked(qapp, monkeypatch):
    """Put the application's own questions aside; return what was asked and how to answer."""
    questions = []

    def request(permission_, context, answer):
        questions.append(answer)

    monkeypatch.setattr(qapp, "requestPermission", request, raising=False)
    return questions


def test_where_nothing_is_to_be_asked_the_camera_is_opened_at_once(monkeypatch, asked):
    monkeypatch.setattr(sys, "platform", "linux")
    called = []
    permission.with_camera_permission(lambda: called.append(True))
    assert (called, asked) == ([True], [])


@pytest.mark.parametrize("status", [Status.Granted, Status.Denied], ids=str)
def test_an_answer_that_was_given_is_not_asked_for_again(monkeypatch, qapp, asked, status):
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(qapp, "checkPermission", lambda permission_: status, raising=False)
    called = []
    permission.with_camera_permission(lambda: called.append(True))
    assert (called, asked) == ([True], [])


def test_on_a_mac_the_camera_waits_for_the_answer(monkeypatch, qapp, asked):
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(
        qapp, "checkPermission", lambda permission_: Status.Undetermined, raising=False
    )
    called = []
    permission.with_camera_permission(lambda: called.append(True))
    assert called == []
    (answer,) = asked
    answer(None)
    assert called == [True]
