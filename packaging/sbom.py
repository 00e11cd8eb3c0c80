"""Lists what a frozen program is made of, as a CycloneDX bill of materials."""

import hashlib
import importlib.metadata
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from freeze import ROOT, commit_time
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

_ROOT_REF = "root-component"
_PROGRAM = "fer-desktop"
Requirements = Callable[[str], list[str] | None]
"""Returns what a package says that it needs, as `importlib.metadata.requires` does."""
_OWN = ("haarcascades", "models")


def bill_of_materials(frozen: Path, version: str) -> str:
    """Return the bill of a frozen program as JSON.

    In it are the Python packages that the program needs, with versions and licences, and with
    checksums the system's libraries that were copied beside them and the models and cascades.
    """
    bill = _environment()
    bill["metadata"]["component"]["version"] = version
    _keep_what_is_needed(bill, required(_PROGRAM, importlib.metadata.requires))
    bill["components"] += _files(frozen)
    return json.dumps(bill, indent=1, sort_keys=True) + "\n"


def _environment() -> dict[str, Any]:
    command = [sys.executable, "-P", "-m", "cyclonedx_py", "environment", "--short-PURLs"]
    command += ["--output-reproducible", "--pyproject", str(ROOT / "pyproject.toml"), "-o", "-"]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": commit_time()}
    done = subprocess.run(
        [*command, sys.executable], env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(f"The bill of materials can't be made: {done.stderr.strip()}")
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def required(package: str, requirements: Requirements) -> set[str]:
    """Return the names of all packages that a package can't do without, its own among them.

    The tool that lists the environment counts what is needed with some extra only, too.
    """
    found: set[str] = set()
    ahead = [package]
    while ahead:
        name = canonicalize_name(ahead.pop())
        if name in found:
            continue
        found.add(name)
        needs = [Requirement(text) for text in requirements(name) or []]
        ahead += [
            need.name for need in needs if not need.marker or need.marker.evaluate({"extra": ""})
        ]
    return found


def _keep_what_is_needed(bill: dict[str, Any], names: set[str]) -> None:
    """Leave out the tools that only make packages, and the program itself, which is the whole."""
    names = names - {_PROGRAM}
    parts = [part for part in bill["components"] if canonicalize_name(part["name"]) in names]
    for part in parts:
        # Where the computer of the build had it from is nobody's business.
        part.pop("properties", None)
        part["externalReferences"] = [
            reference
            for reference in part.get("externalReferences", [])
            if reference["type"] != "distribution"
        ]
    bill["components"] = parts
    kept = {part["bom-ref"] for part in parts}
    bill["dependencies"] = [
        {**entry, "dependsOn": [ref for ref in entry.get("dependsOn", []) if ref in kept]}
        for entry in bill["dependencies"]
        if entry["ref"] in kept
    ]
    bill["dependencies"].append({"ref": _ROOT_REF, "dependsOn": sorted(kept)})


def _files(frozen: Path) -> list[dict[str, Any]]:
    inside = frozen / "_internal"
    libraries = [file for file in inside.iterdir() if file.is_file() and ".so" in file.name]
    resources = inside / "fer_desktop" / "resources"
    own = [file for name in _OWN for file in (resources / name).rglob("*") if file.is_file()]
    return [_file(file, inside) for file in sorted([*libraries, *own])]


def _file(file: Path, inside: Path) -> dict[str, Any]:
    checksum = hashlib.sha256(file.read_bytes()).hexdigest()
    name = file.relative_to(inside).as_posix()
    hashes = [{"alg": "SHA-256", "content": checksum}]
    return {"type": "file", "bom-ref": f"file:{name}", "name": name, "hashes": hashes}
