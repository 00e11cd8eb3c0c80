"""Puts the figures of `model.baseline` into docs/baseline.md; none of them is typed by hand."""

from pathlib import Path
from typing import Any

from model.card import circumstances

PAGE = Path(__file__).parents[1] / "docs" / "baseline.md"
BEGIN = "<!-- Figures: written by `python -m model.baseline --write-docs`. -->\n"
END = "<!-- End of the figures. -->\n"

_NAMES = {
    "accuracy": "accuracy",
    "balanced_accuracy": "balanced accuracy",
    "macro_f1": "macro-F1",
    "neutral_recall": "recall of neutral",
    "expressive_as_neutral": "other pictures named neutral",
    "log_loss": "log loss (less is better)",
}
_PARTS = {
    "own": "all",
    "misread": "baseline picture not named neutral",
    "stranger": "control: a stranger's baseline",
}


def table(report: dict[str, Any]) -> str:
    """Return every figure with and without the correction, and the difference with its interval."""
    lines = [
        "| persons | figure | without | with | difference [95 %] |",
        "|---|---|---|---|---|",
    ]
    for part, words in _PARTS.items():
        found = report[part]
        if found is None:
            continue
        who = f"{words}: {found['persons']:,} persons, {found['pictures']:,} pictures"
        for key, name in _NAMES.items():
            before, after = found["before"][key], found["after"][key]
            if before is None:
                continue
            low, high = found["difference"][key]["interval"]
            value = found["difference"][key]["value"]
            lines.append(
                f"| {who} | {name} | {before:.3f} | {after:.3f} | "
                f"{value:+.3f} [{low:+.3f}, {high:+.3f}] |"
            )
            who = ""
    return "\n".join(lines)


def figures_text(report: dict[str, Any]) -> str:
    """Return the block of the page."""
    chosen, own, itself = report["chosen"], report["own"], report["itself"]
    classes = ", ".join(f"{label} {n}" for label, n in own["classes"].items() if n)
    losses = chosen["log_loss"]
    best = min(losses, key=losses.__getitem__)
    taken = f"{chosen['strength']:g}"
    return (
        f"{report['model']} version {report['version']}, {report['data']}, "
        f"{report['measured_on']}; one neutral picture of each person is the baseline and is not "
        f"counted. The other pictures: {classes}.\n\n{table(report)}\n\n"
        f"Of the {itself['pictures']} baseline pictures that are not named neutral, "
        f"{itself['helped']:.0%} are when corrected by themselves.\n\n"
        f"Chosen on {chosen['persons']} other persons, whom the network had not seen either: "
        f"strength {taken}, no factor below {chosen['least']:g}; the typical answer is that to "
        f"{chosen['neutral_pictures']} neutral pictures. The log loss of their other pictures, "
        f"neutral ones and others weighing alike, is {losses['0']:.4f} without a correction, "
        f"{losses[taken]:.4f} with this one, {losses[best]:.4f} at the best strength ({best}) and "
        f"{losses['1']:.4f} at full strength.\n\nMeasured {circumstances(report)}\n"
    )


def write_page(report: dict[str, Any], page: Path = PAGE) -> None:
    """Put a report's figures between the marks of the page; the rest of it stays.

    Raises:
        ValueError: The page has no such marks.
    """
    before, begin, rest = page.read_text(encoding="utf-8").partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"{page}: the marks of the figures are missing")
    text = f"{before}{BEGIN}\n{figures_text(report)}\n{END}{after}"
    page.write_text(text, encoding="utf-8")
