"""Several columns of a sheet as one: it stands where the first did, and the others are without a heading."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from attrs import evolve

from ppid_core.glossary import spelling
from ppid_core.intake.affix import column_named, shared_affix
from ppid_core.intake.cells import is_unrecorded
from ppid_core.intake.ledger import Ledger
from ppid_core.intake.rows.columns import Columns
from ppid_core.intake.sheet import Sheet
from ppid_core.intake.tables.spec import TableColumn, TableSpec
from ppid_core.language import Bilingual

Made = Callable[[Sequence[str]], str]


def as_one(
    sheet: Sheet, places: Sequence[int], made: Made, wanted: Callable[[Sequence[str]], bool] | None = None
) -> tuple[Sheet, list[int]]:
    """Return the sheet with one column in place of several, and the rows, from 0, whose cells are wanted.

    Args:
        sheet: as typed.
        places: of the columns.
        made: makes the cell of those of a row.
        wanted: tells of the cells of a row whether it is returned.
    """
    rows = Columns.of(sheet.rows, len(sheet.heading))
    found = rows.combine(places, made, wanted)
    gone = set(places[1:])
    faults = {
        (row, places[0] if position in gone else position): error
        for (row, position), error in sheet.faults.items()
    }
    heading = tuple("" if at in gone else title for at, title in enumerate(sheet.heading))
    return evolve(sheet, heading=heading, rows=rows, faults=faults), found


def filled(texts: Sequence[str]) -> list[str]:
    """Return the cells that say anything."""
    return [text for text in map(str.strip, texts) if text and not is_unrecorded(text)]


def between(sign: str) -> Made:
    """Return what makes one cell of several: those that say anything, with a sign between them."""
    return lambda texts: sign.join(dict.fromkeys(filled(texts)))


def with_joint_columns(sheet: Sheet, spec: TableSpec[Any], ledger: Ledger) -> Sheet:
    """Return a register in which headings that are one column of ours, and may stand together, do.

    A number to call and an address of mail are both how somebody is reached.
    """
    joints = {column.name: column for column in spec.columns if column.joint} if spec.cases else {}
    if not joints:
        return sheet
    affix = shared_affix(sheet.heading, spec)
    named = [column_named(title, spec, affix) if title.strip() else None for title in sheet.heading]
    for name, column in joints.items():
        places = [at for at, one in enumerate(named) if one == name]
        foreign = [at for at in places if spelling(sheet.heading[at]) in spec.foreign]
        if len(places) > 1 and len(foreign) < 2:  # noqa: PLR2004  of two in *peta*, that says how
            titles = " + ".join(sheet.heading[at].strip() for at in places)
            ledger.note(_told(sheet, titles, column), sheet.column_source(sheet.heading[places[0]].strip()))
            sheet, _ = as_one(sheet, places, between(column.joint))
    return sheet


def _told(sheet: Sheet, titles: str, column: TableColumn[Any]) -> Bilingual:
    sign = column.joint.strip()
    return Bilingual(
        f'{sheet.title}: kolom {titles} digabung menjadi {column.name} dengan tanda "{sign}".',
        f'{sheet.title}: the columns {titles} are joined to {column.name}, with "{sign}" between them.',
    )
