"""The first sheet: what the workbook is of, which sheets it has, and what is not given."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ppid_core.report import Notice, Report, text
from ppid_exporters.layout.character import one_line
from ppid_exporters.xlsx import wording
from ppid_exporters.xlsx.cells import Cells
from ppid_exporters.xlsx.library import Options, Sheet
from ppid_exporters.xlsx.lines import Lines
from ppid_exporters.xlsx.plan import Planned
from ppid_exporters.xlsx.style import (
    BODY,
    CAPTION,
    HEADING,
    LEFT,
    LINK,
    NOTE,
    PLAIN,
    RIGHT,
    STRONG,
    TITLE,
    WRAPPED,
    Styles,
)
from ppid_exporters.xlsx.table import link
from ppid_exporters.xlsx.value import COUNT, Entry
from ppid_exporters.xlsx.width import height

WIDTHS = (32.0, 48.0, 7.0, 12.0, 20.0)


class ContentsSheet:
    """The first sheet, which is filled from the top.

    Attributes:
        row: the first row that is still free.
    """

    def __init__(self, sheet: Sheet, styles: Styles, report: Report) -> None:
        """Take an empty sheet."""
        self.sheet, self.styles, self.report, self.lang = sheet, styles, report, report.meta.lang
        self.cells = Cells(sheet, styles, len(WIDTHS), self.lang)
        self.lines = Lines(sheet, self.cells, styles, WIDTHS)
        self.row = 0

    def write(self, listed: Sequence[Planned]) -> None:
        """Write title, marks and facts, the list of sheets, and what is not given."""
        for at, width in enumerate(WIDTHS):
            self.sheet.set_column(at, at, width)
        self.sheet.hide_gridlines(2)
        self.sheet.set_tab_color(self.styles.accent)
        self._line(self.report.meta.title, self.styles.accented(TITLE))
        for mark in self.report.meta.marks:
            self._line(mark, STRONG)
        for name, fact in self._facts():
            self._pair(name, fact)
        self.row += 1
        self._list(listed)
        self._notices()

    def _facts(self) -> Iterator[tuple[str, str]]:
        meta, year, lang = self.report.meta, self.report.year, self.lang
        if meta.body:
            yield wording.BODY(lang), meta.body
        if year is not None:
            part = text(year.period.part, lang)
            yield wording.PERIOD(lang), f"{year.period.year} ({part})"
        scope = self.report.summary.scope if self.report.summary else None
        if scope is not None:
            yield wording.STATE(lang), text(scope.as_of, lang)
        yield wording.EDITION(lang), wording.EDITIONS[meta.edition](lang)

    def _list(self, listed: Sequence[Planned]) -> None:
        if not listed:
            return
        self._line(wording.HOW(self.lang), NOTE)
        titles = (wording.SHEET, wording.TABLE, wording.ROWS, wording.CHART, wording.KEY)
        for at, title in enumerate(titles):
            aside = RIGHT if title is wording.ROWS else LEFT if at else {}
            self.cells.text(self.row, at, title(self.lang), self.styles.accented({**HEADING, **aside}))
        self.row += 1
        for one in listed:
            self._listed(one)
        self.row += 1

    def _listed(self, one: Planned) -> None:
        look = self.styles.of(WRAPPED, BODY, self.styles.accented(LINK))
        self.sheet.write_url(self.row, 0, link(one.sheet), look, one.sheet)
        self.cells.text(self.row, 1, one.caption, {**BODY, **LEFT})
        rows = len(one.table.rows)
        self.cells.put(self.row, 2, Entry(content=rows, printed=str(rows), shape=COUNT), {**BODY, **RIGHT})
        self.cells.text(self.row, 3, ", ".join(one.labels), {**BODY, **LEFT})
        self.cells.text(self.row, 4, one_line(one.table.key), {**BODY, **NOTE, **LEFT})
        self.sheet.set_row(self.row, height(one.caption, WIDTHS[1]))
        self.row += 1

    def _notices(self) -> None:
        notices = [block for block in self.report.blocks() if isinstance(block, Notice)]
        if notices:
            self._line(wording.MISSING(self.lang), self.styles.accented(CAPTION))
        for notice in notices:
            self._line(notice.plain(self.lang), PLAIN)

    def _line(self, words: str, look: Options) -> None:
        self.lines.write(self.row, one_line(words), look)
        self.row += 1

    def _pair(self, name: str, fact: str) -> None:
        self.cells.text(self.row, 0, name, STRONG)
        self.cells.text(self.row, 1, one_line(fact), LEFT)
        self.sheet.set_row(self.row, height(one_line(fact), WIDTHS[1]))
        self.row += 1
