"""Pictures without people: what the face check learns to leave alone.

Desktop wallpapers and stamps for a children's painting program, as Debian packages bring them. They
are downloaded for training only and are not part of the program.
"""

import subprocess
import tempfile
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import cv2
import numpy as np
from numpy.typing import NDArray

from fer_desktop.core.errors import DataError

PACKAGES = {
    "mate-backgrounds": "GPL-2+ and CC-BY-SA-4.0",
    "gnome-backgrounds": "CC-BY-SA-3.0, CC-BY-SA-2.0 and CC-BY-2.0",
    "plasma-workspace-wallpapers": "GPL-2+",
    "ukui-wallpapers": "CC-BY-SA-3.0",
    "lomiri-wallpapers-16.04": "CC-BY-4.0, CC-BY-SA-3.0 and CC-BY-SA-4.0",
    "lomiri-wallpapers-20.04": "CC-BY-4.0, CC-BY-SA-3.0 and CC-BY-SA-4.0",
    "desktop-base": "GPL-2+",
    "tuxpaint-stamps-default": "GPL-2",
}
"""What is downloaded, and its licences."""
_WITH_PEOPLE = (
    "/people/",
    "/faces/",
    "/money/",
    "/halloween/",
    "/cartoon",
    "/monuments/",
    "/space/",
    "/military/",
    "/christmas/",
    "/easter/",
    "spacewalk",
    "fireman",
    "/chess/",
    "/toys/",
    "armor",
)
_SUFFIXES = (".jpg", ".jpeg", ".png", ".webp")
_LONGEST = 1280
_LEAST = 400
_HELD_BACK_OF = 6
Part = Literal["train", "held back"]


@dataclass(frozen=True, eq=False)
class Ground:
    """A picture without people.

    Attributes:
        name: Of its file.
        gray: (H, W) uint8, at most 1280 px long.
        mask: (H, W) uint8, 255 where there is something; None for a whole picture.
    """

    name: str
    gray: NDArray[np.uint8]
    mask: NDArray[np.uint8] | None = None


def fetch(out: Path) -> None:
    """Download and unpack the packages, each into a folder of its own; those there stay.

    Raises:
        DataError: This is no Debian, or a package can't be had.
    """
    out = out.resolve()
    out.mkdir(parents=True, exist_ok=True)
    for package in PACKAGES:
        if (out / package).is_dir():
            continue
        with tempfile.TemporaryDirectory() as folder:
            try:
                subprocess.run(["apt-get", "download", package], cwd=folder, check=True)
                (file,) = Path(folder).glob("*.deb")
                subprocess.run(["dpkg", "-x", file, out / package], check=True)
            except (OSError, subprocess.CalledProcessError, ValueError) as error:
                raise DataError(f"The Debian package {package} can't be had ({error}).") from error


def read_grounds(folder: Path, part: Part) -> list[Ground]:
    """Return the pictures of a part, sorted by name; one in six is held back.

    Raises:
        DataError: There are none.
    """
    found = []
    for path in _one_of_each(sorted(p for p in folder.rglob("*") if _is_wanted(p, folder))):
        name = path.relative_to(folder).as_posix()
        if (zlib.crc32(_picture_of(name).encode()) % _HELD_BACK_OF == 0) != (part == "held back"):
            continue
        ground = _read(path, name)
        if ground is not None:
            found.append(ground)
    if not found:
        raise DataError(f"{folder}: no pictures without people; run the fetch command first.")
    return found


def _is_wanted(path: Path, folder: Path) -> bool:
    name = "/" + path.relative_to(folder).as_posix()
    is_picture = path.suffix.lower() in _SUFFIXES and not path.is_symlink()
    if not is_picture or any(word in name for word in _WITH_PEOPLE):
        return False
    return "/stamps/" in name or "backgrounds" in name or "wallpapers" in name


def _picture_of(name: str) -> str:
    """Return what files of one picture in several sizes have in common."""
    return name.partition("/contents/")[0]


def _one_of_each(paths: Sequence[Path]) -> list[Path]:
    """Return of each picture that comes in several sizes the file nearest to what is kept."""
    chosen: dict[str, Path] = {}
    for path in paths:
        key = _picture_of(path.as_posix())
        if key not in chosen or "1920x1080" in path.name:
            chosen[key] = path
    return list(chosen.values())


def _read(path: Path, name: str) -> Ground | None:
    image = cv2.imread(str(path), cv2.IMREAD_UNCHANGED)
    if image is None or image.ndim == 2 or image.dtype != np.uint8:
        return None
    is_stamp = "/stamps/" in name
    if is_stamp != (image.shape[2] == 4):
        return None
    if not is_stamp and min(image.shape[:2]) < _LEAST:
        return None
    scale = min(1.0, _LONGEST / max(image.shape[:2]))
    size = max(1, round(image.shape[1] * scale)), max(1, round(image.shape[0] * scale))
    image = cv2.resize(image, size, interpolation=cv2.INTER_AREA)
    gray = np.asarray(cv2.cvtColor(image[..., :3], cv2.COLOR_BGR2GRAY), np.uint8)
    if not is_stamp:
        return Ground(name, gray)
    alpha = image[..., 3]
    rows, columns = np.flatnonzero(alpha.any(axis=1)), np.flatnonzero(alpha.any(axis=0))
    if len(rows) < 40 or len(columns) < 40:
        return None
    part = np.s_[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    return Ground(name, np.ascontiguousarray(gray[part]), np.ascontiguousarray(alpha[part]))
