"""Starts the other process, hands over the job, and reads what came of it."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from attrs import frozen

from ppid_core.testing.elsewhere import child

MOVED_BY = 401 * 24 * 3600 + 5 * 3600
"""Seconds by which the clock is ahead elsewhere: another year, month, day and hour."""


@frozen(kw_only=True)
class Surroundings:
    """Where a job is done.

    Attributes:
        environment: variables that differ from ours.
        moved_by: seconds by which the clock is ahead.
        watched: whether what the job touches is noted, and writing and connecting refused.
    """

    environment: Mapping[str, str]
    moved_by: int = 0
    watched: bool = False


AT_HOME = Surroundings(
    environment={"PYTHONHASHSEED": "1", "TZ": "Asia/Jakarta", "LC_ALL": "C.UTF-8", "PYTHONUTF8": "1"},
    watched=True,
)
ABROAD = Surroundings(
    environment={
        "PYTHONHASHSEED": "77",
        "TZ": "America/New_York",
        "LC_ALL": "C",
        "LANG": "C",
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
        **dict.fromkeys(("USER", "LOGNAME", "USERNAME", "HOSTNAME"), "orang-lain"),
    },
    moved_by=MOVED_BY,
)


@frozen(kw_only=True)
class Outcome:
    """What came of a job.

    Attributes:
        value: what it returned, None where it raised.
        raised: kind and text of what it raised, "" where nothing.
        touched: what it did outside its own memory, in words.
    """

    value: Any = None
    raised: str = ""
    touched: tuple[str, ...] = ()


def run_elsewhere(
    job: Callable[..., object], arguments: tuple[object, ...], where: Surroundings, homes: Iterable[str] = ()
) -> Outcome:
    """Return what came of ``job(*arguments)`` in a process of its own.

    Args:
        job: a function that can be pickled.
        arguments: what it is given; pickled over.
        where: what differs there.
        homes: modules whose classes and functions the arguments are made of; a test module is often known
            under a name that only pytest can import, so it is found by its file.

    Raises:
        RuntimeError: where the process ended without an answer; its error output is told.
    """
    request = {
        "path": [*sys.path, str(Path.cwd())],
        "modules": _files(homes),
        "moved_by": where.moved_by,
        "watched": where.watched,
        "work": pickle.dumps((job, arguments)),
    }
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        ended = subprocess.run(  # noqa: S603  our own interpreter and script
            [sys.executable, "-B", child.__file__],
            input=pickle.dumps(request),
            capture_output=True,
            check=False,
            cwd=folder,
            env=os.environ | {"HOME": folder, "USERPROFILE": folder} | dict(where.environment),
        )
    if ended.returncode or not ended.stdout:
        raise RuntimeError(
            f"the other process ended with {ended.returncode}: {ended.stderr.decode()[-2000:]}"
        )
    return Outcome(**pickle.loads(ended.stdout))  # noqa: S301  written by our own script


def _files(modules: Iterable[str]) -> dict[str, str]:
    found = {name: getattr(sys.modules.get(name), "__file__", None) for name in modules}
    return {name: file for name, file in found.items() if file}
