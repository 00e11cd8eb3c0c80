"""A video with boxes and labels: each frame once, at the time that it has in its source."""

from pathlib import Path

from fer_desktop.core.errors import ImageError
from fer_desktop.core.types import ImageBGR
from fer_desktop.export.copy_mark import mark_video
from fer_desktop.system.files import Draft, reason
from fer_desktop.vision.media.mp4_writer import VideoWriter


class AnnotatedVideo:
    """Writes an MP4 with the sound of its source; closed at any moment it holds what was written.

    It gets its name when it is closed, so a process that is killed leaves no broken video there.
    Odd widths and heights lose their last column and row.
    """

    def __init__(self, path: Path, source: Path | None = None) -> None:
        """Make the file; its first frame gives it its size.

        Args:
            path: What lies there is replaced.
            source: Whose sound goes along; None makes a silent one.

        Raises:
            ImageError: It can't be written.
        """
        self._path = path
        try:
            self._draft = Draft(path)
            self._file = self._draft.path.open("r+b", buffering=0)
        except OSError as error:
            raise ImageError(
                f"{path}: the annotated video can't be written ({reason(error)})."
            ) from error
        self._writer = VideoWriter(self._file, fragmented=False, sound=source)

    def write(self, image: ImageBGR, time_s: float) -> None:
        """Write the next frame, (H, W, 3) uint8 BGR, shown at that time of the source.

        Raises:
            ImageError: It can't be written.
        """
        try:
            self._writer.write(image, time_s)
        except OSError as error:
            raise self._problem(error) from error

    def close(self) -> None:
        """Finish the file; one that would not play is removed.

        Raises:
            ImageError: It can't be finished, or has not all of the sound.
        """
        try:
            try:
                self._writer.close()
                mark_video(self._file)
            finally:
                self._file.close()
            if not self._writer.n_written:
                return
            self._draft.commit()
        except OSError as error:
            raise self._problem(error) from error
        finally:
            self._draft.discard()
        if self._writer.sound_problem:
            raise ImageError(
                f"{self._path}: not all of the sound could be copied "
                f"({self._writer.sound_problem})."
            )

    def _problem(self, error: OSError) -> ImageError:
        return ImageError(
            f"{self._path}: the annotated video could not be finished ({reason(error)}); "
            "the disk may be full."
        )
