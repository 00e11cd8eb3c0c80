"""The structure: what may be imported, what is loaded when, and that every module has its tests."""

import ast
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
    assert set(fer_desktop.__all__) == {"Analyzer", "__version__", "to_pandas"}
    for name in fer_desktop.__all__:
        assert getattr(fer_desktop, name)
    with pytest.raises(AttributeError, match="nonsense"):
        fer_desktop.nonsense  # noqa: B018


# Modules whose tests stand elsewhere, and where.
ELSEWHERE = {
    "fer_desktop/vision/recognition/engine_keras.py": "tests/vision/recognition/test_classifier.py",
    "fer_desktop/vision/recognition/engine_litert.py": "tests/vision/recognition/test_classifier.py",
    "fer_desktop/core/labels.py": "tests/core/test_types.py",
    "fer_desktop/core/errors.py": "tests/system/test_terminal.py",
    "fer_desktop/live/events.py": "tests/live/test_session.py",
    "fer_desktop/live/capture.py": "tests/live/test_session.py",
    "fer_desktop/vision/camera/frame_source.py": "tests/vision/camera/test_sources.py",
    "fer_desktop/vision/camera/capture.py": "tests/vision/camera/test_sources.py",
    "fer_desktop/vision/camera/demo.py": "tests/vision/camera/test_sources.py",
    "fer_desktop/vision/camera/image_source.py": "tests/vision/camera/test_sources.py",
    "fer_desktop/vision/media/avif_turn.py": "tests/vision/media/test_images.py",
    "fer_desktop/vision/media/picture_size.py": "tests/vision/media/test_images.py",
    "fer_desktop/vision/media/deinterlace.py": "tests/vision/media/test_video_reader.py",
    "fer_desktop/vision/media/video_kinds.py": "tests/vision/media/test_video_file.py",
    "fer_desktop/vision/camera/scene.py": "tests/vision/camera/test_scene.py",
    "fer_desktop/vision/media/video_source.py": "tests/vision/camera/test_sources.py",
    "fer_desktop/evaluation/pictures.py": "tests/evaluation/test_run.py",
    "fer_desktop/gui/shell/action_table.py": "tests/gui/shell/test_actions.py",
    "fer_desktop/gui/camera/choice.py": "tests/gui/shell/test_presenter.py",
    "fer_desktop/gui/pictures/face_table_model.py": "tests/gui/pictures/test_face_table.py",
    "fer_desktop/gui/pictures/filmstrip_model.py": "tests/gui/pictures/test_filmstrip.py",
    "fer_desktop/gui/pictures/filmstrip_order.py": "tests/gui/pictures/test_filmstrip.py",
    "fer_desktop/gui/help/menu.py": "tests/gui/shell/test_presenter.py",
    "fer_desktop/export/picture_export.py": "tests/gui/shell/test_picture_export.py",
    "fer_desktop/export/formats/workbook.py": "tests/gui/shell/test_picture_export.py",
    "fer_desktop/gui/shell/library_menu.py": "tests/gui/review/test_library_window.py",
    "fer_desktop/gui/review/library_model.py": "tests/gui/review/test_library_window.py",
    "fer_desktop/gui/common/marking.py": "tests/gui/common/test_words.py",
    "fer_desktop/gui/pictures/found_faces.py": "tests/gui/pictures/test_actions.py",
    "fer_desktop/gui/review/paint.py": "tests/gui/review/test_timeline.py",
    "fer_desktop/gui/review/transport.py": "tests/gui/review/test_window.py",
    "fer_desktop/gui/review/exclusions.py": "tests/gui/review/test_window.py",
    "fer_desktop/gui/common/widgets.py": "tests/gui/shell/test_main_window.py",
    "fer_desktop/sessions/records.py": "tests/export/test_writers.py",
    "model/card_tables.py": "tests/model/test_card.py",
    "model/obscured_drawing.py": "tests/model/test_obscured.py",
    "model/obscured_held.py": "tests/model/test_obscured.py",
    "model/obscured_worn.py": "tests/model/test_obscured.py",
    "model/rendered/__main__.py": "tests/model/test_rendered.py",
}


def modules():
    """Return every module that has code."""
    found = [p for folder in ("fer_desktop", "model") for p in (ROOT / folder).rglob("*.py")]
    return sorted(p.relative_to(ROOT) for p in found if p.name != "__init__.py")


@pytest.mark.parametrize("module", modules(), ids=str)
def test_every_module_has_its_tests(module):
    own = Path("tests", *module.parts[1:-1], f"test_{module.stem.strip('_')}.py")
    if module.parts[0] == "model":
        own = Path("tests", "model", f"test_{module.stem}.py")
    place = Path(ELSEWHERE.get(module.as_posix(), own))
    assert (ROOT / place).is_file(), f"{module} has no tests at {place}"
