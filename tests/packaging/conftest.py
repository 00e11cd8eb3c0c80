"""What the packaging tests share: the scripts import each other as neighbours."""

import sys
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).parents[2] / "packaging"
sys.path.insert(0, str(SCRIPTS))


@pytest.fixture(autouse=True)
def same_date(monkeypatch):
    """Make packages of one date, whatever is committed."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")


@pytest.fixture
def frozen(tmp_path):
    """Return a folder that is laid out as a frozen program."""
    folder = tmp_path / "frozen" / "fer-desktop"
    inside = folder / "_internal"
    (inside / "fer_desktop" / "resources" / "models" / "tiny").mkdir(parents=True)
    (inside / "fer_desktop" / "resources" / "models" / "tiny" / "model.json").write_text("{}")
    (inside / "libfirst.so.1").write_bytes(b"1" * 5000)
    (inside / "libsecond.so").symlink_to("libfirst.so.1")
    for name in ("fer-desktop", "fer-desktop-window"):
        (folder / name).write_text("#!/bin/sh\necho started\n")
        (folder / name).chmod(0o700)
    return folder
