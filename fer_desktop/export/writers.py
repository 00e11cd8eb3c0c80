"""Write results as they come: table, json, jsonl, csv. One protocol, one class a format."""

import io
import json
from collections.abc import Callable, Iterable
from typing import Any, Literal, Protocol

from fer_desktop.core.inert import inert, without_secrets
from fer_desktop.core.overlay import caption
from fer_desktop.core.types import AnalyzedFrame
from fer_desktop.export.text_table import Decimal, row_line, table_head
from fer_desktop.sessions.records import SCHEMA, frame_line, frame_record
from fer_desktop.sessions.rows import COLUMNS, Row, cells, rows_of

Format = Literal["table", "json", "jsonl", "csv"]


class TextFile(Protocol):
    """What the writers need of a file."""

    def write(self, text: str, /) -> object:
        """Write a text."""
        ...

    def flush(self) -> object:
        """Hand over what was written."""
        ...


class Writer(Protocol):
    """Takes the inputs in order: begin, its frames, end; then the next one; then finish.

    An input that another process has written comes whole, as a block.
    """

    def begin(self, path: str, kind: str, n_done: int = 0, time_s: float = 0.0) -> None:
        """Start an input; so many frames stand there already, the last of which has this time."""
        ...

    def frame(self, analyzed: AnalyzedFrame) -> None:
        """Write a frame of the input."""
        ...

    def end(self, error: str | None, copy_error: str | None = None, copy: str = "") -> None:
        """End the input.

        Args:
            error: Why it could not be read (to its end).
            copy_error: Why its annotated copy could not be written (to its end).
            copy: The copy's name, where it has not the usual one.
        """
        ...

    def block(self, pieces: Iterable[str]) -> None:
        """Write a whole input, as `write_input` gave it, in pieces of any length."""
        ...

    def finish(self) -> None:
        """Write what closes the whole."""
        ...


class JsonWriter:
    """One object with everything; each input is written when it ends."""

    def __init__(self, file: TextFile, model: dict[str, Any]) -> None:
        self._file = file
        self._separator = ""
        self._input: dict[str, Any] = {}
        self._frames: list[dict[str, Any]] = []
        file.write(f'{{"schema": {SCHEMA}, "model": {json.dumps(model)},\n "inputs": [')

    def begin(self, path: str, kind: str, n_done: int = 0, time_s: float = 0.0) -> None:
        """Start an input; always from its first frame."""
        del n_done, time_s
        self._input = {"path": path, "kind": kind, "width": None, "height": None, "error": None}
        self._frames = []

    def frame(self, analyzed: AnalyzedFrame) -> None:
        """Keep a frame until its input ends."""
        self._input.update(width=analyzed.frame.width, height=analyzed.frame.height)
        self._frames.append(frame_record(analyzed))

    def end(self, error: str | None, copy_error: str | None = None, copy: str = "") -> None:
        """Write the input."""
        del copy
        error = error or copy_error
        record = {**self._input, "error": error, "frames": self._frames}
        self.block([f"\n  {json.dumps(record)}"])

    def block(self, pieces: Iterable[str]) -> None:
        """Write an input after the one before."""
        self._file.write(self._separator)
        for piece in pieces:
            self._file.write(piece)
        self._separator = ","
        self._file.flush()

    def finish(self) -> None:
        """Close the object."""
        self._file.write("]}\n")


class JsonLinesWriter:
    """One frame a line, with its path; an input that failed is a line with its error."""

    def __init__(self, file: TextFile, model: dict[str, Any]) -> None:
        self._file, self._model, self._path, self._kind = file, model, "", ""

    def begin(self, path: str, kind: str, n_done: int = 0, time_s: float = 0.0) -> None:
        """Start an input; what stands there of it is not needed."""
        del n_done, time_s
        self._path, self._kind = path, kind

    def frame(self, analyzed: AnalyzedFrame) -> None:
        """Write a line."""
        size = {"width": analyzed.frame.width, "height": analyzed.frame.height}
        self._write({**size, "error": None, **frame_line(self._path, analyzed)})

    def end(self, error: str | None, copy_error: str | None = None, copy: str = "") -> None:
        """Write a line when the input failed; of its copy only the messages tell."""
        del copy_error, copy
        if error is not None:
            self._write({"error": error})

    def block(self, pieces: Iterable[str]) -> None:
        """Write a whole input."""
        for piece in pieces:
            self._file.write(piece)

    def finish(self) -> None:
        """Nothing is left to write."""

    def _write(self, values: dict[str, Any]) -> None:
        record = {"schema": SCHEMA, "path": self._path, "kind": self._kind, **values}
        self._file.write(json.dumps({**record, "model": self._model}) + "\n")


class CsvWriter:
    """One face a row, with the columns of a session's `faces.csv`.

    A frame without a face is a row too, and so is an input that failed: it is UNREADABLE, and a
    message says why.
    """

    def __init__(self, file: TextFile, *, goes_on: bool = False, decimal: Decimal = ".") -> None:
        self._file, self._decimal = file, decimal
        self._path, self._next, self._time_s = "", 0, 0.0
        if not goes_on:
            file.write(table_head(COLUMNS, decimal))

    def begin(self, path: str, kind: str, n_done: int = 0, time_s: float = 0.0) -> None:
        """Start an input, or go on with one."""
        del kind
        self._path, self._next, self._time_s = path, n_done, time_s

    def frame(self, analyzed: AnalyzedFrame) -> None:
        """Write the frame's rows."""
        self._next, self._time_s = analyzed.frame.index + 1, analyzed.frame.time_s
        for row in rows_of(analyzed, path=self._path):
            self._write(row)

    def end(self, error: str | None, copy_error: str | None = None, copy: str = "") -> None:
        """Write a row when the input failed; of its copy only the messages tell."""
        del copy_error, copy
        if error is not None:
            self._write(Row(self._next, self._time_s, "UNREADABLE", self._path))

    def block(self, pieces: Iterable[str]) -> None:
        """Write a whole input."""
        for piece in pieces:
            self._file.write(piece)

    def finish(self) -> None:
        """Nothing is left to write."""

    def _write(self, row: Row) -> None:
        self._file.write(row_line(cells(row), self._decimal))


class TableWriter:
    """Lines for people."""

    def __init__(self, file: TextFile) -> None:
        self._file = file
        self._path, self._kind = "", ""

    def begin(self, path: str, kind: str, n_done: int = 0, time_s: float = 0.0) -> None:
        """Start an input; always from its first frame."""
        del n_done, time_s
        self._path, self._kind = path, kind
        self._file.write(f"{inert(without_secrets(path))}\n")

    def frame(self, analyzed: AnalyzedFrame) -> None:
        """Write a line a face."""
        time = f"{analyzed.frame.time_s:9.3f} s  " if self._kind == "video" else ""
        if not analyzed.faces:
            self._file.write(f"  {time}no face found\n")
        has_several = len(analyzed.faces) > 1
        for position, face in enumerate(analyzed.faces, 1):
            second, third = face.raw.top(3)[1:]
            # The number that the face has on an annotated copy.
            number = face.track_id or (position if has_several else None)
            name = "face" if number is None else f"face {number}"
            box = f"x {face.box.x1}-{face.box.x2}, y {face.box.y1}-{face.box.y2}"
            others = f"{second[0]} {second[1] * 100:.0f} %, {third[0]} {third[1] * 100:.0f} %"
            self._file.write(f"  {time}{name}: {caption(face.raw):<16} (then {others}; {box})\n")

    def end(self, error: str | None, copy_error: str | None = None, copy: str = "") -> None:
        """Write that the input failed; the sentence names the file, so it goes to stderr."""
        if error is not None:
            self._file.write("  could not be read\n")
        elif copy_error is not None:
            self._file.write("  its annotated copy is not whole\n")
        elif copy:
            self._file.write(f"  annotated copy: {inert(copy)}\n")

    def block(self, pieces: Iterable[str]) -> None:
        """Write a whole input."""
        for piece in pieces:
            self._file.write(piece)

    def finish(self) -> None:
        """Nothing is left to write."""


def make_writer(
    form: Format,
    file: TextFile,
    model: dict[str, Any],
    *,
    goes_on: bool = False,
    decimal: Decimal = ".",
) -> Writer:
    """Return the writer of a format.

    Args:
        form: The format.
        file: Where it writes.
        model: What `model_record` gives.
        goes_on: Earlier inputs stand in the file already; only for jsonl and csv.
        decimal: What numbers in csv have before their fraction.
    """
    if form == "json":
        return JsonWriter(file, model)
    if form == "jsonl":
        return JsonLinesWriter(file, model)
    if form == "csv":
        return CsvWriter(file, goes_on=goes_on, decimal=decimal)
    return TableWriter(file)


class _AfterHead:
    """Keeps from a file what a writer begins with."""

    def __init__(self, file: TextFile) -> None:
        self._file = file
        self.is_over = False

    def write(self, text: str) -> None:
        if self.is_over:
            self._file.write(text)

    def flush(self) -> None:
        self._file.flush()


def write_input(
    form: Format,
    model: dict[str, Any],
    file: TextFile,
    write: Callable[[Writer], None],
    decimal: Decimal = ".",
) -> None:
    """Write what one input is in the output, for `Writer.block`; the others don't matter to it.

    Args:
        form: The format.
        model: What `model_record` gives.
        file: Takes the text as it comes; of JSON all at the end.
        write: Begins the input, gives its frames and ends it.
        decimal: As `make_writer` takes it.
    """
    body = _AfterHead(file)
    writer = make_writer(form, body, model, decimal=decimal)
    body.is_over = True
    write(writer)


def input_text(
    form: Format,
    model: dict[str, Any],
    write: Callable[[Writer], None],
    decimal: Decimal = ".",
) -> str:
    """Return what `write_input` writes."""
    file = io.StringIO()
    write_input(form, model, file, write, decimal)
    return file.getvalue()
