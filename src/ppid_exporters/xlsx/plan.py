"""Which sheets a workbook has, in which order, under which names, with which charts."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve, frozen

from ppid_core.report import Chart, Report, Table
from ppid_exporters.layout.caption import Captions
from ppid_exporters.layout.character import one_line
from ppid_exporters.xlsx.naming import sheet_names
from ppid_exporters.xlsx.wording import CONTENTS, PART

MOST_ROWS = 1_000_000
"""Rows of a sheet; Excel takes 1,048,576. A longer table goes on in a second sheet."""


@frozen(kw_only=True)
class Planned:
    """A sheet that is going to be written.

    Attributes:
        caption: label and title of its table, as one line.
        charts: the charts below the table.
        labels: what each of them is called, "Grafik 2".
        titles: label and title of each, as one line.
    """

    sheet: str
    table: Table
    caption: str
    charts: tuple[Chart, ...] = ()
    labels: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()


def planned(report: Report) -> tuple[str, tuple[Planned, ...]]:
    """Return the name of the first sheet and the sheets of the tables, each chart below its table."""
    captions, tables = Captions.of(report), tuple(_tables(report))
    wanted = (_wanted(captions, table) for table in tables)
    first, *names = sheet_names((CONTENTS(report.meta.lang), *wanted))
    charts = [block for block in report.blocks() if isinstance(block, Chart)]
    sheets = []
    for name, table in zip(names, tables, strict=True):
        below = [chart for chart in charts if chart.table == table.key]
        charts = [chart for chart in charts if chart.table != table.key]
        found = [captions.find(chart) for chart in below]
        sheets.append(
            Planned(
                sheet=name,
                table=table,
                caption=one_line(captions.find(table).line) or one_line(table.key),
                charts=tuple(below),
                labels=tuple(caption.label for caption in found),
                titles=tuple(caption.line for caption in found),
            )
        )
    return first, tuple(sheets)


def _tables(report: Report) -> Iterator[Table]:
    """Yield every table, one of too many rows in parts; the last part has the total."""
    for table in report.tables():
        count = max(len(table.rows) - 1, 0) // MOST_ROWS + 1
        for part in range(count):
            first = part * MOST_ROWS
            rows, is_last = table.rows[first : first + MOST_ROWS], part == count - 1
            ending = PART.fill(number=part + 1)(report.meta.lang)
            caption = f"{table.caption}, {ending}" if count > 1 else table.caption
            yield evolve(table, rows=rows, total=table.total if is_last else None, caption=caption)


def _wanted(captions: Captions, table: Table) -> str:
    """Return what a sheet should be called: number and caption, or the key."""
    number = captions.find(table).label.rpartition(" ")[2]
    return " ".join(part for part in (number, table.caption) if part) if table.caption else table.key
