"""Whose work is inside the program, and the terms that it comes under."""

import importlib.metadata
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from fer_desktop import __version__
from fer_desktop.system import paths

PACKAGES: Final = {
    # package -> what people call it
    "PySide6-Essentials": "Qt for Python",
    "shiboken6": "Shiboken",
    "opencv-python-headless": "OpenCV",
    "av": "PyAV",
    "pi-heif": "pi-heif",
    "pillow": "Pillow",
    "ai-edge-litert": "LiteRT",
    "numpy": "NumPy",
    "pyqtgraph": "pyqtgraph",
    "platformdirs": "platformdirs",
    "psutil": "psutil",
    "cv2-enumerate-cameras": "cv2-enumerate-cameras",
}
"""What the program needs, and so a frozen one brings along."""
# Qt's packages bring no texts. The LGPL adds to the GPL, so both are needed.
_LGPL: Final = ("LGPL-3.0.txt", "GPL-3.0.txt")
_TEXTS: Final = {"PySide6-Essentials": _LGPL, "shiboken6": _LGPL}
_LGPL_NOTE: Final = (
    "Used under the GNU Lesser General Public License, version 3. The libraries are files of their "
    "own and may be replaced by other builds."
)
_CODECS_NOTE: Final = (
    "FFmpeg, which PyAV brings along, is used under the GNU Lesser General Public License, "
    "version 3; its libraries are files of their own and may be replaced by other builds. "
    "PyAV's builds are linked with x264 and x265, which are under the GNU General Public "
    "License, version 2 or later. FER Desktop never encodes with these two, but a package of "
    "the program that holds them is, as a whole, passed on under the GNU General Public "
    "License, version 3; FER Desktop's own code stays under the MIT License. The sources: "
    "https://ffmpeg.org, https://www.videolan.org/developers/x264.html, "
    "https://bitbucket.org/multicoreware/x265_git, and as PyAV builds them: "
    "https://github.com/PyAV-Org/pyav-ffmpeg."
)
_HEIF_NOTE: Final = (
    "pi-heif brings libheif and libde265, used under the GNU Lesser General Public License, "
    "version 3. The libraries are files of their own and may be replaced by other builds."
)
_NAMES: Final = ("licen", "copying", "notice")
"""Files that begin so are texts of a licence."""
_SUFFIXES: Final = ("", ".txt", ".md", ".rst")


@dataclass(frozen=True)
class Licence:
    """A part of the program with its terms.

    Attributes:
        name: What people call the part.
        version: Of the part; "" where it has none.
        terms: Name of the licence, as the part itself gives it.
        text: The licence in full; "" where the part brings none.
    """

    name: str
    version: str
    terms: str
    text: str


def licences() -> list[Licence]:
    """Return the program, what it brings along, and the packages that are installed for it."""
    return [
        Licence("FER Desktop", __version__, "MIT", paths.licence().read_text(encoding="utf-8")),
        Licence(
            "Haar cascades",
            "",
            "Intel License Agreement for OpenCV",
            _bundled("haarcascades.txt"),
        ),
        *(_package(name) for name in PACKAGES if _is_installed(name)),
        Licence(
            "FFmpeg, x264, x265 (in PyAV)",
            "",
            "LGPL-3.0-or-later, GPL-2.0-or-later",
            "\n\n".join([_CODECS_NOTE, *map(_bundled, _LGPL)]),
        ),
        Licence(
            "libheif, libde265 (in pi-heif)",
            "",
            "LGPL-3.0-or-later",
            "\n\n".join([_HEIF_NOTE, *map(_bundled, _LGPL)]),
        ),
    ]


def _bundled(file: str) -> str:
    return (paths.resources() / "licences" / file).read_text(encoding="utf-8")


def _is_installed(package: str) -> bool:
    try:
        importlib.metadata.distribution(package)
    except importlib.metadata.PackageNotFoundError:
        return False  # LiteRT has no build for some systems
    return True


def _package(package: str) -> Licence:
    found = importlib.metadata.distribution(package)
    if package in _TEXTS:
        text = "\n\n".join([_LGPL_NOTE, *(_bundled(file) for file in _TEXTS[package])])
    else:
        text = _own_texts(found)
    return Licence(PACKAGES[package], found.version, terms_of(found), text)


def terms_of(package: importlib.metadata.Distribution) -> str:
    """Return the name of a package's licence; older packages give it in other places."""
    data = package.metadata
    for field in ("License-Expression", "License"):
        lines = (data[field] or "").strip().splitlines() if field in data else []
        if lines:
            return str(lines[0])
    classifiers = [text for text in data.get_all("Classifier") or [] if "License ::" in text]
    return classifiers[0].rpartition(" :: ")[2] if classifiers else ""


def _own_texts(package: importlib.metadata.Distribution) -> str:
    """Return all licences that a package brings, each once, under the names of their files."""
    texts: dict[str, str] = {}
    for file in package.files or []:
        if file.name.lower().startswith(_NAMES) and file.suffix.lower() in _SUFFIXES:
            text = Path(str(file.locate())).read_text(encoding="utf-8", errors="replace")
            texts.setdefault(text.strip(), file.name)
    if len(texts) == 1:
        return next(iter(texts))
    return "\n\n".join(f"==== {name} ====\n\n{text}" for text, name in texts.items())
