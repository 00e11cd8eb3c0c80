"""Writes the tables of formats and columns into docs/formats.md: python docs/formats_table.py."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from fer_desktop.export.formats import formats_table
from fer_desktop.export.formats.tidy_csv import columns_table

FILE = Path(__file__).with_name("formats.md")
TABLES = {"table": formats_table, "columns": columns_table}
END = "<!-- end -->"

if __name__ == "__main__":
    text = FILE.read_text(encoding="utf-8")
    for name, table in TABLES.items():
        begin = f"<!-- {name} -->\n"
        before, rest = text.split(begin)
        _, after = rest.split(END, 1)
        text = f"{before}{begin}{table()}{END}{after}"
    FILE.write_text(text, encoding="utf-8")
