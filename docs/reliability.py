"""Puts a section into docs/reliability.md, whose parts come from several commands."""

import datetime as dt
import os
import sys
from collections.abc import Sequence
from pathlib import Path

REPORT = Path(__file__).parent / "reliability.md"
_MOST_WAITING = 2
"""So many processes a core are usual."""
_BUSY = (
    "**The computer was busy with other work, so all took longer, and less was done, than on a "
    "quiet one.**"
)
_HEAD = """# What happens when something goes wrong

Each section is written by the command that it names; remarks *in italics* are not.
"""


def write_section(title: str, command: str, lines: Sequence[str], report: Path = REPORT) -> None:
    """Replace a section, or add it at the end.

    Args:
        title: Its heading.
        command: What has written it.
        lines: What it says, in Markdown.
        report: The file.
    """
    old = report.read_text(encoding="utf-8") if report.exists() else _HEAD
    head, *sections = old.split("\n## ")
    texts = {section.partition("\n")[0]: section for section in sections}
    texts[title] = "\n".join([title, "", f"By `{command}` {circumstances()}", "", *lines, ""])
    report.write_text("\n## ".join([head.rstrip() + "\n", *texts.values()]), encoding="utf-8")


def rows_of(title: str, report: Path = REPORT) -> dict[str, str]:
    """Return the lines of a section's table, after its head, by their first cells."""
    sections = report.read_text(encoding="utf-8").split("\n## ")
    section = next((each for each in sections if each.startswith(f"{title}\n")), "")
    lines = [line for line in section.split("\n") if line.startswith("| ")]
    return {line.split(" | ")[0].removeprefix("| "): line for line in lines[1:]}


def circumstances() -> str:
    """Return when and where something was measured, as the end of a sentence."""
    from fer_desktop.vision import doctor

    date = dt.datetime.now(dt.UTC).date().isoformat()
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    waiting = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    load = f", {waiting:.1f} processes waiting" if waiting else ""
    where = f"{doctor.processor()}, {cores} cores for it{load}"
    told = f"on {date} with Python {sys.version.split()[0]} ({where})."
    return f"{told} {_BUSY}" if waiting > _MOST_WAITING * (cores or 1) else told
