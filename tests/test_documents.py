"""What the documents promise: outputs as they are, links that lead somewhere, a short README."""

import json
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


def test_the_page_of_teaching_says_what_was_measured():
    script = runpy.run_path(str(ROOT / "docs" / "teaching_figures.py"))
    saved = json.loads((ROOT / "docs" / "teaching_figures.json").read_text(encoding="utf-8"))
    page = (ROOT / "docs" / "teaching.md").read_text(encoding="utf-8")
    assert script["page"](saved) == page, "run: python docs/teaching_figures.py --write-docs"


def test_the_sentences_of_teaching_follow_the_figures():
    script = runpy.run_path(str(ROOT / "docs" / "teaching_figures.py"))
    made = {"focus": "anger", "cut": 1, "n": 40, "right": [0.5, 0.6]}
    recalls = {"anger": [0.5, 0.604], "fear": [0.3, 0.26]}
    refused = {"focus": "anger", "cut": 2, "n": 41, "refused": "no_gain", "label": ""}
    about = {"command": "c", "date": "d", "most": 9, "model": "m", "version": "7"}
    text = script["section"]({**about, "runs": [{**made, "recalls": recalls}, refused]})
    assert "| 40 | 1 | 50 to 60 | 30 to 26 |" in text
    assert "| 41 | 2 | refused |" in text
    words = " ".join(text.split())
    assert "anger is found by 10 points more often" in words
    assert "no other expression less often by more than 4." in words
