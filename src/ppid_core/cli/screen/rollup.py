"""A roll-up on one screen: the main figures with who tells them, and how the reports came in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ppid_core.cli.console import wrapped
from ppid_core.language import Lang
from ppid_core.report import Paragraph, Report, Table, text

_SHOWN = (
    *("rollup_main", "rollup_handed", "rollup_groups", "rollup_years", "rollup_aside", "rollup_parents"),
    "rollup_disputes",
)
"""The tables that are shown."""
_MOST = 40
"""A longer table is in the documents alone."""
_GAP = "  "


def rollup_lines(report: Report, lang: Lang) -> Iterator[str]:
    """Yield the lines of the screen."""
    yield report.meta.title
    first = report.sections[0].blocks[0]
    if isinstance(first, Paragraph):
        yield wrapped(first.plain(lang))
    for table in report.tables():
        if table.key in _SHOWN and len(table.rows) <= _MOST:
            yield ""
            yield from _table_lines(table, lang)


def _table_lines(table: Table, lang: Lang) -> Iterator[str]:
    lines = [[text(cell, lang) for cell in line] for line in table.lines]
    heads = [column.heading for column in table.columns]
    widths = [max(map(len, column)) for column in zip(heads, *lines, strict=True)]
    yield table.caption
    for line in (heads, *lines):
        yield _GAP + _GAP.join(_padded(line, widths)).rstrip()


def _padded(line: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    for at, (cell, width) in enumerate(zip(line, widths, strict=True)):
        is_figure = at > 0 and cell[:1].isdigit()
        yield cell.rjust(width) if is_figure else cell.ljust(width)
