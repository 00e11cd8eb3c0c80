"""The window; the only part that knows Qt."""

import os

# pyqtgraph takes PyQt where it finds it, and two Qts in one process crash; it reads this when it
# is imported, which only modules of this package do.
os.environ["PYQTGRAPH_QT_LIB"] = "PySide6"
