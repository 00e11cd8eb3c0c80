"""A process limits itself; what Windows is asked for is looked at here by a stand-in for it."""

import ctypes
import subprocess
import sys

import pytest

from fer_desktop.system import limits


class Kernel:
    """Stands for kernel32: takes down what it is asked for."""

    def __init__(self, refuses=""):
        self.asked = {}
        for name in (
            "CreateJobObjectW",
            "GetCurrentProcess",
            "SetInformationJobObject",
            "AssignProcessToJobObject",
        ):
            setattr(self, name, self._call(name, 0 if name == refuses else 77))

    def _call(self, name, answer):
        def call(*arguments):
            self.asked[name] = arguments
            return answer

        return call


@pytest.mark.skipif(ctypes.sizeof(ctypes.c_void_p) != 8, reason="sizes of 64 bits")
def test_the_job_on_windows_has_its_limits():
    kernel = Kernel()
    assert limits.join_job(kernel, 20, 8 << 30)
    job, kind, told, size = kernel.asked["SetInformationJobObject"]
    assert (job.value, kind, size) == (77, 9, 144)
    told = told._obj
    assert told.ProcessMemoryLimit == 8 << 30
    assert told.BasicLimitInformation.PerProcessUserTimeLimit == 200_000_000
    assert told.BasicLimitInformation.ActiveProcessLimit == 1
    assert limits._Extended.ProcessMemoryLimit.offset == 112
    assert [each.value for each in kernel.asked["AssignProcessToJobObject"]] == [77, 77]


@pytest.mark.parametrize(
    "refuses", ["CreateJobObjectW", "SetInformationJobObject", "AssignProcessToJobObject"]
)
def test_a_job_that_cannot_be_had_is_none(refuses):
    assert not limits.join_job(Kernel(refuses), 1, 1 << 30)


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_a_process_that_computes_on_and_on_is_ended():
    code = (
        "from fer_desktop.system.limits import limit_this_process\n"
        "limit_this_process(1, 1 << 34)\nwhile True: pass"
    )
    done = subprocess.run([sys.executable, "-c", code], check=False)
    assert done.returncode < 0
