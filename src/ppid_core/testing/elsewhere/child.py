"""The other process: run as a script, it reads one job from its input and writes what came of it.

It imports nothing of the library before the clock is moved, so that every ``from datetime import date`` gets
the moved one.
"""

from __future__ import annotations

import importlib
import os
import pickle
import sys
from collections.abc import Mapping
from typing import Any


def answer(request: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields of a `JobResult`."""
    sys.path[:] = request["path"]
    if request["moved_by"]:
        importlib.import_module("ppid_core.testing.elsewhere.clock").move_clock(request["moved_by"])
    try:
        job, arguments = pickle.loads(request["work"])  # noqa: S301  pickled by the process that started us
        return {"value": job(*arguments)}
    except BaseException as error:  # noqa: BLE001  SystemExit of a stranger too is an answer
        return {"fault": f"raised {type(error).__name__}: {error}"}


def main() -> None:
    """Answer on a copy of the standard output, so that whatever a job prints goes elsewhere."""
    with os.fdopen(os.dup(1), "wb") as out:
        os.dup2(2, 1)
        out.write(pickle.dumps(answer(pickle.load(sys.stdin.buffer))))  # noqa: S301  pickled by the process that started us


if __name__ == "__main__":
    main()
