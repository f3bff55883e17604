"""Rows that are no data: NIHIL says that a register is empty, JUMLAH states a total."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from ppid_core.glossary import spelling
from ppid_core.intake import fault
from ppid_core.intake.cells import CellError, refuse_control
from ppid_core.intake.heading import Layout
from ppid_core.intake.ledger import Ledger
from ppid_core.intake.spec import TableSpec
from ppid_core.language import Bilingual
from ppid_core.model import StatedTotal
from ppid_core.source import Source

_TOTAL = frozenset(
    {"jumlah", "total", "jumlah total", "total jumlah", "jumlah seluruhnya", "total seluruhnya"}
)
_NOTHING = frozenset({"", "-", "0", "nihil"})


def is_nihil(cells: Sequence[str], first: frozenset[int]) -> bool:
    """Tell whether the first column says NIHIL."""
    return any(cells[at].strip(" .-").casefold() == "nihil" for at in first)


def is_total(spec: TableSpec[Any], cells: Sequence[str], first: frozenset[int]) -> bool:
    """Tell whether the row states a total: its first column says so, or the next where that is blank."""
    if not any(column.total for column in spec.columns):
        return False
    texts = [cell.strip() for cell in cells]
    if not spec.totals and any(map(is_total_word, texts)):
        return True
    lead = [texts[at] for at in sorted(first)]
    if lead[-1]:
        return any(map(is_total_word, lead))
    return is_total_word(next((text for text in texts if text and not text.isdigit()), ""))


def is_total_word(text: str) -> bool:
    """Tell whether a cell says JUMLAH or TOTAL."""
    return text.casefold().rstrip(" :") in _TOTAL


def read_totals(
    spec: TableSpec[Any], source: Source, cells: Sequence[str], layout: Layout, ledger: Ledger
) -> None:
    """Record what a JUMLAH row states for each column that can be added up."""
    if not spec.totals:
        word = next(cell.strip() for cell in cells if is_total_word(cell.strip()))
        ledger.refuse(source, fault.total_not_allowed(), word)
        return
    for place in layout.places:
        text = cells[place.position].strip()
        if place.column.total and text and not is_total_word(text):
            try:
                refuse_control(text)
                value: Decimal = place.column.total(text)
            except CellError as error:
                ledger.refuse(place.on(source), error, text)
            else:
                total = StatedTotal(
                    table=spec.name, column=place.column.name, value=value, source=place.on(source)
                )
                ledger.totals.append(total)


def refuse_beside_nihil(source: Source, cells: Sequence[str], layout: Layout, ledger: Ledger) -> None:
    """Refuse what stands beside NIHIL, unless it says nothing too."""
    for position, cell in enumerate(cells):
        if position not in layout.first and spelling(cell) not in _NOTHING and cell.strip() not in _NOTHING:
            ledger.refuse(
                source,
                CellError(
                    Bilingual(
                        "baris NIHIL tidak boleh berisi hal lain. Kosongkan sel lainnya.",
                        "a row NIHIL holds nothing else. Clear its other cells.",
                    ),
                    Bilingual("baris NIHIL saja", "NIHIL alone"),
                ),
            )
            return
