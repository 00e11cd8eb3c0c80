"""A made-up face model: a bowl for a face with a slit for a mouth, and a plate behind it."""

import numpy as np

from model.rendered.action_units import UNITS, Drawn

N = 33
PARTS = ("face", "head", "mouth", "sockets", "gums", "teeth", "eyes")


def grid(x0, x1, y0, y1, depth, first):
    """Return the vertices and quads of a sheet that faces the camera."""
    x, y = np.meshgrid(np.linspace(x0, x1, N), np.linspace(y0, y1, N))
    vertices = np.stack([x, y, depth(x, y)], axis=-1).reshape(-1, 3)
    corner = (np.arange(N - 1)[:, None] * N + np.arange(N - 1)).reshape(-1)
    quads = np.stack([corner, corner + 1, corner + N + 1, corner + N], axis=1) + first
    return vertices, quads


def movement_names():
    """Return every movement that an action unit asks for."""
    both = Drawn(dict.fromkeys(UNITS, 1.0), dict.fromkeys(UNITS, 1.0))
    return sorted(both.movements)


def tiny_arrays():
    """Return the arrays of the file, and the ranges of its parts."""
    face, face_quads = grid(-9, 9, -12, 12, lambda x, y: 11 - x**2 / 12 - y**2 / 40, 0)
    mouth, mouth_quads = grid(-3, 3, -6, -1, lambda x, _y: 8 + 0 * x, len(face))
    middle = face[face_quads].mean(axis=1)
    slit = (np.abs(middle[:, 0]) < 2.3) & (np.abs(middle[:, 1] + 3.6) < 0.4)
    face_quads = face_quads[~slit]
    neutral = np.concatenate([face, mouth]).astype(np.float32)
    names = movement_names()
    expression = np.zeros((len(names), *neutral.shape), np.float16)
    below = (np.arange(len(neutral)) < len(face)) & (neutral[:, 1] < -3.6)
    expression[names.index("jawOpen"), below, 1] = -3
    left = (np.arange(len(neutral)) < len(face)) & (neutral[:, 0] > 1) & (neutral[:, 1] < -2)
    expression[names.index("mouthSmile_L"), left, 1] = 1
    rng = np.random.default_rng(0)
    identity = rng.normal(0, 0.05, (4, *neutral.shape)).astype(np.float16)
    arrays = {
        "neutral": neutral,
        "faces": np.concatenate([face_quads, mouth_quads]).astype(np.int32),
        "identity": identity,
        "expression": expression,
        "expression_names": np.array(names),
    }
    end, n_mouth = len(face_quads), len(mouth_quads)
    parts = dict.fromkeys(PARTS, (0, 0))
    parts |= {"face": (0, end), "mouth": (end, end + n_mouth)}
    return arrays, parts


def write_tiny_face(path):
    """Write the file and return the ranges of its parts."""
    arrays, parts = tiny_arrays()
    np.savez(path, **arrays)
    return parts


def photograph(side=96, seed=0):
    """Return a gray picture with brows, eyes, nose and a closed mouth where crops have them."""
    import cv2

    rng = np.random.default_rng(seed)
    scale = side / 64
    image = np.full((side, side), 90.0, np.float32)
    y, x = np.mgrid[:side, :side] / scale
    skin = ((x - 31.5) / 25) ** 2 + ((y - 34) / 32) ** 2 < 1
    image[skin] = 170
    for cx in (19, 44):
        image[((x - cx) / 5) ** 2 + ((y - 22.3) / 1.8) ** 2 < 1] = 60
        image[((x - cx) / 6.5) ** 2 + ((y - 15.5) / 1.3) ** 2 < 1] = 70
    image[((x - 31.5) / 4) ** 2 + ((y - 41) / 1.2) ** 2 < 1] = 110
    image[((x - 31.5) / 8.5) ** 2 + ((y - 51) / 1.2) ** 2 < 1] = 75
    image = cv2.GaussianBlur(image, (0, 0), 1.2 * scale) + rng.normal(0, 2, image.shape)
    return np.repeat(np.clip(image, 0, 255).astype(np.uint8)[:, :, None], 3, axis=2)
