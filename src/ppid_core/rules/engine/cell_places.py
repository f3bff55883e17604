"""The cells of a workbook that a finding about few rows speaks of: a clerk looks for a cell, not a row."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from attrs import evolve

from ppid_core.intake.result import Sheets
from ppid_core.rules.engine.finding import Finding
from ppid_core.rules.engine.rule import Rule
from ppid_core.source import Source

_MOST_ROWS, _MOST_CELLS = 2, 4
"""Of more rows of a sheet, or of a rule about more columns, no cell is named that would be sooner found."""
_WORD = re.compile(r"[a-z_0-9]+")


def in_cells(finding: Finding, rule: Rule, sheets: Sheets) -> Finding:
    """Return a finding whose places are cells, where it is about few rows of a workbook.

    Args:
        finding: what was found.
        rule: by which; the cells are those of the columns that it says are to be mended.
        sheets: where columns stand, by file and sheet.
    """
    places = finding.places
    rows = Counter((place.file, place.sheet) for place in places)
    cells = tuple(
        cell
        for place in places
        for cell in (_cells(place, rule, sheets) if rows[place.file, place.sheet] <= _MOST_ROWS else (place,))
    )
    if cells == places:
        return finding
    sheet_at = {sheet: at for at, sheet in enumerate(rows)}
    down = sorted(cells, key=lambda cell: (sheet_at[cell.file, cell.sheet], cell.row or 0))
    return evolve(finding, sources=tuple(down))


def _cells(row: Source, rule: Rule, sheets: Sheets) -> tuple[Source, ...]:
    """Return the cells of a row that its rule names; the row itself where it names none, or many."""
    sheet = sheets.get((row.file, row.sheet))
    if sheet is None or row.row is None or row.cell:
        return (row,)
    there = [
        sheet.at[name] for name in _columns(rule.where.id, rule.mend.id, sheet.table) if name in sheet.at
    ]
    if not 0 < len(there) <= _MOST_CELLS:
        return (row,)
    return tuple(row.at(heading, position) for position, heading in there)


@cache
def _columns(where: str, mend: str, table: str) -> tuple[str, ...]:
    """Return the columns of a table where a rule says that it is mended: those that its advice names, if any.

    They stand in the part of ``where`` about the table; where none is about it, anywhere.
    """
    parts = [_WORD.findall(part) for part in where.split(";")]
    about = [part for part in parts if table in part]
    named = tuple(dict.fromkeys(_headings(about or parts, table)))
    advised = set(_WORD.findall(mend))
    return tuple(name for name in named if name in advised) or named


def _headings(parts: list[list[str]], table: str) -> Iterator[str]:
    from ppid_core.intake.tables import table_headings  # noqa: PLC0415  reading is loaded where it was done

    known = {heading.name for heading in table_headings()[table].headings}
    yield from (word for part in parts for word in part if word in known and word != table)
