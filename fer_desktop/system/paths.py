"""Where things lie: resources in a checkout, a wheel and a frozen app; the user's own folders."""

import contextlib
import logging
from functools import cache
from pathlib import Path
from typing import Final

import platformdirs

from fer_desktop.core.errors import ModelError
from fer_desktop.system.folders import private_folder

log = logging.getLogger(__name__)

APP = "fer-desktop"
SPEC_FILE: Final = "model.json"
"""What makes a folder a model."""
FACE_CHECK: Final = "face-check"
"""Lies beside the models, but knows no expressions."""


@cache
def resources() -> Path:
    """Return the folder of models, cascades, icons and the demo."""
    package = Path(__file__).resolve().parents[1]
    # Inside the package in a wheel and in a frozen app, beside it in a checkout.
    for folder in (package / "resources", package.parent / "resources"):
        if (folder / "haarcascades").is_dir():
            return folder
    raise FileNotFoundError(f"The resources are missing from {package}; install the program anew.")


def face_cascade() -> Path:
    """Return the file of the face cascade."""
    return resources() / "haarcascades" / "haarcascade_frontalface_alt2.xml"


def face_check() -> Path:
    """Return the directory of the face check."""
    return resources() / "models" / FACE_CHECK


def demo_picture() -> Path:
    """Return the demo's photograph."""
    return resources() / "demo" / "astronaut.jpg"


def demo_clip() -> Path:
    """Return the demo's clip of rendered heads."""
    return resources() / "demo" / "heads.mp4"


def bundled_models() -> list[str]:
    """Return the names of the models of expressions that come with the program, sorted."""
    found = (path.parent.name for path in (resources() / "models").glob(f"*/{SPEC_FILE}"))
    return sorted(name for name in found if name != FACE_CHECK)


def model_directory(name_or_path: str) -> Path:
    """Return the directory of a bundled model or of a user's own.

    Raises:
        ModelError: There is none; the text lists the bundled ones.
    """
    if name_or_path in bundled_models():
        return resources() / "models" / name_or_path
    path = Path(name_or_path)
    with contextlib.suppress(OSError):  # a name can be too long for the system
        if name_or_path and path.is_dir():
            return path
    raise ModelError(
        f"There is no model {name_or_path!r}. Known are {', '.join(bundled_models())}; or give "
        f"the directory of your own, with {SPEC_FILE} in it."
    )


def model_card() -> Path:
    """Return the page about the bundled models."""
    # The workshop writes it in a checkout; wheels and frozen apps have a copy beside the models.
    written = resources().parent / "model" / "MODEL_CARD.md"
    return written if written.is_file() else resources() / "models" / "MODEL_CARD.md"


def licence() -> Path:
    """Return the text of the program's own licence."""
    # As the model card: beside the package in a checkout, a copy among the resources elsewhere.
    written = resources().parent / "LICENSE"
    return written if written.is_file() else resources() / "licences" / "fer-desktop.txt"


def is_bundled(directory: Path) -> bool:
    """Return whether a model directory is one that came with the program."""
    return directory.resolve().parent == (resources() / "models").resolve()


def settings_file() -> Path:
    """Return where the settings are kept."""
    return _writable(Path(platformdirs.user_config_dir(APP, appauthor=False))) / "settings.json"


def log_file() -> Path:
    """Return where the program writes its log."""
    return _writable(Path(platformdirs.user_log_dir(APP, appauthor=False))) / "fer-desktop.log"


def pictures_directory() -> Path:
    """Return where snapshots go unless the user chooses: a folder in the user's pictures.

    It is made with the first snapshot, not before.
    """
    return Path(platformdirs.user_pictures_dir()) / "FER Desktop"


def cache_directory() -> Path:
    """Return a folder for files that may be thrown away."""
    return _writable(Path(platformdirs.user_cache_dir(APP, appauthor=False)))


def corrections_directory() -> Path:
    """Return where corrections are kept; it is made with the first of them, not before."""
    return Path(platformdirs.user_data_dir(APP, appauthor=False)) / "corrections"


def taught_directory() -> Path:
    """Return where the models are that were taught here; it is made with the first of them."""
    return Path(platformdirs.user_data_dir(APP, appauthor=False)) / "models"


def _writable(folder: Path) -> Path:
    # A home may be missing or read-only (services, kiosks); the program runs there all the same.
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        log.info("%s can't be made (%s); using the temporary folder", folder.name, error.strerror)
        return private_folder(APP)
    return folder
