"""From a file to its sheets as they are: values by row, and what is marked beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from typing import TYPE_CHECKING

from attrs import evolve, field, frozen

from ppid_core.errors import ExtraMissingError
from ppid_core.intake.cells import CellError
from ppid_core.intake.files.workbook import ods, text_book, xls, xlsx
from ppid_core.intake.files.workbook.archive import Archive
from ppid_core.intake.files.workbook.cell import Value
from ppid_core.intake.files.workbook.fault import damaged, locked, no_workbook
from ppid_core.intake.files.workbook.marks import MOST_MERGES, Merge, SheetMarks, refuse_sprawl

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

_ZIPPED, _COMPOUND = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How an archive begins, and a compound file of Office: an .xls, or an .xlsx with a password."""
_OF_PROGRAMS = ".xls"
"""What programs call their tables, whatever these are."""
_LOCKED, _OLD_BOOKS = ("EncryptedPackage", "EncryptionInfo"), ("Workbook", "WORKBOOK", "Book")
"""What such a file calls its parts, in UTF-16."""
_MACROS, _LINKS = ("vbaProject.bin", "Basic/", "Scripts/"), "externalLinks/externalLink"


@frozen(kw_only=True)
class TypedSheet:
    """One sheet as it was saved.

    Attributes:
        rows: the values of each row from row 1, each from column A.
        fault: why the sheet cannot be read; it has no rows then.
    """

    name: str
    rows: list[list[Value]] = field(repr=False)
    marks: SheetMarks = field(factory=SheetMarks)
    is_hidden: bool = False
    fault: CellError | None = None


@frozen(kw_only=True)
class Book:
    """A workbook as it was saved.

    Attributes:
        is_looked_through: whether hidden rows and formulas never computed are known.
        is_from_1904: whether day 0 is 1 January 1904.
        has_macros: whether it carries a program, which nobody runs here.
        has_links: whether it takes values from other files, which nobody opens here.
    """

    sheets: tuple[TypedSheet, ...]
    is_looked_through: bool = False
    is_from_1904: bool = False
    has_macros: bool = False
    has_links: bool = False


def open_book(name: str, content: bytes) -> Book:
    """Return what the file holds.

    Args:
        name: the name of the file, for the message where a package is missing.
        content: its bytes.

    Raises:
        CellError: it is no workbook, or one that is locked, damaged or too big.
        ExtraMissingError: python-calamine is not installed, or xlrd for an .xls.
    """
    if content.startswith(_ZIPPED):
        return _zipped(name, content)
    if content.startswith(_COMPOUND):
        return _old(name, content)
    if name.casefold().endswith(_OF_PROGRAMS):
        return _written_by_a_program(name, content)
    raise no_workbook()


def _written_by_a_program(name: str, content: bytes) -> Book:
    """Return the one sheet of an .xls that is a page or text, as programs write it."""
    if text_book.is_page(content):
        rows, merges = text_book.page_rows(content)
    elif text_book.is_text(content):
        rows, merges = text_book.text_rows(content), ()
    else:
        raise no_workbook()
    marks = SheetMarks(merges=tuple(_clipped(merges, rows)))
    return Book(
        sheets=(TypedSheet(name=text_book.sheet_name(name), rows=rows, marks=marks),), is_looked_through=True
    )


def _old(name: str, content: bytes) -> Book:
    """Return an .xls of Excel 2003 and before."""
    if any(part.encode("utf-16-le") in content for part in _LOCKED):
        raise locked()
    if not any(part.encode("utf-16-le") in content for part in _OLD_BOOKS):
        raise no_workbook()
    is_from_1904, sheets = xls.old_sheets(name, content)
    return Book(sheets=tuple(map(_typed, sheets)), is_from_1904=is_from_1904)


def _typed(sheet: xls.OldSheet) -> TypedSheet:
    marks = evolve(sheet.marks, merges=tuple(_clipped(sheet.marks.merges, sheet.rows)))
    return TypedSheet(
        name=sheet.name, rows=sheet.rows, marks=marks, is_hidden=sheet.is_hidden, fault=sheet.fault
    )


def _zipped(name: str, content: bytes) -> Book:
    archive = Archive(content)
    if xlsx.WORKBOOK in archive.parts:
        marks, is_from_1904 = dict(xlsx.sheet_marks(archive)), xlsx.is_counted_from_1904(archive)
        sheets = _sheets(name, archive.packed(), marks)
        book = Book(sheets=sheets, is_looked_through=True, is_from_1904=is_from_1904)
    elif ods.CONTENT in archive.parts:
        if b"encryption-data" in archive.parts.get(ods.MANIFEST, b""):
            raise locked()
        book = Book(sheets=_sheets_at_once(name, archive, dict(ods.sheet_marks(archive))))
    else:
        raise no_workbook()
    return evolve(
        book,
        has_macros=any(one.endswith(_MACROS) or one.startswith(_MACROS) for one in archive.names),
        has_links=any(_LINKS in one for one in archive.names),
    )


def _sheets(name: str, stream: BytesIO, marks: Mapping[str, SheetMarks]) -> tuple[TypedSheet, ...]:
    """Return the sheets; none is laid out that would fill the memory."""
    return tuple(_read(_opened(name, stream), marks, dict(_sprawling(marks))))


def _sheets_at_once(name: str, archive: Archive, marks: Mapping[str, SheetMarks]) -> tuple[TypedSheet, ...]:
    """Return the sheets of an .ods: the reader lays all of them out when it opens the file."""
    for fault in dict(_sprawling(marks)).values():
        raise fault
    return _sheets(name, archive.packed(), marks)


def _sprawling(marks: Mapping[str, SheetMarks]) -> Iterator[tuple[str, CellError]]:
    """Yield the sheets that are not read, each with the reason."""
    before = 0
    for name, one in marks.items():
        try:
            refuse_sprawl(one.height, one.width, before)
        except CellError as error:
            yield name, error
        else:
            before += one.height * one.width


def _opened(name: str, stream: BytesIO) -> CalamineWorkbook:
    try:
        from python_calamine import CalamineWorkbook  # noqa: PLC0415  an extra
    except ImportError:
        raise ExtraMissingError(name, "xlsx") from None
    try:
        return CalamineWorkbook.from_filelike(stream)
    except (KeyboardInterrupt, SystemExit, MemoryError):
        raise
    except BaseException:  # noqa: BLE001  a panic of the reader is no Exception
        raise damaged() from None


def _read(
    book: CalamineWorkbook, marks: Mapping[str, SheetMarks], faults: Mapping[str, CellError]
) -> Iterator[TypedSheet]:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum  # noqa: PLC0415  an extra

    for at, about in enumerate(book.sheets_metadata):
        if about.typ != SheetTypeEnum.WorkSheet:
            continue
        sheet = TypedSheet(
            name=about.name,
            rows=[],
            marks=marks.get(about.name, SheetMarks()),
            is_hidden=about.visible != SheetVisibleEnum.Visible,
            fault=faults.get(about.name),
        )
        yield sheet if sheet.fault else _filled(book, at, sheet)


def _filled(book: CalamineWorkbook, at: int, sheet: TypedSheet) -> TypedSheet:
    try:
        found = book.get_sheet_by_index(at)
        rows: list[list[Value]] = list(found.to_python(skip_empty_area=False))
        merges = sheet.marks.merges or tuple(found.merged_cell_ranges or ())
    except (KeyboardInterrupt, SystemExit, MemoryError):
        raise
    except BaseException:  # noqa: BLE001  a panic of the reader is no Exception
        raise damaged() from None
    return evolve(
        sheet, rows=rows, marks=evolve(sheet.marks, merges=tuple(_clipped(merges[:MOST_MERGES], rows)))
    )


def _clipped(merges: Sequence[Merge], rows: Sequence[Sequence[Value]]) -> Iterator[Merge]:
    """Yield the joined cells within what is filled."""
    height, width = len(rows), max(map(len, rows), default=0)
    for begin, (row, column) in merges:
        if begin[0] < height and begin[1] < width:
            yield begin, (min(row, height - 1), min(column, width - 1))
