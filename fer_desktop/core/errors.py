"""Every error that the program raises on purpose.

FerError
├── SourceError            a camera, video or demo that can't be opened or read on
│   └── CameraError        ... and it is a camera
│       └── NoPictureError ... which opens, but gives no picture
├── ImageError             a picture that can't be read
├── ModelError             a model directory or file that can't be used
├── DataError              a labelled data set that can't be read
├── SessionError           a recorded session that can't be read, written or erased
└── SettingsError          a setting with an impossible value

The text of each is for the user: one sentence of what happened, and what to try where that helps.
It tells no password and no query of an address, wherever it is shown.
"""

from fer_desktop.core.inert import without_secrets


class FerError(Exception):
    """Base class of every error that the program raises on purpose."""

    def __str__(self) -> str:
        return without_secrets(super().__str__())


class SourceError(FerError):
    """A camera, video file or stream can't be opened, or failed while it was read."""


class CameraError(SourceError):
    """A camera is absent, busy, refused, silent or gone."""


class NoPictureError(CameraError):
    """A camera opens, but gives no picture: another program has it, most often."""


class ImageError(FerError):
    """A picture file can't be read as a picture."""


class ModelError(FerError):
    """A model is unknown, damaged, or does not fit what its model.json says."""


class DataError(FerError):
    """A labelled data set is missing or not laid out as it should be."""


class SessionError(FerError):
    """A recorded session can't be read, written or erased."""


class SettingsError(FerError):
    """A setting has a value that can't work."""


def one_line(text: object, most: int = 200) -> str:
    """Return a foreign text (a library's error, say) as one short, printable line to quote."""
    line = " ".join(str(text).split())
    line = "".join(sign if sign.isprintable() else "?" for sign in line)
    return line if len(line) <= most else line[: most - 1] + "\u2026"
