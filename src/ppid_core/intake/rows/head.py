"""The head of a table as it was typed: under title rows, over several rows, with a column *No*.

A workbook is looked at when it is opened, for there joined cells say more.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from pathlib import PurePath
from typing import Any

from attrs import evolve

from ppid_core.glossary import spelling
from ppid_core.intake.ledger import Ledger
from ppid_core.intake.rows.columns import Columns
from ppid_core.intake.rows.joint import with_joint_columns
from ppid_core.intake.rows.label import is_total_label, period_label
from ppid_core.intake.rows.titles import Titles, find_titles
from ppid_core.intake.rows.under import RUNNING_CELL
from ppid_core.intake.sheet import Sheet
from ppid_core.intake.tables.spec import RUNNING_NUMBER, TableSpec
from ppid_core.language import Bilingual

_LOOKED_AT = 12
"""Rows at the beginning in which a head may stand: those of a form, under its title."""
_NUMBER, _LONGEST = "nomor", 40
_SET_APART = frozenset({".csv", ".tsv", ".tab"})
"""Endings of files whose heading is looked for; in others, whoever opened them says where it stands."""


def with_head(sheet: Sheet, spec: TableSpec[Any], ledger: Ledger) -> Sheet:
    """Return a table under its whole head, where that begins in the first row and goes on below it.

    Headings that are one column together are one.
    """
    if not (spec.signs or sheet.source(sheet.heading_row).is_in_workbook):
        _note_titles(sheet, ledger)
        if not all(map(str.strip, sheet.heading)):
            sheet = _under(sheet, spec)
        sheet = _numbered(sheet, spec, ledger)
    return with_joint_columns(sheet, spec, ledger)


def _note_titles(sheet: Sheet, ledger: Ledger) -> None:
    """Say which lines stand above the heading of a file of another program."""
    above = sheet.heading_row - 1
    if above > 0 and not _SET_APART.isdisjoint(PurePath(sheet.file.casefold()).suffixes):
        rows = "1" if above == 1 else f"1–{above}"
        ledger.note(
            Bilingual(
                f"{sheet.title}: judul kolom ada di baris {sheet.heading_row}; baris {rows} di atasnya tidak"
                " dibaca.",
                f"{sheet.title}: the heading is in row {sheet.heading_row}; what stands above it is not read"
                f" (row {rows}).",
            ),
            sheet.heading_source(),
        )


def _under(sheet: Sheet, spec: TableSpec[Any]) -> Sheet:
    """Return the rows under the lines that name most columns; the sheet where the first one alone does."""
    begin = [tuple(sheet.heading), *map(tuple, islice(iter(sheet.rows), _LOOKED_AT))]
    width = max(map(len, begin))
    lines = [[*cells, *[""] * (width - len(cells))] for cells in begin]
    found = find_titles(lines, (), spec.accepted, is_matrix=False)
    if found is None or found.last == 0 or any(map(_says_more, lines[: found.first])):
        return sheet
    return evolve(
        sheet,
        heading=found.titles,
        heading_row=sheet.heading_row + found.last,
        rows=_rows_after(sheet.rows, found, width),
    )


def _says_more(cells: Sequence[str]) -> bool:
    """Tell whether a line above the head is more than a title."""
    return sum(map(bool, map(str.strip, cells))) > 1


def _rows_after(rows: Sequence[Sequence[str]], found: Titles, width: int) -> Columns:
    below = Columns(width=width, file=rows.file if isinstance(rows, Columns) else None)
    below.extend(islice(iter(rows), found.last, None))
    return below


def _numbered(sheet: Sheet, spec: TableSpec[Any], ledger: Ledger) -> Sheet:
    """Return a register whose column *No* holds register numbers under *nomor*, as the forms mean it."""
    at = next((at for at, title in enumerate(sheet.heading) if spelling(title) in RUNNING_NUMBER), None)
    if at is None or not spec.cases or _has_number(sheet, spec) or not _holds_numbers(sheet, at):
        return sheet
    title = sheet.heading[at].strip()
    ledger.note(
        Bilingual(
            f'{sheet.title}: kolom "{title}" dibaca sebagai nomor register, sebab isinya tidak urut.',
            f'{sheet.title}: column "{title}" is read as the register number: it does not count.',
        ),
        sheet.heading_source(title, at),
    )
    return evolve(sheet, heading=(*sheet.heading[:at], _NUMBER, *sheet.heading[at + 1 :]))


def _has_number(sheet: Sheet, spec: TableSpec[Any]) -> bool:
    """Tell whether a column for register numbers is there, or the table has none."""
    names = {spec.accepted.get(spelling(title)) for title in sheet.heading}
    return _NUMBER in names or _NUMBER not in spec.accepted.values()


def _holds_numbers(sheet: Sheet, position: int) -> bool:
    """Tell whether most figures of a column do not only count."""
    figures = set(filter(_has_figures, Columns.of(sheet.rows, len(sheet.heading)).texts(position)))
    return 2 * sum(map(bool, map(RUNNING_CELL.fullmatch, figures))) < len(figures)


def _has_figures(text: str) -> bool:
    """Tell whether a text may be a number of either kind: a month with its year is none, nor is a note."""
    return (
        len(text) <= _LONGEST
        and any(map(str.isdigit, text))
        and not is_total_label(text)
        and period_label(text) is None
    )
