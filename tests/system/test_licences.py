"""Everything that is inside is named, with its version, its terms and their text."""

import importlib.metadata
import re
import tomllib
from email.message import Message
from pathlib import Path

import pytest

from fer_desktop import __version__
from fer_desktop.system import licences as module
from fer_desktop.system import paths
from fer_desktop.system.licences import licences

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def found():
    return {part.name: part for part in licences()}


def test_the_program_comes_first_with_its_own_licence(found):
    first = next(iter(found.values()))
    assert (first.name, first.version, first.terms) == ("FER Desktop", __version__, "MIT")
    assert first.text == (ROOT / "LICENSE").read_text(encoding="utf-8")


def test_every_package_that_the_program_needs_is_listed():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = {re.match(r"[\w-]+", line)[0] for line in project["dependencies"]}
    assert needed <= {*module.PACKAGES}


def test_packages_have_the_version_that_is_installed_terms_and_a_text(found):
    for package, name in module.PACKAGES.items():
        part = found[name]
        assert part.version == importlib.metadata.version(package)
        assert part.terms, name
        assert len(part.text) > 500, name
    assert found["OpenCV"].terms.startswith("Apache")
    assert "Permission is hereby granted" in found["platformdirs"].text


def test_qt_comes_with_both_texts_and_says_that_it_may_be_replaced(found):
    text = found["Qt for Python"].text
    assert "may be replaced" in text.splitlines()[0]
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in text
    assert "GNU GENERAL PUBLIC LICENSE" in text


def test_codecs_under_the_gpl_are_named_with_what_follows_from_them(found):
    text = found["FFmpeg, x264, x265 (in PyAV)"].text
    assert "as a whole, passed on under the GNU General Public License" in text.splitlines()[0]
    assert "GNU GENERAL PUBLIC LICENSE" in text
    assert "libheif" in found["libheif, libde265 (in pi-heif)"].text.splitlines()[0]


def test_every_bundled_text_is_shown(found):
    shown = "\n".join(part.text for part in found.values())
    for file in (paths.resources() / "licences").iterdir():
        assert file.read_text(encoding="utf-8").strip() in shown, file.name


def test_a_text_that_a_package_brings_twice_is_shown_once(found):
    text = found["OpenCV"].text
    assert "==== LICENSE-3RD-PARTY.txt ====" in text
    assert text.count("==== LICENSE.txt ====") == 1
    assert "<opencv_storage>" not in text  # a cascade for number plates has "license" in its name


class Package:
    """A package without files that gives its terms in one place only."""

    files = None

    def __init__(self, **data):
        self.metadata = Message()
        for name, value in data.items():
            self.metadata[name.replace("_", "-")] = value


@pytest.mark.parametrize(
    ("data", "terms"),
    [
        ({"License_Expression": "MIT", "License": "old"}, "MIT"),
        ({"License": "BSD\n\nAll of its words"}, "BSD"),
        ({"License": "", "Classifier": "License :: OSI Approved :: Apache Software License"},
         "Apache Software License"),
        ({"Name": "x"}, ""),
    ],
)  # fmt: skip
def test_terms_are_found_wherever_a_package_gives_them(data, terms):
    assert module.terms_of(Package(**data)) == terms
    assert module._own_texts(Package(**data)) == ""


def test_a_package_that_is_not_there_is_left_out(monkeypatch):
    monkeypatch.setitem(module.PACKAGES, "fer-desktop-no-such-package", "Nothing")
    assert "Nothing" not in [part.name for part in licences()]


def test_a_wheel_has_the_licence_among_its_resources(monkeypatch, tmp_path):
    monkeypatch.setattr(paths, "resources", lambda: tmp_path / "resources")
    assert paths.licence() == tmp_path / "resources" / "licences" / "fer-desktop.txt"
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    included = project["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    assert included["LICENSE"] == "fer_desktop/resources/licences/fer-desktop.txt"
