"""Libraries go with the plugin that needed them; all others stay, and still load."""

import ctypes
import shutil
import sys
import sysconfig
from pathlib import Path

import av
import pruning
import pytest


def entries(*names):
    return [(name, f"/from/{name}", "BINARY") for name in names]


def test_what_only_a_left_out_file_needed_goes_with_all_behind_it():
    linked = {
        "/from/Qt/window.so": [("libkept.so.1", "")],
        "/from/libkept.so.1": [("libdeep.so.2", "")],
        "/from/libgone.so.1": [("libbehind.so.3", "")],
    }
    found = entries(
        "Qt/window.so", "libkept.so.1", "libdeep.so.2", "libgone.so.1", "libbehind.so.3"
    )
    kept = pruning.without_orphans(found, lambda source: linked.get(source, []))
    assert [name for name, _, _ in kept] == ["Qt/window.so", "libkept.so.1", "libdeep.so.2"]


def test_what_packages_bring_and_python_itself_stay():
    found = entries("numpy.libs/libopenblas.so", "libpython3.11.so.1.0", "python3.11/x.so", "a.bin")
    assert pruning.without_orphans(found, lambda _: []) == found


@pytest.mark.skipif(
    not sys.platform.startswith("linux") or shutil.which("strip") is None,
    reason="strip is missing",
)
def test_stripped_libraries_of_python_still_load(tmp_path):
    library = Path(sysconfig.get_config_var("DESTSHARED")) / "_json"
    source = next(library.parent.glob("_json.*.so"), None)
    if source is None:
        pytest.skip("this Python has its modules built in")
    ours = ("python3/lib-dynload/_json.so", str(source), "EXTENSION")
    other = ("numpy/core.so", str(source), "EXTENSION")
    stripped, same = pruning.strip_python([ours, other], str(tmp_path))
    assert same == other
    assert stripped[1] != str(source)
    assert Path(stripped[1]).stat().st_size <= source.stat().st_size
    assert ctypes.CDLL(stripped[1]).PyInit__json


@pytest.mark.skipif(
    not sys.platform.startswith("linux") or shutil.which("strip") is None,
    reason="strip is missing",
)
def test_modules_of_pyav_of_one_name_stay_apart(tmp_path):
    root = Path(av.__file__).parent
    sources = [next((root / part).glob("stream*.so")) for part in ("video", "audio")]
    found = [(str(f.relative_to(root.parent)), str(f), "EXTENSION") for f in sources]
    stripped = pruning.strip_python(found, str(tmp_path))
    sizes = [Path(source).stat().st_size for _, source, _ in stripped]
    assert len({source for _, source, _ in stripped}) == 2
    assert sum(sizes) < sum(f.stat().st_size for f in sources) / 2
