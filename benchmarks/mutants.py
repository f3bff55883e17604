"""How many small faults in the code that judges and counts the tests of its room see.

Cosmic Ray finds the places that can be mutated; a seeded sample of them is tried, each against those tests of
its room that run its line, else its function, else its module: what another test may see is not counted. What
stands in an annotation, or decorates an overload, is left out: only type checkers read it; so is what a
cache keeps, and that there is one, and ``==`` for ``is`` before a member of an enumeration, which change no
answer. A mutant that does not end counts as seen, and how many they were is told. Properties draw the same
examples each time.

Mutants are tried in copies of the sources, the tests are those of this folder: run it in a clone while
you write tests.

Run by ``nox -s mutants``, not by CI:
``python -m benchmarks.mutants [--number 400] [--seed 1] [--at-once 1]``.
With parts of paths (``rules/cases deadline.py``) the sample is of these modules alone. With ``--minutes`` it
ends with the mutants begun by then, and says how many they were.
"""

from __future__ import annotations

import argparse
import ast
import json
import math
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from enum import StrEnum
from functools import partial
from itertools import islice
from pathlib import Path

import pytest
from attrs import frozen
from cosmic_ray.commands import init
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator
from cosmic_ray.work_db import WorkDB
from coverage import CoverageData

ROOT = Path(__file__).parents[1]
ROOMS: Mapping[str, Sequence[str]] = {
    "rules": ("rules", "nothing_false/part_2_what_is_accused", "scenarios", "test_joint_counts.py"),
    "deadlines": ("deadlines", "scenarios"),
    "summary": (
        "summary",
        "test_joint_counts.py",
        "test_notebook.py",
        "nothing_false/part_1_what_is_counted",
    ),
    "intake/cells": (
        "nothing_false/part_1_what_is_counted",
        "intake/test_cells.py",
        "intake/test_cell_values.py",
        "intake/test_cost_and_payment.py",
        "intake/test_tables.py",
        "intake/test_registers.py",
    ),
}
"""The tests of each room, under ``tests/``."""
PATIENCE = 4
"""A mutant does not end if its tests take so many times as long as the whole room does without it, traced."""
SAME = tuple(f"core/ReplaceComparisonOperator_{name}" for name in ("Is_Eq", "IsNot_NotEq"))
"""The operators that change no answer before a member of an enumeration: it equals no other."""
PASSED = re.compile(r"(overload|(lru_)?cache)\b")
MEMBER = re.compile(r"[A-Z]\w*\.[A-Z_]+")
NOTHING_FAILED = pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED


class Fate(StrEnum):
    """What became of a mutant."""

    SEEN = "seen"
    ENDLESS = "does not end"
    LIVES = "not seen"


@frozen
class Mutant:
    """One fault: an operator of Cosmic Ray at one place of a module."""

    room: str
    path: str
    operator: str
    occurrence: int
    line: int

    @property
    def code(self) -> str:
        """The module with the fault in it."""
        code = mutate_code((ROOT / self.path).read_bytes(), get_operator(self.operator)(), self.occurrence)
        return code.decode() if isinstance(code, bytes) else code or ""

    @property
    def can_run(self) -> bool:
        """Whether it is Python: the ``*`` of a signature made a ``+`` is none, and any test would see it."""
        try:
            ast.parse(self.code)
        except SyntaxError:
            return False
        return True

    def files_of(self, tests: Iterable[str]) -> Sequence[str]:
        """Return the files of some tests, first that of its module; or where all tests of its room are."""
        files = {test.partition("::")[0] for test in tests}
        own = Path(self.path).stem
        return sorted(files, key=lambda file: (own not in file, file)) or tests_of(self.room)

    def __str__(self) -> str:
        """Return the place and the operator."""
        return f"{self.path}:{self.line} {self.operator.removeprefix('core/')} #{self.occurrence}"


def tests_of(room: str) -> Sequence[str]:
    """Return where the tests of a room are."""
    return [str(Path("tests", *one.split("/"))) for one in ROOMS[room]]


def mutants_of(room: str) -> Iterator[Mutant]:
    """Yield every mutant of a room."""
    paths = sorted((ROOT / "src" / "ppid_core" / room).rglob("*.py"))
    with tempfile.TemporaryDirectory() as folder:
        work = WorkDB(Path(folder) / "work.sqlite", WorkDB.Mode.create)
        init(paths, work, {})
        items = [item.mutations[0] for item in work.work_items]
        work.close()
    trees = {path: ast.parse(path.read_text("utf-8")) for path in paths}
    passed = {path: frozenset(_without_effect(tree)) for path, tree in trees.items()}
    same = {path: frozenset(_before_members(tree)) for path, tree in trees.items()}
    for one in items:
        line, at = one.start_pos
        left_out = same if one.operator_name in SAME else passed
        if (line, at) not in left_out[one.module_path] and not one.operator_args:
            path = str(one.module_path.relative_to(ROOT))
            yield Mutant(room, path, one.operator_name, one.occurrence, line)


def _without_effect(tree: ast.AST) -> Iterator[tuple[int, int]]:
    """Yield the places of annotations, and of what decorates an overload or has its answers kept."""
    for node in ast.walk(tree):
        noted = [getattr(node, "annotation", None), getattr(node, "returns", None)]
        decorators = getattr(node, "decorator_list", [])
        decorators = [one for one in decorators if PASSED.match(ast.unparse(one))]
        yield from ((one.lineno, one.col_offset - len("@")) for one in decorators)
        noted += decorators
        for part in (inner for one in noted if isinstance(one, ast.expr) for inner in ast.walk(one)):
            if isinstance(part, ast.expr):
                last = part.end_lineno or part.lineno, part.end_col_offset or part.col_offset
                yield from ((part.lineno, at) for at in range(part.col_offset, last[1] + 1))


def _before_members(tree: ast.AST) -> Iterator[tuple[int, int]]:
    """Yield the place of each ``is`` and ``is not`` before a member of an enumeration."""
    for node in (one for one in ast.walk(tree) if isinstance(one, ast.Compare)):
        for sign, asked in zip(node.ops, node.comparators, strict=True):
            if isinstance(sign, ast.Is | ast.IsNot) and MEMBER.fullmatch(ast.unparse(asked)):
                width = len("is " if isinstance(sign, ast.Is) else "is not ")
                yield asked.lineno, asked.col_offset - width


@frozen
class Room:
    """The tests of a room without any mutant: how long they took, and which of them ran each line."""

    limit: float
    runners: Mapping[str, Mapping[int, Sequence[str]]]

    @classmethod
    def of(cls, room: str) -> Room:
        """Run the tests of a room once."""
        with tempfile.TemporaryDirectory() as folder:
            file, start = Path(folder) / "coverage", time.monotonic()
            how = "--cov=ppid_core", "--cov-context=test", "--cov-report="
            if _fate(tests_of(room), ROOT / "src", *how, file=file) is not Fate.LIVES:
                sys.exit(f"the tests of {room} fail without any mutant")
            limit, data = PATIENCE * (time.monotonic() - start), CoverageData(str(file))
            data.read()
            files = {str(Path(name).relative_to(ROOT)): name for name in data.measured_files()}
            return cls(limit, {path: data.contexts_by_lineno(name) for path, name in files.items()})

    def tests_of(self, mutant: Mutant) -> Sequence[str]:
        """Return the tests that run the line of a mutant, else its function, else its module."""
        lines, tree = self.runners.get(mutant.path, {}), ast.parse((ROOT / mutant.path).read_text("utf-8"))
        functions = [one for one in ast.walk(tree) if isinstance(one, ast.FunctionDef)]
        around = [range(one.lineno + 1, (one.end_lineno or 0) + 1) for one in functions]
        spans = [[mutant.line], *(span for span in reversed(around) if mutant.line in span), lines]
        told = (
            {test.split("|")[0] for line in span for test in lines.get(line, ()) if test} for span in spans
        )
        return sorted(next(filter(None, told), ()))


def fate(mutant: Mutant, rooms: Mapping[str, Room], until: float) -> Fate | None:
    """Try a mutant in a copy of the sources, and tell what became of it; None once it is too late."""
    if time.monotonic() > until:
        return None
    room = rooms[mutant.room]
    with tempfile.TemporaryDirectory() as folder:
        copy, cache = Path(folder) / "src", Path(folder) / "cache"
        shutil.copytree(ROOT / "src", copy, ignore=shutil.ignore_patterns("__pycache__"))
        (Path(folder) / mutant.path).write_text(mutant.code, "utf-8")
        failed, tests = cache / "v" / "cache" / "lastfailed", room.tests_of(mutant)
        failed.parent.mkdir(parents=True)
        failed.write_text(json.dumps(dict.fromkeys(tests, True)), "utf-8")
        how = "--last-failed", "-o", f"cache_dir={cache}"
        told = _fate(mutant.files_of(tests), copy, *how, limit=room.limit)
    print(f"{told}: {mutant}", file=sys.stderr, flush=True)
    return told


def _fate(
    tests: Sequence[str], src: Path, *how: str, limit: float | None = None, file: Path | None = None
) -> Fate:
    asked = [sys.executable, "-m", "pytest", "-x", "-q", "-m", "not slow", *how]
    env = {
        **os.environ,
        "PYTHONPATH": str(src),
        "PYTHONDONTWRITEBYTECODE": "1",
        "CI": "1",
        **({} if file is None else {"COVERAGE_FILE": str(file)}),
    }
    try:
        done = subprocess.run(
            [*asked, *tests], cwd=ROOT, env=env, capture_output=True, timeout=limit, check=False
        )
    except subprocess.TimeoutExpired:
        return Fate.ENDLESS
    return Fate.LIVES if done.returncode in NOTHING_FAILED else Fate.SEEN


def main() -> None:
    """Try a sample, and print the score and the survivors."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--number", type=int, default=400)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--at-once", type=int, default=os.cpu_count())
    parser.add_argument("--minutes", type=float, default=math.inf)
    parser.add_argument("parts", nargs="*", default=[""], help="parts of the paths of the modules to try")
    asked = parser.parse_args()
    found = (mutant for room in ROOMS for mutant in mutants_of(room))
    every = [mutant for mutant in found if any(part in mutant.path for part in asked.parts)]
    random.Random(asked.seed).shuffle(every)  # noqa: S311  no secret
    chosen = list(islice((mutant for mutant in every if mutant.can_run), asked.number))
    rooms = {room: Room.of(room) for room in dict.fromkeys(one.room for one in chosen)}
    until = time.monotonic() + 60 * asked.minutes
    with ThreadPoolExecutor(asked.at_once) as pool:
        told = zip(chosen, pool.map(partial(fate, rooms=rooms, until=until), chosen), strict=True)
        fates = {one: its for one, its in told if its is not None}
    for room in rooms:
        its = Counter(told for one, told in fates.items() if one.room == room)
        print(f"{room:<14}{its.total() - its[Fate.LIVES]:>5} of {its.total()} seen")
    every_fate, left = Counter(fates.values()), [one for one, its in fates.items() if its is Fate.LIVES]
    print(
        f"{1 - len(left) / len(fates):.1%} of {len(fates)} mutants seen, of {len(every)}; seed {asked.seed}; "
        f"{every_fate[Fate.ENDLESS]} of them by not ending"
    )
    print(*map(str, left), sep="\n")


if __name__ == "__main__":
    main()
