"""Every part of the program has a licence that goes together with the others."""

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
sys.path.append(str(ROOT / "packaging"))

pytest.importorskip("packaging", reason="the library packaging is not installed")

import parts  # noqa: E402


def test_every_part_that_is_here_has_a_compatible_licence():
    found = {part.name: part for part in parts.parts(ROOT / "pyproject.toml")}
    assert {"numpy", "av", "pyside6-essentials", "shiboken6"} <= set(found)
    assert found["numpy"].extra == ""
    assert found["pandas"].extra == "exports"
    unknown = [p for p in found.values() if p.version and not parts.is_compatible(p.terms)]
    assert unknown == []


@pytest.mark.parametrize(
    ("terms", "is_well"),
    [
        ("MIT", True),
        ("The MIT License", True),
        ("LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only", True),
        ("BSD-3-Clause AND CC0-1.0", True),
        ("GPL-2.0-only", False),
        ("MIT AND GPL-2.0-only", False),
        ("Proprietary", False),
        ("CC-BY-NC-4.0", False),
        ("", False),
    ],
)
def test_what_goes_together(terms, is_well):
    assert parts.is_compatible(terms) is is_well


def test_the_page_names_the_parts_that_the_program_needs():
    page = (ROOT / "docs" / "parts.md").read_text(encoding="utf-8")
    for name in ("numpy", "opencv-python-headless", "pyside6-essentials", "av", "ai-edge-litert"):
        assert f"| {name} |" in page
