"""What may be a face: hits of real cascades, in pixels of the picture, however it was looked at."""

from dataclasses import replace

import cv2
import numpy as np
import pytest

from fer_desktop.core.errors import ModelError
from fer_desktop.core.geometry import BoundingBox, iou
from fer_desktop.vision.detection.candidates import Candidates, HaarOptions, large_faces
from fer_desktop.vision.detection.cascade import Cascade, Hit
from fer_desktop.vision.detection.detector import BALANCED, THOROUGH
from tests.fakes import picture

FACE = BoundingBox(176, 66, 274, 163)  # in the astronaut's picture


def most_alike(hits, box=FACE):
    return max((iou(hit.box, box) for hit in hits), default=0.0)


@pytest.fixture(scope="module")
def thorough(cascade):
    return Candidates(cascade, THOROUGH)


@pytest.mark.parametrize("scale", [0.3, 0.5, 1.0, 2.5])
def test_the_face_is_among_them_whatever_the_size_of_the_picture(thorough, astronaut, scale):
    hits = thorough.everywhere(cv2.resize(astronaut, None, fx=scale, fy=scale))
    assert most_alike(hits, BoundingBox(*(round(v * scale) for v in FACE))) > 0.6


def test_a_face_that_fills_the_picture_is_found_with_padding(cascade, thorough, astronaut):
    close = np.ascontiguousarray(astronaut[80:160, 188:262])
    whole = BoundingBox(-12, -14, 86, 83)
    assert most_alike(thorough.everywhere(close), whole) > 0.6
    without = Candidates(cascade, replace(THOROUGH, padding=0.0))
    assert most_alike(without.everywhere(close), whole) < 0.6


@pytest.mark.parametrize("degrees", [-35, -25, 25, 35])
def test_a_laid_face_is_found_with_its_tilt(cascade, astronaut, degrees):
    middle = (FACE.x1 + FACE.x2) / 2, (FACE.y1 + FACE.y2) / 2
    turn = cv2.getRotationMatrix2D(middle, degrees, 1.0)
    laid = cv2.warpAffine(astronaut, turn, (512, 512), borderMode=cv2.BORDER_REPLICATE)
    hits = Candidates(cascade, BALANCED).everywhere(laid)
    own = [hit for hit in hits if iou(hit.box, FACE) > 0.5]
    assert any(abs(hit.tilt_deg - degrees) <= 15 for hit in own)


@pytest.mark.parametrize("degrees", [-30, 30])
def test_a_laid_face_may_be_as_small_as_a_seventeenth_of_the_width(thorough, astronaut, degrees):
    middle, side = (640.0, 360.0), 75
    turn = cv2.getRotationMatrix2D(middle, degrees, side / FACE.width)
    turn[:, 2] = (*middle,) - turn[:, :2] @ ((FACE.x1 + FACE.x2) / 2, (FACE.y1 + FACE.y2) / 2)
    laid = cv2.warpAffine(astronaut, turn, (1280, 720), borderMode=cv2.BORDER_REPLICATE)
    own = BoundingBox.from_xywh(*(v - side / 2 for v in middle), side, side)
    hits = [hit for hit in thorough.everywhere(laid) if iou(hit.box, own) > 0.5]
    assert any(hit.count and abs(hit.tilt_deg - degrees) <= 15 for hit in hits)


@pytest.mark.parametrize("is_mirrored", [False, True])
def test_small_faces_from_the_side_are_looked_for_to_both_sides(
    cascade, monkeypatch, astronaut, is_mirrored
):
    """The cascade for the side knows one side; here it takes one place of its view for a face."""

    def squares(self, view, scale_factor, least_px, most_px):
        del self, least_px, most_px
        is_profile = scale_factor > 1.2
        return [Hit(*view.place(10, 20), 24 * view.scale, 1)] if is_profile else []

    candidates = Candidates(cascade, replace(THOROUGH, padding=0.0, tilts_deg=()))
    monkeypatch.setattr(Cascade, "squares", squares)
    hits = candidates.everywhere(astronaut)
    place = sorted((hit.x, hit.y) for hit in hits)[int(is_mirrored)]
    scale = 512 / 470
    pad = 0.02 * 470
    expected = 10 - pad if not is_mirrored else 470 + pad - 10
    assert place == pytest.approx((expected * scale, (20 - pad) * scale), abs=3)


def test_faces_smaller_than_asked_for_are_not_looked_for(cascade, astronaut):
    options = HaarOptions(480, 1.2)
    for share, is_found in [(0.0, True), (0.1, True), (0.4, False)]:
        hits = Candidates(cascade, replace(options, smallest=share)).everywhere(astronaut)
        assert (most_alike(hits) > 0.5) == is_found


@pytest.mark.parametrize("size", [(1, 1), (2, 300), (300, 2), (15, 15), (5000, 3)])
def test_a_picture_smaller_than_any_face(thorough, size):
    thorough.everywhere(picture(*size))


def test_hits_of_all_cascades_that_lie_alike_are_one_candidate(thorough, astronaut):
    hits = thorough.everywhere(astronaut)
    own = [hit for hit in hits if iou(hit.box, FACE) > 0.7 and not hit.tilt_deg]
    assert 1 <= len(own) <= 3
    assert max(hit.count for hit in own) > 5


@pytest.mark.parametrize(
    ("n", "profiles", "files"),
    [
        (1, False, {"alt2"}),
        (2, False, {"alt2", "default"}),
        (2, True, {"alt2", "default", "profileface"}),
    ],
)
def test_cascades_that_are_not_used_are_not_read(cascade, monkeypatch, n, profiles, files):
    read, real = set(), Cascade.__init__
    monkeypatch.setattr(
        Cascade,
        "__init__",
        lambda self, file: read.add(file.stem.rpartition("_")[2]) or real(self, file),
    )
    Candidates(cascade, replace(BALANCED, cascades=n, profiles=profiles))
    assert read == files


def test_without_its_cascades_there_are_none(tmp_path):
    with pytest.raises(ModelError, match="the face cascade can't be read"):
        Candidates(tmp_path / "gone.xml", BALANCED)


@pytest.mark.parametrize("size", [(640, 480), (300, 700), (50, 60)])
def test_places_of_large_faces_leave_no_gap_that_the_check_could_not_bridge(size):
    width, height = size
    hits = large_faces(width, height)
    assert 3 <= len(hits) <= 700
    rng = np.random.default_rng(0)
    for _ in range(200):
        side = rng.uniform(0.14 * max(size), 0.8 * min(size)) if min(size) > 150 else 0.7 * 50
        x, y = rng.uniform(0.3, 0.7) * width, rng.uniform(0.3, 0.7) * height
        assert any(
            max(abs(hit.x - x), abs(hit.y - y)) < hit.side / 3 and 0.7 < hit.side / side < 1.45
            for hit in hits
        )
