"""How the work grows with a register: ten times the requests take not much more than ten times the time."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from attrs import evolve
from benchmarks import registers
from benchmarks.row import Row

from ppid_core import Dossier, check, load
from ppid_core.plugins import Plugins

TIMES = 10


def rows(folder: Path, number: int) -> Iterator[Row]:
    """Yield the growth of the whole work from a tenth of ``number`` requests to all of them."""
    many = registers.write_folder(folder / "many", registers.tables(number))
    few = registers.write_folder(folder / "few", registers.tables(number // TIMES))
    yield Row(
        name=f"growth, {number // TIMES} → {number} requests: load, summarize, check",
        ours=partial(_whole_work, many),
        against=f"{number // TIMES} requests",
        theirs=partial(_whole_work, few),
        bar=10.5,
    )


def _whole_work(place: Path) -> int:
    work = Dossier(year=load(place).year, plugins=Plugins())
    return len(check(evolve(work.evidence)).findings)
