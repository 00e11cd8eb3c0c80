"""`fer-desktop doctor`: whether everything that the program needs is there."""

import argparse
import json

from fer_desktop.cli.options import Command, add_json
from fer_desktop.system.terminal import OK, SOME_FAILED, show
from fer_desktop.vision import doctor


def _run(options: argparse.Namespace) -> int:
    checks = doctor.run_checks()
    healthy = all(check.ok for check in checks if check.needed)
    if options.json:
        report = {
            "ok": healthy,
            "machine": doctor.machine(),
            "versions": doctor.versions(),
            "checks": [vars(check) for check in checks],
        }
        print(json.dumps(report))
    else:
        show(doctor.report_text(checks))
    return OK if healthy else SOME_FAILED


COMMAND = Command("doctor", "check whether everything needed is there", add_json, _run)
