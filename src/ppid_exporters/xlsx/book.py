"""The workbook: the first sheet, and one for each table with its charts."""

from __future__ import annotations

from io import BytesIO

from attrs import frozen

from ppid_core.report import Report, Theme
from ppid_exporters.layout.character import one_line
from ppid_exporters.layout.matrix import is_matrix
from ppid_exporters.layout.theme import accent
from ppid_exporters.xlsx.charts import place
from ppid_exporters.xlsx.contents import ContentsSheet
from ppid_exporters.xlsx.library import LONG_AGO, Book, Options, new_book
from ppid_exporters.xlsx.page import Page
from ppid_exporters.xlsx.plan import Planned, planned
from ppid_exporters.xlsx.style import FONT, Styles
from ppid_exporters.xlsx.table import BANDS, HEADS, TITLE, TableSheet
from ppid_exporters.xlsx.wording import LONG_NUMBERS

UPRIGHT = 115.0
"""Digits that an upright page takes, a little reduced."""


def workbook(report: Report, theme: Theme) -> tuple[bytes, tuple[str, ...]]:
    """Return the file, and what people should know of it.

    Raises:
        ModuleNotFoundError: XlsxWriter is not installed.
        UnknownNameError: for a paper that is neither A4 nor F4.
    """
    lang, page, chosen, stream = report.meta.lang, Page.of(report.meta, theme), accent(theme), BytesIO()
    book = new_book(stream, FONT)
    book.set_properties(_properties(report))
    writer = _Writer(book=book, report=report, page=page, styles=Styles(book, chosen.colour))
    has_long_numbers = writer.write()
    book.close()
    notes = (chosen.note(lang), LONG_NUMBERS(lang) if has_long_numbers else "")
    return stream.getvalue(), tuple(note for note in notes if note)


def _properties(report: Report) -> Options:
    """Return what the file says of itself, with a date that does not change."""
    return {
        "title": one_line(report.meta.title),
        "author": one_line(report.meta.body),
        "company": one_line(report.meta.body),
        "status": one_line(" · ".join(report.meta.marks)),
        "created": LONG_AGO,
    }


@frozen(kw_only=True)
class _Writer:
    book: Book
    report: Report
    page: Page
    styles: Styles

    def write(self) -> bool:
        """Write every sheet; tell whether a figure had to become text."""
        first, plans = planned(self.report)
        contents = ContentsSheet(self.book.add_worksheet(first), self.styles, self.report)
        contents.write(plans)
        self.page.set_up(contents.sheet, (0, 0, contents.row, contents.lines.last))
        written = [self._table(plan, first) for plan in plans]
        return any(sheet.cells.has_long_numbers for sheet in written)

    def _table(self, plan: Planned, contents: str) -> TableSheet:
        sheet = self.book.add_worksheet(plan.sheet)
        on = TableSheet(sheet, self.styles, plan.table, self.report.meta.lang)
        on.finish(plan.caption, contents)
        for chart, title in zip(plan.charts, plan.titles, strict=True):
            place(self.book, on, chart, title)
        needs_room = sum(on.widths) > UPRIGHT and not plan.charts
        is_wide = plan.table.wide or is_matrix(plan.table) or needs_room
        self.page.set_up(sheet, (TITLE, 0, on.row, on.lines.last), is_wide=is_wide)
        sheet.repeat_rows(BANDS, HEADS)
        return on
