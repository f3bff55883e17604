"""Processes that have everything imported, from which the kit's other processes are forked.

A contract asks each exporter and each rule in processes of its own, and nearly all that those do is to import
the library. Where dozens of contracts are tried, one process for each surroundings imports it once.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from types import SimpleNamespace

import pytest
from attrs import Factory, define
from tests.testing import forking

from ppid_core.testing.elsewhere import process

VARYING = frozenset({*forking.HOME, "PYTEST_CURRENT_TEST"})
"""Variables of each job: they make no other surroundings."""


@contextmanager
def nursery() -> Iterator[None]:
    """Start the kit's other processes by forking while this is open; where nothing can be forked, as ever."""
    if not hasattr(os, "fork"):
        yield
        return
    made = _Nursery()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(process, "subprocess", SimpleNamespace(run=made.run))
        yield
    for parent in made.parents.values():
        parent.communicate()


@define
class _Nursery:
    """A process for each surroundings, kept until the end."""

    parents: dict[tuple[object, ...], subprocess.Popen[bytes]] = Factory(dict)

    def run(
        self,
        command: Sequence[str],
        *,
        input: bytes,  # noqa: A002  as subprocess calls it
        capture_output: bool,
        check: bool,
        cwd: str,
        env: Mapping[str, str],
    ) -> subprocess.CompletedProcess[bytes]:
        """Stand for `subprocess.run` in the one call that the kit makes."""
        assert (capture_output, check) == (True, False)
        job = pickle.loads(input)  # noqa: S301  pickled by the kit
        alike = {name: value for name, value in env.items() if name not in VARYING}
        parent = self._parent(alike, job["moved_by"])
        assert parent.stdin is not None
        assert parent.stdout is not None
        pickle.dump({"home": cwd, "job": pickle.dumps({**job, "moved_by": 0})}, parent.stdin)
        parent.stdin.flush()
        return subprocess.CompletedProcess(command, *pickle.load(parent.stdout))  # noqa: S301  of forking.py

    def _parent(self, environment: Mapping[str, str], moved_by: int) -> subprocess.Popen[bytes]:
        key = (*sorted(environment.items()), moved_by)
        if key not in self.parents:
            script = [sys.executable, "-B", forking.__file__, str(moved_by), *sys.path]
            self.parents[key] = subprocess.Popen(
                script, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE
            )
        return self.parents[key]
