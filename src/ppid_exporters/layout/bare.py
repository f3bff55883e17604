"""Tables that only keep words in line: their columns have no headings, and no format draws rules for them."""

from __future__ import annotations

from ppid_core.report import Table


def is_bare(table: Table) -> bool:
    """Tell whether a table is set without heading, rules and caption, as the numbers of a letter are."""
    return not any(column.title or column.group for column in table.columns)
