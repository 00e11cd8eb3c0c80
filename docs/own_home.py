"""Import it first: a script's own settings, sessions and corrections, and no screen needed.

They lie in a folder that goes with the script.
"""

import os
import tempfile

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["QT_LOGGING_RULES"] = "qt.qpa.*=false"
HOME = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
for _kind in ("CONFIG", "CACHE", "STATE", "DATA"):
    os.environ[f"XDG_{_kind}_HOME"] = HOME.name
os.environ["XDG_PICTURES_DIR"] = HOME.name
