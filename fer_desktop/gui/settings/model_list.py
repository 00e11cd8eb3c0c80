"""The models to choose from, and which engine can run them here."""

from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from fer_desktop.core.errors import ModelError
from fer_desktop.core.settings import Settings
from fer_desktop.system import paths


def _tr(text: str) -> str:
    return QCoreApplication.translate("ModelChoice", text)


class ListedModel(NamedTuple):
    """A model in a list.

    Attributes:
        value: What the settings call it: a name, or the path of its directory.
        name: What people call it.
        missing: Why it can't be chosen; "" where it can.
    """

    value: str
    name: str
    missing: str = ""


def listed_models(settings: Settings) -> list[ListedModel]:
    """Return the bundled models, then the user's own, those that have gone too."""
    bundled = paths.bundled_models()
    own = dict.fromkeys((*settings.own_models, settings.model))
    return [
        *(ListedModel(name, name) for name in bundled),
        *(
            ListedModel(value, Path(value).name or value, _missing(value))
            for value in own
            if value not in bundled
        ),
    ]


def why_no_keras() -> str:
    """Return why the Keras engine can't be chosen here; "" where it can."""
    if all(find_spec(package) for package in ("tensorflow", "keras")):
        return ""
    words = _tr("Not possible here: TensorFlow is not installed ({command}).")
    return words.format(command="pip install fer-desktop[keras]")


def _missing(value: str) -> str:
    try:
        paths.model_directory(value)
    except ModelError:
        return _tr("{path} is not there any more.").format(path=value)
    return ""
