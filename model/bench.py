"""Measure speed, detection and tracking anew: `python3 dev.py bench`.

Writes docs/benchmarks/DATE-COMMIT.md: the live chain stage by stage (`fer-desktop benchmark`), the
detector beside plain cascades and the tracker off and on (`python -m model.detection`), and the
`fer` package on the same clip (`python -m model.compare`). What cannot be measured here, because
the data or the other package is not there, is left out and said so.
"""

import argparse
import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from fer_desktop.core.errors import DataError, FerError
from fer_desktop.system import paths
from model import compare, detection
from model.reports import circumstances

ROOT = Path(__file__).parents[1]


def report_text(
    live: dict[str, Any], found: dict[str, Any] | None, rival: dict[str, Any] | None, commit: str
) -> str:
    """Return the report in Markdown.

    Args:
        live: What `fer-desktop benchmark --json` prints.
        found: What `model.detection.measure` returns; None where there is no data.
        rival: What `model.compare.compare` returns; None where it was not measured.
        commit: Of the code that was measured.
    """
    measured = circumstances()
    versions = ", ".join(f"{name} {number}" for name, number in measured["versions"].items())
    lines = [
        f"# Benchmark of {measured['date']}",
        "",
        "Made by `python3 dev.py bench`; nothing here is typed by hand.",
        "",
        f"Commit {commit}; {measured['processor']}, {live['machine']['cores']} cores; "
        f"Python {measured['python']}, {versions}.",
        "",
        "## Live chain",
        "",
        *_live_lines(live),
        "",
        "## Detector",
        "",
    ]
    if found is None:
        lines += ["Not measured: no data was given (`--data FACIAL_EXPRESSIONS`).", ""]
    else:
        lines += [*_detector_lines(found["pictures"]), *_tracker_lines(found["clips"])]
    lines += ["## Beside the `fer` package", "", *_rival_lines(rival)]
    return "\n".join(lines) + "\n"


def _live_lines(live: dict[str, Any]) -> list[str]:
    stages = list(live["stages"])
    rows = [
        [
            row["source"],
            *(_pair(row["stages"][name]) for name in stages),
            f"{row['frames_per_second']:.1f}",
            str(row["dropped"]),
            f"{row['cpu_percent']:.0f} %",
            _pair(row["latency_ms"]),
        ]
        for row in live.get("scenes", [live])
    ]
    return [
        "`fer-desktop benchmark`: median / 95th percentile of a frame in ms. Frames a second are",
        "unpaced; dropped frames, processor (100 % is one core) and latency (from reading to the",
        f"result) are at 30 frames a second. First result after {live['first_result_s']:.2f} s,",
        f"{live['peak_rss_mb']:.0f} MB of memory at most.",
        "",
        *_table(["scene", *stages, "frames/s", "dropped", "processor", "latency"], rows),
    ]


def _pair(times: dict[str, float]) -> str:
    return f"{times['median_ms']:.1f} / {times['p95_ms']:.1f}"


def _detector_lines(pictures: dict[str, Any]) -> list[str]:
    groups = [group.name for group in detection.GROUPS]
    with_faces = [name for name in groups if name != "no face"]
    head = [*(f"{name}: recall" for name in with_faces), "upright: precision", "all: precision"]
    rows = []
    for name, figures in pictures.items():
        found = sum(figures[group]["found"] for group in groups)
        phantoms = sum(figures[group]["phantoms"] for group in groups)
        rows.append(
            [
                name,
                *(_share(figures[group]["recall"]) for group in with_faces),
                _share(figures["upright"]["precision"]),
                _share(found / (found + phantoms) if found + phantoms else None),
                str(figures["no face"]["phantoms"]),
                f"{figures['upright']['median_ms']:.1f}",
            ]
        )
    n_faces = next(iter(pictures.values()))["upright"]["faces"]
    return [
        "Composed pictures of 640x480 and 1280x720 with exact truth (`model/composed.py`); a face",
        "is found where a box overlaps its own with an intersection over union of at least 0.5.",
        f"Upright: {n_faces} faces from 60 px up. Plain cascades take steps of 1.1 and five",
        "overlapping hits. Times are of one picture on its own; live, `fast`, `balanced` and",
        "`thorough` spread that work over the frames.",
        "",
        *_table(["detector", *head, "phantoms without a face", "ms"], rows),
        "",
    ]


def _tracker_lines(clips: dict[str, Any]) -> list[str]:
    rows = []
    for kind in clips["tracker on"]:
        for name, kinds in clips.items():
            row = kinds[kind]
            jitter = row["jitter"]
            rows.append(
                [
                    kind,
                    name.removeprefix("tracker "),
                    _share(row["shown"]),
                    str(row["phantoms"]),
                    str(row["switches"]) if name == "tracker on" else "-",
                    f"{jitter['median']:.2%} / {jitter['max']:.2%}" if jitter else "-",
                ]
            )
    head = ["clips", "tracker", "faces shown", "phantoms", "switches", "jitter: median / most"]
    n = next(iter(clips["tracker on"].values()))["clips"]
    return [
        "## Tracker",
        "",
        f"{n} clips of each kind at 640x480 and 30 frames a second under camera noise",
        "(`model/clips.py`). Off is `balanced` on every frame as if it were a picture of its own;",
        "on is the live chain. Jitter is how far the box strays from the true one, as a share of",
        "its width.",
        "",
        *_table(head, rows),
        "",
    ]


def _rival_lines(rival: dict[str, Any] | None) -> list[str]:
    if rival is None:
        return ["Not measured (`--rival` installs and measures it)."]
    speed, found = rival["times_as_fast"], rival["found"]
    each = ", ".join(f"{value:.1f}" for value in speed["each"])
    return [
        f"{rival['clip']}; {rival['rival']} in an environment of its own, the two in turns.",
        "",
        f"- FER Desktop goes through {speed['median']:.1f} times as many frames a second ({each}).",
        f"- A face is found in {found['fer-desktop']:.1%} of the frames; by `fer` in "
        f"{found['fer']:.1%}.",
    ]


def _share(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    lines = [head, ["---"] * len(head), *rows]
    return ["| " + " | ".join(line) + " |" for line in lines]


def commit_of(root: Path) -> str:
    """Return the commit that is checked out, `-dirty` where files differ; `unknown` without Git."""
    command = ["git", "describe", "--always", "--dirty", "--exclude=*"]
    try:
        done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    except OSError:
        return "unknown"
    return done.stdout.strip() if done.returncode == 0 else "unknown"


def benchmark(n_frames: int) -> dict[str, Any]:
    """Return the figures of the built-in scenes, measured in a process of their own.

    Raises:
        DataError: It fails.
    """
    command = [sys.executable, "-m", "fer_desktop", "benchmark", "--json", "--frames"]
    done = subprocess.run([*command, str(n_frames)], stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode:
        raise DataError(f"fer-desktop benchmark: it ended with {done.returncode}.")
    figures: dict[str, Any] = json.loads(done.stdout)
    return figures


def build_parser() -> argparse.ArgumentParser:
    """Return the command line of `python3 dev.py bench`."""
    parser = argparse.ArgumentParser(prog="python3 dev.py bench", description=__doc__)
    add = parser.add_argument
    add("--data", type=Path, metavar="DIR", help="facial_expressions, for detector and tracker")
    add("--clips", type=int, default=6, metavar="N", help="of each kind (default 6)")
    add("--frames", type=int, default=300, metavar="N", help="of each scene (default 300)")
    add("--rival", action="store_true", help="compare with the fer package, which is installed")
    add("--output", type=Path, default=ROOT / "docs" / "benchmarks", metavar="DIR")
    return parser


def main(arguments: list[str] | None = None) -> int:
    """Run the command and return its exit code."""
    options = build_parser().parse_args(arguments)
    commit = commit_of(ROOT)
    try:
        # First, because what takes long is not to end with an installation that fails.
        folder = paths.cache_directory() / "fer-environment"
        python = compare.environment(folder) if options.rival else None
        live = benchmark(options.frames)
        found = detection.measure(options.data, options.clips) if options.data else None
        rival = compare.compare(python, options.frames) if python else None
    except FerError as error:
        print(error, file=sys.stderr)
        return 1
    options.output.mkdir(parents=True, exist_ok=True)
    path = options.output / f"{circumstances()['date']}-{commit}.md"
    path.write_text(report_text(live, found, rival, commit), encoding="utf-8")
    print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
