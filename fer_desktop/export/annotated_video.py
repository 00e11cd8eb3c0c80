"""A video with boxes and labels: each frame once, at the time that it has in its source."""

from pathlib import Path

import cv2
import numpy as np

from fer_desktop.core.errors import ImageError
from fer_desktop.core.types import ImageBGR
from fer_desktop.system.files import Draft, reason
from fer_desktop.vision.media.mp4_times import set_frame_times

_WRITTEN_RATE = 25.0
"""What the file has until it is closed and gets its true times."""


class AnnotatedVideo:
    """Writes an MP4 without sound; closed at any moment it holds what was written until then.

    It gets its name when it is closed, so a process that is killed leaves no broken video there.
    The file keeps a duration for each frame, so a variable rate stays what it is. Odd widths and
    heights lose their last column and row.
    """

    def __init__(self, path: Path, size: tuple[int, int]) -> None:
        """Make the file.

        Args:
            path: What lies there is replaced.
            size: Width and height in pixels; a frame of another size is scaled to it.

        Raises:
            ImageError: It can't be written.
        """
        self._path, self._size = path, size
        self._times_s: list[float] = []
        self._n_written = 0
        problem = f"{path}: the annotated video can't be written"
        try:
            self._draft = Draft(path)
        except OSError as error:
            raise ImageError(f"{problem} ({reason(error)}).") from error
        codec, file = cv2.VideoWriter.fourcc(*"mp4v"), str(self._draft.path)
        self._writer = cv2.VideoWriter(file, cv2.CAP_FFMPEG, codec, _WRITTEN_RATE, size)
        if not self._writer.isOpened():
            self._writer.release()
            self._draft.discard()
            raise ImageError(f"{problem}; the disk may be full.")

    def write(self, image: ImageBGR, time_s: float) -> None:
        """Write the next frame, (H, W, 3) uint8 BGR, shown at that time of the source."""
        # In this order: Ctrl+C between the two leaves a time too many, which does no harm.
        self._times_s.append(time_s)
        if image.shape[1::-1] != self._size:  # OpenCV would drop it
            image = np.asarray(cv2.resize(image, self._size), np.uint8)
        self._writer.write(image)
        self._n_written += 1

    def close(self) -> None:
        """Finish the file; one that would not play is removed.

        Raises:
            ImageError: Frames or their times are missing in it; the disk may be full.
        """
        self._writer.release()
        try:
            if not self._times_s:
                return
            n_kept = set_frame_times(self._draft.path, self._times_s)
            self._draft.commit()
        except (OSError, ValueError) as error:
            raise ImageError(
                f"{self._path}: the annotated video could not be finished ({error}); "
                "the disk may be full."
            ) from error
        finally:
            self._draft.discard()
        if n_kept < self._n_written:
            raise ImageError(
                f"{self._path}: {n_kept} of {self._n_written} frames could be written; "
                "the disk may be full."
            )
