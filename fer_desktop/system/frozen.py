"""What a frozen program must do before all else: it is its own Python for its processes."""

from multiprocessing import freeze_support


def serve_if_asked() -> None:
    """Become one of the program's own processes, and end with it, if that is what was started."""
    freeze_support()
