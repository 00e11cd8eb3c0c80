"""The output of a long run and the journal beside it, from which a killed run goes on.

The journal is `OUTPUT.journal`: a line of JSON that says which run it is, then a line for each
input that stands whole in the output. What comes after the last of these in the output (a cut line,
half a video) is cut off when the run goes on, so the file ends up as if nothing had happened.
"""

import contextlib
import json
import os
import zlib
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Final, Self

from fer_desktop.core.errors import SettingsError
from fer_desktop.system.files import write_text

_SCHEMA: Final = 1
_PIECE: Final = 1 << 20


@dataclass(frozen=True)
class Mark:
    """How far a run is.

    Attributes:
        n_inputs: So many are done.
        n_failed: So many of them could not be read.
        paths: Checksum of their paths.
        n_bytes: The output's length with all of them.
        checksum: Of these bytes.
    """

    n_inputs: int = 0
    n_failed: int = 0
    paths: int = 0
    n_bytes: int = 0
    checksum: int = 0

    def after(self, path: str, *, is_failed: bool) -> "Mark":
        """Return the mark with one input more; the output's part is left as it was."""
        data = path.encode("utf-8", "surrogatepass") + b"\0"
        return replace(
            self,
            n_inputs=self.n_inputs + 1,
            n_failed=self.n_failed + is_failed,
            paths=zlib.crc32(data, self.paths),
        )


class Output:
    """The file that results are written to: text as UTF-8, its length and checksum kept."""

    def __init__(self, path: Path, goes_on: Mark | None = None) -> None:
        """Open the file, empty unless it goes on after what a mark says.

        Raises:
            SettingsError: It can't be written.
        """
        self.path = path
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._file: IO[bytes] = path.open("wb" if goes_on is None else "r+b")
        except OSError as error:
            raise SettingsError(f"{path}: can't be written ({error.strerror}).") from error
        self.n_bytes = self.checksum = 0
        if goes_on is not None:
            self.n_bytes, self.checksum = goes_on.n_bytes, goes_on.checksum
            self._file.truncate(self.n_bytes)
            self._file.seek(self.n_bytes)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._file.close()

    def write(self, text: str) -> None:
        """Write a text; what UTF-8 can't say stands there escaped."""
        data = text.encode("utf-8", "backslashreplace")
        self._file.write(data)
        self.n_bytes += len(data)
        self.checksum = zlib.crc32(data, self.checksum)

    def flush(self) -> None:
        """Hand what was written to the system, which keeps it when this process is killed."""
        self._file.flush()


class Journal:
    """Tells, input by input, what stands whole in an output."""

    def __init__(self, output: Output, identity: dict[str, Any], mark: Mark) -> None:
        """Begin the journal anew, with how far the run is.

        Raises:
            OSError: It can't be written.
        """
        self._output, self._path = output, journal_path(output.path)
        # Whole or not at all: a journal without its first line would be no journal.
        write_text(self._path, f"{_head(identity)}\n")
        self._file = self._path.open("a", encoding="utf-8", newline="\n")
        self.add(mark)

    def add(self, mark: Mark) -> None:
        """Write how far the run is, after the output itself."""
        output = self._output
        output.flush()
        numbers = mark.n_inputs, mark.n_failed, mark.paths, output.n_bytes, output.checksum
        self._file.write(" ".join(map(str, numbers)) + ".\n")
        self._file.flush()

    def close(self, *, is_whole: bool) -> None:
        """Close the journal, and remove it when the run came to its end."""
        self._file.close()
        if is_whole:
            with contextlib.suppress(OSError):
                self._path.unlink()


def journal_path(output: Path) -> Path:
    """Return where the journal of an output lies."""
    return output.with_name(output.name + ".journal")


def has_journal(output: Path) -> bool:
    """Return whether an output may have a journal: an ordinary file or none yet, no device."""
    return output.is_file() or not os.path.lexists(output)


def read_mark(output: Path, identity: dict[str, Any]) -> Mark | None:
    """Return how far an earlier run came; None where there is none.

    Raises:
        SettingsError: The output has no journal, was changed since, or is of another command.
    """
    path = journal_path(output)
    if not output.exists():
        return None
    anew = f"Without --resume {output.name} is written anew."
    try:
        head, *lines = path.read_text(encoding="utf-8").split("\n")
        found = json.loads(head)
    except FileNotFoundError:
        raise SettingsError(
            f"{output}: nothing to go on with; it is complete, or was not begun by analyze. {anew}"
        ) from None
    except (OSError, ValueError) as error:
        raise SettingsError(f"{path}: can't be read. {anew}") from error
    expected = json.loads(_head(identity))
    if found != expected:
        raise SettingsError(f"{output}: begun with {_difference(found, expected)}. {anew}")
    mark = _last_mark(lines, output.stat().st_size)
    if mark is not None and _checksum(output, mark.n_bytes) != mark.checksum:
        raise SettingsError(f"{output}: changed by something else since the run stopped. {anew}")
    return mark


def _last_mark(lines: list[str], size: int) -> Mark | None:
    """Return the last mark that the output is long enough for; a cut line is none."""
    for line in reversed(lines):
        numbers = line.removesuffix(".").split(" ")
        is_cut = not line.endswith(".") or len(numbers) != 5
        if not is_cut and all(number.isdecimal() for number in numbers):
            mark = Mark(*map(int, numbers))
            if mark.n_bytes <= size:
                return mark
    return None


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
