"""What the command costs from its start to its end, beside a process of what a user would write instead."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.row import Row

ROOT = Path(__file__).parents[1]
SERANG = ROOT / "examples" / "kota-serang-2020"
COMMAND = ("-c", "from ppid_core.cli import main; main()")
DEPENDENCIES = ("-c", "import attrs, cattrs, pluggy, click")
FOUND = 1
"""How a check ends that found something."""


def rows(folder: Path, register: Path) -> Iterator[Row]:
    """Yield the rows of whole processes.

    Args:
        folder: of the tables of a year with many requests.
        register: the table of these requests in it.
    """
    yield Row(
        name="import ppid_core, whole process",
        ours=lambda: python("-c", "import ppid_core"),
        against="attrs, cattrs, pluggy imported",
        theirs=lambda: python("-c", "import attrs, cattrs, pluggy"),
        bar=1.3,
        rounds=21,
    )
    yield Row(
        name="ppid summary of Serang, whole process",
        ours=lambda: python(*COMMAND, "summary", str(SERANG)),
        against="attrs, cattrs, pluggy, click imported",
        theirs=lambda: python(*DEPENDENCIES),
        bar=3.0,
        rounds=21,
    )
    yield Row(
        name="ppid check, whole process",
        ours=lambda: python(*COMMAND, "check", str(folder)),
        against="pydantic, whole process",
        theirs=lambda: python("-m", "benchmarks.by_pydantic", str(register)),
        bar=1.5,
    )


def python(*arguments: str) -> None:
    """Run a process as it runs at a user's, whose modules are compiled."""
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, env=env, stdout=subprocess.DEVNULL, check=False
    )
    if done.returncode not in {0, FOUND}:
        done.check_returncode()
