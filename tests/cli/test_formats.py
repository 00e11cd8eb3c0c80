"""What this installation reads and writes is what it really reads and writes."""

import json
import sys

import pytest

from fer_desktop.__main__ import main
from fer_desktop.cli.formats import formats_json, formats_text
from fer_desktop.export.formats import FORMATS
from fer_desktop.vision.media.images import IMAGE_SUFFIXES, write_image
from tests.fakes import picture


def test_the_command_prints_both(capsys):
    assert main(["formats", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == formats_json()
    assert main(["formats"]) == 0
    text = capsys.readouterr().out
    assert text == formats_text() + "\n"
    assert max(map(len, text.splitlines())) <= 96


def test_every_kind_is_there_with_the_ends_of_its_names():
    reads = formats_json()["reads"]
    assert {"JPEG", "PNG", "WebP", "TIFF", "BMP", "GIF", "AVIF", "HEIC"} == {*reads["pictures"]}
    assert {".heic", ".jfif", ".jpg"} <= {*reads["picture_suffixes"]} == IMAGE_SUFFIXES
    assert {"H.264", "H.265", "VP9", "AV1", "MPEG-2", "DV"} <= {*reads["videos"]}
    assert {".mp4", ".webm", ".vob", ".mts", ".dv"} <= {*reads["video_suffixes"]}


def test_what_is_missing_is_told_with_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "pi_heif", None)
    monkeypatch.setattr(
        "fer_desktop.cli.formats.importlib.util.find_spec",
        lambda name: None if name in ("pi_heif", "pyarrow") else object(),
    )
    found = formats_json()
    assert "HEIC" not in found["reads"]["pictures"]
    assert found["reads"]["pictures_missing"] == {"HEIC": "pi-heif"}
    missing = {each["name"]: each["missing"] for each in found["writes"]["exports"]}
    assert missing["parquet"] == "pyarrow"
    assert missing["csv"] == ""
    assert set(missing) == set(FORMATS)
    assert "HEIC needs: pip install pi-heif" in formats_text()
    assert "parquet (needs pyarrow)" in formats_text()


@pytest.mark.parametrize("suffix", formats_json()["writes"]["pictures"])
def test_pictures_are_written_as_it_says(tmp_path, suffix):
    write_image(tmp_path / f"a{suffix}", picture())
    assert (tmp_path / f"a{suffix}").stat().st_size
