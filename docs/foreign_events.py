"""Readers of exports that hold episodes: what they find is compared with those of the rows."""

import contextlib
import json
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from types import SimpleNamespace

import numpy as np
from foreign_comparison import Found, episodes_of, number_of, same, same_episodes

from fer_desktop.sessions.rows import Row


def boris_events(path: Path, rows: list[Row]) -> Found:
    """Import into an observation with BORIS' own function, and let it look at the states."""
    from boris import config
    from boris.import_observations import load_observations_from_spreadsheet
    from boris.project_functions import check_state_events_obs

    observation: dict[str, list[list[object]]] = {config.EVENTS: []}
    window = SimpleNamespace(
        pj={config.OBSERVATIONS: {"one": observation}},
        observationId="one",
        load_tw_events=lambda _: None,
        project_changed=lambda: None,
    )
    with contextlib.suppress(TypeError):  # its last words go to a window that is not there
        load_observations_from_spreadsheet(window, str(path))
    events = observation[config.EVENTS]
    begun: dict[tuple[object, object], float] = {}
    found = []
    for time_s, subject, code, _, comment in events:
        if comment == "start":
            begun[subject, code] = float(str(time_s))
        elif comment == "stop":
            each = begun.pop((subject, code)), float(str(time_s)), str(code)
            found.append((number_of(str(subject)), *each))
    ethogram = {
        str(n): {config.BEHAVIOR_CODE: code, "type": config.STATE_EVENT}
        for n, code in enumerate(sorted({each[3] for each in found}))
    }
    is_paired, _ = check_state_events_obs("one", ethogram, observation)
    return same_episodes(found, rows) if not begun and is_paired else (len(events), np.inf)


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
    program = shutil.which("bids-validator-deno", path=str(Path(sys.executable).parent))
    told = subprocess.run(
        [program or "bids-validator-deno", str(root), "--json"],
        capture_output=True,
        text=True,
        check=False,
    )
    issues = json.loads(told.stdout)["issues"]["issues"]
    errors = [each for each in issues if each["severity"] == "error"]
    return 1, np.inf if errors else 0.0


def named_by_bids(path: Path, rows: list[Row]) -> Found:
    """Ask whether the names that formats.md gives are names of BIDS."""
    from bids_validator import BIDSValidator

    del rows
    kind = "physio.tsv.gz" if path.name.endswith(".gz") else "events.tsv"
    names = [f"/sub-01/func/sub-01_task-film_{kind}"]
    names.append(names[0].removesuffix(".gz").removesuffix(".tsv") + ".json")
    is_right = all(BIDSValidator().is_bids(name) for name in names)
    return len(names), 0.0 if is_right else np.inf


def pyvyu_cells(path: Path, rows: list[Row]) -> Found:
    """Read with pyvyu, as the spreadsheet within a project of Datavyu's."""
    import pyvyu

    pyvyu.spreadsheet.Spreadsheet.Spreadsheet.columns = {}  # it keeps those of the file before
    project = path.with_suffix(".opf")
    with zipfile.ZipFile(project, "w") as file:
        file.writestr("db", path.read_bytes())
    found = [
        (number_of(name), cell.onset / 1000, cell.offset / 1000, cell.values["expression"])
        for name, column in pyvyu.load_opf(str(project)).columns.items()
        if name.startswith("face")
        for cell in column.cells
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
