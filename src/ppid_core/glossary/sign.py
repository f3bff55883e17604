"""Signs in the cells of the matrix (*ketersediaan*), and what each says."""

from __future__ import annotations

from collections.abc import Mapping

from ppid_core.model import CellState

SIGNS: Mapping[CellState, tuple[str, ...]] = {
    CellState.DISCLOSED: ("√", "✓", "✔", "☑", "v", "ya", "ada", "1", "tersedia"),
    CellState.NOT_DISCLOSED: ("-", "–", "—", "−", "tidak", "0", "tidak ada", "tidak tersedia"),
    CellState.NOT_APPLICABLE: ("n/a", "tidak berlaku"),
    CellState.EXEMPT: ("dikecualikan",),
}
"""Accepted signs of each state, in lower case; a blank cell is not reported."""

CROSSES = ("x", "×")
"""Signs that mean yes to some and no to others: the key ``tanda_x`` says which."""

WINGDINGS = ("\u00fc", "P")
"""Ticks of the fonts Wingdings and Wingdings 2, as they stand in the cell; elsewhere they are letters."""

UNTICKED = ("☐", "□", "0", "tidak")
"""Signs by which a cell that may be ticked is not; a blank one says the same."""
