"""Readers of Praat's grids: what they find is compared with the episodes of the rows."""

from pathlib import Path

from foreign_comparison import Found, number_of, same_episodes

from fer_desktop.sessions.rows import Row


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


def textgrids_grid(path: Path, rows: list[Row]) -> Found:
    """Read with praat-textgrids."""
    import textgrids

    found = [
        (number_of(name), one.xmin, one.xmax, one.text)
        for name, tier in textgrids.TextGrid(str(path)).items()
        if name.startswith("face")
        for one in tier
        if one.text
    ]
    return same_episodes(found, rows)


def mytextgrid_grid(path: Path, rows: list[Row]) -> Found:
    """Read with mytextgrid."""
    import mytextgrid

    found = [
        (number_of(tier.name), float(one.xmin), float(one.xmax), one.text)
        for tier in mytextgrid.read_textgrid(str(path), encoding="utf-8")
        if tier.name.startswith("face")
        for one in tier
        if one.text
    ]
    return same_episodes(found, rows)
