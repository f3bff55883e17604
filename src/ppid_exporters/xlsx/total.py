"""Whether the last row of a table is the sum of the rows above: only then it becomes a formula."""

from __future__ import annotations

from ppid_core.report import Ratio, Table
from ppid_exporters.layout.cell import added, number
from ppid_exporters.xlsx.value import held


def is_sum(table: Table, at: int) -> bool:
    """Tell whether adding the cells of a column, as a spreadsheet does, gives its total exactly.

    Text is not added: what is absent, and figures of more digits than a spreadsheet keeps.
    """
    if table.total is None or not table.columns[at].summed or not table.rows:
        return False
    values = [row[at] for row in table.rows]
    figures = [figure for figure in map(number, values) if figure is not None and held(figure) is not None]
    whole = number(table.total[at])
    is_plain = not any(isinstance(value, Ratio) for value in values)
    return is_plain and whole is not None and held(whole) is not None and added(figures) == whole
