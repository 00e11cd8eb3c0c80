"""Faces that a person named: crops and an index in a folder of this computer, and nowhere else.

A folder comes about with the first correction. Who uses this must have been asked for it: see
`keep_corrections` in the settings.
"""

import json
import re
import secrets
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final, Self

import cv2
import numpy as np

from fer_desktop.core.errors import DataError
from fer_desktop.core.geometry import square_around
from fer_desktop.core.labels import INDEX, LABELS, N_LABELS, UNCERTAIN
from fer_desktop.core.types import ImageBGR, RecognizedFace
from fer_desktop.evaluation.datasets import Sample
from fer_desktop.system import files
from fer_desktop.system.reading import read_whole
from fer_desktop.vision.recognition.preprocess import cut_upright

INDEX_FILE: Final = "corrections.jsonl"
CROPS: Final = "crops"
_NAME: Final = re.compile(r"[0-9a-f]{16}")
_MOST_BYTES: Final = 100_000_000
_LEAST_PX, _MOST_PX = 48, 256
"""A crop is as large as the face in the picture, within these limits."""


@dataclass(frozen=True)
class Correction:
    """A face that a person named.

    Attributes:
        key: Name of its crop, without the suffix.
        label: What the person said.
        said: What the model had said: one of the eight, or `uncertain`.
        probabilities: The model's, by label.
        source: Name of the picture, video, session or camera.
        group: Person or source: what is held back together when a model is judged.
        model: Name of the model that had answered.
        version: Its version.
        time: When, in ISO 8601, UTC.
    """

    key: str
    label: str
    said: str
    probabilities: dict[str, float]
    source: str
    group: str
    model: str
    version: str
    time: str

    @classmethod
    def from_dict(cls, values: Any) -> Self:  # noqa: ANN401 - of a file
        """Return what a line of the index says.

        Raises:
            ValueError: It says nothing of the kind.
        """
        texts = ("key", "label", "said", "source", "group", "model", "version", "time")
        if not isinstance(values, dict) or not all(isinstance(values.get(t), str) for t in texts):
            raise ValueError("a text is missing")
        rows = values.get("probabilities")
        if not _NAME.fullmatch(values["key"]) or values["label"] not in INDEX:
            raise ValueError("the key or the label is none")
        if values["said"] not in (*LABELS, UNCERTAIN) or not isinstance(rows, dict):
            raise ValueError("there is no answer of a model")
        said = {label: float(rows[label]) for label in LABELS if label in rows}
        if not all(0 <= p <= 1 for p in said.values()):
            raise ValueError("a probability is none")
        return cls(**{text: values[text] for text in texts}, probabilities=said)


@dataclass(frozen=True)
class Removed:
    """Corrections that are no longer on the disk; with this they can be put back.

    Attributes:
        places: Where each stood among all, from 0, and the correction.
        crops: PNG files by key; one that could not be read is not among them.
    """

    places: tuple[tuple[int, Correction], ...]
    crops: dict[str, bytes]


class Corrections:
    """The corrections in a folder. Used from one thread.

    Attributes:
        folder: Where they are; there need be none.
        n_unreadable: Lines of the index that say nothing.
    """

    def __init__(self, folder: Path) -> None:
        """Read the index, if there is one.

        Raises:
            DataError: It can't be read.
        """
        self.folder = folder
        self.n_unreadable = 0
        self._all: list[Correction] = self._read()

    def __len__(self) -> int:
        return len(self._all)

    def everything(self) -> Sequence[Correction]:
        """Return all, oldest first."""
        return tuple(self._all)

    def crop_file(self, correction: Correction) -> Path:
        """Return where the crop is."""
        return self.folder / CROPS / f"{correction.key}.png"

    def add(
        self,
        image: ImageBGR,
        face: RecognizedFace,
        label: str,
        *,
        source: str,
        group: str = "",
        model: tuple[str, str] = ("", ""),
    ) -> Correction:
        """Keep a face with the label that a person gave it; the last word about a face counts.

        Args:
            image: (H, W, 3) uint8 BGR, the picture; only the face is cut out of it and kept.
            face: The face in it, with what the model said.
            label: One of the eight.
            source: Name of the picture, video, session or camera.
            group: Person; "" takes the source.
            model: Name and version of what had answered.

        Raises:
            DataError: It can't be written.
        """
        made = Correction(
            secrets.token_hex(8),
            label,
            face.raw.label,
            {name: round(p, 6) for name, p in face.raw.by_label().items()},
            source,
            group or source,
            *model,
            datetime.now(UTC).isoformat(timespec="seconds"),
        )
        square = square_around(face.box, 0.0)
        side = int(np.clip(round(square.side), _LEAST_PX, _MOST_PX))
        done, data = cv2.imencode(".png", cut_upright(image, square, side, face.face.tilt_deg))
        if not done:
            raise DataError(f"{source}: the face can't be written as a PNG file.")
        crop = data.tobytes()
        before = [each for each in self._all if self._is_of(each, source, crop)]
        try:
            self.crop_file(made).parent.mkdir(parents=True, exist_ok=True)
            files.write_bytes(self.crop_file(made), crop)
            self._write([*(each for each in self._all if each not in before), made])
            for each in before:
                self.crop_file(each).unlink(missing_ok=True)
        except OSError as error:
            if made not in self._all:
                self.crop_file(made).unlink(missing_ok=True)
            raise self._failed(error) from error
        return made

    def _is_of(self, known: Correction, source: str, crop: bytes) -> bool:
        """Return whether it is of the very same face, which may have been named on another day."""
        if known.source != source:
            return False
        try:
            file = self.crop_file(known)
            return file.stat().st_size == len(crop) and file.read_bytes() == crop
        except OSError:
            return False

    def undo(self) -> Correction | None:
        """Remove the newest and return it; None where there is none.

        Raises:
            DataError: It can't be removed.
        """
        if not self._all:
            return None
        last = self._all[-1]
        self.remove([last])
        return last

    def remove(self, some: Sequence[Correction]) -> Removed:
        """Remove corrections, crops and all, and return what `restore` puts back.

        Raises:
            DataError: They can't be removed.
        """
        keys = {each.key for each in some}
        places = tuple((at, each) for at, each in enumerate(self._all) if each.key in keys)
        crops = {}
        for _, each in places:
            with suppress(OSError):
                crops[each.key] = self.crop_file(each).read_bytes()
        try:
            self._write([each for each in self._all if each.key not in keys])
            for each in some:
                self.crop_file(each).unlink(missing_ok=True)
        except OSError as error:
            raise self._failed(error) from error
        return Removed(places, crops)

    def restore(self, removed: Removed) -> None:
        """Put corrections back to where they stood.

        Raises:
            DataError: They can't be written.
        """
        whole = list(self._all)
        for at, each in removed.places:
            whole.insert(at, each)
        try:
            (self.folder / CROPS).mkdir(parents=True, exist_ok=True)
            for _, each in removed.places:
                if each.key in removed.crops:
                    files.write_bytes(self.crop_file(each), removed.crops[each.key])
            self._write(whole)
        except OSError as error:
            raise self._failed(error) from error

    def erase(self) -> None:
        """Remove all of them; files that are none of ours stay.

        Raises:
            DataError: They can't be removed.
        """
        index, crops = self.folder / INDEX_FILE, self.folder / CROPS
        try:
            for crop in crops.glob("*.png") if crops.is_dir() else ():
                if _NAME.fullmatch(crop.stem.split(".")[0]):
                    crop.unlink(missing_ok=True)
            files.remove_drafts(index)
            index.unlink(missing_ok=True)
            for folder in (crops, self.folder):
                if folder.is_dir() and not any(folder.iterdir()):
                    folder.rmdir()
        except OSError as error:
            raise self._failed(error) from error
        self._all, self.n_unreadable = [], 0

    def export(self, target: Path) -> int:
        """Write copies as one folder a class, and the index; return how many.

        Raises:
            DataError: There is something in the folder, or it can't be written to.
        """
        try:
            if target.exists() and any(target.iterdir()):
                raise DataError(f"{target}: this folder is not empty; choose another.")
            for each in self._all:
                folder = target / each.label
                folder.mkdir(parents=True, exist_ok=True)
                crop = read_whole(self.crop_file(each), _MOST_BYTES, within=self.folder)
                files.write_bytes(folder / f"{each.key}.png", crop)
            files.write_text(target / INDEX_FILE, _lines(self._all))
        except OSError as error:
            raise DataError(f"{target}: can't be written ({files.reason(error)}).") from error
        return len(self._all)

    def samples(self) -> list[Sample]:
        """Return them as labelled pictures, face crops with their group as the person."""
        found = []
        for each in self._all:
            target = np.zeros(N_LABELS, np.float32)
            target[INDEX[each.label]] = 1
            path = self.crop_file(each)
            found.append(Sample(path, INDEX[each.label], target, each.group, source=each.source))
        return found

    def _read(self) -> list[Correction]:
        path = self.folder / INDEX_FILE
        try:
            text = read_whole(path, _MOST_BYTES).decode("utf-8", "replace")
        except FileNotFoundError:
            return []
        except OSError as error:
            raise DataError(f"{path}: can't be read ({files.reason(error)}).") from error
        found = []
        for line in text.splitlines():
            try:
                found.append(Correction.from_dict(json.loads(line)))
            except (ValueError, TypeError, OverflowError, RecursionError):
                self.n_unreadable += 1
        return found

    def _write(self, all_: list[Correction]) -> None:
        files.write_text(self.folder / INDEX_FILE, _lines(all_))
        self._all = all_

    def _failed(self, error: OSError) -> DataError:
        why = files.reason(error)
        return DataError(f"{self.folder}: the corrections can't be written ({why}).")


def _lines(some: Sequence[Correction]) -> str:
    return "".join(json.dumps(asdict(each), ensure_ascii=False) + "\n" for each in some)
