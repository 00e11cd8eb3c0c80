"""Icons in every size that a system asks for, and what Windows shows under Properties."""

import made
from PIL import Image


def test_icons_of_all_sizes_and_systems(tmp_path, qapp):
    made.make(tmp_path, "1.2.3")
    for side in made.PNG_SIDES:
        with Image.open(tmp_path / f"fer-desktop-{side}.png") as image:
            assert image.size == (side, side)
            assert len(image.convert("RGBA").getcolors(side * side)) > 3
    with Image.open(tmp_path / "fer-desktop.ico") as image:
        assert {(16, 16), (32, 32), (48, 48), (256, 256)} <= image.info["sizes"]
    with Image.open(tmp_path / "fer-desktop.icns") as image:
        assert image.size == (1024, 1024)
    assert (tmp_path / "fer-desktop.txt").read_text().startswith("MIT License")


def test_windows_numbers_have_four_parts():
    assert "filevers=(1, 2, 3, 0)" in made.version_resource("1.2.3")
    assert 'StringStruct("ProductVersion", "1.2.3")' in made.version_resource("1.2.3")
    assert "filevers=(2, 0, 0, 0)" in made.version_resource("2.0rc1")
