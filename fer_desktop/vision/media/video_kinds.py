"""Which files are videos: by their first bytes, and by the ends of their names."""

from typing import Final

VIDEO_SUFFIXES: Final = frozenset(
    {".mp4", ".m4v", ".mov", ".qt", ".3gp", ".3g2", ".f4v", ".mkv", ".webm", ".avi", ".divx"}
    | {".wmv", ".asf", ".flv", ".mpg", ".mpeg", ".mpe", ".m1v", ".m2v", ".mp2v", ".vob", ".mod"}
    | {".tod", ".ts", ".mts", ".m2ts", ".m2t", ".ogv", ".ogm", ".dv", ".dif", ".mxf", ".ivf"}
    | {".y4m", ".mjpeg", ".mjpg", ".264", ".h264", ".265", ".h265", ".hevc", ".nut", ".rm"}
    | {".rmvb", ".wtv"}
)

_FEW: Final = 2
"""So many bytes may be a video's by chance."""
_JPEG: Final = b"\xff\xd8\xff"
_START_CODE: Final = b"\0\0\1"

_SIGNATURES: Final[tuple[tuple[bytes, int], ...]] = (
    (b"ftyp", 4),
    (b"moov", 4),
    (b"mdat", 4),
    (b"wide", 4),
    (b"free", 4),
    (b"skip", 4),
    (b"\x1aE\xdf\xa3", 0),  # Matroska, WebM
    (b"AVI ", 8),
    (_START_CODE, 0),  # MPEG program streams, MPEG video, H.264 and H.265 without a container
    (b"\0" + _START_CODE, 0),
    (b"\x30\x26\xb2\x75", 0),  # Windows Media
    (b"FLV\x01", 0),
    (b"OggS", 0),
    (b"G", 0),  # MPEG transport stream
    (b"G", 4),  # the same from a camcorder
    (b"\x1f\x07\x00", 0),  # DV
    (b"\x06\x0e\x2b\x34\x02\x05\x01\x01", 0),  # MXF
    (b"DKIF", 0),  # IVF
    (b"YUV4MPEG2", 0),
    (b"nut/multimedia", 0),
    (b".RMF", 0),
    (b"\xb7\xd8\x00\x20\x37\x49\xda\x11", 0),  # Windows' recorded television
)

READ_FORMATS: Final = (
    *("mov", "matroska", "avi", "mpeg", "mpegvideo", "mpegts", "asf", "flv", "ogg", "dv", "mxf"),
    *("ivf", "yuv4mpegpipe", "mjpeg", "h264", "hevc", "m4v", "nut", "rm", "wtv"),
)
"""FFmpeg's names of the containers that are read; all others, playlists first, are refused."""


def looks_like_video(head: bytes, suffix: str = "", *, is_sure: bool = False) -> bool:
    """Return whether a file's first 16 bytes are those of a video.

    Anything else stays away from FFmpeg: a playlist could make it open other files and addresses.

    Args:
        head: The bytes.
        suffix: Of the file's name, in lower case: a row of JPEG pictures begins as a single one.
        is_sure: A letter or two are not enough.
    """
    if head.startswith(_JPEG):
        return is_jpeg_row(head, suffix)
    if head.startswith((b"GIF8", b"#EXT")):
        return False
    known = [each for each in _SIGNATURES if not is_sure or len(each[0]) > _FEW]
    return any(head.startswith(signature, at) for signature, at in known)


def is_jpeg_row(head: bytes, suffix: str) -> bool:
    """Return whether a file is JPEG pictures one after the other, as some network cameras save."""
    return head.startswith(_JPEG) and suffix in (".mjpeg", ".mjpg")
