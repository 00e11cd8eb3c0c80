"""The drawing is whole XML, has a path a label with its own dashes, and breaks at gaps."""

import xml.etree.ElementTree as ET

import numpy as np
import pytest

from fer_desktop.core.contrast import LINE, contrast
from fer_desktop.core.labels import LABELS
from fer_desktop.export.svg_plot import TimeScale, color_of, plot
from fer_desktop.sessions.episodes import Episode
from fer_desktop.sessions.statistics import SHOWN_LABELS

SVG = "{http://www.w3.org/2000/svg}"
FLAT = np.full(8, 1 / 8)


def drawn(points=(), episodes=(), markers=(), name="Face <1>"):
    return ET.fromstring(plot(points, episodes, markers, name))


def test_eight_lines_in_eight_looks():
    points = [(n / 10, FLAT) for n in range(10)]
    paths = drawn(points).findall(f"{SVG}path")
    assert [path.find(f"{SVG}title").text for path in paths] == list(LABELS)
    looks = {(path.get("stroke"), path.get("stroke-dasharray")) for path in paths}
    assert len(looks) == 8
    assert all(path.get("d").count("M") == 1 for path in paths)


def test_a_gap_breaks_the_lines():
    points = [(n / 10, FLAT) for n in (*range(10), *range(30, 40))]
    assert all(path.get("d").count("M") == 2 for path in drawn(points).findall(f"{SVG}path"))


def test_a_certain_label_is_at_the_top_and_its_lane_is_filled():
    episodes = [Episode("fear", 0.0, 1.0, 1), Episode("uncertain", 1.0, 2.0, 1)]
    svg = drawn([(0.0, np.eye(8)[3]), (2.0, np.eye(8)[3])], episodes)
    heights = {
        path.find(f"{SVG}title").text: path.get("d").split()[1].split("L")[0]
        for path in svg.findall(f"{SVG}path")
    }
    assert float(heights["fear"]) < float(heights["anger"])
    fear, unsure = svg.findall(f"{SVG}rect")
    assert fear.find(f"{SVG}title").text == "fear: 0.00 s to 1.00 s"
    assert float(unsure.get("y")) > float(fear.get("y"))
    assert float(fear.get("width")) == pytest.approx(float(unsure.get("width")), abs=0.2)


def test_every_label_is_named_beside_its_lane_and_stands_out():
    texts = [text.text for text in drawn().iter(f"{SVG}text")]
    assert all(texts.count(label) == 2 for label in LABELS)
    assert "not sure" in texts
    for label in SHOWN_LABELS:
        rgb = tuple(bytes.fromhex(color_of(label)[1:]))
        assert contrast(rgb, (255, 255, 255)) >= LINE


def test_the_axis_has_few_even_ticks():
    for end_s in (0.3, 1, 7, 61, 600, 3600, 90_000):
        ticks = TimeScale(0.0, end_s).ticks()
        assert 2 <= len(ticks) <= 10
    assert TimeScale(0, 3600).ticks()[-1] == (3600, "1:00:00")
    assert TimeScale(0, 10).ticks()[1][1] == "2 s"


def test_markers_outside_are_not_drawn_and_names_are_escaped():
    svg = drawn([(0.0, FLAT), (1.0, FLAT)], (), [0.5, 9.0])
    assert svg.get("aria-label") == "Face <1>"
    assert "1" in [text.text for text in svg.iter(f"{SVG}text")]
    dashes = [line.get("stroke-dasharray") for line in svg.findall(f"{SVG}line")]
    assert dashes.count("1 3") == 1
