"""OpenDocument spreadsheet for ppid-core: a sheet for each table of the report.

Numbers, shares, rupiah and dates are typed cells to count with; everything else is text, also where
it begins with "=". Spreadsheets count in floating-point numbers of 15 digits: what they cannot hold is text.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from typing import Any

from attrs import frozen

from ppid_core import Artifact, Exporter, Report, hookimpl
from ppid_core.language import Bilingual, Lang
from ppid_core.model import Period
from ppid_core.report import Column, Counted, Days, Ratio, Rupiah, Table, Value, text

MEDIA_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The earliest time that an archive can hold: every file bears it, so that a report is the same bytes."""

COUNTRY = {"id": "ID", "en": "GB"}
PREFIXES = frozenset({"fo", "manifest", "meta", "number", "office", "style", "table", "text"})
"""Of the namespaces that are used."""

LONGEST_NAME = 31
"""Characters of the name of a sheet that every spreadsheet takes."""

IN_NO_NAME = re.compile(r"[\[\]*?:/\\\x00-\x1f]")
UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
BLANK = re.compile(r"(\t| {2,}|^ | $)")

CONTENTS = Bilingual("Isi", "Contents")
SHEET, TABLE = Bilingual("Lembar", "Sheet"), Bilingual("Tabel", "Table")


@frozen(kw_only=True)
class OdsExporter:
    """One workbook, with a sheet for each table.

    Attributes:
        contents: whether a first sheet lists the others; a report without tables has it anyway.
        width: of every column, in centimetres.
    """

    name: str = "ods"
    label: str = "OpenDocument (.ods)"
    contents: bool = True
    width: Decimal = Decimal("4.5")

    def export(self, report: Report, /) -> Iterator[Artifact]:
        """Yield ``laporan.ods``."""
        book = _Book(report.meta.lang, self.width)
        tables = dict(zip(_sheet_names(report), report.tables(), strict=True))
        if self.contents or not tables:
            book.add_sheet(CONTENTS(report.meta.lang), _contents(report, tables))
        for name, table in tables.items():
            book.add_sheet(name, _lines(table))
        yield Artifact(name="laporan.ods", media_type=MEDIA_TYPE, content=book.content())


@hookimpl
def ppid_register_exporters() -> Iterable[Exporter]:
    """Return the format; odfpy is imported when it exports."""
    return [OdsExporter()]


@frozen(kw_only=True)
class _Line:
    """A row of a sheet: its values, and whether it is a heading or a total."""

    values: tuple[Value, ...]
    is_strong: bool = False


def _contents(report: Report, tables: Mapping[str, Table]) -> Iterator[_Line]:
    lang = report.meta.lang
    yield _Line(values=(report.meta.title,), is_strong=True)
    yield from (_Line(values=(said,)) for said in (report.meta.body, report.meta.draft) if said)
    yield _Line(values=())
    yield _Line(values=(SHEET(lang), TABLE(lang)), is_strong=True)
    yield from (_Line(values=(name, table.caption)) for name, table in tables.items())


def _lines(table: Table) -> Iterator[_Line]:
    """Yield the headings first, so that a program can read a sheet; caption and notes stand below."""
    yield _Line(values=tuple(map(_heading, table.columns)), is_strong=True)
    yield from (_Line(values=row) for row in table.rows)
    if table.total is not None:
        yield _Line(values=table.total, is_strong=True)
    yield _Line(values=())
    yield from (_Line(values=(said,)) for said in (table.caption, *table.notes) if said)


def _heading(column: Column) -> str:
    return " – ".join(part for part in (column.group, column.title) if part)


def _sheet_names(report: Report) -> Iterator[str]:
    """Yield a name for each table: its key, in signs that a sheet may bear, and none twice."""
    taken = {CONTENTS(report.meta.lang).casefold()}
    for number, table in enumerate(report.tables(), start=1):
        ending = f"-{number}"
        name = IN_NO_NAME.sub("-", table.key)[:LONGEST_NAME].strip(" '")
        if not name or name.casefold() in taken:
            name = name[: LONGEST_NAME - len(ending)] + ending
        taken.add(name.casefold())
        yield name


def typed(value: Value) -> tuple[str, str] | None:
    """Return type and content of a cell that a spreadsheet can count with, None where it is text."""
    match value:
        case date():
            return "date", value.isoformat()
        case Period() if value.exact:
            return "date", value.exact.isoformat()
        case Ratio(in_parts=False):
            return _number("percentage", value.fraction)
        case Rupiah(amount):
            return _number("currency", amount)
        case Counted(figure) | Days(figure):
            return _number("float", Decimal(figure))
        case int() | Decimal():
            return _number("float", Decimal(value))
        case _:
            return None


def _number(kind: str, figure: Decimal) -> tuple[str, str] | None:
    is_held = Decimal(repr(float(figure))) == figure
    return (kind, f"{figure:f}") if is_held else None


class _Book:
    """A workbook that is being filled, through odfpy."""

    def __init__(self, lang: Lang, width: Decimal) -> None:
        self.lang = lang
        self.odf = _library()
        self.document = self.odf.opendocument.OpenDocumentSpreadsheet()
        self.styles: dict[tuple[str, bool], Any] = {}
        self.column = self.automatic(self.odf.style.Style(name="column", family="table-column"))
        self.column.addElement(self.odf.style.TableColumnProperties(columnwidth=f"{width}cm"))

    def add_sheet(self, name: str, lines: Iterable[_Line]) -> None:
        """Add a sheet at the end."""
        rows = tuple(lines)
        sheet = self.odf.table.Table(name=name)
        columns = max(len(row.values) for row in rows)
        sheet.addElement(self.odf.table.TableColumn(numbercolumnsrepeated=columns, stylename=self.column))
        for row in rows:
            cells = self.odf.table.TableRow()
            for value in row.values:
                cells.appendChild(self.cell(value, is_strong=row.is_strong))
            sheet.appendChild(cells)
        self.document.spreadsheet.addElement(sheet)

    def cell(self, value: Value, *, is_strong: bool) -> Any:  # noqa: ANN401  odfpy tells no types
        """Return a cell: typed where a spreadsheet can count with it, and as it is printed."""
        kind, content = typed(value) or ("string", "")
        given = {"currency": "IDR"} if kind == "currency" else {}
        given |= {"datevalue" if kind == "date" else "value": content} if content else {}
        style = self.style(kind, is_strong=is_strong)
        cell = self.odf.table.TableCell(valuetype=kind, stylename=style, **given)
        for line in UNPRINTABLE.sub("\ufffd", text(value, self.lang)).splitlines():
            cell.appendChild(self.paragraph(line))
        return cell

    def paragraph(self, line: str) -> Any:  # noqa: ANN401  odfpy tells no types
        """Return a paragraph; of blanks in a row, which markup joins, each is kept."""
        paragraph = self.odf.text.P()
        for part in BLANK.split(line):
            if part == "\t":
                paragraph.appendChild(self.odf.text.Tab())
            elif part and part.isspace():
                paragraph.appendChild(self.odf.text.S(c=len(part)))
            elif part:
                paragraph.addText(part)
        return paragraph

    def style(self, kind: str, *, is_strong: bool) -> Any:  # noqa: ANN401  odfpy tells no types
        """Return the style of a kind of cell, made when it is first needed."""
        if (kind, is_strong) not in self.styles:
            self.styles[kind, is_strong] = self.new_style(kind, is_strong=is_strong)
        return self.styles[kind, is_strong]

    def new_style(self, kind: str, *, is_strong: bool) -> Any:  # noqa: ANN401  odfpy tells no types
        """Return how cells of a kind look."""
        name = f"{kind}-strong" if is_strong else kind
        shape = self.shape(kind, f"{name}-format")
        linked = {} if shape is None else {"datastylename": self.automatic(shape)}
        style = self.automatic(self.odf.style.Style(name=name, family="table-cell", **linked))
        if is_strong:
            style.addElement(self.odf.style.TextProperties(fontweight="bold"))
        return style

    def shape(self, kind: str, name: str) -> Any:  # noqa: ANN401  odfpy tells no types
        """Return how a kind of value is written, None for text."""
        number = self.odf.number
        of = {"name": name, "language": self.lang, "country": COUNTRY[self.lang]}
        parts: tuple[Any, ...]
        match kind:
            case "float":
                shape, parts = number.NumberStyle(**of), (number.Number(minintegerdigits=1, grouping=True),)
            case "percentage":
                shape = number.PercentageStyle(**of)
                parts = (number.Number(minintegerdigits=1, decimalplaces=2), number.Text(text="%"))
            case "currency":
                shape = number.CurrencyStyle(**of)
                amount = number.Number(minintegerdigits=1, decimalplaces=2, grouping=True)
                parts = (number.CurrencySymbol(language="id", country="ID", text="Rp"), amount)
            case "date":
                shape = number.DateStyle(**of)
                month = number.Month(textual=True, style="long")
                parts = (number.Day(), number.Text(text=" "), month, number.Text(text=" "))
                parts = (*parts, number.Year(style="long"))
            case _:
                return None
        for part in parts:
            shape.addElement(part)
        return shape

    def automatic(self, style: Any) -> Any:  # noqa: ANN401  odfpy tells no types
        """Add a style to the document."""
        self.document.automaticstyles.addElement(style)
        return style

    def content(self) -> bytes:
        """Return the file: the same bytes, whatever this process has written before."""
        written = io.BytesIO()
        with self.namespaces():
            self.document.write(written)
        return dateless(written.getvalue())

    @contextmanager
    def namespaces(self) -> Iterator[None]:
        """Let odfpy declare those of a spreadsheet; else it declares all that this process has met."""
        listed: dict[str, str] = self.odf.element.Element.namespaces
        before = dict(listed)
        listed.clear()
        listed.update(
            (name, short) for name, short in self.odf.namespaces.nsdict.items() if short in PREFIXES
        )
        try:
            yield
        finally:
            listed.update(before)


def _library() -> Any:  # noqa: ANN401  odfpy tells no types
    import odf.number  # noqa: PLC0415  listing formats needs no library
    import odf.opendocument  # noqa: PLC0415  listing formats needs no library
    import odf.style  # noqa: PLC0415  listing formats needs no library
    import odf.table  # noqa: PLC0415  listing formats needs no library
    import odf.text  # noqa: PLC0415  listing formats needs no library

    return odf


def dateless(archive: bytes) -> bytes:
    """Return the same archive with one fixed time on every file."""
    again = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(again, "w") as new:
        for file in old.infolist():
            info = zipfile.ZipInfo(file.filename, LONG_AGO)
            info.compress_type, info.external_attr, info.create_system = (
                file.compress_type,
                file.external_attr,
                3,
            )
            new.writestr(info, old.read(file))
    return again.getvalue()
