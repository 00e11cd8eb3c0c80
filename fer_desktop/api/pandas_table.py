"""Results as a pandas table, with the columns that every export has."""

import os
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from fer_desktop.api.results import Results, each_result
from fer_desktop.core.errors import SettingsError
from fer_desktop.core.types import AnalyzedFrame, RecognizedFace
from fer_desktop.sessions.row_values import INTEGERS, TEXTS
from fer_desktop.sessions.rows import COLUMNS, Row, cells, row_of, rows_of

if TYPE_CHECKING:
    import pandas as pd

_EMPTY_IS_A_VALUE: Final = frozenset({"path", "wall_time_utc"})


def to_pandas(results: Results, path: str | os.PathLike[str] = "") -> "pd.DataFrame":
    """Return a table of one row a face, and of one with status FIND_FAILED a frame without faces.

    Its columns are `COLUMNS` of `fer_desktop.sessions.rows`, explained by `DESCRIPTIONS` there.
    Whole numbers are Int64, other numbers float64, with as many digits as in the exported files;
    what a row does not have is missing.

    >>> from fer_desktop import Analyzer, to_pandas
    >>> table = to_pandas(Analyzer().analyze("astronaut.jpg"), path="astronaut.jpg")
    >>> table[["path", "face_id", "label", "status"]].values.tolist()
    [['astronaut.jpg', 1, 'happiness', 'OK']]

    Args:
        results: The frames of a video or a camera, which are taken one by one, or the faces of a
            picture, or one of either.
        path: What the column `path` says.

    Raises:
        TypeError: There is something else among the results.
        SettingsError: pandas is not installed.
    """
    try:
        import pandas as pd
    except ImportError as error:
        raise SettingsError(
            f"to_pandas needs pandas ({error}); install 'fer-desktop[exports]'."
        ) from error
    given = each_result(results, "to_pandas")
    table = [cells(row) for row in _rows(given, os.fspath(path))]
    columns = zip(*table, strict=True) if table else ((),) * len(COLUMNS)
    return pd.DataFrame(
        {
            name: pd.Series(_values(name, column), dtype=_type_of(name))
            for name, column in zip(COLUMNS, columns, strict=True)
        }
    )


def _rows(results: Iterable[AnalyzedFrame | RecognizedFace], path: str) -> Iterator[Row]:
    for position, each in enumerate(results):
        if isinstance(each, AnalyzedFrame):
            yield from rows_of(each, path=path)
        else:
            yield row_of(each, position, path=path)


def _type_of(name: str) -> str:
    if name in TEXTS:
        return "object"
    return "Int64" if name in INTEGERS else "float64"


def _values(name: str, column: Iterable[object]) -> list[object]:
    if name in _EMPTY_IS_A_VALUE:
        return list(column)
    known = (None if value == "" else value for value in column)
    if name in TEXTS or name in INTEGERS:
        return list(known)
    return [float("nan") if value is None else float(str(value)) for value in known]
