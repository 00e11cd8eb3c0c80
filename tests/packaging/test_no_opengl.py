"""The timeline's library works in a frozen program without Qt's OpenGL modules."""

import subprocess
import sys
from pathlib import Path

HOOK = Path(__file__).parents[2] / "packaging" / "no_opengl.py"

_PROGRAM = """
import runpy, sys
runpy.run_path(sys.argv[1])
from PySide6.QtWidgets import QApplication
import pyqtgraph
application = QApplication([])
plot = pyqtgraph.PlotWidget()
plot.plot([1, 2, 3], [3, 1, 2])
plot.show()
application.processEvents()
assert plot.grab().toImage().width() > 10
from fer_desktop.gui.review import timeline
print([name for name in sys.modules if name.startswith("PySide6.QtOpenGL")])
for end in ("", "Widgets"):
    assert not hasattr(sys.modules[f"PySide6.QtOpenGL{end}"], "__file__")
"""


def test_plots_are_drawn():
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM, str(HOOK)],
        cwd=HOOK.parents[1], capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "PySide6.QtOpenGLWidgets" in done.stdout
