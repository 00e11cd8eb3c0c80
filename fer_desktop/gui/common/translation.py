"""The language of the window: finds the system's, loads ours and Qt's own texts, and switches."""

import logging
from typing import Final, get_args

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from fer_desktop.core.settings import Language
from fer_desktop.system import paths

log = logging.getLogger(__name__)

LANGUAGES: Final = tuple(name for name in get_args(Language) if name != "system")
SOURCE_LANGUAGE: Final = "en"
"""The texts in the code are in this language; they need no file but for plurals."""

_installed: list[QTranslator] = []
"""Qt does not keep them."""


def language_of(choice: Language, wanted: list[str] | None = None) -> str:
    """Return the language that a choice stands for: one of `LANGUAGES`.

    Args:
        choice: The user's choice.
        wanted: What the system's user reads, best first, such as "de-CH"; None asks the system.
    """
    if choice != "system":
        return choice
    for name in QLocale.system().uiLanguages() if wanted is None else wanted:
        parts = name.replace("_", "-").split("-")
        if (
            parts[0] == "zh"
            and "zh_CN" in LANGUAGES
            and not {"TW", "HK", "MO", "Hant"} & set(parts)
        ):
            return "zh_CN"
        if parts[0] in LANGUAGES:
            return parts[0]
    return SOURCE_LANGUAGE


def install_language(application: QCoreApplication, choice: Language) -> str:
    """Let the whole application speak a language, and return which; Qt tells all widgets."""
    language = language_of(choice)
    for translator in _installed:
        application.removeTranslator(translator)
        translator.setParent(None)  # else it and its file stay in memory as long as the program
    _installed.clear()
    QLocale.setDefault(QLocale(language))
    if language == SOURCE_LANGUAGE:
        return language
    qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    ours = str(paths.resources() / "translations")
    # Qt's first: of two that know a text, the one installed last is asked first.
    for name, folder in ((f"qtbase_{language}", qt_folder), (f"fer-desktop_{language}", ours)):
        translator = QTranslator(application)
        if translator.load(name, folder):
            application.installTranslator(translator)
            _installed.append(translator)
        else:
            log.info("there is no translation %s", name)
    return language
