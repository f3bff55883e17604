"""Starts the other process, hands over a job, and reads what came of it."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from attrs import frozen

from ppid_core.plugins import Artifact, Exporter
from ppid_core.report import Report
from ppid_core.rules import CATALOGUE, Evidence, Finding, Rule, check

_CHILD = Path(__file__).with_name("child.py")
"""Not imported here: a job may import this module there, where no class can be made of a date any more."""
_MOVED_BY = 401 * 24 * 3600 + 5 * 3600
"""Seconds by which the clock is ahead elsewhere: another year, month, day and hour."""
_ABROAD: Mapping[str, str] = {
    "PYTHONHASHSEED": "77",
    "TZ": "America/New_York",
    "LC_ALL": "C",
    "LANG": "C",
    "PYTHONUTF8": "0",
    "PYTHONCOERCECLOCALE": "0",
    **dict.fromkeys(("USER", "LOGNAME", "USERNAME", "HOSTNAME"), "orang-lain"),
}
"""Variables that differ there from ours."""


@frozen(kw_only=True)
class JobResult:
    """What a job returned, or why it has no value: that it cannot be pickled, or what it raised."""

    value: Any = None
    fault: str = ""


def run_elsewhere(job: Callable[..., object], arguments: tuple[object, ...]) -> JobResult:
    """Return what came of ``job(*arguments)`` in a process of its own; of equal ones, what came of the first.

    Where a moved clock breaks the job (a library may not take our dates for real ones), it is left alone.

    Args:
        job: a function that can be pickled.
        arguments: what it is given; pickled over, so their classes stand in modules that can be imported.
            What cannot be pickled is a fault.

    Raises:
        RuntimeError: where the process ended without an answer; its error output is told.
    """
    try:
        work = pickle.dumps((job, arguments))
    except Exception as error:  # noqa: BLE001  each kind of object that cannot be pickled says so in its own way
        return JobResult(fault=f"cannot be pickled over: {type(error).__name__}: {error}")
    outcome = _run(work, _MOVED_BY)
    return _run(work, 0) if outcome.fault else outcome


@cache
def _run(work: bytes, moved_by: int) -> JobResult:
    request = {"path": [*sys.path, str(Path.cwd())], "moved_by": moved_by, "work": work}
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        ended = subprocess.run(  # noqa: S603  our own interpreter and script
            [sys.executable, "-B", str(_CHILD)],
            input=pickle.dumps(request),
            capture_output=True,
            check=False,
            cwd=folder,
            env=os.environ | {"HOME": folder, "USERPROFILE": folder} | dict(_ABROAD),
        )
    if ended.returncode:
        told = ended.stderr.decode()[-2000:]
        raise RuntimeError(f"the other process ended with {ended.returncode}: {told}")
    return JobResult(**pickle.loads(ended.stdout))  # noqa: S301  written by our own script


def exported(exporter: Exporter, reports: Iterable[Report]) -> list[list[Artifact]]:
    """Return the files of each report."""
    return [list(exporter.export(report)) for report in reports]


def found(rules: Sequence[Rule], cases: Iterable[Evidence]) -> list[list[Finding]]:
    """Return what ``rules`` find in each case, asked together with our own."""
    codes = {rule.code for rule in rules}
    everyone = (*(rule for rule in CATALOGUE if rule.code not in codes), *rules)
    return [[one for one in check(case, everyone).findings if one.code in codes] for case in cases]
