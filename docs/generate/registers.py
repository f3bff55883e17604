"""The page of other programs' registers: how much of them is read without a map, and with one.

`exactly` measures. The page tells what `LEAST` holds, and a test keeps it true: so a spelling that makes more
known changes no page.
"""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from attrs import frozen

from docs.generate.markdown import code, table, whole
from ppid_core.glossary.nobody import marks_deletion
from ppid_core.intake import Intake, from_rows
from ppid_core.intake.affix import column_named, shared_affix
from ppid_core.intake.program_map import program_maps
from ppid_core.intake.tables import TABLES
from ppid_core.source import Source

HOME = Path(__file__).parents[2] / "tests" / "registers"
WORDS, HELD_BACK = "words", "held back"
_SOURCE, _MAP = "sumber.toml", "peta"
_YEAR = 2024
_HEADING_ROW = 1
_SOMETHING = "isi"
Row = Mapping[str, str]


@frozen
class Least:
    """The shares of headings and of rows, in percent, that are read without a map: they only rise."""

    headings: int
    rows: int


LEAST: Mapping[str, Least] = {WORDS: Least(97, 99), HELD_BACK: Least(92, 97)}
GOAL = Least(90, 95)

INTRODUCTION = """\
# Registers of other programs (*register program lain*)

For each program a register under the headings and codes that its authors publish; the rows are made up and
name nobody. Spellings are taken from seventeen owners. Sixteen are held back: their spellings are not
collected, only measured. But where they showed that the way below was not general enough it was mended, and a
few general words came in with that (`formats`, *alasan kebutuhan*): what to expect of a program that nobody
has looked at is what was read at first.

Owners that were held back before gave their words afterwards. Of the first four 87 % of the headings and 98 %
of the rows were read until then, of the five after them 77 % and 46 %: what is known of some programs helps
little with the next one, and its map does the rest.

Therefore headings are read by their parts as well, and cells by their key words
([how](glossary.md#headings-that-are-read-by-their-parts-dibaca-menurut-kata-katanya)): that was written from
the words of the seventeen and from what programs call their columns anywhere. Of programs that nobody had
looked at it read at first:

| Owners | Headings | before that | Rows | before that |
| --- | --- | --- | --- | --- |
| four, typed before it was written | 81 % | 63 % | 94 % | 61 % |
| four, typed after it was written | 84 % | 76 % | 82 % | 55 % |
| four more, typed after these eight had mended it | 71 % | 50 % | 82 % | 62 % |
| the last four, after these twelve had | 96 % | 76 % | 100 % | 63 % |

So the next one may be read whole, or by half. The goal was reached at first for the last four alone; for all
eight of which the way had already been written and mended once, it was 82 % of the headings and 91 % of
the rows. Of a program that keeps codes where others keep words (`status` 0 to 5: 68 % of its headings), and
of one that is a register of research permits (41 %), no way of reading words knows more. One heading of the
last four was passed over that should have been asked about (`keterangan`, which holds the status). What was
not known of each showed where the way was not general enough, and the figures below are those since.

*Headings*: those read as a column of ours, or known to be nobody's for what they say; not those that nobody
minds because these rows leave them blank. *Rows*: those of which each cell under a
known heading is read; a heading over nothing but codes (1, 2, 3) is none that is known, for what they mean
stands in the program alone. *With a map*: what a table *peta* leaves unread. The maps of eight come with
the package (`ppid peta --daftar`); those of the others were filled in for these registers."""


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
    """

    name: str
    owner: str
    source: str
    group: str
    headings: int
    known: int
    rows: int
    clean: int


def registers_page(_: str) -> str:
    """Return the page."""
    found = [measured(folder) for folder in registers()]
    groups = [[group, *_least(group, found)] for group in LEAST]
    return whole(
        INTRODUCTION,
        "## What is read (*yang terbaca*)",
        f"Without a map the goal is {GOAL.headings} % of the headings and {GOAL.rows} % of the rows. What is"
        " reached, at least:",
        table(["Owners", "Headings", "Known", "Rows", "Read", "Unread with a map"], groups),
        "## Programs (*program*)",
        table(["Owner", "Register", "Group", "Headings", "Rows"], map(_row, found)),
    )


def registers() -> list[Path]:
    """Return the folders, one for each program."""
    return sorted(place.parent for place in HOME.glob(f"*/{_SOURCE}"))


@cache
def measured(folder: Path) -> Measured:
    """Return how much of the registers of a program is read without a map."""
    said, tables = source_of(folder), typed(folder)
    unread = {(one.file, one.row) for one in _told(tables) if one.row != _HEADING_ROW}
    filled = _told({name: _without_blanks(name, rows) for name, rows in tables.items()})
    unknown = {(one.file, one.column) for one in filled if one.row == _HEADING_ROW}
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
    )


def _told(tables: Mapping[str, list[Row]]) -> list[Source]:
    """Return the places of what is not read without a map."""
    return [one.source for one in _intake(tables).problems if one.source.row is not None]


def _without_blanks(table: str, rows: list[Row]) -> list[Row]:
    """Return rows that say something under each heading that names no column of ours.

    Nobody minds what stands under a heading over a column that is blank: it is not known for that.
    """
    spec = next(spec for spec in TABLES if spec.name == table)
    affix = shared_affix(rows[0], spec)
    foreign = [one for one in rows[0] if column_named(one, spec, affix) is None and not marks_deletion(one)]
    blank = dict.fromkeys((one for one in foreign if not any(row[one] for row in rows)), _SOMETHING)
    return [{**row, **blank} for row in rows]


def source_of(folder: Path) -> Mapping[str, Any]:
    """Return where a register is from, and what was counted in it by hand."""
    return tomllib.loads((folder / _SOURCE).read_text("utf-8"))


def typed(folder: Path) -> Mapping[str, list[Row]]:
    """Return the rows of each register."""
    files = sorted(one for one in folder.glob("*.csv") if one.stem != _MAP)
    return {one.stem: _rows(one) for one in files}


def map_of(folder: Path) -> list[Row]:
    """Return the lines of *peta* for a program: those beside it, else those that come with the package."""
    own = folder / f"{_MAP}.csv"
    if own.exists():
        return _rows(own)
    lines = program_maps()[folder.name].lines
    return [{name: str(text or "") for name, text in line.items()} for line in lines]


def read(folder: Path, *, with_map: bool) -> Intake:
    """Return what the registers of a program hold."""
    return _intake({**typed(folder), **({_MAP: map_of(folder)} if with_map else {})})


def _intake(tables: Mapping[str, list[Row]]) -> Intake:
    report: list[dict[str, object]] = [{"kunci": "tahun", "isi": _YEAR}]
    return from_rows({"laporan": report, **tables})


def shares(found: Iterable[Measured], group: str) -> tuple[float, float]:
    """Return the shares of headings and of rows of a group, in percent, that are read without a map."""
    some = [one for one in found if one.group == group]
    headings, rows = sum(one.headings for one in some), sum(one.rows for one in some)
    known, clean = sum(one.known for one in some), sum(one.clean for one in some)
    return 100 * known / headings, 100 * clean / rows


def _rows(file: Path) -> list[Row]:
    with file.open(encoding="utf-8", newline="") as text:
        return list(csv.DictReader(text))


def _least(group: str, found: Iterable[Measured]) -> list[str]:
    some, least = [one for one in found if one.group == group], LEAST[group]
    headings, rows = sum(one.headings for one in some), sum(one.rows for one in some)
    return [f"{headings}", f"{least.headings} %", f"{rows}", f"{least.rows} %", "nothing"]


def _row(one: Measured) -> list[str]:
    return [one.owner, f"[{code(one.name)}]({one.source})", one.group, f"{one.headings}", f"{one.rows}"]


def exactly() -> str:
    """Return what is read without a map now: a line for each register, and for each group."""
    every = [measured(folder) for folder in registers()]
    lines = [f"{one.name}: {one.known} of {one.headings}, rows {one.clean} of {one.rows}" for one in every]
    of_groups = ((group, *shares(every, group)) for group in LEAST)
    lines += [f"{group}: headings {headings:.1f} %, rows {rows:.1f} %" for group, headings, rows in of_groups]
    return "\n".join(lines)
