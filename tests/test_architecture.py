"""The structure: what may be imported, what is loaded when, and that every module has its tests."""

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
    "fer_desktop/gui/help/menu.py": "tests/gui/shell/test_presenter.py",
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
