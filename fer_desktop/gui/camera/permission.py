"""Asks the system for the camera where the window has to ask for it: on a Mac."""

import sys
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication


def with_camera_permission(then: Callable[[], None]) -> None:
    """Call `then` once the user has answered, whatever the answer: opening tells what is refused.

    Started from a terminal, the terminal owns the permission and Qt can't ask; opening the camera
    then makes the system ask for it.
    """
    application, platform = QApplication.instance(), str(sys.platform)
    if platform != "darwin" or not isinstance(application, QApplication):
        then()
        return
    from PySide6.QtCore import QCameraPermission

    permission = QCameraPermission()
    if application.checkPermission(permission) != Qt.PermissionStatus.Undetermined:
        then()
        return
    application.requestPermission(permission, application, lambda _: then())
