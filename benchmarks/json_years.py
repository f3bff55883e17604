"""What the totals of a country cost from start to end: a JSON year of each body, beside a sum by hand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from benchmarks import many_bodies
from benchmarks.row import Row
from benchmarks.streaming import peak
from benchmarks.totals_by_hand import REGISTERS, totals
from benchmarks.whole_process import COMMAND, python

from ppid_core import Dossier
from ppid_core.dossier.engine import merged
from ppid_core.model import CountUnit
from ppid_core.rollup import rollup

ALLOWED = 500e6 / 2**20
"""MiB that the whole process may take, that of Python included."""
BY_HAND = ("-m", "benchmarks.totals_by_hand")
_MERGED = """
import sys
from pathlib import Path
from ppid_core import Dossier
from ppid_core.dossier.engine import merged
from ppid_core.rollup import rollup
found = merged(Path(sys.argv[1]).glob("*.json"), lambda path: Dossier.open(path).summary)
for year in rollup([found]).years:
    print([year.whole.total(f"{name}.total") for name in ("requests", "objections", "disputes")])
    print(year.whole.parts("requests.by_outcome"))
"""
_COMMAND_IN_MEMORY = """
import contextlib, io, resource
from ppid_core.cli.command import ppid
from ppid_core.dossier.processes import usual_processes
with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(SystemExit):
    ppid(["rollup", sys.argv[1]])
read_by = usual_processes(int(sys.argv[2]))
bare = -read_by * resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
"""
"""What Python itself takes is counted, too, and each process that reads as if it were the largest of them."""
# Nobody set a bar for the ratios: these are what was measured first, and a quarter more.


def rows(folder: Path) -> Iterator[Row]:
    """Yield the rows of many years as JSON, written into ``folder``."""
    _write(folder)
    _refuse_other_totals(folder)
    ours = (("totals by merge", ("-c", _MERGED), 25.0), ("ppid rollup", (*COMMAND, "rollup"), 75.0))
    for name, command, bar in ours:
        yield Row(
            name=f"{name} of {many_bodies.ALL} years as JSON, whole process",
            ours=partial(python, *command, str(folder)),
            against="json.loads and the same totals by hand, whole process",
            theirs=partial(python, *BY_HAND, str(folder)),
            bar=bar,
        )
    yield Row(
        name=f"ppid rollup of {many_bodies.ALL} years as JSON, memory",
        ours=lambda: peak("", _COMMAND_IN_MEMORY, folder, many_bodies.ALL),
        against="what it may take",
        theirs=lambda: ALLOWED,
        bar=1.0,
        rounds=1,
        unit="MiB",
    )


def _write(folder: Path) -> None:
    """Write the last whole year of each body."""
    folder.mkdir(parents=True)
    latest = many_bodies.LATEST
    made = many_bodies.bodies(many_bodies.codes(), range(latest - 4, latest + 1))
    for one in {one.code: one for one in made if one.standing == "whole"}.values():
        many_bodies.write_json(one, folder)


def _refuse_other_totals(folder: Path) -> None:
    """Raise where the two sides do not tell the same totals."""
    found: Counter[str] = Counter()
    for year in rollup([merged(folder.glob("*.json"), lambda path: Dossier.open(path).summary)]).years:
        added = {f"{name}.total": year.whole.total(f"{name}.total").number for name in REGISTERS}
        added["applicant.total"] = year.whole.total("requests.total", CountUnit.APPLICANT).number
        outcomes = year.whole.parts("requests.by_outcome").parts
        added |= {f"requests.by_outcome.{slug}": number for slug, number in outcomes.items()}
        found += Counter({name: number for name, number in added.items() if isinstance(number, int)})
    by_hand = {name: number for name, number in totals(folder).items() if number}
    if found != by_hand:
        raise ValueError(f"added up by hand: {by_hand}, by the roll-up: {found}")
