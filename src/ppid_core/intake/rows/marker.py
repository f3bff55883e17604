"""The row NIHIL, which says that a register is recorded and empty."""

from __future__ import annotations

from collections.abc import Sequence

from ppid_core.glossary import spelling
from ppid_core.intake.cells import CellError
from ppid_core.intake.ledger import Ledger
from ppid_core.intake.rows.heading import Layout
from ppid_core.language import Bilingual
from ppid_core.source import Source

_NOTHING = frozenset({"", "-", "0", "nihil"})


def is_nihil(cells: Sequence[str], first: frozenset[int]) -> bool:
    """Tell whether the first column says NIHIL."""
    return any(spelling(cells[at]) == "nihil" for at in first)


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
