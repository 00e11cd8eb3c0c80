"""Readers of the three data layouts: legend, ferplus, folders.

They give paths and labels and must not open pictures (the FER2013 pixel table, which has no
picture files, is the one exception).
"""

import csv
import io
import re
import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from fer_desktop.core.errors import DataError
from fer_desktop.core.labels import INDEX, LABELS, N_LABELS
from fer_desktop.system.files import reason
from fer_desktop.system.reading import open_regular

Layout = Literal["legend", "ferplus", "folders"]

PICTURE_SUFFIXES = frozenset({".jpg", ".jpeg", ".png", ".bmp", ".webp", ".tif", ".tiff"})

SPLITS: dict[Layout, tuple[str, ...]] = {
    "legend": ("all", "person-train", "person-test", "seed-train", "seed-test", "common-train"),
    "ferplus": ("Train", "Valid", "Test"),
    "folders": ("all",),
}
DEFAULT_SPLIT: dict[Layout, str] = {"legend": "person-test", "ferplus": "Valid", "folders": "all"}

_FERPLUS_COLUMNS = (
    "neutral",
    "happiness",
    "surprise",
    "sadness",
    "anger",
    "disgust",
    "fear",
    "contempt",
)
_FERPLUS_USAGE = {"Train": "Training", "Valid": "PublicTest", "Test": "PrivateTest"}
_TEST_PERSONS_OF = 5
"""One person in five, by checksum of the name, is a test person."""


@dataclass(frozen=True, eq=False)
class Sample:
    """One labelled picture.

    Attributes:
        path: The picture's file; for the pixel table, the table with the row's number.
        label: Class index in the order of `LABELS`.
        target: (8,) float32 summing to 1: one-hot, or the share of the votes.
        person: Who is in it, as far as the file's name tells; "" where unknown.
        pixels: (H, W) uint8 gray where the data set is a pixel table, else None.
        source: The data set's folder, where several are read together.
    """

    path: Path
    label: int
    target: NDArray[np.float32]
    person: str = ""
    pixels: NDArray[np.uint8] | None = None
    source: str = ""


def person_of(file_name: str) -> str:
    """Return the person's name in a legend file name: all before `_NNNN`."""
    return re.sub(r"_\d{4}.*$", "", file_name)


def person_hash(person: str) -> int:
    """Return the checksum that decides which split a person belongs to."""
    return zlib.crc32(person.encode())


def detect_layout(root: Path) -> Layout:
    """Return the layout of a data folder.

    Raises:
        DataError: It is no folder, or has none of the three layouts.
    """
    if not root.is_dir():
        raise DataError(f"{root}: there is no such data folder; give one of labelled pictures.")
    if (root / "data" / "legend.csv").is_file():
        return "legend"
    if (root / "fer2013new.csv").is_file() or any(
        (root / "data" / f"FER2013{split}").is_dir() for split in SPLITS["ferplus"]
    ):
        return "ferplus"
    if any(_class_of(path) in INDEX and path.is_dir() for path in root.iterdir()):
        return "folders"
    raise DataError(
        f"{root}: no known layout. Expected data/legend.csv, data/FER2013Train, or one folder "
        f"a class, named {', '.join(LABELS)}."
    )


def split_to_read(root: Path, layout: Layout | None = None, split: str | None = None) -> str:
    """Return the split that `read_samples` reads for the same arguments.

    Raises:
        DataError: The folder has no known layout.
    """
    return split or DEFAULT_SPLIT[layout or detect_layout(root)]


def read_samples(
    root: Path, layout: Layout | None = None, split: str | None = None
) -> list[Sample]:
    """Return the labelled pictures of a split, in file order.

    Args:
        root: The data folder.
        layout: None looks at the folder.
        split: None takes the split that is meant for measuring.

    Raises:
        DataError: The folder, a table or the split is not as the layout says.
    """
    if not root.is_dir():
        raise DataError(f"{root}: there is no such data folder; give one of labelled pictures.")
    layout = layout or detect_layout(root)
    split = split_to_read(root, layout, split)
    if split not in SPLITS[layout]:
        raise DataError(
            f"{root}: the layout {layout} has the splits {', '.join(SPLITS[layout])}, not {split}."
        )
    readers: dict[Layout, Callable[[Path, str], list[Sample]]] = {
        "legend": _read_legend,
        "ferplus": read_ferplus,
        "folders": lambda root, _split: read_class_folders(root),
    }
    samples = readers[layout](root, split)
    if not samples:
        if layout == "folders":
            raise DataError(f"{root}: its class folders are empty of pictures.")
        raise DataError(f"{root}: the split {split} is empty.")
    return samples


def _rows(path: Path) -> list[tuple[int, list[str]]]:
    """Return the rows that are not empty, each with its line as an editor counts."""
    try:
        with io.TextIOWrapper(open_regular(path), "utf-8-sig", newline="") as file:
            reader = csv.reader(file)
            return [(reader.line_num, row) for row in reader if row]
    except FileNotFoundError:
        raise DataError(f"{path}: this table is missing.") from None
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        why = reason(error) if isinstance(error, OSError) else error
        raise DataError(f"{path}: the table can't be read ({why}).") from error


def _one_hot(label: int) -> NDArray[np.float32]:
    target = np.zeros(N_LABELS, np.float32)
    target[label] = 1.0
    return target


def _read_legend(root: Path, split: str) -> list[Sample]:
    table = root / "data" / "legend.csv"
    seen: dict[str, int] = {}
    for number, row in _rows(table)[1:]:
        if len(row) < 3 or row[2].strip().lower() not in INDEX:
            raise DataError(f"{table}, line {number}: expected user.id,image,emotion, got {row}.")
        # Eight files are listed twice, one of them with two labels: the first row holds.
        seen.setdefault(row[1], INDEX[row[2].strip().lower()])
    samples = [
        Sample(root / "images" / name, label, _one_hot(label), person_of(name))
        for name, label in seen.items()
    ]
    if split == "all":
        return samples
    kind, part = split.split("-")
    by_person = [person_hash(s.person) % _TEST_PERSONS_OF == 0 for s in samples]
    by_place = _last_fifth_per_class(samples)
    in_test = {
        "person": by_person,
        "seed": by_place,
        # For a network that is measured on both test splits: what neither of them holds.
        "common": [a or b for a, b in zip(by_person, by_place, strict=True)],
    }[kind]
    return [s for s, is_test in zip(samples, in_test, strict=True) if is_test == (part == "test")]


def _last_fifth_per_class(samples: list[Sample]) -> list[bool]:
    totals = np.bincount([s.label for s in samples], minlength=N_LABELS)
    n_train = (totals * 4) // 5  # whole numbers: 0.8 * 5 is not quite 4 everywhere
    rank = np.zeros(N_LABELS, int)
    in_test = []
    for sample in samples:
        in_test.append(bool(rank[sample.label] >= n_train[sample.label]))
        rank[sample.label] += 1
    return in_test


def _vote_distribution(votes: Iterable[str], *, majority: bool) -> NDArray[np.float32] | None:
    """Return the shares of the eight classes, or None where none has more than half.

    A single vote counts as noise, as in the protocol of FER+ (Barsoum et al., 2016). Without
    `majority` it is enough that the eight classes together have more than half.
    """
    counts = np.array([int(vote) for vote in votes], np.float32)
    counts[counts <= 1] = 0
    total = counts.sum()  # "unknown" and "not a face" count in the total
    classes = counts[:N_LABELS]
    if total == 0 or (classes.max() if majority else classes.sum()) <= total / 2:
        return None
    target = np.zeros(N_LABELS, np.float32)
    for column, name in enumerate(_FERPLUS_COLUMNS):
        target[INDEX[name]] = counts[column]
    return np.asarray(target / target.sum(), np.float32)


def read_ferplus(root: Path, split: str, *, majority: bool = True) -> list[Sample]:
    """Return the pictures of a split of FER+ with the shares of their votes, in file order.

    Args:
        root: The data folder.
        split: Train, Valid or Test.
        majority: Only pictures of which one class has more than half of the votes, as in the
            protocol; else all that are a face of the eight classes for most who voted.

    Raises:
        DataError: A table is not as the layout says.
    """
    folder = root / "data" / f"FER2013{split}"
    if not folder.is_dir() and (root / "fer2013.csv").is_file():
        return _read_pixel_table(root, split, majority=majority)
    table = folder / "label.csv"
    samples = []
    for number, row in _rows(table):
        if len(row) != 12:
            raise _bad_columns(table, number, 12, row)
        target = _votes_of_row(table, number, row[2:], majority=majority)
        if target is not None:
            samples.append(Sample(folder / row[0], int(target.argmax()), target))
    return samples


def _votes_of_row(
    table: Path, number: int, votes: list[str], *, majority: bool
) -> NDArray[np.float32] | None:
    try:
        return _vote_distribution(votes, majority=majority)
    except ValueError:
        raise DataError(f"{table}, line {number}: the votes are not whole numbers.") from None


def _read_pixel_table(root: Path, split: str, *, majority: bool) -> list[Sample]:
    pixels, votes = _rows(root / "fer2013.csv")[1:], _rows(root / "fer2013new.csv")[1:]
    if len(pixels) != len(votes):
        raise DataError(
            f"{root}: fer2013.csv has {len(pixels)} rows and fer2013new.csv {len(votes)}."
        )
    samples = []
    for (number, row), (vote_number, vote) in zip(pixels, votes, strict=True):
        if len(row) != 3:
            raise _bad_columns(root / "fer2013.csv", number, 3, row)
        if len(vote) != 12:
            raise _bad_columns(root / "fer2013new.csv", vote_number, 12, vote)
        # Rows without a file name were dropped from FER+.
        if row[2] != _FERPLUS_USAGE[split] or not vote[1]:
            continue
        target = _votes_of_row(root / "fer2013new.csv", vote_number, vote[2:], majority=majority)
        if target is not None:
            path = root / "fer2013.csv" / str(number)
            image = _pixels_of_row(root / "fer2013.csv", number, row[1])
            samples.append(Sample(path, int(target.argmax()), target, pixels=image))
    return samples


def _bad_columns(table: Path, number: int, expected: int, row: list[str]) -> DataError:
    return DataError(f"{table}, line {number}: expected {expected} columns, got {len(row)}.")


def _pixels_of_row(table: Path, number: int, text: str) -> NDArray[np.uint8]:
    try:
        return np.array([int(value) for value in text.split()], np.uint8).reshape(48, 48)
    except (ValueError, OverflowError):
        raise DataError(
            f"{table}, line {number}: expected 48x48 pixels, whole numbers from 0 to 255."
        ) from None


def read_class_folders(root: Path) -> list[Sample]:
    """Return the pictures of one folder a class; there may be none.

    Raises:
        DataError: A folder has the name of no class.
    """
    return [
        Sample(path, label, _one_hot(label))
        for folder, label in class_folders(root)
        for path in sorted(folder.rglob("*"))
        if path.suffix.lower() in PICTURE_SUFFIXES
        and not any(map(_is_of_the_system, path.relative_to(folder).parts))
    ]


def class_folders(root: Path) -> list[tuple[Path, int]]:
    """Return the class folders in a folder with their classes, by name.

    Raises:
        DataError: A folder has the name of no class.
    """
    folders = sorted(p for p in root.iterdir() if p.is_dir() and not _is_of_the_system(p.name))
    unknown = [p.name for p in folders if _class_of(p) not in INDEX]
    if unknown:
        raise DataError(
            f"{root}: unknown class folders {', '.join(unknown)}; the classes are "
            f"{', '.join(LABELS)}."
        )
    return [(folder, INDEX[_class_of(folder)]) for folder in folders]


def _class_of(folder: Path) -> str:
    """Return the class that a folder is named after; a blank behind it nobody sees."""
    return folder.name.strip().lower()


def _is_of_the_system(name: str) -> bool:
    """Return whether a file or folder is one that systems put beside pictures, for themselves."""
    return name.startswith((".", "@", "__MACOSX", "$"))
