"""The report: whole, true, escaped, and without anything that a network would be needed for."""

import xml.etree.ElementTree as ET
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from fer_desktop.export.export_info import NOTE
from fer_desktop.export.formats.html_report import MOST_FACES, write
from fer_desktop.sessions.statistics import SHOWN_LABELS
from tests.export.recordings import INFO, face_row, small

VOID = {"meta", "br"}


class Reader(HTMLParser):
    """Gathers tags with their attributes, texts and the cells of tables; nesting must be right."""

    def __init__(self, text):
        super().__init__()
        self.open, self.tags, self.texts, self.tables = [], [], [], []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)
        if tag == "table":
            self.tables.append([])
        elif tag == "tr":
            self.tables[-1].append([])
        elif tag in ("td", "th"):
            self.tables[-1][-1].append("")

    def handle_startendtag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.texts.append(data)
        if self.open and self.open[-1] in ("td", "th"):
            self.tables[-1][-1][-1] += data


@pytest.fixture
def report(tmp_path):
    """Return a function that writes rows and reads the report: its text and what is in it."""

    def make(rows, info=INFO):
        write(rows, tmp_path / "a.html", info)
        text = (tmp_path / "a.html").read_text(encoding="utf-8")
        return text, Reader(text)

    return make


def test_figures_are_those_of_the_recording(report):
    _, found = report(small())
    table = {line[0]: line[1:] for line in found.tables[0][1:]}
    assert list(table) == ["not sure" if name == "uncertain" else name for name in SHOWN_LABELS]
    # share, seconds, episodes, mean, longest, frames, lost
    assert table["happiness"] == ["60.0 %", "1.50", "2", "0.75", "1.00", "14", "20.0 %"]
    assert table["neutral"] == ["40.0 %", "1.00", "1", "1.00", "1.00", "10", "20.0 %"]
    assert table["anger"] == ["0.0 %", "0.00", "0", "-", "-", "0", "20.0 %"]
    assert found.tables[1] == [
        ["from \\ to", "happiness", "neutral"],
        ["happiness", "-", "1"],
        ["neutral", "-", "-"],
    ]
    text = " ".join(found.texts)
    assert "30 frames; 20.0 % of them without a face" in text
    assert NOTE in text
    assert "0" * 64 in text


def test_it_needs_no_network(report):
    text, found = report(small())
    for tag, attributes in found.tags:
        assert tag not in ("script", "link", "img", "iframe", "object", "embed", "base")
        assert not {"src", "href", "srcset", "action", "data"} & set(attributes)
    assert "url(" not in text
    assert "@import" not in text
    assert "default-src 'none'" in text


def test_each_face_has_a_drawing_that_is_whole_xml(report):
    text, _ = report(small())
    drawings = [part.split("</svg>")[0] + "</svg>" for part in text.split("<svg")[1:]]
    assert len(drawings) == 2
    for drawing in drawings:
        ET.fromstring("<svg" + drawing)


def test_nothing_foreign_is_taken_for_html(report):
    evil = "<script>alert(1)</script>\udcff"
    marker = replace(INFO.markers[0], text=evil)
    info = replace(INFO, title=evil, markers=(marker,), problems=(evil,), model={"name": evil})
    text, found = report(small(path=evil + ".mp4"), info)
    assert "<script" not in text
    assert "&lt;script&gt;" in text
    assert "script" not in [tag for tag, _ in found.tags]


def test_pictures_have_one_table_of_counts(report):
    rows = [face_row(0, "fear", face_id=0, path=f"{n}.png", time_s=0.0) for n in range(3)]
    text, found = report(rows, replace(INFO, stills=True, markers=()))
    assert "<svg" not in text
    assert found.tables[0][0] == ["looks like", "share of the faces", "frames", "lost"]
    assert ["fear", "100.0 %", "3", "0.0 %"] in found.tables[0]


def test_of_many_faces_the_longest_are_shown_and_the_rest_counted(report):
    rows = [
        face_row(frame, "fear", face_id=face)
        for frame in range(MOST_FACES + 3)
        for face in range(frame, MOST_FACES + 3)
    ]
    text, found = report(rows)
    assert sum(tag == "svg" for tag, _ in found.tags) == MOST_FACES
    assert "3 more faces were seen for shorter" in text
    assert f"Face {MOST_FACES + 2}<" in text


def test_no_rows_make_a_report_too(report):
    _, found = report([])
    assert "0 frames; 0.0 %" in " ".join(found.texts)
