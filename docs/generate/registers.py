"""The page of other programs' registers: how much of them is read without a map, and with one."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from attrs import frozen

from docs.generate.markdown import code, table, whole
from ppid_core.intake import Intake, from_rows

HOME = Path(__file__).parents[2] / "tests" / "registers"
WORDS, HELD_BACK = "words", "held back"
_SOURCE, _MAP = "sumber.toml", "peta"
_YEAR = 2024
_HEADING_ROW = 1
Row = Mapping[str, str]

INTRODUCTION = """\
# Registers of other programs (*register program lain*)

For each program a register under the headings and codes that its authors publish; the rows are made up and
name nobody. Spellings are taken from eight owners; four are held back: their words are never added, only
measured, so that their figures say what to expect of a program that nobody has looked at.

*Headings*: of all there are, those read as a column of ours, or known to be nobody's. *Rows*: those of which
each cell under a known heading is read. *With a map*: whether a table *peta* leaves nothing unread; the maps
of the eight come with the package (`ppid peta --daftar`), those of the four were drafted by `ppid peta` and
filled in."""


@frozen(kw_only=True)
class Measured:
    """How much of the registers of one program is read.

    Attributes:
        name: the folder of the registers.
        owner: of the repository.
        source: where the headings stand.
        group: `WORDS` or `HELD_BACK`.
        headings: how many there are.
        known: those that are known.
        rows: how many there are.
        clean: those without an unread cell.
        left: problems that are left with a map.
    """

    name: str
    owner: str
    source: str
    group: str
    headings: int
    known: int
    rows: int
    clean: int
    left: int


def registers_page(_: str) -> str:
    """Return the page."""
    found = [measured(folder) for folder in registers()]
    return whole(INTRODUCTION, *(_group(found, group) for group in (WORDS, HELD_BACK)))


def registers() -> list[Path]:
    """Return the folders, one for each program."""
    return sorted(place.parent for place in HOME.glob(f"*/{_SOURCE}"))


@cache
def measured(folder: Path) -> Measured:
    """Return how much of the registers of a program is read."""
    said = source_of(folder)
    plain, tables = read(folder, with_map=False), typed(folder)
    unknown = {
        (one.source.file, one.source.column) for one in plain.problems if one.source.row == _HEADING_ROW
    }
    unread = {
        (one.source.file, one.source.row)
        for one in plain.problems
        if one.source.row is not None and one.source.row > _HEADING_ROW
    }
    headings = sum(len(rows[0]) for rows in tables.values())
    rows = sum(map(len, tables.values()))
    return Measured(
        name=folder.name,
        owner=said["owner"],
        source=f"{said['repository']}/tree/{said['commit']}",
        group=said["group"],
        headings=headings,
        known=headings - len(unknown),
        rows=rows,
        clean=rows - len(unread),
        left=len(read(folder, with_map=True).problems),
    )


def source_of(folder: Path) -> Mapping[str, Any]:
    """Return where a register is from, and what was counted in it by hand."""
    return tomllib.loads((folder / _SOURCE).read_text("utf-8"))


def typed(folder: Path) -> Mapping[str, list[Row]]:
    """Return the rows of each register."""
    files = sorted(one for one in folder.glob("*.csv") if one.stem != _MAP)
    return {one.stem: _rows(one) for one in files}


def map_of(folder: Path) -> list[Row]:
    """Return the lines of *peta* for a program: those that come with the package, else those beside it."""
    from ppid_core.intake.program_map import program_maps  # noqa: PLC0415  only this page needs them

    own = folder / f"{_MAP}.csv"
    if own.exists():
        return _rows(own)
    return [
        {name: str(text or "") for name, text in line.items()} for line in program_maps()[folder.name].lines
    ]


def read(folder: Path, *, with_map: bool) -> Intake:
    """Return what the registers of a program hold."""
    report: list[dict[str, object]] = [{"kunci": "tahun", "isi": _YEAR}]
    lines = {_MAP: map_of(folder)} if with_map else {}
    return from_rows({"laporan": report, **typed(folder), **lines})


def _rows(file: Path) -> list[Row]:
    with file.open(encoding="utf-8", newline="") as text:
        return list(csv.DictReader(text))


def share(part: int, whole_number: int) -> float:
    """Return a share in percent."""
    return 100 * part / whole_number


def _group(found: Iterable[Measured], group: str) -> str:
    of_group = [one for one in found if one.group == group]
    if not of_group:
        return ""
    title = "Owners whose words are known" if group == WORDS else "Owners held back"
    headings = ["Owner", "Register", "Headings", "Rows", "With a map"]
    rows = [*(_row(one) for one in of_group), _total(of_group)]
    return f"## {title}\n\n{table(headings, rows)}"


def _row(one: Measured) -> list[str]:
    return [
        one.owner,
        f"[{code(one.name)}]({one.source})",
        _part(one.known, one.headings),
        _part(one.clean, one.rows),
        "all is read" if not one.left else f"problems: {one.left}",
    ]


def _total(found: list[Measured]) -> list[str]:
    headings = _part(sum(one.known for one in found), sum(one.headings for one in found))
    rows = _part(sum(one.clean for one in found), sum(one.rows for one in found))
    left = sum(one.left for one in found)
    return ["**all**", "", headings, rows, "all is read" if not left else f"problems: {left}"]


def _part(part: int, whole_number: int) -> str:
    return f"{part} of {whole_number} ({share(part, whole_number):.0f} %)"
