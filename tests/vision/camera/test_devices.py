"""Cameras by name: the list, its order, and finding one again."""

import dataclasses
import os
import sys

import cv2
import pytest

from fer_desktop.vision.camera import devices
from fer_desktop.vision.camera.devices import (
    CameraDevice,
    find_camera,
    is_refused,
    list_cameras,
    system_backend,
    system_tells_refusal,
)

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="device files")


@dataclasses.dataclass
class Info:
    """What cv2_enumerate_cameras tells of a camera."""

    index: int
    name: str
    path: str | None = None
    vid: int | None = None
    pid: int | None = None
    backend: int = 0


def camera(number, name="Webcam", make="046d:0825", socket="usb-1"):
    return CameraDevice(number, name, number, 0, f"{name}|{make}|{socket}")


@pytest.fixture
def plugged(monkeypatch):
    """Return a function that plugs in these cameras, and no others."""

    def plug(*infos):
        asked = []

        def enumerate_cameras(backend):
            asked.append(backend)
            return list(infos)

        monkeypatch.setattr(devices, "enumerate_cameras", enumerate_cameras)
        return asked

    return plug


def test_the_real_list_is_a_list_of_cameras():
    cameras = list_cameras()
    assert isinstance(cameras, list)
    assert all(isinstance(found, CameraDevice) for found in cameras)
    assert [found.number for found in cameras] == list(range(len(cameras)))


def test_one_backend_is_asked_for_by_name(plugged):
    asked = plugged()
    assert list_cameras() == []
    assert asked == [system_backend()]
    assert system_backend() != cv2.CAP_ANY


@linux
def test_the_order_is_steady_however_the_system_lists_them(plugged):
    infos = [
        Info(10, "C", "/dev/video10"),
        Info(0, "A", "/dev/video0"),
        Info(2, "B", "/dev/video2"),
    ]
    plugged(*infos)
    first = list_cameras()
    plugged(*reversed(infos))
    assert list_cameras() == first
    assert [(c.number, c.name, c.target) for c in first] == [
        (0, "A", "/dev/video0"),
        (1, "B", "/dev/video2"),
        (2, "C", "/dev/video10"),
    ]


def test_a_camera_without_a_path_is_opened_by_its_index(plugged):
    plugged(Info(1402, "Webcam"), Info(3, "Other"))
    assert [c.target for c in list_cameras()] == [3, 2]


def test_identity_has_name_make_and_socket_but_no_number(plugged):
    plugged(Info(0, "Webcam", "usb-1", 0x46D, 0x825))
    alone = list_cameras()[0]
    plugged(Info(0, "Built in", "pci-0"), Info(1, "Webcam", "usb-1", 0x46D, 0x825))
    second = list_cameras()[1]
    assert alone.identity == second.identity == "Webcam|046d:0825|usb-1"
    assert (alone.number, second.number) == (0, 1)


def test_on_windows_cameras_of_directshow_alone_come_too(monkeypatch):
    listed = {
        cv2.CAP_MSMF: [Info(1400, "Webcam", "usb-1")],
        cv2.CAP_DSHOW: [Info(700, "Webcam", "usb-1"), Info(701, "OBS Virtual Camera")],
    }
    monkeypatch.setattr(devices, "system_backend", lambda: cv2.CAP_MSMF)
    monkeypatch.setattr(devices, "enumerate_cameras", listed.__getitem__)
    found = [(c.number, c.name, c.target, c.backend) for c in list_cameras()]
    assert found[0][:2] + found[0][3:] == (0, "Webcam", cv2.CAP_MSMF)
    assert found[1:] == [(1, "OBS Virtual Camera", 1, cv2.CAP_DSHOW)]


def test_ids_may_be_unknown(plugged):
    plugged(Info(0, "Webcam", None, None, None))
    assert list_cameras()[0].identity == "Webcam|0000:0000|"


@linux
def test_a_device_file_is_known_by_its_lasting_name(plugged, monkeypatch):
    # The number in /dev/videoN changes with the order in which cameras were found.
    links = {"usb-Zed_Cam-index0": "/dev/video4", "usb-Acme_Cam-index0": "/dev/video7"}
    folder = "/dev/v4l/by-id"
    monkeypatch.setattr(os.path, "isdir", lambda path: path == folder)
    monkeypatch.setattr(os, "listdir", lambda path: list(links))
    monkeypatch.setattr(os.path, "realpath", lambda path: links[path.rpartition("/")[2]])
    plugged(Info(7, "Webcam", "/dev/video7"), Info(9, "Other", "/dev/video9"))
    one, other = list_cameras()
    assert one.identity.endswith("|usb-Acme_Cam-index0")
    assert one.target == "/dev/video7"
    assert other.identity.endswith("|/dev/video9")


CAMERAS = [
    camera(0, "Built in", "0000:0001", "pci"),
    camera(1, socket="usb-1"),
    camera(2, socket="usb-2"),
]


def test_find_by_identity():
    for wanted in CAMERAS:
        assert find_camera(CAMERAS, wanted.identity) is wanted
    assert find_camera(CAMERAS[::-1], CAMERAS[1].identity) is CAMERAS[1]


def test_find_the_same_make_in_another_socket():
    assert find_camera(CAMERAS, "Webcam|046d:0825|usb-9") is CAMERAS[1]


@pytest.mark.parametrize(
    "identity", ["Webcam|046d:9999|usb-1", "Other|046d:0825|usb-1", "", "|", "Webcam", "||"]
)
def test_find_none(identity):
    assert find_camera(CAMERAS, identity) is None
    assert find_camera([], identity) is None


def test_a_name_with_a_bar_in_it_is_found_too():
    odd = camera(0, "A|B")
    assert find_camera([*CAMERAS, odd], odd.identity) is odd
    assert find_camera([*CAMERAS, odd], "A|B|046d:0825|usb-7") is odd


@linux
def test_who_is_refused(tmp_path, monkeypatch):
    path = tmp_path / "video0"
    path.write_bytes(b"")
    there, gone = (
        dataclasses.replace(camera(0), target=str(tmp_path / n)) for n in ("video0", "no")
    )
    assert not is_refused(there)
    assert not is_refused(gone)
    real = os.access
    # The tests may run as root, whom nothing is refused.
    monkeypatch.setattr(os, "access", lambda p, mode: real(p, mode) and mode == os.F_OK)
    assert is_refused(there)
    assert not is_refused(gone)
    assert not is_refused(camera(0))


@pytest.mark.parametrize(("platform", "tells"), [("linux", True), ("win32", False)])
def test_only_device_files_tell_a_refusal(monkeypatch, platform, tells):
    monkeypatch.setattr(devices.sys, "platform", platform)
    assert system_tells_refusal() is tells
