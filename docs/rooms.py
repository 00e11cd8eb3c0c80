"""Writes the table of rooms in docs/architecture.md: `python docs/rooms.py`."""

import ast
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "architecture.md"
BEGIN, END = "<!-- rooms -->", "<!-- /rooms -->"


def table() -> str:
    """Return the table: each folder, and what it is about."""
    lines = ["| folder | what |", "|---|---|"]
    for page in sorted((ROOT / "fer_desktop").rglob("__init__.py")):
        folder = page.parent
        said = ast.get_docstring(ast.parse(page.read_text(encoding="utf-8"))) or ""
        name = folder.relative_to(ROOT).as_posix()
        first = said.split("\n\n", maxsplit=1)[0].replace("\n", " ")
        lines.append(f"| `{name}` | {first} |")
    return "\n".join(lines)


def page() -> str:
    """Return the page with the table of today."""
    text = PAGE.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    return f"{before}{BEGIN}\n{table()}\n{END}{rest.partition(END)[2]}"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    print(f"{PAGE} is written.", file=sys.stderr)
