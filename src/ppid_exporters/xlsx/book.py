"""The workbook: which sheets it has, the first one, how all of them stand on paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import BytesIO

from attrs import evolve, frozen

from ppid_core.report import Chart, DataPackage, DataTable, Meta, Notice, Report, Table, Theme, text
from ppid_exporters.layout.caption import Captions
from ppid_exporters.layout.character import one_line
from ppid_exporters.layout.matrix import is_matrix
from ppid_exporters.layout.theme import accent, paper
from ppid_exporters.xlsx import wording
from ppid_exporters.xlsx.cells import Cells, TextLines
from ppid_exporters.xlsx.charts import place
from ppid_exporters.xlsx.data import data_sheets, write_data
from ppid_exporters.xlsx.library import LONG_AGO, Area, Options, Workbook, Worksheet, new_book
from ppid_exporters.xlsx.limits import sheet_names, shortened
from ppid_exporters.xlsx.style import (
    BODY,
    CAPTION,
    FONT,
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
from ppid_exporters.xlsx.table import BANDS, HEADS, TableSheet, link
from ppid_exporters.xlsx.table import TITLE as TITLE_ROW
from ppid_exporters.xlsx.value import COUNT, CellValue
from ppid_exporters.xlsx.width import height
from ppid_exporters.xlsx.wording import CONTENTS, LONG_NUMBERS, PART

_UPRIGHT = 115.0
"""Digits that an upright page takes, a little reduced."""


def workbook(report: Report, theme: Theme) -> tuple[bytes, tuple[str, ...]]:
    """Return the file, and what people should know of it.

    Raises:
        ModuleNotFoundError: XlsxWriter is not installed.
        UnknownNameError: for a paper that is neither A4 nor F4.
    """
    lang, page, chosen, stream = (
        report.meta.lang,
        _PrintSetup.of(report.meta, theme),
        accent(theme),
        BytesIO(),
    )
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
    book: Workbook
    report: Report
    page: _PrintSetup
    styles: Styles

    def write(self) -> bool:
        """Write every sheet; tell whether a figure had to become text."""
        data = tuple(data_sheets(DataPackage.of(self.report)))
        first, plans = _planned(self.report, [name for name, _ in data])
        contents = _ContentsSheet(self.book.add_worksheet(first), self.styles, self.report)
        contents.write(plans, data)
        self.page.set_up(contents.sheet, (0, 0, contents.row, contents.lines.last))
        written = [self._table(plan, first) for plan in plans]
        for name, table in data:
            self._data(name, table)
        return any(sheet.cells.has_long_numbers for sheet in written)

    def _data(self, name: str, table: DataTable) -> None:
        sheet = self.book.add_worksheet(name)
        write_data(sheet, self.styles, name, table)
        self.page.set_up(sheet, (0, 0, len(table.rows), len(table.columns) - 1), is_wide=True)
        sheet.repeat_rows(0, 0)

    def _table(self, plan: _Planned, contents: str) -> TableSheet:
        sheet = self.book.add_worksheet(plan.sheet)
        on = TableSheet(sheet, self.styles, plan.table, self.report.meta.lang)
        on.finish(plan.caption, contents)
        for chart, title in zip(plan.charts, plan.titles, strict=True):
            place(self.book, on, chart, title)
        needs_room = sum(on.widths) > _UPRIGHT and not plan.charts
        is_wide = plan.table.wide or is_matrix(plan.table) or needs_room
        # A page with the notes of a matrix alone would repeat its high headings above nothing.
        tall = on.pages(self.page.lying) if on.is_matrix and not plan.charts else 0
        self.page.set_up(sheet, (TITLE_ROW, 0, on.row, on.lines.last), is_wide=is_wide, tall=tall)
        sheet.repeat_rows(BANDS, HEADS)
        return on


_CODES = {(210, 297): 9, (215, 330): 14}
"""Numbers of papers by width and height in millimetres; the nearest to F4 is Folio, 216 by 330."""

_MARGIN = 0.79
"""Inches: two centimetres."""
_INCH, _POINTS = 25.4, 72
"""Millimetres and points of an inch."""

_SMALL_FACE = '&8&"Arial,Regular"'
_STRONG_FACE = '&9&"Arial,Bold"'
_LONGEST = 100
"""UTF-16 units of a line; Excel takes 255 for all three parts of a head or foot, their codes included."""


@frozen(kw_only=True)
class _PrintSetup:
    """What all sheets of a workbook have in common on paper."""

    meta: Meta
    paper: int

    @classmethod
    def of(cls, meta: Meta, theme: Theme) -> _PrintSetup:
        """Return the page of a document.

        Raises:
            UnknownNameError: for a paper that is neither A4 nor F4.
        """
        sheet = paper(theme)
        return cls(meta=meta, paper=_CODES[sheet.width, sheet.height])

    @property
    def lying(self) -> tuple[float, float]:
        """Points that a page on its long side is wide and high, margins excluded."""
        sheet = next(sides for sides, code in _CODES.items() if code == self.paper)
        high, wide = ((side / _INCH - 2 * _MARGIN) * _POINTS for side in sheet)
        return wide, high

    def set_up(self, sheet: Worksheet, area: Area, *, is_wide: bool = False, tall: int = 0) -> None:
        """Set up a sheet for printing, each page as wide as the paper: on so many, 0 for as it is long."""
        sheet.set_paper(self.paper)
        if is_wide:
            sheet.set_landscape()
        sheet.set_margins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        sheet.fit_to_pages(1, tall)
        sheet.print_area(*area)
        if self.meta.marks:
            sheet.set_header(f"&C{_STRONG_FACE}{_said(' · '.join(self.meta.marks), 2 * _LONGEST)}")
        title, body = _said(self.meta.title, _LONGEST), _said(self.meta.body, _LONGEST - 20)
        foot = " – ".join(part for part in (title, body) if part)
        sheet.set_footer(f"&L{_SMALL_FACE}{foot}&R{_SMALL_FACE}&P / &N")


def _said(words: str, units: int) -> str:
    """Return words for a head or foot, in which & begins a code."""
    doubled = shortened(one_line(words), units).replace("&", "&&")
    return doubled if len(doubled) <= units else shortened(one_line(words).replace("&", "+"), units)


MOST_ROWS = 1_000_000
"""Rows of a sheet; Excel takes 1,048,576. A longer table goes on in a second sheet."""


@frozen(kw_only=True)
class _Planned:
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


def _planned(report: Report, beside: Sequence[str]) -> tuple[str, tuple[_Planned, ...]]:
    """Return the name of the first sheet and the sheets of the tables, each chart below its table."""
    captions, tables = Captions.of(report), tuple(_tables(report))
    wanted = (_wanted(captions, table) for table in tables)
    first, *names = sheet_names((CONTENTS(report.meta.lang), *wanted), beside)
    charts = [block for block in report.blocks() if isinstance(block, Chart)]
    sheets = []
    for name, table in zip(names, tables, strict=True):
        below = [chart for chart in charts if chart.table == table.key]
        charts = [chart for chart in charts if chart.table != table.key]
        found = [captions.find(chart) for chart in below]
        sheets.append(
            _Planned(
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


_WIDTHS = (32.0, 48.0, 7.0, 12.0, 20.0)


class _ContentsSheet:
    """The first sheet, which is filled from the top.

    Attributes:
        row: the first row that is still free.
    """

    def __init__(self, sheet: Worksheet, styles: Styles, report: Report) -> None:
        """Take an empty sheet."""
        self.sheet, self.styles, self.report, self.lang = sheet, styles, report, report.meta.lang
        self.cells = Cells(sheet, styles, len(_WIDTHS), self.lang)
        self.lines = TextLines(sheet, self.cells, styles, _WIDTHS)
        self.row = 0

    def write(self, listed: Sequence[_Planned], data: Sequence[tuple[str, DataTable]]) -> None:
        """Write title, marks and facts, the lists of sheets, and what is not given."""
        for at, width in enumerate(_WIDTHS):
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
        self._data(data)
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

    def _list(self, listed: Sequence[_Planned]) -> None:
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

    def _listed(self, one: _Planned) -> None:
        look = self.styles.of(WRAPPED, BODY, self.styles.accented(LINK))
        self.sheet.write_url(self.row, 0, link(one.sheet), look, one.sheet)
        self.cells.text(self.row, 1, one.caption, {**BODY, **LEFT})
        rows = len(one.table.rows)
        self.cells.put(
            self.row, 2, CellValue(content=rows, printed=str(rows), shape=COUNT), {**BODY, **RIGHT}
        )
        self.cells.text(self.row, 3, ", ".join(one.labels), {**BODY, **LEFT})
        self.cells.text(self.row, 4, one_line(one.table.key), {**BODY, **NOTE, **LEFT})
        self.sheet.set_row(self.row, height(one.caption, _WIDTHS[1]))
        self.row += 1

    def _data(self, data: Sequence[tuple[str, DataTable]]) -> None:
        """List the sheets of data; they have no key, for they are no tables of the document."""
        if not data:
            return
        self._line(wording.DATA(self.lang), NOTE)
        look = self.styles.of(WRAPPED, BODY, self.styles.accented(LINK))
        for name, table in data:
            rows = len(table.rows)
            self.sheet.write_url(self.row, 0, link(name), look, name)
            self.cells.text(self.row, 1, one_line(table.meaning), {**BODY, **LEFT})
            shown = CellValue(content=rows, printed=str(rows), shape=COUNT)
            self.cells.put(self.row, 2, shown, {**BODY, **RIGHT})
            self.sheet.set_row(self.row, height(one_line(table.meaning), _WIDTHS[1]))
            self.row += 1
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
        self.sheet.set_row(self.row, height(one_line(fact), _WIDTHS[1]))
        self.row += 1
