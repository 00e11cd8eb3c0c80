"""The face check's workshop: what is composed, its targets, and all steps on tiny data."""

import json

import cv2
import keras
import numpy as np
import pytest

import model.face_check.__main__ as command
from fer_desktop.core.errors import DataError
from fer_desktop.system import paths
from fer_desktop.vision.detection.check_chips import CHIP_PX
from fer_desktop.vision.detection.check_spec import ANSWERS
from fer_desktop.vision.detection.face_check import FaceCheck
from model.face_check import export, network
from model.face_check.cases import KINDS, cases_of, hard_cases_of, joined, told_of
from model.face_check.compose import composed
from model.face_check.export import fitted
from model.face_check.figures import figures
from model.face_check.grounds import Ground, read_grounds
from model.face_check.mining import clutter, mined, mistaken
from model.face_check.patches import Patch, face_patch, head_patch, other_patch
from model.face_check.prepare import part_of_heads, read_cases, write_cases
from model.face_check.training import changed
from model.face_check.turned import SIDE, Heads
from tests.model.conftest import draw

FACE, RIGHT, DOWN, GROWTH, ROLL, TURN, LOWER, UPPER = range(len(ANSWERS))


def some_grounds():
    """Return a landscape and a stamp."""
    rng = np.random.default_rng(4)
    hills = cv2.GaussianBlur(rng.uniform(0, 255, (420, 500)).astype(np.uint8), (0, 0), 9)
    disc = np.zeros((90, 70), np.uint8)
    cv2.circle(disc, (35, 45), 30, 255, -1)
    return [Ground("hills", hills), Ground("disc", disc // 2 + 60, disc)]


def some_heads(n=12):
    """Return drawn heads: every third is seen from behind."""
    rng = np.random.default_rng(5)
    size = round(2.1 * SIDE)
    mask = np.zeros((size, size), np.uint8)
    cv2.circle(mask, (size // 2, size // 2), SIDE // 2, 255, -1)
    images = rng.integers(80, 160, (n, size, size), np.uint8)
    yaw = np.where(np.arange(n) % 3 == 0, 180.0, 60.0).astype(np.float32)
    return Heads(images, np.repeat(mask[np.newaxis], n, 0), yaw, np.arange(n) % 4)


def plain_patch(is_face=True, **known):
    """Return a bright disc on dark that fills its box."""
    gray = np.full((128, 128), 20, np.float32)
    cv2.circle(gray, (64, 64), 30, 230.0, -1)
    return Patch(gray, np.ones((128, 128), np.float32), 64, is_face, **known)


def test_boxes_are_told_where_the_face_is():
    """Chips are cut where the answers say, and show the disc in their middle then."""
    rng = np.random.default_rng(0)
    for _ in range(6):
        scene = composed(plain_patch(turn_deg=30.0, lower=1.0, upper=0.0), some_grounds()[0], rng)
        cases = cases_of(scene, rng, is_rendered=False)
        faces = cases.targets[:, FACE] > 0.5
        assert cases.chips.shape[1:] == (CHIP_PX, CHIP_PX)
        assert cases.weights[faces].all()
        np.testing.assert_allclose(cases.targets[faces, TURN], 1 / 3, atol=1e-6)
        assert (cases.targets[faces, LOWER] == 1).all()
        assert np.abs(cases.targets[faces, RIGHT : GROWTH + 1]).max() < 0.6
        no = (cases.weights[:, FACE] > 0) & ~faces
        assert not cases.weights[no][:, [TURN, LOWER, UPPER]].any()


def test_what_is_no_face_has_no_other_answers():
    rng = np.random.default_rng(1)
    scene = composed(plain_patch(is_face=False), some_grounds()[0], rng)

    cases = cases_of(scene, rng, is_rendered=False)

    assert cases.weights[:, FACE].all()
    assert not cases.weights[:, 1:].any()
    assert not cases.targets.any()
    assert set(cases.kinds) == {KINDS.index("thing")}


def test_what_holds_another_face_is_asked_about_in_no_way():
    rng = np.random.default_rng(2)
    scene = composed(plain_patch(), some_grounds()[0], rng, neighbour=plain_patch())
    (other,) = scene.others
    boxes = np.array([scene.box, other, other + 0.02 * (other[2] - other[0])])

    cases = told_of(scene, boxes, np.full(3, scene.roll_deg), is_rendered=False)

    assert cases.targets[:, FACE].tolist() == [1.0]


def test_a_face_that_fills_its_picture_is_composed_too():
    filled = 0
    for number in range(60):
        scene = composed(plain_patch(), some_grounds()[0], np.random.default_rng(number))
        side = scene.box[2] - scene.box[0]
        shares = side / np.array(scene.gray.shape)
        filled += bool((shares > 0.75).all() and (shares < 1.5).all())
    assert 2 < filled < 20


def test_of_many_boxes_those_are_kept_about_which_an_earlier_check_is_least_right():
    """It takes dark chips for faces, and a bright disc is one."""
    rng = np.random.default_rng(3)

    def sure(chips):
        return 1 - chips[:, 10:30, 10:30].mean(axis=(1, 2)) / 255

    scenes = [composed(plain_patch(), some_grounds()[0], rng) for _ in range(12)]
    hard = joined([hard_cases_of(scene, rng, False, sure) for scene in scenes])

    faces = hard.targets[:, FACE] > 0.5
    assert faces.sum() >= 2 * 12 - 4
    assert 12 <= (~faces).sum() <= 4 * 12
    usual = joined([cases_of(scene, rng, is_rendered=False) for scene in scenes])
    others = usual.weights[:, FACE] * (1 - usual.targets[:, FACE]) > 0
    assert np.median(sure(hard.chips[~faces])) > np.median(sure(usual.chips[others]))


def test_the_same_numbers_compose_the_same():
    first, second = (
        composed(plain_patch(), some_grounds()[1], np.random.default_rng(3)) for _ in range(2)
    )
    np.testing.assert_array_equal(first.gray, second.gray)
    np.testing.assert_array_equal(first.box, second.box)


def test_covers_of_faces_are_known():
    rng = np.random.default_rng(2)
    picture = cv2.resize(draw("neutral", rng), (160, 120))
    patches = [face_patch(picture, rng) for _ in range(60)]

    assert {p.gray.shape[0] for p in patches} == {len(patches[0].gray)}  # square, though it was not
    assert all(p.is_face for p in patches)
    told = [(p.lower, p.upper) for p in patches]
    assert sum(lower == 1 for lower, _ in told) > 2
    assert sum(upper == 1 for _, upper in told) > 0
    assert sum(both == (0, 0) for both in told) > 25


def test_heads_from_behind_are_no_faces():
    patches = [head_patch(some_heads(), np.random.default_rng(i)) for i in range(20)]

    assert {p.is_face for p in patches} == {True, False}
    assert all(p.is_face == (abs(p.turn_deg) <= 90) for p in patches)


def test_parts_of_pictures_are_cut_as_faces_are():
    rng = np.random.default_rng(0)
    for ground in some_grounds():
        patch = other_patch(ground, rng)
        assert not patch.is_face
        assert patch.gray.shape == patch.mask.shape
        assert 0 <= patch.mask.min() <= patch.mask.max() == 1


def test_every_head_is_in_one_part():
    heads = some_heads()

    parts = [part_of_heads(heads, part) for part in ("train", "held back")]

    assert [len(part.images) for part in parts] == [10, 2]


@pytest.fixture
def grounds_folder(tmp_path):
    """Return a folder as the packages are unpacked: three pictures, of one two sizes, a stamp."""
    folder = tmp_path / "grounds"
    rng = np.random.default_rng(6)
    for number in range(12):
        path = folder / "mate-backgrounds" / "usr/share/backgrounds" / f"{number}.jpg"
        path.parent.mkdir(parents=True, exist_ok=True)
        image = cv2.GaussianBlur(rng.uniform(0, 255, (410, 500, 3)), (0, 0), 5)
        cv2.imwrite(str(path), image.astype(np.uint8))
    stamps = folder / "tuxpaint-stamps-default" / "usr/share/tuxpaint/stamps"
    for name in ("food/apple.png", "people/somebody.png", "food/pear.png", "food/plum.png"):
        (stamps / name).parent.mkdir(parents=True, exist_ok=True)
        image = np.full((80, 90, 4), 120, np.uint8)
        image[:5] = 0
        cv2.imwrite(str(stamps / name), image)
    return folder


def test_pictures_with_people_are_left_out_and_one_in_some_is_held_back(grounds_folder):
    parts = {part: read_grounds(grounds_folder, part) for part in ("train", "held back")}

    names = {part: {g.name for g in grounds} for part, grounds in parts.items()}
    assert len(names["train"] | names["held back"]) == 15
    assert not names["train"] & names["held back"]
    stamp = next(g for g in [*parts["train"], *parts["held back"]] if "apple" in g.name)
    assert stamp.gray.shape == stamp.mask.shape == (75, 90)


def test_an_empty_folder_says_what_to_do(tmp_path):
    with pytest.raises(DataError, match="fetch"):
        read_grounds(tmp_path, "train")


def test_what_is_mined_is_no_face():
    rng = np.random.default_rng(1)
    assert clutter(some_grounds(), rng).shape == (300, 400)
    # A drawn face among the grounds: the cascades find it, so something is mined.
    picture = cv2.cvtColor(cv2.imread(str(paths.demo_picture())), cv2.COLOR_BGR2GRAY)
    grounds = [Ground("astronaut", picture)]

    check = FaceCheck(paths.face_check())
    for cases in (
        mined(paths.face_cascade(), grounds, 8, rng),
        mistaken(paths.face_cascade(), check, grounds, 8, rng),
    ):
        assert len(cases.chips)
        assert cases.weights[:, FACE].all()
        assert not cases.targets.any()


def test_chips_stay_chips_when_they_are_changed():
    chips = np.random.default_rng(0).uniform(0, 255, (9, CHIP_PX, CHIP_PX)).astype(np.float32)

    seen = changed(chips.copy(), np.random.default_rng(1))

    assert seen.shape == chips.shape
    assert 0 <= seen.min() < seen.max() <= 255
    assert not np.array_equal(seen, chips)


def test_unknown_answers_cost_nothing():
    answers = np.random.default_rng(0).normal(0, 1, (5, len(ANSWERS))).astype(np.float32)
    truth = np.zeros((5, 2 * len(ANSWERS)), np.float32)
    truth[2:, len(ANSWERS)] = 1

    cost = np.asarray(network.loss(keras.ops.convert_to_tensor(truth), answers))

    assert (cost[:2] == 0).all()
    np.testing.assert_allclose(cost[2:], np.log1p(np.exp(answers[2:, 0])), rtol=1e-5)


def test_the_network_is_small():
    assert network.built().count_params() <= 150_000


def test_a_calibration_makes_honest():
    rng = np.random.default_rng(0)
    logits = rng.normal(0, 3, 20000)
    is_face = rng.random(20000) < 1 / (1 + np.exp(-(0.5 * logits + 0.3)))

    slope, offset = fitted(logits, is_face)

    assert slope == pytest.approx(0.5, abs=0.05)
    # Faces and others count alike, however many they are.
    share = is_face.mean()
    assert offset + np.log(share / (1 - share)) == pytest.approx(0.3, abs=0.1)


def test_figures_of_the_bundled_check_on_drawn_things():
    rng = np.random.default_rng(0)
    scenes = [composed(plain_patch(i % 2 == 0), some_grounds()[0], rng) for i in range(8)]
    cases = joined([cases_of(scene, rng, is_rendered=False) for scene in scenes])

    told = figures(FaceCheck(paths.face_check()), cases)

    assert told["n"] == len(cases.chips)
    assert told["faces"] == int(cases.targets[:, FACE].sum())
    assert 0 <= told["recall"] <= 1
    assert 0 <= told["ece"] <= 1
    assert told["place_off"]["before"]["p90"] < 0.7
    json.dumps(told)


def test_all_steps_on_tiny_data(
    grounds_folder, ferplus_folder, legend_folder, tmp_path, monkeypatch
):
    heads, pool, work = tmp_path / "heads", tmp_path / "pool", tmp_path / "work"
    heads.mkdir()
    made = some_heads()
    np.savez(
        heads / "heads-00000.npz",
        images=made.images,
        masks=made.masks,
        yaw_deg=made.yaw_deg,
        cover=made.cover,
    )
    monkeypatch.setattr(network, "WIDTHS", (4, 4, 4, 4))
    monkeypatch.setattr(network, "HEAD", 4)
    data = [str(ferplus_folder), str(legend_folder)]

    def run(*arguments):
        assert command.main([str(argument) for argument in arguments]) == 0

    run(
        "prepare",
        "--data",
        *data,
        "--heads",
        heads,
        "--grounds",
        grounds_folder,
        "--to",
        pool,
        "--scenes",
        60,
        "--cluttered",
        0,
    )
    run("train", "--pool", pool, "--to", work, "--epochs", 1)
    run(
        "train", "--pool", pool, "--to", work, "--epochs", 1, "--start", work / command.WEIGHTS_FILE
    )
    # After so few steps it may take faces for none, which no calibration makes good.
    monkeypatch.setattr(export, "fitted", lambda logits, is_face: (1.0, 0.0))
    run("export", "--weights", work, "--pool", pool, "--release", "7", "--model", tmp_path / "made")
    # So few cases fit into one block; they calibrate, and measure too here.
    monkeypatch.setattr(command, "_halves", lambda n: (np.ones(n, bool), np.ones(n, bool)))
    run("figures", "--pool", pool, "--model", tmp_path / "made", "--report", tmp_path / "r.json")

    check = FaceCheck(tmp_path / "made")
    assert check.spec.version == "7"
    report = json.loads((tmp_path / "r.json").read_text())
    assert report["version"] == "7"
    assert report["n"] == len(read_cases(pool, "held-back-*.npz").chips)
    assert json.loads((work / "state.json").read_text())["goes_on"]


def test_cases_outlive_their_file(tmp_path):
    rng = np.random.default_rng(0)
    cases = cases_of(composed(plain_patch(), some_grounds()[0], rng), rng, is_rendered=True)
    write_cases(tmp_path / "train-1.npz", cases)

    again = read_cases(tmp_path, "train-*.npz")

    np.testing.assert_array_equal(again.chips, cases.chips)
    np.testing.assert_array_equal(again.weights, cases.weights)
    with pytest.raises(DataError, match="prepare"):
        read_cases(tmp_path, "held-back-*.npz")


def test_a_missing_pool_is_told_in_a_sentence(tmp_path, capsys):
    assert command.main(["train", "--pool", str(tmp_path), "--to", str(tmp_path / "out")]) == 1
    assert "prepare" in capsys.readouterr().err
