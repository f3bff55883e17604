"""A Python of its own for one module of ours: what happens there, its end included, does not happen here."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import suppress


class NoProcessError(Exception):
    """Raised where no Python can be started: in a browser, in a packed program."""


def started(module: str, errors: int | None = None) -> subprocess.Popen[bytes]:
    """Return a running ``python -m module`` with a pipe to its input and one from its output.

    The folder that the command is called in lends it no module; what this process can import, it can.

    Args:
        module: its name.
        errors: where its standard error goes, as `subprocess` has it; by default to ours.

    Raises:
        NoProcessError: none can be started here.
    """
    if not sys.executable or getattr(sys, "frozen", False):  # a packed program would start itself again
        raise NoProcessError
    try:
        return subprocess.Popen(  # noqa: S603  our own module, by the interpreter that runs us
            [sys.executable, "-P", "-m", module],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=errors,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        )
    except (OSError, ValueError):  # no such interpreter; a path that no environment can hold
        raise NoProcessError from None


def answer(module: str, question: bytes, seconds: float) -> tuple[int, bytes]:
    """Return the code that ``python -m module`` ended with, and what it wrote, given ``question`` to read.

    Raises:
        NoProcessError: none can be started here.
        TimeoutError: it took longer than ``seconds``, and was ended.
    """
    with started(module, subprocess.DEVNULL) as process:
        try:
            written, _ = process.communicate(question, timeout=seconds)
        except subprocess.TimeoutExpired:
            raise TimeoutError from None
        finally:
            process.kill()
    return process.returncode, written


def bound(memory: int, seconds: int) -> None:
    """Bound this process; a system without such bounds (Windows) sets none.

    Args:
        memory: bytes that it may map, its interpreter included.
        seconds: of work, not of waiting.
    """
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415  not everywhere

    for limit, most in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CPU, seconds)):
        _, hard = resource.getrlimit(limit)
        lowest = most if hard == resource.RLIM_INFINITY else min(most, hard)
        with suppress(OSError, ValueError):  # a system may know a limit and not let it be set
            resource.setrlimit(limit, (lowest, lowest))
