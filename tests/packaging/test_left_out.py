"""The program imports at its start nothing that a frozen program is without."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]


def left_out():
    """Return the modules that the spec leaves out."""
    text = (ROOT / "packaging" / "fer_desktop.spec").read_text(encoding="utf-8")
    block = re.search(r"LEFT_OUT_MODULES = (\[.*?\n\])", text, re.DOTALL)[1]
    return set(eval(block))


def imported(tree):
    """Yield what a module imports as it is imported itself."""
    for node in tree.body:
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module
            yield from (f"{node.module}.{name.name}" for name in node.names)


LATE = {
    ("evaluation/plots.py", "matplotlib"),
    ("batch/cluster.py", "distributed"),
    ("batch/cluster_worker.py", "distributed"),
    ("batch/remote_files.py", "fsspec"),
}
"""Modules for environments that have the library; nothing imports them before it is asked for."""


def test_nothing_left_out_is_imported():
    gone, found = left_out(), set()
    assert {"tensorflow", "PySide6.QtQml"} <= gone
    files = list((ROOT / "fer_desktop").rglob("*.py"))
    assert len(files) > 300
    for file in files:
        inside = file.relative_to(ROOT / "fer_desktop").as_posix()
        for name in imported(ast.parse(file.read_text(encoding="utf-8"))):
            if any(name == each or name.startswith(f"{each}.") for each in gone):
                found.add((inside, name.partition(".")[0]))
    assert found <= LATE
