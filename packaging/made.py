"""Makes what a frozen program needs beside the code: icons, Windows' version, the licence."""

import io
import os
import shutil
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice, QSize
from PySide6.QtGui import QGuiApplication, QIcon

ROOT = Path(__file__).resolve().parents[1]
DRAWING = ROOT / "resources" / "icons" / "fer-desktop.svg"
PNG_SIDES = (16, 24, 32, 48, 64, 128, 256, 512)
_MAC_SIDE = 1024
_ICO_SIDES = tuple(side for side in PNG_SIDES if side <= 256)

_VERSION = """\
VSVersionInfo(
  ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}),
  kids=[
    StringFileInfo([StringTable("040904B0", [
      StringStruct("FileDescription", "FER Desktop"),
      StringStruct("FileVersion", "{version}"),
      StringStruct("InternalName", "fer-desktop"),
      StringStruct("LegalCopyright", "MIT licence"),
      StringStruct("OriginalFilename", "fer-desktop.exe"),
      StringStruct("ProductName", "FER Desktop"),
      StringStruct("ProductVersion", "{version}"),
    ])]),
    VarFileInfo([VarStruct("Translation", [1033, 1200])]),
  ],
)
"""


def draw_icons(folder: Path) -> None:
    """Draw the program's icon as PNG in all sizes, and as Windows' and the Mac's own files."""
    application = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
    icon = QIcon(str(DRAWING))
    images = {side: _drawn(icon, side) for side in (*PNG_SIDES, _MAC_SIDE)}
    del application
    for side in PNG_SIDES:
        images[side].save(folder / f"fer-desktop-{side}.png")
    sides = [(side, side) for side in _ICO_SIDES]
    drawn = [images[side] for side in _ICO_SIDES]
    drawn[-1].save(folder / "fer-desktop.ico", sizes=sides, append_images=drawn)
    images[_MAC_SIDE].save(folder / "fer-desktop.icns", append_images=[*images.values()])


def _drawn(icon: QIcon, side: int) -> Image.Image:
    pixmap = icon.pixmap(QSize(side, side), 1.0)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if pixmap.isNull() or not pixmap.save(buffer, "PNG"):
        raise SystemExit(f"{DRAWING}: Qt can't draw it.")
    with Image.open(io.BytesIO(buffer.data().data())) as image:
        return image.convert("RGBA")


def version_resource(version: str) -> str:
    """Return what Windows shows of a program under Properties, in PyInstaller's form."""
    numbers = [int(part) for part in version.split("+", maxsplit=1)[0].split(".") if part.isdigit()]
    return _VERSION.format(numbers=tuple([*numbers, 0, 0, 0, 0][:4]), version=version)


def make(folder: Path, version: str) -> None:
    """Put all of it into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    draw_icons(folder)
    (folder / "version.txt").write_text(version_resource(version), encoding="utf-8")
    shutil.copyfile(ROOT / "LICENSE", folder / "fer-desktop.txt")
