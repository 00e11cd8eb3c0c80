"""Measure the memory that the largest pictures take: `python docs/picture_memory.py [NAME...]`.

Flat pictures just below the limits are made in each kind, small on the disk and as large as can be
in memory, and each is read in a process of its own. Printed is by how much that process grew at its
highest, and whether the picture was read or refused. The exit code is 1 where one took more than
700 MB. NAMEs choose some of them, such as a.png. Linux and macOS.
"""

import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from PIL import Image

MOST_MB = 700
WIDTH, HEIGHT = 10_000, 9_990
_CHILD = """
import resource, sys
import psutil
from fer_desktop.core.errors import ImageError
from fer_desktop.vision.media.images import read_image
def peak():
    if sys.platform == "darwin":
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    # Not ru_maxrss, which has the parent's memory in it.
    with open("/proc/self/status") as file:
        return next(int(line.split()[1]) for line in file if line.startswith("VmHWM")) * 1024 / 1e6
before = psutil.Process().memory_info().rss / 1e6
try:
    read_image(sys.argv[1])
    words = "read"
except ImageError as error:
    words = str(error).partition(": ")[2]
print(f"{peak() - before:.0f}|{words}")
"""
KINDS: dict[str, tuple[str, dict[str, Any]]] = {
    "a.png": ("RGB", {}),
    "alpha.png": ("RGBA", {}),
    "sixteen.png": ("I;16", {}),
    "a.tif": ("RGB", {"compression": "tiff_adobe_deflate"}),
    "alpha.tif": ("RGBA", {"compression": "tiff_adobe_deflate"}),
    "sixteen.tif": ("I;16", {"compression": "tiff_adobe_deflate"}),
    "float.tif": ("F", {"compression": "tiff_adobe_deflate"}),
    "a.gif": ("P", {}),
    "a.jpg": ("RGB", {}),
    "progressive.jpg": ("RGB", {"progressive": True}),
    "cmyk.jpg": ("CMYK", {}),
}


def main() -> int:
    """Measure, print, and return the exit code."""
    root = Path(__file__).parents[1]
    worst = 0
    print("| picture | on the disk | memory | what became of it |\n|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        for name in sys.argv[1:] or KINDS:
            mode, options = KINDS[name]
            path = Path(folder) / name
            Image.new(mode, (WIDTH, HEIGHT)).save(path, **options)
            command = [sys.executable, "-c", _CHILD, str(path)]
            done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True)
            grown, words = done.stdout.strip().split("|", 1)
            worst = max(worst, int(grown))
            print(f"| {name} | {path.stat().st_size / 1e6:.1f} MB | {grown} MB | {words} |")
            path.unlink()
    return int(worst > MOST_MB)


if __name__ == "__main__":
    sys.exit(main())
