"""Readers of the three data layouts, on small made folders and on the real tables."""

import csv
import zlib
from collections import Counter

import numpy as np
import pytest

from fer_desktop.core.errors import DataError
from fer_desktop.core.labels import INDEX, LABELS
from fer_desktop.evaluation.datasets import (
    detect_layout,
    person_hash,
    person_of,
    read_samples,
    split_to_read,
)

# The order of the votes in FER+, which is not the order of our labels.
VOTES = (
    "neutral",
    "happiness",
    "surprise",
    "sadness",
    "anger",
    "disgust",
    "fear",
    "contempt",
    "unknown",
    "NF",
)


def write_rows(path, rows):
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(rows)


def legend(root, rows):
    write_rows(root / "data" / "legend.csv", [["user.id", "image", "emotion"], *rows])
    return root


def votes(**counts):
    return [counts.get(name, 0) for name in VOTES]


def ferplus(root, rows, split="Valid"):
    (root / "data" / "FER2013Train").mkdir(parents=True)
    write_rows(root / "data" / f"FER2013{split}" / "label.csv", rows)
    return root


def row(name, **counts):
    return [name, "(0, 0, 48, 48)", *votes(**counts)]


PIXELS = " ".join(str(n % 256) for n in range(48 * 48))


def pixel_table(root, rows, new_rows):
    write_rows(root / "fer2013.csv", [["emotion", "pixels", "Usage"], *rows])
    write_rows(root / "fer2013new.csv", [["Usage", "Image name", *VOTES], *new_rows])
    return root


def names(samples):
    return [sample.path.name for sample in samples]


def labels(samples):
    return [LABELS[sample.label] for sample in samples]


# --- legend


def test_legend_takes_labels_in_any_case_and_a_file_once(tmp_path):
    rows = [
        ["628", "b.jpg", "Happiness"],
        ["628", "a.jpg", " anger"],
        ["12", "b.jpg", "neutral"],
        ["12", "c.jpg", "NEUTRAL"],
    ]
    samples = read_samples(legend(tmp_path, rows), split="all")
    assert names(samples) == ["b.jpg", "a.jpg", "c.jpg"], "in file order"
    assert labels(samples) == ["happiness", "anger", "neutral"], "the first row holds"
    assert samples[0].path == tmp_path / "images" / "b.jpg"
    assert samples[0].target.tolist() == [0, 0, 0, 0, 1, 0, 0, 0]


@pytest.mark.parametrize(
    ("file_name", "person"),
    [
        ("Aaron_Eckhart_0001.jpg", "Aaron_Eckhart"),
        ("Aaron_Eckhart_0001_copy.jpg", "Aaron_Eckhart"),
        ("holding-1234_me.jpg", "holding-1234_me.jpg"),
        ("X_12345.jpg", "X"),
    ],
)
def test_a_person_is_the_name_before_the_number(file_name, person):
    assert person_of(file_name) == person


def test_person_splits_share_no_person_and_go_by_checksum(tmp_path):
    rows = [["1", f"P{n}_{m:04d}.jpg", "fear"] for n in range(40) for m in range(1, 3)]
    root = legend(tmp_path, rows)
    train, test = (read_samples(root, split=f"person-{part}") for part in ("train", "test"))
    assert len(train) + len(test) == 80
    assert {s.person for s in train}.isdisjoint(s.person for s in test)
    expected = {f"P{n}" for n in range(40) if zlib.crc32(b"P%d" % n) % 5 == 0}
    assert {s.person for s in test} == expected
    assert person_hash("P7") == zlib.crc32(b"P7")
    assert names(read_samples(root)) == names(test), "persons unseen are the default measure"


def test_seed_splits_take_the_first_80_percent_of_each_class_in_file_order(tmp_path):
    rows = [["1", f"n{n}.jpg", "neutral"] for n in range(10)]
    rows[3:3] = [["1", f"f{n}.jpg", "fear"] for n in range(6)]
    root = legend(tmp_path, rows)
    # 0.8 * 6 = 4.8: four pictures to train on.
    assert names(read_samples(root, split="seed-test")) == ["f4.jpg", "f5.jpg", "n8.jpg", "n9.jpg"]
    assert len(read_samples(root, split="seed-train")) == 12


# --- ferplus


def test_ferplus_needs_more_than_half_of_the_votes(tmp_path):
    rows = [
        row("half.png", happiness=5, neutral=5),
        row("more.png", happiness=6, neutral=4),
        row("unsure.png", happiness=5, unknown=5),
        row("no-face.png", NF=10),
        row("nothing.png"),
    ]
    assert names(read_samples(ferplus(tmp_path, rows))) == ["more.png"]


def test_a_single_vote_counts_as_noise(tmp_path):
    # Five of ten votes are half; without the five single ones they are all.
    rows = [row("a.png", sadness=5, neutral=1, fear=1, anger=1, disgust=1, NF=1)]
    (sample,) = read_samples(ferplus(tmp_path, rows))
    assert labels([sample]) == ["sadness"]
    assert sample.target[INDEX["sadness"]] == 1.0


@pytest.mark.parametrize("label", LABELS)
def test_each_column_of_votes_becomes_its_own_label(tmp_path, label):
    (sample,) = read_samples(ferplus(tmp_path, [row("a.png", **{label: 8, "unknown": 2})]))
    assert labels([sample]) == [label]


def test_the_target_is_the_share_of_the_eight_classes_votes(tmp_path):
    (sample,) = read_samples(ferplus(tmp_path, [row("a.png", anger=6, fear=2, unknown=2)]))
    assert sample.target[INDEX["anger"]] == pytest.approx(6 / 8)
    assert sample.target[INDEX["fear"]] == pytest.approx(2 / 8)
    assert sample.target.dtype == np.float32
    assert sample.path == tmp_path / "data" / "FER2013Valid" / "a.png"


def test_the_pixel_table_gives_pictures_by_split(tmp_path):
    gray = " ".join(["7"] * (48 * 48))
    rows = [["0", PIXELS, "Training"], ["0", gray, "PublicTest"], ["0", PIXELS, "PublicTest"]]
    new_rows = [
        ["Training", "a.png", *votes(anger=9)],
        ["PublicTest", "b.png", *votes(fear=9)],
        ["PublicTest", "", *votes(NF=10)],
    ]
    root = pixel_table(tmp_path, rows, new_rows)
    (train,), (valid,) = read_samples(root, split="Train"), read_samples(root, split="Valid")
    assert labels([train, valid]) == ["anger", "fear"]
    assert train.pixels.shape == (48, 48)
    assert train.pixels.dtype == np.uint8
    assert train.pixels[1, 2] == 50, "row by row"
    assert (valid.pixels == 7).all()
    with pytest.raises(DataError, match="Test is empty"):
        read_samples(root, split="Test")


# --- folders


def test_folders_are_classes_and_other_files_are_left_out(tmp_path):
    for path in ("fear/b.PNG", "fear/deep/a.jpg", "Anger/c.jpeg", "fear/notes.txt", "readme.md"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).touch()
    samples = read_samples(tmp_path)
    assert sorted(zip(labels(samples), names(samples), strict=True)) == [
        ("anger", "c.jpeg"),
        ("fear", "a.jpg"),
        ("fear", "b.PNG"),
    ]


# --- which layout


@pytest.mark.parametrize(
    ("path", "layout"),
    [
        ("data/legend.csv", "legend"),
        ("fer2013new.csv", "ferplus"),
        ("data/FER2013Train/label.csv", "ferplus"),
        ("happiness/a.jpg", "folders"),
        # Read in any case, so found in any case.
        ("Happiness/a.jpg", "folders"),
    ],
)
def test_the_layout_is_seen(tmp_path, path, layout):
    (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / path).touch()
    assert detect_layout(tmp_path) == layout


def test_a_ferplus_copy_without_the_training_part_is_seen(tmp_path):
    (tmp_path / "data" / "FER2013Valid").mkdir(parents=True)
    assert detect_layout(tmp_path) == "ferplus"


@pytest.mark.parametrize(
    ("layout", "split", "expected"),
    [(None, None, "all"), (None, "Test", "Test"), ("ferplus", None, "Valid")],
)
def test_the_split_to_read_has_a_name(tmp_path, layout, split, expected):
    (tmp_path / "fear").mkdir()
    assert split_to_read(tmp_path, layout, split) == expected


# --- what is not as it should be: one sentence that names the file


def refused(root, layout=None, split=None):
    with pytest.raises(DataError) as caught:
        read_samples(root, layout, split)
    text = str(caught.value)
    assert text.startswith(str(root))
    assert "\n" not in text
    assert text.endswith(".")
    return text


@pytest.mark.parametrize("layout", [None, "legend", "ferplus", "folders"])
def test_a_missing_folder_is_refused(tmp_path, layout):
    refused(tmp_path / "missing", layout)


def test_a_file_in_place_of_the_folder_is_refused(tmp_path):
    (tmp_path / "data.zip").touch()
    refused(tmp_path / "data.zip", "folders")


def test_an_empty_folder_is_refused_with_what_is_expected(tmp_path):
    text = refused(tmp_path)
    assert all(word in text for word in ("legend.csv", "FER2013Train", *LABELS))


def test_an_unknown_split_is_refused_with_the_known_ones(tmp_path):
    text = refused(legend(tmp_path, [["1", "a.jpg", "fear"]]), split="Valid")
    assert "person-test" in text
    assert "Valid" in text


def test_what_systems_put_beside_pictures_is_no_class_and_no_picture(tmp_path):
    for name in ("anger ", "Happiness", ".thumbnails", "__MACOSX", "@eaDir", "$RECYCLE.BIN"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.png").touch()
    (tmp_path / "Happiness" / "._a.png").touch()
    (tmp_path / "Happiness" / "@eaDir").mkdir()
    (tmp_path / "Happiness" / "@eaDir" / "a.png").touch()
    found = [(each.path.parent.name, each.label) for each in read_samples(tmp_path)]
    assert found == [("Happiness", 4), ("anger ", 0)]


def test_class_folders_without_pictures_are_told(tmp_path):
    (tmp_path / "anger").mkdir()
    (tmp_path / "anger" / "notes.txt").touch()
    with pytest.raises(DataError, match="class folders are empty of pictures"):
        read_samples(tmp_path)


def test_an_unknown_class_folder_is_refused_by_name(tmp_path):
    for name in ("fear", "joy", "rage"):
        (tmp_path / name).mkdir()
    text = refused(tmp_path)
    assert "joy, rage" in text


def test_an_empty_split_is_refused(tmp_path):
    (tmp_path / "fear").mkdir()
    assert "empty" in refused(tmp_path)


@pytest.mark.parametrize(
    "bad", [["1", "b.jpg"], ["1", "b.jpg", "joy"], ["1", "b.jpg", ""], ["only one"]], ids=str
)
def test_a_bad_row_of_the_legend_is_refused_with_its_line(tmp_path, bad):
    root = legend(tmp_path, [["1", "a.jpg", "fear"], bad])
    assert "legend.csv, line 3" in refused(root)


def test_the_line_is_counted_as_an_editor_does(tmp_path):
    path = tmp_path / "data" / "legend.csv"
    path.parent.mkdir()
    path.write_text("user.id,image,emotion\n\n1,a.jpg,fear\n\n1,b.jpg,joy\n")
    assert "line 5" in refused(tmp_path)


def test_a_table_that_is_no_text_is_refused(tmp_path):
    path = tmp_path / "data" / "legend.csv"
    path.parent.mkdir()
    path.write_bytes(b"user.id,image,emotion\n1,\xff\xfe.jpg,fear\n")
    assert "can't be read" in refused(tmp_path)


def test_a_table_with_an_endless_cell_is_refused(tmp_path):
    root = legend(tmp_path, [["1", "a" * 200_000, "fear"]])
    assert "can't be read" in refused(root)


@pytest.mark.parametrize(
    "bad",
    [["b.png", "(0, 0, 48, 48)", 9], row("b.png", fear="many"), row("b.png", fear="2.5")],
    ids=["few columns", "a word", "a fraction"],
)
def test_a_bad_row_of_votes_is_refused_with_its_line(tmp_path, bad):
    assert "label.csv, line 2" in refused(ferplus(tmp_path, [row("a.png", fear=9), bad]))


GOOD, GOOD_VOTES = ["0", PIXELS, "PublicTest"], ["PublicTest", "a.png", *votes(fear=9)]


@pytest.mark.parametrize(
    ("pixels", "new", "table"),
    [
        (["0", "1 2 3", "PublicTest"], GOOD_VOTES, "fer2013.csv"),
        (["0", PIXELS.replace("17 ", "300 ", 1), "PublicTest"], GOOD_VOTES, "fer2013.csv"),
        (["0", PIXELS.replace("17 ", "x ", 1), "PublicTest"], GOOD_VOTES, "fer2013.csv"),
        (["0", PIXELS], GOOD_VOTES, "fer2013.csv"),
        (GOOD, ["PublicTest", "a.png", 9], "fer2013new.csv"),
        (GOOD, ["PublicTest"], "fer2013new.csv"),
        (GOOD, ["PublicTest", "a.png", *votes(fear="x")], "fer2013new.csv"),
    ],
    ids=["few pixels", "pixel 300", "pixel x", "no usage", "few votes", "no name", "vote x"],
)
def test_a_bad_row_of_the_pixel_table_is_refused_with_its_line(tmp_path, pixels, new, table):
    root = pixel_table(tmp_path, [GOOD, pixels], [GOOD_VOTES, new])
    assert f"{table}, line 3" in refused(root)


def test_pixel_tables_of_different_length_are_refused_with_both_counts(tmp_path):
    text = refused(pixel_table(tmp_path, [GOOD, GOOD], [GOOD_VOTES]))
    assert "2 rows" in text
    assert text.endswith("1.")


# --- the real tables

LEGEND_COUNTS = {
    "neutral": 6868,
    "happiness": 5696,
    "surprise": 368,
    "sadness": 268,
    "anger": 252,
    "disgust": 208,
    "fear": 21,
    "contempt": 9,
}


@pytest.mark.data
def test_the_real_legend_has_the_counts_of_the_contract(datasets):
    root = datasets / "facial_expressions"
    samples = read_samples(root, split="all")
    assert len(samples) == 13_682
    # Eight files stand there twice, each counted above with its second row too.
    counts = Counter(labels(samples))
    assert all(0 <= LEGEND_COUNTS[label] - counts[label] <= 8 for label in LABELS), counts
    assert len(read_samples(root, split="person-test")) == len(read_samples(root)) == 2394
    assert len(read_samples(root, split="person-train")) == 13_682 - 2394
    seed = [len(read_samples(root, split=f"seed-{part}")) for part in ("train", "test")]
    assert seed[0] == sum(n * 4 // 5 for n in counts.values())
    assert sum(seed) == 13_682


@pytest.mark.data
@pytest.mark.parametrize(("split", "n"), [("Train", 25_045), ("Valid", 3191)])
def test_real_ferplus_has_the_counts_of_the_contract(datasets, split, n):
    samples = read_samples(datasets / "FERPlus", split=split)
    assert len(samples) == n
    assert all(abs(float(s.target.sum()) - 1) < 1e-5 for s in samples[:100])
    assert samples[0].path.is_file()
