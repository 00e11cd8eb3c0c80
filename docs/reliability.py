"""Puts a section into docs/reliability.md, whose parts come from several commands."""

import datetime as dt
import os
import sys
from collections.abc import Sequence
from pathlib import Path

REPORT = Path(__file__).parent / "reliability.md"
_HEAD = """# What happens when something goes wrong

Each section is written by the command that it names; nothing here is typed.
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


def circumstances() -> str:
    """Return when and where something was measured, as the end of a sentence."""
    from fer_desktop.vision import doctor

    date = dt.datetime.now(dt.UTC).date().isoformat()
    load = f", {os.getloadavg()[0]:.1f} processes waiting" if hasattr(os, "getloadavg") else ""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    where = f"{doctor.processor()}, {cores} cores for it{load}"
    return f"on {date} with Python {sys.version.split()[0]} ({where})."
