"""What may stand in a row NIHIL, which says that the table is recorded and empty."""

from __future__ import annotations

from collections.abc import Sequence

from ppid_core.glossary import spelling
from ppid_core.intake.cells import CellError
from ppid_core.intake.ledger import Ledger
from ppid_core.intake.rows.heading import Layout
from ppid_core.language import Bilingual
from ppid_core.source import Source

_BESIDE_NIHIL = frozenset({"", "-", "0", "nihil"})
"""What may stand beside NIHIL, for it says nothing, too."""


def refuse_beside_nihil(source: Source, cells: Sequence[str], layout: Layout, ledger: Ledger) -> None:
    """Refuse what stands beside NIHIL, unless it says nothing too."""
    for position, cell in enumerate(cells):
        if (
            position not in layout.first
            and spelling(cell) not in _BESIDE_NIHIL
            and cell.strip() not in _BESIDE_NIHIL
        ):
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
