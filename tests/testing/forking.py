"""Run as a script: imports the library, then forks a child for each job that it reads from its input.

It imports nothing of the library before the clock is moved, as the kit's own script.
"""

from __future__ import annotations

import importlib
import io
import os
import pickle
import sys
from pathlib import Path
from typing import Any

HOME = ("HOME", "USERPROFILE")
ELSEWHERE = "ppid_core.testing.elsewhere"
IMPORTED = (f"{ELSEWHERE}.process", "tests.testing.mutants")


def serve(moved_by: int) -> None:
    """Answer until the input ends: how the child ended, its output, and its errors."""
    if moved_by:
        importlib.import_module(f"{ELSEWHERE}.child").move_clock(moved_by)
    for module in IMPORTED:
        importlib.import_module(module)
    with os.fdopen(os.dup(0), "rb") as requests, os.fdopen(os.dup(1), "wb") as answers:
        while requests.peek():
            asked = pickle.load(requests)  # noqa: S301  pickled by nursery.py
            out, err = Path(asked["home"], "out"), Path(asked["home"], "err")
            if not (child := os.fork()):
                work(asked, out, err)
            _, status = os.waitpid(child, 0)
            code = os.waitstatus_to_exitcode(status)
            pickle.dump((code, out.read_bytes(), err.read_bytes()), answers)
            answers.flush()


def work(asked: dict[str, Any], out: Path, err: Path) -> None:
    """Do what the kit's script does in a process of its own, and end."""
    os.chdir(asked["home"])
    os.environ.update(dict.fromkeys(HOME, asked["home"]))
    for number, file in ((1, out), (2, err)):
        with file.open("wb") as stream:
            os.dup2(stream.fileno(), number)
    sys.stdin = io.TextIOWrapper(io.BytesIO(asked["job"]))
    code = 1
    try:
        importlib.import_module(f"{ELSEWHERE}.child").main()
        code = 0
    except BaseException:  # noqa: BLE001  as the interpreter does at the end of a script
        sys.excepthook(*sys.exc_info())
        sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":
    sys.path[:] = sys.argv[2:]
    serve(int(sys.argv[1]))
