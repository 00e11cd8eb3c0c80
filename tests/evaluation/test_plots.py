"""The pictures of a measurement: real PNG files that show what was measured."""

import subprocess
import sys

import cv2
import numpy as np
import pytest

from fer_desktop.core.errors import SettingsError
from fer_desktop.core.labels import INDEX, LABELS, N_LABELS
from fer_desktop.evaluation.metrics import figures
from fer_desktop.evaluation.plots import prepare_plots, write_plots

NAMES = ("confusion.png", "calibration.png")


@pytest.fixture(scope="module")
def matplotlib():
    return pytest.importorskip("matplotlib", reason="the extra 'plots' is not installed")


@pytest.fixture(scope="module")
def usual(matplotlib, tmp_path_factory):
    """Return the pictures of usual figures; drawing takes a second."""
    return drawn(tmp_path_factory.mktemp("usual") / "deep" / "plots", synthetic())


def synthetic(n=400, skill=3.0, lost=0.0, seed=1):
    """Return the figures of made-up answers; `skill` moves them towards the truth."""
    generator = np.random.default_rng(seed)
    truth = generator.integers(0, N_LABELS, n)
    logits = generator.normal(size=(n, N_LABELS))
    logits[np.arange(n), truth] += skill
    values = np.exp(logits) / np.exp(logits).sum(axis=1, keepdims=True)
    return figures(values.astype(np.float32), truth, generator.random(n) >= lost)


def drawn(folder, found, data="facial_expressions", split="person-test"):
    """Return both pictures, (H, W, 3) uint8 BGR."""
    prepare_plots(folder)
    write_plots(folder, found, data, split)
    assert sorted(path.name for path in folder.iterdir()) == sorted(NAMES)
    for name in NAMES:
        assert (folder / name).read_bytes().startswith(b"\x89PNG\r\n\x1a\n")
    return [cv2.imread(str(folder / name)) for name in NAMES]


def texts(monkeypatch, folder, *arguments):
    """Return all that is written in each picture."""
    from matplotlib.figure import Figure
    from matplotlib.text import Text

    found = []

    def save(figure, path, **kept):
        found.append([text.get_text() for text in figure.findobj(Text)])

    monkeypatch.setattr(Figure, "savefig", save)
    write_plots(folder, *arguments)
    return found


def test_pictures_are_of_a_reasonable_size_and_not_empty(usual):
    for image in usual:
        height, width, _ = image.shape
        assert 700 <= height <= 1400
        assert 700 <= width <= 1600
        assert (image[0] == 255).all(), "white ground"
        assert 0.05 < (image < 200).any(axis=2).mean() < 0.9


def test_other_figures_give_other_pictures(usual, tmp_path):
    for image, other in zip(usual, drawn(tmp_path, synthetic(skill=1.0)), strict=True):
        assert image.shape == other.shape
        assert not np.array_equal(image, other)


def test_a_cell_is_the_darker_the_larger_its_share_of_the_row(matplotlib, tmp_path):
    # All right, then all of anger named neutral: the dark cell moves along the first row.
    right = figures(np.eye(8, dtype=np.float32), np.arange(8), np.ones(8, bool))
    wrong_answers = np.eye(8, dtype=np.float32)
    wrong_answers[0] = wrong_answers[INDEX["neutral"]]
    wrong = figures(wrong_answers, np.arange(8), np.ones(8, bool))
    dark = []
    for name, found in (("right", right), ("wrong", wrong)):
        image = drawn(tmp_path / name, found)[0]
        is_dark = (image == (107, 48, 8)).all(axis=2)  # the last colour of "Blues", as BGR
        # The upper eighth of the matrix, without the scale of colours at the right.
        row = is_dark[100:130, : int(image.shape[1] * 0.85)]
        dark.append(np.flatnonzero(row.any(axis=0)))
    assert dark[0].max() < dark[1].min(), "anger stands left of neutral"


def test_the_confusion_matrix_says_what_was_measured(matplotlib, tmp_path, monkeypatch):
    found = synthetic(lost=0.2)
    said = texts(monkeypatch, tmp_path, found, "facial_expressions", "person-test")[0]
    title = next(text for text in said if "facial_expressions" in text)
    assert title.startswith("facial_expressions, person-test\n")
    assert f"accuracy {found.accuracy:.3f}" in title
    assert {*LABELS, "no face", "true class", "named"} <= set(said)
    first = found.confusion[0]
    share = 100 * first[0] / first.sum()
    assert f"{first[0]}\n{share:.1f} %" in said
    assert f"anger\nn = {first.sum()}" in said


def test_without_lost_faces_there_is_no_column_for_them(matplotlib, tmp_path, monkeypatch):
    assert "no face" not in texts(monkeypatch, tmp_path, synthetic(), "data", "all")[0]


def test_the_calibration_curve_says_the_error_and_how_many_answers(
    matplotlib, tmp_path, monkeypatch
):
    found = synthetic(lost=0.2)
    said = texts(monkeypatch, tmp_path, found, "data", "Valid")[1]
    title = next(text for text in said if text.startswith("data, Valid\n"))
    assert f"(ECE) {found.ece:.3f}" in title
    assert f"({found.confusion[:, :8].sum()} answers)" in title
    assert {str(row.n) for row in found.calibration if row.n} <= set(said)
    assert {"confidence", "share of right answers", "perfectly calibrated"} <= set(said)


@pytest.mark.parametrize(
    "found",
    [
        figures(np.zeros((0, 8), np.float32), np.zeros(0, np.int64), np.zeros(0, bool)),
        figures(np.zeros((2, 8), np.float32), np.array([0, 1]), np.zeros(2, bool)),
        synthetic(n=1),
    ],
    ids=["no pictures", "no faces", "one picture"],
)
def test_little_or_nothing_measured_is_drawn_too(usual, tmp_path, found):
    calibration = drawn(tmp_path, found)[1]
    assert calibration.shape == usual[1].shape

    def left_axis(image):
        # The longest dark line at the left is the upper diagram's axis.
        return (image[:, : image.shape[1] // 4] < 60).all(axis=2).sum(axis=0).max()

    assert left_axis(calibration) == pytest.approx(left_axis(usual[1]), rel=0.1), "same layout"


@pytest.mark.parametrize(
    "data", ["a$b_$ \\frac{", "宇宙飛行士", "bytes \udcff", "a very long name " * 12], ids=ascii
)
def test_any_folder_name_fits_into_the_title(usual, tmp_path, data):
    for image, plain in zip(drawn(tmp_path, synthetic(), data), usual, strict=True):
        assert image.shape == plain.shape
        assert (image[:, :3] == 255).all(), "nothing runs out at the left"
        assert (image[:, -3:] == 255).all(), "nothing runs out at the right"
        assert not np.array_equal(image, plain)


def test_the_users_own_settings_of_matplotlib_change_nothing(matplotlib, usual, tmp_path):
    with matplotlib.rc_context({"figure.facecolor": "black", "text.usetex": True}):
        again = drawn(tmp_path, synthetic())
        assert matplotlib.rcParams["text.usetex"], "and they are left as they were"
    assert all(map(np.array_equal, usual, again)), "the same figures, the same pictures"


def test_drawing_starts_no_pyplot():
    # In a process of its own: other tests' libraries may have loaded pyplot here.
    code = "import sys, fer_desktop.evaluation.plots as p, pathlib, tempfile\n"
    code += "p.prepare_plots(pathlib.Path(tempfile.mkdtemp()))\n"
    code += "assert 'matplotlib' in sys.modules and 'matplotlib.pyplot' not in sys.modules"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def refused(call, *arguments):
    with pytest.raises(SettingsError) as caught:
        call(*arguments)
    text = str(caught.value)
    assert "\n" not in text
    assert text.endswith(".")
    return text


def test_without_matplotlib_one_sentence_says_what_to_install(monkeypatch, tmp_path):
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    monkeypatch.setitem(sys.modules, "matplotlib.figure", None)
    text = refused(prepare_plots, tmp_path / "plots")
    assert "matplotlib" in text
    assert "install 'fer-desktop[plots]'" in text
    assert not (tmp_path / "plots").exists()


def test_a_folder_that_is_a_file_is_refused(matplotlib, tmp_path):
    (tmp_path / "file").touch()
    for path in (tmp_path / "file", tmp_path / "file" / "deep"):
        assert refused(prepare_plots, path).startswith(f"{path}: can't be written")


def test_a_folder_without_write_permission_is_refused(matplotlib, tmp_path, monkeypatch):
    def deny(**_kept):
        raise PermissionError(13, "Permission denied")

    # Root, as in a container, may write anywhere, so the system's answer is a made one.
    monkeypatch.setattr("tempfile.TemporaryFile", deny)
    text = refused(prepare_plots, tmp_path)
    assert text == f"{tmp_path}: can't be written (Permission denied)."


def test_a_picture_that_can_not_be_written_is_named(matplotlib, tmp_path):
    (tmp_path / "confusion.png").mkdir()
    text = refused(write_plots, tmp_path, synthetic(), "data", "all")
    assert text.startswith(f"{tmp_path / 'confusion.png'}: can't be written")
