"""Lets a window work for a while, for the scripts beside this file."""

from PySide6.QtCore import QEventLoop, QTimer


def event_loop(wait_ms: int) -> None:
    """Run Qt's event loop so long. In `QTest.qWait` the other threads of Python would stand still.

    Args:
        wait_ms: Milliseconds.
    """
    loop = QEventLoop()
    QTimer.singleShot(wait_ms, loop.quit)
    loop.exec()
