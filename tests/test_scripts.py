"""Scripts beside the program find what they use of it and of each other, late imports as well."""

import ast
import importlib
import importlib.util
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
OURS = ("fer_desktop", "tests")
SCRIPTS = sorted([*(ROOT / "docs").rglob("*.py"), *(ROOT / "packaging").glob("*.py")])


def imported(script):
    """Yield module and name of each `from MODULE import NAME`, wherever it stands."""
    for node in ast.walk(ast.parse(script.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield from ((node.module, alias.name) for alias in node.names)


def defined(script):
    """Return the names that a script defines at its top."""
    names = set()
    for node in ast.parse(script.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            names.add(node.name)
        targets = getattr(node, "targets", [getattr(node, "target", None)])
        for target in filter(None, targets):
            names |= {part.id for part in ast.walk(target) if isinstance(part, ast.Name)}
    return names


def is_there(module, name, folder):
    """Say whether a script in this folder gets that name."""
    beside = folder / f"{module}.py"
    if beside.exists():
        return name in defined(beside)
    if module.split(".", maxsplit=1)[0] not in OURS:
        return True  # not ours, or heavy
    found = importlib.import_module(module)
    if hasattr(found, name) or not hasattr(found, "__path__"):
        return hasattr(found, name)
    return importlib.util.find_spec(f"{module}.{name}") is not None


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_a_script_finds_what_it_imports(script):
    missing = [
        f"{module}: {name}"
        for module, name in imported(script)
        if not is_there(module, name, script.parent)
    ]
    assert not missing


def test_a_name_that_has_gone_is_noticed(tmp_path):
    (tmp_path / "other.py").write_text("here = 1\n")
    assert is_there("other", "here", tmp_path)
    assert not is_there("other", "gone", tmp_path)
    assert is_there("fer_desktop.vision", "assembly", tmp_path)
    assert not is_there("fer_desktop.vision.assembly", "gone", tmp_path)
