"""The structure: what may be imported, and what is loaded when."""

import ast
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

import fer_desktop

ROOT = Path(__file__).parents[1]


def loaded_by(code):
    """Return the modules that a fresh Python has loaded after this code."""
    script = f"{code}\nimport sys\nprint(' '.join(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, cwd=ROOT, check=True
    )
    return set(done.stdout.split())


def test_importing_the_package_loads_nothing_heavy():
    loaded = loaded_by("import fer_desktop")
    assert not loaded & {"PySide6", "tensorflow", "keras", "cv2", "numpy"}


def test_importing_the_command_line_loads_neither_qt_nor_an_extra():
    loaded = loaded_by("import fer_desktop.cli.commands")
    assert "cv2" in loaded
    assert not loaded & {"PySide6", "tensorflow", "keras", "matplotlib", "distributed", "fsspec"}
    assert not loaded & {"pandas", "pyarrow", "openpyxl"}


def test_the_processes_of_the_analysis_load_neither_qt_nor_an_extra():
    loaded = loaded_by("from fer_desktop.batch.processes import serve")
    assert not loaded & {"PySide6", "tensorflow", "keras", "matplotlib", "distributed"}


def test_analyzing_a_picture_loads_neither_qt_nor_tensorflow(portrait):
    loaded = loaded_by(
        "from fer_desktop.__main__ import main\n"
        f"main(['analyze', {str(portrait)!r}, '--output', '/dev/null'])"
    )
    assert "ai_edge_litert" in loaded
    assert not loaded & {"PySide6", "tensorflow", "keras"}


def test_layers_are_kept():
    lint = Path(sys.executable).parent / "lint-imports"
    if not lint.exists():
        pytest.skip("import-linter is not installed")
    done = subprocess.run([lint], capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.returncode == 0, done.stdout


_POSIX_ONLY = {
    "os": {"mkfifo", "fork", "killpg", "setsid", "geteuid", "getuid", "openpty", "statvfs"},
    "signal": {"SIGKILL", "SIGHUP", "SIGQUIT", "SIGUSR1", "SIGALRM", "SIGXCPU"},
}
_POSIX_MODULES = {"fcntl", "resource", "pty", "pwd", "grp", "termios"}


def at_import(node):
    """Yield what is done while a module is imported: all but the bodies of functions."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            for part in (*getattr(child, "decorator_list", ()), *child.args.defaults):
                yield from ast.walk(part)
        else:
            yield child
            yield from at_import(child)


def posix_names(tree):
    for node in at_import(tree):
        if isinstance(node, ast.Import | ast.ImportFrom):
            names = [alias.name for alias in node.names] + [getattr(node, "module", None)]
            yield from _POSIX_MODULES & set(names)
        elif isinstance(node, ast.Attribute):
            module = ast.unparse(node.value)
            if node.attr in _POSIX_ONLY.get(module, ()):
                yield f"{module}.{node.attr}"


@pytest.mark.parametrize("file", sorted((ROOT / "tests").rglob("*.py")), ids=lambda p: p.name)
def test_tests_can_be_collected_where_there_is_no_posix(file):
    assert not list(posix_names(ast.parse(file.read_text("utf-8"))))


def test_what_only_posix_has_is_found():
    code = "import fcntl\n@mark(signal.SIGKILL)\ndef f():\n    os.fork()\nA = os.killpg\n"
    assert list(posix_names(ast.parse(code))) == ["fcntl", "signal.SIGKILL", "os.killpg"]


def test_exports():
    assert {"Analyzer", "__version__", "draw", "to_pandas"} < set(fer_desktop.__all__)
    for name in fer_desktop.__all__:
        assert getattr(fer_desktop, name)
    with pytest.raises(AttributeError, match="nonsense"):
        fer_desktop.nonsense  # noqa: B018


def test_the_page_of_rooms_has_every_folder_as_it_is():
    script = runpy.run_path(str(ROOT / "docs" / "rooms.py"))
    assert script["PAGE"].read_text(encoding="utf-8") == script["page"]()
