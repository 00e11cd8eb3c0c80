"""Writes what was found on opened pictures as a table, beside the window."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from pathlib import Path

from fer_desktop.core.settings import Settings
from fer_desktop.core.types import RecognizedFace
from fer_desktop.export.export_info import ExportInfo
from fer_desktop.export.formats import FORMATS
from fer_desktop.export.output_check import InputFiles, spare
from fer_desktop.export.session_export import SessionExport, write_export
from fer_desktop.sessions.new_session import model_of
from fer_desktop.sessions.rows import Row, row_of
from fer_desktop.system.background import Background
from fer_desktop.vision.doctor import versions


@dataclass(frozen=True)
class PictureFaces:
    """What was found on a picture.

    Attributes:
        path: The file.
        faces: Largest first.
        is_readable: Else it has no faces for that reason.
    """

    path: Path
    faces: tuple[RecognizedFace, ...]
    is_readable: bool = True

    def rows(self) -> list[Row]:
        """Return a row for each face, or the one that says why there is none."""
        path = str(self.path)
        if not self.is_readable:
            return [Row(0, 0.0, "UNREADABLE", path)]
        if not self.faces:
            return [Row(0, 0.0, "FIND_FAILED", path)]
        return [row_of(face, position, path=path) for position, face in enumerate(self.faces)]


def picture_writer(
    pictures: Sequence[PictureFaces], settings: Settings
) -> Callable[[SessionExport], Background[SessionExport]]:
    """Return what writes these pictures as an order says; its folder does not matter.

    Args:
        pictures: In the order of the table.
        settings: Those that they were analyzed with.
    """

    def begin(order: SessionExport) -> Background[SessionExport]:
        def job(running: Background[SessionExport]) -> SessionExport:
            spare(order.files, InputFiles(lambda: [each.path for each in pictures]))
            running.n_expected = len(pictures)
            info = ExportInfo(
                title=order.title,
                stills=True,
                source={"kind": "picture", "name": order.title},
                model=model_of(settings),
                settings=_of_pictures(settings),
                versions=versions(),
            )
            rows = (row for each in running.counted(pictures) for row in each.rows())
            write_export(FORMATS[order.form], order.path, rows, info, check=running.check)
            return order

        return Background(job, "pictures export")

    return begin


def _of_pictures(settings: Settings) -> dict[str, object]:
    """Return the settings that the values depend on; those of pictures are never smoothed."""
    used = [each.name for each in fields(Settings) if each.metadata.get("analysis")]
    return {**{name: getattr(settings, name) for name in used}, "smoothing_s": 0.0}
