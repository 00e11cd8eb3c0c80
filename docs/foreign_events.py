"""Readers of exports that hold episodes: what they find is compared with those of the rows."""

import contextlib
import json
import shutil
import subprocess
from pathlib import Path
from types import SimpleNamespace

import numpy as np
from foreign_comparison import Found, episodes_of, number_of, same, same_episodes

from fer_desktop.sessions.rows import Row


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
