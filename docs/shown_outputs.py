"""Writes what commands print into the pages that show it: `python docs/shown_outputs.py`.

A page shows it as an indented block that begins with `$ fer-desktop`. The commands run in a folder
that holds the demo's photograph as `astronaut.jpg`.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGES = (ROOT / "README.md", ROOT / "docs" / "command-line.md")
BLOCK = re.compile(r"^    \$ fer-desktop (.+)\n((?:    .+\n)+)", re.M)


def renewed(text: str) -> str:
    """Return the page with what its commands print now."""
    return BLOCK.sub(lambda block: f"    $ fer-desktop {block[1]}\n{_printed(block[1])}", text)


def _printed(arguments: str) -> str:
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(ROOT / "resources" / "demo" / "astronaut.jpg", folder)
        done = subprocess.run(
            [sys.executable, "-m", "fer_desktop", *arguments.split()],
            cwd=folder,
            env={"PYTHONPATH": str(ROOT)},
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
    return "".join(f"    {line}\n" for line in done.stdout.splitlines())


if __name__ == "__main__":
    for page in PAGES:
        page.write_text(renewed(page.read_text(encoding="utf-8")), encoding="utf-8")
        print(f"{page} is written.", file=sys.stderr)
