"""Findings explained (*penjelasan*), and days on which the body was closed (*hari_libur*)."""

from __future__ import annotations

from ppid_core.intake.setting import Setting
from ppid_core.intake.spec import Blank, Row, TableSpec
from ppid_core.intake.tables.case import day_column, text_column
from ppid_core.model import Closure, Waiver

CODE = text_column("kode", Blank.REFUSED_AS_COLUMN)
SUBJECT = text_column("subjek")
REASON = text_column("alasan")
BY = text_column("oleh")
ON = day_column("tanggal")
UNTIL = day_column("berlaku_sampai")

CLOSED_ON = day_column("tanggal", Blank.REFUSED_AS_COLUMN)
CAUSE = text_column("sebab")


def _build_waiver(row: Row, _: Setting) -> Waiver:
    return Waiver(
        code=row.words(CODE).upper(),
        subject=row.words(SUBJECT),
        reason=row.words(REASON),
        by=row.words(BY),
        on=row[ON],
        until=row[UNTIL],
        source=row.source,
    )


def _build_closure(row: Row, _: Setting) -> Closure | None:
    on = row[CLOSED_ON]
    return None if on is None else Closure(on=on, reason=row.words(CAUSE), source=row.source)


WAIVERS = TableSpec(
    name="penjelasan",
    columns=(CODE, SUBJECT, REASON, BY, ON, UNTIL),
    build=_build_waiver,
    bearing=(SUBJECT, REASON, UNTIL),
    totals=False,
)
CLOSURES = TableSpec(name="hari_libur", columns=(CLOSED_ON, CAUSE), build=_build_closure, totals=False)
