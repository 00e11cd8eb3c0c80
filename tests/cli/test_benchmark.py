"""The benchmark measures the real chain; no test holds a time."""

import json

import pytest

from fer_desktop.cli import benchmark as module
from fer_desktop.cli.benchmark import BUILT_IN, STAGES, benchmark, benchmark_text
from fer_desktop.core.errors import ModelError, SourceError
from fer_desktop.core.settings import Settings
from fer_desktop.vision.camera.scene import Scene
from tests.fakes import ScriptedSource, picture

KEYS = {
    *("source", "frames", "frames_per_second", "stages", "dropped", "cpu_percent"),
    *("peak_rss_mb", "first_result_s", "machine", "versions"),
}


def quiet(_text):
    pass


@pytest.fixture(scope="module")
def of_video(video):
    return benchmark(str(video), Settings(), 12, quiet)


def test_a_file_gives_every_figure(of_video, video):
    assert set(of_video) >= KEYS
    assert of_video["source"] == str(video)
    assert of_video["frames"] == 12
    assert set(of_video["stages"]) == set(STAGES)
    for stage in of_video["stages"].values():
        assert 0 <= stage["median_ms"] <= stage["p95_ms"]
    assert of_video["dropped"] == 0, "a file loses none"
    assert json.loads(json.dumps(of_video)) == of_video


def test_the_figures_fit_together(of_video):
    """Only what no pause of the computer can upset: medians of parts need not add up."""
    stages = of_video["stages"]
    assert all(stages[name]["p95_ms"] <= stages["total"]["p95_ms"] for name in STAGES)
    assert all(stages[name]["median_ms"] <= stages["total"]["median_ms"] for name in STAGES)
    assert stages["total"]["median_ms"] > stages["classify"]["median_ms"] > 0
    seconds = of_video["frames"] / of_video["frames_per_second"]
    assert seconds * 1e3 >= 0.5 * of_video["frames"] * stages["total"]["median_ms"]
    assert of_video["cpu_percent"] > 0
    assert 20 < of_video["peak_rss_mb"] < 1024 * of_video["machine"]["memory_gb"]
    assert of_video["first_result_s"] > 0


def test_each_column_is_summed_up_on_its_own():
    """Rows of known times: a column mixed up with its neighbour is seen."""
    rows = [(float(k), 10.0 + k, 20.0 + k, 30.0 + k, 100.0 + k) for k in range(21)]
    live = module._Live(2.0, 1.0, [5.0, 7.0, 9.0], 3, 50 * 2**20)
    measured = module._Measured("clip", rows, 4.2, 0.25, 40 * 2**20, live)
    figures = module._figures("clip", [measured])
    assert [figures["stages"][name]["median_ms"] for name in STAGES] == [10, 20, 30, 40, 110]
    assert [figures["stages"][name]["p95_ms"] for name in STAGES] == [19, 29, 39, 49, 119]
    assert figures["frames_per_second"] == 5.0
    assert figures["cpu_percent"] == 50.0
    assert figures["latency_ms"]["median_ms"] == 7.0
    assert (figures["dropped"], figures["peak_rss_mb"], figures["first_result_s"]) == (3, 50, 0.25)


def test_a_source_that_ends_early_is_measured_as_far_as_it_goes(portrait):
    figures = benchmark(str(portrait), Settings(), 50, quiet)
    assert figures["frames"] == 1


def test_built_in_scenes_come_together_and_one_by_one(monkeypatch):
    scenes = (Scene(320, 240, 1), Scene(160, 120, 0))
    monkeypatch.setattr(module, "SCENES", scenes)
    told = []
    figures = benchmark(BUILT_IN, Settings(), 4, told.append)
    assert told == [scene.name for scene in scenes]
    assert figures["source"] == BUILT_IN
    assert figures["frames"] == 8
    assert [part["source"] for part in figures["scenes"]] == told
    one, two = figures["scenes"]
    assert (one["frames"], two["frames"]) == (4, 4)
    assert one["stages"]["classify"]["median_ms"] > two["stages"]["classify"]["median_ms"]
    lines = benchmark_text(figures).splitlines()
    assert lines[0].split()[0] == "source"
    assert [line[:20].strip() for line in lines[1:3]] == told
    assert figures["machine"]["processor"] in lines[-1]


def test_what_a_slow_analysis_drops_is_counted(monkeypatch):
    """A camera goes on while the network thinks."""
    real = module.assembly.live_analyzer

    def slow(settings):
        analyzer = real(settings)
        fast = analyzer.analyze

        def analyze(frame):
            module.time.sleep(0.1)
            return fast(frame)

        analyzer.analyze = analyze
        return analyzer

    monkeypatch.setattr(module.assembly, "live_analyzer", slow)
    monkeypatch.setattr(module, "SCENES", (Scene(160, 120, 0),))
    figures = benchmark(BUILT_IN, Settings(), 20, quiet)
    assert figures["dropped"] >= 5
    assert figures["frames"] == 20, "unpaced none is lost"


def test_the_table_names_a_single_source(of_video):
    row = benchmark_text(of_video).splitlines()[1]
    assert f"{of_video['frames_per_second']:.1f}" in row
    assert row.startswith(of_video["source"][-20:])


def test_a_missing_file_and_a_missing_model_are_told():
    with pytest.raises(SourceError, match="nothing-here"):
        benchmark("nothing-here", Settings(), 3, quiet)
    with pytest.raises(ModelError, match="missing"):
        benchmark("demo", Settings(model="missing"), 3, quiet)


def test_a_source_without_a_frame_is_told(monkeypatch):
    monkeypatch.setattr(module.assembly, "source", lambda *_: ScriptedSource([]))
    with pytest.raises(SourceError, match="no frame"):
        benchmark("empty", Settings(), 3, quiet)


def test_a_source_that_fails_the_second_time_is_told(monkeypatch):
    made = iter([ScriptedSource([picture(64, 48)] * 3), ScriptedSource([SourceError("It burnt.")])])
    monkeypatch.setattr(module.assembly, "source", lambda *_: next(made))
    with pytest.raises(SourceError, match="It burnt"):
        benchmark("hot", Settings(), 3, quiet)
