"""Writes the table of formats into docs/formats.md: python docs/formats_table.py."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from fer_desktop.export.formats import formats_table

FILE = Path(__file__).with_name("formats.md")
BEGIN, END = "<!-- table -->\n", "<!-- end -->"

if __name__ == "__main__":
    before, rest = FILE.read_text(encoding="utf-8").split(BEGIN)
    _, after = rest.split(END)
    FILE.write_text(f"{before}{BEGIN}{formats_table()}{END}{after}", encoding="utf-8")
