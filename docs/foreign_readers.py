"""Open exports with the programs that they are for: `python docs/foreign_readers.py`.

Five sessions are made, of made-up values and with awkward names, one of them without any face; each
is exported in each format, and each reader that is installed opens the file: what it finds is
compared with the session's rows. `pip install praatio textgrid pympi-ling pysrt boris-behav-obs
bids_validator bids-validator-deno py-feat` brings the readers; those that are not there are named.
With `--report FILE` the table goes there too. The exit code is 1 where one fails or finds something
else.
"""

import argparse
import contextlib
import gzip
import importlib
import io
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Final

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parent)]

import numpy as np

from fer_desktop.core.geometry import BoundingBox
from fer_desktop.core.labels import LABELS
from fer_desktop.core.types import Expression
from fer_desktop.export.events import by_start
from fer_desktop.sessions.rows import Row

NAMES: Final = (
    "sub-01_task-film",
    "sub-Jörg_task-Straßenfilm",
    "=1+1; 'said' (2)",
    "two  blanks, a comma",
    "sub-05_task-nobody",
)
N_FRAMES: Final = 240
RATE_HZ: Final = 10
TOLERANCE: Final = 1e-3
"""Seconds: the coarsest formats count milliseconds."""

Found = tuple[int, float]
"""How many entries a reader finds, and how far they are from the rows at most."""


def main() -> int:
    """Do it and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--report", type=Path, metavar="FILE")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        lines, is_well = checked(Path(name))
    print("\n".join(lines))
    if options.report is not None:
        options.report.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return 0 if is_well else 1


def checked(work: Path) -> tuple[list[str], bool]:
    """Return the lines of the report, and whether all is well."""
    from reliability import circumstances

    from fer_desktop.cli.export import ExportOrder, run_export
    from fer_desktop.core.settings import Settings
    from fer_desktop.export.formats import FORMATS

    sessions = {name: made(work / "sessions", name, seed) for seed, name in enumerate(NAMES)}
    lines = ["# Exports in the programs that they are for", ""]
    lines += [f"By `python docs/foreign_readers.py --report FILE` {circumstances()}", ""]
    lines += ["| format | read with | files | entries | furthest from the rows |"]
    lines += ["|---|---|---|---|---|"]
    is_well = True
    for form in READERS:
        folder = work / form
        folder.mkdir()
        order = ExportOrder([str(work / "sessions")], form, f"{folder}/")
        if run_export(order, Settings(), lambda _: None):
            return [*lines, f"| {form} | | it failed | | |"], False
        suffix = FORMATS[form].suffix
        for reader, read in READERS[form]:
            package = importable(reader)
            if not package:
                lines.append(f"| {form} | {reader.split('.')[0]} | not installed | | |")
                continue
            try:
                found = [read(folder / f"{name}{suffix}", rows) for name, rows in sessions.items()]
            except Exception as error:  # noqa: BLE001 - whatever a reader says is told
                lines.append(f"| {form} | {package} | {type(error).__name__}: {error} | | |")
                is_well = False
                continue
            n, furthest = sum(each[0] for each in found), max(each[1] for each in found)
            is_well = is_well and n > 0 and furthest <= TOLERANCE
            lines.append(f"| {form} | {package} | {len(found)} | {n} | {furthest:.1e} |")
    return lines, is_well


def importable(reader: str) -> str:
    """Return a reader's package with its version, "" where it can't be used."""
    from importlib.metadata import PackageNotFoundError, packages_distributions, version

    if reader == "bids-validator-deno":
        return reader if shutil.which(reader) else ""
    try:
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            importlib.import_module(reader)
    except Exception:  # noqa: BLE001 - some fail in ways of their own without a display
        return ""
    name = reader.split(".", maxsplit=1)[0]
    try:
        known = packages_distributions().get(name, [name])[0]
        return f"{known} {version(known)}"
    except PackageNotFoundError:
        return name


def made(parent: Path, name: str, seed: int) -> list[Row]:
    """Make a session's folder and return its rows; the last name's has no face."""
    from fer_desktop.sessions.writer import SessionWriter

    random = np.random.default_rng(seed)
    info = {
        "started_utc": "2026-11-25T14:03:22.000Z",
        "source": {"kind": "camera", "name": name},
        "model": {"name": "made up", "version": "0", "sha256": "0" * 64, "engine": "litert"},
        "settings": {},
        "options": {"video": False, "blur_faces": False, "chosen_face_only": False},
    }
    writer = SessionWriter(parent / name, info)
    rows = list(rows_of_session(random, has_faces=name != NAMES[-1]))
    frames: dict[int, list[Row]] = {}
    for row in rows:
        frames.setdefault(row.frame, []).append(row)
    for each in frames.values():
        writer.write(tuple(each))
    writer.mark(3.05, 30, "", 'Question 1: "why?"')
    writer.mark(9.0, 90, "", "")
    writer.end("stopped by the user")
    return rows


def rows_of_session(random: np.random.Generator, *, has_faces: bool) -> Iterator[Row]:
    """Yield the rows: labels that last, a face lost now and then, a second one for a while."""
    label = "neutral"
    for frame in range(N_FRAMES):
        if random.random() < 0.08:
            label = LABELS[random.integers(len(LABELS))]
        if not has_faces or random.random() < 0.05:
            yield Row(frame, frame / RATE_HZ, "FIND_FAILED")
            continue
        yield face(random, frame, 1, label)
        if 50 <= frame < 90:
            yield face(random, frame, 2, "anger")


def face(random: np.random.Generator, frame: int, face_id: int, label: str) -> Row:
    """Return a row of a face that is shown with this label."""
    raw, shown = random.dirichlet(np.ones(len(LABELS)), 2).astype(np.float32)
    return Row(
        frame,
        frame / RATE_HZ,
        "OK",
        face_id=face_id,
        box=BoundingBox(10 * face_id, 20, 10 * face_id + 60 // face_id, 90),
        detection_score=0.9,
        raw=Expression(raw),
        shown=Expression(shown, steady_label=label),
    )


# What is expected


def raw_of(rows: list[Row]) -> "np.ndarray[Any, np.dtype[np.float64]]":
    """Return the raw probabilities of all faces."""
    values = [row.raw.probabilities for row in rows if row.raw is not None]
    return np.array(values, np.float64).reshape(-1, len(LABELS))


def episodes_of(rows: list[Row]) -> list[tuple[int, float, float, str]]:
    """Return face, start, end and label of each episode."""
    return sorted((e.face_id, e.start_s, e.end_s, e.label) for e in by_start(rows))


def same(values: Any, known: Any) -> Found:  # noqa: ANN401 - arrays
    """Compare numbers."""
    values, known = np.asarray(values, float), np.asarray(known, float)
    if values.shape != known.shape:
        return len(values), np.inf
    return len(values), float(np.abs(values - known).max()) if known.size else 0.0


def same_episodes(found: list[tuple[int, float, float, str]], rows: list[Row]) -> Found:
    """Compare episodes."""
    known = episodes_of(rows)
    found = sorted(found)
    if [(e[0], e[3]) for e in found] != [(e[0], e[3]) for e in known]:
        return len(found), np.inf
    return same([e[1:3] for e in found], [e[1:3] for e in known])


def number_of(text: str) -> int:
    """Return a face's number from a name such as "face 2"."""
    return int("".join(filter(str.isdigit, str(text))))


# The readers


def pandas_tidy(path: Path, rows: list[Row]) -> Found:
    """Read the tidy table."""
    import pandas as pd

    readers: dict[str, Callable[[Path], Any]] = {
        ".csv": pd.read_csv,
        ".jsonl": lambda file: pd.read_json(file, lines=True),
        ".parquet": pd.read_parquet,
        ".xlsx": pd.read_excel,
    }
    table = readers[path.suffix](path)
    if len(table) != len(rows):
        return len(table), np.inf
    return same(table[table["face_id"].notna()][[f"p_{name}" for name in LABELS]], raw_of(rows))


def feat_table(path: Path, rows: list[Row]) -> Found:
    """Read as Py-Feat's own users do."""
    from feat.utils.io import read_feat

    table = read_feat(str(path))
    emotions = table.emotions.dropna()
    return same(emotions, raw_of(rows)[:, [LABELS.index(name) for name in emotions.columns]])


def boris_events(path: Path, rows: list[Row]) -> Found:
    """Import into an observation with BORIS' own function."""
    from boris import config
    from boris.import_observations import load_observations_from_spreadsheet

    window = SimpleNamespace(
        pj={config.OBSERVATIONS: {"one": {"events": []}}},
        observationId="one",
        load_tw_events=lambda _: None,
        project_changed=lambda: None,
    )
    with contextlib.suppress(TypeError):  # its last words go to a window that is not there
        load_observations_from_spreadsheet(window, str(path))
    events = window.pj[config.OBSERVATIONS]["one"]["events"]
    begun: dict[tuple[str, str], float] = {}
    found = []
    for time_s, subject, code, _, comment in events:
        if comment == "start":
            begun[subject, code] = time_s
        elif comment == "stop":
            found.append((number_of(subject), begun.pop((subject, code)), time_s, code))
    return same_episodes(found, rows) if not begun else (len(events), np.inf)


def pandas_bids(path: Path, rows: list[Row]) -> Found:
    """Read the events."""
    import pandas as pd

    table = pd.read_csv(path, sep="\t", na_values=["n/a"], keep_default_na=False)
    table = table[table["trial_type"] != "marker"]
    ends = table["onset"] + table["duration"]
    cells = zip(table["face_id"], table["onset"], ends, table["trial_type"], strict=True)
    return same_episodes([(int(a), b, c, d) for a, b, c, d in cells], rows)


def validated_bids(path: Path, rows: list[Row]) -> Found:
    """Let the validator look at a data set with the events in it."""
    del rows
    root = path.parent / f"{path.stem} set"
    place = root / "sub-01" / "beh"
    place.mkdir(parents=True)
    about = {"Name": "made up", "BIDSVersion": "1.9.0", "DatasetType": "raw"}
    (root / "dataset_description.json").write_text(json.dumps(about))
    (root / "README").write_text("A data set that is made to look at.\n" * 4)
    for suffix in (".tsv", ".json"):
        beside = path.with_suffix(suffix)
        shutil.copy(beside, place / f"sub-01_task-film_events{suffix}")
    told = subprocess.run(
        ["bids-validator-deno", str(root), "--json"], capture_output=True, text=True, check=False
    )
    issues = json.loads(told.stdout)["issues"]["issues"]
    errors = [each for each in issues if each["severity"] == "error"]
    return 1, np.inf if errors else 0.0


def pandas_physio(path: Path, rows: list[Row]) -> Found:
    """Read the continuous recording with what its JSON file says of it."""
    import pandas as pd

    about = json.loads(path.with_name(path.name.removesuffix(".tsv.gz") + ".json").read_text())
    with gzip.open(path, "rt") as file:
        table = pd.read_csv(file, sep="\t", header=None, names=about["Columns"], na_values="n/a")
    first = [row for row in rows if row.face_id == 1]
    known = table.dropna(how="all")
    if len(known) != len(first):
        return len(known), np.inf
    return same(known[[f"p_{label}" for label in LABELS]], raw_of(first))


def praatio_grid(path: Path, rows: list[Row]) -> Found:
    """Read with praatio."""
    from praatio import textgrid

    grid = textgrid.openTextgrid(str(path), includeEmptyIntervals=False)
    found = [
        (number_of(name), one.start, one.end, one.label)
        for name in grid.tierNames
        if name.startswith("face")
        for one in grid.getTier(name).entries
    ]
    return same_episodes(found, rows)


def textgrid_grid(path: Path, rows: list[Row]) -> Found:
    """Read with textgrid."""
    import textgrid

    grid = textgrid.TextGrid.fromFile(str(path))
    found = [
        (number_of(tier.name), float(one.minTime), float(one.maxTime), one.mark)
        for tier in grid.tiers
        if tier.name.startswith("face")
        for one in tier
        if one.mark
    ]
    return same_episodes(found, rows)


def pympi_grid(path: Path, rows: list[Row]) -> Found:
    """Read with pympi, and take it into an ELAN file and out again."""
    from pympi import Praat

    elan = Praat.TextGrid(str(path), codec="utf-8").to_eaf()
    found = [
        (number_of(name), start / 1000, end / 1000, text)
        for name in elan.get_tier_names()
        if name.startswith("face")
        for start, end, text, *_ in elan.get_annotation_data_for_tier(name)
        if text
    ]
    return same_episodes(found, rows)


def pandas_elan(path: Path, rows: list[Row]) -> Found:
    """Read the table that ELAN imports."""
    import pandas as pd

    table = pd.read_csv(path, sep="\t")
    table = table[table["tier"] != "markers"]
    cells = zip(table["tier"], table["begin"], table["end"], table["annotation"], strict=True)
    return same_episodes([(number_of(a), float(b), float(c), d) for a, b, c, d in cells], rows)


def pandas_observer(path: Path, rows: list[Row]) -> Found:
    """Read as scripts read The Observer's event logs."""
    import pandas as pd

    table = pd.read_csv(path, sep=";", quotechar='"', encoding="utf-16")
    table = table[table["Event_Type"] == "State start"]
    starts = pd.to_timedelta(table["Time_Relative_hmsf"]).dt.total_seconds()
    ends = starts + table["Duration_sf"]
    cells = zip(table["Subject"], starts, ends, table["Behavior"], strict=True)
    return same_episodes([(number_of(a), b, c, d) for a, b, c, d in cells], rows)


def pysrt_lines(path: Path, rows: list[Row]) -> Found:
    """Read the subtitles: their first begins, and their last ends, with the episodes."""
    import pysrt

    found = pysrt.open(str(path), encoding="utf-8")
    known = episodes_of(rows)
    if not known:
        return len(found), 0.0 if not found else np.inf
    ends = [found[0].start.ordinal / 1000, found[-1].end.ordinal / 1000]
    return len(found), same(ends, [min(e[1] for e in known), max(e[2] for e in known)])[1]


def pandas_detailed(path: Path, rows: list[Row]) -> Found:
    """Read as scripts read FaceReader's detailed logs."""
    import pandas as pd

    lost = ["FIND_FAILED", "FIT_FAILED"]
    table = pd.read_csv(path, sep="\t", skiprows=10, na_values=lost, encoding="utf-8")
    first = [row for row in rows if row.face_id in (1, None)]
    happy = np.array(
        [np.nan if row.raw is None else row.raw.by_label()["happiness"] for row in first]
    )
    if list(table["Happy"].isna()) != list(np.isnan(happy)):
        return len(table), np.inf
    return len(table), same(table["Happy"].dropna(), happy[~np.isnan(happy)])[1]


Reader = Callable[[Path, list[Row]], Found]
READERS: Final[dict[str, tuple[tuple[str, Reader], ...]]] = {
    **dict.fromkeys(("csv", "jsonl", "parquet", "xlsx"), (("pandas", pandas_tidy),)),
    "py-feat": (("feat.utils.io", feat_table),),
    "facereader-detailed": (("pandas", pandas_detailed),),
    "bids": (("pandas", pandas_bids), ("bids-validator-deno", validated_bids)),
    "physio": (("pandas", pandas_physio),),
    "textgrid": (
        ("praatio", praatio_grid),
        ("textgrid", textgrid_grid),
        ("pympi", pympi_grid),
    ),
    "elan": (("pandas", pandas_elan),),
    "boris": (("boris.import_observations", boris_events),),
    "observer": (("pandas", pandas_observer),),
    "srt": (("pysrt", pysrt_lines),),
}

if __name__ == "__main__":
    sys.exit(main())
