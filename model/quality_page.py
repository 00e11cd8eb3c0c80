"""Puts the figures of `model.quality` into docs/view.md; none of them is typed by hand."""

from pathlib import Path
from typing import Any

from model.card import circumstances

PAGE = Path(__file__).parents[1] / "docs" / "view.md"
BEGIN = "<!-- Figures: written by `python -m model.quality --write-docs`. -->\n"
END = "<!-- End of the figures. -->\n"

_WAYS = {
    "small": ("small: side of the face, px", "the same"),
    "dark": ("dark: light that is left, times", "mean gray of the face, 0 to 1"),
    "dim": ("dark middle tones: gamma", "mean gray of the face"),
    "pale": ("pale: contrast that is left, times", "deviation of the gray, 0 to 1"),
    "bright": ("too bright: light, times", "share of the face that is white"),
    "blurred": ("blurred: deviation, share of the side", "fine detail beside the features"),
    "tilted": ("head laid to a side, degrees", "the tilt that the detector saw"),
    "turned aside": ("head turned aside, degrees", "the turn itself"),
    "covered": ("covered from below: share of the face", "probability of a cover"),
    "cut": ("cut by the edge: share of the face", "share that the box lacks"),
}


def _number(value: float | None) -> str:
    return "-" if value is None else f"{value:.3g}"


def table(report: dict[str, Any]) -> str:
    """Return where each way of seeing badly costs too much, and what the program goes by."""
    lines = [
        "| what gets worse | too bad from | what is measured on a face | there | said from |",
        "|---|---|---|---|---|",
    ]
    for part in ("still", "moved", "at_edge"):
        for key, (words, measure) in _WAYS.items():
            if key in report[part]:
                way = report[part][key]
                cells = (way["bad_from"], way["threshold"], way["in_use"])
                bad, there, said = map(_number, cells)
                lines.append(f"| {words} | {bad} | {measure} | {there} | {said} |")
    return "\n".join(lines)


def steps_table(report: dict[str, Any]) -> str:
    """Return how much less often the network is right at each step."""
    lines = ["| what gets worse | fall of the accuracy at each step |", "|---|---|"]
    for part in ("still", "moved", "at_edge"):
        for key, (words, _) in _WAYS.items():
            if key in report[part]:
                steps = (
                    f"{row['step']:g}: {row['fall']:+.3f}"
                    for row in report[part][key]["steps"]
                    if "fall" in row
                )
                lines.append(f"| {words} | {', '.join(steps)} |")
    return "\n".join(lines)


def figures_text(report: dict[str, Any]) -> str:
    """Return the block of the page."""
    still, moved = report["still"], report["moved"]
    return (
        f"{report['model']} version {report['version']}, {still['n']:,} crops of {report['data']}, "
        f"{report['split']}, right in {still['accuracy']:.3f} as they are; {moved['n']} of them "
        "where the face is found first.\n\n"
        f"{table(report)}\n\n"
        "All steps:\n\n"
        f"{steps_table(report)}\n\n"
        f"Of the crops as they are, {still['any_false_advice']:.1%} get advice, and "
        f"{moved['any_false_advice']:.1%} of those that are found first.\n\n"
        f"Measured {circumstances(report)}\n"
    )


def write_page(report: dict[str, Any], page: Path = PAGE) -> None:
    """Put a report's figures between the marks of the page; the rest of it stays.

    Raises:
        ValueError: The page has no such marks.
    """
    before, begin, rest = page.read_text(encoding="utf-8").partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"{page} has no marks for the figures")
    page.write_text(f"{before}{BEGIN}\n{figures_text(report)}\n{END}{after}", encoding="utf-8")
