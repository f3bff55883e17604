"""The budget (*anggaran*)."""

from __future__ import annotations

from ppid_core.intake.cells import COUNTS, rupiah
from ppid_core.intake.setting import Setting
from ppid_core.intake.spec import Column, Row, TableSpec
from ppid_core.intake.tables.case import text_column
from ppid_core.model import BudgetLine

FUNDING = text_column("sumber")
ALLOCATED = Column(name="alokasi", read=rupiah, total=rupiah, ways=COUNTS)
REALISED = Column(name="realisasi", read=rupiah, total=rupiah, ways=COUNTS)
IN_WORDS = text_column("terbilang")
USE = text_column("penggunaan")


def _build(row: Row, _: Setting) -> BudgetLine:
    return BudgetLine(
        funding=row.words(FUNDING),
        allocated=row[ALLOCATED],
        realised=row[REALISED],
        allocated_in_words=row.words(IN_WORDS),
        use=row.words(USE),
        source=row.source,
    )


BUDGET_LINES = TableSpec(name="anggaran", columns=(FUNDING, ALLOCATED, REALISED, IN_WORDS, USE), build=_build)
