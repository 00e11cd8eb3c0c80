"""Where a process keeps the rows of a long input until their turn comes: in a file.

The files lie in `OUTPUT.rows` beside the output, which goes away at the end of the run. What a kill
leaves there the next run into the same output removes. Rows of short inputs stay in memory.
"""

import contextlib
import io
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import IO, Final, Self

from fer_desktop.batch.journal import has_journal
from fer_desktop.core.errors import SettingsError
from fer_desktop.system.files import open_new

MOST_IN_MEMORY: Final = 1 << 18
"""So many characters of an input are kept before they go into a file."""
_PIECE: Final = 1 << 16
_ERRORS: Final = "surrogatepass"  # names that are no UTF-8 come out as they went in


class Spill:
    """The text of one input: in memory while it is short, then in a file; closes as a context.

    Attributes:
        file: Where all of the text is; None while it is in memory.
    """

    def __init__(self, path: Path | None) -> None:
        """Take the file that a long text goes to; None keeps any in memory."""
        self._path = path
        self.file: Path | None = None
        self._opened: IO[str] | None = None
        self._texts: list[str] = []
        self._n_kept = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self._opened is not None:
            with self._told():
                self._opened.close()

    @property
    def text(self) -> str:
        """The text; empty once it is in the file."""
        return "".join(self._texts)

    def write(self, text: str) -> None:
        """Add a text.

        Raises:
            SettingsError: The file can't be written; the disk may be full.
        """
        self._n_kept += len(text)
        self._texts.append(text)
        if self._path is None or (self._opened is None and self._n_kept <= MOST_IN_MEMORY):
            return
        with self._told():
            if self._opened is None:
                self._path.parent.mkdir(exist_ok=True)
                self._path.unlink(missing_ok=True)  # of a killed process that had this number
                self._opened = io.TextIOWrapper(
                    open_new(self._path), encoding="utf-8", errors=_ERRORS, newline=""
                )
                self.file = self._path
            self._opened.writelines(self._texts)
        self._texts.clear()

    def flush(self) -> None:
        """Nothing has to be there before the text is whole."""

    @contextlib.contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise SettingsError(f"{self._path}: can't be written ({error.strerror}).") from error


def read_pieces(file: Path) -> Iterator[str]:
    """Yield the text that a `Spill` left in a file, piece by piece.

    Raises:
        OSError: It can't be read.
    """
    with file.open(encoding="utf-8", errors=_ERRORS, newline="") as opened:
        while piece := opened.read(_PIECE):
            yield piece


def spill_path(folder: Path | None, number: int) -> Path | None:
    """Return the file of this process for an input, by its place among all; None without folder."""
    return None if folder is None else folder / f"{number}-{os.getpid()}.rows"


def scratch_path(output: Path) -> Path:
    """Return the folder beside an output."""
    return output.with_name(output.name + ".rows")


@contextlib.contextmanager
def scratch_folder(output: Path | None) -> Iterator[Path]:
    """Give the folder of a run, and remove it in the end; one beside the output if that can be.

    Args:
        output: The output; None is stdout.
    """
    beside = None if output is None or not has_journal(output) else scratch_path(output)
    if beside is not None and os.access(beside.parent, os.W_OK) and _is_free(beside):
        folder = beside
    else:
        folder = Path(tempfile.mkdtemp(prefix="fer-desktop-"))
    try:
        yield folder
    finally:
        remove_scratch(folder)


def remove_scratch(folder: Path, process_id: int | None = None) -> None:
    """Remove the files that processes left, or one of them did, and the folder once it is empty.

    What somebody else put there stays.
    """
    owner = "[0-9]*" if process_id is None else str(process_id)
    with contextlib.suppress(OSError):
        for path in folder.glob(f"[0-9]*-{owner}.rows"):
            path.unlink(missing_ok=True)
        folder.rmdir()


def _is_free(folder: Path) -> bool:
    # Behind a link would be somebody else's folder.
    return (folder.is_dir() and not folder.is_symlink()) or not os.path.lexists(folder)
