"""The report of a benchmark holds what was measured, and says what was not."""

from dataclasses import replace

import pytest

from fer_desktop.core.errors import DataError
from model import bench, compare, detection
from model.bench import commit_of, main, report_text
from model.clips import clips
from model.composed import GROUPS

TIMES = {"median_ms": 5.04, "p95_ms": 9.0}
SCENE = {
    "source": "1 face, 640x480",
    "stages": dict.fromkeys(("read", "detect", "track", "classify", "total"), TIMES),
    "frames_per_second": 98.3,
    "dropped": 0,
    "cpu_percent": 41.2,
    "latency_ms": {"median_ms": 8.0, "p95_ms": 12.34},
}
LIVE = {
    **SCENE,
    "scenes": [SCENE],
    "machine": {"processor": "A Processor", "cores": 2, "memory_gb": 8.0},
    "first_result_s": 0.2,
    "peak_rss_mb": 200.0,
}
RIVAL = {
    "clip": "640x360, one face, 150 frames",
    "rival": "fer==25.10.3",
    "times_as_fast": {"median": 9.26, "each": [9.0, 9.26, 9.5]},
    "found": {"fer-desktop": 1.0, "fer": 0.987},
}


@pytest.fixture
def quick(monkeypatch):
    """Measure next to nothing."""
    asked = []
    monkeypatch.setattr(bench, "benchmark", lambda n: asked.append(n) or LIVE)
    monkeypatch.setattr(
        detection, "GROUPS", tuple(replace(g, n=1) for g in (*GROUPS[:2], GROUPS[-1]))
    )
    monkeypatch.setattr(detection, "clips", lambda *_: [replace(clips(1, 2)[0], seconds=0.2)])
    return asked


def test_what_was_not_measured_is_said():
    text = report_text(LIVE, None, None, "abc1234")
    assert "Commit abc1234" in text
    assert "no data was given" in text
    assert "`--rival`" in text


def test_the_rival_is_told_in_ratios():
    text = report_text(LIVE, None, RIVAL, "abc1234")
    assert "9.3 times as many frames a second (9.0, 9.3, 9.5)" in text
    assert "100.0% of the frames; by `fer` in 98.7%" in text


def test_the_command_writes_one_file_with_all_of_it(
    quick, legend_folder, tmp_path, capsys, monkeypatch
):
    monkeypatch.setattr(compare, "environment", lambda folder: folder)
    monkeypatch.setattr(compare, "compare", lambda *_: RIVAL)
    out = tmp_path / "benchmarks"
    arguments = ["--data", str(legend_folder), "--clips", "1", "--frames", "7", "--rival"]
    assert main([*arguments, "--output", str(out)]) == 0
    (file,) = out.iterdir()
    assert capsys.readouterr().out.strip() == str(file)
    text = file.read_text()
    rows = [line.split(" | ")[0] for line in text.splitlines() if line.startswith("| ")]
    assert {"| fast", "| balanced", "| thorough", "| plain alt2, 320 px", "| still"} <= set(rows)
    tables = [line for line in text.splitlines() if line.startswith("|")]
    assert len({line.count("|") for line in tables}) == 3, "tables without a gap between them"
    assert quick == [7]


def test_the_live_chain_is_measured_by_the_programs_own_command():
    found = bench.benchmark(3)
    assert len(found["scenes"]) == 6
    row = next(
        line for line in report_text(found, None, None, "a").splitlines() if "4 faces" in line
    )
    assert row.startswith("| 4 faces, 640x480 | ")


def test_its_failure_is_told(monkeypatch):
    with pytest.raises(DataError, match="ended with 2"):
        bench.benchmark(0)


def test_a_failure_is_one_sentence_and_no_file(monkeypatch, tmp_path, capsys):
    def fail(*_):
        raise DataError("fer-desktop benchmark: it ended with 5.")

    monkeypatch.setattr(bench, "benchmark", fail)
    assert main(["--output", str(tmp_path / "out")]) == 1
    assert capsys.readouterr().err == "fer-desktop benchmark: it ended with 5.\n"
    assert not (tmp_path / "out").exists()


def test_outside_git_the_commit_is_unknown(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert commit_of(tmp_path) == "unknown"
    monkeypatch.setenv("PATH", "")
    assert commit_of(tmp_path) == "unknown"
