"""The output of a long run and the journal beside it, from which a killed run goes on.

The journal is `OUTPUT.journal`: a line of JSON that says which run it is, then a line for each
input that stands whole in the output, and one each few seconds for how far a video is. What comes
after the last of these in the output (a cut line, some frames) is cut off when the run goes on, so
the file ends up as if nothing had happened.
"""

import contextlib
import json
import os
import shutil
import zlib
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import SpooledTemporaryFile
from types import TracebackType
from typing import IO, Any, Final, Self

from fer_desktop.batch.video_places import InputPlace, place_of
from fer_desktop.core.errors import SettingsError
from fer_desktop.system.files import Draft, write_text
from fer_desktop.system.locks import HeldError, hold
from fer_desktop.system.outputs import folder_for, is_drafted
from fer_desktop.system.reading import open_regular
from fer_desktop.vision.analyzed_video import VideoPlace

_SCHEMA: Final = 2
_PIECE: Final = 1 << 20
_MOST_HEAD: Final = 1 << 16
_MOST_DIGITS: Final = 18
_MOST_WAITING: Final = 1 << 20
"""Bytes that wait in memory until something could be read; more of them wait in a file."""


@dataclass(frozen=True)
class Mark:
    """How far a run is.

    Attributes:
        n_inputs: So many are done.
        n_failed: So many of them could not be read.
        paths: Checksum of their paths, sizes and times of change.
        n_bytes: The output's length with all of them.
        checksum: Of these bytes.
        n_uncopied: Of so many others, the annotated copy could not be written.
    """

    n_inputs: int = 0
    n_failed: int = 0
    paths: int = 0
    n_bytes: int = 0
    checksum: int = 0
    n_uncopied: int = 0

    def after(
        self, path: str, *, is_failed: bool, is_uncopied: bool = False, stamp: str = ""
    ) -> "Mark":
        """Return the mark with one input more; the output's part is left as it was."""
        data = f"{path}\0{stamp}\0".encode("utf-8", "surrogatepass")
        return replace(
            self,
            n_inputs=self.n_inputs + 1,
            n_failed=self.n_failed + is_failed,
            n_uncopied=self.n_uncopied + is_uncopied,
            paths=zlib.crc32(data, self.paths),
        )


class Output:
    """The file that results are written to: text as UTF-8, its length and checksum kept.

    It is held while it is open, so that no other run writes it.
    """

    def __init__(self, path: Path, goes_on: Mark | None = None, *, waits: bool = False) -> None:
        """Open the file, empty unless it goes on after what a mark says.

        Args:
            path: The file.
            goes_on: How far an earlier run came.
            waits: What is in the file stays there until `begin`; without that, to the end.

        Raises:
            SettingsError: It can't be written, or another run writes it.
        """
        self.path = path
        self._waiting: IO[bytes] | None = None
        self._is_new = not path.exists()
        with ExitStack() as stack:
            try:
                stack.enter_context(folder_for(path.parent))
                self._file = self._opened()
                if has_journal(path) and os.fstat(self._file.fileno()).st_nlink > 1:
                    self._part()
            except OSError as error:
                raise SettingsError(f"{path}: can't be written ({error.strerror}).") from error
            self._stack = stack.pop_all()
        self.n_bytes = self.checksum = 0
        if goes_on is not None:
            self.n_bytes, self.checksum = goes_on.n_bytes, goes_on.checksum
        if waits and goes_on is None and has_journal(path):
            self._waiting = SpooledTemporaryFile(_MOST_WAITING)  # noqa: SIM115 - closed with this
        else:
            self._cut()

    @property
    def is_begun(self) -> bool:
        """Whether what was written goes into the file."""
        return self._waiting is None

    def begin(self) -> None:
        """Replace what is in the file by what was written until now."""
        waiting, self._waiting = self._waiting, None
        if waiting is None:
            return
        self._cut(0)
        waiting.seek(0)
        shutil.copyfileobj(waiting, self._file)
        waiting.close()

    def _part(self) -> None:
        """Give the output a file of its own: what its other names show is not written over."""
        self._file.close()
        with Draft(self.path, chosen=True) as draft:
            shutil.copyfile(self.path, draft.path)
            draft.commit()
        self._file = self._opened()

    def _opened(self) -> IO[bytes]:
        file = self.path.open("wb" if not has_journal(self.path) else "ab")
        if not has_journal(self.path):
            return file
        try:
            hold(file.fileno())
        except HeldError:
            is_free = False
        else:
            is_free = not is_drafted(self.path)  # an export is about to replace it
            if not is_free and self._is_new:
                self._remove()
        if not is_free:
            file.close()
            raise SettingsError(
                f"{self.path}: another run writes it at this moment; wait for its end, or choose "
                "another file."
            )
        return file

    def _remove(self) -> None:
        with contextlib.suppress(OSError):
            Path(os.path.realpath(self.path)).unlink()

    def _cut(self, n_bytes: int | None = None) -> None:
        """Leave what an earlier run wrote, and nothing after it."""
        if has_journal(self.path):
            self._file.truncate(self.n_bytes if n_bytes is None else n_bytes)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        is_whole, is_begun = False, self.is_begun
        try:
            self._file.close()
            is_whole = kind is None
        finally:
            if self._waiting is not None:
                self._waiting.close()
            # A full disk, too, leaves nothing where nothing was.
            is_empty = self.path.is_file() and not self.path.stat().st_size
            if self._is_new and is_empty and not (is_whole and is_begun):
                self._remove()
            self._stack.close()

    def write(self, text: str) -> None:
        """Write a text; what UTF-8 can't say stands there escaped."""
        data = text.encode("utf-8", "backslashreplace")
        (self._waiting or self._file).write(data)
        self.n_bytes += len(data)
        self.checksum = zlib.crc32(data, self.checksum)

    def flush(self) -> None:
        """Hand what was written to the system, which keeps it when this process is killed."""
        if self.is_begun:
            self._file.flush()


class Journal:
    """Tells, input by input, what stands whole in an output."""

    def __init__(
        self,
        output: Output,
        identity: dict[str, Any],
        mark: Mark,
        place: InputPlace | None = None,
    ) -> None:
        """Begin the journal anew, with how far the run is.

        Args:
            output: What it tells of.
            identity: As `read_mark` takes it.
            mark: How far the run is.
            place: How far it is in the next input; the mark is whole then.

        Raises:
            OSError: It can't be written.
        """
        self._output, self._path = output, journal_path(output.path)
        # Whole or not at all: a journal without its first line would be no journal.
        write_text(self._path, f"{_head(identity)}\n")
        self._file = self._path.open("a", encoding="utf-8", newline="\n")
        if place is None:
            self.add(mark)
        else:
            self._write(_line(mark))
            self._write(place.line)

    def add(self, mark: Mark) -> None:
        """Write how far the run is, after the output itself."""
        output = self._output
        output.flush()
        self._write(_line(replace(mark, n_bytes=output.n_bytes, checksum=output.checksum)))

    def add_place(self, stamp: str, place: VideoPlace) -> None:
        """Write how far the run is in the input that comes next, after the output itself."""
        output = self._output
        output.flush()
        self._write(InputPlace(stamp, output.n_bytes, output.checksum, place).line)

    def _write(self, line: str) -> None:
        self._file.write(f"{line}\n")
        self._file.flush()

    def close(self, *, is_whole: bool) -> None:
        """Close the journal, and remove it when the run came to its end."""
        self._file.close()
        if is_whole:
            with contextlib.suppress(OSError):
                self._path.unlink()


def journal_path(output: Path) -> Path:
    """Return where the journal of an output lies."""
    return output.parent / f"{output.name}.journal"


def stamp_of(path: str) -> str:
    """Return size and time of change of an input; "" where there is no such file."""
    try:
        found = os.stat(path)  # noqa: PTH116 - of addresses and impossible names too
    except (OSError, ValueError):
        return ""
    return f"{found.st_size} {found.st_mtime_ns}"


def spare_other_journals(output: Path) -> None:
    """Make sure that what lies where the journal goes is one, and no file of the user.

    Raises:
        SettingsError: It is something else.
    """
    path = journal_path(output)
    if not os.path.lexists(path):
        return
    try:
        with open_regular(path) as file:
            head = json.loads(file.readline(_MOST_HEAD) or b"null")
    except (OSError, ValueError, RecursionError):
        head = None
    if not isinstance(head, dict) or "run" not in head:
        raise SettingsError(
            f"{path} is there already and is no journal of a run; move it away, or choose another "
            "output."
        )


def has_journal(output: Path) -> bool:
    """Return whether an output may have a journal: an ordinary file or none yet, no device."""
    return output.is_file() or not output.exists()


def read_mark(
    output: Path, identity: dict[str, Any], agrees: Callable[[Mark], bool] = lambda _: True
) -> tuple[Mark, int] | None:
    """Return how far an earlier run came, and how many inputs behind that are to be done again.

    None stands for nothing to go on with.

    Args:
        output: The file that was written.
        identity: What has to be the same for a run to go on.
        agrees: Whether the inputs up to a mark are what they were.

    Raises:
        SettingsError: The output has no journal, was changed since, or is of another command.
    """
    path = journal_path(output)
    if not output.exists() or (not output.stat().st_size and not os.path.lexists(path)):
        return None
    anew = f"Without --resume {output.name} is written anew."
    try:
        with open_regular(path) as file:
            head, *lines = file.read().decode("utf-8").split("\n")
        found = json.loads(head)
    except FileNotFoundError:
        raise SettingsError(
            f"{output}: nothing to go on with; it is complete, or was not begun by analyze. {anew}"
        ) from None
    except (OSError, ValueError, RecursionError) as error:
        raise SettingsError(f"{path}: can't be read. {anew}") from error
    expected = json.loads(_head(identity))
    if found != expected:
        raise SettingsError(f"{output}: begun with {_difference(found, expected)}. {anew}")
    last = next(_marks(lines, output.stat().st_size), None)
    if last is None:
        return None
    if _checksum(output, last.n_bytes) != last.checksum:
        raise SettingsError(f"{output}: changed by something else since the run stopped. {anew}")
    mark = next((mark for mark in _marks(lines, last.n_bytes) if agrees(mark)), Mark())
    return mark, last.n_inputs - mark.n_inputs


def read_place(output: Path, mark: Mark) -> InputPlace | None:
    """Return how far the input after a mark is, which `read_mark` gave; None where it is to begin.

    Raises:
        SettingsError: The output can't be read.
    """
    try:
        with open_regular(journal_path(output)) as file:
            lines = file.read().decode("utf-8").split("\n")
        size = output.stat().st_size
        for line in reversed(lines):
            if line == _line(mark):
                return None
            place = place_of(line)
            if place is not None and place.n_bytes <= size:
                is_same = _checksum(output, place.n_bytes) == place.checksum
                return place if is_same else None
    except (OSError, ValueError) as error:
        raise SettingsError(f"{output}: can't be read.") from error
    return None


def _line(mark: Mark) -> str:
    sums = mark.paths, mark.n_bytes, mark.checksum
    numbers = mark.n_inputs, mark.n_failed, *sums, mark.n_uncopied
    return " ".join(map(str, numbers)) + "."


def _marks(lines: list[str], size: int) -> Iterator[Mark]:
    """Yield the marks that the output is long enough for, the last one first; no cut lines."""
    for line in reversed(lines):
        numbers = line.removesuffix(".").split(" ")
        is_cut = not line.endswith(".") or len(numbers) != 6
        if not is_cut and all(n.isdecimal() and len(n) <= _MOST_DIGITS for n in numbers):
            mark = Mark(*map(int, numbers))
            if mark.n_bytes <= size:
                yield mark


def _head(identity: dict[str, Any]) -> str:
    return json.dumps({"schema": _SCHEMA, "run": identity})


def _difference(found: Any, expected: dict[str, Any]) -> str:  # noqa: ANN401 - as JSON gives it
    run = found.get("run") if isinstance(found, dict) else None
    wanted = expected["run"]
    names = [n for n in wanted if run.get(n) != wanted[n]] if isinstance(run, dict) else []
    return f"other {' and '.join(names)}" if names else "another version of the program"


def _checksum(path: Path, n_bytes: int) -> int:
    checksum = 0
    with path.open("rb") as file:
        while n_bytes > 0 and (piece := file.read(min(_PIECE, n_bytes))):
            checksum = zlib.crc32(piece, checksum)
            n_bytes -= len(piece)
    return checksum
