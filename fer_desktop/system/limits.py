"""Limits of memory and computing time for this very process, which is then given something bad."""

import contextlib
import ctypes
import sys
from typing import Any, Final

_FLAGS: Final = 0x2 | 0x8 | 0x100 | 0x400 | 0x2000
"""Time and memory of each process, their number, no box at a crash, and an end with the job."""
_EXTENDED: Final = 9
"""JobObjectExtendedLimitInformation."""
TIME_IS_UP: Final = 1816
"""With what Windows ends a process that has computed for longer than its job lets it."""


class _Basic(ctypes.Structure):
    _fields_ = (
        ("PerProcessUserTimeLimit", ctypes.c_int64),
        ("PerJobUserTimeLimit", ctypes.c_int64),
        ("LimitFlags", ctypes.c_uint32),
        ("MinimumWorkingSetSize", ctypes.c_size_t),
        ("MaximumWorkingSetSize", ctypes.c_size_t),
        ("ActiveProcessLimit", ctypes.c_uint32),
        ("Affinity", ctypes.c_size_t),
        ("PriorityClass", ctypes.c_uint32),
        ("SchedulingClass", ctypes.c_uint32),
    )


class _Extended(ctypes.Structure):
    _fields_ = (
        ("BasicLimitInformation", _Basic),
        ("IoInfo", ctypes.c_uint64 * 6),
        ("ProcessMemoryLimit", ctypes.c_size_t),
        ("JobMemoryLimit", ctypes.c_size_t),
        ("PeakProcessMemoryUsed", ctypes.c_size_t),
        ("PeakJobMemoryUsed", ctypes.c_size_t),
    )


def limit_this_process(cpu_s: int, n_bytes: int) -> None:
    """Let this process compute and take memory up to here and no further, and leave no core file.

    A limit that the system does not know, or a smaller one that is there already, stays as it is.

    Args:
        cpu_s: Seconds of computing.
        n_bytes: Of memory.
    """
    if sys.platform == "win32":
        join_job(ctypes.WinDLL("kernel32", use_last_error=True), cpu_s, n_bytes)
        return
    import resource

    limits = {
        resource.RLIMIT_AS: n_bytes,
        resource.RLIMIT_CPU: cpu_s,
        resource.RLIMIT_CORE: 0,
    }
    for kind, most in limits.items():
        with contextlib.suppress(OSError, ValueError):  # a smaller limit is there already
            # A second more until the hard limit, whose signal tells nothing.
            resource.setrlimit(kind, (most, most + 1))


def join_job(kernel: Any, cpu_s: int, n_bytes: int) -> bool:  # noqa: ANN401 - a library of Windows
    """Put this process into a job of its own on Windows; return whether that could be done.

    The job starts no further process, and shows no box when it crashes. It is never closed, so it
    lives for as long as the process.

    Args:
        kernel: kernel32.
        cpu_s: Seconds of computing.
        n_bytes: Of memory.
    """
    kernel.CreateJobObjectW.restype = kernel.GetCurrentProcess.restype = ctypes.c_void_p
    job = ctypes.c_void_p(kernel.CreateJobObjectW(None, None))
    if not job:
        return False
    told = _Extended()
    basic = told.BasicLimitInformation
    basic.LimitFlags = _FLAGS
    basic.PerProcessUserTimeLimit = cpu_s * 10_000_000  # of 100 nanoseconds
    basic.ActiveProcessLimit = 1
    told.ProcessMemoryLimit = n_bytes
    size = ctypes.sizeof(told)
    if not kernel.SetInformationJobObject(job, _EXTENDED, ctypes.byref(told), size):
        return False
    process = ctypes.c_void_p(kernel.GetCurrentProcess())
    return bool(kernel.AssignProcessToJobObject(job, process))
