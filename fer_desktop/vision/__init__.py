"""Pictures in, faces and expressions out: sources, detector, preprocessing, engines, analyzer."""

import os
from typing import Final

MAX_PICTURE_PIXELS: Final = 100_000_000
"""Larger pictures are refused: a 100 KB file can unpack to gigabytes."""

# OpenCV reads these once, while it is imported; every module of ours that uses it lies below here.
for _name, _value in {
    "OPENCV_IO_MAX_IMAGE_PIXELS": str(MAX_PICTURE_PIXELS),
    "OPENCV_LOG_LEVEL": "ERROR",
    "OPENCV_FFMPEG_LOGLEVEL": "-8",
    # Media Foundation negotiates hardware transforms for up to a minute before the first frame.
    "OPENCV_VIDEOIO_MSMF_ENABLE_HW_TRANSFORMS": "0",
    # The window asks for permission itself; OpenCV can't from a worker thread.
    "OPENCV_AVFOUNDATION_SKIP_AUTH": "1",
    # Seconds that a read from a silent Linux camera may block.
    "OPENCV_VIDEOIO_V4L_SELECT_TIMEOUT": "3",
}.items():
    os.environ.setdefault(_name, _value)
