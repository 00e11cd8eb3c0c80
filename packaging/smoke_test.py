"""Try a frozen program as a newcomer has it: `python packaging/smoke_test.py dist/fer-desktop`.

It runs with an empty environment: no Python, no PATH, an empty home. It looks at a picture from the
command line, opens its window offscreen and, with --xvfb, on a virtual screen, shows the demo and a
picture's face, and takes a screenshot. Told are the times, as JSON. The exit code is 1 where
something is missing, the window is not the real one, or the first analyzed frame takes longer than
--seconds. Needs the standard library only, so that any computer can run it.
"""

import argparse
import json
import shutil
import statistics
import struct
import subprocess
import sys
import tempfile
import time
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

FIRST_FRAME_S = 2.0
PATIENCE_S = 120
"""Longer takes nothing that ends at all."""
N_WINDOWS = 4
"""So often the window opens; the first time is no measure of the others."""
_UNWANTED = ("tensorflow", "keras", "QtNetwork", "libQt6Network")
_SUFFIX = ".exe" if sys.platform == "win32" else ""


class SmokeError(Exception):
    """What is wrong with the program, in a sentence."""


class Ran(NamedTuple):
    """What a program gave: seconds, and both streams."""

    seconds: float
    out: str
    err: str


class Program:
    """The frozen program in its folder, run as if nothing else were on the computer."""

    def __init__(self, folder: Path, home: Path) -> None:
        self.folder, self._home = folder, home
        self.demo = self._resource("demo/astronaut.jpg")

    def _resource(self, name: str) -> Path:
        found = [*self.folder.rglob(f"resources/{name}")]
        if len(found) != 1:
            raise SmokeError(f"{name} is in the program {len(found)} times.")
        return found[0]

    def run(self, name: str, *arguments: str, platform: str = "", display: str = "") -> Ran:
        """Run one of the programs and return what it gave.

        Raises:
            SmokeError: It ends with an error, or never.
        """
        environment = {"HOME": str(self._home)}
        if platform:
            environment["QT_QPA_PLATFORM"] = platform
        if display:
            environment["DISPLAY"] = display
        if sys.platform == "win32":
            import os

            environment |= {key: os.environ[key] for key in ("SYSTEMROOT", "TEMP", "USERPROFILE")}
        command = [str(self.folder / (name + _SUFFIX)), *arguments]
        start = time.perf_counter()
        try:
            done = subprocess.run(
                command,
                env=environment,
                cwd=self._home,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=PATIENCE_S,
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            raise SmokeError(f"{name} {' '.join(arguments)}: it never ends.") from error
        ran = Ran(time.perf_counter() - start, done.stdout.decode(), done.stderr.decode())
        if done.returncode:
            what = f"{name} {' '.join(arguments)}: exit code {done.returncode}"
            raise SmokeError(f"{what}: {ran.err.strip() or ran.out.strip()}")
        return ran


def check_contents(program: Program) -> None:
    """Make sure that what must not be inside is not."""
    names = {path.name for path in program.folder.rglob("*")}
    found = sorted(name for name in names for part in _UNWANTED if part in name)
    if found:
        raise SmokeError(f"This is inside and must not be: {', '.join(found)}")


def check_commands(program: Program) -> dict[str, float]:
    """Run the commands of the console's program and return their seconds."""
    version = program.run("fer-desktop", "--version")
    answer = program.run("fer-desktop", "analyze", "--format", "json", str(program.demo))
    faces = json.loads(answer.out)["inputs"][0]["frames"][0]["faces"]
    if [face["label"] for face in faces] != ["happiness"]:
        raise SmokeError(f"analyze: the demo's face is not one happy face: {answer.out[:500]}")
    by_two = ("analyze", "--format", "json", "--workers", "2", *2 * [str(program.demo)])
    shared = program.run("fer-desktop", *by_two)
    if [entry["frames"][0]["faces"] for entry in json.loads(shared.out)["inputs"]] != [faces] * 2:
        raise SmokeError(f"analyze: two processes give something else: {shared.out[:500]}")
    doctor = program.run("fer-desktop", "doctor")
    if "PROBLEM" in doctor.out:
        raise SmokeError(f"doctor: {doctor.out}")
    return {"--version": version.seconds, "analyze": answer.seconds}


def check_window(program: Program, home: Path, platform: str, display: str, n: int) -> list[float]:
    """Open the window on the demo a few times; return the seconds from start to closed again.

    The window closes with the first analyzed frame, so that frame came sooner than that.
    """
    seconds = []
    for number in range(n):
        picture = home / f"window-{platform}-{number}.png"
        arguments = ("--source", "demo", "--run-for", "0.001", "--screenshot", str(picture))
        ran = program.run("fer-desktop-window", *arguments, platform=platform, display=display)
        if "without a window" in ran.err:
            raise SmokeError(f"There was no window: {ran.err}")
        n_colours, width, height = look_at(picture)
        if n_colours < 200 or width < 600 or height < 400:
            raise SmokeError(
                f"{picture}: {n_colours} colours on {width}x{height}: that is no window."
            )
        seconds.append(ran.seconds)
    return seconds


def look_at(png: Path) -> tuple[int, int, int]:
    """Return how many values a picture has in a sample of places, its width and its height."""
    content = png.read_bytes()
    if content[:8] != b"\x89PNG\r\n\x1a\n":
        raise SmokeError(f"{png}: this is no PNG.")
    width, height = struct.unpack(">II", content[16:24])
    data, place = b"", 8
    while place < len(content):
        (length,) = struct.unpack(">I", content[place : place + 4])
        if content[place + 4 : place + 8] == b"IDAT":
            data += content[place + 8 : place + 8 + length]
        place += 12 + length
    plain = zlib.decompress(data)
    return len({plain[i : i + 4] for i in range(0, len(plain) - 4, 397)}), width, height


def smoke_test(
    folder: Path, *, with_xvfb: bool, limit_s: float, keep: Path | None
) -> dict[str, Any]:
    """Try the program in a folder and return the times.

    Raises:
        SmokeError: Something is wrong with it.
    """
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        program = Program(folder, home)
        check_contents(program)
        times: dict[str, Any] = {"commands_s": check_commands(program)}
        windows = {"offscreen": check_window(program, home, "offscreen", "", N_WINDOWS)}
        if with_xvfb:
            with Screen() as display:
                windows["xcb"] = check_window(program, home, "xcb", display, N_WINDOWS)
        if keep is not None:
            shutil.copy(home / f"window-{[*windows][-1]}-0.png", keep)
    for platform, seconds in windows.items():
        warm = statistics.median(seconds[1:])
        times[f"window_{platform}_s"] = {"first": round(seconds[0], 2), "warm": round(warm, 2)}
        if warm > limit_s:
            raise SmokeError(
                f"{platform}: first analyzed frame after {warm:.2f} s, not {limit_s} s."
            )
    return times


class Screen:
    """A virtual screen."""

    def __enter__(self) -> str:
        command = ["Xvfb", "-displayfd", "1", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"]
        self._server = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )
        assert self._server.stdout is not None
        number = self._server.stdout.readline().strip()
        if not number:
            raise SmokeError("Xvfb does not start.")
        return f":{number}"

    def __exit__(self, *_: object) -> None:
        self._server.terminate()
        self._server.wait()


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, help="of the frozen program, such as dist/fer-desktop")
    parser.add_argument("--xvfb", action="store_true", help="open the window on a screen as well")
    parser.add_argument("--seconds", type=float, default=FIRST_FRAME_S, metavar="S")
    parser.add_argument("--screenshot", type=Path, metavar="FILE", help="keep one")
    options = parser.parse_args(arguments)
    try:
        times = smoke_test(
            options.folder.resolve(),
            with_xvfb=options.xvfb,
            limit_s=options.seconds,
            keep=options.screenshot,
        )
    except SmokeError as failure:
        print(f"smoke_test.py: {failure}", file=sys.stderr)
        return 1
    print(json.dumps(times, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
