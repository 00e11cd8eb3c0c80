"""Looks into a Keras file before Keras does: known parts, known layers, and nothing else.

A `config.json` can name every class and function of Keras and of other packages, and some of them
run code or read files. Safe mode forbids those that are known to; here only those pass that a
network of pictures is made of. Standard library only: it must not import Keras.
"""

import io
import json
import re
import struct
import zipfile
import zlib
from pathlib import Path
from typing import Any, Final

from fer_desktop.core.errors import ModelError, one_line

_CONFIG: Final = "config.json"
_WEIGHTS: Final = "model.weights.h5"
_MOST_BYTES: Final = {_CONFIG: 10_000_000, "metadata.json": 100_000, _WEIGHTS: 1_000_000_000}
"""The three parts of a Keras file, and how large each may be when it is unpacked."""

_HDF5: Final = b"\x89HDF\r\n\x1a\n"
_ZIP: Final = b"PK\x03\x04"
_FOREIGN: Final = {
    _HDF5: "an old HDF5 model, which can carry code; save it anew with Keras 3",
    b"\x80": "a Python pickle, which can run any code",
}

_DAMAGES: Final = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    ValueError,
    OSError,
    RuntimeError,  # encrypted, or packed in a way that this Python has not
)

_LAYERS: Final = """
    Activation ActivityRegularization Add AdditiveAttention AlphaDropout Attention Average
    BatchNormalization CenterCrop Concatenate Dense Dot Dropout ELU EinsumDense Embedding Flatten
    GaussianDropout GaussianNoise GroupNormalization GroupQueryAttention Identity InputLayer
    LayerNormalization LeakyReLU Masking Maximum Minimum MultiHeadAttention Multiply Normalization
    PReLU Permute RMSNormalization RandomBrightness RandomContrast RandomCrop RandomFlip
    RandomRotation RandomTranslation RandomZoom ReLU RepeatVector Rescaling Reshape Resizing Softmax
    SpectralNormalization Subtract TimeDistributed UnitNormalization
    Conv1D Conv1DTranspose Conv2D Conv2DTranspose DepthwiseConv1D DepthwiseConv2D SeparableConv1D
    SeparableConv2D Cropping1D Cropping2D ZeroPadding1D ZeroPadding2D UpSampling1D UpSampling2D
    SpatialDropout1D SpatialDropout2D AdaptiveAveragePooling2D AdaptiveMaxPooling2D
    AveragePooling1D AveragePooling2D MaxPooling1D MaxPooling2D GlobalAveragePooling1D
    GlobalAveragePooling2D GlobalMaxPooling1D GlobalMaxPooling2D
"""

KNOWN: Final[dict[str | None, frozenset[str] | None]] = {
    "keras": frozenset({"Sequential", "Functional", "DTypePolicy", "DTypePolicyMap"}),
    "keras.src.models.functional": frozenset({"Functional"}),
    "keras.layers": frozenset(_LAYERS.split()),
    # Values only; none of them takes code or a file.
    "keras.constraints": None,
    "keras.dtype_policies": None,
    "keras.initializers": None,
    "keras.losses": None,
    "keras.metrics": None,
    "keras.optimizers": None,
    "keras.optimizers.schedules": None,
    "keras.regularizers": None,
    # Arithmetic on a layer's result, such as `x * 2`.
    "keras.src.ops.nn": None,
    "keras.src.ops.numpy": None,
    # Marks of the format itself.
    None: frozenset({"__keras_tensor__", "__slice__", "__ellipsis__"}),
}
"""The classes that may be named, by module; None lets every class of the module pass."""


def check_keras_archive(content: bytes, path: Path) -> None:
    """Make sure that a Keras file holds a network as data and nothing that could be code.

    Args:
        content: The file's bytes.
        path: What its error names.

    Raises:
        ModelError: With one sentence.
    """
    for mark, what in _FOREIGN.items():
        if content.startswith(mark):
            raise ModelError(f"{path}: this is {what}.")
    if not content.startswith(_ZIP):
        raise ModelError(f"{path}: this is no Keras file.")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _check_parts(archive, path)
            text = archive.read(_CONFIG)
            with archive.open(_WEIGHTS) as file:
                weights_mark = file.read(len(_HDF5))
    except _DAMAGES as error:
        raise ModelError(f"{path}: the Keras file is damaged ({one_line(error)}).") from error
    if weights_mark != _HDF5:
        raise ModelError(f"{path}: its {_WEIGHTS} is no HDF5 file.")
    try:
        config = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ModelError(f"{path}: its {_CONFIG} is no JSON ({one_line(error)}).") from error
    _check_config(config, path)


def _check_parts(archive: zipfile.ZipFile, path: Path) -> None:
    entries = archive.infolist()
    names = [entry.filename for entry in entries]
    if sorted(names) != sorted(_MOST_BYTES):
        expected = ", ".join(_MOST_BYTES)
        found = one_line(", ".join(names)) or "nothing"
        raise ModelError(f"{path}: expected the parts {expected}, found {found}.")
    for entry in entries:
        if entry.file_size > _MOST_BYTES[entry.filename]:
            raise ModelError(
                f"{path}: its {entry.filename} would unpack to {entry.file_size} bytes; allowed "
                f"are {_MOST_BYTES[entry.filename]}."
            )
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise ModelError(f"{path}: its {entry.filename} is packed in an unknown way.")


def _check_config(config: object, path: Path) -> None:
    if not isinstance(config, dict) or "class_name" not in config:
        raise ModelError(f"{path}: its {_CONFIG} describes no network.")
    waiting: list[object] = [config]
    while waiting:
        value = waiting.pop()
        if isinstance(value, list):
            waiting.extend(value)
        elif isinstance(value, dict):
            waiting.extend(value.values())
            if "class_name" in value and not _is_known(value):
                parts = (value.get("module"), value["class_name"], value.get("registered_name"))
                names = [one_line(part, 60) for part in dict.fromkeys(map(str, parts))]
                raise ModelError(
                    f"{path}: its {_CONFIG} names {' '.join(names)}, which is none of the known "
                    "layers; a model is loaded only as data."
                )


def _is_known(value: dict[str, Any]) -> bool:
    module, name = value.get("module"), value["class_name"]
    if not isinstance(module, str | None) or not isinstance(name, str) or module not in KNOWN:
        return False
    # Another registered name would be looked up in place of the class.
    if value.get("registered_name") not in (None, name):
        return False
    known = KNOWN[module]
    # Functions and the format's own marks begin in lower case.
    return re.fullmatch(r"[A-Z]\w*", name, re.ASCII) is not None if known is None else name in known
