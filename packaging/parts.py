"""Lists all parts with their licences, and checks these: `python packaging/parts.py [--page]`.

The parts are the packages that the program needs, by itself and with each extra, as they are
installed here. A package of the program that holds x264 is, as a whole, passed on under the GPL,
version 3, so each licence must go together with that. The exit code is 1 where one does not, or is
not known. With `--page` the table goes into docs/parts.md. A bill of materials of a frozen program
is made by `dev.py release`.
"""

import argparse
import importlib.metadata
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from fer_desktop.system.licences import terms_of

ROOT: Final = Path(__file__).resolve().parents[1]
PAGE: Final = ROOT / "docs" / "parts.md"
_COMPATIBLE: Final = (
    # what a licence's name begins with, in small letters, without "the" and "license"
    *("mit", "isc", "hpnd", "zlib", "0bsd", "bsd", "new bsd", "3-clause bsd", "modified bsd"),
    *("apache", "psf", "python software foundation", "cnri-python", "mpl-2", "mozilla public 2"),
    *("lgpl", "gnu lesser", "gnu library or lesser", "gpl-3", "gnu general public v3", "unlicense"),
    *("gpl-2.0-or-later", "gcc-exception", "cc0", "public domain", "dual", "boost", "bsl-1"),
)
_CHECKED: Final = {
    # Their data do not name a licence; looked up in their own texts.
    "cycler": "BSD-3-Clause",
    "kiwisolver": "BSD-3-Clause",
    "matplotlib": "PSF-2.0 and others",
    "namex": "Apache-2.0",
    "python-osc": "Unlicense",
}


class Part(NamedTuple):
    """A package that the program is made of.

    Attributes:
        name: Of the package.
        version: That is installed; "" for one that is not.
        terms: Of its licence.
        extra: With which extra it comes first; "" where the program itself needs it.
    """

    name: str
    version: str
    terms: str
    extra: str


def main(arguments: list[str] | None = None) -> int:
    """Do it and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--page", action="store_true", help="write docs/parts.md")
    options = parser.parse_args(arguments)
    found = list(parts(ROOT / "pyproject.toml"))
    lines = list(table(found))
    print("\n".join(lines))
    if options.page:
        PAGE.write_text("\n".join([*_head(), *lines, ""]), encoding="utf-8")
    bad = [part for part in found if part.version and not is_compatible(part.terms)]
    for part in bad:
        print(f"{part.name}: {part.terms or 'no licence'}: not known", file=sys.stderr)
    return 1 if bad else 0


def _head() -> list[str]:
    return [
        "# Parts and their licences",
        "",
        "By `python packaging/parts.py --page`; nothing here is typed. FER Desktop's own code is "
        "under the MIT License. All of these go together with it, and with the GNU General Public "
        "License, version 3, under which packages with PyAV's codecs are passed on as a whole. "
        "What stands for an operating system alone is not installed here. *Help > Licences* has "
        "the texts; each release has a bill of materials (CycloneDX).",
        "",
    ]


def table(found: list[Part]) -> Iterator[str]:
    """Yield the lines of a table in Markdown."""
    yield "| part | version | licence | comes with |"
    yield "|---|---|---|---|"
    for part in found:
        comes = f"extra `{part.extra}`" if part.extra else "the program"
        terms = part.terms if part.version else ""
        yield f"| {part.name} | {part.version or 'not here'} | {terms[:80]} | {comes} |"


def parts(project: Path) -> Iterator[Part]:
    """Yield all that a project needs, each once: its own, then those of its extras."""
    told = tomllib.loads(project.read_text(encoding="utf-8"))["project"]
    seen: set[str] = set()
    for extra, lines in {"": told["dependencies"], **told["optional-dependencies"]}.items():
        ahead = [need for need in map(Requirement, lines) if _is_wanted(need)]
        while ahead:
            name = canonicalize_name(ahead.pop(0).name)
            if name in seen:
                continue
            seen.add(name)
            version, terms, further = _looked_up(name)
            yield Part(name, version, terms, extra)
            ahead += [each for each in further if _is_wanted(each)]


def _is_wanted(need: Requirement) -> bool:
    return need.marker is None or need.marker.evaluate({"extra": ""})


def _looked_up(name: str) -> tuple[str, str, list[Requirement]]:
    try:
        found = importlib.metadata.distribution(name)
    except importlib.metadata.PackageNotFoundError:
        return "", "", []
    terms = _CHECKED.get(name) or terms_of(found)
    return found.version, terms, [Requirement(text) for text in found.requires or []]


def is_compatible(terms: str) -> bool:
    """Return whether a licence, or all of several, may be a part of the whole."""
    choices = re.split(r"\s+OR\s+", terms)
    return any(all(map(_is_known, re.split(r"\s+(?:AND|WITH)\s+|;", each))) for each in choices)


def _is_known(terms: str) -> bool:
    plain = re.sub(r"\b(the|licen[sc]e|version)\b|[()]", " ", terms.lower())
    return " ".join(plain.split()).startswith(_COMPATIBLE)


if __name__ == "__main__":
    sys.exit(main())
