"""A short run of the soak: the command works, and what it measures is sane."""

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_a_few_seconds_leave_nothing_behind():
    done = subprocess.run(
        [sys.executable, ROOT / "docs" / "soak.py", "--seconds", "4", "--starts", "2"],
        capture_output=True,
        text=True,
        check=False,
    )
    found = json.loads(done.stdout)
    # Memory still grows in the first seconds, and this machine may be busy: no figures here.
    assert found["bars"]["nothing_left"], found["threads_left"]
    assert found["bars"]["threads"]
    assert found["bars"]["timers"]
    # Of its own computing: how late the loop comes round is a matter of what else is computed here.
    # Far limits: this computer may be a slow one, and what hangs takes seconds.
    assert found["event_loop_work_ms"]["median"] < 200
    assert found["event_loop_work_ms"]["p99"] < 1000
    assert found["video_started"] >= 2, "the video was not begun anew"
