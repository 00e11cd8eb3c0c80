"""What the documents promise: outputs as they are, links that lead somewhere, a short README."""

import re
import runpy
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
OUTPUTS = runpy.run_path(str(ROOT / "docs" / "shown_outputs.py"))
README = ROOT / "README.md"
PAGES = [README, ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]


def test_the_readme_is_read_in_five_minutes():
    assert len(README.read_text(encoding="utf-8").split()) <= 1000


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_to_files_that_are_there(page):
    for link in re.findall(r"\]\(([^)#\s]+)[^)]*\)", page.read_text(encoding="utf-8")):
        if "://" not in link:
            assert (page.parent / link).exists(), link


def test_every_page_is_reached_from_the_readme():
    text = README.read_text(encoding="utf-8")
    linked = set(re.findall(r"\]\(docs/([\w-]+\.md)\)", text))
    for page in PAGES:
        linked |= set(re.findall(r"\]\(([\w-]+\.md)\)", page.read_text(encoding="utf-8")))
    pages = {page.name for page in (ROOT / "docs").glob("*.md")}
    assert pages <= linked


@pytest.mark.parametrize("page", OUTPUTS["PAGES"], ids=lambda page: page.name)
def test_the_output_that_is_shown_is_what_comes(page):
    text = page.read_text(encoding="utf-8")
    assert OUTPUTS["BLOCK"].search(text)
    assert OUTPUTS["renewed"](text) == text, "run python docs/shown_outputs.py"
