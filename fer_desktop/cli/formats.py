"""`fer-desktop formats`: what this installation reads and writes."""

import argparse
import importlib.util
import json
import textwrap
from typing import Any, Final, get_args

import av

from fer_desktop.cli.options import Command, add_json
from fer_desktop.export.formats import FORMATS
from fer_desktop.export.writers import Format
from fer_desktop.system.terminal import OK, show
from fer_desktop.vision.media.images import IMAGE_SUFFIXES, PICTURE_KINDS
from fer_desktop.vision.media.mp4_writer import CODEC
from fer_desktop.vision.media.video_kinds import VIDEO_SUFFIXES

_WIDTH: Final = 96
_INDENT: Final = 12
_CODECS: Final = {
    "h264": "H.264",
    "hevc": "H.265",
    "av1": "AV1",
    "vp9": "VP9",
    "vp8": "VP8",
    "mpeg4": "MPEG-4",
    "mpeg2video": "MPEG-2",
    "mpeg1video": "MPEG-1",
    "mjpeg": "Motion JPEG",
    "dvvideo": "DV",
    "prores": "ProRes",
    "dnxhd": "DNxHD",
    "wmv3": "WMV 9",
    "vc1": "VC-1",
    "theora": "Theora",
    "h263": "H.263",
    "ffv1": "FFV1",
    "rv40": "RealVideo",
}
"""FFmpeg's name of a kind of compression -> what people call it."""
_STREAMS: Final = ("http", "https", "rtsp", "rtsps")
_NEEDED: Final = {"HEIC": "pi_heif"}
"""Kinds of pictures that a package of their own reads."""


def formats_json() -> dict[str, Any]:
    """Return the JSON object of the command."""
    missing = {kind: name for kind, name in _NEEDED.items() if not _is_installed(name)}
    return {
        "reads": {
            "pictures": [kind for kind in PICTURE_KINDS if kind not in missing],
            "pictures_missing": {kind: name.replace("_", "-") for kind, name in missing.items()},
            "picture_suffixes": sorted(IMAGE_SUFFIXES),
            "videos": [words for name, words in _CODECS.items() if _is_decoded(name)],
            "video_suffixes": sorted(VIDEO_SUFFIXES),
            "streams": list(_STREAMS),
        },
        "writes": {
            "video": {"suffix": ".mp4", "codec": CODEC, "words": _CODECS[CODEC]},
            "pictures": [".png", ".jpg"],
            "analyze": list(get_args(Format)),
            "exports": [
                {
                    "name": each.name,
                    "suffix": each.suffix,
                    "missing": each.library if not _is_installed(each.library) else "",
                }
                for each in FORMATS.values()
            ],
        },
    }


def formats_text() -> str:
    """Return the same for people."""
    found = formats_json()
    reads, writes = found["reads"], found["writes"]
    rows = [
        ("reads", ""),
        ("pictures", f"{', '.join(reads['pictures'])} ({_listed(reads['picture_suffixes'])})"),
    ]
    rows += [
        ("", f"{kind} needs: pip install {package}")
        for kind, package in reads["pictures_missing"].items()
    ]
    rows += [
        ("videos", f"{', '.join(reads['videos'])}; in files {_listed(reads['video_suffixes'])}"),
        ("streams", f"{', '.join(reads['streams'])}: live, or a video file at an address"),
        ("sessions", "folders that were recorded here"),
        ("writes", ""),
        ("video", f"{writes['video']['suffix']}, {writes['video']['words']}, with the sound"),
        ("pictures", _listed(writes["pictures"])),
        ("analyze", ", ".join(writes["analyze"])),
        ("export", ", ".join(_export_words(each) for each in writes["exports"])),
    ]
    return "\n".join(_laid_out(*row) for row in rows)


def _export_words(each: dict[str, str]) -> str:
    return f"{each['name']} (needs {each['missing']})" if each["missing"] else each["name"]


def _listed(suffixes: list[str]) -> str:
    return " ".join(suffixes)


def _laid_out(name: str, words: str) -> str:
    if not words:
        return name
    lines = textwrap.wrap(words, _WIDTH - _INDENT, break_on_hyphens=False)
    gap = " " * _INDENT
    return f"  {name}".ljust(_INDENT) + f"\n{gap}".join(lines)


def _is_installed(package: str) -> bool:
    return not package or importlib.util.find_spec(package) is not None


def _is_decoded(name: str) -> bool:
    try:
        av.Codec(name, "r")
    except (av.FFmpegError, ValueError):
        return False
    return True


def _run(options: argparse.Namespace) -> int:
    show(json.dumps(formats_json()) if options.json else formats_text())
    return OK


COMMAND = Command("formats", "tell what can be read and written here", add_json, _run)
