"""The structure: what may be imported, and what is loaded when."""

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


def test_exports():
    assert {"Analyzer", "__version__", "draw", "to_pandas"} < set(fer_desktop.__all__)
    for name in fer_desktop.__all__:
        assert getattr(fer_desktop, name)
    with pytest.raises(AttributeError, match="nonsense"):
        fer_desktop.nonsense  # noqa: B018


def test_the_page_of_rooms_has_every_folder_as_it_is():
    script = runpy.run_path(str(ROOT / "docs" / "rooms.py"))
    assert script["PAGE"].read_text(encoding="utf-8") == script["page"]()
