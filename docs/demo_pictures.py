"""Pictures of one to three faces for the screenshots, made from the demo's photograph."""

from pathlib import Path

import cv2
import numpy as np

from fer_desktop.system import paths
from fer_desktop.vision.media.images import read_image, write_image


def group_picture(folder: Path) -> Path:
    """Write a picture of three faces, two of them mirrored or smaller, and return its file."""
    image = read_image(paths.demo_picture())
    side = min(image.shape[:2])
    square = cv2.resize(image[:side, :side], (420, 420))
    small = cv2.resize(square, (320, 320))
    canvas = np.full((480, 1280, 3), 205, np.uint8)
    canvas[40:460, 20:440] = square
    canvas[120:440, 480:800] = small[:, ::-1]
    canvas[40:460, 840:1260] = square[:, ::-1]
    path = folder / "three faces.png"
    write_image(path, canvas)
    return path


def picture_files(folder: Path) -> list[Path]:
    """Write the photograph in four framings, a group, and a file that is none; return the files."""
    image = read_image(paths.demo_picture())
    files = []
    for number, part in enumerate((image, image[:, ::-1], image[:400, 100:], image[:330, 120:330])):
        files.append(folder / f"picture {number + 1}.png")
        write_image(files[-1], part.copy())
    files.append(group_picture(folder))
    files.append(folder / "broken.jpg")
    files[-1].write_bytes(b"\xff\xd8\xff\xe0 cut short")
    return files
