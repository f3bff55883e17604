"""What our work costs beside what a user would write instead: ``python -m benchmarks [WORD…]``.

Both sides run in turn, three rounds and more after one that warms up; told are the medians of their CPU time,
that of processes they start included, and the ratio, which is what to compare between machines. The run ends
with 1 where a bar is missed. WORD chooses the rows whose name holds it; ``--number`` says how many requests
(100,000).
"""

from __future__ import annotations

import argparse
import csv
import gc
import json
import platform
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, partial
from importlib.metadata import version
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from statistics import median
from time import process_time

import python_calamine
from attrs import evolve
from benchmarks import growth, json_years, long_registers, registers, streaming, whole_process
from benchmarks.by_hand import figures_by_hand
from benchmarks.by_pydantic import typed
from benchmarks.plain_cattrs import read_plainly
from benchmarks.row import Row
from docs.generate.region import renewed

from ppid_core import Dossier, check, load, merge, unstructure
from ppid_core.plugins import Plugins
from ppid_core.summary import Summary, listed

LINKED = 20_000
"""Requests, and as many objections to them."""
IN_WORKBOOK = 20_000
RECORDED = Path(__file__).with_name("recorded.json")
"""Ratios of the rows that are watched, with 20,000 requests and Debian's Python, by which the gates run."""
PAGE = Path(__file__).parents[1] / "docs" / "speed.md"
LIBRARIES = ("pydantic", "pandas", "cattrs", "python-calamine", "polars")
"""What stands on the other side, and by what we read long files."""
_LOOP = "a loop that gives the same figures"
GATES = {"check", "json", "load", "stream", "summarize"}
WATCHED = 1.5
"""So many times what was recorded a ratio may be before a commit is held to have made it slower."""


def rows(folder: Path, number: int) -> Iterator[Row]:
    """Yield every row, on registers that are written into ``folder``.

    A row holds the register that it works on and no other: the collector of garbage goes through all that
    is there, and what one row holds would count as time of the next.
    """
    place = registers.write_folder(folder / "csv", registers.tables(number))
    register = place / "permohonan.csv"
    yield from whole_process.rows(place, register)
    yield from _loading(place, register)
    yield _from_rows(place, number)
    yield from _from_json(place)
    yield _from_workbook(place)
    yield from streaming.rows(place, number)
    yield _summarized(_work(number))
    yield from _both(_checked("check, few findings", _work(number), gate="check"))
    yield from _both(_checked("check, late answers", _work(number, late=0.6)))
    yield from _both(_linked())
    yield _merged(512)
    yield from growth.rows(folder / "growth", number)
    yield from json_years.rows(folder / "json")


def _work(number: int, **options: float) -> Dossier:
    return Dossier.from_rows(registers.tables(number, **options), plugins=Plugins())


def _by_hand(work: Dossier) -> Callable[[], Mapping[str, object]]:
    """Return the loop that gives the same figures.

    Raises:
        ValueError: it gives others.
    """
    loop = partial(
        figures_by_hand,
        listed(work.year.requests),
        free=work.workdays.days.free.keys(),
        year=registers.YEAR,
        as_of=work.as_of,
    )
    if others := other_figures(work, loop()):
        raise ValueError(f"the loop tells other figures: {', '.join(others)}")
    return loop


def _summarized(work: Dossier) -> Row:
    return Row(
        name="summarize",
        ours=lambda: evolve(work).summary,
        against=_LOOP,
        theirs=_by_hand(work),
        bar=1.3,
        gate="summarize",
    )


def _checked(name: str, work: Dossier, *, gate: str = "") -> Row:
    evidence = work.evidence
    return Row(
        name=f"{name}: {len(check(evidence).findings)}",
        ours=lambda: check(evolve(evidence)),
        against=_LOOP,
        theirs=_by_hand(work),
        bar=5.5,
        gate=gate,
    )


def other_figures(work: Dossier, by_hand: Mapping[str, object]) -> list[str]:
    """Return which figures of requests the loop tells otherwise than our summary."""
    ours = unstructure(work.summary)["requests"]
    return sorted(name for name, figure in by_hand.items() if _told(ours[name]) != figure)


def _told(figures: object) -> object:
    """Return figures without those that are absent."""
    if not isinstance(figures, dict):
        return figures
    return {name: figure for name, figure in figures.items() if figure is not None}


def _loading(place: Path, register: Path) -> Iterator[Row]:
    def by_reader() -> int:
        with register.open(encoding="utf-8", newline="") as file:
            return sum(1 for _ in csv.reader(file))

    name = "CSV folder → year"
    by_pydantic = Row(
        name=name,
        ours=lambda: load(place),
        against="pydantic",
        theirs=lambda: typed(register),
        bar=0.40,
        gate="load",
    )
    by_csv = Row(name=name, ours=lambda: load(place), against="csv.reader alone", theirs=by_reader, bar=6.0)
    yield from (*_both(by_pydantic), *_both(by_csv))


def _from_rows(place: Path, number: int) -> Row:
    tables = registers.tables(number)
    return Row(
        name="rows → year",
        ours=lambda: Dossier.from_rows(tables, plugins=Plugins()),
        against="the same as CSV",
        theirs=lambda: load(place),
        bar=1.2,
    )


def _from_json(place: Path) -> Iterator[Row]:
    year = place.parent / "tahun.json"
    year.write_text(json.dumps(unstructure(load(place).year)), encoding="utf-8")
    by_cattrs = Row(
        name="JSON → year",
        ours=lambda: load(year),
        against="plain cattrs",
        theirs=lambda: read_plainly(year.read_bytes()),
        bar=0.45,
        gate="json",
    )
    yield from _both(by_cattrs)


def _from_workbook(place: Path) -> Row:
    @cache
    def book() -> Path:
        """Return the workbook, written where it is asked for: the gate leaves this row out."""
        return registers.write_workbook(place.parent / "buku.xlsx", registers.tables(IN_WORKBOOK))

    return Row(
        name=f"workbook of {IN_WORKBOOK} rows → year",
        ours=lambda: load(book()),
        against="calamine alone",
        theirs=lambda: _cells(book()),
        bar=6.0,
    )


def _both(row: Row) -> Iterator[Row]:
    """Yield a row, and the same while the collector is held, as the command holds it; a library may not."""

    def held(action: Callable[[], object]) -> object:
        gc.disable()
        try:
            return action()
        finally:
            gc.enable()

    yield row
    yield evolve(
        row,
        name=f"{row.name}, collector held",
        ours=partial(held, row.ours),
        theirs=partial(held, row.theirs),
        gate="",
    )


def _cells(book: Path) -> int:
    workbook = python_calamine.CalamineWorkbook.from_path(book)
    return sum(len(workbook.get_sheet_by_name(name).to_python()) for name in workbook.sheet_names)


def _linked() -> Row:
    alone = registers.tables(LINKED)
    both = {**alone, "keberatan": list(registers.objections(LINKED))}
    judged, other = (Dossier.from_rows(one, plugins=Plugins()).evidence for one in (both, alone))
    return Row(
        name=f"check, {LINKED} objections to as many requests",
        ours=lambda: check(evolve(judged)),
        against="the requests alone",
        theirs=lambda: check(evolve(other)),
        bar=2.5,
    )


def _merged(bodies: int) -> Row:
    def parts(number: int) -> Sequence[Summary]:
        return tuple(_of_body(at) for at in range(number))

    many, few = parts(4 * bodies), parts(bodies)
    return Row(
        name=f"merge of {4 * bodies} bodies",
        ours=lambda: merge(*many),
        against=f"of {bodies}",
        theirs=lambda: merge(*few),
        bar=5.0,
    )


def _of_body(at: int) -> Summary:
    keys = [*registers.report_keys()]
    named = [{**key, "isi": f"Kabupaten {at}"} if key["kunci"] == "badan.nama" else key for key in keys]
    tables: registers.Tables = {"laporan": named, "permohonan": [{"kanal": "website"}]}
    return Dossier.from_rows(tables, batch=str(at), plugins=Plugins()).summary


def _seconds(action: Callable[[], object]) -> float:
    gc.collect()
    start = _spent()
    action()
    return _spent() - start


def _spent() -> float:
    """Return the CPU time of this process, and what others did for it in user mode."""
    return process_time() + getrusage(RUSAGE_CHILDREN).ru_utime


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("words", nargs="*")
    parser.add_argument("--number", type=int, default=100_000)
    parser.add_argument("--gate", action="store_true", help="ask the recorded rows alone")
    parser.add_argument("--record", action="store_true", help="record the ratios of these rows")
    parser.add_argument("--page", action="store_true", help="write what is printed into docs/speed.md")
    asked = parser.parse_args()
    said: list[str] = []
    missed = 0
    for line, is_missed in _lines(asked):
        print(line, flush=True)
        said.append(line)
        missed += is_missed
    if asked.page:
        page = renewed(PAGE.read_text(encoding="utf-8"), {"measured": lambda: "\n".join(said)})
        PAGE.write_text(page, encoding="utf-8")
    sys.exit(bool(missed))


def _lines(asked: argparse.Namespace) -> Iterator[tuple[str, bool]]:
    """Yield what is printed, and whether a bar is missed there."""
    libraries = ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
    yield f"Python {platform.python_version()}, {libraries}; {asked.number:,} requests.\n", False
    yield "| work | ours | against | theirs | ratio | bar |\n|---|---|---|---|---|---|", False
    ratios: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as folder:
        for row in rows(Path(folder), asked.number):
            if asked.words and not any(word in row.name for word in asked.words):
                continue
            if (asked.gate or asked.record) and not row.gate:
                continue
            ours, theirs = _measured(row)
            bar = _bar(row, watched=asked.gate)
            if asked.gate and ours / theirs > bar:
                ours, theirs = _measured(row)  # once more: somebody else may have had the machine
            ratio = ours / theirs
            ratios[row.gate] = round(ratio, 2)
            mark = "" if ratio <= bar else " missed"
            sides = f"{ours:.3f} {row.unit} | {row.against} | {theirs:.3f} {row.unit}"
            yield f"| {row.name} | {sides} | {ratio:.2f} | {bar:.2f}{mark} |", ratio > bar
            if (asked.gate or asked.record) and ratios.keys() >= GATES:
                break
        if asked.record:
            RECORDED.write_text(json.dumps(ratios, sort_keys=True) + "\n", encoding="utf-8")
        if not (asked.gate or asked.record):
            yield from _weights(Path(folder) / "panjang", asked.words)


def _weights(folder: Path, words: Sequence[str]) -> Iterator[tuple[str, bool]]:
    """Yield what long registers weigh."""
    every = long_registers.rows(folder)
    asked = [one for one in every if not words or any(word in one[0] for word in words)]
    if asked:
        yield f"\n{long_registers.HEAD}", False
    for name, option in asked:
        weight = long_registers.weighed(name, folder, option)
        yield weight.line(), weight.is_missed


def _measured(row: Row) -> tuple[float, float]:
    """Return what both sides take, in turn."""
    if row.unit != "s":
        pairs = [(row.ours(), row.theirs()) for _ in range(row.rounds)]
        return median(one for one, _ in pairs), median(other for _, other in pairs)
    row.ours(), row.theirs()
    times = [(_seconds(row.ours), _seconds(row.theirs)) for _ in range(row.rounds)]
    return median(one for one, _ in times), median(other for _, other in times)


def _bar(row: Row, *, watched: bool) -> float:
    """Return what the ratio may be; from commit to commit half more than what was recorded."""
    recorded: Mapping[str, float] = json.loads(RECORDED.read_text(encoding="utf-8"))
    return WATCHED * recorded[row.gate] if watched else row.bar


if __name__ == "__main__":
    main()
