"""A study of several recordings, against pandas and numpy, to nine digits and more."""

import csv
import json
from dataclasses import replace

import numpy as np
import pytest

from fer_desktop.cli.export import ExportOrder, run_export
from fer_desktop.core.errors import DataError, SettingsError
from fer_desktop.core.settings import Settings
from fer_desktop.export.study_groups import place_of, places_of, read_groups
from fer_desktop.sessions.statistics import SHOWN_LABELS
from fer_desktop.sessions.study import N_DRAWS, Place, interval
from tests.command_fixtures import SESSION
from tests.export.recordings import empty_row, face_row
from tests.sessions.test_row_reader import write as write_rows

NAMES = ("sub-01_task-film", "sub-02_task-film", "sub-02_task-rest", "sub-03_task-film", "empty")
LABELS = ("happiness", "neutral", "fear", "uncertain")


def recording(seed):
    """Return 200 rows at ten a second: labels that last, a face that is lost now and then."""
    random = np.random.default_rng(seed)
    rows, label = [], "neutral"
    for frame in range(200):
        if random.random() < 0.08:
            label = LABELS[random.integers(4)]
        if random.random() < 0.05:
            rows.append(empty_row(frame))
        else:
            rows.append(face_row(frame, label, random=random))
            if 50 <= frame < 90:
                rows.append(face_row(frame, "anger", face_id=2, random=random))
    return rows


@pytest.fixture(scope="module")
def sessions(tmp_path_factory):
    """Return a folder of five sessions, one without any face."""
    folder = tmp_path_factory.mktemp("study")
    for seed, name in enumerate(NAMES):
        (folder / name).mkdir()
        rows = recording(seed) if name != "empty" else [empty_row(n) for n in range(50)]
        write_rows(folder / name / "faces.csv", [replace(row, path="film.mp4") for row in rows])
        (folder / name / "session.json").write_text(json.dumps(SESSION), encoding="utf-8")
    return folder


@pytest.fixture
def study(sessions, tmp_path):
    """Return what makes a study: the lines of its table by condition and label."""

    def make(form="study", **options):
        output = tmp_path / ("a.csv" if form == "study" else "a.html")
        order = ExportOrder([str(sessions)], form, str(output), **options)
        assert run_export(order, Settings(), lambda text: None) == 0
        if form != "study":
            return output.read_text(encoding="utf-8")
        with output.open(encoding="utf-8", newline="") as file:
            return {(row["condition"], row["label"]): row for row in csv.DictReader(file)}

    return make


def expected(file):
    """Return shares, episodes a minute, valence and lost of a session's longest face, by pandas."""
    pandas = pytest.importorskip("pandas", reason="the extra 'exports' is not installed")
    table = pandas.read_csv(file)
    n_frames = table["frame"].nunique()
    if table["face_id"].isna().all():
        return None
    face = table[table["face_id"] == 1].sort_values("frame")
    # Each row lasts until the next frame; a label's episode ends where label or frame jumps.
    jump = (face["frame"].diff() != 1) | (face["label_shown"] != face["label_shown"].shift())
    lasting = face.groupby("label_shown").size() * 0.1
    episodes = face[jump].groupby("label_shown").size()
    minutes = lasting.sum() / 60
    return {
        "share": {k: lasting.get(k, 0.0) / lasting.sum() for k in SHOWN_LABELS},
        "episodes": {k: episodes.get(k, 0) / minutes for k in SHOWN_LABELS},
        "valence": float(face["valence"].mean()),
        "lost": 1 - len(face) / n_frames,
    }


def test_the_figures_are_those_of_pandas(study, sessions):
    lines = study()
    found = {name: expected(sessions / name / "faces.csv") for name in NAMES}
    film = [found[name] for name in NAMES if "film" in name]
    for label in SHOWN_LABELS:
        line = lines["film", label]
        assert (line["n_participants"], line["n_recordings"], line["n_faceless"]) == ("3", "3", "0")
        for column, key in (("share", "share"), ("episodes_a_minute", "episodes")):
            mean = np.mean([each[key][label] for each in film])
            assert float(line[column]) == pytest.approx(mean, abs=1e-9)
        for column in ("valence", "lost"):
            mean = np.mean([each[column] for each in film])
            assert float(line[column]) == pytest.approx(mean, abs=1e-9)
    rest = lines["rest", "fear"]
    assert float(rest["share"]) == pytest.approx(found[NAMES[2]]["share"]["fear"], abs=1e-9)
    assert rest["share_low"] == "", "one participant has no interval"


def test_the_statistics_of_five_sessions_of_one_video_are_those_of_pandas(sessions, tmp_path):
    pandas = pytest.importorskip("pandas", reason="the extra 'exports' is not installed")
    output = tmp_path / "a.csv"
    assert run_export(ExportOrder([str(sessions)], "statistics", str(output)), Settings(), str) == 0
    found = pandas.read_csv(output)
    assert set(found["path"]) == {str(sessions / name) for name in NAMES}
    for name in NAMES:
        rows = pandas.read_csv(sessions / name / "faces.csv")
        own = found[found["path"] == str(sessions / name)]
        if rows["face_id"].isna().all():
            assert own[["lost", "n_frames"]].to_numpy().tolist() == [[1, rows["frame"].nunique()]]
            assert own["share"].isna().all()
            continue
        for number, face in rows.groupby("face_id"):
            runs = (face["frame"].diff() != 1) | (
                face["label_shown"] != face["label_shown"].shift()
            )
            lengths = face.groupby([face["label_shown"], runs.cumsum()]).size() * 0.1
            n_frames = face["frame"].max() - face["frame"].min() + 1
            lines = own[own["face_id"] == number].set_index("label")
            assert set(lines.index) == set(SHOWN_LABELS)
            assert set(lines["n_episodes"]) - {0} == set(lengths.groupby(level=0).size())
            for label, line in lines[lines["n_episodes"] > 0].iterrows():
                known = {
                    "lost": 1 - len(face) / n_frames,
                    "share": lengths[label].sum() / lengths.sum(),
                    "total_s": lengths[label].sum(),
                    "mean_s": lengths[label].mean(),
                    "longest_s": lengths[label].max(),
                    "valence_mean": face["valence"].mean(),
                    "valence_deviation": face["valence"].std(),
                }
                for column, value in known.items():
                    assert line[column] == pytest.approx(value, abs=1e-9), (name, label, column)
                assert line["n_episodes"] == lengths[label].size


def test_a_recording_without_a_face_counts_as_lost_and_gives_no_shares(study):
    line = study()["all", "fear"]
    assert (line["n_recordings"], line["n_faceless"], line["lost"]) == ("1", "1", "1")
    assert line["share"] == line["valence"] == ""


def test_a_table_of_groups_says_it_instead_of_the_names(study, tmp_path):
    table = tmp_path / "groups.csv"
    rows = [f"{name};p{n // 2};{'A' if n < 4 else 'B'};x" for n, name in enumerate(NAMES)]
    table.write_text("\ufeffrecording;participant;condition;age\n" + "\n".join(rows))
    lines = study(groups=table)
    assert {condition for condition, _ in lines} == {"A", "B"}
    assert (lines["A", "fear"]["n_participants"], lines["A", "fear"]["n_recordings"]) == ("2", "4")
    table.write_text("recording,participant,condition\nother,p,A\n")
    with pytest.raises(DataError, match="has no recording empty; it has other"):
        study(groups=table)
    with pytest.raises(SettingsError, match="--groups is for the formats study"):
        run_export(ExportOrder(["x"], "csv", groups=table), Settings(), print)


def test_the_report_has_tables_and_figures_and_loads_nothing(study):
    text = study("study-html")
    assert text.count("<svg") == len(SHOWN_LABELS)
    for words in (
        "No test of significance is made",
        "film",
        "rest",
        "3</td>",
        "default-src 'none'",
    ):
        assert words in text, words
    assert "http" not in text.replace("http-equiv", "")


def test_an_interval_is_that_of_a_bootstrap_and_always_the_same():
    values = [0.1, 0.4, 0.2, 0.8, 0.5]
    found = interval(values)
    draws = np.random.default_rng(0).integers(0, 5, (N_DRAWS, 5))
    ends = np.percentile(np.array(values)[draws].mean(axis=1), (2.5, 97.5))
    assert found == pytest.approx((0.4, *ends), abs=1e-12)
    assert interval(values) == found
    assert interval([0.5]) == (0.5, None, None)
    assert interval([]) == (None, None, None)


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("sub-01_task-film", Place("01", "film")),
        ("sub-7 ses-pre 2026", Place("7", "pre")),
        ("2026-11-25 14-03-22", Place("2026-11-25 14-03-22", "all")),
    ],
)
def test_a_name_tells_participant_and_condition(name, place):
    assert place_of(name) == place


def test_what_was_said_when_it_was_recorded_goes_before_the_name(tmp_path):
    for number, (participant, session) in enumerate(
        [("P 07/x", "Baseline"), ("P 07/x", ""), ("", "")]
    ):
        folder = tmp_path / "sessions" / f"sub-{number}_task-film"
        folder.mkdir(parents=True)
        write_rows(folder / "faces.csv", [face_row(n, "fear") for n in range(9)])
        said = {**SESSION, "participant": participant, "session": session}
        (folder / "session.json").write_text(json.dumps(said), encoding="utf-8")
    output = tmp_path / "a.csv"
    run_export(ExportOrder([str(tmp_path / "sessions")], "study", str(output)), Settings(), str)
    with output.open(encoding="utf-8", newline="") as file:
        lines = {(row["condition"], row["label"]): row for row in csv.DictReader(file)}
    assert lines["Baseline", "fear"]["n_recordings"] == "1"
    assert lines["film", "fear"]["n_participants"] == "2"
    told = json.loads(output.with_suffix(".json").read_text(encoding="utf-8"))
    assert [each.get("participant") for each in told["inputs"]] == ["P 07/x", "P 07/x", None]


def test_a_table_of_another_computer_is_read(tmp_path):
    table = tmp_path / "groups.csv"
    # A letter with its accent apart, as one system names folders; a header as people type it.
    table.write_text("Recording, Participant ,CONDITION\nJo\u0308rg,p1,A\n\n", encoding="utf-8")
    places = read_groups(table)
    assert places_of({"x": ["J\u00f6rg"]}, places) == {"x": Place("p1", "A")}
    table.write_bytes("recording;participant;condition\nJ\u00f6rg;1;A\n".encode("cp1252"))
    with pytest.raises(DataError, match="'CSV UTF-8'"):
        read_groups(table)


def test_a_recording_of_the_table_that_was_not_given_is_told(sessions, tmp_path):
    table, told = tmp_path / "groups.csv", []
    lines = [f"{name};p{n};A" for n, name in enumerate([*NAMES, "gone", "J\u00f6rg"])]
    table.write_text("recording;participant;condition\n" + "\n".join(lines), "utf-8-sig")
    order = ExportOrder([str(sessions)], "study", str(tmp_path / "a.csv"), groups=table)
    assert run_export(order, Settings(), told.append) == 0
    assert f"{table}: it names gone, J\u00f6rg too, and no such recording was given." in told
    table.write_text("recording;participant;condition\n" + "\n".join(lines[:-2]), "utf-8-sig")
    told.clear()
    run_export(order, Settings(), told.append)
    assert told == [f"{tmp_path / 'a.csv'} is written."]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("recording,condition\n", "column participant is missing"),
        ("recording,participant,condition\na,p,A\na,p,B\n", "a is there twice"),
        ("\0", "column recording is missing"),
        ("recording,participant,condition\na,p," + "x" * 200_000, "no table of groups"),
    ],
)
def test_a_table_that_is_none_is_told(tmp_path, text, words):
    (tmp_path / "groups.csv").write_text(text)
    with pytest.raises(DataError, match=words):
        read_groups(tmp_path / "groups.csv")
    with pytest.raises(DataError, match="can't be read"):
        read_groups(tmp_path / "gone.csv")
