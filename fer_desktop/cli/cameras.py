"""`fer-desktop cameras`: the cameras of this computer, and what each offers."""

import argparse
import json

from fer_desktop.cli.options import Command, add_json
from fer_desktop.system.terminal import OK, say, show
from fer_desktop.vision.camera.devices import list_cameras
from fer_desktop.vision.camera.formats import offered_formats


def _run(options: argparse.Namespace) -> int:
    cameras = list_cameras()
    if options.json:
        listed = [
            {
                "number": c.number,
                "name": c.name,
                "identity": c.identity,
                "formats": [vars(each) for each in offered_formats(c)],
            }
            for c in cameras
        ]
        print(json.dumps({"cameras": listed}))
    for camera in () if options.json else cameras:
        show(f"camera:{camera.number}  {camera.name}")
    if not cameras:
        say("No camera was found. Plug one in, or allow its use in the system's privacy settings.")
    return OK


COMMAND = Command("cameras", "list the cameras of this computer", add_json, _run)
