"""Bring the translation files up to date with the code: `python packaging/translations.py`.

`lupdate` finds the texts in the window's code and writes them into one `.ts` file a language under
resources/translations; what is not translated yet is marked there, for Qt Linguist or an editor.
`lrelease` makes the `.qm` files that the program loads. With `--check` nothing is written: the exit
code is 1 where a text is missing, unused or not translated, or a `.qm` file is not of its `.ts`.
"""

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import get_args

ROOT = Path(__file__).resolve().parents[1]
CODE = ROOT / "fer_desktop" / "gui"
FOLDER = ROOT / "resources" / "translations"
sys.path.insert(0, str(ROOT))

from fer_desktop.core.settings import Language  # noqa: E402

LANGUAGES = tuple(name for name in get_args(Language) if name not in ("system", "en"))


_SHORT = re.compile(
    r'def (\w+)\(text: str\) -> str:[^(]*QCoreApplication\.translate\("(\w+)", text\)'
)
"""A module's own short name for a translation in its context, such as `_tr`."""


def spelled_out(code: str) -> str:
    """Return a module's code with the short name written as `lupdate` knows it."""
    found = _SHORT.search(code)
    if found is None:
        return code
    name, context = found.groups()
    rest = code[: found.start()] + code[found.end() :]
    return re.sub(rf"(?<![\w.]){name}\(", f'QCoreApplication.translate("{context}", ', rest)


def update(folder: Path) -> None:
    """Let the files in a folder have all texts of the code and no others."""
    with tempfile.TemporaryDirectory() as name:
        sources = []
        for path in sorted(CODE.rglob("*.py")):
            copy = Path(name, "-".join(path.relative_to(CODE).parts))
            copy.write_text(spelled_out(path.read_text(encoding="utf-8")), encoding="utf-8")
            sources.append(str(copy))
        for language in LANGUAGES:
            file = folder / f"fer-desktop_{language}.ts"
            options = ["-locations", "none", "-no-obsolete", "-source-language", "en"]
            _run("lupdate", *sources, *options, "-target-language", language, "-ts", str(file))


def compile_all(folder: Path) -> None:
    """Make the `.qm` files beside the `.ts` files."""
    for language in LANGUAGES:
        file = folder / f"fer-desktop_{language}.ts"
        _run("lrelease", "-nounfinished", str(file), "-qm", str(file.with_suffix(".qm")))


def unfinished(file: Path) -> list[str]:
    """Return the texts of a `.ts` file that are not translated."""
    found = []
    for message in ET.parse(file).iter("message"):
        translation = message.find("translation")
        forms = [] if translation is None else list(translation.iter("numerusform"))
        texts = [form.text for form in forms] or [None if translation is None else translation.text]
        is_marked = translation is None or translation.get("type") is not None
        if is_marked or not all(texts):
            found.append(message.findtext("source") or "")
    return found


def problems() -> list[str]:
    """Return what is not as it should be, a sentence each."""
    found = []
    with tempfile.TemporaryDirectory() as name:
        fresh = Path(name)
        for file in FOLDER.glob("*.ts"):
            shutil.copy(file, fresh)
        update(fresh)
        compile_all(fresh)
        for language in LANGUAGES:
            ts, qm = (f"fer-desktop_{language}.{suffix}" for suffix in ("ts", "qm"))
            if not (FOLDER / ts).is_file():
                found.append(f"{ts} is missing.")
                continue
            found += [f"{ts}: not translated: {text!r}" for text in unfinished(fresh / ts)]
            if _texts(FOLDER / ts) != _texts(fresh / ts):
                found.append(f"{ts} does not have the texts of the code.")
            elif not (FOLDER / qm).is_file() or _bytes(FOLDER / qm) != _bytes(fresh / qm):
                found.append(f"{qm} is not made of {ts}.")
    return found


def _texts(file: Path) -> set[tuple[str, str]]:
    root = ET.parse(file).getroot()
    return {
        (context.findtext("name") or "", message.findtext("source") or "")
        for context in root.iter("context")
        for message in context.iter("message")
    }


def _bytes(file: Path) -> bytes:
    return file.read_bytes()


def _run(tool: str, *arguments: str) -> None:
    program = Path(sys.executable).parent / f"pyside6-{tool}"
    done = subprocess.run([program, *arguments], capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{tool} failed:\n{done.stdout}{done.stderr}")


def main() -> int:
    """Write the files, or check them, and return the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--check", action="store_true")
    if parser.parse_args().check:
        found = problems()
        print("\n".join(found) or "All texts are translated.")
        return 1 if found else 0
    FOLDER.mkdir(parents=True, exist_ok=True)
    update(FOLDER)
    compile_all(FOLDER)
    for language in LANGUAGES:
        left = unfinished(FOLDER / f"fer-desktop_{language}.ts")
        print(f"{language}: {len(left)} texts to translate")
    return 0


if __name__ == "__main__":
    sys.exit(main())
