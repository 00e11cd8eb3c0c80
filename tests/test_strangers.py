"""Sessions, settings and names of files from strangers: they are read, or refused, and no more."""

import csv
import io
import json
import os
import sys
from pathlib import Path

import cv2
import numpy as np
import pytest
from openpyxl import load_workbook

from fer_desktop.__main__ import main
from fer_desktop.batch.inputs import local_path
from fer_desktop.batch.video_progress import VideoProgress
from fer_desktop.cli import benchmark, headless
from fer_desktop.core.errors import SessionError
from fer_desktop.core.inert import inert
from fer_desktop.core.settings import Settings
from fer_desktop.export.formats import FORMATS
from fer_desktop.export.text_table import comma_line, path_cell, tab_line
from fer_desktop.sessions.consent import CONSENT_FILE, Consent, read_consent, write_consent
from fer_desktop.sessions.erase import erase_session
from fer_desktop.sessions.exclusion_file import read_exclusions
from fer_desktop.sessions.files import is_session, read_session
from fer_desktop.sessions.rows import COLUMNS
from fer_desktop.system import logs, settings_store
from fer_desktop.system.terminal import Shown, say, show
from tests.recorded import write_session

POSIX = pytest.mark.skipif(os.name != "posix", reason="POSIX files")
PARTS = ("session.json", "faces.csv", "markers.csv", "exclusions.csv", "video.mp4")
ESCAPES = "a\x1b]0;owned\x07\x9b2J\u202egpj"
SHOWN = r"a\x1b]0;owned\x07\x9b2J\u202egpj"


@pytest.fixture
def folder(tmp_path):
    folder = write_session(tmp_path / "s")
    (folder / "exclusions.csv").write_text("start_s,end_s,reason\n1,2,away\n")
    return folder


def read_all(folder):
    """Read a session to its end as a review does, and return its problems."""
    session = read_session(folder)
    read_exclusions(folder)
    list(session.rows())
    return session.problems


# W13, and links that lead out


@POSIX
@pytest.mark.parametrize("name", PARTS)
@pytest.mark.timeout(30)
def test_a_pipe_in_a_session_is_not_waited_for(folder, name):
    (folder / name).unlink()
    os.mkfifo(folder / name)
    try:
        problems = read_all(folder)
    except SessionError as error:
        problems = [str(error)]
    assert "no ordinary file" in " ".join(problems) or name == "video.mp4"
    assert is_session(folder) is (name != "session.json")
    if name != "session.json":
        assert erase_session(folder)


@POSIX
@pytest.mark.parametrize("kind", ["pipe", "folder", "link to nothing"])
@pytest.mark.timeout(30)
def test_what_says_that_it_is_a_session_is_refused_as_one(folder, tmp_path, kind, capsys):
    (folder / "session.json").unlink()
    if kind == "pipe":
        os.mkfifo(folder / "session.json")
    elif kind == "folder":
        (folder / "session.json").mkdir()
    else:
        (folder / "session.json").symlink_to("nowhere")
    out = tmp_path / "o.csv"
    assert main(["export", str(folder), "--format", "csv", "--output", str(out)]) == 5
    assert "holds no session: session.json can't be read" in capsys.readouterr().err
    assert not out.exists()


@POSIX
@pytest.mark.parametrize("name", PARTS)
def test_no_part_of_a_session_is_a_link_to_elsewhere(folder, tmp_path, name):
    (folder / name).rename(tmp_path / name)
    (folder / name).symlink_to(tmp_path / name)
    try:
        told = " ".join(read_all(folder))
        assert read_session(folder).video is None or name != "video.mp4"
    except SessionError as error:
        told = str(error)
    assert "leads out of" in told


@POSIX
def test_a_consent_sheet_is_no_link_to_elsewhere(folder, tmp_path):
    sheet = Consent("I agree.", "en", ("A",), "2026-01-01T00:00:00Z")
    write_consent(tmp_path, sheet)
    (folder / CONSENT_FILE).symlink_to(tmp_path / CONSENT_FILE)
    with pytest.raises(SessionError, match="a link that leads out of its folder"):
        read_consent(folder)


@pytest.mark.timeout(30)
def test_settings_that_are_a_pipe_are_not_waited_for(tmp_path):
    file = tmp_path / "settings.json"
    os.mkfifo(file)
    loaded = settings_store.read_settings(file)
    assert loaded.settings == Settings()
    assert "no ordinary file" in loaded.notes[0]
    settings_store.save_settings(file, Settings())
    assert file.is_fifo()
    with pytest.raises(Exception, match="no ordinary file"):
        settings_store.import_settings(file)


@POSIX
@pytest.mark.timeout(30)
def test_a_log_that_is_a_pipe_is_none(tmp_path, monkeypatch):
    os.mkfifo(tmp_path / "log")
    monkeypatch.setattr(logs.paths, "log_file", lambda: tmp_path / "log")
    logs.log_to_file()


@POSIX
@pytest.mark.timeout(30)
def test_tables_of_a_data_set_and_a_detector_neither(tmp_path, capsys):
    (tmp_path / "data").mkdir()
    (tmp_path / "images").mkdir()
    os.mkfifo(tmp_path / "data" / "legend.csv")
    assert main(["evaluate", str(tmp_path), "--layout", "legend"]) == 5
    assert "no ordinary file" in capsys.readouterr().err


# W14


def with_cell(folder, column, value):
    """Write a value into the second row of a session that has a face."""
    file = folder / "faces.csv"
    with file.open(encoding="utf-8", newline="") as opened:
        lines = list(csv.reader(opened))
    lines[3][COLUMNS.index(column)] = value
    with file.open("w", encoding="utf-8", newline="") as opened:
        csv.writer(opened, lineterminator="\n").writerows(lines)


@pytest.mark.parametrize(
    ("column", "value"),
    [
        *(("time_s", each) for each in ("nan", "inf", "-inf", "-1", "1e300")),
        *(("detection_score", each) for each in ("inf", "nan", "2", "-1")),
        *((edge, "2147483648") for edge in ("x1", "y1", "x2", "y2")),
        *(("x2", each) for each in ("-5", "1e3", "9" * 5000)),
        *(("frame", each) for each in ("-1", "2147483648", "9" * 30)),
        *(("face_id", each) for each in ("-1", "99999999999")),
        *(("p_fear", each) for each in ("nan", "7", "-0.5", "")),
        *(("s_fear", each) for each in ("inf", "x")),
        *(("label_shown", each) for each in ("=1+1", "", "\x1b[2J")),
        ("label", "joy"),
    ],
)
def test_a_number_that_is_none_is_told_with_its_row(folder, column, value):
    with_cell(folder, column, value)
    with pytest.raises(SessionError, match=r"row 4 can't be understood"):
        read_all(folder)


@pytest.mark.parametrize("form", ["jsonl", "html", "parquet", "boris", "statistics"])
def test_no_export_fails_in_another_way(folder, tmp_path, form, capsys):
    with_cell(folder, "time_s", "nan")
    out = tmp_path / "out"
    assert main(["export", str(folder), "--format", form, "--output", str(out)]) == 5
    told = capsys.readouterr().err.splitlines()
    assert len(told) == 1
    assert "row 4 can't be understood" in told[0]
    assert not out.exists()


@pytest.mark.parametrize("cells", ["nan,3,,x", "inf,3,,x", "1,99999999999,,x", "1,1.5,,x"])
def test_a_marker_that_is_none_costs_the_markers_after_it(folder, cells):
    (folder / "markers.csv").write_text(
        f"time_s,frame,wall_time_utc,text\n1,1,,first\n{cells}\n2,2,,third\n"
    )
    session = read_session(folder)
    assert [marker.text for marker in session.markers] == ["first"]
    assert "row 3" in session.problems[0]


@pytest.mark.parametrize("cells", ["nan,3,x", "1,inf,x", "1,1e300,x", "2,1,x"])
def test_a_range_that_is_none_is_told_with_its_row(folder, cells):
    (folder / "exclusions.csv").write_text(f"start_s,end_s,reason\n{cells}\n")
    with pytest.raises(SessionError, match="row 2"):
        read_exclusions(folder)


@pytest.mark.parametrize("number", ["NaN", "Infinity", "1e999", "9" * 5000])
def test_a_session_json_with_such_a_number_is_damaged(folder, number):
    file = folder / "session.json"
    file.write_text(file.read_text().replace('"schema": 1', f'"x": {number}, "schema": 1'))
    with pytest.raises(SessionError, match="damaged"):
        read_session(folder)


@pytest.mark.parametrize("n", [10**30, -1, True, 1.5])
def test_a_count_that_is_none_is_not_believed(tmp_path, n):
    folder = write_session(tmp_path / "s", video=False, counts={"rows": n})
    assert read_session(folder).n_rows == 0


# W18


@pytest.mark.parametrize("text", ['"=1+1"', ' "=1+1"', '"a\tb', "=1+1", " =1+1", "\uff1d1", "\t=1"])
def test_no_text_is_a_formula_even_where_quotes_are_taken_away(text):
    (cell,) = next(csv.reader(io.StringIO(tab_line([text])), delimiter="\t"))
    assert cell.startswith("'")
    (cell,) = next(csv.reader(io.StringIO(comma_line([text]))))
    assert not cell.lstrip(" \t\u200b").startswith(("=", "+", "-", "@", "\uff1d"))


@pytest.mark.parametrize("form", ["bids", "elan", "facereader-detailed"])
def test_a_marker_is_no_formula_in_any_table(folder, tmp_path, form):
    (folder / "markers.csv").write_text(
        'time_s,frame,wall_time_utc,text\n1,10,,"""=1+1"""\n2,20,,"\x1b[2J"\n'
    )
    out = tmp_path / "out"
    assert main(["export", str(folder), "--format", form, "--output", str(out)]) == 0
    text = out.read_text(encoding="utf-8")
    assert '\'"=1+1"' in text
    assert "\x1b" not in text


@pytest.mark.parametrize("form", ["html", "study-html", "study"])
def test_a_text_in_a_report_drives_no_terminal(folder, tmp_path, form):
    info = json.loads((folder / "session.json").read_text())
    info |= {"end_reason": ESCAPES, "source": {"kind": "camera", "name": ESCAPES, ESCAPES: "x"}}
    info |= {"model": {ESCAPES: "x"}, "settings": {ESCAPES: "x"}, "versions": {ESCAPES: "x"}}
    (folder / "session.json").write_text(json.dumps(info))
    (folder / "markers.csv").write_text(f"time_s,frame,wall_time_utc,text\n1,10,,{ESCAPES}\n")
    (tmp_path / "g.csv").write_text(f"recording,participant,condition\ns,{ESCAPES},{ESCAPES}\n")
    out, groups = tmp_path / "out", ["--groups", str(tmp_path / "g.csv")]
    arguments = ["export", str(folder), "--format", form, "--output", str(out)]
    assert main([*arguments, *(groups if "study" in form else [])]) == 0
    text = out.read_text(encoding="utf-8")
    assert SHOWN in text or form == "study-html"
    assert not set("\x1b\x07\x9b\u202e") & set(text)


def test_a_session_that_breaks_off_costs_no_other(tmp_path, capsys):
    good, bad = write_session(tmp_path / "in" / "b"), write_session(tmp_path / "in" / "a")
    with_cell(bad, "time_s", "nan")
    out = tmp_path / "out"
    assert main(["export", str(good.parent), "--format", "csv", "--output", f"{out}/"]) == 1
    told = capsys.readouterr().err
    assert "row 4 can't be understood" in told
    assert sorted(path.name for path in out.iterdir()) == ["b.csv", "b.json"]


def test_texts_come_back_as_they_were(folder):
    texts = ['"=1+1"', "=1", "''=1", "-a", "plain", "'quoted'", " =x"]
    file = io.StringIO()
    from fer_desktop.sessions.records import as_cell

    csv.writer(file).writerows([n, n, "", as_cell(text)] for n, text in enumerate(texts))
    (folder / "markers.csv").write_text("time_s,frame,wall_time_utc,text\n" + file.getvalue())
    assert [marker.text for marker in read_session(folder).markers] == texts


@POSIX
@pytest.mark.parametrize("form", ["table", "json", "csv"])
def test_a_name_does_not_drive_the_terminal(tmp_path, form, capsys, monkeypatch):
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    name = tmp_path / f"{ESCAPES}.png"
    name.write_bytes(b"no picture")
    assert main(["analyze", str(name), "--format", form]) == 5
    printed = capsys.readouterr()
    assert SHOWN in printed.err
    for text in (printed.out, printed.err):
        assert not set("\x1b\x07\x9b\u202e") & set(text)


def test_neither_does_what_was_given_wrongly(capsys):
    with pytest.raises(SystemExit) as caught:
        main([f"--{ESCAPES}"])
    assert caught.value.code == 2
    assert SHOWN in capsys.readouterr().err


def test_nor_progress_nor_lines_for_people(capsys, monkeypatch):
    file = io.StringIO()
    VideoProgress(ESCAPES, file)(1, 10)
    Shown(file).write(f"{ESCAPES}\n")
    assert "\x1b" not in file.getvalue()
    show(f"{ESCAPES}\nsecond")
    say(f"{ESCAPES}\nsecond")
    printed = capsys.readouterr()
    assert printed.out == f"{SHOWN}\nsecond\n"
    assert printed.err == f"{SHOWN}\\nsecond\n", "a name can't forge a line of messages"


@pytest.mark.parametrize("form", FORMATS)
def test_names_with_bytes_that_are_no_letters_are_exported(folder, tmp_path, form):
    if FORMATS[form].library:
        pytest.importorskip(FORMATS[form].library)
    strange = folder.rename(tmp_path / f"<b>{ESCAPES}".replace("/", ""))
    out = tmp_path / "out"
    assert main(["export", str(strange), "--format", form, "--output", str(out)]) == 0
    if form == "html":
        assert "<b>" not in out.read_text(encoding="utf-8")


# W19


def test_an_address_is_told_without_its_secrets(monkeypatch, capfd, caplog):
    monkeypatch.setattr(headless, "FIRST_FRAME_S", 0.3)
    monkeypatch.setattr(benchmark, "_FIRST_FRAME_S", 0.3)
    address = "http://user:secret@127.0.0.1:9/?token=hidden"
    for command in (
        ["--no-window", "--source", address],
        ["benchmark", "--source", address, "--frames", "1"],
        ["--no-window", "--source", f"x{address}"],
        ["analyze", address],
    ):
        assert main(command) in (2, 3, 5)
        out, err = capfd.readouterr()  # with what libraries print
        assert err
        for word in ("secret", "hidden", "user:"):
            assert word not in err + out
    caplog.clear()


def test_a_log_tells_no_secrets_either(tmp_path, monkeypatch):
    import logging

    record = logging.LogRecord("x", 20, "", 0, "rtsp://u:secret@h/?t=1 \x1b[2J", None, None)
    assert logs._Formatter("%(message)s").format(record) == r"rtsp://h/?… \x1b[2J"
    assert json.dumps("untouched")


HOSTILE = ("\x1b]0;owned\x07", "a\nb", "a\rb", "a\tb", "\u202egnp", "\x9b2J", "\u2028", "\ufeff=1")


@POSIX
@pytest.mark.parametrize("suffix", ["csv", "xlsx", "jsonl", "json"])
def test_a_row_does_nothing_and_finds_its_file_whatever_that_is_called(
    tmp_path, monkeypatch, suffix
):
    monkeypatch.chdir(tmp_path)
    Path("in").mkdir()
    names = {os.fsencode(f"{name}.png") for name in (*HOSTILE, "plain", "caf\u00e9\u3000\u200d")}
    if sys.platform == "linux":
        names.add(b"no text \xff.png")
    for name in names:
        cv2.imwrite("x.png", np.zeros((40, 40, 3), np.uint8))
        Path("x.png").replace(os.fsdecode(b"in/" + name))
    out = Path(f"out.{suffix}")
    arguments = ("analyze", "in", "--output", str(out), "--workers", "1", "--model", "seed")
    assert main([*arguments]) == 0
    if suffix == "csv":
        told = [row["path"] for row in csv.DictReader(io.StringIO(out.read_text()))]
    elif suffix == "xlsx":
        told = [row[0] for row in load_workbook(out)["faces"].iter_rows(2, values_only=True)]
    elif suffix == "jsonl":
        told = [json.loads(line)["path"] for line in out.read_text().splitlines()]
    else:
        told = [each["path"] for each in json.loads(out.read_text())["inputs"]]
    if "json" not in suffix:
        assert all(inert(path) == path for path in told)
    else:
        assert out.read_text().isascii()
    found = {os.fsencode(local_path(path)).rpartition(b"/")[2] for path in told}
    assert found == names
    # And as an input.
    one = next(path for path in told if "png" in path and ("owned" in path))
    assert main(["analyze", one, "--output", "again.csv", "--model", "seed"]) == 0


def test_texts_of_exports_hold_no_sign_that_acts():
    (cell,) = next(csv.reader(io.StringIO(comma_line(["a\x1b[2J\r\u202e=1\nb"]))))
    assert cell == r"a\x1b[2J\r\u202e=1" "\nb"
    assert path_cell("http://h/\x1b?q=1") == "http://h/%1B?q=1"
