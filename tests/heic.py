"""Makes small HEIC pictures: a frame of H.265 in the boxes of ISO/IEC 23008-12."""

import io
import struct
from fractions import Fraction

import av


def heic(image, *, rotation=0, mirror=None, brand=b"heic", size=None):
    """Return the bytes of a picture (H, W, 3) uint8 BGR.

    Args:
        image: The picture as it is stored.
        rotation: By how many quarter turns to the left it is shown.
        mirror: 0 exchanges top and bottom, 1 left and right.
        brand: What the file begins with.
        size: Width and height that it says; else the true ones.
    """
    config, sample = _encoded(image)
    width, height = size or image.shape[1::-1]
    parts = [
        _box(b"hvcC", config),
        _full(b"ispe", struct.pack(">II", width, height)),
        _full(b"pixi", b"\x03\x08\x08\x08"),
    ]
    if rotation:
        parts.append(_box(b"irot", bytes([rotation])))
    if mirror is not None:
        parts.append(_box(b"imir", bytes([mirror])))
    places = [1 | 0x80, 2, 3, *(n | 0x80 for n in range(4, len(parts) + 1))]
    association = struct.pack(">IHB", 1, 1, len(places)) + bytes(places)
    item = _full(b"infe", struct.pack(">HH4s", 1, 0, b"hvc1") + b"\0", version=2)
    head = _box(b"ftyp", brand + b"\0\0\0\0" + b"mif1" + b"heic")

    def meta(start):
        place = struct.pack(">BBHHHHII", 0x44, 0, 1, 1, 0, 1, start, len(sample))
        return _full(
            b"meta",
            _full(b"hdlr", b"\0\0\0\0pict" + bytes(13))
            + _full(b"pitm", struct.pack(">H", 1))
            + _full(b"iinf", struct.pack(">H", 1) + item)
            + _full(b"iloc", place)
            + _box(
                b"iprp",
                _box(b"ipco", b"".join(parts)) + _full(b"ipma", association),
            ),
        )

    start = len(head) + len(meta(0)) + 8
    return head + meta(start) + _box(b"mdat", sample)


def _encoded(image):
    """Return the decoder's configuration and one picture, from an MP4 that is made for it."""
    file = io.BytesIO()
    with av.open(file, "w", format="mp4") as container:
        track = container.add_stream(
            "libx265", rate=25, options={"x265-params": "log-level=none:pools=none:frame-threads=1"}
        )
        track.width, track.height, track.pix_fmt = image.shape[1], image.shape[0], "yuv420p"
        frame = av.VideoFrame.from_ndarray(image, format="bgr24")
        frame.pts, frame.time_base = 0, Fraction(1, 25)
        for packet in track.encode(frame):
            container.mux(packet)
        for packet in track.encode(None):
            container.mux(packet)
    data = file.getvalue()
    at = data.index(b"hvcC")
    size = int.from_bytes(data[at - 4 : at], "big")
    with av.open(io.BytesIO(data)) as container:
        sample = next(bytes(packet) for packet in container.demux(video=0) if packet.size)
    return data[at + 4 : at - 4 + size], sample


def _box(name, body):
    return struct.pack(">I4s", 8 + len(body), name) + body


def _full(name, body, version=0):
    return _box(name, bytes([version, 0, 0, 0]) + body)
